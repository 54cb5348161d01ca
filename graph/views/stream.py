"""The ``claims`` view read from the store row by row, for graphs that do not fit into memory.

Nodes and edges are those of ``graph.views.claims``, in the order of the store's index, which the
same data always have. What needs the whole graph at once is not there: no measures, sizes alike,
and places on a spiral instead of a layout.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

import pyoxigraph as ox

from graph.column import Column
from graph.names import code
from graph.sheet import EdgeRow, Head, NodeRow
from graph.views.claims import VERBS, claim_fields, local, proposition_fields
from graph.views.evidence import Voice
from graph.views.style import COLOURS, EDGE_COLOURS, SMALLEST, coloured, stance
from graph.views.thing import Things
from graph.views.words import label, phrase
from ontology.namespace import CEV

if TYPE_CHECKING:
    from graph.store import Store

_CLAIMANT: Final = ox.NamedNode(CEV.claimant)
_PROPOSITION: Final = ox.NamedNode(CEV.proposition)
_POLARITY: Final = ox.NamedNode(CEV.polarity)
_CERTAINTY: Final = ox.NamedNode(CEV.certainty)
_EVIDENCE: Final = ox.NamedNode(CEV.evidence)
_ABOUT: Final = ox.NamedNode(CEV.about)
_SOURCE: Final = ox.NamedNode("http://www.w3.org/ns/oa#hasSource")
_URL: Final = ox.NamedNode("http://schema.org/url")
_ISSUED: Final = ox.NamedNode("http://purl.org/dc/terms/issued")
_AT_ONCE: Final = 500
_TEXTS: Final = ("iri", "kind", "label_ar", "label_en")
_CLAIM_TEXTS: Final = ("certainty", "polarity", "sources", "date_start", "date_end")
_Facts = Mapping[ox.NamedNode, list[str]]
_TURN: Final = math.pi * (3 - math.sqrt(5))  # the golden angle

HEAD: Final = Head(
    nodes=[Column(title, "string") for title in (*_TEXTS, *_CLAIM_TEXTS, "proposition")],
    edges=[Column("kind", "string")],
    dynamic=True,
    description="conflictkg, view claims, as it was read",
)
"""The columns of this view."""


class ClaimStream:
    """Nodes and edges of the ``claims`` view of a store."""

    def __init__(self, store: Store, lang: str = "en") -> None:
        """Read from a store, with labels in a language (``ar``, ``en``, ``both``)."""
        self._store = store
        self._database = store.database
        self._lang = lang
        self._is_about_event = lru_cache(maxsize=4096)(self._asked_if_about_event)
        self._document = lru_cache(maxsize=4096)(self._read_document)

    def nodes(self) -> Iterator[NodeRow]:
        """Speakers, events, propositions, claims, each once."""
        kinds = (self._speakers(), self._events(), self._propositions(), self._claims())
        rows = (row for kind in kinds for row in kind)
        for at, (name, fields) in enumerate(rows):
            yield name, {**fields, "label": label(fields, self._lang), **looks(at, fields["kind"])}

    def edges(self) -> Iterator[EdgeRow]:
        """What a proposition is about, who says, and what a claim says of its proposition."""
        about = self._edge("about")
        for proposition, event in self._about():
            yield proposition, event, about
        says = self._edge("says")
        stances = {polarity: self._edge(verb) for polarity, verb in VERBS.items()}
        for claim, told in self._claim_facts():
            for speaker in told[_CLAIMANT]:
                yield speaker, claim, says
            yield claim, told[_PROPOSITION][0], stances[code(told[_POLARITY][0])]

    def _edge(self, kind: str) -> dict[str, Any]:
        colour = coloured(EDGE_COLOURS[stance(kind)])
        return {"kind": kind, "weight": 1.0, "label": phrase(kind, self._lang), **colour}

    def _speakers(self) -> Iterator[NodeRow]:
        yield from self._things(self._speaker_names())

    def _speaker_names(self) -> Iterator[str]:
        last = ""
        for quad in self._database.quads_for_pattern(None, _CLAIMANT, None, None):
            speaker = _text(quad.object)
            if speaker != last and self._has_event(quad.subject, quad.graph_name):
                last = speaker
                yield speaker

    def _events(self) -> Iterator[NodeRow]:
        last = ""

        def names() -> Iterator[str]:
            nonlocal last
            for _, event in self._about():
                if event != last:
                    last = event
                    yield event

        yield from self._things(names())

    def _things(self, names: Iterator[str]) -> Iterator[NodeRow]:
        while some := list(islice(names, _AT_ONCE)):
            yield from Things(self._store).nodes(some).items()

    def _propositions(self) -> Iterator[NodeRow]:
        names = self._about()
        while some := [name for name, _ in islice(names, _AT_ONCE)]:
            facts = {name: self._facts(name) for name in some}
            yield from proposition_fields(self._store, facts).items()

    def _facts(self, proposition: str) -> Mapping[str, list[str]]:
        found: dict[str, set[str]] = {}
        subject = ox.NamedNode(proposition)
        for quad in self._database.quads_for_pattern(subject, None, None, None):
            value = _text(quad.object)
            found.setdefault(local(quad.predicate.value), set()).add(value)
        return {name: sorted(values) for name, values in found.items()}

    def _claims(self) -> Iterator[NodeRow]:
        for claim, told in self._claim_facts():
            yield claim, claim_fields(self._voice(claim, told))

    def _voice(self, claim: str, told: _Facts) -> Voice:
        documents = {
            document
            for mention in told[_EVIDENCE]
            for document in self._values(ox.NamedNode(mention), _SOURCE, None)
        }
        known = [self._document(document) for document in sorted(documents)]
        return Voice(
            claim=claim,
            claimants=frozenset(told[_CLAIMANT]),
            bodies=frozenset(),
            polarity=code(told[_POLARITY][0]),
            certainty=code(told[_CERTAINTY][0]),
            sources=frozenset(address for address, _ in known),
            told=frozenset(day for _, day in known if day),
        )

    def _read_document(self, document: str) -> tuple[str, date | None]:
        node = ox.NamedNode(document)
        address = next(self._values(node, _URL, None), document)
        issued = next(self._values(node, _ISSUED, None), None)
        return address, date.fromisoformat(issued[:10]) if issued else None

    def _claim_facts(self) -> Iterator[tuple[str, _Facts]]:
        """Claims with all that is said of them; those of one proposition follow each other."""
        for quad in self._database.quads_for_pattern(None, _PROPOSITION, None, None):
            if self._is_about_event(quad.object):
                told: dict[ox.NamedNode, list[str]] = {}
                subject, graph = quad.subject, quad.graph_name
                for fact in self._database.quads_for_pattern(subject, None, None, graph):
                    told.setdefault(fact.predicate, []).append(_text(fact.object))
                yield _text(subject), told

    def _about(self) -> Iterator[tuple[str, str]]:
        """Proposition and event; one event's propositions follow each other."""
        last = ("", "")
        for quad in self._database.quads_for_pattern(None, _ABOUT, None, None):
            pair = (_text(quad.subject), _text(quad.object))
            if pair != last:  # told in two graphs
                last = pair
                yield pair

    def _has_event(self, claim: Any, graph: Any) -> bool:
        found = self._database.quads_for_pattern(claim, _PROPOSITION, None, graph)
        return any(self._is_about_event(quad.object) for quad in found)

    def _asked_if_about_event(self, proposition: Any) -> bool:
        found = self._database.quads_for_pattern(proposition, _ABOUT, None, None)
        return next(iter(found), None) is not None

    def _values(self, subject: ox.NamedNode, predicate: ox.NamedNode, graph: Any) -> Iterator[str]:
        for quad in self._database.quads_for_pattern(subject, predicate, None, graph):
            yield _text(quad.object)


def _text(term: Any) -> str:
    """The IRI or the text of a term; what the shapes let in has one."""
    return str(term.value)


def looks(at: int, kind: str) -> dict[str, Any]:
    """Colour, size, and a place on a spiral that fills a disc evenly."""
    far, angle = 2 * SMALLEST * math.sqrt(at), at * _TURN
    x, y = round(far * math.cos(angle), 2) + 0.0, round(far * math.sin(angle), 2) + 0.0
    return {**coloured(COLOURS[kind]), "size": SMALLEST, "x": x, "y": y}
