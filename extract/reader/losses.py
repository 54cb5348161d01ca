"""Losses: which statements about victims belong to which event, judged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from extract.analysis import CountMention, TollMention
from extract.assemble.cluster import Cluster
from extract.assemble.second import Tolls
from extract.reader.events import RULE, Views
from extract.reader.judge import Judge, Matter, fact_features
from extract.reader.label import Role
from extract.record import CasualtyStatus

_ROLE: Final = {CasualtyStatus.KILLED: Role.KILLED, CasualtyStatus.WOUNDED: Role.WOUNDED}


class LossReader:
    """Judges the tolls of an article."""

    def __init__(self, judge: Judge, clusters: Sequence[Cluster], views: Views) -> None:
        self._judge = judge
        self._clusters = clusters
        self._views = views

    def tolls(self, counts: Sequence[CountMention], found: Tolls) -> Tolls:
        """Every toll with the event that it is likeliest about; none with an unlikely one.

        Args:
            counts: All people that the article counts.
            found: Grammar's tolls, by the number of the event.
        """
        home = {id(toll): number for number, tolls in found.items() for toll in tolls}
        known = [toll for tolls in found.values() for toll in tolls]
        every = [*known, *_counted(counts, known)]
        number_of: dict[int, int] = {}
        nobody: dict[tuple[int, int], int] = {}
        for toll in every:
            number = self._number(toll, home.get(id(toll)))
            if number is not None:
                number_of[id(toll)] = number
                if toll.high == 0:
                    nobody[toll.words.start, toll.words.end] = number
        for toll in known:  # «no casualties» are neither dead nor wounded, or neither is believed
            place = (toll.words.start, toll.words.end)
            if toll.high == 0 and place in nobody:
                number_of.setdefault(id(toll), nobody[place])
        result: Tolls = {}
        for toll in sorted(every, key=lambda toll: (toll.words.start, toll.words.end)):
            if id(toll) in number_of:
                result.setdefault(number_of[id(toll)], []).append(toll)
        return result

    def _number(self, toll: TollMention, mine: int | None) -> int | None:
        """The event that the toll is likeliest about; grammar's where the reader is blind."""
        role = _ROLE.get(toll.status)
        judged = []
        for number, one in enumerate(self._clusters):
            view = self._views.get(id(one))
            words = toll.words
            if role is None or view is None:
                continue
            if number != mine and not view.opinion.cut.covering(words.start, words.end):
                continue  # too far from the words of the event
            chance = view.opinion.of(role, words.start, words.end)
            features = fact_features(chance, view.odds, rule=number == mine)
            sure = self._judge.chance(Matter.TOLL, features, (one, toll))
            if self._judge.accepts(Matter.TOLL, sure):
                judged.append((sure, -number))
        if judged:
            return -max(judged)[1]
        blind = role is None or (
            mine is not None and self._views.get(id(self._clusters[mine])) is None
        )
        return mine if blind else None


def _counted(counts: Sequence[CountMention], known: Sequence[TollMention]) -> Iterator[TollMention]:
    """People that are counted without grammar seeing that they are dead or wounded."""
    taken = [(toll.words.start, toll.words.end) for toll in known]
    for count in counts:
        words = count.words
        meets = any(start < words.end and words.start < end for start, end in taken)
        if meets or (count.low is None and count.high is None):
            continue
        for status in _ROLE:
            yield TollMention(words, status, count.low, count.high, count.people, rule=RULE)
