"""Tables for people: aligned by display cells, with Arabic intact and no sentence cut short.

Cells that are too long wrap. Where columns of sentences would be squeezed into slivers, the
sentences stand below their row, over the whole width. A table with more columns than the width can
hold even so is written as one block a row. Columns in which no row has a value are named below the
table instead of taking room in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from graph.display import padded, rtl, visible, wrap

_NARROWEST = 10
_GAP = 3
_LONG = 40
"""Cells from which on the usual text of a column may send the column below the row."""
_SENTENCE = 45
"""Cells in which text of any length is readable, however often it wraps."""
_INDENT = 2

Row = Sequence[str]


@dataclass(frozen=True, slots=True)
class _Layout:
    """Which columns stand side by side, how wide, and which stand below their row."""

    beside: tuple[int, ...]
    widths: tuple[int, ...]
    below: tuple[int, ...] = ()


def render(columns: Row, rows: Iterable[Row], *, width: int, isolate: bool = False) -> str:
    """A table as text, without colours.

    Args:
        columns: Names of the columns.
        rows: Cells, as many a row as there are columns. Cells may hold line breaks.
        width: Cells that a line may take.
        isolate: Whether to put each cell in a bidirectional isolate, for a terminal.

    Returns:
        Lines that end in a line feed. Nothing is left out, however narrow the width.

    Raises:
        ValueError: A row has not as many cells as there are columns.
    """
    names = [visible(c) for c in columns]
    body = [[visible(cell) for cell in row] for row in rows]
    for row in body:
        if len(row) != len(names):
            raise ValueError(f"row of {len(row)} cells in a table of {len(names)} columns")
    told = [i for i in range(len(names)) if not body or any(row[i] for row in body)]
    empty = [name for i, name in enumerate(names) if i not in told]
    lines = _rows([names[i] for i in told], [[r[i] for i in told] for r in body], width, isolate)
    if empty:
        lines = [*lines, *wrap(f"(no row has a value for: {', '.join(empty)})", width)]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _rows(names: Row, body: Sequence[Row], width: int, isolate: bool) -> list[str]:
    layout = _layout(names, body, width)
    if layout is None:
        return list(_blocks(names, body, width, isolate))
    head = list(_line([names[i] for i in layout.beside], layout.widths, isolate))
    rule = "─┼─".join("─" * w for w in layout.widths)
    records = [list(_record(names, row, layout, width, isolate)) for row in body]
    return [*head, rule, *_ruled(records, "─┼─".join("┈" * w for w in layout.widths))]


def _ruled(records: Sequence[Sequence[str]], rule: str) -> Iterator[str]:
    """Rows with a rule wherever one of two neighbours takes several lines."""
    for at, lines in enumerate(records):
        if at and max(len(lines), len(records[at - 1])) > 1:
            yield rule
        yield from lines


def _record(names: Row, row: Row, layout: _Layout, width: int, isolate: bool) -> Iterator[str]:
    """One row: what stands side by side, then what stands below it."""
    yield from _line([row[i] for i in layout.beside], layout.widths, isolate)
    for i in layout.below:
        if row[i]:
            yield from _labelled(names[i], row[i], width, isolate, indent=_INDENT)


def _layout(names: Row, body: Sequence[Row], width: int) -> _Layout | None:
    """The best layout that fits the width; None when there is none.

    Columns go below one after another, the most squeezed first, until the rest has room.
    """
    usual = [_usual([row[i] for row in body]) for i in range(len(names))]
    beside = list(range(len(names)))
    while beside:
        found = _widths([names[i] for i in beside], [[r[i] for i in beside] for r in body], width)
        given = dict(zip(beside, found or [0] * len(beside), strict=True))
        squeezed = [i for i in beside if usual[i] >= _LONG and given[i] < _comfort(usual[i])]
        if found and not squeezed:
            below = tuple(i for i in range(len(names)) if i not in beside)
            return _Layout(tuple(beside), tuple(found), below)
        if not squeezed:
            return None
        beside.remove(max(squeezed, key=lambda i: usual[i]))
    return None


def _usual(cells: Sequence[str]) -> int:
    """How long the texts of a column are, but for a few: the upper quartile."""
    lengths = sorted(_natural(cell) for cell in cells if cell)
    return lengths[len(lengths) * 3 // 4] if lengths else 0


def _comfort(usual: int) -> int:
    """Cells that a column needs to be readable beside others: so that it wraps once, or so."""
    return min((usual + 1) // 2 + 2, _SENTENCE)


def _widths(names: Row, body: Sequence[Row], width: int) -> list[int] | None:
    """Widths that fit the room, taken from the widest columns; None when there is no such way."""
    room = width - _GAP * (len(names) - 1)
    cells = [names, *body]
    natural = [max(_natural(row[i]) for row in cells) for i in range(len(names))]
    least = [
        min(n, max(_NARROWEST, cell_len(name))) for n, name in zip(natural, names, strict=True)
    ]
    if sum(least) > room:
        return None
    low, high = 0, max(natural, default=0)
    while low < high:
        cap = (low + high + 1) // 2
        if sum(_capped(natural, least, cap)) <= room:
            low = cap
        else:
            high = cap - 1
    return _capped(natural, least, low)


def _capped(natural: Sequence[int], least: Sequence[int], cap: int) -> list[int]:
    return [max(few, min(full, cap)) for full, few in zip(natural, least, strict=True)]


def _natural(text: str) -> int:
    return max(cell_len(line) for line in text.split("\n"))


def _line(row: Row, widths: Sequence[int], isolate: bool) -> Iterator[str]:
    """Cells side by side as display lines."""
    cells = [wrap(cell, width) for cell, width in zip(row, widths, strict=True)]
    for at in range(max((len(c) for c in cells), default=0)):
        parts = [c[at] if at < len(c) else "" for c in cells]
        # The direction of the whole cell holds for all its lines, or wrapped Arabic would zigzag.
        yield " │ ".join(
            padded(part, width, to_the_left=rtl(cell), isolate=isolate)
            for part, width, cell in zip(parts, widths, row, strict=True)
        )


def _labelled(
    name: str, cell: str, width: int, isolate: bool, *, margin: int = 0, indent: int = 0
) -> Iterator[str]:
    """A name and its cell beside it, over the whole width; Arabic is flush on its own right."""
    margin = max(margin, cell_len(name))
    parts = wrap(cell, max(width - margin - _GAP - indent, _NARROWEST))
    widest = max(cell_len(part) for part in parts)
    for at, part in enumerate(parts):
        head = padded(name if at == 0 else "", margin, to_the_left=False, isolate=isolate)
        shown = padded(part, widest, to_the_left=rtl(cell), isolate=isolate)
        yield f"{' ' * indent}{head} │ {shown}"


def _blocks(names: Row, body: Sequence[Row], width: int, isolate: bool) -> Iterator[str]:
    """One block a row: a name and its cell a line, for tables wider than the terminal."""
    margin = max(cell_len(n) for n in names)
    if not body:
        yield from names
    for at, row in enumerate(body):
        if at:
            yield "─" * width
        for name, cell in zip(names, row, strict=True):
            yield from _labelled(name, cell, width, isolate, margin=margin)
