"""Finding an event by its IRI, its short name, or words of its label."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from extract.error import ConflictKGError
from extract.fold import fold
from graph.rows import rows

if TYPE_CHECKING:
    from graph.store import Store

_EVENTS = """
SELECT ?event ?label WHERE {
  GRAPH ?graph { ?event a cev:Event . OPTIONAL { ?event skos:prefLabel ?label } }
} ORDER BY ?event ?label
"""
_SHOWN = 20


class UnknownEvent(ConflictKGError):  # noqa: N818 - it is what the user asked for, not a fault
    """The store has no such event, or more than one."""


def find(store: Store, name: str) -> str:
    """The IRI of the one event of this name.

    Args:
        store: Where to look.
        name: An IRI, a short name ``<document key>-<event id>`` (also after ``event:``, as tables
            show it) or a part of a label, in which case letters and Arabic spelling variants are
            folded.

    Raises:
        UnknownEvent: None or several events have that name; the message lists the candidates.
    """
    labels: dict[str, list[str]] = {}
    for row in rows(store, _EVENTS):
        labels.setdefault(row["event"], []).extend([row["label"]] if "label" in row else [])
    if name in labels:
        return name
    local, wanted = name.removeprefix("event:"), _folded(name)
    for matching in (
        [e for e in labels if short(e) == local],
        [e for e, names in labels.items() if any(wanted in _folded(n) for n in names)],
    ):
        if len(matching) == 1:
            return matching[0]
        if matching:
            raise UnknownEvent(_ambiguous(name, matching, labels))
    raise UnknownEvent(
        f"no event is called {name!r}; `conflictkg query --store PATH --list` names questions "
        "that list events"
    )


def _folded(text: str) -> str:
    return fold(text).casefold()


def short(event: str) -> str:
    """The short name of an event: the end of its IRI."""
    return event.rsplit("/", 1)[-1]


def _ambiguous(name: str, events: list[str], labels: Mapping[str, list[str]]) -> str:
    lines = [f"{len(events)} events are called {name!r}; name one of them:"]
    lines += [f"  {short(e)}  {' / '.join(labels[e])}" for e in events[:_SHOWN]]
    if len(events) > _SHOWN:
        lines.append(f"  and {len(events) - _SHOWN} more; give more of the label")
    return "\n".join(lines)
