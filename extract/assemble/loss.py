"""Losses: which event each toll of the article belongs to, and which tolls are parts of others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from extract.analysis import MentionKind, TollMention
from extract.assemble.cluster import Cluster
from extract.record import EventStatus

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
    found: dict[int, list[TollMention]] = {}
    for toll in tolls:
        number = home.get(toll.event) if toll.event is not None else None
        if number is None:
            number = _counted_before(toll, found) if _is_total(toll) else None
        if number is None:
            number = _event_before(toll, clusters)
        if number is not None:
            found.setdefault(number, []).append(toll)
    return {number: _parted(mine) for number, mine in found.items()}


def _is_total(toll: TollMention) -> bool:
    return toll.rule.endswith(_TOTAL)


def _counted_before(toll: TollMention, found: dict[int, list[TollMention]]) -> int | None:
    """The event whose numbers of this kind were told last."""
    told = [
        (earlier.words.start, number)
        for number, mine in found.items()
        for earlier in mine
        if earlier.status is toll.status and earlier.words.start < toll.words.start
    ]
    return max(told)[1] if told else None


def _event_before(toll: TollMention, clusters: Sequence[Cluster]) -> int | None:
    """The event spoken of last before the toll, acts that are only planned apart."""
    best, best_start = None, -1
    for number, one in enumerate(clusters):
        for p in one.predications:
            if p.status in _UNREAL:
                continue
            if best_start < p.anchor.start <= toll.words.start:
                best, best_start = number, p.anchor.start
    if best is None and clusters:
        return 0
    return best


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
