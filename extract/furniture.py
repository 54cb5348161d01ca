"""Furniture: what of a text is the page's and not the article's, and so is not read.

Two kinds are known for certain: lines and sentences that offer something else to read ("Read also:
car bomb kills 12 …"), by the words with which they begin (``furniture.yaml``), and sentences that
stand a second time word for word, as when a page gives the article once more. Both are blanked out
for the readers, character by character, so that every offset still counts in the original.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from importlib import resources
from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, RootModel, StringConstraints
from yaml import safe_load

from extract.document import Document
from extract.fold import fold

_SENTENCE: Final = re.compile(r"[^\n.!?؟]+(?:[.!?؟](?!\s|$)[^\n.!?؟]*)*[.!?؟]*")
_OPENS: Final = " \t([{«\"'*#-–—|•►▶>"
_LONG: Final = 60
"""Characters from which on a sentence does not stand twice by chance."""
_VISIBLE: Final = re.compile(r"\S")

_Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=3)]


class _Cue(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    words: _Words
    gloss: str | None = None


class _Cues(RootModel[Mapping[str, tuple[_Cue, ...]]]):
    """The table ``furniture.yaml``: cues by language."""


def legible(document: Document) -> Document:
    """The article as the readers are to see it: furniture as blanks of the same length."""
    text = document.text
    for start, end in _furniture(text):
        text = text[:start] + _VISIBLE.sub(" ", text[start:end]) + text[end:]
    return document if text == document.text else replace(document, text=text)


def _furniture(text: str) -> Iterator[tuple[int, int]]:
    seen: set[str] = set()
    for found in _SENTENCE.finditer(text):
        words = fold(found.group().strip(_OPENS))
        if (len(words) >= _LONG and words in seen) or _cues().match(words):
            yield found.span()
        seen.add(words)


@cache
def _cues() -> re.Pattern[str]:
    """The beginning of a piece of furniture, folded; in whatever language the article is."""
    text = (resources.files("extract") / "furniture.yaml").read_text(encoding="utf-8")
    listed = _Cues.model_validate(safe_load(text)).root
    words = sorted({fold(cue.words) for cues in listed.values() for cue in cues})
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))})(?!\w)")
