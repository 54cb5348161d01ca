"""Sameness: whether two mentions can name the same party, place or thing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from extract.analysis import Mention, MentionKind
from extract.fold import fold
from extract.gazetteer import Gazetteer

_ARTICLES: Final = ("وال", "بال", "لل", "ال")
_SHORTEST: Final = 3
_STOP: Final = frozenset(
    {
        "the",
        "a",
        "an",
        "of",
        "in",
        "on",
        "at",
        "to",
        "and",
        "by",
        "for",
        "with",
        "from",
        "near",
        "al",
        "el",
        "its",
        "their",
        "his",
        "في",
        "من",
        "علي",
        "الي",
        "عن",
        "مع",
        "بين",
        "قرب",
        "عند",
    }
)
# Two spellings of one word: «ميليشيا» and «مليشيا».
_VARIANTS: Final = re.compile("ميلي?شي")
_ENOUGH: Final = 0.5
_NEARLY: Final = 0.66


@lru_cache(maxsize=8192)
def content_words(text: str) -> frozenset[str]:
    """Folded words of ``text`` that carry meaning, without the Arabic article."""
    words: set[str] = set()
    for word in fold(text).replace("-", " ").split():
        bare = word.strip(".,،؛:\"'«»“”()[]‏")
        for article in _ARTICLES:
            if bare.startswith(article) and len(bare) - len(article) >= _SHORTEST:
                bare = bare[len(article) :]
                break
        if bare and bare not in _STOP:
            if len(bare) > _SHORTEST:
                bare = bare.removesuffix("ا")  # «مستودعا» and «المستودع»
            words.add(_VARIANTS.sub("مليشي", bare))
    return frozenset(words)


def overlap(first: str, second: str) -> float:
    """Share of content words that two texts have in common (Dice coefficient), 0 to 1."""
    left, right = content_words(first), content_words(second)
    if not left or not right:
        return 0.0
    return 2 * len(left & right) / (len(left) + len(right))


def same(first: Mention, second: Mention) -> bool:
    """Whether the two mentions name the same: same entity, else half of their words in common."""
    if first.entity is not None and second.entity is not None:
        if first.kind is MentionKind.PLACE and second.kind is MentionKind.PLACE:
            # A town and the region of the same name.
            alike = overlap(first.words.text, second.words.text) >= _NEARLY
            return alike or first.entity == second.entity
        return first.entity == second.entity
    if first.words.text == second.words.text:
        return True
    if (
        first.canonical_en is not None
        and first.canonical_en == second.canonical_en
        and (first.entity is not None or second.entity is not None)
    ):
        return True
    return overlap(first.words.text, second.words.text) >= _ENOUGH


def any_same(first: Iterable[Mention], second: Iterable[Mention]) -> bool:
    """Whether some mention of one list names the same as some mention of the other."""
    others = list(second)
    return any(same(one, other) for one in first for other in others)


def contains(outer: Mention, inner: Mention) -> bool:
    """Whether the gazetteer places ``inner`` inside ``outer``."""
    if outer.entity is None or inner.entity is None:
        return False
    gazetteer = Gazetteer.load()
    entry = gazetteer.get(inner.entity)
    return entry is not None and any(place.id == outer.entity for place in gazetteer.within(entry))


def distinct(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions without those that name the same as an earlier, or that a fuller one repeats."""
    kept: list[Mention] = []
    for mention in mentions:
        for place, earlier in enumerate(kept):
            if same(earlier, mention):
                fuller = len(content_words(mention.words.text)) > len(
                    content_words(earlier.words.text)
                )
                counted = mention.count is not None and earlier.count is None
                if counted or (fuller and earlier.anaphoric):
                    kept[place] = mention
                break
        else:
            kept.append(mention)
    return kept
