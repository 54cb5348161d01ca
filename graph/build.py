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
both sources. When one key comes twice in a run with different descriptions, the one with the
smaller digest stays, whichever came first; a warning says so. So order never decides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from pydantic import ValidationError

from extract.document import Document
from extract.error import ConflictKGError, InputError, Skipped
from extract.record import Record
from graph import canonical, verdict, vocabulary
from graph.error import MappingError
from graph.gate import Gate
from graph.layout import software_version
from graph.mapping import Entities, document_dataset
from graph.mapping.known import KnownEntities
from graph.quarantine import Origin
from graph.run import Run
from graph.store import Store

SOFTWARE = "conflictkg"


@dataclass(frozen=True, slots=True, order=True)
class Refused:
    """A document in quarantine.

    Attributes:
        source: Where it was read from.
        id: Name of the article inside its source.
        key: Identity of the document, the name of its folder in quarantine.
        reason: The first thing that is wrong.
    """

    source: str
    id: str
    key: str
    reason: str

    def __str__(self) -> str:
        return f"{self.source} (article {self.id}): {self.reason} [quarantine/{self.key}]"


@dataclass(slots=True)
class Summary:
    """What a run did with each article.

    Attributes:
        loaded: Documents new to the store.
        replaced: Documents that the store had otherwise.
        unchanged: Documents that the store had just so.
        repeated: Articles given more than once in this run, beyond the first time.
        links: Links between events of different documents that the store now holds.
        derived: Facts that each policy derives, of those that the store was asked to apply.
        quarantined: Documents that broke the rules.
        skipped: Articles that could not be read or extracted.
        warnings: What an analyst should look at.
    """

    loaded: int = 0
    replaced: int = 0
    unchanged: int = 0
    repeated: int = 0
    links: int = 0
    derived: dict[str, int] = field(default_factory=dict)
    quarantined: list[Refused] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    @property
    def articles(self) -> int:
        """How many articles the run was given."""
        known = self.loaded + self.replaced + self.unchanged + self.repeated
        return known + len(self.quarantined) + len(self.skipped)

    def text(self) -> str:
        """Write the summary; it does not depend on the order of the articles."""
        lines = [
            f"{self.articles} articles: loaded {self.loaded}, replaced {self.replaced}, "
            f"unchanged {self.unchanged}, repeated {self.repeated}, "
            f"quarantined {len(self.quarantined)}, skipped {len(self.skipped)}; "
            f"event links across documents: {self.links}"
        ]
        lines += [f"derived by {name}: {size}" for name, size in sorted(self.derived.items())]
        lines += [f"quarantined: {one}" for one in sorted(self.quarantined)]
        lines += [f"skipped: {one}" for one in sorted(map(str, self.skipped))]
        lines += [f"warning: {one}" for one in sorted(self.warnings)]
        return "\n".join(lines) + "\n"


def _no_progress(_: int, __: str) -> None:
    """Say nothing."""


def build(
    items: Iterable[Document | Skipped],
    store: Store,
    *,
    extract: Callable[[Document], Record],
    started: datetime,
    progress: Callable[[int, str], None] = _no_progress,
    entities: Entities | None = None,
    version: str | None = None,
    configuration: Mapping[str, str] = MappingProxyType({}),
    gate: Gate | None = None,
) -> Summary:
    """Extract, map, validate and load articles. Safe to repeat and to interrupt.

    Args:
        items: Articles, and what could not be read.
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

    Raises:
        InputError: An input as a whole cannot be used; what was loaded before stays.
        StoreError: The store cannot be written; it holds the documents loaded before, each whole.
    """
    run = Run(SOFTWARE, version or _version(extract), started, configuration)
    builder = _Builder(
        store, extract, run, KnownEntities() if entities is None else entities, gate or Gate()
    )
    for number, item in enumerate(items, start=1):
        builder.take(item)
        progress(number, item.source)
    return builder.finish()


def _version(extract: Callable[[Document], Record]) -> str:
    rules = getattr(extract, "version", None)
    return f"{software_version()}+rules.{rules}" if rules else software_version()


@dataclass(slots=True)
class _Seen:
    """A document of this run: what of it stays, and what became of it.

    ``before`` is the digest that the store had when the run came to it; ``outcome`` is none once
    the document is in the store.
    """

    digest: str
    source: str
    before: str | None
    outcome: Refused | Skipped | None = None


