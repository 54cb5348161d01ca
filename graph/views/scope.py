"""What a view reads of a store: the evidence, days and events that its selection leaves."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from graph.rows import rows
from graph.views.evidence import RANKS, Evidence, evidence
from graph.views.happening import Days, dates, happenings
from graph.views.same import representatives
from graph.views.selection import EVERYTHING, Selection, actors_named, places_named

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.store import Store

_ABOUT = "SELECT ?proposition ?event WHERE { GRAPH ?graph { ?proposition cev:about ?event } }"
_THINGS = """
SELECT ?event ?thing WHERE {
  VALUES ?property { cev:participant cev:place }
  GRAPH ?graph { ?proposition cev:about ?event ; ?property ?thing }
}
"""
_OPERATORS = "SELECT ?thing ?actor WHERE { GRAPH ?graph { ?thing cev:operator ?actor } }"


class Scope:
    """The part of a store that a selection leaves.

    Attributes:
        store: The store.
        selection: What was asked for.
        evidence: Claims by the IRI of their proposition; those less sure than asked are left out.
        days: Days of each dated event, by all claims about them.

    Raises:
        graph.views.selection.SelectionError: The selection names what the store does not have.
    """

    def __init__(self, store: Store, selection: Selection = EVERYTHING) -> None:
        self.store = store
        self.selection = selection
        everything = evidence(store)
        self.days: Mapping[str, Days] = dates(store, everything)
        self.evidence: Mapping[str, Evidence] = _sure(everything, selection.certainty)
        self._actors = actors_named(store, selection.actor) if selection.actor else None
        self._places = places_named(store, selection.place) if selection.place else None

    @cached_property
    def happenings(self) -> Mapping[str, Mapping[str, str]]:
        """Type and status of every event of the scope."""
        found = happenings(self.store)
        return {event: f for event, f in found.items() if self.includes(event)}

    @cached_property
    def same(self) -> Mapping[str, str]:
        """For each linked event the one that stands for it."""
        return representatives(self.store)

    def includes(self, event: str) -> bool:
        """Whether the event belongs to the scope."""
        return self.selection.is_everything or event in self._events

    def touches(self, *actors: str) -> bool:
        """Whether one of these is the actor asked for; always, when none was."""
        return self._actors is None or not self._actors.isdisjoint(actors)

    @cached_property
    def undated(self) -> int:
        """How many events the span of days leaves out only because nobody dates them."""
        if not (self.selection.since or self.selection.until):
            return 0
        return len(self._by_name - self.days.keys())

    @cached_property
    def _events(self) -> frozenset[str]:
        return frozenset(event for event in self._by_name if self._in_span(event))

    def _in_span(self, event: str) -> bool:
        since, until = self.selection.since, self.selection.until
        if not (since or until):
            return True
        days = self.days.get(event)
        return days is not None and not (
            (since is not None and days.last < since) or (until is not None and until < days.first)
        )

    @cached_property
    def _by_name(self) -> frozenset[str]:
        """Events that somebody speaks of surely enough, with the actor and the place asked for."""
        about = {r["proposition"]: r["event"] for r in rows(self.store, _ABOUT)}
        events = {about[p] for p in self.evidence if p in about}
        if self._actors is not None:
            events &= set(self._with_actor(about))
        if self._places is not None:
            pairs = rows(self.store, _THINGS)
            events &= {r["event"] for r in pairs if r["thing"] in self._places}
        return frozenset(events)

    def _with_actor(self, about: Mapping[str, str]) -> Iterator[str]:
        operated = {r["thing"] for r in rows(self.store, _OPERATORS) if self.touches(r["actor"])}
        for row in rows(self.store, _THINGS):
            if self.touches(row["thing"]) or row["thing"] in operated:
                yield row["event"]
        for proposition, said in self.evidence.items():
            speakers = {s for v in said.voices for s in v.claimants | v.bodies}
            if proposition in about and self.touches(*speakers):
                yield about[proposition]


def _sure(everything: Mapping[str, Evidence], least: str | None) -> Mapping[str, Evidence]:
    if least is None:
        return everything
    kept = {
        proposition: Evidence(tuple(v for v in e.voices if RANKS[v.certainty] >= RANKS[least]))
        for proposition, e in everything.items()
    }
    return {proposition: said for proposition, said in kept.items() if said.voices}
