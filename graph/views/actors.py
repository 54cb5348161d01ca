"""The ``actors`` view: who is said to have acted against whom, over all events.

An edge needs, for one event that is told as having happened, a perpetrator and a target that
somebody affirms. Where the target is a facility, its operator stands in for it when the gazetteer
knows one. Targets that are mere places or objects without an operator are left out: they are in
the ``events`` view.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import networkx as nx

from graph.names import code
from graph.rows import rows
from graph.views.evidence import RANKS, Evidence
from graph.views.happening import PROSPECTIVE, Days
from graph.views.scope import Scope
from graph.views.selection import EVERYTHING, Selection
from graph.views.thing import Things

if TYPE_CHECKING:
    from graph.store import Store

_PARTIES = """
SELECT ?proposition ?event ?role ?thing WHERE {
  VALUES ?role { code:perpetrator code:target }
  GRAPH ?graph {
    ?proposition a cev:Participation ; cev:about ?event ; cev:role ?role ; cev:participant ?thing
  }
}
"""
_STAND_INS = """
SELECT ?thing ?actor WHERE {
  { GRAPH ?graph { ?thing a cev:Actor } BIND(?thing AS ?actor) }
  UNION { GRAPH ?graph { ?thing cev:operator ?actor } }
}
"""


@dataclass(slots=True)
class _Edge:
    blame: Evidence = field(default_factory=Evidence)
    harm: Evidence = field(default_factory=Evidence)
    events: set[str] = field(default_factory=set)
    days: list[Days] = field(default_factory=list)


def actors(store: Store, selection: Selection = EVERYTHING) -> nx.MultiDiGraph[str]:
    """Who is said to have acted against whom.

    Args:
        store: An open store.
        selection: Which events and claims count; with an actor, only edges that touch it.

    Returns:
        Nodes are actors as in the ``events`` view. Edges of kind ``against`` have ``weight`` (the
        number of distinct events, linked ones counted once), ``certainty`` (the surest with which
        anybody blames, but no surer than anybody tells the target), ``denied`` (somebody denies
        the blame), ``sources``, and a spell for each event with a date.
    """
    found = _edges(Scope(store, selection))
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(view="actors")
    for thing, node in Things(store).nodes({end for pair in found for end in pair}).items():
        graph.add_node(thing, **node)
    for (source, target), edge in sorted(found.items()):
        graph.add_edge(source, target, key="against", **_fields(edge))
    return graph


def _edges(scope: Scope) -> dict[tuple[str, str], _Edge]:
    found: dict[tuple[str, str], _Edge] = {}
    for event, roles in _roles(scope).items():
        if scope.happenings.get(event, {}).get("status") in PROSPECTIVE | {"denied"}:
            continue
        for doer, blame in roles.get("perpetrator", {}).items():
            for sufferer, harm in roles.get("target", {}).items():
                if not scope.touches(doer, sufferer):
                    continue
                edge = found.setdefault((doer, sufferer), _Edge())
                edge.blame, edge.harm = edge.blame + blame, edge.harm + harm
                edge.events.add(scope.same.get(event, event))
                edge.days += [scope.days[event]] if event in scope.days else []
    return found


def _roles(scope: Scope) -> dict[str, dict[str, dict[str, Evidence]]]:
    """Affirmed parties: event, then role, then actor."""
    stand_ins: dict[str, set[str]] = {}
    for row in rows(scope.store, _STAND_INS):
        stand_ins.setdefault(row["thing"], set()).add(row["actor"])
    roles: dict[str, dict[str, dict[str, Evidence]]] = {}
    for event, role, thing, said in _affirmed(scope):
        for actor in sorted(stand_ins.get(thing, ())):
            parties = roles.setdefault(event, {}).setdefault(role, {})
            parties[actor] = parties.get(actor, Evidence()) + said
    return roles


def _affirmed(scope: Scope) -> Iterator[tuple[str, str, str, Evidence]]:
    for row in rows(scope.store, _PARTIES):
        said = scope.evidence.get(row["proposition"], Evidence())
        if said.affirming and scope.includes(row["event"]):
            yield row["event"], code(row["role"]), row["thing"], said


def _fields(edge: _Edge) -> dict[str, Any]:
    days = sorted({(d.first, d.last) for d in edge.days})
    sure = [e.certainty for e in (edge.blame, edge.harm) if e.certainty]
    fields: dict[str, Any] = {
        "kind": "against",
        "label": "said to have acted against",
        "weight": float(len(edge.events)),
        "certainty": min(sure, key=RANKS.__getitem__),
        "denied": bool(edge.blame.denying),
        "sources": (edge.blame + edge.harm).sources,
    }
    if days:
        fields["spells"] = days
        fields["date_start"] = min(first for first, _ in days).isoformat()
        fields["date_end"] = max(last for _, last in days).isoformat()
    return fields
