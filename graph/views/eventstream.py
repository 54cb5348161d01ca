"""The ``events`` and ``geo`` views read from the store event by event, for very large graphs.

All edges of an event follow from the propositions about it, so that one event after another can be
written and forgotten. Nodes and edges are those of ``graph.views.events`` and ``graph.views.geo``,
in the order of the store's index; what needs the whole graph at once (measures, a layout) is not
there.

The views ``accusations`` and ``actors`` cannot be read like this: each of their edges is a sum over
all events of the store.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

import pyoxigraph as ox

from graph.column import Column
from graph.names import Label, code, labels
from graph.sheet import EdgeRow, Head, NodeRow
from graph.views.claims import local
from graph.views.events import Tie, edge_fields
from graph.views.evidence import RANKS, Evidence, Voice
from graph.views.happening import Days, hull
from graph.views.stream import looks
from graph.views.style import EDGE_COLOURS, coloured, stance
from graph.views.thing import Things
from graph.views.words import label, phrase
from graph.vocabulary import V
from ontology.namespace import CEV

if TYPE_CHECKING:
    from graph.store import Store

_THINGS: Final = tuple(ox.NamedNode(p) for p in (CEV.participant, CEV.place))
_KEPT: Final = 4096  # of what is asked for again and again
_NODE_TEXTS: Final = (
    "iri", "kind", "label_ar", "label_en", "event_type", "status", "date_start", "date_end",
)  # fmt: skip
_EDGE_TEXTS: Final = (
    "kind", "role", "certainty", "claimants", "deniers", "sources", "event_status", "date_start",
    "date_end", "reason",
)  # fmt: skip
_Facts = Mapping[str, list[str]]


def head(view: str) -> Head:
    """The columns of ``events`` or ``geo``."""
    texts = (*_NODE_TEXTS, "place") if view == "geo" else _NODE_TEXTS
    return Head(
        nodes=[*(Column(t, "string") for t in texts), *(Column(t, "double") for t in _POINT)],
        edges=[
            *(Column(title, "string") for title in _EDGE_TEXTS),
            Column("denied", "boolean"),
            Column("score", "double"),
        ],
        dynamic=True,
        description=f"conflictkg, view {view}, as it was read",
    )


_POINT: Final = ("lat", "lon")


@dataclass(frozen=True, slots=True)
class _Event:
    """An event with all that its node and its edges need."""

    fields: Mapping[str, Any]
    days: Days | None
    ties: Mapping[Tie, Evidence]


class EventStream:
    """Nodes and edges of the ``events`` view of a store, or of its part with coordinates."""

    def __init__(self, store: Store, lang: str = "en", *, on_map: bool = False) -> None:
        """Read from a store.

        Args:
            store: An open store.
            lang: Language of labels: ``ar``, ``en`` or ``both``.
            on_map: Leave only what has coordinates, as the ``geo`` view does.
        """
        self._store = store
        self._database = store.database
        self._lang = lang
        self._on_map = on_map
        self._thing = lru_cache(maxsize=_KEPT)(self._read_thing)
        self._name = lru_cache(maxsize=_KEPT)(self._read_name)
        self._document = lru_cache(maxsize=_KEPT)(self._read_document)
        self._where = lru_cache(maxsize=_KEPT)(self._read_where)

    def nodes(self) -> Iterator[NodeRow]:
        """Events, then parties, facilities and places, each once."""
        for at, (name, fields) in enumerate(self._rows()):
            yield name, {**fields, "label": label(fields, self._lang), **looks(at, fields["kind"])}

    def edges(self) -> Iterator[EdgeRow]:
        """The edges of one event after the other, with its links to events of other articles."""
        for event in self._events():
            for source, target, fields in (*self._ties(event), *self._links(event)):
                if not self._on_map or (self._where(source) and self._where(target)):
                    kind = fields["kind"]
                    shown = {"label": phrase(kind, self._lang)}
                    yield (
                        source,
                        target,
                        {**fields, **shown, **coloured(EDGE_COLOURS[stance(kind)])},
                    )

    def _rows(self) -> Iterator[NodeRow]:
        for event in self._events():
            told = self._told(event)
            days = told.days.fields() if told.days else {}
            fields = {**self._thing(event), **told.fields, **days}
            if not self._on_map:
                yield event, fields
            elif where := self._where(event):
                yield event, {**fields, "lat": where[0], "lon": where[1], "place": where[2]}
        for thing in self._things():
            if not self._on_map or "lat" in self._thing(thing):
                yield thing, self._thing(thing)

    def _events(self) -> Iterator[str]:
        last = ""
        for quad in self._database.quads_for_pattern(None, V.type, V.Event, None):
            event = _text(quad.subject)
            if event != last:  # told in two graphs
                last = event
                yield event

    def _things(self) -> Iterator[str]:
        """What events are tied to, by one property after the other."""
        for at, property_ in enumerate(_THINGS):
            last = ""
            for quad in self._database.quads_for_pattern(None, property_, None, None):
                thing = _text(quad.object)
                if thing == last:
                    continue
                last = thing
                if self._is_tied(thing, property_) and not any(
                    self._is_tied(thing, earlier) for earlier in _THINGS[:at]
                ):
                    yield thing

    def _is_tied(self, thing: str, property_: ox.NamedNode) -> bool:
        found = self._database.quads_for_pattern(None, property_, ox.NamedNode(thing), None)
        return any(
            self._ties_of(p) and self._evidence(p) for p in (_text(q.subject) for q in found)
        )

    def _told(self, event: str) -> _Event:
        facts = self._facts(event)
        fields = {"event_type": code(facts["eventType"][0])}
        if "eventStatus" in facts:
            fields["status"] = code(facts["eventStatus"][0]).removeprefix("status-")
        ties: dict[Tie, Evidence] = {}
        days = []
        for proposition in self._subjects(V.about, event):
            said = self._evidence(proposition)
            if said is None:
                continue
            for tie in self._ties_of(proposition):
                ties[tie] = ties.get(tie, Evidence()) + said
            if said.affirming:
                days += self._days_of(proposition)
        return _Event(fields, hull(days), ties)

    def _ties_of(self, proposition: str) -> list[Tie]:
        """The edges that a proposition is a reason for."""
        facts = self._facts(proposition)
        kinds = {local(kind) for kind in facts.get("type", ())}
        found = []
        for event in facts.get("about", ()):
            if "Participation" in kinds:
                for role in (code(role) for role in facts.get("role", ())):
                    for thing in facts.get("participant", ()):
                        ends = (thing, event) if role == "perpetrator" else (event, thing)
                        found.append(Tie(*ends, role, event))
            if "Placement" in kinds:
                found += [Tie(event, thing, "at", event) for thing in facts.get("place", ())]
            if "Launch" in kinds:
                found += [Tie(s, event, "launched-from", event) for s in facts.get("place", ())]
            if "EventRelation" in kinds:
                for relation in facts.get("eventRelation", ()):
                    kind = code(relation).removeprefix("event-")
                    found += [Tie(event, e, kind, event) for e in facts.get("relatedEvent", ())]
        return found

    def _days_of(self, proposition: str) -> list[Days]:
        facts = self._facts(proposition)
        if "Dating" not in {local(kind) for kind in facts.get("type", ())}:
            return []
        return [
            Days(date.fromisoformat(first), date.fromisoformat(last))
            for first in facts.get("earliest", ())
            for last in facts.get("latest", ())
        ]

    def _ties(self, event: str) -> Iterator[EdgeRow]:
        told = self._told(event)
        for tie in sorted(told.ties, key=lambda t: (t.source, t.target, t.kind)):
            said = told.ties[tie]
            speakers = sorted({c for v in said.voices for c in v.claimants})
            names = {s: name for s in speakers if (name := self._name(s))}
            fields = edge_fields(tie.kind, said, names)
            fields["event_status"] = told.fields.get("status", "")
            yield tie.source, tie.target, {**fields, **(told.days.fields() if told.days else {})}

    def _links(self, event: str) -> Iterator[EdgeRow]:
        """Links to events that come after this one by their IRIs, so that none is told twice."""
        found: dict[str, list[_Facts]] = {}
        for link in self._subjects(V.linkedEvent, event):
            facts = self._facts(link)
            for other in facts["linkedEvent"]:
                if event < other:
                    found.setdefault(other, []).append({**facts, "iri": [link]})
        for other, all_facts in sorted(found.items()):
            fields: dict[str, Any] = {"kind": "linked", "role": "linked", "weight": 1.0}
            fields |= {"certainty": "", "denied": False}
            fields |= {"claimants": [], "deniers": [], "sources": []}
            reasons = [why for f in all_facts for why in self._english(f["iri"][0], CEV.linkReason)]
            scores = [float(score) for f in all_facts for score in f.get("linkScore", ())]
            fields |= {"reason": min(reasons)} if reasons else {}
            fields |= {"score": max(scores)} if scores else {}
            yield event, other, fields

    def _english(self, subject: str, property_: str) -> list[str]:
        pattern = (ox.NamedNode(subject), ox.NamedNode(property_))
        found = (quad.object for quad in self._database.quads_for_pattern(*pattern, None, None))
        return [t.value for t in found if isinstance(t, ox.Literal) and t.language == "en"]

    def _read_where(self, thing: str) -> tuple[float, float, str] | None:
        """Latitude, longitude and place of an event or a thing; None where it has none."""
        node = self._thing(thing)
        if "lat" in node:
            return node["lat"], node["lon"], thing
        if node["kind"] != "event":
            return None
        best = min(
            (
                (-RANKS[said.certainty], tie.target)
                for tie, said in self._told(thing).ties.items()
                if tie.kind == "at" and said.certainty and "lat" in self._thing(tie.target)
            ),
            default=None,
        )
        return self._where(best[1]) if best else None

    def _evidence(self, proposition: str) -> Evidence | None:
        """The claims about a proposition; None where there is none."""
        found = {}
        for quad in self._database.quads_for_pattern(
            None, V.proposition, ox.NamedNode(proposition), None
        ):
            claim = _text(quad.subject)
            found[claim] = self._voice(claim)
        return Evidence(tuple(found[claim] for claim in sorted(found))) if found else None

    def _voice(self, claim: str) -> Voice:
        facts = self._facts(claim)
        documents = {d for m in facts["evidence"] for d in self._facts(m).get("hasSource", ())}
        return Voice(
            claim=claim,
            claimants=frozenset(facts["claimant"]),
            bodies=frozenset(facts.get("onBehalfOf", ())),
            polarity=code(facts["polarity"][0]),
            certainty=code(facts["certainty"][0]),
            sources=frozenset(self._document(document) for document in documents),
        )

    def _read_document(self, document: str) -> str:
        return self._facts(document).get("url", [document])[0]

    def _read_thing(self, thing: str) -> Mapping[str, Any]:
        return Things(self._store).nodes([thing])[thing]

    def _read_name(self, thing: str) -> Label | None:
        return labels(self._store, [thing]).get(thing)

    def _facts(self, subject: str) -> _Facts:
        found: dict[str, set[str]] = {}
        for quad in self._database.quads_for_pattern(ox.NamedNode(subject), None, None, None):
            found.setdefault(local(quad.predicate.value), set()).add(_text(quad.object))
        return {name: sorted(values) for name, values in found.items()}

    def _subjects(self, property_: ox.NamedNode, value: str) -> list[str]:
        pattern = (None, property_, ox.NamedNode(value), None)
        return sorted({_text(quad.subject) for quad in self._database.quads_for_pattern(*pattern)})


def _text(term: Any) -> str:
    """The IRI or the text of a term; what the shapes let in has one."""
    return str(term.value)
