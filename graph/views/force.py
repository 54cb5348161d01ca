"""Places for nodes with room for their names: springs, then boxes pushed apart, then parts packed.

The springs are those of Fruchterman and Reingold (1991); only near nodes repel each other. All
arithmetic is of the four kinds and square roots, which every machine rounds alike, so that many
rounds still end in the same picture everywhere.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

from graph.views.layout import Point, positions

_Cells = dict[tuple[int, int], list[int]]

_ROUNDS = 160
_PUSHES = 400
_GAP = 10.0  # between boxes
_STRETCH = 1.35  # names lie, so that there has to be more room beside than below;
_MORE_STRETCH = 0.8 / 300  # and more for each node, as fuller parts grow upwards when pushed apart


@dataclass(frozen=True, slots=True)
class Box:
    """Room that a node needs around its place, in pixels."""

    left: float
    right: float
    up: float
    down: float


@dataclass(frozen=True, slots=True)
class Part:
    """A connected part of a graph: its nodes, their places, and which of them are tied."""

    names: Sequence[str]
    places: Sequence[Point]
    ties: Sequence[tuple[int, int]]


def parts(graph: nx.MultiDiGraph[str], length: float) -> Iterator[Part]:
    """The connected parts after springs of this length have pulled, wider than high."""
    start = positions(graph)
    for members in sorted(nx.weakly_connected_components(graph), key=min):
        names = sorted(members)
        number = {name: at for at, name in enumerate(names)}
        pairs = {(number[a], number[b]) for a, b in graph.subgraph(names).edges()}
        ties = sorted({(min(pair), max(pair)) for pair in pairs})
        # The first layout, a quarter further: chains lie instead of standing.
        free = relaxed([(start[n][1], start[n][0]) for n in names], ties, length)
        stretch = _STRETCH + _MORE_STRETCH * min(len(names), 300)
        yield Part(names, [(x * stretch, y) for x, y in free], ties)


def relaxed(start: Sequence[Point], edges: Iterable[tuple[int, int]], length: float) -> list[Point]:
    """Let springs of this length pull on the nodes of one connected part."""
    places = [list(point) for point in start]
    ties = [(a, b) for a, b in edges if a != b]
    heat = length * 1.5
    for _ in range(_ROUNDS if len(places) > 2 else 0):
        moves = _repulsion(places, length)
        for a, b in ties:
            dx, dy = places[a][0] - places[b][0], places[a][1] - places[b][1]
            far = math.sqrt(dx * dx + dy * dy)
            pull = far / length
            moves[a][0] -= dx * pull
            moves[a][1] -= dy * pull
            moves[b][0] += dx * pull
            moves[b][1] += dy * pull
        for place, (dx, dy) in zip(places, moves, strict=True):
            far = math.sqrt(dx * dx + dy * dy)
            step = min(far, heat) / far if far else 0.0
            place[0] += dx * step
            place[1] += dy * step
        heat = max(heat * 0.97, length * 0.01)
    return [(x, y) for x, y in places]


def _repulsion(places: Sequence[Sequence[float]], length: float) -> list[list[float]]:
    reach = 2.5 * length
    moves = [[0.0, 0.0] for _ in places]
    for a, b in _near(places, reach):
        dx, dy = places[a][0] - places[b][0], places[a][1] - places[b][1]
        if not dx and not dy:
            dx = 0.01 * (a - b)
        square = max(dx * dx + dy * dy, 1e-4)
        if square < reach * reach:
            push = length * length / square
            moves[a][0] += dx * push
            moves[a][1] += dy * push
            moves[b][0] -= dx * push
            moves[b][1] -= dy * push
    return moves


def _near(places: Sequence[Sequence[float]], reach: float) -> Iterable[tuple[int, int]]:
    """Pairs of nodes in the same or in neighbouring squares of the plane."""
    cells: _Cells = {}
    for at, place in enumerate(places):
        cells.setdefault((math.floor(place[0] / reach), math.floor(place[1] / reach)), []).append(
            at
        )
    for (column, row), here in cells.items():
        for at, a in enumerate(here):
            for b in here[at + 1 :]:
                yield a, b
        for beside in ((1, -1), (1, 0), (1, 1), (0, 1)):
            for b in cells.get((column + beside[0], row + beside[1]), ()):
                for a in here:
                    yield a, b


def apart(places: Sequence[Point], boxes: Sequence[Box]) -> list[Point]:
    """Push nodes apart, along the shorter way, until no two boxes overlap or patience ends."""
    moved = [list(point) for point in places]
    widest = max((max(b.left + b.right, b.up + b.down) for b in boxes), default=1.0) + _GAP
    for _ in range(_PUSHES):
        is_quiet = True
        for a, b in sorted(_near(moved, widest)):
            dx, dy = _overlap(moved[a], boxes[a], moved[b], boxes[b])
            if dx and dy:
                is_quiet = False
                axis, by = (0, dx / 2) if abs(dx) < abs(dy) else (1, dy / 2)
                moved[a][axis] -= by
                moved[b][axis] += by
        if is_quiet:
            break
    return [(x, y) for x, y in moved]


def _overlap(
    one: Sequence[float], box: Box, other: Sequence[float], its: Box
) -> tuple[float, float]:
    """How far the other has to go right (or left) and down (or up); 0 where they are apart."""
    ways = []
    for axis, (low, high), (its_low, its_high) in (
        (0, (box.left, box.right), (its.left, its.right)),
        (1, (box.up, box.down), (its.up, its.down)),
    ):
        ahead = one[axis] + high - (other[axis] - its_low) + _GAP
        behind = other[axis] + its_high - (one[axis] - low) + _GAP
        if ahead <= 0 or behind <= 0:
            return 0.0, 0.0
        ways.append(ahead if ahead <= behind else -behind)
    return ways[0], ways[1]


def packed(
    parts: Sequence[Mapping[str, Point]], boxes: Mapping[str, Box], shape: float = 1.5
) -> dict[str, Point]:
    """Set parts in rows, the largest first, so that the whole is about ``shape`` times as wide.

    Returns:
        Places with the top left corner of all boxes at the origin.
    """
    frames = [_frame(part, boxes) for part in parts]
    order = sorted(range(len(parts)), key=lambda i: (-(frames[i][3] - frames[i][1]), i))
    area = sum((right - left + 30) * (down - up + 30) for left, up, right, down in frames)
    widest = max((right - left for left, _, right, _ in frames), default=0.0)
    limit = max(math.sqrt(area * shape) * 1.08, widest)
    if widest > 0.55 * limit:  # one large part: what is small goes below it, not beside
        limit = widest
    placed: dict[str, Point] = {}
    x = y = tall = 0.0
    for at in order:
        left, up, right, down = frames[at]
        if x and x + right - left > limit:
            x, y, tall = 0.0, y + tall + 30, 0.0
        for node, (a, b) in parts[at].items():
            placed[node] = (a - left + x, b - up + y)
        x += right - left + 30
        tall = max(tall, down - up)
    return placed


def _frame(
    part: Mapping[str, Point], boxes: Mapping[str, Box]
) -> tuple[float, float, float, float]:
    return (
        min(x - boxes[n].left for n, (x, _) in part.items()),
        min(y - boxes[n].up for n, (_, y) in part.items()),
        max(x + boxes[n].right for n, (x, _) in part.items()),
        max(y + boxes[n].down for n, (_, y) in part.items()),
    )
