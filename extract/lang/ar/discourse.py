"""Discourse: sentences that openly turn to another matter."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from pydantic import BaseModel, ConfigDict

from extract.fold import fold
from extract.lang.ar.item import Item
from extract.lang.ar.sheet import read_sheet
from extract.lang.ar.word import Word

_REACH: Final = 6


class Turn(BaseModel):
    """Phrases that open another matter."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    words: tuple[str, ...]
    gloss: str


class DiscourseSheet(BaseModel):
    """The file ``discourse.yaml``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    turns: tuple[Turn, ...]


@cache
def _turns() -> tuple[tuple[str, ...], ...]:
    rows = read_sheet("discourse.yaml", DiscourseSheet).turns
    return tuple(tuple(fold(words).split()) for row in rows for words in row.words)


def breaks(words: Sequence[Word], sentences: Sequence[Sequence[Item]]) -> set[int]:
    """Numbers of the sentences that open with a turn to another matter."""
    found: set[int] = set()
    for items in sentences:
        first, last = items[0].first, items[-1].last
        norms = [word.norm for word in words[first : min(last, first + _REACH) + 1]]
        while norms and norms[0] in ("و", "ف", "*", "-"):
            norms = norms[1:]
        joined = " ".join(norms).replace("ب ", "ب")
        if any(joined.startswith(" ".join(turn)) for turn in _turns()):
            found.add(words[first].sentence)
    return found
