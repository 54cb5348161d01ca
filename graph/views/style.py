"""How a view looks: colours that colour-blind readers tell apart, sizes by degree, places."""

from __future__ import annotations

import math
from collections.abc import Mapping

import networkx as nx

from graph.views.layout import positions

Colour = tuple[int, int, int]

# The palette of Okabe and Ito (2008), made for all common kinds of colour vision.
COLOURS: Mapping[str, Colour] = {
    "actor": (0, 114, 178),
    "event": (213, 94, 0),
    "facility": (0, 158, 115),
    "place": (86, 180, 233),
    "object": (0, 0, 0),
    "claim": (204, 121, 167),
    "proposition": (230, 159, 0),
    "document": (120, 120, 120),
    "other": (153, 153, 153),
}

SMALLEST = 10.0
"""Size of a node without edges, in Gephi's units."""


def dressed(graph: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """A copy with ``r g b``, ``size`` and ``x y`` on every node.

    The area of a node grows with the number of its edges.

    Raises:
        KeyError: A node's ``kind`` has no colour.
    """
    copy = graph.copy()
    for node, (x, y) in positions(graph).items():
        red, green, blue = COLOURS[graph.nodes[node]["kind"]]
        size = round(SMALLEST * math.sqrt(1 + graph.degree(node)), 2)
        copy.nodes[node].update(r=red, g=green, b=blue, size=size, x=x, y=y)
    return copy
