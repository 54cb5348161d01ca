"""Building: articles into a store, one after another, each whole or not at all.

What becomes of an article:

* *loaded*: it was not in the store, and is now;
* *replaced*: the store had it, but its title, date or the like, or the software, has changed;
* *unchanged*: the store has just this; it is not even extracted again;
* *quarantined*: its record or its data break the rules; it is kept with the report and not loaded,
  and what the store had of it is taken out, so that no document is in both places;
* *skipped*: it cannot be read or extracted; the reason is kept.

Duplicates. A document is its text and its origin, see ``Document.key``. The same article read twice
is loaded once. Two texts under one id and publisher, or under one address, are two documents: which
of them is right, a program cannot know, so both are kept, each under its key, and a warning names
both sources. When one key comes in a run with different descriptions, that with the smallest
digest stays of those that can be extracted, whichever came first; a warning says so. So order never
decides: neither that of the input nor that in which workers are done.

Three steps, each visible below: *take* decides by the digest whether anything is to be done;
*prepare* (extract, map, validate; ``graph.spread``) knows no store and may be done by others;
*settle* loads, here and one document at a time. A document that is loaded twice (by a run that was
interrupted, or because a cluster did its work twice) only replaces its own graph.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from datetime import datetime
from types import MappingProxyType

from extract.document import Document
from extract.error import Skipped
from extract.record import Record
from graph import settle
from graph.ledger import Entry, Ledger, State, standing
from graph.mapping import Entities
from graph.mapping.known import KnownEntities
from graph.quarantine import Origin
from graph.run import Run, version_of
from graph.spread import Spread
from graph.spread.here import Here
from graph.spread.job import Faulty, Job, Outcome, Ready
from graph.spread.preparer import Preparer
from graph.store import Store
from graph.summary import Refused, Summary
from graph.validator import Validator, validator

__all__ = ["Refused", "Summary", "build"]

SOFTWARE = "conflictkg"


def _no_progress(_: int, __: str) -> None:
    """Say nothing."""


def build(
    items: Iterable[Document | Skipped | None],
    store: Store,
    *,
    extract: Callable[[Document], Record],
    started: datetime,
    progress: Callable[[int, str], None] = _no_progress,
    entities: Entities | None = None,
    version: str | None = None,
    configuration: Mapping[str, str] = MappingProxyType({}),
    gate: Validator | None = None,
    spread: Spread | None = None,
) -> Summary:
    """Extract, map, validate and load articles. Safe to repeat and to interrupt.

    Args:
        items: Articles, and what could not be read; they may be endless, and are asked for as they
            are needed. None says that there is no article at this moment but may be later.
        store: Open store.
        extract: Makes the record of an article.
        started: When the run began, with a time zone.
        progress: Called after each item with how many are done and the source of the last.
        entities: What is known of actors and places; the package's actor base and gazetteer if
            not given.
        version: Version of software and rules; that of the installed package, with the ``version``
            of ``extract`` if it has one, if not given. When it or the configuration changes,
            documents are extracted again.
        configuration: Settings that change results.
        gate: Compiled shapes; those of the ``ontology`` package if not given.
        spread: Who prepares the articles, with an extractor, entities and shapes of its own; if
            not given this process does, with ``extract``, ``entities`` and ``gate``.

    Raises:
        InputError: An input as a whole cannot be used; what was loaded before stays.
        StoreError: The store cannot be written; it holds the documents loaded before, each whole.
        SpreadError: The workers cannot be used; what was loaded before stays.
    """

    def recipe(run: Run) -> Preparer:
        known = KnownEntities() if entities is None else entities
        return Preparer(extract, run, known, gate or validator())

    run = Run(SOFTWARE, version or version_of(extract), started, dict(configuration))
    with Ledger() as ledger:
        builder = _Builder(store, run, ledger, progress)
        way = spread or Here(recipe)
        with closing(way.outcomes(run, builder.take(items))) as outcomes:
            for job, outcome in outcomes:
                builder.settle(job, outcome)
        return builder.finish()


class _Builder:
    """One run over a store."""

    def __init__(
        self, store: Store, run: Run, ledger: Ledger, progress: Callable[[int, str], None]
    ) -> None:
        self._store = store
        self._run = run
        self._ledger = ledger
        self._progress = progress
        self._summary = Summary()
        self._done = 0

    def take(self, items: Iterable[Document | Skipped | None]) -> Iterator[Job | None]:
        """What is to be prepared of the articles; the others are done with at once."""
        for item in items:
            if item is None:
                yield None
            elif isinstance(item, Skipped):
                self._summary.skipped.append(item)
                self._tell(item.source)
            else:
                digest = self._run.digest(item)
                if self._is_due(item, digest):
                    yield Job(item, digest)
                else:
                    self._tell(item.source)

    def settle(self, job: Job, outcome: Outcome) -> None:
        """Load one document, or note why not; what a better description has replaced is dropped."""
        key = job.document.key
        if self._ledger.is_wanted(key, job.digest):
            if isinstance(outcome, Ready):
                settle.admit(self._store, key, outcome)
                self._ledger.settle(key, job.digest, State.STANDS)
            elif isinstance(outcome, Faulty):
                origin = Origin.of(self._run, source=job.document.source, digest=job.digest)
                settle.refuse(self._store, outcome, origin)
                self._ledger.settle(key, job.digest, State.REFUSED, outcome.reason)
            else:
                self._ledger.settle(key, job.digest, State.SKIPPED, outcome.reason)
        self._tell(job.document.source)

    def finish(self) -> Summary:
        """Link events, derive anew, and say what was done."""
        summary = self._summary
        warnings = set[str]()
        for entry, described in self._ledger.documents():
            self._count(entry)
            if len(described) > 1:
                warnings.add(_several(described))
            warnings |= self._namesakes(entry.key)
        summary.warnings = sorted(warnings)
        summary.links = self._store.relink()
        summary.derived = self._store.rederive()
        return summary

    def _tell(self, source: str) -> None:
        self._done += 1
        self._progress(self._done, source)

    def _is_due(self, item: Document, digest: str) -> bool:
        """Note an article, and say whether it has to be prepared."""
        key = item.key
        met = self._ledger.entries(key)
        same = next((entry for entry in met if entry.digest == digest), None)
        if met:
            self._summary.repeated += 1
            before = met[0].before
        else:
            known = self._store.document(key)
            before = known.digest if known else None
        if same:
            self._ledger.again(same, item.source)
            return False
        is_wanted = self._ledger.is_wanted(key, digest)
        is_there = not met and before == digest
        state = State.STANDS if is_there else State.MET
        self._ledger.add(Entry(key, digest, item.source, item.id, before, state, ""))
        return is_wanted and not is_there

    def _count(self, entry: Entry) -> None:
        summary = self._summary
        if entry.state is State.REFUSED:
            refused = Refused(entry.source, entry.id, entry.key, entry.reason)
            summary.quarantined.append(refused)
        elif entry.state is State.SKIPPED:
            summary.skipped.append(Skipped(entry.source, entry.id, entry.reason))
        elif entry.before is None:
            summary.loaded += 1
        elif entry.before == entry.digest:
            summary.unchanged += 1
        else:
            summary.replaced += 1

    def _namesakes(self, key: str) -> set[str]:
        """Warn of other texts under the name of a document."""
        others = self._store.namesakes(key)
        if not others:
            return set()
        keys = sorted({key, *others})
        named = ", ".join(f"{s} ({k})" for s, k in sorted((self._source(k), k) for k in keys))
        return {
            f"different texts under one id or address: {named}; all are kept, "
            "retract the wrong one by its key"
        }

    def _source(self, key: str) -> str:
        entries = self._ledger.entries(key)
        return standing(entries).source if entries else "an earlier run"


def _several(described: list[Entry]) -> str:
    sources = ", ".join(sorted({entry.source for entry in described}))
    number = "two" if len(described) == 2 else str(len(described))
    return (
        f"one text of one origin is described in {number} ways: {sources}; one description is kept"
    )
