"""Times of Arabic news: finds time expressions and resolves them to days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from extract.analysis import When, Words
from extract.lang.ar.time.calendar import plus
from extract.lang.ar.time.context import Context, Resolved
from extract.lang.ar.time.expression import CalendarDate, Found, FromAnchor
from extract.lang.ar.time.resolve import resolve
from extract.lang.ar.time.scan import Candidate, scan
from extract.lang.ar.time.vocabulary import vocabulary
from extract.lang.ar.word import Word
from extract.record import DatePrecision

__all__ = ["TimeMention", "candidates", "time_words", "timed_words", "times_in"]

_NEAR: Final = 1
_FAR: Final = 5


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A resolved time that stands at words ``first`` to ``last`` (inclusive)."""

    first: int
    last: int
    when: When


def time_words() -> frozenset[str]:
    """Folded words of time, for the tokenizer to know where a proclitic is cut off them."""
    return vocabulary().known


def candidates(words: Sequence[Word]) -> list[Candidate]:
    """What speaks of a time in an article, whether or not it can be resolved to days."""
    return list(scan(words))


def timed_words(found: Iterable[Candidate]) -> set[int]:
    """Indices of the words of candidates."""
    return {
        index
        for candidate in found
        for index in range(candidate.found.first, candidate.found.after)
    }


def times_in(
    words: Sequence[Word],
    text: str,
    published: date | None,
    among: Iterable[Candidate] | None = None,
) -> list[TimeMention]:
    """Find the times at which an article says that something was.

    Args:
        words: The article's words.
        text: Its text, which the words' offsets count in.
        published: Its publication day; without it only what says its own year is resolved.
        among: The article's candidates, where they are known already.

    Returns:
        The times in the order of the text. Left out are beginnings and ends ("since 2011", "until
        Friday"), durations, times of the clock, habits, and dates that are part of a name.
    """
    context = Context(published)
    mentions: list[TimeMention] = []
    for candidate in scan(words) if among is None else among:
        found = candidate.found
        sentence = words[found.first].sentence
        if isinstance(found.expression, FromAnchor):
            reach = _NEAR if found.expression.near else _FAR
            if sentence - context.anchor_sentence > reach:
                continue
        resolved = _resolved(candidate, context)
        if resolved is None:
            continue
        _remember(context, found, resolved, sentence)
        start, end = words[found.first].start, words[found.after - 1].end
        when = When(
            Words(start, end, text[start:end], sentence),
            resolved.earliest.isoformat(),
            resolved.latest.isoformat(),
            resolved.precision,
        )
        mentions.append(TimeMention(found.first, found.after - 1, when))
    return mentions


def _resolved(candidate: Candidate, context: Context) -> Resolved | None:
    resolved = resolve(candidate.found.expression, context)
    if resolved is None:
        return None
    if candidate.since and resolved.earliest != context.published:
        return None  # what began today still happened today
    if candidate.shift:
        if resolved.precision is not DatePrecision.DAY:
            return None
        day = plus(resolved.earliest, candidate.shift)
        return Resolved(day, day, DatePrecision.DAY)
    return resolved


def _remember(context: Context, found: Found, resolved: Resolved, sentence: int) -> None:
    if (resolved.latest - resolved.earliest).days <= 1:
        context.anchor = (resolved.earliest, resolved.latest)
        context.anchor_sentence = sentence
    if isinstance(found.expression, CalendarDate):
        context.year = resolved.earliest.year
        if found.expression.month is not None:
            context.month = (resolved.earliest.year, resolved.earliest.month)
