"""Decoys: words that name an act elsewhere but tell of none here; the reader learns to doubt.

«Attack» in a headline about football, "the strikes" of a whole war. They are found without labels
of their own: words that labelled articles often use as an event word, in an article of the same
language whose labels name every mention of its events, where they are no mention of any.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from benchmarks.training.example import Example, Place, Told

_WORD: Final = re.compile(r"\w+")
_FRONT: Final = re.compile(r"^[وف]?[بلك]?(?:ال)?(?=\w{3})")
_OFTEN: Final = 0.2
"""Share of its uses in which a word is an event word."""

_Word = tuple[str, str]
"""Language and bare word."""


def put_decoys(examples: Sequence[Example]) -> None:
    """Note in each example where its decoys stand."""
    every = Counter(word for one in examples for _, word in _words(one))
    acts = Counter(word for one in examples for told in one.told for word in _act(one, told))
    telling = {word for word, count in acts.items() if count >= _OFTEN * every[word]}
    for one in examples:
        if all(told.event.again is not None for told in one.told):
            one.decoys = [place for place, word in _idle(one) if word in telling]


def _act(one: Example, told: Told) -> Iterator[_Word]:
    """The first of the words that name an event."""
    first = _WORD.search(one.cut.text, *told.anchor)
    if first is not None:
        yield _bare(one, first.group())


def _idle(one: Example) -> Iterator[tuple[Place, _Word]]:
    """The words that belong to no mention of an event, by the labels or by the rules."""
    taken = [place for told in one.told for place in (told.anchor, *told.again)]
    taken += [place for guess in one.guessed if guess.like for place in guess.anchors]
    for place, word in _words(one):
        if not any(start < place[1] and place[0] < end for start, end in taken):
            yield place, word


def _words(one: Example) -> Iterator[tuple[Place, _Word]]:
    for word in _WORD.finditer(one.cut.text):
        yield word.span(), _bare(one, word.group())


def _bare(one: Example, word: str) -> _Word:
    """A word without Arabic proclitics and article, in lower case."""
    return one.lang, _FRONT.sub("", word.lower())
