"""What the actor base and the gazetteer of the package know, as the mapping needs it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources

from pydantic import BaseModel, ConfigDict, model_validator
from yaml import safe_load

from extract.actors import ActorBase
from extract.actors.actor import key
from extract.actors.schema import ActorKind, Role
from extract.fold import fold
from extract.gazetteer import Gazetteer
from extract.gazetteer.entry import PLACE_KINDS
from graph.mapping.reference import ActorEntry, PlaceEntry
from ontology.code import code
from ontology.namespace import Scheme


class Kinds(BaseModel):
    """The table ``kinds.yaml``: kinds of the reference data by code list.

    Raises:
        ValueError: A kind is missing or unknown.
        ontology.error.UnknownCodeError: A value is no notation of its code list.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    precision: Mapping[str, str]
    actor: Mapping[str, str]
    disputed_capitals: frozenset[str]

    @model_validator(mode="after")
    def _is_complete(self) -> Kinds:
        for name, table, kinds, scheme in (
            ("precision", self.precision, set(PLACE_KINDS), Scheme.SPATIAL_PRECISION),
            ("actor", self.actor, set(ActorKind), Scheme.ACTOR_TYPE),
        ):
            odd = sorted(set(table) ^ {str(kind) for kind in kinds})
            if odd:
                raise ValueError(f"kinds.yaml, {name}: missing or unknown: {', '.join(odd)}")
            for notation in table.values():
                code(scheme, notation)
        return self


@cache
def kinds() -> Kinds:
    """Read the table that ships with the package, once."""
    text = (resources.files("graph.mapping") / "kinds.yaml").read_text(encoding="utf-8")
    return Kinds.model_validate(safe_load(text))


class KnownEntities:
    """The actor base and the gazetteer as one lookup, see ``graph.mapping.Entities``."""

    def __init__(self, actors: ActorBase | None = None, gazetteer: Gazetteer | None = None) -> None:
        """Use ``actors`` and ``gazetteer``; those that ship with the package if none are given."""
        self._actors = actors if actors is not None else ActorBase.load()
        self._gazetteer = gazetteer if gazetteer is not None else Gazetteer.load()

    def actor(self, entity: str) -> ActorEntry | None:
        """Return the actor with this id, or none."""
        found = self._actors.get(entity)
        if found is None:
            return None
        return ActorEntry(
            id=found.id,
            label_ar=found.label_ar,
            label_en=found.label_en,
            kind=kinds().actor[found.kind],
            member_of=(found.parent,) if found.parent else (),
            wikidata=found.wikidata,
        )

    def place(self, entity: str) -> PlaceEntry | None:
        """Return the place or facility with this id, or none."""
        found = self._gazetteer.get(entity)
        if found is None:
            return None
        around = next(self._gazetteer.within(found), None)
        return PlaceEntry(
            id=found.id,
            label_ar=found.label_ar,
            label_en=found.label_en,
            precision="site" if found.is_facility else kinds().precision[found.kind],
            facility=found.kind.replace("-", "_") if found.is_facility else None,
            lat=found.lat,
            lon=found.lon,
            country=found.country,
            within=around.id if around else None,
            operator=found.operator,
            geonames=found.geonames,
            wikidata=found.wikidata,
        )

    def acting(self, place: str) -> str | None:
        """Return the id of the state that is meant when a place acts or speaks, or none.

        A country stands for its state, a capital for that state too ("Tehran denied"), except where
        rivals have shared capital and state between them: see ``disputed_capitals``.
        """
        found = self._gazetteer.get(place)
        if found is None or found.country is None:
            return None
        if found.kind == "country":
            state = self._actors.institution(found.country, Role.STATE)
            return state.id if state else None
        seat = self._actors.capital(key(found.label_ar))
        if seat is None or seat.country != found.country:
            return None
        return None if seat.country in kinds().disputed_capitals else seat.state

    def named(self, name: str) -> str | None:
        """Return the id of the actor that bears this name, or none when it is not just one."""
        readings = self._actors.readings(fold(name), name)
        found = {reading.actor for reading in readings if not reading.ambiguous}
        return found.pop() if len(found) == len(readings) == 1 else None

    def outlet(self, name: str) -> str | None:
        """Return the id of the actor that publishes under this name, or none when not just one."""
        found = [a for a in self._actors.lookup(fold(name), name) if a.kind is ActorKind.MEDIA]
        return found[0].id if len(found) == 1 else None
