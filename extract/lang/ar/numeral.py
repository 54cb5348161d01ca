"""Numerals: how many, in digits, words, ranges and the hedges of counting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from pydantic import BaseModel, ConfigDict

from extract.fold import fold
from extract.lang.ar.sheet import read_sheet
from extract.lang.ar.word import Word

_LARGEST: Final = 10_000_000
_GROUPS: Final = (1000, 1_000_000)
_TALLY: Final = "عدد"
_BETWEEN: Final = (("ما", "بين"), ("بين",), ("مابين",))


class NumberWords(BaseModel):
    """Words of one value or of one way of hedging a count."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    words: tuple[str, ...]
    gloss: str
    value: int | None = None


class NumberLexicon(BaseModel):
    """The number words of ``numbers.yaml``; the value of a part is what it divides by."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    units: tuple[NumberWords, ...]
    parts: tuple[NumberWords, ...]
    tens: tuple[NumberWords, ...]
    scales: tuple[NumberWords, ...]
    vague: tuple[NumberWords, ...]
    at_least: tuple[NumberWords, ...]
    at_most: tuple[NumberWords, ...]
    about: tuple[NumberWords, ...]


@dataclass(frozen=True, slots=True)
class Numeral:
    """A count that stands at words ``first`` to ``last`` (inclusive).

    ``low`` and ``high`` both ``None``: an unsaid number ("dozens"). ``high`` alone: "at least".
    """

    first: int
    last: int
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class _Values:
    units: dict[str, int]
    parts: dict[str, int]
    tens: dict[str, int]
    scales: dict[str, int]
    vague: frozenset[str]
    at_least: tuple[tuple[str, ...], ...]
    at_most: tuple[tuple[str, ...], ...]
    about: tuple[tuple[str, ...], ...]
    openers: frozenset[str]

    def is_number_word(self, norm: str) -> bool:
        return norm in self.units or norm in self.tens or norm in self.scales


@cache
def _values() -> _Values:
    lexicon = read_sheet("numbers.yaml", NumberLexicon)

    def table(rows: tuple[NumberWords, ...]) -> dict[str, int]:
        values: dict[str, int] = {}
        for row in rows:
            for word in row.words:
                for form in (fold(word), "ال" + fold(word)):
                    values[form] = row.value or 0
        return values

    def phrases(rows: tuple[NumberWords, ...]) -> tuple[tuple[str, ...], ...]:
        found = {tuple(fold(word).split()) for row in rows for word in row.words}
        return tuple(sorted(found, key=lambda words: (-len(words), words)))

    return _Values(
        units=table(lexicon.units),
        parts=table(lexicon.parts),
        tens=table(lexicon.tens),
        scales=table(lexicon.scales),
        vague=frozenset(fold(word) for row in lexicon.vague for word in row.words),
        at_least=phrases(lexicon.at_least),
        at_most=phrases(lexicon.at_most),
        about=phrases(lexicon.about),
        openers=frozenset(
            fold(words).split()[0]
            for rows in (lexicon.at_least, lexicon.at_most, lexicon.about)
            for row in rows
            for words in row.words
        ),
    )


def is_number_word(norm: str) -> bool:
    """Whether a folded word is a number word."""
    return _values().is_number_word(norm)


def number_words() -> frozenset[str]:
    """Every folded number word, for telling clitics from stems."""
    values = _values()
    return frozenset((*values.units, *values.tens, *values.scales, *values.vague))


def _digits(norm: str) -> int | None:
    cleaned = norm.replace("٬", "").replace("٫", ".")
    if cleaned.count(",") and all(len(part) == 3 for part in cleaned.split(",")[1:]):
        cleaned = cleaned.replace(",", "")
    elif cleaned.count(".") and all(len(part) == 3 for part in cleaned.split(".")[1:]):
        cleaned = cleaned.replace(".", "")
    if not cleaned.isdecimal():
        return None
    value = int(cleaned) if len(cleaned) <= 9 else _LARGEST + 1
    return value if value <= _LARGEST else None


def _value_at(words: Sequence[Word], index: int, end: int) -> tuple[int, int] | None:
    """Read one number at ``index``; return its value and the index after it."""
    values = _values()
    part = _part_of_scale(words, index, end)
    if part is not None:
        return part
    total, current, place, seen = 0, 0, index, False
    while place < end:
        word = words[place]
        norm = word.norm
        joined = norm == "و" and seen
        if joined:
            following = words[place + 1].norm if place + 1 < end else ""
            if not (values.is_number_word(following) and _may_follow(total, current, following)):
                break
            place += 1
            word, norm = words[place], following
        if word.is_number:
            number = _digits(norm)
            if number is None or seen:
                break
            current = number
        elif norm in values.units:
            if seen and not joined and not (norm in ("عشر", "عشره") and 0 < current < 10):
                break
            current += values.units[norm]
        elif norm in values.tens:
            if seen and not joined:
                break
            current += values.tens[norm]
        elif norm in values.scales:
            scale = values.scales[norm]
            if scale in _GROUPS:
                total += max(current, 1) * scale
                current = 0
            elif scale > _GROUPS[0]:
                total += scale
            elif scale == 100 and 0 < current < 10:
                current *= 100
            else:
                current += scale
        else:
            break
        seen = True
        place += 1
    if not seen:
        return None
    return total + current, place


def _part_of_scale(words: Sequence[Word], index: int, end: int) -> tuple[int, int] | None:
    """«نصف مليون»: a part of a large number."""
    values = _values()
    if index + 1 >= end or words[index].norm not in values.parts:
        return None
    scale = values.scales.get(words[index + 1].norm, 0)
    return (scale // values.parts[words[index].norm], index + 2) if scale in _GROUPS else None


def _may_follow(total: int, current: int, norm: str) -> bool:
    """Whether «و» joins this word to the number so far: «ثلاثة وعشرون», «ألف ومئتان وخمسون»."""
    values = _values()
    if norm in values.tens:
        return current % 100 < 10 and (current > 0 or total > 0)
    if norm in values.units:
        return current % 100 == 0 and (current > 0 or total > 0)
    scale = values.scales[norm]
    return total > 0 and current == 0 and scale not in _GROUPS


def numeral_at(words: Sequence[Word], index: int, end: int) -> Numeral | None:
    """Read the count that begins at word ``index``, hedges included.

    Args:
        words: Words of the article.
        index: Where to begin.
        end: First index that must not be read.

    Returns:
        The numeral, or ``None`` when no count stands here.
    """
    values = _values()
    ranged = _bare_range(words, index, end)
    if ranged is not None:
        return ranged
    first, place = index, index
    low_only = high_only = False
    for table, kind in (
        (values.at_least, "low"),
        (values.at_most, "high"),
        (values.about, "about"),
    ):
        length = _phrase_length(words, place, end, table)
        if length:
            place += length
            low_only, high_only = kind == "low", kind == "high"
            break
    if place < end and words[place].norm == "نحو":
        place += 1
    if place < end and words[place].norm in values.vague:
        return _vague_at(words, first, place, end)
    read = _value_at(words, place, end)
    if read is None:
        return None
    value, after = read
    low: int | None = value
    high: int | None = value
    if (
        after < end
        and words[after].text in "-–—"
        and after + 1 < end
        and words[after + 1].is_number
    ):
        second = _value_at(words, after + 1, end)
        if second is not None and second[0] > value:
            high, after = second
    after_hedge = _phrase_length(words, after, end, values.at_least)
    if low_only or after_hedge:
        high = None
    if high_only:
        low = None
    return Numeral(first, after - 1, low, high)


def _vague_at(words: Sequence[Word], first: int, place: int, end: int) -> Numeral | None:
    """«عشرات», «عدد من», «عدد كبير من»; «عدد القتلى» is a tally that a number follows."""
    for at in (place + 1, place + 2):
        if at < end and words[at].norm == "من":
            return Numeral(first, at, None, None)
        if at >= end or words[at].adjective is None:
            break
    tally = words[place].norm == _TALLY and place + 1 < end and not words[place + 1].is_sign
    return None if tally else Numeral(first, place, None, None)


def opens_count(words: Sequence[Word], index: int, end: int) -> bool:
    """Whether a hedge of counting («ما لا يقل عن», «أكثر من», «نحو») stands here with a number."""
    values = _values()
    if _bare_range(words, index, end) is not None:
        return True
    if words[index].norm not in values.openers:
        return False
    for table in (values.at_least, values.at_most, values.about):
        length = _phrase_length(words, index, end, table)
        if length and index + length < end:
            after = words[index + length]
            return (
                after.is_number or values.is_number_word(after.norm) or after.norm in values.vague
            )
    return False


def range_at(words: Sequence[Word], index: int, end: int) -> Numeral | None:
    """Read «بين س وص», a range whose bounds may each carry their noun."""
    opened = _phrase_length(words, index, end, _BETWEEN)
    low = _value_at(words, index + opened, end) if opened else None
    if low is None:
        return None
    place = low[1]
    for step in range(3):
        at = place + step
        if at >= end or words[at].is_sign:
            return None
        if words[at].norm in ("و", "الي"):
            high = _value_at(words, at + 1, end)
            if high is None or high[0] <= low[0]:
                return None
            return Numeral(index, high[1] - 1, low[0], high[0])
    return None


def _bare_range(words: Sequence[Word], index: int, end: int) -> Numeral | None:
    """«بين عشرة وخمسة عشر»: a range whose noun, if any, follows the second bound."""
    found = range_at(words, index, end)
    if found is None:
        return None
    inner = words[index + 1 : found.last + 1]
    counting = all(
        word.is_number or is_number_word(word.norm) or word.norm in ("بين", "و", "الي")
        for word in inner
    )
    return found if counting else None


def _phrase_length(
    words: Sequence[Word], index: int, end: int, table: tuple[tuple[str, ...], ...]
) -> int:
    if index >= end:
        return 0
    norm = words[index].norm
    for phrase in table:
        if (
            norm == phrase[0]
            and index + len(phrase) <= end
            and all(words[index + step].norm == part for step, part in enumerate(phrase))
        ):
            return len(phrase)
    return 0


def at_least_follows(words: Sequence[Word], index: int, end: int) -> bool:
    """Whether «على الأقل» or the like stands at ``index``."""
    return _phrase_length(words, index, end, (("علي", "الاقل"), ("علي", "اقل", "تقدير"))) > 0
