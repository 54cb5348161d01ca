"""What a view says of an event apart from its parties: type, status, and the days it may span."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from graph.names import code
from graph.rows import rows
from graph.views.evidence import Evidence

if TYPE_CHECKING:
    from graph.store import Store

_EVENTS = """
SELECT ?event ?type ?status WHERE {
  GRAPH ?graph {
    ?event a cev:Event ; cev:eventType ?type .
    OPTIONAL { ?event cev:eventStatus ?status }
  }
}
"""
_DATINGS = """
SELECT ?proposition ?event ?earliest ?latest WHERE {
  GRAPH ?graph {
    ?proposition a cev:Dating ; cev:about ?event ; cev:earliest ?earliest ; cev:latest ?latest
  }
}
"""


PROSPECTIVE = frozenset({"planned", "threatened"})
"""Statuses of events that have not taken place."""


@dataclass(frozen=True, slots=True)
class Days:
    """From the first to the last day on which something may have been, both inclusive."""

    first: date
    last: date

    def fields(self) -> dict[str, Any]:
        """As attributes: ``spells`` for a timeline, ``date_start`` and ``date_end`` for tables."""
        return {
            "spells": [(self.first, self.last)],
            "date_start": self.first.isoformat(),
            "date_end": self.last.isoformat(),
        }


def hull(days: Iterable[Days]) -> Days | None:
    """The shortest span that holds all of them; None for none."""
    all_days = list(days)
    if not all_days:
        return None
    return Days(min(d.first for d in all_days), max(d.last for d in all_days))


def dates(store: Store, backing: Mapping[str, Evidence]) -> dict[str, Days]:
    """The days of each event, over all datings that somebody affirms.

    Where sources differ the span holds all their days; an event that nobody dates is left out.
    """
    found: dict[str, list[Days]] = {}
    for row in rows(store, _DATINGS):
        said = backing.get(row["proposition"])
        if said and said.affirming:
            days = Days(date.fromisoformat(row["earliest"]), date.fromisoformat(row["latest"]))
            found.setdefault(row["event"], []).append(days)
    return {event: span for event, days in found.items() if (span := hull(days))}


def happenings(store: Store) -> dict[str, dict[str, str]]:
    """``event_type`` and ``status`` of every event, as the last part of their codes."""
    found = {}
    for row in rows(store, _EVENTS):
        fields = {"event_type": code(row["type"])}
        if "status" in row:
            fields["status"] = code(row["status"]).removeprefix("status-")
        found[row["event"]] = fields
    return found
