"""What stands around a drawing: title, notes, and the legend of colours and lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.picture import svg
from graph.picture.svg import Colour, Drawing
from graph.picture.text import width, wrapped

_MARGIN = 28.0
_TITLE = 22.0
_SMALL = 12.5
_LEAST = 620.0  # width
_ROW = 21.0
_USUAL, _MOST = 1300.0, 2.2  # from which width titles and legend grow with it, and how much at most


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the legend; ``kind`` is the ``data-kind`` of what it stands for, if it is one."""

    words: str
    colour: Colour
    kind: str | None = None
    is_line: bool = False
    dashes: str | None = None


def framed(
    body: Sequence[str],
    size: tuple[float, float],
    *,
    title: str,
    notes: Sequence[str],
    entries: Sequence[Entry],
    lang: str,
) -> Drawing:
    """Set title and notes above a drawing and the legend below it.

    Args:
        body: Elements with their top left corner at the origin.
        size: Width and height of the body, in pixels.
        title: One line or two.
        notes: Further lines of small print; they are joined where they fit.
        entries: The legend.
        lang: ``ar`` sets titles and legend at the right.
    """
    whole = max(size[0] + 2 * _MARGIN, _LEAST)
    zoom = min(max(whole / _USUAL, 1.0), _MOST)  # a large picture is looked at from farther away
    room = whole - 2 * _MARGIN
    is_right = lang == "ar"
    edge, anchor = (whole - _MARGIN, "end") if is_right else (_MARGIN, "start")
    out: list[str] = []
    y = _MARGIN
    for line in wrapped(title, _TITLE * zoom, room):
        y += _TITLE * zoom
        out.append(svg.text(edge, y, line, _TITLE * zoom, anchor=anchor, weight="600"))
        y += 5 * zoom
    small = _SMALL * zoom
    for line in _joined(notes, small, room):
        y += small + 4 * zoom
        out.append(svg.text(edge, y, line, small, anchor=anchor, fill=svg.PALE))
    y += 24
    shift = (whole - size[0]) / 2
    moved = f"translate({svg.number(shift)} {svg.number(y)})"
    out.append(svg.element("g", "\n".join(body), transform=moved) if body else "")
    y += size[1] + 26 * zoom
    legend = list(_legend(entries, room / zoom))
    drawn = "".join(
        _entry(entry, -at if is_right else at, row * _ROW, is_right=is_right)
        for row, at, entry in legend
    )
    grown = f"translate({svg.number(edge)} {svg.number(y)}) scale({svg.number(zoom)})"
    out.append(svg.element("g", drawn, transform=grown, class_="legend") if drawn else "")
    y += (max((row for row, *_ in legend), default=-1) + 1) * _ROW * zoom + _MARGIN / 2
    return Drawing(whole, y, title, [o for o in out if o], {}, "ar" if is_right else "en")


def _joined(notes: Sequence[str], size: float, room: float) -> list[str]:
    lines: list[str] = []
    for note in notes:
        longer = f"{lines[-1]}. {note}" if lines else note
        if lines and width(longer, size) <= room:
            lines[-1] = longer
        else:
            lines.extend(wrapped(note, size, room))
    return lines


def _legend(entries: Sequence[Entry], room: float) -> Iterator[tuple[int, float, Entry]]:
    """Row and place in the row of each entry."""
    row, x = 0, 0.0
    for entry in entries:
        needed = width(entry.words, _SMALL) + 56
        if x and x + needed > room:
            row, x = row + 1, 0.0
        yield row, x, entry
        x += needed


def _entry(entry: Entry, x: float, y: float, *, is_right: bool) -> str:
    way = -1 if is_right else 1
    if entry.is_line:
        look = {"stroke": entry.colour, "stroke_width": 2.2, "stroke_dasharray": entry.dashes}
        sign = svg.line(x, y, x + way * 24, y, **look)
    else:
        sign = svg.circle(x + way * 12, y, 6, fill=entry.colour)
    anchor = "end" if is_right else "start"
    words = svg.text(x + way * 31, y + 4.5, entry.words, _SMALL, anchor=anchor)
    known = {"class_": "entry", "data_kind": entry.kind} if entry.kind else {}
    return svg.element("g", sign + words, **known)
