"""The ``geo`` view: the part of the ``events`` view that can be put on a map.

Gephi's geographic layout fails when one node lacks coordinates, so every node here has them. An
event stands where somebody says that it took place; of several such places, at the one told most
surely (the first by IRI among equals), with ``place`` naming it. Actors have no place of their own
and are left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

from graph.views.events import events
from graph.views.evidence import RANKS
from graph.views.selection import EVERYTHING, Selection

if TYPE_CHECKING:
    from graph.store import Store


def geo(store: Store, selection: Selection = EVERYTHING) -> nx.MultiDiGraph[str]:
    """Events and places with ``lat`` and ``lon`` in degrees of WGS 84; edges as in ``events``.

    Args:
        store: An open store.
        selection: Which events and claims count.
    """
    full = events(store, selection)
    for event, where in _placed(full).items():
        node = full.nodes[where]
        full.nodes[event].update(lat=node["lat"], lon=node["lon"], place=where)
    full.remove_nodes_from([n for n, fields in full.nodes(data=True) if "lat" not in fields])
    full.graph["view"] = "geo"
    return full


def _placed(graph: nx.MultiDiGraph[str]) -> dict[str, str]:
    """The place of each event that has one with coordinates."""
    best: dict[str, tuple[int, str]] = {}
    for event, place, kind, fields in graph.edges(keys=True, data=True):
        if kind == "at" and "lat" in graph.nodes[place]:
            mine = (-RANKS[fields["certainty"]], place)
            best[event] = min(best.get(event, mine), mine)
    return {event: place for event, (_, place) in best.items()}
