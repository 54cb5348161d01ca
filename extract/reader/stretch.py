"""Stretches: whole words with one label, out of what the network thinks of each piece."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.reader.label import BEGINS, GOES_ON

if TYPE_CHECKING:
    from extract.reader.network import Floats
    from extract.reader.pieces import Cut


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of the text with the mean probability that they carry the label."""

    start: int
    end: int
    chance: float

    def meets(self, start: int, end: int) -> bool:
        """Whether it shares a character with ``[start, end)``."""
        return self.start < end and start < self.end


def stretches(cut: Cut, chances: Floats, least: float) -> list[Stretch]:
    """The stretches of one label, in the order of the text.

    A word belongs when one of its pieces is likelier than ``least`` to carry the label. A stretch
    starts at the first such piece of its first word, so that an Arabic proclitic stays outside, and
    ends with its last word.

    Args:
        cut: The text as pieces.
        chances: Shape (pieces, 3): probability of being outside, of beginning, of going on.
        least: See above.
    """
    inside = chances[:, BEGINS] + chances[:, GOES_ON]
    runs: list[tuple[int, int, list[float]]] = []
    is_open = False
    for word in cut.words:
        chance = max(float(inside[i]) for i in word)
        if chance <= least:
            is_open = False
            continue
        first = next(i for i in word if inside[i] > least)
        if is_open and word[0] not in cut.gaps and _goes_on(chances[first], runs[-1][1], word[0]):
            start, _, told = runs[-1]
            runs[-1] = (start, word[-1], [*told, chance])
        else:
            runs.append((first, word[-1], [chance]))
        is_open = True
    found = (_trimmed(cut, first, last, told) for first, last, told in runs)
    return [one for one in found if one is not None]


def _goes_on(chance: Floats, last: int, first: int) -> bool:
    """Whether a word goes on with the stretch that ended just before it."""
    whole = chance[BEGINS] + chance[GOES_ON]
    beside = last + 1 == first and chance[BEGINS] < 0.5 * whole
    return bool(beside or (chance[BEGINS] < chance[GOES_ON] and first - last <= 2))


def _trimmed(cut: Cut, first: int, last: int, told: list[float]) -> Stretch | None:
    """Without signs at its ends; ``None`` when hardly anything is left."""
    start, end = cut.spans[first][0], cut.spans[last][1]
    while start < end and not (cut.text[start].isalnum() or cut.text[start] == "("):
        start += 1
    while start < end and not (cut.text[end - 1].isalnum() or cut.text[end - 1] == ")"):
        end -= 1
    if end - start < 2:
        return None
    return Stretch(start, end, sum(told) / len(told))
