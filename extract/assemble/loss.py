"""Losses: which event each toll of the article belongs to, and which tolls are parts of others."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from extract.analysis import MentionKind, TollMention
from extract.assemble.cluster import Cluster
from extract.record import CasualtyStatus, EventStatus

_TOTAL: Final = "total"
_UNREAL: Final = (EventStatus.PLANNED, EventStatus.THREATENED)


def losses(
    clusters: Sequence[Cluster], tolls: Sequence[TollMention]
) -> dict[int, list[TollMention]]:
    """The tolls of each event, by its place among the clusters.

    Grammar ties a toll to an event word; else it belongs to the event spoken of last. A running
    total that no grammar ties goes on with the numbers told before it.
    """
    home = {index: n for n, one in enumerate(clusters) for index in one.members}
    begun = _begun(clusters)
    counted: dict[CasualtyStatus, list[tuple[int, int]]] = {}
    found: dict[int, list[TollMention]] = {}
    for toll in tolls:
        told = counted.setdefault(toll.status, [])
        number = home.get(toll.event) if toll.event is not None else None
        if number is None and _is_total(toll):
            number = _before(told, toll.words.start)
        if number is None:
            number = _before(begun, toll.words.start + 1)
        if number is None and clusters:
            number = 0
        if number is not None:
            found.setdefault(number, []).append(toll)
            insort(told, (toll.words.start, number))
    return {number: _parted(mine) for number, mine in found.items()}


def _begun(clusters: Sequence[Cluster]) -> list[tuple[int, int]]:
    """Where the events are spoken of, with their numbers; acts that are only planned apart."""
    starts: dict[int, int] = {}
    for number, one in enumerate(clusters):
        for p in one.predications:
            if p.status not in _UNREAL:
                starts.setdefault(p.anchor.start, number)
    return sorted(starts.items())


def _before(numbered: Sequence[tuple[int, int]], place: int) -> int | None:
    """The number that stands last before a place."""
    at = bisect_left(numbered, (place, -1))
    return numbered[at - 1][1] if at else None


def _is_total(toll: TollMention) -> bool:
    return toll.rule.endswith(_TOTAL)


def _parted(tolls: Sequence[TollMention]) -> list[TollMention]:
    """One person known by name is a part of a larger number of the same event."""
    return [
        replace(toll, whole=False) if toll.whole and _is_one_of(toll, tolls) else toll
        for toll in tolls
    ]


def _is_one_of(toll: TollMention, tolls: Sequence[TollMention]) -> bool:
    named = toll.victims is not None and toll.victims.kind is MentionKind.PERSON
    if not named or (toll.low, toll.high) != (1, 1):
        return False
    return any(
        other.status is toll.status and other.whole and (other.low or 0) > 1 for other in tolls
    )


__all__ = ["losses"]