class _Builder:
    """One run over a store."""

    def __init__(
        self,
        store: Store,
        extract: Callable[[Document], Record],
        run: Run,
        entities: Entities,
        gate: Gate,
    ) -> None:
        self._store = store
        self._extract = extract
        self._run = run
        self._entities = entities
        self._gate = gate
        self._summary = Summary()
        self._seen: dict[str, _Seen] = {}

    def take(self, item: Document | Skipped) -> None:
        """Do with one article what is due."""
        if isinstance(item, Skipped):
            self._summary.skipped.append(item)
            return
        digest = self._run.digest(item)
        seen = self._seen.get(item.key)
        if seen is None:
            known = self._store.document(item.key)
            seen = _Seen(digest, item.source, known.digest if known else None)
            self._seen[item.key] = seen
            if seen.before != digest:
                seen.outcome = self._load(item, digest)
        else:
            self._summary.repeated += 1
            if digest != seen.digest:
                self._choose(seen, item, digest)

    def finish(self) -> Summary:
        """Link events, derive anew, and say what was done."""
        summary = self._summary
        for seen in self._seen.values():
            if isinstance(seen.outcome, Refused):
                summary.quarantined.append(seen.outcome)
            elif isinstance(seen.outcome, Skipped):
                summary.skipped.append(seen.outcome)
            elif seen.before is None:
                summary.loaded += 1
            elif seen.before == seen.digest:
                summary.unchanged += 1
            else:
                summary.replaced += 1
        summary.warnings += sorted({w for key in self._seen for w in self._namesakes(key)})
        summary.links = self._store.relink()
        summary.derived = self._store.rederive()
        return summary

    def _choose(self, seen: _Seen, item: Document, digest: str) -> None:
        """Keep one of two descriptions of one document, whichever came first."""
        self._summary.warnings.append(
            "one text of one origin is described in two ways: "
            f"{', '.join(sorted({seen.source, item.source}))}; one description is kept"
        )
        if digest < seen.digest:
            seen.digest, seen.source = digest, item.source
            seen.outcome = self._load(item, digest)

    def _namesakes(self, key: str) -> list[str]:
        """Warn of other texts under the name of a document."""
        others = self._store.namesakes(key)
        if not others:
            return []
        keys = sorted({key, *others})
        sources = [self._seen[k].source if k in self._seen else "an earlier run" for k in keys]
        named = ", ".join(f"{s} ({k})" for s, k in sorted(zip(sources, keys, strict=True)))
        return [
            f"different texts under one id or address: {named}; all are kept, "
            "retract the wrong one by its key"
        ]

    def _load(self, document: Document, digest: str) -> Refused | Skipped | None:
        """Extract, map, validate and load; return why the document is not in the store, if so."""
        try:
            record = self._extract(document)
        except InputError:
            raise
        except (ConflictKGError, ValidationError) as error:
            return Skipped(document.source, document.id, " ".join(str(error).split()))
        origin = Origin.of(self._run, source=document.source, digest=digest)
        return load(record, self._store, origin=origin, entities=self._entities, gate=self._gate)


def load(
    record: Record, store: Store, *, origin: Origin, entities: Entities, gate: Gate
) -> Refused | None:
    """Map, validate and load one record; or keep it in quarantine, and say why.

    Killed at any moment, this leaves the document as it was before or as it is after, never in the
    store and in quarantine at once and never lost, see ``graph.quarantine``.

    Raises:
        StoreError: The store cannot be written.
    """
    try:
        data = document_dataset(record, run=origin.run, entities=entities, digest=origin.digest)
    except MappingError as error:
        return _refuse(record, store, origin, str(error), {"report.txt": f"{error}\n".encode()})
    report = gate.check(data)
    quads = vocabulary.quads(data)
    if not report.is_passed:
        files = {
            "report.txt": f"{report.text('ar')}\n{report.text('en')}".encode(),
            "report.ttl": report.turtle().encode(),
            "report.json": report.json().encode(),
            "data.trig": canonical.trig(quads),
        }
        return _refuse(record, store, origin, report.results[0].message_en, files)
    store.quarantine.hide(record.key)
    store.replace(record.key, quads)
    loaded = verdict.digest(store.content(record.key), gate.digest)
    store.verdicts.put(record.key, loaded, report)
    store.quarantine.release(record.key)
    return None


def _refuse(
    record: Record, store: Store, origin: Origin, reason: str, files: Mapping[str, bytes]
) -> Refused:
    said = " ".join(reason.split())
    store.quarantine.draft(record, origin.model_copy(update={"reason": said}), files)
    store.remove(record.key)
    store.quarantine.keep(record.key)
    return Refused(origin.source, record.id, record.key, reason)
