"""Pieces: the units that the encoder reads, each tied to its place in the article.

The vocabulary is that of multilingual-e5-small (XLM-R's), cut down to Arabic, English and signs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Final

from sentencepiece import SentencePieceProcessor

from extract.assemble.stretches import Stretches

BEGIN, PAD, END = 0, 1, 2
"""Pieces that stand for the beginning of a window, for nothing, and for its end."""

_SIGNS: Final = "\u064b-\u0652\u0670\u0640"  # vowel signs, the letter stretcher
_SIGN: Final = re.compile(f"[{_SIGNS}]")
# What carries no meaning for the encoder and would break a word into unknown pieces: those signs,
# marks of direction and width.
_SILENT: Final = re.compile(f"[{_SIGNS}\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffd\x00]")


@dataclass(frozen=True)
class Cut:
    """A text as pieces.

    Attributes:
        text: The text.
        ids: Number of each piece in the vocabulary.
        spans: Start and end of each piece in the text; empty for one that only marks a space.
        gaps: Numbers of the pieces before which pieces of the text are left out.
    """

    text: str
    ids: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]
    gaps: frozenset[int] = frozenset()

    def part(self, numbers: Sequence[int]) -> Cut:
        """Some of the pieces, by their numbers in order."""
        gaps = (place for place, (a, b) in enumerate(pairwise(numbers), start=1) if b != a + 1)
        return Cut(
            self.text,
            tuple(self.ids[number] for number in numbers),
            tuple(self.spans[number] for number in numbers),
            frozenset(gaps),
        )

    @cached_property
    def words(self) -> tuple[tuple[int, ...], ...]:
        """The pieces of each word, in order; pieces without letters of their own are left out."""
        groups: list[list[int]] = []
        for index, (start, end) in enumerate(self.spans):
            if end <= start:
                continue
            before = self.spans[groups[-1][-1]][1] if groups else -1
            inside = before > start or (
                before == start and self.text[start].isalnum() and self.text[start - 1].isalnum()
            )
            if groups and inside and index not in self.gaps:
                groups[-1].append(index)
            else:
                groups.append([index])
        return tuple(map(tuple, groups))

    def covering(self, start: int, end: int) -> list[int]:
        """The pieces that stand at least partly inside ``[start, end)``."""
        return self._written.meeting(start, end)

    @cached_property
    def _written(self) -> Stretches[int]:
        return Stretches((a, b, i) for i, (a, b) in enumerate(self.spans) if b > a)


class Pieces:
    """Cuts texts. Texts may hold anything; what is not in the vocabulary becomes one unknown."""

    def __init__(self, file: Path) -> None:
        self._processor = SentencePieceProcessor(model_file=str(file))

    def cut(self, text: str) -> Cut:
        """Cut a text."""
        kept = [i for i, char in enumerate(text) if not _SILENT.match(char)]
        if not kept:
            return Cut(text, (), ())
        heard = "".join(text[i] for i in kept)
        at_byte = [i for i, char in enumerate(heard) for _ in char.encode()]
        at_byte.append(len(heard))
        ids: list[int] = []
        spans: list[tuple[int, int]] = []
        for piece in self._processor.encode(heard, return_type="proto").pieces:
            start, end = at_byte[piece.begin], at_byte[piece.end]
            while start < end and heard[start].isspace():
                start += 1
            ids.append(piece.id)
            if start < end:
                spans.append((kept[start], _signed(text, kept[end - 1] + 1)))
            else:
                spans.append((kept[min(start, len(kept) - 1)],) * 2)
        return Cut(text, tuple(ids), tuple(spans))


def _signed(text: str, end: int) -> int:
    """The end of a word with the vowel signs that follow its last letter."""
    while end < len(text) and _SIGN.match(text[end]):
        end += 1
    return end
