"""What a map stands on: a window of the world with sea, land, borders and degrees.

The projection is the plate carrée, with the middle parallel true to scale; coasts and borders are
the coarsest of Natural Earth, in ``land.tsv``.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import pairwise

from graph.picture import svg

Place = tuple[float, float]
"""Longitude and latitude in degrees."""
Line = tuple[Place, ...]
"""Longitude and latitude of each point."""
WIDE, TALL = 1100.0, 760.0
"""Most, in pixels."""
LEAST = 4.0
"""Degrees that a window shows at least, each way."""
_SEA = (225, 235, 243)
_LAND = (250, 248, 243)
_LINES = {"coast": (140, 158, 172), "border": (205, 192, 174)}
_GRID = (214, 222, 228)
_FRAME = (180, 190, 198)
_STEPS = (1, 2, 5, 10, 15, 30, 45)  # degrees between lines


@dataclass(frozen=True, slots=True)
class Window:
    """The part of the world that is shown, in degrees, and how large a degree is."""

    west: float
    south: float
    east: float
    north: float

    @property
    def flatness(self) -> float:
        """How much shorter a degree of longitude is than one of latitude."""
        return max(math.cos(math.radians((self.south + self.north) / 2)), 0.2)

    @property
    def scale(self) -> float:
        """Pixels of a degree of latitude."""
        wide = (self.east - self.west) * self.flatness
        return min(WIDE / wide, TALL / (self.north - self.south))

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in pixels."""
        wide = (self.east - self.west) * self.flatness
        return wide * self.scale, (self.north - self.south) * self.scale

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        """Place in the picture."""
        x = (lon - self.west) * self.flatness * self.scale
        return x, (self.north - lat) * self.scale

    def holds(self, lon: float, lat: float) -> bool:
        """Whether a place is inside."""
        return self.west <= lon <= self.east and self.south <= lat <= self.north


def window_around(places: Sequence[Place]) -> Window:
    """All places with a margin; no less than a few degrees, no more than the globe."""
    lons, lats = [lon for lon, _ in places], [lat for _, lat in places]
    tall, wide = max(lats) - min(lats), max(lons) - min(lons)
    up, side = max(0.1 * tall, (LEAST - tall) / 2), max(0.1 * wide, (LEAST - wide) / 2)
    up, side = max(up, (wide * 0.4 - tall) / 2), max(side, (tall * 0.8 - wide) / 2)
    return Window(
        west=max(min(lons) - side, -180.0),
        south=max(min(lats) - up, -90.0),
        east=min(max(lons) + side, 180.0),
        north=min(max(lats) + up, 90.0),
    )


def ground(window: Window) -> Iterator[str]:
    """Sea, land, coasts, borders and degrees, in the order of painting."""
    wide, tall = window.size
    yield svg.rect(0, 0, wide, tall, fill=_SEA)
    if shapes := [shape for ring in coasts() if (shape := _cropped(ring, window))]:
        d = "".join(f"M{_points(shape, window)}Z" for shape in shapes)
        yield svg.path(d, fill=_LAND, fill_rule="evenodd")  # a ring within a ring is a lake
    step = next((s for s in _STEPS if (window.east - window.west) / s <= 9), _STEPS[-1])
    meridians = [window.at(lon, 0)[0] for lon in _between(window.west, window.east, step)]
    parallels = [window.at(0, lat)[1] for lat in _between(window.south, window.north, step)]
    yield from (svg.line(x, 0, x, tall, stroke=_GRID) for x in meridians)
    yield from (svg.line(0, y, wide, y, stroke=_GRID) for y in parallels)
    for kind, line in land():
        hue, thick = _LINES[kind], 1.1 if kind == "coast" else 0.9
        for piece in _inside(line, window):
            points = _points(piece, window)
            yield svg.element(
                "polyline", points=points, fill="none", stroke=hue, stroke_width=thick
            )
    yield svg.rect(0, 0, wide, tall, fill="none", stroke=_FRAME)
    yield from _told(window, step)


