"""When two names are the same: enough content words in common, spelling variants folded."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Final

Words = frozenset[str]

_ARABIC: Final = ("\u0600", "\u06ff")
_UNWRITTEN = re.compile("[\u0640\u064b-\u0652\u0670]")  # tatweel, short vowels, dagger alef
# After decomposition a hamza stands alone behind its carrier; alef, hamza or both count as an alef.
_ALEF = re.compile("[\u0622\u0623\u0625\u0627\u0653-\u0655\u0671]+")
_SHAPES: Final = str.maketrans("ىة٠١٢٣٤٥٦٧٨٩", "يه0123456789")
_GAP = re.compile(r"\W+")

# على and إلى are not here: folded, they cannot be told from the name Ali and from "of a machine".
_SMALL: Final = (
    "the a an of in on at to and by for with from near al el its their his was were that this"
    " في من عن مع بين قرب عند ان التي الذي وقد قد ما لم"
)
_FUNCTION_WORDS: Final = frozenset(_SMALL.split())
_PROCLITICS: Final = ("وال", "بال", "فال", "كال", "لل", "ال", "و", "ب", "ل")
_SHORTEST_STEM: Final = 3


def fold(text: str) -> str:
    """A text without case, punctuation, diacritics and variants of Arabic letters and digits."""
    letters = unicodedata.normalize("NFKD", text)
    kept = "".join(c for c in letters if not unicodedata.combining(c) or _is_arabic(c))
    plain = _ALEF.sub("\u0627", _UNWRITTEN.sub("", kept)).translate(_SHAPES)
    return _GAP.sub(" ", plain.casefold()).strip()


def _is_arabic(character: str) -> bool:
    return _ARABIC[0] <= character <= _ARABIC[1]


def _stem(word: str) -> str:
    """An Arabic word without one leading conjunction or preposition and the article."""
    if not _is_arabic(word[0]):
        return word
    for proclitic in _PROCLITICS:
        if word.startswith(proclitic) and len(word) - len(proclitic) >= _SHORTEST_STEM:
            return word.removeprefix(proclitic)
    return word


@cache
def content_words(text: str) -> Words:
    """The stems of a text's words, without function words."""
    return frozenset(_stem(word) for word in fold(text).split() if word not in _FUNCTION_WORDS)


def overlap(a: Words, b: Words) -> float:
    """How much two sets of words share, from 0 to 1: twice the common ones over all of both."""
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def is_same(a: Iterable[Words], b: Iterable[Words], least: float = 0.5) -> bool:
    """Whether any name of one thing is like any name of another."""
    others = tuple(b)
    return any(overlap(x, y) >= least for x in a for y in others)
