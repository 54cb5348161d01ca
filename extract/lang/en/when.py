"""Time expressions, resolved against the day of publication."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from extract.analysis import When
from extract.lang.en.article import Article
from extract.lang.en.lexicon.schema import TimeFile
from extract.record import DatePrecision

_YEAR: Final = r"(?:19|20)\d\d"


@dataclass(frozen=True, slots=True)
class _Span:
    earliest: date
    latest: date
    precision: DatePrecision


def _day(day: date) -> _Span:
    return _Span(day, day, DatePrecision.DAY)


class Clock:
    """Finds the time expressions of an article.

    Attributes:
        published: The day against which relative dates resolve; the article's own full dateline
            stands in for a missing one. ``None`` leaves relative dates open.
    """

    def __init__(self, article: Article) -> None:
        self._article = article
        self._file: TimeFile = article.lexicon.time
        self._months = {name: i + 1 for i, name in enumerate(self._file.months)}
        self._months |= {
            short: self._months[full] for short, full in self._file.month_short.items()
        }
        self._days = {name: i for i, name in enumerate(self._file.weekdays)}
        self._days |= {short: self._days[full] for short, full in self._file.weekday_short.items()}
        self._pattern = self._compile()
        self.published = article.document.published or self._dateline()

    def _compile(self) -> re.Pattern[str]:
        months = "|".join(sorted(self._months, key=len, reverse=True))
        days = "|".join(self._file.weekdays)
        feasts = _either(sorted(self._file.christmas, key=len, reverse=True))
        numbers = "|".join([r"\d{1,3}", *self._file.numbers])
        today = _either(self._file.today)
        yesterday = _either(self._file.yesterday)
        eve = _either(self._file.eve)
        return re.compile(
            rf"""\b(?:
            (?P<iso>{_YEAR}-\d\d-\d\d)
            |(?P<night>night\s(?:between|to|from)\s(?P<n1>{days})(?:\s(?:and|to)\s(?P<n2>{days}))?)
            |(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<m1>{months})\b\.?(?:,?\s(?P<y1>{_YEAR}))?
            |(?P<m2>{months})\b\.?\s(?P<d2>\d{{1,2}})(?!\d)(?:st|nd|rd|th)?
              (?:(?:,\s?|\s)(?P<y2>{_YEAR}))?
            |(?P<feast>{feasts})
            |(?P<m3>{months})\b\.?,?\s(?:of\s)?(?P<y3>{_YEAR}|this\syear|last\syear)
            |(?P<rel>(?:last|previous|past)\s(?P<relunit>week|month|year)|this\s(?:week|month|year))
            |(?P<dayrel>(?:last|next|this|past)\s)?(?P<weekday>{days})(?P<night2>(?:'s)?\snight)?
              (?P<lastweek>\s(?:of\s)?last\sweek)?
            |(?P<eve>{eve})
            |(?P<today>{today})
            |(?P<yesterday>{yesterday})
            |(?P<ago>{numbers})\s(?P<unit>days?|weeks?|months?|years?)\s(?P<dir>ago|earlier|before)
            |(?P<aday>a\sday)\s(?P<adir>ago|earlier|before|later)
            |the\s(?:previous|same)\s(?P<prevday>day)\b
            |(?:in|since|until|by|of|last|late|early|mid|this|during|the)[\s-](?P<m4>{months})\b(?!\s\d)
            |(?:in|since|during|of)\s(?P<y4>{_YEAR})\b
            )""",
            re.IGNORECASE | re.VERBOSE,
        )

    def _dateline(self) -> date | None:
        """The first full date among the first lines."""
        head = "\n".join(self._article.text.splitlines()[:5])[:600]
        for found in self._pattern.finditer(head):
            groups = found.groupdict()
            if groups["iso"] or groups["y1"] or groups["y2"]:
                span = self._fixed(groups, None)
                if span is not None:
                    return span.earliest
        return None

    def times(self) -> list[When]:
        """All time expressions that resolve, in order."""
        return list(self._times())

    def _times(self) -> Iterator[When]:
        last: _Span | None = None
        for found in self._pattern.finditer(self._article.text):
            groups = found.groupdict()
            if (groups["m3"] or groups["m4"] or groups["m1"] or groups["m2"]) and not _capital(
                groups
            ):
                continue
            span = self._resolve(groups, last)
            if span is None:
                continue
            last = span
            words = self._article.chars(found.start(), found.end())
            yield When(words, span.earliest.isoformat(), span.latest.isoformat(), span.precision)

    def _resolve(self, groups: dict[str, str | None], last: _Span | None) -> _Span | None:
        try:
            return self._fixed(groups, self.published) or self._relative(groups, last)
        except (ValueError, OverflowError):
            return None

    def _fixed(self, groups: dict[str, str | None], published: date | None) -> _Span | None:
        if groups["iso"]:
            return _day(date.fromisoformat(groups["iso"]))
        for n in ("1", "2"):
            day, month, year = groups[f"d{n}"], groups[f"m{n}"], groups[f"y{n}"]
            if day and month:
                return self._month_day(self._months[month.lower()], int(day), year, published)
        if groups["feast"]:
            month_, day_ = self._file.christmas[groups["feast"].lower()]
            return self._month_day(month_, day_, None, published)
        if groups["m3"] and groups["y3"]:
            month_ = self._months[groups["m3"].lower()]
            if groups["y3"].isdigit():
                return _month(int(groups["y3"]), month_)
            if published is None:
                return None
            return _month(published.year - ("last" in groups["y3"].lower()), month_)
        if groups["m4"] and published is not None:
            month_ = self._months[groups["m4"].lower()]
            return _month(published.year - (month_ > published.month), month_)
        if groups["y4"]:
            year_ = int(groups["y4"])
            return _Span(date(year_, 1, 1), date(year_, 12, 31), DatePrecision.YEAR)
        return None

    def _month_day(
        self, month: int, day: int, year: str | None, published: date | None
    ) -> _Span | None:
        if year:
            return _day(date(int(year), month, day))
        if published is None:
            return None
        found = date(published.year, month, day)
        if found > published + timedelta(days=31):
            found = date(published.year - 1, month, day)
        return _day(found)

    def _relative(self, groups: dict[str, str | None], last: _Span | None) -> _Span | None:
        published = self.published
        if published is None:
            return None
        if groups["night"]:
            first = self._weekday(groups["n1"] or "", published)
            if groups["n2"]:
                return _Span(first, first + timedelta(days=1), DatePrecision.RANGE)
            return _Span(first - timedelta(days=1), first, DatePrecision.RANGE)
        if groups["weekday"]:
            if (groups["dayrel"] or "").strip().lower() == "next":
                return None
            day = self._weekday(groups["weekday"], published)
            if day == published and (groups["dayrel"] or "").strip().lower() in {"last", "past"}:
                day -= timedelta(days=7)
            if groups["lastweek"] and (published - day).days <= published.weekday():
                day -= timedelta(days=7)
            return _day(day)
        if groups["today"]:
            return _day(published)
        if groups["yesterday"]:
            return _day(published - timedelta(days=1))
        if groups["eve"]:
            return _day(published - timedelta(days=2))
        if groups["aday"]:
            base = last.earliest if last and last.precision is DatePrecision.DAY else published
            if groups["adir"] == "ago":
                base = published
            return _day(base + timedelta(days=1 if groups["adir"] == "later" else -1))
        if groups["prevday"]:
            base = last.earliest if last and last.precision is DatePrecision.DAY else published
            return (
                _day(base - timedelta(days=1))
                if "previous" in "".join(filter(None, [groups["prevday"]]))
                else None
            )
        if groups["ago"] and groups["unit"]:
            base = published
            if groups["dir"] != "ago" and last and last.precision is DatePrecision.DAY:
                base = last.earliest
            return self._ago(groups["ago"], groups["unit"].rstrip("s"), base)
        if groups["rel"]:
            return self._unit(groups, published)
        return None

    def _ago(self, number: str, unit: str, base: date) -> _Span | None:
        count = int(number) if number.isdigit() else self._file.numbers[number.lower()]
        if unit == "day":
            return _day(base - timedelta(days=count))
        if unit == "week":
            middle = base - timedelta(weeks=count)
            return _Span(
                middle - timedelta(days=3), middle + timedelta(days=3), DatePrecision.RANGE
            )
        if unit == "month":
            month = base.year * 12 + base.month - 1 - count
            return _month(month // 12, month % 12 + 1)
        year = base.year - count
        return _Span(date(year, 1, 1), date(year, 12, 31), DatePrecision.YEAR)

    def _unit(self, groups: dict[str, str | None], published: date) -> _Span:
        unit = groups["relunit"]
        if unit == "week":
            monday = published - timedelta(days=published.weekday() + 7)
            return _Span(monday, monday + timedelta(days=6), DatePrecision.RANGE)
        if unit == "month":
            month = published.year * 12 + published.month - 2
            return _month(month // 12, month % 12 + 1)
        if unit == "year":
            year = published.year - 1
            return _Span(date(year, 1, 1), date(year, 12, 31), DatePrecision.YEAR)
        text = (groups["rel"] or "").lower()
        if text.endswith("week"):
            monday = published - timedelta(days=published.weekday())
            return _Span(monday, published, DatePrecision.RANGE)
        if text.endswith("month"):
            return _Span(published.replace(day=1), published, DatePrecision.MONTH)
        return _Span(date(published.year, 1, 1), published, DatePrecision.YEAR)

    def _weekday(self, name: str, published: date) -> date:
        """The last such day up to the day of publication."""
        back = (published.weekday() - self._days[name.lower()]) % 7
        return published - timedelta(days=back)


def _either(phrases: Iterable[str]) -> str:
    """A pattern for one of the phrases; white space in a verbose pattern must be named."""
    return "|".join(r"\s".join(phrase.split()) for phrase in phrases)


def _month(year: int, month: int) -> _Span:
    return _Span(
        date(year, month, 1),
        date(year, month, calendar.monthrange(year, month)[1]),
        DatePrecision.MONTH,
    )


def _capital(groups: dict[str, str | None]) -> bool:
    """Whether the month is written as a name ("may" and "march" are also verbs)."""
    month = groups["m1"] or groups["m2"] or groups["m3"] or groups["m4"] or ""
    return month[:1].isupper()
