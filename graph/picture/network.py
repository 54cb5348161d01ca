"""A network as a picture: every name readable where there are few enough, edges by stance."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

import networkx as nx

from graph.picture import svg
from graph.picture.frame import Entry, framed
from graph.picture.svg import Drawing
from graph.picture.text import width, wrapped
from graph.views.force import Box, apart, packed, parts
from graph.views.layout import Point
from graph.views.style import COLOURS, EDGE_COLOURS, stance
from graph.views.words import JOINT, phrase, told, words

NAMED = 400
"""Most nodes whose names are written into a picture; the heaviest are chosen."""
_LENGTH, _MORE_LENGTH = 95.0, 45.0  # of a spring; more where few nodes leave the room for it
_ROOM, _MORE_ROOM = 124.0, 36.0  # for a line of a name; more in a small network
_SMALL = 60  # nodes
_DASHES: Mapping[str, str] = {"denied": "7 4", "open": "2 4"}
_LEADING = 1.22  # from line to line, by the size of the font
_BESIDE = 5.0  # between a disc and a name beside it
_LOOP = 26.0  # length of an edge that leads back to its own node
_STEEP = 0.72  # cosine of the angle within which an edge runs through a name
_LOOP_WAYS = (90, 45, 135, 0, 180, 315, 225, 270)  # degrees against the clock, the best first


class Side(Enum):
    """Where a name stands, seen from its disc, and which way that is."""

    BELOW = (0.0, 1.0)
    ABOVE = (0.0, -1.0)
    RIGHT = (1.0, 0.0)
    LEFT = (-1.0, 0.0)


@dataclass(frozen=True, slots=True)
class _Node:
    name: str
    fields: Mapping[str, Any]
    radius: float
    size: float
    lines: Sequence[str]
    side: Side = Side.BELOW
    loop: int | None = None

    @property
    def box(self) -> Box:
        """Room for the disc, its name and its loop."""
        wide = max((width(line, self.size) for line in self.lines), default=0.0)
        high = len(self.lines) * self.size * _LEADING
        room = dict.fromkeys(("left", "right", "up", "down"), self.radius)
        if self.side in (Side.ABOVE, Side.BELOW):
            room["left"] = room["right"] = max(self.radius, wide / 2)
            room["up" if self.side is Side.ABOVE else "down"] += high + (4 if self.lines else 0)
        else:
            room["up"] = room["down"] = max(self.radius, high / 2)
            room["right" if self.side is Side.RIGHT else "left"] += wide + _BESIDE
        if self.loop is not None:
            right, down = _way(self.loop)
            far = self.radius + _LOOP
            for name, share in (("left", -right), ("right", right), ("up", -down), ("down", down)):
                room[name] = max(room[name], far if share > 0.1 else 0.0)
        return Box(**room)

    def text(self) -> Iterable[str]:
        """The lines of the name, the middle of the disc at the origin."""
        height = self.size * _LEADING
        across, anchor = {
            Side.RIGHT: (self.radius + _BESIDE, "start"),
            Side.LEFT: (-self.radius - _BESIDE, "end"),
        }.get(self.side, (0.0, "middle"))
        first = {
            Side.ABOVE: -self.radius - 5 - (len(self.lines) - 1) * height,
            Side.BELOW: self.radius + height,
        }.get(self.side, self.size * 0.35 - (len(self.lines) - 1) * height / 2)
        for at, line in enumerate(self.lines):
            yield svg.text(across, first + at * height, line, self.size, anchor=anchor, halo=True)


def network(graph: nx.MultiDiGraph[str], lang: str = "en") -> Drawing:
    """Draw a view.

    Args:
        graph: A view, labelled (see ``graph.views.finished``).
        lang: Language of title and legend: ``ar``, or English for ``en`` and ``both``.
    """
    lang = "ar" if lang == "ar" else "en"
    nodes = _nodes(graph)
    places = _places(graph, nodes)
    body = [*_edges(graph, nodes, places, lang), *_discs(nodes, places), *_names(nodes, places)]
    size = (
        max((x + nodes[n].box.right for n, (x, _) in places.items()), default=0.0),
        max((y + nodes[n].box.down for n, (_, y) in places.items()), default=0.0),
    )
    nameless = sum(not node.lines for node in nodes.values())
    notes = [told(words().notes, "counts", lang, len(graph), graph.number_of_edges())]
    notes += [told(words().notes, "unlabelled", lang, nameless)] if nameless else []
    notes += [told(words().notes, key, lang) for key in ("claims", "sizes") if len(graph)]
    notes += [] if len(graph) else [told(words().notes, "empty", lang)]
    title = told(words().titles, graph.graph.get("view", "events"), lang)
    entries = [*_kinds_of_nodes(graph, lang), *_kinds_of_edges(graph, lang)]
    drawing = framed(body, size, title=title, notes=notes, entries=entries, lang=lang)
    drawing.details.update(_details(graph, lang))
    return drawing


def _nodes(graph: nx.MultiDiGraph[str]) -> dict[str, _Node]:
    weight = {n: float(graph.degree(n, weight="weight")) for n in graph}
    heavy = set(sorted(graph, key=lambda n: (-weight[n], n))[:NAMED])
    found = {}
    for name in sorted(graph):
        radius = min(5.0 + 2.0 * math.sqrt(weight[name]), 24.0)
        size = min(11.0 + radius / 6, 15.0)
        is_small = len(graph) <= _SMALL
        lines = _lines(graph.nodes[name], size, is_small=is_small) if name in heavy else []
        found[name] = _Node(name, graph.nodes[name], radius, size, lines)
    return found


def _lines(fields: Mapping[str, Any], size: float, *, is_small: bool) -> list[str]:
    parts = str(fields.get("label") or fields.get("iri", "")).split(JOINT)
    room = _ROOM + (_MORE_ROOM if is_small else 0)
    most = 3 if len(parts) == 1 or is_small else 2
    return [line for part in parts for line in wrapped(part, size, room, most)]


def _places(graph: nx.MultiDiGraph[str], nodes: dict[str, _Node]) -> dict[str, Point]:
    """Places of the nodes; names and loops go to the sides of their node with fewer edges."""
    length = _LENGTH + _MORE_LENGTH * max(1 - len(graph) / _SMALL, 0.0)
    placed = []
    for part in parts(graph, length):
        for name, around in zip(part.names, _ways(part.places, part.ties), strict=True):
            side = _free_side(around)
            loop = _loop_way(around, side) if graph.has_edge(name, name) else None
            nodes[name] = replace(nodes[name], side=side, loop=loop)
        places = apart(part.places, [nodes[n].box for n in part.names])
        placed.append(dict(zip(part.names, places, strict=True)))
    return packed(placed, {name: node.box for name, node in nodes.items()})


def _ways(places: Sequence[Point], edges: Iterable[tuple[int, int]]) -> list[list[Point]]:
    """For each node the directions of its edges, each of length 1."""
    found: list[list[Point]] = [[] for _ in places]
    for a, b in edges:
        dx, dy = places[b][0] - places[a][0], places[b][1] - places[a][1]
        far = math.sqrt(dx * dx + dy * dy)
        if far:
            found[a].append((dx / far, dy / far))
            found[b].append((-dx / far, -dy / far))
    return found


def _free_side(ways: Sequence[Point]) -> Side:
    """Where the name of a node covers none of its edges; else where it covers the fewest."""
    blocked = {side: [w for w in ways if _cosine(w, side.value) > _STEEP] for side in Side}
    lean = sum(y for _, y in ways)
    sides = [Side.ABOVE, Side.BELOW] if lean > 0.2 else [Side.BELOW, Side.ABOVE]
    return min([*sides, Side.RIGHT, Side.LEFT], key=lambda side: len(blocked[side]))


def _loop_way(ways: Sequence[Point], named: Side) -> int:
    """Where a loop is far from the name and from other edges, in degrees against the clock."""
    x, y = named.value
    half = math.sqrt(0.5)
    corners = [(half, y * half), (-half, y * half)] if y else []  # names are wider than discs
    taken = [*ways, (x, y), *corners]
    nearest = {a: max(_cosine(_way(a), other) for other in taken) for a in _LOOP_WAYS}
    return min(_LOOP_WAYS, key=lambda angle: round(nearest[angle], 6))


def _cosine(one: Point, other: Point) -> float:
    """1 for the same direction, -1 for the opposite one."""
    return one[0] * other[0] + one[1] * other[1]


def _way(angle: int) -> Point:
    """The direction of a multiple of 45 degrees; down is positive, as in pictures."""
    half = math.sqrt(0.5)
    right = (1.0, half, 0.0, -half, -1.0, -half, 0.0, half)
    return right[angle // 45], -right[(angle // 45 + 6) % 8]


def _discs(nodes: Mapping[str, _Node], places: Mapping[str, Point]) -> Iterable[str]:
    for name, node in nodes.items():
        x, y = places[name]
        fill = COLOURS[node.fields["kind"]]
        tip = svg.title(str(node.fields.get("label", "")))
        look = {"fill": fill, "stroke": svg.PAPER, "stroke_width": 1.5}
        known = {"class_": "node", "data_id": name, "data_kind": node.fields["kind"]}
        yield svg.circle(x, y, node.radius, tip, **look, **known)


def _names(nodes: Mapping[str, _Node], places: Mapping[str, Point]) -> Iterable[str]:
    """Each name as a group around the middle of its disc, so that a page can scale it there."""
    for name, node in nodes.items():
        if lines := "".join(node.text()):
            moved = f"translate({' '.join(svg.number(side) for side in places[name])})"
            yield svg.element("g", lines, transform=moved, class_="name", data_of=name)


def _edges(
    graph: nx.MultiDiGraph[str],
    nodes: Mapping[str, _Node],
    places: Mapping[str, Point],
    lang: str,
) -> Iterable[str]:
    seen: Counter[tuple[str, str]] = Counter()
    fine = max(0.5, min(1.0, 9.0 / math.sqrt(graph.number_of_edges() or 1)))  # many: finer, paler
    for source, target, key, fields in sorted(
        graph.edges(keys=True, data=True), key=lambda e: (e[0], e[1], str(e[2]))
    ):
        if source == target:
            d, head = _loop(places[source], nodes[source], seen[source, target])
        else:
            ends = (places[source], places[target])
            radii = (nodes[source].radius, nodes[target].radius)
            d, head = _curve(*ends, *radii, seen[source, target])
        seen[source, target] += 1
        hue = EDGE_COLOURS[stance(fields["kind"])]
        thick = fine * min(1.1 + 0.8 * math.sqrt(max(fields.get("weight", 1.0) - 1.0, 0.0)), 5.0)
        tip = svg.title(_tip(graph, source, target, fields, lang))
        line = svg.path(
            d,
            fill="none",
            stroke=hue,
            stroke_width=thick,
            stroke_opacity=0.75 * fine,
            stroke_dasharray=_DASHES.get(stance(fields["kind"])),
        )
        yield svg.element(
            "g",
            f"{tip}{line}{svg.path(head, fill=hue)}",
            class_="edge",
            data_kind=stance(fields["kind"]),
            data_id=edge_id(source, target, key),
            data_from=source,
            data_to=target,
        )


def edge_id(source: str, target: str, key: object) -> str:
    """Name of an edge in a picture."""
    return f"{source} {target} {key}"


def _curve(start: Point, end: Point, radius: float, its: float, nth: int) -> tuple[str, str]:
    """A bow from disc to disc, and the head of its arrow."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    far = math.sqrt(dx * dx + dy * dy) or 1.0
    bow = min(0.10 * far, 26.0) * (1 + nth)
    control = ((start[0] + end[0]) / 2 - dy / far * bow, (start[1] + end[1]) / 2 + dx / far * bow)
    first = _toward(start, control, radius)
    tip = _toward(end, control, its + 1.0)
    return f"M{_at(first)}Q{_at(control)} {_at(_toward(tip, control, 5.0))}", _head(tip, control)


