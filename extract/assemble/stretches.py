"""Stretches of a text with what stands on them, found by their place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import Generic, TypeVar

T = TypeVar("T")


class Stretches(Generic[T]):
    """Answers which stretches lie inside another one, around it, or share a part with it.

    An answer takes as long as there are stretches near that place, not in the whole text: in a long
    article everything is asked of everything.
    """

    def __init__(self, stretches: Iterable[tuple[int, int, T]]) -> None:
        """Take in ``(start, end, what)``; answers come in the order given here."""
        numbered = [(start, end, n, what) for n, (start, end, what) in enumerate(stretches)]
        self._stretches = sorted(numbered, key=lambda one: one[0])
        self._starts = [start for start, *_ in self._stretches]
        self._reach = list(accumulate((end for _, end, *_ in self._stretches), max))

    def within(self, start: int, end: int) -> list[T]:
        """What stands on stretches that lie in ``[start, end)``."""
        first, last = bisect_left(self._starts, start), bisect_right(self._starts, end)
        near = self._stretches[first:last]
        return _in_order((n, what) for _, their_end, n, what in near if their_end <= end)

    def around(self, start: int, end: int) -> list[T]:
        """What stands on stretches that ``[start, end)`` lies in."""
        found: list[tuple[int, T]] = []
        at = bisect_right(self._starts, start) - 1
        while at >= 0 and self._reach[at] >= end:
            _, their_end, n, what = self._stretches[at]
            if their_end >= end:
                found.append((n, what))
            at -= 1
        return _in_order(found)

    def meeting(self, start: int, end: int) -> list[T]:
        """What stands on stretches that share a character with ``[start, end)``."""
        first, last = bisect_right(self._reach, start), bisect_left(self._starts, end)
        near = self._stretches[first:last]
        return _in_order((n, what) for _, their_end, n, what in near if their_end > start)


def _in_order(found: Iterable[tuple[int, T]]) -> list[T]:
    return [what for _, what in sorted(found, key=lambda one: one[0])]
