"""Numbers of things: figures, words, ranges, bounds and vague amounts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Doc, Span, Token

from extract.lang.en.article import Article

_UNITS: Final = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES: Final = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
_FIGURE: Final = re.compile(r"^\d{1,3}(?:,\d{3})+$|^\d{1,7}$")
_RANGE: Final = re.compile(r"^(\d{1,6})\s*[-–—]\s*(\d{1,6})$")
_CENTURY: Final = range(1900, 2100)


@dataclass(frozen=True, slots=True)
class Count:
    """A count at tokens ``[start, end)``. Both bounds null: an amount without a number."""

    start: int
    end: int
    low: int | None
    high: int | None
    part: bool = False
    zero: bool = False


def value(token: Token) -> int | None:
    """The number that one token writes, hyphened words included by :func:`run`."""
    text = token.lower_
    if _FIGURE.match(text):
        return int(text.replace(",", ""))
    if text in _UNITS:
        return _UNITS[text]
    return None


def run(article: Article, start: int, limit: int) -> tuple[int, int] | None:
    """The number written from token ``start``: its value and the index after it."""
    doc = article.doc
    first = value(doc[start])
    if first is None:
        if (
            doc[start].lower_ in {"a", "an"}
            and start + 1 < limit
            and doc[start + 1].lower_ in _SCALES
        ):
            first = 1
        elif (
            doc[start].lower_ in {"a", "an"}
            and start + 1 < limit
            and doc[start + 1].lower_ == "dozen"
        ):
            return 12, start + 2
        else:
            return None
    total, i = first, start + 1
    while i < limit:
        text = doc[i].lower_
        if text == "-" and i + 1 < limit and total % 10 == 0 and 20 <= total < 100:
            unit = _UNITS.get(doc[i + 1].lower_)
            if unit is None or not 0 < unit < 10:
                break
            total, i = total + unit, i + 2
        elif text in _SCALES:
            total, i = total * _SCALES[text], i + 1
        elif text == "dozen":
            total, i = total * 12, i + 1
        elif text == "and" and total % 100 == 0 and total and i + 1 < limit and value(doc[i + 1]):
            total, i = total + (value(doc[i + 1]) or 0), i + 2
        else:
            break
    return total, i


def is_measure(article: Article, start: int, end: int) -> bool:
    """Whether the number at ``[start, end)`` is an hour, a year, an age or a distance."""
    doc = article.doc
    following = doc[end].lower_ if end < len(doc) else ""
    if following == "-" and end + 1 < len(doc):
        following = doc[end + 1].lower_
    stem = following.rstrip("s") if len(following) > 2 else following
    if {following, stem}.intersection(article.lexicon.classes.measures):
        return True
    if doc[start].ent_type_ in {"DATE", "TIME", "ORDINAL"} and _is_part_of_entity(doc, start, end):
        return not _counts_people(article, end)
    before = doc[start - 1].lower_ if start else ""
    if before in {"aged", "age", "$", "€", "£", "no.", "station", "article", "room", "number"}:
        return True
    number = value(doc[start])
    figure = doc[start].text
    return (
        number in _CENTURY
        and figure.isdigit()
        and (
            before in {"in", "since", "of", "by", "until", ","} or not _counts_people(article, end)
        )
    )


def _is_part_of_entity(doc: Doc, start: int, end: int) -> bool:
    """Whether the tagged time has more words than the number: a bare number is often mistagged."""
    return any(
        0 <= i < len(doc) and doc[i].ent_type_ == doc[start].ent_type_ for i in (start - 1, end)
    )


def _counts_people(article: Article, end: int) -> bool:
    for i in range(end, min(end + 3, len(article.doc))):
        row = article.targets.get(i)
        if row is not None and row.person:
            return True
        if article.doc[i].lower_ in {
            "dead",
            "killed",
            "wounded",
            "injured",
            "others",
            "were",
            "died",
        }:
            return True
    return False


def count_from(article: Article, start: int, limit: int, *, trusted: bool = False) -> Count | None:
    """The count written at token ``start``, with a range after it and bounds on both sides.

    ``trusted``: grammar says that it counts ("wounded eight late on Friday"), so it is no measure.
    """
    doc = article.doc
    joined = _RANGE.match(doc[start].text)
    if joined:
        first, last = int(joined[1]), int(joined[2])
        return Count(start, start + 1, first, last) if first < last else None
    found = run(article, start, limit)
    if found is None:
        return None
    low, end = found
    high: int | None = low
    if not trusted and is_measure(article, start, end):
        return None
    if end + 1 < limit and doc[end].lower_ in {"to", "or", "-", "–", "and"}:
        second = run(article, end + 1, limit)
        between = start > 0 and doc[start - 1].lower_ == "between"
        joins = doc[end].lower_ != "and" or between
        if joins and second is not None and second[0] > low:
            high, end = second
        elif doc[end].lower_ == "or" and doc[end + 1].lower_ == "more":
            high, end = None, end + 2
    return _bounded(article, Count(start, end, low, high))


def _bounded(article: Article, count: Count) -> Count:
    """Apply "at least" and its like before or after the number."""
    for group in ("at_least", "at_most"):
        span = article.beside(group, count.start, count.end)
        if span is not None:
            start, end = min(count.start, span.start), max(count.end, span.end)
            if group == "at_least":
                return Count(start, end, count.low, None)
            return Count(start, end, None, count.high)
    about = article.beside("about", count.start, -1)
    if about is not None:
        return Count(about.start, count.end, count.low, count.high)
    return count


def counts(article: Article, start: int, end: int) -> list[Count]:
    """All counts in tokens ``[start, end)``, vague ones too, in order."""
    found: list[Count] = []
    i = start
    while i < end:
        count = count_from(article, i, end)
        if count is not None:
            found.append(count)
            i = max(count.end, i + 1)
            continue
        span = article.beginning("vague", i) if i not in article.bounds else None
        if span is not None and not (found and found[-1].end > i):
            found.append(Count(span.start, span.end, None, None))
            i = span.end
            continue
        i += 1
    return found


def count_of(article: Article, head: Token, span: Span) -> Count | None:
    """The count in the noun phrase ``span`` of ``head``."""
    doc = article.doc
    for count in counts(article, span.start, head.i + 1):
        return count
    first = doc[span.start]
    if head.tag_ in {"NN", "NNP"} and first.lower_ in {"a", "an", "another", "one"}:
        return Count(span.start, head.i + 1, 1, 1)
    if first.lower_ in {"both"}:
        return Count(span.start, span.start + 1, 2, 2)
    if head.pos_ == "NUM":
        return count_from(article, head.i, len(doc))
    return None
