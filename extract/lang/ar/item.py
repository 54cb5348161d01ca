"""Items: a sentence as the sequence of phrases, verbs and small words that the rules walk over."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, Field

from extract.fold import fold
from extract.lang.ar.lexicon import Tag
from extract.lang.ar.phrase import Phrase
from extract.lang.ar.sheet import read_sheet
from extract.lang.ar.word import Word


class Kind(StrEnum):
    """What stands at a place of a sentence."""

    PHRASE = "phrase"
    VERB = "verb"
    PREPOSITION = "preposition"
    CONJUNCTION = "conjunction"
    SUBORDINATOR = "subordinator"
    RELATIVE = "relative"
    NEGATION = "negation"
    SIGN = "sign"
    TIME = "time"
    OTHER = "other"


class Link(StrEnum):
    """What a preposition says of the phrase after it."""

    AGENT = "agent"
    TARGET = "target"
    PLACE = "place"
    WEAPON = "weapon"
    ORIGIN = "origin"
    OWNER = "owner"
    RESPONSE = "response"
    PURPOSE = "purpose"
    CURB = "curb"
    PRETEXT = "pretext"
    SOURCE = "source"
    CAUSE = "cause"
    OUTCOME = "outcome"
    COMPANY = "company"
    TIME = "time"


# Prepositions after which stands what an act answers or aims at, not what it did.
MOTIVES: Final = (Link.RESPONSE, Link.PURPOSE, Link.CURB, Link.PRETEXT)


class PrepositionRow(BaseModel):
    """Prepositions of one role."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    words: tuple[str, ...]
    role: Link
    gloss: str


class PrepositionSheet(BaseModel):
    """The file ``prepositions.yaml``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    prepositions: Annotated[tuple[PrepositionRow, ...], Field(min_length=1)]


@dataclass(slots=True, eq=False)
class Item:
    """One place of a sentence: words ``first`` to ``last`` (inclusive).

    ``link`` is set on prepositions; ``bracketed`` on what stands in brackets.
    """

    kind: Kind
    first: int
    last: int
    phrase: Phrase | None = None
    link: Link | None = None
    bracketed: bool = False


@cache
def _prepositions() -> dict[tuple[str, ...], Link]:
    rows = read_sheet("prepositions.yaml", PrepositionSheet).prepositions
    return {tuple(fold(words).split()): row.role for row in rows for words in row.words}


@cache
def _longest() -> int:
    return max(map(len, _prepositions()))


def preposition_at(words: Sequence[Word], index: int, end: int) -> tuple[Link, int] | None:
    """The preposition at ``index`` with its last word, longest first."""
    table = _prepositions()
    for length in range(min(_longest(), end - index), 0, -1):
        key = tuple(words[at].norm for at in range(index, index + length))
        link = table.get(key)
        if link is not None:
            return link, index + length - 1
    return None


_KINDS = (
    (Tag.NEGATION, Kind.NEGATION),
    (Tag.SUBORDINATOR, Kind.SUBORDINATOR),
    (Tag.RELATIVE, Kind.RELATIVE),
    (Tag.CONJUNCTION, Kind.CONJUNCTION),
)
# «وفقا لـ», «تبعا لـ»: also forms of verbs in the dual.
_ADVERBIAL = "ا"
_PLACING = frozenset({"في", "قرب", "عند", "قباله", "داخل", "مشارف", "محيط", "ضواحي", "من"})
_NEARING = frozenset({"قرب", "امام", "عند", "خلف", "باتجاه", "محيط"})
_STRONG_RELATIVES = frozenset({"الذي", "التي", "الذين", "اللذين", "اللذان", "اللتين", "اللتان"})


def items_of(
    words: Sequence[Word],
    first: int,
    end: int,
    phrases: dict[int, Phrase],
    timed: Collection[int],
) -> list[Item]:
    """Cut words ``first`` to ``end`` (exclusive), one sentence, into items.

    Args:
        words: All words of the article.
        first: First word of the sentence.
        end: First word after it.
        phrases: Noun phrases by their first word.
        timed: Words that belong to time expressions.
    """
    items: list[Item] = []
    index, depth = first, 0
    while index < end:
        word = words[index]
        if word.text in ")]":
            depth = max(0, depth - 1)
        item = _item_at(words, index, end, phrases, timed)
        if item.kind is Kind.PREPOSITION:
            _give_rest(item, phrases)
        item.bracketed = depth > 0
        before = items[-1] if items else None
        if item.phrase is not None and before is not None and before.link is Link.PLACE:
            item.phrase.placed = words[before.last].norm in _PLACING
        if item.phrase is not None and before is not None:
            item.phrase.aimed = before.link is Link.TARGET or words[before.last].norm in _NEARING
        items.append(item)
        if word.text in "([":
            depth += 1
        index = item.last + 1
    return items


def _give_rest(preposition: Item, phrases: dict[int, Phrase]) -> None:
    """«لإضعاف الهجمات»: what is left of a phrase whose first noun became a preposition."""
    for first in range(preposition.first + 1, preposition.last + 1):
        phrase = phrases.get(first)
        rest = preposition.last + 1
        if phrase is not None and phrase.last >= rest and rest not in phrases:
            phrases[rest] = phrase.rest(rest)


def _item_at(
    words: Sequence[Word], index: int, end: int, phrases: dict[int, Phrase], timed: Collection[int]
) -> Item:
    word = words[index]
    if index in timed:
        last = index
        while last + 1 < end and last + 1 in timed:
            last += 1
        return Item(Kind.TIME, index, last)
    phrase = phrases.get(index)
    found = preposition_at(words, index, end)
    if (
        found is not None
        and (phrase is None or found[1] > index)
        and (not word.is_verb or (found[1] > index and word.norm.endswith(_ADVERBIAL)))
    ):
        return Item(Kind.PREPOSITION, index, found[1], link=found[0])
    if phrase is not None:
        return Item(Kind.PHRASE, phrase.first, phrase.last, phrase=phrase)
    if word.is_verb:
        return Item(Kind.VERB, index, index)
    if word.is_sign:
        return Item(Kind.SIGN, index, index)
    if word.norm in _STRONG_RELATIVES:
        return Item(Kind.RELATIVE, index, index)
    for tag, kind in _KINDS:
        if word.has(tag):
            return Item(kind, index, index)
    return Item(Kind.OTHER, index, index)
