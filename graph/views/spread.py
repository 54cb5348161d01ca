"""Places for the nodes of a file: springs where there are few nodes, radial trees where many.

Programs write names in the middle of a dot (Gephi) or right of it (Gephi Lite); either way there
is room for them.
"""

from __future__ import annotations

from collections.abc import Mapping

import networkx as nx

from graph.views.force import Box, apart, packed, parts
from graph.views.layout import Point, positions

FEW = 400
"""Most nodes for which springs are let pull; it takes seconds, and grows faster than the nodes."""
_LENGTH = 100.0  # of a spring
_LETTER = 6.5  # width
_LETTERS = 32  # most that have room
_LINE = 16.0


def spread(graph: nx.MultiDiGraph[str], sizes: Mapping[str, float]) -> dict[str, Point]:
    """A place for every node, centred on the origin, rounded to hundredths; up is positive.

    Args:
        graph: Nodes with ``label``.
        sizes: Radius of each node.
    """
    if len(graph) > FEW:
        return positions(graph)
    boxes = {name: _box(str(graph.nodes[name].get("label", "")), sizes[name]) for name in graph}
    placed = [
        dict(zip(part.names, apart(part.places, [boxes[n] for n in part.names]), strict=True))
        for part in parts(graph, _LENGTH)
    ]
    return _centred(packed(placed, boxes))


def _box(label: str, size: float) -> Box:
    room = min(len(label), _LETTERS) * _LETTER
    high = max(size, _LINE / 2)
    return Box(left=max(size, room / 2), right=size + room, up=high, down=high)


def _centred(places: Mapping[str, Point]) -> dict[str, Point]:
    if not places:
        return {}
    across, down = zip(*places.values(), strict=True)
    middle = (min(across) + max(across)) / 2, (min(down) + max(down)) / 2
    return {  # adding 0 makes -0.0 a plain zero
        name: (round(x - middle[0], 2) + 0.0, round(middle[1] - y, 2) + 0.0)
        for name, (x, y) in places.items()
    }
