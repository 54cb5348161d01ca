"""Tables for people: aligned by display cells, with Arabic intact and no sentence cut short.

Widths count terminal cells, so that diacritics take no room. Text stays in logical order. For a
terminal every line of a cell stands in its own bidirectional isolate (Unicode UAX #9), so that two
neighbouring Arabic cells cannot change places. Cells that are too long wrap; a table with more
columns than the width can hold is written as one block a row instead.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len, chop_cells

LRI, RLI, PDI = "\u2066", "\u2067", "\u2069"
_BIDI_CONTROLS = frozenset(
    "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_NARROWEST = 10
_GAP = 3

Row = Sequence[str]


def rtl(text: str) -> bool:
    """Whether the first letter with a direction of its own runs from right to left."""
    for char in text:
        match unicodedata.bidirectional(char):
            case "R" | "AL":
                return True
            case "L":
                return False
    return False


def visible(text: str) -> str:
    """The text without characters that would steer a terminal.

    Control characters become their pictures (``ESC`` becomes U+241B) or U+FFFD, so that words of an
    article can neither colour the screen nor hide. Tabs become spaces, line breaks stay.
    """
    return "".join(_shown(c) for c in text.replace("\r\n", "\n").replace("\t", " "))


def _shown(char: str) -> str:
    code = ord(char)
    if char == "\n" or unicodedata.category(char) not in {"Cc", "Cs"}:
        return char
    return chr(0x2400 + code) if code < 0x20 else "\ufffd"


def wrap(text: str, width: int) -> list[str]:
    """Break a text into lines of at most ``width`` cells, at spaces where there are any."""
    return [line for part in text.split("\n") for line in _wrapped(part, width)]


def _wrapped(text: str, width: int) -> Iterator[str]:
    line = ""
    for word in text.split():
        for piece in _pieces(word, width):
            longer = f"{line} {piece}" if line else piece
            if line and cell_len(longer) > width:
                yield line
                line = piece
            else:
                line = longer
    yield line


def _pieces(word: str, width: int) -> list[str]:
    return [word] if cell_len(word) <= width else chop_cells(word, width)


def isolated(text: str, *, to_the_left: bool | None = None) -> str:
    """The text in a bidirectional isolate; controls of its own cannot reach outside.

    Args:
        text: One line.
        to_the_left: Whether it runs from right to left; None takes the text's own direction. Give
            it for a line of a wrapped text, which keeps the direction of the whole.
    """
    bare = "".join(c for c in text if c not in _BIDI_CONTROLS)
    left = rtl(bare) if to_the_left is None else to_the_left
    return f"{RLI if left else LRI}{bare}{PDI}" if bare else bare


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
    widths = _widths(names, body, width - _GAP * (len(names) - 1))
    if widths is None:
        return _blocks(names, body, width, isolate)
    lines = [*_line(names, widths, isolate), "─┼─".join("─" * w for w in widths)]
    ruled = any(len(wrap(c, w)) > 1 for row in body for c, w in zip(row, widths, strict=True))
    for at, row in enumerate(body):
        if ruled and at:
            lines.append("─┼─".join("┈" * w for w in widths))
        lines.extend(_line(row, widths, isolate))
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _widths(names: Row, body: Sequence[Row], room: int) -> list[int] | None:
    """Widths that fit the room, taken from the widest columns; None when there is no such way."""
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
    """One row as display lines."""
    cells = [wrap(cell, width) for cell, width in zip(row, widths, strict=True)]
    for at in range(max((len(c) for c in cells), default=0)):
        parts = [c[at] if at < len(c) else "" for c in cells]
        # The direction of the whole cell holds for all its lines, or wrapped Arabic would zigzag.
        yield " │ ".join(
            _padded(part, width, rtl(cell), isolate)
            for part, width, cell in zip(parts, widths, row, strict=True)
        )


def _padded(text: str, width: int, to_the_left: bool, isolate: bool) -> str:
    shown = isolated(text, to_the_left=to_the_left) if isolate else text
    space = " " * (width - cell_len(shown))
    return space + shown if to_the_left else shown + space


def _blocks(names: Row, body: Sequence[Row], width: int, isolate: bool) -> str:
    """One block a row: a name and its cell a line, for tables wider than the terminal."""
    margin = max(cell_len(n) for n in names)
    room = max(width - margin - _GAP, _NARROWEST)
    blocks = []
    for row in body:
        lines = []
        for name, cell in zip(names, row, strict=True):
            for at, part in enumerate(wrap(cell, room)):
                head = _padded(name if at == 0 else "", margin, False, isolate)
                shown = isolated(part, to_the_left=rtl(cell)) if isolate else part
                lines.append(f"{head} │ {shown}".rstrip())
        blocks.append("".join(f"{line}\n" for line in lines))
    rule = "─" * min(width, margin + _GAP + room) + "\n"
    return rule.join(blocks) if blocks else "".join(f"{name}\n" for name in names)
