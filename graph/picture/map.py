"""Events on a map: a disc for each place, as large as the events there are many.

The projection is the plate carrée, with the middle parallel true to scale; coasts and borders are
the coarsest of Natural Earth, in ``land.tsv``.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import Any

import networkx as nx

from graph.picture import svg
from graph.picture.frame import Entry, framed
from graph.picture.svg import Drawing
from graph.picture.text import width, wrapped
from graph.views.style import COLOURS
from graph.views.words import JOINT, Labels, phrase, told, words

Line = tuple[tuple[float, float], ...]
"""Longitude and latitude of each point."""
_WIDE, _TALL = 1100.0, 760.0  # most, in pixels
_LEAST = 4.0  # degrees
_SEA = (232, 240, 246)
_LAND = {"coast": (120, 140, 155), "border": (200, 190, 175)}
_SIZE = 12.0
_STEPS = (1, 2, 5, 10, 15, 30, 45)  # degrees between lines


@dataclass(frozen=True, slots=True)
class _Spot:
    lat: float
    lon: float
    names: list[str] = field(default_factory=list)
    events: list[str] = field(default_factory=list)

    @property
    def radius(self) -> float:
        return min(5.0 + 3.2 * math.sqrt(len(self.events)), 26.0)


@dataclass(frozen=True, slots=True)
class _Window:
    """The part of the world that is shown, in degrees, and how large a degree is."""

    west: float
    south: float
    east: float
    north: float

    @property
    def flatness(self) -> float:
        return max(math.cos(math.radians((self.south + self.north) / 2)), 0.2)

    @property
    def scale(self) -> float:
        wide = (self.east - self.west) * self.flatness
        return min(_WIDE / wide, _TALL / (self.north - self.south))

    @property
    def size(self) -> tuple[float, float]:
        wide = (self.east - self.west) * self.flatness
        return wide * self.scale, (self.north - self.south) * self.scale

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        """Place in the picture."""
        x = (lon - self.west) * self.flatness * self.scale
        return x, (self.north - lat) * self.scale


def map_(graph: nx.MultiDiGraph[str], lang: str = "en") -> Drawing:
    """Draw the ``geo`` view, labelled.

    Args:
        graph: Every node has ``lat`` and ``lon``, degrees of WGS 84.
        lang: Language of title and legend: ``ar``, or English for ``en`` and ``both``.
    """
    tongue = "ar" if lang == Labels.AR else "en"
    spots = _spots(graph)
    title = told(words().titles, "map", tongue)
    if not spots:
        notes = [told(words().notes, "empty", tongue)]
        return framed([], (0.0, 0.0), title=title, notes=notes, entries=[], lang=tongue)
    window = _window(spots)
    named = list(_names(spots, window))
    body = [*_ground(window), *_discs(spots, window), *named]
    nameless = sum(bool(spot.names) for spot in spots) - len(named)
    events = sum(len(spot.events) for spot in spots)
    notes = [told(words().notes, key, tongue, *v) for key, v in (
        ("events", (events,)), ("unlabelled", (nameless,)), ("borders", ()),
    ) if key != "unlabelled" or nameless]  # fmt: skip
    entries = [
        Entry(phrase("event", tongue), COLOURS["event"]),
        Entry(phrase("place", tongue), COLOURS["facility"]),
    ]
    drawing = framed(body, window.size, title=title, notes=notes, entries=entries, lang=tongue)
    for spot in spots:
        labels = [str(graph.nodes[event]["label"]) for event in spot.events]
        drawing.details[_key(spot)] = [" / ".join(spot.names), *labels]
    return drawing


def _spots(graph: nx.MultiDiGraph[str]) -> list[_Spot]:
    """Places by their coordinates, those with most events first."""
    found: dict[tuple[float, float], _Spot] = {}
    for name in sorted(graph):
        fields: Mapping[str, Any] = graph.nodes[name]
        where = (fields["lat"], fields["lon"])
        spot = found.setdefault(where, _Spot(*where))
        if fields["kind"] == "event":
            spot.events.append(name)
        else:
            spot.names.append(_short(fields))
    return sorted(found.values(), key=lambda s: (-len(s.events), s.lat, s.lon))


def _short(fields: Mapping[str, Any]) -> str:
    return str(fields["label"]).replace(JOINT, " / ")


def _window(spots: Sequence[_Spot]) -> _Window:
    """All spots with a margin; no less than a few degrees, no more than the globe."""
    lats, lons = [s.lat for s in spots], [s.lon for s in spots]
    tall, wide = max(lats) - min(lats), max(lons) - min(lons)
    up, side = max(0.1 * tall, (_LEAST - tall) / 2), max(0.1 * wide, (_LEAST - wide) / 2)
    up, side = max(up, (wide * 0.4 - tall) / 2), max(side, (tall * 0.8 - wide) / 2)
    return _Window(
        west=max(min(lons) - side, -180.0),
        south=max(min(lats) - up, -90.0),
        east=min(max(lons) + side, 180.0),
        north=min(max(lats) + up, 90.0),
    )


def _ground(window: _Window) -> Iterator[str]:
    wide, tall = window.size
    yield svg.rect(0, 0, wide, tall, fill=(250, 250, 248), stroke=(190, 190, 190))
    step = next((s for s in _STEPS if (window.east - window.west) / s <= 9), _STEPS[-1])
    for lon in _between(window.west, window.east, step):
        x = window.at(lon, 0)[0]
        yield svg.line(x, 0, x, tall, stroke=(228, 228, 228))
        yield svg.text(x + 3, tall - 4, _degrees(lon, "E", "W"), 10, fill=svg.PALE)
    for lat in _between(window.south, window.north, step):
        y = window.at(0, lat)[1]
        yield svg.line(0, y, wide, y, stroke=(228, 228, 228))
        yield svg.text(3, y - 3, _degrees(lat, "N", "S"), 10, fill=svg.PALE)
    for kind, line in land():
        for piece in _inside(line, window):
            points = " ".join(
                f"{svg.number(x)},{svg.number(y)}" for x, y in (window.at(*p) for p in piece)
            )
            hue, thick = _LAND[kind], 1.2 if kind == "coast" else 1.0
            yield svg.element(
                "polyline", points=points, fill="none", stroke=hue, stroke_width=thick
            )


def _between(low: float, high: float, step: int) -> Iterator[int]:
    first = math.ceil(low / step) * step
    while first <= high:
        yield first
        first += step


def _degrees(value: int, plus: str, minus: str) -> str:
    return f"{abs(value)}\u00b0{plus if value > 0 else minus if value < 0 else ''}"


def _inside(line: Line, window: _Window) -> Iterator[Line]:
    """The pieces of a line between the edges of the window, cut there."""
    piece: list[tuple[float, float]] = []
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


def _clipped(
    start: tuple[float, float], end: tuple[float, float], window: _Window
) -> tuple[tuple[float, float], tuple[float, float]] | None:
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


def _discs(spots: Sequence[_Spot], window: _Window) -> Iterator[str]:
    for spot in spots:
        x, y = window.at(spot.lon, spot.lat)
        fill = COLOURS["event"] if spot.events else COLOURS["facility"]
        tip = svg.title(f"{' / '.join(spot.names)}: {len(spot.events)}")
        look = {"fill": fill, "fill_opacity": 0.75, "stroke": svg.PAPER}
        yield svg.circle(x, y, spot.radius, tip, **look, class_="node", data_id=_key(spot))


def _key(spot: _Spot) -> str:
    return f"{spot.lat},{spot.lon}"


def _names(spots: Sequence[_Spot], window: _Window) -> Iterator[str]:
    """Names beside their discs, those of most events first, where nothing else stands."""
    taken = [_disc_box(spot, window) for spot in spots]
    for spot in spots:
        if not spot.names:
            continue
        name = wrapped(spot.names[0], _SIZE, 190, 1)[0]
        if len(spot.events) > 1:
            name = f"{name} ({len(spot.events)})"
        for x, y, anchor, box in _tries(name, spot, window):
            if not any(_overlap(box, other) for other in taken):
                taken.append(box)
                yield svg.text(x, y, name, _SIZE, anchor=anchor, halo=True)
                break


_Rect = tuple[float, float, float, float]


def _disc_box(spot: _Spot, window: _Window) -> _Rect:
    x, y = window.at(spot.lon, spot.lat)
    r = spot.radius * 0.8
    return x - r, y - r, x + r, y + r


def _tries(name: str, spot: _Spot, window: _Window) -> Iterator[tuple[float, float, str, _Rect]]:
    """Places for a name: right, left, below, above, then the corners."""
    x, y = window.at(spot.lon, spot.lat)
    far, wide = spot.radius + 4, width(name, _SIZE)
    right, left = (x + far, "start"), (x - far, "end")
    for (at, anchor), base in (
        (right, y + 4), (left, y + 4), ((x, "middle"), y + far + _SIZE), ((x, "middle"), y - far),
        (right, y + far + 4), (left, y + far + 4), (right, y - far + 6), (left, y - far + 6),
    ):  # fmt: skip
        begin = at - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
        box = (begin - 2, base - _SIZE, begin + wide + 2, base + 4)
        if box[0] >= 0 and box[2] <= window.size[0] and box[1] >= 0 and box[3] <= window.size[1]:
            yield at, base, anchor, box


def _overlap(one: _Rect, other: _Rect) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@cache
def land() -> tuple[tuple[str, Line], ...]:
    """Coasts and borders as lines, each with ``coast`` or ``border``."""
    text = (resources.files("graph") / "picture" / "land.tsv").read_text(encoding="utf-8")
    return tuple(_read(row) for row in text.splitlines()[1:])


def _read(row: str) -> tuple[str, Line]:
    kind, _, points = row.partition("\t")
    pairs = (point.split(",") for point in points.split(" "))
    return kind, tuple((float(lon), float(lat)) for lon, lat in pairs)
