"""Clusters: event words that speak of one act, brought together; acts kept apart that differ.

One event told several times is one; several events told in one sentence stay several. A cluster
takes an event word when type family, day, place, target and agent do not contradict it and enough
of them agree. A definite word («the attack») joins the latest event that it can mean.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from extract.analysis import Mention, Predication, When
from extract.assemble.sameness import any_same
from extract.record import EventType

FAMILIES: Final = {
    EventType.AIR_STRIKE: "bombardment",
    EventType.DRONE_STRIKE: "bombardment",
    EventType.MISSILE_ROCKET_ATTACK: "bombardment",
    EventType.ARTILLERY_SHELLING: "bombardment",
    EventType.NAVAL_ATTACK: "naval",
    EventType.INTERCEPTION: "interception",
    EventType.ARMED_CLASH: "ground",
    EventType.AMBUSH_OR_SHOOTING: "ground",
    EventType.ADVANCE_OR_CAPTURE: "ground",
    EventType.RAID_OR_ARREST: "raid",
    EventType.ABDUCTION: "raid",
    EventType.IED_OR_MINE: "explosive",
    EventType.SUICIDE_OR_CAR_BOMB: "explosive",
    EventType.SABOTAGE: "explosive",
    EventType.ASSASSINATION: "assassination",
    EventType.OTHER_VIOLENCE: "other",
}
_BOTH_SIDES: Final = frozenset({"ground", "interception"})
_JOIN: Final = 2.0
_JOIN_DEFINITE: Final = 0.5


@dataclass(slots=True, eq=False)
class Cluster:
    """One event in the making: the indices of its event words and the words themselves."""

    members: list[int] = field(default_factory=list)
    predications: list[Predication] = field(default_factory=list)

    def add(self, index: int, predication: Predication) -> None:
        """Take an event word in."""
        self.members.append(index)
        self.predications.append(predication)

    @property
    def type(self) -> EventType | None:
        """The type that most event words give; the first given wins a tie."""
        types = [p.type for p in self.predications if p.type is not None]
        return max(types, key=lambda one: (types.count(one), -types.index(one))) if types else None

    @property
    def family(self) -> str | None:
        """Family of its type."""
        return FAMILIES[self.type] if self.type is not None else None

    def all(self, role: str) -> list[Mention]:
        """All mentions in one role, in the order of the text."""
        return [mention for p in self.predications for mention in getattr(p, role)]

    @property
    def whens(self) -> list[When]:
        """The times that grammar or nearness gave its event words."""
        return [p.when for p in self.predications if p.when is not None]

    @property
    def last_sentence(self) -> int:
        """Sentence of its latest event word."""
        return self.predications[-1].anchor.sentence


def cluster(predications: Sequence[Predication]) -> list[Cluster]:
    """Bring the event words of one article together into events, in the order of first mention."""
    clusters: list[Cluster] = []
    for index, predication in enumerate(predications):
        best: Cluster | None = None
        best_score = 0.0
        for one in clusters:
            score = _score(one, predication)
            if score is not None and score >= best_score:
                best, best_score = one, score
        needed = _JOIN_DEFINITE if predication.definite else _JOIN
        if best is not None and best_score >= needed:
            best.add(index, predication)
        else:
            made = Cluster()
            made.add(index, predication)
            clusters.append(made)
    return [one for one in clusters if not _is_empty(one)]


def _is_empty(one: Cluster) -> bool:
    """A definite or untyped word that points to nothing and says nothing."""
    return all(
        (p.definite or p.type is None) and not (p.targets or p.agents or p.places or p.weapons)
        for p in one.predications
    )


def _score(one: Cluster, new: Predication) -> float | None:
    """How well the event word fits the cluster; ``None`` when something contradicts."""
    score = _type_score(one, new)
    if score is None:
        return None
    for part in (_time_score(one, new), _place_score(one, new), _agent_score(one, new)):
        if part is None:
            return None
        score += part
    score += _target_score(one, new)
    latest = one.predications[-1].anchor
    if latest.sentence == new.anchor.sentence and not new.definite:
        score -= 1.0
    if one.predications[0].anchor.sentence == 0:
        score += 0.5
    return score - 0.1 * min(5, new.anchor.sentence - latest.sentence)


def _type_score(one: Cluster, new: Predication) -> float | None:
    if new.type is None or one.type is None:
        return 1.0
    if new.type is one.type:
        return 2.0
    mine, other = one.family, FAMILIES[new.type]
    if mine == other:
        return 1.0
    return None


def _time_score(one: Cluster, new: Predication) -> float | None:
    if new.when is None or not one.whens:
        return 0.0
    if any(w.earliest <= new.when.latest and new.when.earliest <= w.latest for w in one.whens):
        return 0.5
    return None


def _place_score(one: Cluster, new: Predication) -> float | None:
    mine = [m for m in one.all("places") if not m.anaphoric]
    others = [m for m in new.places if not m.anaphoric]
    if not mine or not others:
        return 0.3
    if any_same(mine, others):
        return 1.5
    return None if not any_same(one.all("targets"), new.targets) else 0.0


def _agent_score(one: Cluster, new: Predication) -> float | None:
    mine = [m for m in one.all("agents") if not m.anaphoric]
    others = [m for m in new.agents if not m.anaphoric]
    if not mine or not others:
        return 0.2
    if any_same(mine, others):
        return 1.0
    known = all(m.entity is not None or m.country is not None for m in (*mine, *others))
    if known and one.family not in _BOTH_SIDES:
        return None
    return -0.7


def _target_score(one: Cluster, new: Predication) -> float:
    mine, others = one.all("targets"), new.targets
    if not mine or not others:
        return 0.0
    return 1.5 if any_same(mine, others) else -0.7
