"""A first layout that is the same on every machine: radial trees, side by side.

Each connected part is drawn as a breadth-first tree around its best connected node, ring by ring
(the radial drawing of Eades, 1992: every subtree gets a slice as wide as its leaves are many). The
parts are set in rows, largest first. The cost is linear; no random start, no iteration, so that
rounding cannot grow into another picture elsewhere.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

Point = tuple[float, float]

RING = 60.0
"""Distance of neighbouring rings, in units of the drawing."""
SPACING = 40.0
"""Room of one node along its ring."""


def positions(graph: nx.MultiDiGraph[str]) -> dict[str, Point]:
    """A place for every node, centred on the origin, rounded to hundredths."""
    flat = nx.Graph(graph.to_undirected(as_view=True))
    parts = sorted(nx.connected_components(flat), key=lambda part: (-len(part), min(part)))
    drawn = [_radial(flat, sorted(part)) for part in parts]
    return _rows(drawn)


@dataclass(frozen=True, slots=True)
class _Disc:
    radius: float
    points: Mapping[str, Point]


def _radial(graph: nx.Graph[str], part: Sequence[str]) -> _Disc:
    root = min(part, key=lambda node: (-graph.degree(node), node))
    rings, children = _tree(graph, root)
    radii = _radii([len(ring) for ring in rings])
    leaves = _leaves(rings, children)
    points: dict[str, Point] = {}
    slices = {root: (0.0, math.tau)}
    for radius, ring in zip(radii, rings, strict=True):
        for node in ring:
            low, high = slices[node]
            middle = (low + high) / 2
            points[node] = (radius * math.cos(middle), radius * math.sin(middle))
            for child in children[node]:
                share = (high - slices[node][0]) * leaves[child] / leaves[node]
                slices[child] = (low, low + share)
                low += share
    return _Disc(radii[-1] + RING, points)


def _tree(graph: nx.Graph[str], root: str) -> tuple[list[list[str]], dict[str, list[str]]]:
    """Rings of the breadth-first tree, and the children of each node."""
    rings, seen = [[root]], {root}
    children: dict[str, list[str]] = {}
    while True:
        ring: list[str] = []
        for node in rings[-1]:
            children[node] = sorted(n for n in graph.neighbors(node) if n not in seen)
            seen.update(children[node])
            ring.extend(children[node])
        if not ring:
            return rings, children
        rings.append(ring)


def _radii(counts: Sequence[int]) -> list[float]:
    """Radius of each ring: far enough from the one inside, and long enough for its nodes."""
    radii = [0.0]
    for count in counts[1:]:
        radii.append(max(radii[-1] + RING, count * SPACING / math.tau))
    return radii


def _leaves(
    rings: Sequence[Sequence[str]], children: Mapping[str, Sequence[str]]
) -> dict[str, int]:
    leaves: dict[str, int] = {}
    for ring in reversed(rings):
        for node in ring:
            leaves[node] = sum(leaves[c] for c in children[node]) or 1
    return leaves


def _rows(discs: Sequence[_Disc]) -> dict[str, Point]:
    """Set the discs in rows of about the width of a square that holds them all."""
    if not discs:
        return {}
    width = max(1.2 * math.sqrt(sum((2 * d.radius) ** 2 for d in discs)), 2 * discs[0].radius)
    placed: dict[str, Point] = {}
    x = y = tall = wide = 0.0
    for disc in discs:
        if x and x + 2 * disc.radius > width:
            x, y, tall = 0.0, y + tall, 0.0
        tall = max(tall, 2 * disc.radius)
        centre = (x + disc.radius, y + disc.radius)
        for node, point in disc.points.items():
            placed[node] = (point[0] + centre[0], -(point[1] + centre[1]))
        x += 2 * disc.radius
        wide = max(wide, x)
    return {
        # Adding 0 makes -0.0 a plain zero.
        n: (round(a - wide / 2, 2) + 0.0, round(b + (y + tall) / 2, 2) + 0.0)
        for n, (a, b) in placed.items()
    }
