"""What a reader wants of a view: a span of days, an actor, a place, a least certainty."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from extract.error import ConflictKGError
from extract.fold import fold
from graph.names import short
from graph.rows import rows
from graph.views.evidence import RANKS

if TYPE_CHECKING:
    from graph.store import Store

_NAMES = """
SELECT ?thing ?name WHERE {
  VALUES ?type { %s }
  VALUES ?property { skos:prefLabel skos:altLabel }
  GRAPH ?graph { ?thing a ?type } GRAPH ?named { ?thing ?property ?name }
}
"""
_WITHIN = "SELECT ?inner ?outer WHERE { GRAPH ?graph { ?inner cev:within ?outer } }"
_ACTORS = ("cev:Actor",)
_PLACES = ("cev:Place", "cev:Facility", "cev:PhysicalObject")


class SelectionError(ConflictKGError):
    """A selection that cannot be meant: an unknown name, a span that ends before it starts."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which part of a store a view shows; what is None does not restrict it.

    Attributes:
        since: First day; events that may have been on that day or later stay.
        until: Last day, inclusive.
        actor: Name, part of a name, or IRI: events that it takes part in or speaks of.
        place: The same of a place, with all that lies within it: events there, against it, or
            launched from it.
        certainty: Least certainty of claims, a key of ``RANKS``; less sure ones do not count.

    Raises:
        SelectionError: The last day is before the first, or the certainty is none.
    """

    since: date | None = None
    until: date | None = None
    actor: str | None = None
    place: str | None = None
    certainty: str | None = None

    def __post_init__(self) -> None:
        if self.since and self.until and self.until < self.since:
            raise SelectionError(f"the span ends on {self.until}, before it starts, {self.since}")
        if self.certainty is not None and self.certainty not in RANKS:
            known = ", ".join(RANKS)
            raise SelectionError(f"{self.certainty!r} is no certainty; it is one of {known}")

    @property
    def is_everything(self) -> bool:
        """Whether nothing is left out."""
        return self == EVERYTHING


EVERYTHING = Selection()


def actors_named(store: Store, name: str) -> frozenset[str]:
    """IRIs of the actors of that name.

    Raises:
        SelectionError: There is none.
    """
    return _named(store, name, "actor", _ACTORS)


def places_named(store: Store, name: str) -> frozenset[str]:
    """IRIs of the places and facilities of that name, with all that lie within them.

    Raises:
        SelectionError: There is none.
    """
    inside: dict[str, set[str]] = {}
    for row in rows(store, _WITHIN):
        inside.setdefault(row["outer"], set()).add(row["inner"])
    return _closed(_named(store, name, "place", _PLACES), inside)


def _closed(things: Iterable[str], inside: Mapping[str, set[str]]) -> frozenset[str]:
    """The things and all that can be reached from them."""
    found, open_ones = set(things), list(things)
    while open_ones:
        fresh = inside.get(open_ones.pop(), set()) - found
        found |= fresh
        open_ones += fresh
    return frozenset(found)


def _named(store: Store, name: str, what: str, types: Iterable[str]) -> frozenset[str]:
    """Things whose IRI or whole name this is, else those whose name holds its words in a row."""
    wanted = _folded(name)
    if not wanted:
        raise SelectionError(f"--{what} needs a name, a part of one, or an IRI")
    whole: set[str] = set()
    partly: set[str] = set()
    for row in rows(store, _NAMES % " ".join(types)):
        thing, other = row["thing"], _folded(row["name"])
        if name in (thing, short(thing)) or wanted == other:
            whole.add(thing)
        elif f" {wanted} " in f" {other} ":
            partly.add(thing)
    if not whole | partly:
        raise SelectionError(
            f"no {what} is called {name!r}; `conflictkg export csv --table nodes` lists all names"
        )
    return frozenset(whole or partly)


def _folded(text: str) -> str:
    return " ".join(fold(text).casefold().split())
