"""Targets: what the event words of one event hit, else the victims that tell it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from extract.analysis import Mention, MentionKind, TollMention
from extract.assemble.cluster import Cluster
from extract.assemble.evidence import CONFIDENCE
from extract.assemble.sameness import distinct, same
from extract.record import TargetKind

_UNTOLD: Final = "person"


@dataclass(frozen=True, slots=True)
class Hit:
    """A thing in a role of one event, with every place of the text that names it there.

    ``rule`` and ``confidence`` say what found it and how surely.
    """

    mention: Mention
    places: tuple[tuple[int, int], ...]
    rule: str = "target"
    confidence: float = CONFIDENCE


def targets(one: Cluster, tolls: Sequence[TollMention]) -> list[Hit]:
    """What was hit, each thing once.

    What only points back («the car») gives way to what is named; the dead and wounded stand for a
    target when the event words name none, and when they say more than that people were hurt.
    """
    named = [m for m in one.all("targets") if is_telling(m)]
    fuller = [m for m in named if not m.anaphoric]
    mentions = fuller or named
    victims = [] if mentions else _victims(one, tolls)
    every = [*mentions, *victims]
    return [
        Hit(mention, tuple((m.words.start, m.words.end) for m in every if same(m, mention)))
        for mention in distinct(every)
    ]


def _victims(one: Cluster, tolls: Sequence[TollMention]) -> list[Mention]:
    agents = one.all("agents")
    return [
        toll.victims
        for toll in tolls
        if toll.victims is not None
        and toll.whole
        and _are_known(toll.victims)
        and not any(same(toll.victims, agent) for agent in agents)
    ]


def is_telling(mention: Mention) -> bool:
    """Whether the words say who or what was hit, more than «persons» or a bare number."""
    return mention.kind is not MentionKind.VICTIM or not (mention.canonical_en or "").endswith(
        _UNTOLD
    )


def _are_known(victims: Mention) -> bool:
    people = (MentionKind.PERSON, MentionKind.ACTOR, MentionKind.VICTIM)
    return victims.kind in people and is_telling(victims)


def kind_of(mention: Mention) -> TargetKind:
    """The kind of target that the mention is."""
    return mention.target_kind or TargetKind.OTHER


__all__ = ["Hit", "is_telling", "kind_of", "targets"]
