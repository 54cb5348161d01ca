"""The diagram: classes in boxes with their properties, and the ties between them, as SVG.

Its places are those of ``diagram.yaml``, its words those of the ontology. In Arabic it is mirrored.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from lxml import etree
from rdflib import URIRef

from ontology.namespace import CEV_BASE
from ontology.reference.layout import Bend, Box, Edge, Layout
from ontology.reference.term import reference, starting_from

Point = tuple[float, float]

_TITLE, _LINE, _SMALL, _PAD = 30.0, 18.0, 15.0, 10.0
_CHARACTER: Final = 6.4
"""Width of a character of a property's name, about."""

_STYLE: Final = """
text { font: 12.5px "Noto Sans", "Noto Sans Arabic", "Segoe UI", Tahoma, sans-serif; fill: #1d2733 }
.title { font-size: 15px; font-weight: 600; fill: #fff }
.member { font-weight: 600 }
.small { font-size: 11.5px; fill: #4a5866 }
.box { fill: #fff; stroke: #35536e; stroke-width: 1.2 }
.head { fill: #35536e }
.line { fill: none; stroke: #9a5b13; stroke-width: 1.4 }
.tie { fill: #7a4508; paint-order: stroke; stroke: #fff; stroke-width: 5px; stroke-linejoin: round }
"""


@dataclass(slots=True)
class _Drawing:
    """A drawing in one language, with the heights of its boxes."""

    layout: Layout
    lang: str
    outer: dict[str, str]
    heights: dict[str, float] = field(default_factory=dict)

    @property
    def is_mirrored(self) -> bool:
        return self.lang == "ar"

    def at(self, x: float) -> float:
        """A place across, mirrored in a language that is written from the right."""
        return self.layout.width - x if self.is_mirrored else x


def svg(layout: Layout, lang: str, outer: dict[str, str]) -> str:
    """The diagram in one language.

    Args:
        layout: Where everything stands.
        lang: Language of the names.
        outer: Names of properties of other vocabularies that lines stand for.
    """
    drawing = _Drawing(layout, lang, outer)
    root = etree.Element(
        "svg",
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {layout.width:g} {layout.height:g}",
        role="img",
        lang=lang,
        direction="rtl" if drawing.is_mirrored else "ltr",
    )
    etree.SubElement(root, "style").text = _STYLE
    _add_arrow(root, lang)
    etree.SubElement(root, "rect", width="100%", height="100%", fill="#fff")
    boxes = [_box(drawing, box) for box in layout.boxes]
    lines = [element for edge in layout.edges for element in _edge(drawing, edge)]
    for element in (*boxes, *lines):
        root.append(element)
    etree.indent(root)
    return etree.tostring(root, encoding="unicode") + "\n"


def _add_arrow(root: etree._Element, lang: str) -> None:
    attributes = {
        "id": f"arrow-{lang}",
        "viewBox": "0 0 8 8",
        "refX": "8",
        "refY": "4",
        "markerWidth": "8",
        "markerHeight": "8",
        "orient": "auto-start-reverse",
    }
    marker = etree.SubElement(etree.SubElement(root, "defs"), "marker", attributes)
    etree.SubElement(marker, "path", d="M0,0.5 L8,4 L0,7.5 z", fill="#9a5b13")


def _label(name: str, drawing: _Drawing) -> str:
    if ":" in name:
        return drawing.outer[name]
    return reference(URIRef(CEV_BASE + name), drawing.lang).label


def _rows(drawing: _Drawing, box: Box) -> Iterator[tuple[str, str]]:
    """Lines of a box: its own properties, then each member with its own, as (style, text)."""
    drawn = {name for edge in drawing.layout.edges for name in edge.terms}
    for term in (box.term, *box.members):
        if term != box.term:
            yield "member", _label(term, drawing)
        names = [str(p).removeprefix(CEV_BASE) for p in starting_from(URIRef(CEV_BASE + term))]
        own = [_label(name, drawing) for name in names if name not in drawn]
        separator = "، " if drawing.is_mirrored else ", "
        room = int((box.width - 3 * _PAD) / _CHARACTER)
        yield from (("small", line) for line in textwrap.wrap(separator.join(own), room))


def _box(drawing: _Drawing, box: Box) -> etree._Element:
    group = etree.Element("g")
    rows = list(_rows(drawing, box))
    filled = sum(_LINE if style == "member" else _SMALL for style, _ in rows)
    height = _TITLE + max(filled, _LINE) + 2 * _PAD
    drawing.heights[box.term] = height
    left = drawing.at(box.x) - (box.width if drawing.is_mirrored else 0)
    frame = {"x": f"{left:g}", "y": f"{box.y:g}", "width": f"{box.width:g}", "rx": "5"}
    etree.SubElement(group, "rect", frame | {"height": f"{height:g}", "class": "box"})
    etree.SubElement(group, "rect", frame | {"height": f"{_TITLE:g}", "class": "head"})
    middle = drawing.at(box.x + box.width / 2)
    title = _label(box.term, drawing)
    _write(group, title, (middle, box.y + 20), {"class": "title", "text-anchor": "middle"})
    y = box.y + _TITLE + 6
    for style, text in rows:
        y += _LINE if style == "member" else _SMALL
        indent = _PAD if style == "member" or not box.members else 2 * _PAD
        _write(group, text, (drawing.at(box.x + indent), y), {"class": style})
    return group


def _write(parent: etree._Element, text: str, place: Point, attributes: dict[str, str]) -> None:
    where = {"x": f"{place[0]:g}", "y": f"{place[1]:g}"}
    etree.SubElement(parent, "text", where | attributes).text = text


def _edge(drawing: _Drawing, edge: Edge) -> Iterator[etree._Element]:
    start = _end(drawing, edge.source, *edge.out)
    goal = _end(drawing, edge.target, *edge.into)
    points = [start, *(_bend(bend, start, goal) for bend in edge.by), goal]
    places = " ".join(f"{drawing.at(x):g},{y:g}" for x, y in points)
    # The arrow is named here, not in the style: a page may hold the diagram in both languages.
    line = {"class": "line", "marker-end": f"url(#arrow-{drawing.lang})"}
    yield etree.Element("polyline", line, points=places)
    x, y = _bend(edge.label, start, goal) if edge.label else _middle(points)
    names = [_label(term, drawing) for term in edge.terms]
    top = y - (len(names) - 1) * _SMALL / 2 + 4
    for number, name in enumerate(names):
        text = etree.Element("g")
        style = {"class": "tie", "text-anchor": "middle"}
        _write(text, name, (drawing.at(x), top + number * _SMALL), style)
        yield text[0]


def _end(drawing: _Drawing, term: str, side: str, part: float) -> Point:
    box = next(box for box in drawing.layout.boxes if box.term == term)
    height = drawing.heights[term]
    if side in {"left", "right"}:
        return box.x + (box.width if side == "right" else 0), box.y + part * height
    return box.x + part * box.width, box.y + (height if side == "bottom" else 0)


def _bend(bend: Bend, start: Point, goal: Point) -> Point:
    x, y = bend
    across = start[0] if x == "same" else goal[0] if x == "target" else float(x)
    down = start[1] if y == "same" else goal[1] if y == "target" else float(y)
    return across, down


def _middle(points: list[Point]) -> Point:
    """The middle of the longest stretch of a line."""
    stretches = list(pairwise(points))
    (x1, y1), (x2, y2) = max(
        stretches, key=lambda s: abs(s[0][0] - s[1][0]) + abs(s[0][1] - s[1][1])
    )
    return (x1 + x2) / 2, (y1 + y2) / 2
