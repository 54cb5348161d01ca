"""The measure: the facts of one article, labelled against extracted.

Events are paired one to one by type and shared evidence; the facts of paired events are compared,
those of an event without a partner cost recall or precision. Events that are background, threatened
or planned are neither owed nor punished.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from benchmarks.quality import pairing
from benchmarks.quality.sheet import ROLES, Event, Sheet
from benchmarks.quality.tally import Tally

TOLLS: Final[tuple[Literal["killed", "wounded"], ...]] = ("killed", "wounded")


def measure(owed: Sheet, said: Sheet) -> Tally:
    """Count the facts of one article.

    Args:
        owed: As labelled.
        said: As extracted.
    """
    tally = Tally()
    pairs = pairing.pair(owed.events, said.events, pairing.events)
    name = {b.id: a.id for a, b in pairs}
    for a, b in pairs:
        if a.is_owed:
            _paired(a, b, name, tally)
    for event in _rest(owed.events, [a for a, _ in pairs]):
        _missed(event, tally)
    for event in _rest(said.events, [b for _, b in pairs]):
        _invented(event, tally)
    ties = pairing.pair(owed.relations, said.relations, pairing.relations)
    tally.add("relations", len(ties), len(said.relations), len(owed.relations))
    if not owed.events:
        tally.add("quiet_on_negatives", not any(e.is_owed for e in said.events), 1, 1)
    return tally


def _rest(events: Sequence[Event], paired: Sequence[Event]) -> list[Event]:
    """The events without a partner, as far as they count."""
    taken = {id(event) for event in paired}
    return [event for event in events if id(event) not in taken and event.is_owed]


def _paired(owed: Event, said: Event, name: dict[str, str], tally: Tally) -> None:
    tally.add("event", 1, 1, 1)
    tally.add("type", said.type in owed.types, 1, 1)
    tally.add("status", said.status == owed.status, 1, 1)
    is_right = owed.caused_by is not None and name.get(said.caused_by or "") == owed.caused_by
    tally.add("caused_by", is_right, bool(said.caused_by), bool(owed.caused_by))
    for role in ROLES:
        things = pairing.pair(owed.role(role), said.role(role), pairing.named)
        tally.add(role, len(things), len(said.role(role)), len(owed.role(role)))
    for status in TOLLS:
        a, b = owed.toll(status), said.toll(status)
        tally.add(status, a is not None and a == b, b is not None, a is not None)
    place = owed.place and said.place and pairing.named(owed.place, said.place)
    tally.add("place", bool(place), said.place is not None, owed.place is not None)
    is_dated = owed.days is not None and owed.days == said.days
    tally.add("date", is_dated, said.days is not None, owed.days is not None)
    claims = pairing.pair(owed.attributions, said.attributions, pairing.claims)
    sure = sum(a.certainty == b.certainty for a, b in claims)
    tally.add("attributions", len(claims), len(said.attributions), len(owed.attributions))
    tally.add("certainty", sure, len(said.attributions), len(owed.attributions))


def _missed(event: Event, tally: Tally) -> None:
    for field, facts in _amounts(event).items():
        tally.add(field, 0, 0, facts)


def _invented(event: Event, tally: Tally) -> None:
    for field, facts in _amounts(event).items():
        tally.add(field, 0, facts, 0)


def _amounts(event: Event) -> dict[str, int]:
    """How many facts of each field an event holds."""
    return {
        "event": 1,
        "caused_by": event.caused_by is not None,
        **{role: len(event.role(role)) for role in ROLES},
        **{status: event.toll(status) is not None for status in TOLLS},
        "place": event.place is not None,
        "date": event.days is not None,
        "attributions": len(event.attributions),
        "certainty": len(event.attributions),
    }
