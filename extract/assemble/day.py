"""Days: when events took place, which day the article is about, and what lies long before it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final

from extract.analysis import Analysis, Predication, Report, When, Words
from extract.assemble.cluster import Cluster
from extract.assemble.evidence import CONFIDENCE, CONTEXT_CONFIDENCE, evidence
from extract.assemble.stretches import Stretches
from extract.record import DatePrecision, Dating, EventStatus

_BACKGROUND_DAYS: Final = 4
_OF_THE_DAY: Final = (EventStatus.HAPPENED, EventStatus.ALLEGED, EventStatus.DENIED)


class DayReader:
    """Reads the days of one article; gives its event words the times that stand near them."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        spoken = _times_of_speech(analysis)
        self._told: dict[int, list[When]] = defaultdict(list)
        for when in analysis.times:
            if when not in spoken:
                self._told[when.words.sentence].append(when)
        self.give_times(analysis.predications)
        self.main = self._main()

    def give_times(self, predications: Iterable[Predication]) -> None:
        """Give event words the nearest time of their own sentence, unless grammar gave them one."""
        for p in predications:
            mine = self._told.get(p.anchor.sentence)
            if p.when is None and mine:
                p.when = min(mine, key=lambda t: _distance(p.anchor, t.words))

    def _main(self) -> When | None:
        """The day that the article is about: the first given to an event near its publication."""
        for p in self.analysis.predications:
            when = p.when
            if when is not None and when.precision is DatePrecision.DAY and not self.is_old(when):
                return when
        for when in self.analysis.times:
            if when.precision is DatePrecision.DAY and not self.is_old(when):
                return when
        return None

    def is_old(self, when: When) -> bool:
        """Whether the time lies so long before publication that the article only looks back."""
        if self.analysis.published is None:
            return False
        published = date.fromisoformat(self.analysis.published)
        return when.latest < (published - timedelta(days=_BACKGROUND_DAYS)).isoformat()

    def dating(self, one: Cluster, status: EventStatus) -> Dating | None:
        """When the event took place: by its own words, else on the article's day."""
        whens = one.whens
        days = [w for w in whens if w.precision is DatePrecision.DAY]
        when = next(iter(days or whens), None)
        confidence, rule = CONFIDENCE, "date"
        if when is None and status in _OF_THE_DAY:
            when, confidence, rule = self.main, CONTEXT_CONFIDENCE, "date.context"
        if when is None:
            return None
        return Dating(
            **evidence(when.words, rule, confidence),
            earliest=when.earliest,
            latest=when.latest,
            precision=when.precision,
        )


def _times_of_speech(analysis: Analysis) -> set[When]:
    """Times that stand between a reporting verb and what is said: when it was said."""
    spoken: set[When] = set()
    times = Stretches((when.words.start, when.words.end, when) for when in analysis.times)
    by_sentence: dict[int, list[Report]] = defaultdict(list)
    for report in analysis.reports:
        by_sentence[report.cue.sentence].append(report)
    for report in analysis.reports:
        if report.content is None or report.content[0] < report.cue.start:
            continue
        for when in times.within(report.cue.end, report.content[0]):
            spoken.add(when)
            for told in _told_with(report, by_sentence[report.cue.sentence]):
                told.said_on = told.said_on or when
    return spoken


def _told_with(report: Report, reports: Sequence[Report]) -> list[Report]:
    """The report and what its speaker says besides, more or less surely, in ``reports``.

    These are the reports of its sentence.
    """
    return [other for other in reports if other is report or other.source == report.source]


def _distance(first: Words, second: Words) -> int:
    if second.start >= first.end:
        return second.start - first.end
    return max(0, first.start - second.end)


__all__ = ["DayReader"]
