"""Links: each between two events that are there."""

from __future__ import annotations

from collections.abc import Iterator

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
            about = store.database.quads_for_pattern(event, V.type, V.Event, None)
            if next(iter(about), None) is None:
                yield Finding("links", f"{node.value} is to {event}, which is gone", _REMEDY)
