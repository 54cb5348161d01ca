"""Windows: the stretches in which a long article is read, overlapping so that no seam hides a fact.

The encoder knows 512 positions; two are taken by the signs for beginning and end.
"""

from __future__ import annotations

from typing import Final

SIZE: Final = 500
"""Pieces a window."""

STEP: Final = 370
"""Pieces from the start of one window to the start of the next."""


def windows(length: int) -> list[tuple[int, int]]:
    """Start and end of each window over ``length`` pieces; neighbours share ``SIZE - STEP``."""
    found = []
    start = 0
    while True:
        end = min(start + SIZE, length)
        found.append((start, end))
        if end == length:
            return found
        start += STEP
