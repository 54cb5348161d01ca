"""The ``accusations`` view: who accuses whom, who denies it, who claims the act for itself.

One edge for each pair and kind, from the speaker to the accused:

* ``accuses``: affirms that the other carried out an event;
* ``claims-responsibility``: affirms it of itself, or of the body it speaks for;
* ``denies``: says that the other (or the speaker itself) did not do it;
* ``leaves-open``: declines to say.

Events that are only threatened or planned are left out: nobody can be blamed for them yet.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import networkx as nx

from graph.rows import rows
from graph.views.evidence import RANKS, Evidence, Voice
from graph.views.happening import PROSPECTIVE, Days
from graph.views.scope import Scope
from graph.views.selection import EVERYTHING, Selection
from graph.views.thing import Things

if TYPE_CHECKING:
    from graph.store import Store

_BLAME = """
SELECT ?proposition ?event ?accused WHERE {
  GRAPH ?graph {
    ?proposition a cev:Participation ; cev:about ?event ; cev:role code:perpetrator ;
                 cev:participant ?accused
  }
}
"""
WEIGHTS: Mapping[str, float] = {"certain": 3.0, "probable": 2.0, "possible": 1.0, "unstated": 1.0}
"""What one claim adds to the weight of its edge, by the speaker's certainty."""


@dataclass(slots=True)
class _Edge:
    voices: list[Voice] = field(default_factory=list)
    events: set[str] = field(default_factory=set)
    days: list[Days] = field(default_factory=list)


def accusations(store: Store, selection: Selection = EVERYTHING) -> nx.MultiDiGraph[str]:
    """Who accuses whom.

    Args:
        store: An open store.
        selection: Which events and claims count; with an actor, only edges that touch it.

    Returns:
        Nodes are actors as in the ``events`` view. Edges have ``kind``, ``weight`` (the sum of
        ``WEIGHTS`` over the claims), ``claims`` and ``events`` (how many claims, and how many
        distinct events, linked ones counted once), ``certainty`` (the surest), ``denied``,
        ``sources``, and a spell for each event with a date.
    """
    found = _edges(Scope(store, selection))
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(view="accusations")
    ends = {end for source, target, _ in found for end in (source, target)}
    for thing, node in Things(store).nodes(ends).items():
        graph.add_node(thing, **node)
    for (source, target, kind), edge in sorted(found.items()):
        graph.add_edge(source, target, key=kind, **_fields(kind, edge))
    return graph


def _edges(scope: Scope) -> dict[tuple[str, str, str], _Edge]:
    found: dict[tuple[str, str, str], _Edge] = {}
    for row in rows(scope.store, _BLAME):
        event, accused = row["event"], row["accused"]
        if not scope.includes(event):
            continue
        if scope.happenings.get(event, {}).get("status") in PROSPECTIVE:
            continue
        for voice in scope.evidence.get(row["proposition"], Evidence()).voices:
            for speaker in (s for s in sorted(voice.claimants) if scope.touches(s, accused)):
                edge = found.setdefault((speaker, accused, _kind(voice, accused)), _Edge())
                edge.voices.append(voice)
                edge.events.add(scope.same.get(event, event))
                edge.days += [scope.days[event]] if event in scope.days else []
    return found


def _kind(voice: Voice, accused: str) -> str:
    if voice.polarity == "affirmed":
        own = accused in voice.claimants | voice.bodies
        return "claims-responsibility" if own else "accuses"
    return "denies" if voice.polarity == "negated" else "leaves-open"


def _fields(kind: str, edge: _Edge) -> dict[str, Any]:
    days = sorted({(d.first, d.last) for d in edge.days})
    fields: dict[str, Any] = {
        "kind": kind,
        "label": kind.replace("-", " "),
        "weight": sum(WEIGHTS[v.certainty] for v in edge.voices),
        "claims": len({v.claim for v in edge.voices}),
        "events": len(edge.events),
        "certainty": max((v.certainty for v in edge.voices), key=RANKS.__getitem__),
        "denied": kind == "denies",
        "sources": sorted({s for v in edge.voices for s in v.sources}),
    }
    if days:
        fields["spells"] = days
        fields["date_start"] = min(first for first, _ in days).isoformat()
        fields["date_end"] = max(last for _, last in days).isoformat()
    return fields
