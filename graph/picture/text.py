"""Text in pictures: how wide it is, where its lines break, and which way it runs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

FONTS = "Noto Sans, Segoe UI, Helvetica, Arial, DejaVu Sans, sans-serif"
"""Families to try, in order, for a text that begins with Latin or the like."""
ARABIC_FONTS = "Noto Sans Arabic, Noto Naskh Arabic, Segoe UI, Tahoma, DejaVu Sans, sans-serif"
"""The same for Arabic."""
MIXED_FONTS = "Segoe UI, Tahoma, DejaVu Sans, sans-serif"
"""The same for both in one line: families that have both, because not every drawing program puts
a line together from two."""
_ARABIC = re.compile("[\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_DAYS = re.compile(r"\d[\d/-]*-[\d/-]*\d")
_NARROW = frozenset("iljtfrI.,:;'|!()[] -")
_WIDE = frozenset("mwMW@%&")
_RIGHT = frozenset({"R", "AL"})
_MORE = "..."  # fonts for Arabic often lack the character of three dots
_OPEN_RIGHT, _OPEN_LEFT, _CLOSE = "\u2067", "\u2066", "\u2069"


def width(text: str, size: float) -> float:
    """About how wide the text is, in the unit of ``size``; rather too wide than too narrow."""
    return size * sum(_part(c) for c in text)


def _part(char: str) -> float:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Cf", "Mn"):
        return 0.0
    if char in _NARROW:
        return 0.34
    if char in _WIDE:
        return 0.9
    if unicodedata.east_asian_width(char) in ("W", "F"):
        return 1.05
    return 0.66 if char.isupper() else 0.57


def is_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction runs from right to left."""
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in _RIGHT:
            return True
        if kind == "L":
            return False
    return False


def fonts(text: str) -> str | None:
    """The families for a line; None where those of the picture will do."""
    if not _ARABIC.search(text):
        return None
    return MIXED_FONTS if _LATIN.search(text) else ARABIC_FONTS


def isolated(text: str) -> str:
    """The text, kept apart from what stands around it; days in it are kept from left to right.

    >>> isolated("غارة، 2020-01-08") == "\u2067غارة، \u20662020-01-08\u2069\u2069"
    True
    """
    if not is_right_to_left(text):
        return f"{_OPEN_LEFT}{text}{_CLOSE}"
    days = _DAYS.sub(lambda match: f"{_OPEN_LEFT}{match[0]}{_CLOSE}", text)
    return f"{_OPEN_RIGHT}{days}{_CLOSE}"


def wrapped(text: str, size: float, room: float, most: int = 3) -> list[str]:
    """Lines of at most this width; what does not fit into ``most`` lines ends in an ellipsis."""
    lines: list[str] = []
    words = [part for word in text.split() for part in _pieces(word, size, room)]
    while words:
        taken = _fitting(words, size, room)
        lines.append(" ".join(words[:taken]))
        words = words[taken:]
        if words and len(lines) == most:
            lines[-1] = _shortened(lines[-1], size, room)
            break
    return lines or [""]


def _fitting(words: Sequence[str], size: float, room: float) -> int:
    taken = 1
    while taken < len(words) and width(" ".join(words[: taken + 1]), size) <= room:
        taken += 1
    return taken


def _pieces(word: str, size: float, room: float) -> list[str]:
    """A word cut where it is longer than a line."""
    pieces, piece = [], ""
    for char in word:
        if piece and width(piece + char, size) > room:
            pieces.append(piece)
            piece = ""
        piece += char
    return [*pieces, piece]


def _shortened(line: str, size: float, room: float) -> str:
    while line and width(line + _MORE, size) > room:
        line = line[:-1]
    return line.rstrip() + _MORE
