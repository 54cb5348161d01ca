"""The ``events`` view: actor -> event -> facility or place, each edge with its evidence.

An edge stands for one or more propositions and says how they are backed: ``certainty`` is the
surest certainty of a speaker who affirms it, ``claimants`` are those speakers, ``denied`` tells
whether anybody denies it, ``weight`` counts the affirming claimants (at least 1, because Gephi
drops edges of weight 0). Where nobody affirms, the kind begins with ``denied-`` (somebody denies)
or ``open-`` (speakers only decline to say): neither may look like an accusation. What no claim
backs is no edge. Edges of kind ``linked`` join events of different articles that this software
takes for one; they carry ``reason`` and ``score`` instead of claimants.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import networkx as nx

from graph.names import Label, code, labels, short
from graph.rows import rows
from graph.views.evidence import Evidence
from graph.views.scope import Scope
from graph.views.selection import EVERYTHING, Selection
from graph.views.thing import Things

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.store import Store

_PARTIES = """
SELECT ?proposition ?event ?role ?thing WHERE {
  GRAPH ?graph {
    ?proposition a cev:Participation ; cev:about ?event ; cev:role ?role ; cev:participant ?thing
  }
}
"""
_PLACES = """
SELECT ?proposition ?event ?thing WHERE {
  GRAPH ?graph { ?proposition a cev:Placement ; cev:about ?event ; cev:place ?thing }
}
"""
_LAUNCHES = """
SELECT ?proposition ?event ?thing WHERE {
  GRAPH ?graph { ?proposition a cev:Launch ; cev:about ?event ; cev:place ?thing }
}
"""
_ANSWERS = """
SELECT ?proposition ?event ?relation ?thing WHERE {
  GRAPH ?graph {
    ?proposition a cev:EventRelation ; cev:about ?event ; cev:eventRelation ?relation ;
                 cev:relatedEvent ?thing
  }
}
"""
_LINKS = """
SELECT ?first ?second (MIN(STR(?why)) AS ?reason) (MAX(?grade) AS ?score) WHERE {
  GRAPH ?graph {
    ?link cev:linkedEvent ?first, ?second . FILTER(STR(?first) < STR(?second))
    OPTIONAL { ?link cev:linkReason ?why FILTER(LANG(?why) = "en") }
    OPTIONAL { ?link cev:linkScore ?grade }
  }
} GROUP BY ?first ?second ORDER BY ?first ?second
"""


@dataclass(frozen=True, slots=True)
class Tie:
    """An edge to be: its ends, its kind, and the event whose days it has."""

    source: str
    target: str
    kind: str
    event: str


def events(store: Store, selection: Selection = EVERYTHING) -> nx.MultiDiGraph[str]:
    """The events of a store with their parties and places.

    Args:
        store: An open store.
        selection: Which events and claims count.

    Returns:
        Nodes are IRIs, with ``kind`` (actor, event, facility, place), ``iri``, ``label``,
        ``label_ar``, ``label_en``, ``lat``, ``lon``, and for events ``event_type``, ``status``,
        ``date_start``, ``date_end``, ``spells``. Edges are keyed by their kind: ``perpetrator`` and
        ``launched-from`` lead to the event; ``target``, ``at`` and other roles lead away from it;
        ``response-to`` from an event to the one that it answers. Each edge has ``kind``, ``role``,
        ``certainty``, ``claimants``, ``deniers``, ``denied``, ``weight``, ``sources``, the days of
        its event and its ``event_status``.
    """
    scope = Scope(store, selection)
    ties = _ties(scope)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(view="events")
    _add_nodes(graph, scope, ties)
    speakers = {c for said in ties.values() for v in said.voices for c in v.claimants}
    names = labels(store, speakers)
    for tie in sorted(ties, key=lambda t: (t.source, t.target, t.kind)):
        fields = edge_fields(tie.kind, ties[tie], names)
        fields["event_status"] = graph.nodes[tie.event].get("status", "")
        if days := scope.days.get(tie.event):
            fields |= days.fields()
        graph.add_edge(tie.source, tie.target, key=fields["kind"], **fields)
    for first, second, fields in _links(scope):
        graph.add_edge(first, second, key="linked", **fields)
    return graph


def _links(scope: Scope) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for row in rows(scope.store, _LINKS):
        if not (scope.includes(row["first"]) and scope.includes(row["second"])):
            continue
        fields: dict[str, Any] = {"kind": "linked", "role": "linked", "label": "linked"}
        fields |= {"weight": 1.0, "denied": False, "claimants": [], "deniers": [], "sources": []}
        fields["certainty"] = ""
        if "reason" in row:
            fields["reason"] = row["reason"]
        if "score" in row:
            fields["score"] = float(row["score"])
        yield row["first"], row["second"], fields


def _ties(scope: Scope) -> dict[Tie, Evidence]:
    found: dict[Tie, Evidence] = {}
    for proposition, tie in _all_ties(scope):
        said = scope.evidence.get(proposition)
        if said and scope.includes(tie.event):
            found[tie] = found.get(tie, Evidence()) + said
    return found


def _all_ties(scope: Scope) -> Iterator[tuple[str, Tie]]:
    for row in rows(scope.store, _PARTIES):
        role, event, thing = code(row["role"]), row["event"], row["thing"]
        ends = (thing, event) if role == "perpetrator" else (event, thing)
        yield row["proposition"], Tie(*ends, role, event)
    for row in rows(scope.store, _PLACES):
        yield row["proposition"], Tie(row["event"], row["thing"], "at", row["event"])
    for row in rows(scope.store, _LAUNCHES):
        yield row["proposition"], Tie(row["thing"], row["event"], "launched-from", row["event"])
    for row in rows(scope.store, _ANSWERS):
        if not scope.includes(row["thing"]):
            continue
        kind = code(row["relation"]).removeprefix("event-")
        yield row["proposition"], Tie(row["event"], row["thing"], kind, row["event"])


def _add_nodes(
    graph: nx.MultiDiGraph[str],
    scope: Scope,
    ties: Mapping[Tie, Evidence],
) -> None:
    happened = scope.happenings
    wanted = {*happened, *(t.source for t in ties), *(t.target for t in ties)}
    for thing, fields in Things(scope.store).nodes(wanted).items():
        fields |= happened.get(thing, {})
        if days := scope.days.get(thing):
            fields |= days.fields()
        graph.add_node(thing, **fields)


def edge_fields(kind: str, said: Evidence, names: Mapping[str, Label]) -> dict[str, Any]:
    """Attributes of an edge that stands for what was said."""
    affirming = {c for v in said.affirming for c in v.claimants}
    denying = {c for v in said.denying for c in v.claimants}
    seen = kind if said.affirming else f"{'denied' if said.denying else 'open'}-{kind}"
    return {
        "kind": seen,
        "role": kind,
        "label": seen.replace("-", " "),
        "certainty": said.certainty or "",
        "claimants": _names(affirming, names),
        "deniers": _names(denying, names),
        "denied": bool(said.denying),
        "weight": float(max(len(affirming), 1)),
        "sources": said.sources,
    }


def _names(speakers: set[str], names: Mapping[str, Label]) -> list[str]:
    return sorted(names[s].best("en") if s in names else short(s) for s in speakers)
