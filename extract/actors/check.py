"""Rules across the data files: what no single row can break alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from extract.actors.actor import Actor, Name
from extract.actors.schema import DemonymRow
from extract.actors.sheet import ActorDataError


def check(actors: Sequence[Actor], demonyms: Sequence[DemonymRow]) -> None:
    """Refuse repeated ids, references to nobody, circles, and shared names not marked ambiguous.

    Raises:
        ActorDataError: with the first breach, naming the actors and the remedy.
    """
    _unique("actor", (actor.id for actor in actors))
    _unique("demonym", (row.id for row in demonyms))
    by_id = {actor.id: actor for actor in actors}
    for actor in actors:
        _references(actor, by_id)
    for row in demonyms:
        if row.actor is not None and row.actor not in by_id:
            raise ActorDataError(f"demonyms.yaml: {row.id}: no actor with id {row.actor!r}")
    for actor in actors:
        _no_circle(actor, by_id)
    for name in unmarked_homonyms(actors):
        raise ActorDataError(
            f"actors: name {name.text!r} of {name.actor!r} is also a name of another actor;"
            " mark it ambiguous on both, or remove one"
        )


def unmarked_homonyms(actors: Iterable[Actor]) -> list[Name]:
    """Names that two actors share and that are not marked ambiguous."""
    bearers: dict[str, list[Name]] = {}
    for actor in actors:
        for name in actor.names:
            bearers.setdefault(name.key, []).append(name)
    return [
        name
        for names in bearers.values()
        if len({n.actor for n in names}) > 1
        for name in names
        if not name.ambiguous
    ]


def _unique(what: str, ids: Iterable[str]) -> None:
    for id_, count in Counter(ids).items():
        if count > 1:
            raise ActorDataError(f"actors: {what} id {id_!r} is used {count} times; ids are unique")


def _references(actor: Actor, by_id: dict[str, Actor]) -> None:
    named = (
        ("parent", actor.parent),
        ("spokesperson_of", actor.spokesperson_of),
        *(("backed_by", backer) for backer in actor.backed_by),
    )
    for field, id_ in named:
        if id_ is not None and id_ not in by_id:
            raise ActorDataError(f"actors: {actor.id}: {field} names nobody: no actor {id_!r}")
        if id_ == actor.id:
            raise ActorDataError(f"actors: {actor.id}: {field} names the actor itself")


def _no_circle(actor: Actor, by_id: dict[str, Actor]) -> None:
    seen, here = {actor.id}, actor
    while here.parent is not None:
        if here.parent in seen:
            raise ActorDataError(f"actors: {actor.id}: its chain of parents is a circle")
        seen.add(here.parent)
        here = by_id[here.parent]
