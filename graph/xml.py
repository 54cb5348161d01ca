"""Text for XML: escaped, with what XML cannot hold marked, written in blocks.

Files are put together from strings: a tree of elements costs several times the time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from typing import BinaryIO

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPECIAL = re.compile('[&<>"\t\n\r]|[^\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]')
_ESCAPES = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "\t": "&#9;",
    "\n": "&#10;",
    "\r": "&#13;",
}
_DAY = re.compile(r"(?<![\d/-])\d+-\d[\d/-]*")
_LETTER = re.compile("([\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefc])|[A-Za-z\u200e]")
_BLOCK = 2000


def clean(text: str) -> str:
    """The text with each character that XML forbids replaced by U+FFFD, so that its loss shows."""
    return _FORBIDDEN.sub("\ufffd", text)


def one_line(text: str) -> str:
    """A label: cleaned, with each run of white space made one space."""
    return " ".join(clean(text).split())


def day_marked(text: str) -> str:
    """The text with a mark before each day that follows Arabic, so that it stays in order.

    Without it, programs that draw from right to left show 2020-01-08 as 08-01-2020.

    >>> day_marked("غارة، 2020-01-08") == "غارة، \u200e2020-01-08"
    True
    """
    parts, end = [], 0
    is_arabic = False
    for day in _DAY.finditer(text):
        for letter in _LETTER.finditer(text, end, day.start()):
            is_arabic = letter[1] is not None
        parts += [text[end : day.start()], "\u200e" if is_arabic else "", day[0]]
        is_arabic, end = False, day.end()  # after the mark, the text runs from left to right
    return "".join(parts) + text[end:] if parts else text


def escaped(text: str) -> str:
    """The text as an attribute's value or an element's content, cleaned.

    >>> escaped('a < "b"')
    'a &lt; &quot;b&quot;'
    """
    return _SPECIAL.sub(_escape, text) if _SPECIAL.search(text) else text


def _escape(match: re.Match[str]) -> str:
    return _ESCAPES.get(match[0], "\ufffd")


def write_blocks(lines: Iterable[str], out: BinaryIO) -> None:
    """Write lines, each with a line feed, many at once and never all."""
    rest = iter(lines)
    while block := list(islice(rest, _BLOCK)):
        block.append("")
        out.write("\n".join(block).encode())
