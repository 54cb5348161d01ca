"""Events: those of grammar and those that only the reader sees, judged, and brought together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from extract.analysis import Analysis, Predication
from extract.assemble.cluster import Cluster, Scene
from extract.reader.candidate import Mentions
from extract.reader.judge import Judge, Matter, odds
from extract.reader.label import STATUSES
from extract.reader.opinion import Opinion, Opinions
from extract.reader.stretch import Stretch
from extract.reader.view import View
from extract.record import EventStatus

RULE: Final = "reader"
"""Name of the rule of what the reader alone found."""
_UNREAL: Final = (EventStatus.THREATENED, EventStatus.PLANNED)

Views = dict[int, View]
"""By identity of the cluster; an event of which the reader sees no word has none."""


class EventReader:
    """Judges which acts an article tells of."""

    def __init__(
        self, reader: Opinions, mentions: Mentions, judge: Judge, analysis: Analysis
    ) -> None:
        self._reader = reader
        self._mentions = mentions
        self._judge = judge
        self._analysis = analysis

    def events(self, clusters: Sequence[Cluster], scene: Scene) -> tuple[list[Cluster], Views]:
        """The events that are likely enough, in the order of first mention, with their views."""
        known = [p.anchor for one in clusters for p in one.predications]
        fresh = [
            anchor
            for anchor in self._reader.anchors()
            if not any(anchor.meets(words.start, words.end) for words in known)
        ]
        made = [self._made(number, anchor, scene) for number, anchor in enumerate(fresh)]
        chances = {id(one): anchor.chance for one, anchor in zip(made, fresh, strict=True)}
        every = [*clusters, *made]
        opinions = self._reader.events([_anchors(one) for one in every])
        kept, views = self._believed(every, opinions, chances)
        sizes = {id(one): len(one.predications) for one in kept}
        numbers = {id(one): number for number, one in enumerate(every)}
        merged = self._merged(kept, views, numbers, scene)
        grown = {n for n, one in enumerate(merged) if len(one.predications) > sizes[id(one)]}
        again = self._reader.events([_anchors(one) for one in merged], grown) if grown else []
        for number in grown:
            opinion = again[number]
            if opinion is not None:
                one = id(merged[number])
                views[one] = View(opinion, views[one].odds)
        ordered = sorted(merged, key=lambda one: min(p.anchor.start for p in one.predications))
        return ordered, views

    def _made(self, number: int, anchor: Stretch, scene: Scene) -> Cluster:
        words = self._mentions.words(anchor.start, anchor.end)
        one = Cluster()
        index = len(self._analysis.predications) + number
        one.add(index, Predication(words, None, RULE), scene)
        return one

    def _believed(
        self,
        every: Sequence[Cluster],
        opinions: Sequence[Opinion | None],
        chances: dict[int, float],
    ) -> tuple[list[Cluster], Views]:
        """The events that are likely enough; grammar's stand where the reader is blind."""
        kept: list[Cluster] = []
        views: Views = {}
        for one, opinion in zip(every, opinions, strict=True):
            fresh = id(one) in chances
            if opinion is None:
                if not fresh:
                    kept.append(one)
                continue
            features = _features(one, opinion, chances.get(id(one)))
            chance = self._judge.chance(Matter.EVENT, features, (one, fresh))
            if self._judge.accepts(Matter.EVENT, chance):
                kept.append(one)
                views[id(one)] = View(opinion, odds(chance))
        return kept, views

    def _merged(
        self, kept: Sequence[Cluster], views: Views, numbers: dict[int, int], scene: Scene
    ) -> list[Cluster]:
        """Brings together events that the reader takes for one: the later goes into the earlier."""
        gone: set[int] = set()
        for place, one in enumerate(kept):
            for other in kept[place + 1 :]:
                if id(one) in gone or id(other) in gone:
                    continue
                if self._is_same(one, other, views, numbers):
                    gone.add(id(other))
                    for index, told in zip(other.members, other.predications, strict=True):
                        one.add(index, told, scene)
        return [one for one in kept if id(one) not in gone]

    def _is_same(self, one: Cluster, other: Cluster, views: Views, numbers: dict[int, int]) -> bool:
        mine, theirs = views.get(id(one)), views.get(id(other))
        if mine is None or theirs is None:
            return False
        told = [
            chance
            for view, number in ((mine, numbers[id(other)]), (theirs, numbers[id(one)]))
            if (chance := view.opinion.same.get(number)) is not None
        ]
        if not told:
            return False
        features = (
            odds(sum(told) / len(told)),
            float(one.type is None or other.type is None or one.family == other.family),
            float(abs(one.last_sentence - other.predications[0].anchor.sentence)),
        )
        chance = self._judge.chance(Matter.SAME, features, (one, other))
        return self._judge.accepts(Matter.SAME, chance)


def is_readers(one: Cluster) -> bool:
    """Whether the reader alone saw the event."""
    return all(p.rule == RULE for p in one.predications)


def _features(one: Cluster, opinion: Opinion, anchor: float | None) -> tuple[float, ...]:
    rule = anchor is None
    unreal = sum(float(opinion.statuses[STATUSES.index(status)]) for status in _UNREAL)
    return (
        float(rule),
        odds(opinion.chance),
        odds(float(opinion.statuses[STATUSES.index(EventStatus.BACKGROUND)])),
        odds(unreal),
        float(rule and len(one.predications) > 1),
        0.0 if anchor is None else odds(anchor),
        float(rule and not one.all("places")),
    )


def _anchors(one: Cluster) -> list[tuple[int, int]]:
    return [(p.anchor.start, p.anchor.end) for p in one.predications]
