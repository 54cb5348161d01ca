"""Lines of text for a terminal: harmless, wrapped by display cells, each direction held apart.

Widths count terminal cells, so that diacritics take no room. Text stays in logical order; the
terminal orders what it shows. A line may stand in a bidirectional isolate (Unicode UAX #9), so that
two neighbouring Arabic texts cannot change places.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from rich.cells import cell_len, chop_cells

LRI, RLI, PDI = "\u2066", "\u2067", "\u2069"
_BIDI_CONTROLS = frozenset(
    "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)


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


def padded(text: str, width: int, *, to_the_left: bool, isolate: bool) -> str:
    """One line filled up with spaces to ``width`` cells, on the side where its text ends.

    Args:
        text: At most ``width`` cells.
        width: Cells to fill.
        to_the_left: Whether the text that the line belongs to runs from right to left.
        isolate: Whether to put the text in a bidirectional isolate, for a terminal.
    """
    shown = isolated(text, to_the_left=to_the_left) if isolate else text
    space = " " * (width - cell_len(shown))
    return space + shown if to_the_left else shown + space