def _told(window: Window, step: int) -> Iterator[str]:
    """Degrees along the left and the lower edge, where there is room for them."""
    wide, tall = window.size
    for lon in _between(window.west, window.east, step):
        if (x := window.at(lon, 0)[0]) < wide - 32:
            yield svg.text(x + 3, tall - 4, _degrees(lon, "E", "W"), 10, fill=svg.PALE)
    for lat in _between(window.south, window.north, step):
        if 14 < (y := window.at(0, lat)[1]) < tall - 14:
            yield svg.text(3, y - 3, _degrees(lat, "N", "S"), 10, fill=svg.PALE)


def _points(line: Iterable[Place], window: Window) -> str:
    return " ".join(f"{svg.number(x)},{svg.number(y)}" for x, y in (window.at(*p) for p in line))


def _between(low: float, high: float, step: int) -> Iterator[int]:
    first = math.ceil(low / step) * step
    while first <= high:
        yield first
        first += step


def _degrees(value: int, plus: str, minus: str) -> str:
    return f"{abs(value)}\u00b0{plus if value > 0 else minus if value < 0 else ''}"


def _inside(line: Line, window: Window) -> Iterator[Line]:
    """The pieces of a line between the edges of the window, cut there."""
    piece: list[Place] = []
    for start, end in pairwise(line):
        cut = _clipped(start, end, window)
        if cut is None:
            continue
        if piece and piece[-1] != cut[0]:
            yield tuple(piece)
            piece = []
        piece = [*(piece or [cut[0]]), cut[1]]
    if piece:
        yield tuple(piece)


def _clipped(start: Place, end: Place, window: Window) -> tuple[Place, Place] | None:
    """The part of a segment inside the window (Liang and Barsky, 1984)."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    enter, leave = 0.0, 1.0
    for rate, room in (
        (-dx, start[0] - window.west),
        (dx, window.east - start[0]),
        (-dy, start[1] - window.south),
        (dy, window.north - start[1]),
    ):
        if rate == 0:
            if room < 0:
                return None
        elif rate < 0:
            enter = max(enter, room / rate)
        else:
            leave = min(leave, room / rate)
    if enter > leave:
        return None
    first = start if enter == 0 else (start[0] + enter * dx, start[1] + enter * dy)
    last = end if leave == 1 else (start[0] + leave * dx, start[1] + leave * dy)
    return first, last


def _cropped(ring: Line, window: Window) -> Line:
    """The part of an area inside the window (Sutherland and Hodgman, 1974); empty for none."""
    points = list(ring)
    for axis, limit, is_upper in (
        (0, window.west, False),
        (0, window.east, True),
        (1, window.south, False),
        (1, window.north, True),
    ):
        points = _cut(points, axis, limit, (lambda a, b: a <= b) if is_upper else _not_less)
    return tuple(points)


def _not_less(value: float, limit: float) -> bool:
    return value >= limit


def _cut(
    ring: Sequence[Place], axis: int, limit: float, is_in: Callable[[float, float], bool]
) -> list[Place]:
    """What of an area is on one side of a line along an axis."""
    kept: list[Place] = []
    for start, end in zip(ring, [*ring[1:], *ring[:1]], strict=True):
        if is_in(start[axis], limit):
            kept.append(start)
        if is_in(start[axis], limit) != is_in(end[axis], limit):
            share = (limit - start[axis]) / (end[axis] - start[axis])
            other = start[1 - axis] + share * (end[1 - axis] - start[1 - axis])
            kept.append((limit, other) if axis == 0 else (other, limit))
    return kept


@cache
def land() -> tuple[tuple[str, Line], ...]:
    """Coasts and borders as lines, each with ``coast`` or ``border``."""
    text = (resources.files("graph") / "picture" / "land.tsv").read_text(encoding="utf-8")
    return tuple(_read(row) for row in text.splitlines()[1:])


@cache
def coasts() -> tuple[Line, ...]:
    """Coasts as closed rings: each line goes on where another one begins."""
    lines = [line for kind, line in land() if kind == "coast"]
    rings = [line for line in lines if line[0] == line[-1]]
    following = {line[0]: line for line in lines if line[0] != line[-1]}
    while following:
        ring = following.pop(next(iter(following)))
        while ring[-1] in following:
            ring = (*ring[:-1], *following.pop(ring[-1]))
        rings.append(ring)
    return tuple(rings)


def _read(row: str) -> tuple[str, Line]:
    kind, _, points = row.partition("\t")
    pairs = (point.split(",") for point in points.split(" "))
    return kind, tuple((float(lon), float(lat)) for lon, lat in pairs)
