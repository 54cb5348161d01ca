"""Events on a map: a disc for each place, as large as the events there are many.

A place far from all others would squeeze them into a corner. Such places stay outside the map: an
arrow at its edge points to each, with its name and how far it is beyond the edge.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import networkx as nx

from graph.picture import svg
from graph.picture.frame import Entry, framed
from graph.picture.ground import Window, ground, window_around
from graph.picture.svg import Drawing
from graph.picture.text import width, wrapped
from graph.views.style import COLOURS
from graph.views.words import JOINT, Labels, phrase, told, words

_SIZE = 12.0
_VAST = 30.0  # degrees: what is less wide needs no place left out
_GAIN = 0.3  # share of the width or height that leaving places out has to free
_FEW = 0.15  # share of the places that may be left out
_HARDLY = 0.15  # share of the width or height that a place a little beyond may add
_A_DEGREE = 111.2  # kilometres
_EDGE = 13.0  # from the edge of the map to the middle of an arrow


@dataclass(frozen=True, slots=True)
class _Spot:
    lat: float
    lon: float
    names: list[str] = field(default_factory=list)
    events: list[str] = field(default_factory=list)

    @property
    def radius(self) -> float:
        return min(5.0 + 3.2 * math.sqrt(len(self.events)), 26.0)

    @property
    def fill(self) -> svg.Colour:
        return COLOURS["event"] if self.events else COLOURS["facility"]

    @property
    def kind(self) -> str:
        return "event" if self.events else "place"

    @property
    def known(self) -> Mapping[str, str]:
        """What a page knows it by."""
        return {"class_": "node", "data_id": self.key, "data_kind": self.kind}

    @property
    def key(self) -> str:
        return f"{self.lat},{self.lon}"


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
    window = window_around([(s.lon, s.lat) for s in _near(spots)])
    inside = [spot for spot in spots if window.holds(spot.lon, spot.lat)]
    outside = [spot for spot in spots if not window.holds(spot.lon, spot.lat)]
    taken: list[_Rect] = [_disc_box(spot, window) for spot in inside]
    arrows = list(_arrows(outside, window, taken, tongue))
    named = list(_names(inside, window, taken))
    body = [*ground(window), *_discs(inside, window), *arrows, *named]
    counts = {
        "events": sum(len(spot.events) for spot in spots),
        "unlabelled": sum(bool(spot.names) for spot in inside) - len(named),
        "outside": len(outside),
    }
    notes = [told(words().notes, k, tongue, n) for k, n in counts.items() if n or k == "events"]
    notes += [told(words().notes, key, tongue) for key in ("discs", "borders")]
    entries = [
        Entry(phrase(kind, tongue), COLOURS[of], kind)
        for kind, of in (("event", "event"), ("place", "facility"))
        if any(spot.kind == kind for spot in spots)
    ]
    drawing = framed(body, window.size, title=title, notes=notes, entries=entries, lang=tongue)
    for spot in spots:
        labels = [str(graph.nodes[event]["label"]) for event in spot.events]
        drawing.details[spot.key] = [" / ".join(spot.names), *labels]
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


def _near(spots: Sequence[_Spot]) -> list[_Spot]:
    """The spots without those few that are so far away that the rest would be squeezed."""
    near = list(spots)
    spare = max(int(_FEW * len(spots)), 1) if len(spots) >= 4 else 0
    while spare:
        gain, left = max(_without_ends(near, spare), key=lambda cut: (cut[0], len(cut[1])))
        if gain < _GAIN:
            break
        spare -= len(near) - len(left)
        near = left
    return [spot for spot in spots if _is_at_hand(spot, near)]


def _is_at_hand(spot: _Spot, near: Sequence[_Spot]) -> bool:
    """Whether a spot is among these, or so little beyond that it takes hardly any room."""
    for axis in ("lon", "lat"):
        places = [getattr(s, axis) for s in near]
        slack = _HARDLY * (max(places) - min(places))
        if not min(places) - slack <= getattr(spot, axis) <= max(places) + slack:
            return False
    return True


def _without_ends(spots: Sequence[_Spot], most: int) -> Iterator[tuple[float, list[_Spot]]]:
    """What is left without the first or last spots along each axis, and what share that frees."""
    for axis in ("lon", "lat"):
        ordered = sorted(spots, key=lambda s: (getattr(s, axis), s.lat, s.lon))
        yield 0.0, ordered
        whole = _extent(ordered, axis)
        if whole < _VAST:
            continue
        for count in range(1, most + 1):
            for left in (ordered[count:], ordered[:-count]):
                yield 1.0 - _extent(left, axis) / whole, left


def _extent(ordered: Sequence[_Spot], axis: str) -> float:
    return float(getattr(ordered[-1], axis) - getattr(ordered[0], axis))


def _discs(spots: Sequence[_Spot], window: Window) -> Iterator[str]:
    for spot in spots:
        x, y = window.at(spot.lon, spot.lat)
        look = {"fill": spot.fill, "fill_opacity": 0.75, "stroke": svg.PAPER}
        yield svg.circle(x, y, spot.radius, _tip(spot), **look, **spot.known)


def _tip(spot: _Spot) -> str:
    return svg.title(f"{' / '.join(spot.names)}: {len(spot.events)}")


_Rect = tuple[float, float, float, float]


def _arrows(spots: Sequence[_Spot], window: Window, taken: list[_Rect], lang: str) -> Iterator[str]:
    """At the edge of the map, an arrow and a line of text for each place that lies beyond it."""
    for spot in spots:
        far = f"{round(_beyond(spot, window), -2):.0f}"
        words_ = told(words().notes, "beyond", lang, _shown_name(spot), far)
        x, y, ways = _at_edge(spot, window)
        options = _beside_edge(x, y, ways, width(words_, _SIZE), window)
        place = next((o for o in options if not any(_overlap(o[3], t) for t in taken)), None)
        x, y, line, box = place or options[0]
        taken.append(box)
        head = svg.path(_triangle(x, y, *ways), fill=spot.fill)
        name = svg.text(*line[:2], words_, _SIZE, anchor=line[2], halo=True)
        yield svg.element("g", f"{_tip(spot)}{head}{name}", **spot.known)


def _beyond(spot: _Spot, window: Window) -> float:
    """About how many kilometres a place is from the edge of the map."""
    lat = min(max(spot.lat, window.south), window.north)
    lon = min(max(spot.lon, window.west), window.east)
    return _A_DEGREE * math.hypot(spot.lat - lat, (spot.lon - lon) * window.flatness)


def _at_edge(spot: _Spot, window: Window) -> tuple[float, float, tuple[int, int]]:
    """Where on the edge the arrow stands, and which way it points: right and down are 1."""
    x, y = window.at(spot.lon, spot.lat)
    wide, tall = window.size
    ways = ((x > wide) - (x < 0), (y > tall) - (y < 0))
    return min(max(x, _EDGE), wide - _EDGE), min(max(y, _EDGE), tall - _EDGE), ways


_Line = tuple[float, float, str]
_Option = tuple[float, float, _Line, _Rect]


def _beside_edge(
    x: float, y: float, ways: tuple[int, int], room: float, window: Window
) -> list[_Option]:
    """Places for an arrow with its text along the edge, the best first."""
    wide, tall = window.size
    found = []
    for step in range(40):
        for shift in (step * 18.0, -step * 18.0):
            at_x = x if ways[0] else min(max(x + shift, _EDGE), wide - _EDGE)
            at_y = min(max(y + shift, _EDGE), tall - _EDGE) if ways[0] else y
            is_left = at_x > wide / 2 if not ways[0] else ways[0] > 0
            start = at_x - _EDGE - room if is_left else at_x + _EDGE
            anchor = (start + room, "end") if is_left else (start, "start")
            box = (min(start, at_x - 8), at_y - 10, max(start + room, at_x + 8), at_y + 10)
            found.append((at_x, at_y, (anchor[0], at_y + 4, anchor[1]), box))
    return found


def _triangle(x: float, y: float, right: int, down: int) -> str:
    long = 8.0 / math.hypot(right, down)
    dx, dy = right * long, down * long
    corners = ((x + dx, y + dy), (x - dx - dy, y - dy + dx), (x - dx + dy, y - dy - dx))
    return "M" + "L".join(f"{svg.number(a)},{svg.number(b)}" for a, b in corners) + "Z"


def _names(spots: Sequence[_Spot], window: Window, taken: list[_Rect]) -> Iterator[str]:
    """Names beside their discs, those of most events first, where nothing else stands."""
    for spot in spots:
        if not spot.names:
            continue
        name = _shown_name(spot)
        for x, y, anchor, box in _tries(name, spot, window):
            if not any(_overlap(box, other) for other in taken):
                taken.append(box)
                yield svg.text(x, y, name, _SIZE, anchor=anchor, halo=True)
                break


def _shown_name(spot: _Spot) -> str:
    """The name of a place, and how many events it has if these are several."""
    name = wrapped(spot.names[0] if spot.names else spot.key, _SIZE, 190, 1)[0]
    return f"{name} ({len(spot.events)})" if len(spot.events) > 1 else name


def _disc_box(spot: _Spot, window: Window) -> _Rect:
    x, y = window.at(spot.lon, spot.lat)
    r = spot.radius * 0.8
    return x - r, y - r, x + r, y + r


def _tries(name: str, spot: _Spot, window: Window) -> Iterator[tuple[float, float, str, _Rect]]:
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