def _loop(place: Point, node: _Node, nth: int) -> tuple[str, str]:
    """A bow from a disc to itself, and the head of its arrow."""
    far, wide = node.radius + _LOOP * (1.25 - 0.25 * nth), 16.0 - 4.0 * nth
    near, side = node.radius * 0.84, node.radius * 0.55
    x, y = _way(node.loop or 0)

    def point(out: float, across: float) -> Point:
        return place[0] + out * x - across * y, place[1] + out * y + across * x

    first, tip = point(near, -side), point(near, side)
    left, right = point(far, -wide), point(far, wide)
    return f"M{_at(first)}C{_at(left)} {_at(right)} {_at(tip)}", _head(tip, right)


def _head(tip: Point, behind: Point) -> str:
    base = _toward(tip, behind, 8.0)
    dx, dy = (tip[0] - base[0]) * 0.42, (tip[1] - base[1]) * 0.42
    return f"M{_at(tip)}L{_at((base[0] - dy, base[1] + dx))}L{_at((base[0] + dy, base[1] - dx))}Z"


def _toward(start: Point, goal: Point, far: float) -> Point:
    dx, dy = goal[0] - start[0], goal[1] - start[1]
    share = far / (math.sqrt(dx * dx + dy * dy) or 1.0)
    return start[0] + dx * share, start[1] + dy * share


