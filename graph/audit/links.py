"""Links: each between two events that are there."""

from __future__ import annotations

from collections.abc import Iterator

from graph.audit.description import is_described
from graph.audit.entities import subjects
from graph.audit.finding import Finding
from graph.store import Store
from graph.vocabulary import LINKS, V

_REMEDY = "run conflictkg build, which judges all links again"


def findings(store: Store) -> Iterator[Finding]:
    """Links to events that are gone, and links that are not of two events."""
    for node in subjects(store.database, LINKS):
        events = {
            quad.object
            for quad in store.database.quads_for_pattern(node, V.linkedEvent, None, LINKS)
        }
        if len(events) != 2:
            yield Finding("links", f"{node.value} is not between two events", _REMEDY)
        for event in sorted(events, key=str):
            if not is_described(store.database, event, kind=V.Event):
                yield Finding("links", f"{node.value} is to {event}, which is gone", _REMEDY)
