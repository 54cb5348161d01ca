"""The count: how many articles there will be, told without reading any."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from extract.reading.place import STDIN, Kind, Place, all_places

_CHUNK: Final = 1 << 20


def count(inputs: Sequence[str]) -> int | None:
    """How many articles, and files that cannot be read, the inputs hold; of JSON lines, lines.

    An estimate for people: blank lines count, and a file may change before it is read.

    Args:
        inputs: Paths of files and folders that exist, or ``-``.

    Returns:
        The number; none where standard input is among them, or a file cannot be opened.
    """
    if STDIN in inputs:
        return None
    try:
        return sum(
            _lines(place.path) if isinstance(place, Place) and place.kind is Kind.JSON_LINES else 1
            for place in all_places(inputs)
        )
    except OSError:
        return None


def _lines(path: Path) -> int:
    number, last = 0, b"\n"
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            number += chunk.count(b"\n")
            last = chunk[-1:]
    return number + (last != b"\n")