def _at(point: Point) -> str:
    return f"{svg.number(point[0])},{svg.number(point[1])}"


def _tip(
    graph: nx.MultiDiGraph[str], source: str, target: str, fields: Mapping[str, Any], lang: str
) -> str:
    ends = [str(graph.nodes[n].get("label", n)) for n in (source, target)]
    return f"{ends[0]} \u2192 {ends[1]}: {phrase(fields['kind'], lang)}"


def _kinds_of_nodes(graph: nx.MultiDiGraph[str], lang: str) -> list[Entry]:
    kinds = sorted({fields["kind"] for _, fields in graph.nodes(data=True)})
    return [Entry(phrase(kind, lang), COLOURS[kind], kind) for kind in kinds]


def _kinds_of_edges(graph: nx.MultiDiGraph[str], lang: str) -> list[Entry]:
    kinds = {fields["kind"] for *_, fields in graph.edges(data=True)}
    by_stance = {of: [kind for kind in kinds if stance(kind) == of] for of in EDGE_COLOURS}
    return [
        Entry(_meaning(of, found, lang), EDGE_COLOURS[of], of, is_line=True, dashes=_DASHES.get(of))
        for of, found in by_stance.items()
        if found
    ]


def _meaning(of: str, kinds: Sequence[str], lang: str) -> str:
    """The kind where a line stands for one only, else what such lines have in common."""
    return phrase(kinds[0], lang) if len(kinds) == 1 else told(words().meanings, of, lang)


def _details(graph: nx.MultiDiGraph[str], lang: str) -> dict[str, list[str]]:
    found = {name: _told_of(fields) for name, fields in graph.nodes(data=True)}
    for source, target, key, fields in graph.edges(keys=True, data=True):
        lines = [_tip(graph, source, target, fields, lang), *_told_of(fields)]
        found[edge_id(source, target, key)] = lines
    return found


_SHOWN = (
    "label_ar", "label_en", "event_type", "status", "certainty", "claimants", "deniers", "weight",
    "date_start", "date_end", "degree", "community", "iri", "sources",
)  # fmt: skip


def _told_of(fields: Mapping[str, Any]) -> list[str]:
    lines = []
    for title in _SHOWN:
        value = fields.get(title)
        if value not in (None, "", []):
            told_value = ", ".join(value) if isinstance(value, list) else str(value)
            lines.append(f"{title.replace('_', ' ')}: {told_value}")
    return lines
