"""Which events of different articles are taken for one, so that they count once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

from graph.rows import rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.store import Store

_LINKS = """
SELECT DISTINCT ?first ?second WHERE {
  GRAPH ?graph { ?link cev:linkedEvent ?first, ?second . FILTER(STR(?first) < STR(?second)) }
}
"""


def representatives(store: Store) -> Mapping[str, str]:
    """For each linked event the first, by IRI, of all events that links join it to."""
    links: nx.Graph[str] = nx.Graph()
    links.add_edges_from((row["first"], row["second"]) for row in rows(store, _LINKS))
    return {event: min(part) for part in nx.connected_components(links) for event in part}
