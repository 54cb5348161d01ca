"""The trace of a record: which rule found which fact, in which words, how confidently."""

from __future__ import annotations

from collections.abc import Iterator

from extract.record import Attribution, Event, Record
from extract.span import Found
from graph.display import visible


def lines(record: Record) -> Iterator[str]:
    """One line a fact, below a line that names the article."""
    yield f"{record.id} ({record.key}): {len(record.events)} events"
    for event in record.events:
        yield _fact(f"  {event.id} {event.type}", event)
        for path, fact in facts(event):
            yield _fact(f"    {event.id}/{path}", fact)
        for at, attribution in enumerate(event.attributions):
            yield _attribution(f"    {event.id}/attributions/{at}", attribution)
    for at, relation in enumerate(record.relations):
        yield _fact(f"  relations/{at} {relation.kind}", relation)


def facts(event: Event) -> Iterator[tuple[str, Found]]:
    """Every fact of an event with its path, as ``Attribution.about`` writes it."""
    for name in type(event).model_fields:
        value = getattr(event, name)
        if isinstance(value, Found):
            yield name, value
        elif isinstance(value, list):
            for at, each in enumerate(value):
                if isinstance(each, Found):
                    yield f"{name}/{at}", each


def _fact(name: str, fact: Found) -> str:
    where = f"[{fact.start}-{fact.end}]"
    return f"{name} {where} «{_quoted(fact.text)}» rule {fact.rule} {fact.confidence:.2f}"


def _attribution(name: str, said: Attribution) -> str:
    who = _quoted(said.source.text) if said.source else "(the outlet)"
    cue = f" cue «{_quoted(said.cue)}»" if said.cue else ""
    about = ", ".join(said.about) or "-"
    return (
        f"{name} {who}: {said.claim} {said.certainty}{cue} about {about} "
        f"rule {said.rule} {said.confidence:.2f}"
    )


def _quoted(text: str) -> str:
    return " ".join(visible(text).split())
