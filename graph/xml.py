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
_BLOCK = 2000


def clean(text: str) -> str:
    """The text with each character that XML forbids replaced by U+FFFD, so that its loss shows."""
    return _FORBIDDEN.sub("\ufffd", text)


def one_line(text: str) -> str:
    """A label: cleaned, with each run of white space made one space."""
    return " ".join(clean(text).split())


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
