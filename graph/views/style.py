"""How a view looks: colours that colour-blind readers tell apart, sizes by weight, places."""

from __future__ import annotations

import math
from collections.abc import Mapping

import networkx as nx

from graph.views.spread import spread

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

EDGE_COLOURS: Mapping[str, Colour] = {
    "affirmed": (90, 90, 90),
    "denied": (213, 94, 0),
    "open": (170, 170, 170),
    "own": (0, 114, 178),
    "linked": (204, 121, 167),
}
"""Colours of edges by stance, from the same palette and two greys."""
_STANCES: Mapping[str, str] = {
    "denies": "denied",
    "leaves-open": "open",
    "claims-responsibility": "own",
    "linked": "linked",
}

SMALLEST = 10.0
"""Size of a node without edges, in Gephi's units."""


def stance(kind: str) -> str:
    """What an edge of this kind says: a key of ``EDGE_COLOURS``.

    >>> stance("denied-perpetrator"), stance("target"), stance("leaves-open")
    ('denied', 'affirmed', 'open')
    """
    first = kind.partition("-")[0]
    return _STANCES.get(kind, first if first in ("denied", "open") else "affirmed")


def dressed(graph: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """A copy with ``r g b``, ``size`` and ``x y`` on every node, and ``r g b`` on every edge.

    The area of a node grows with the weight of its edges.

    Raises:
        KeyError: A node's ``kind`` has no colour.
    """
    copy = graph.copy()
    sizes = {
        node: round(SMALLEST * math.sqrt(1 + graph.degree(node, weight="weight")), 2)
        for node in graph
    }
    for node, (x, y) in spread(graph, sizes).items():
        hue = coloured(COLOURS[graph.nodes[node]["kind"]])
        copy.nodes[node].update(hue, size=sizes[node], x=x, y=y)
    for *_, fields in copy.edges(data=True):
        fields.update(coloured(EDGE_COLOURS[stance(fields["kind"])]))
    return copy


def coloured(colour: Colour) -> dict[str, int]:
    """A colour as attributes."""
    return dict(zip("rgb", colour, strict=True))
