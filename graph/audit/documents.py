"""Documents: each whole, all that it names described, its data within the shapes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

import pyoxigraph as ox

from graph.audit.description import is_described
from graph.audit.finding import Finding, again
from graph.audit.graphs import names
from graph.database import Database
from graph.judge import judged
from graph.mapping import mint
from graph.report import Severity
from graph.store import Store
from graph.validator import Validator
from graph.vocabulary import DOCUMENT, GAZETTEER, PROPOSITIONS, RUNS, V, document_graph
from ontology import graphs

_DIGEST: Final = re.compile(r"[0-9a-f]{64}")


def findings(
    store: Store, gate: Validator, progress: Callable[[int, str], None]
) -> Iterator[Finding]:
    """What is wrong with each document, one finding a fault; one for all that the shapes say."""
    keys = (key for name in names(store) if (key := graphs.document_key(name)) is not None)
    for number, key in enumerate(keys, start=1):
        faults = list(_Document(store.database, key).faults())
        for fault in faults:
            yield Finding("document", f"{key}: {fault}", again(key))
        if not faults:
            yield from _violations(store, key, gate)
        progress(number, key)


def _violations(store: Store, key: str, gate: Validator) -> Iterator[Finding]:
    report = judged(store, key, gate)
    count = report.counts[Severity.VIOLATION]
    if count:
        first = report.results[0]
        what = f"{key}: breaks the shapes {count} times, first: {first.message_en} {first.focus}"
        yield Finding("shapes", what, again(key))


@dataclass(slots=True)
class _Document:
    """One document as it stands in its graph."""

    database: Database
    key: str
    quads: list[ox.Quad] = field(init=False)
    subjects: set[object] = field(init=False)

    def __post_init__(self) -> None:
        graph = document_graph(self.key)
        self.quads = list(self.database.quads_for_pattern(None, None, None, graph))
        self.subjects = {quad.subject for quad in self.quads}

    def faults(self) -> Iterator[str]:
        """What is wrong, each fault once."""
        yield from self._head()
        yield from self._claims()
        yield from self._parts()
        yield from self._shared()

    def _head(self) -> Iterator[str]:
        node = ox.NamedNode(DOCUMENT + self.key)
        documents = {q.subject for q in self.quads if (q.predicate, q.object) == _DOCUMENT}
        if documents != {node}:
            yield "its graph does not describe just this one document"
        digests = self._values(node, V.digest)
        if len(digests) != 1 or not all(_is_digest(one) for one in digests):
            yield "it has no digest of what it was made from"
        runs = self._values(node, V.generated)
        if len(runs) != 1 or not all(is_described(self.database, run, RUNS) for run in runs):
            yield "the run that made it is not described"

    def _claims(self) -> Iterator[str]:
        """Claims are counted from one on: a gap is a claim that is lost."""
        start = f"{mint.ID}claim/{self.key}-"
        claims = {_value(q.subject) for q in self.quads if (q.predicate, q.object) == _CLAIM}
        numbers = {name.removeprefix(start) for name in claims}
        missing = {str(number) for number in range(1, len(numbers) + 1)} - numbers
        if missing:
            yield f"claims are missing: {_some(missing)}"

    def _parts(self) -> Iterator[str]:
        """Its own events, claims and mentions that something names and nothing describes."""
        own = (
            f"{DOCUMENT}{self.key}#",
            f"{mint.ID}event/{self.key}-",
            f"{mint.ID}claim/{self.key}-",
        )
        named = {q.object for q in self.quads} | set(self._events())
        missing = {_value(node) for node in named - self.subjects if _value(node).startswith(own)}
        if missing:
            yield f"named but not described: {_some(missing)}"

    def _events(self) -> Iterator[object]:
        """The events that the claims are about, which the propositions name."""
        said_of = {q.object for q in self.quads if q.predicate == V.proposition}
        for proposition in said_of:
            if not isinstance(proposition, ox.NamedNode):
                continue
            said = self.database.quads_for_pattern(proposition, V.about, None, PROPOSITIONS)
            yield from (quad.object for quad in said)

    def _shared(self) -> Iterator[str]:
        for predicate, graph, kind in (
            (V.proposition, PROPOSITIONS, "propositions"),
            (V.body, GAZETTEER, "entities"),
        ):
            named = {q.object for q in self.quads if q.predicate == predicate}
            missing = {
                _value(node) for node in named if not is_described(self.database, node, graph)
            }
            if missing:
                yield f"{kind} named but not described: {_some(missing)}"

    def _values(self, node: ox.NamedNode, predicate: ox.NamedNode) -> set[object]:
        return {q.object for q in self.quads if q.subject == node and q.predicate == predicate}


_DOCUMENT: Final = (V.type, V.Document)
_CLAIM: Final = (V.type, V.Claim)


def _is_digest(term: object) -> bool:
    return isinstance(term, ox.Literal) and _DIGEST.fullmatch(term.value) is not None


def _value(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode) else ""


def _some(names: set[str]) -> str:
    first, *rest = sorted(names)
    return f"{first} and {len(rest)} more" if rest else first
