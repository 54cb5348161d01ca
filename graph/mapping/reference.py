"""What is known beforehand of actors and places, as the mapping needs it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorEntry:
    """An actor of the actor base.

    Attributes:
        id: Its id there.
        label_ar: Arabic name.
        label_en: English name.
        kind: Notation in the code list of actor types, such as ``armed_group``.
        member_of: Ids of actors it belongs to.
        wikidata: Wikidata item, where certain.
    """

    id: str
    label_ar: str
    label_en: str
    kind: str
    member_of: tuple[str, ...] = ()
    wikidata: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceEntry:
    """A place or facility of the gazetteer.

    Attributes:
        id: Its id there.
        label_ar: Arabic name.
        label_en: English name.
        precision: Notation in the code list of spatial precision, such as ``town``.
        facility: Notation in the code list of facility types, for a facility.
        lat: Latitude, WGS 84 degrees.
        lon: Longitude, WGS 84 degrees.
        country: ISO 3166-1 alpha-2.
        within: Id of the next larger place.
        operator: Id of the actor that runs the facility.
        geonames: Identity in GeoNames.
        wikidata: Wikidata item, where certain.
    """

    id: str
    label_ar: str
    label_en: str
    precision: str
    facility: str | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    within: str | None = None
    operator: str | None = None
    geonames: int | None = None
    wikidata: str | None = None


class Entities(Protocol):
    """Lookup of known entities. The answer to an id never changes while a run lasts."""

    def actor(self, entity: str) -> ActorEntry | None:
        """Return the actor with this id, or none."""
        ...

    def place(self, entity: str) -> PlaceEntry | None:
        """Return the place or facility with this id, or none."""
        ...

    def acting(self, place: str) -> str | None:
        """Return the id of the actor that is meant when the place with this id acts, or none."""
        ...

    def outlet(self, name: str) -> str | None:
        """Return the id of the actor that publishes under this name, or none."""
        ...

    def named(self, name: str) -> str | None:
        """Return the id of the actor that bears this name, or none when it is not just one."""
        ...


class NoEntities:
    """Nothing is known beforehand: every entity stands under its words."""

    def actor(self, entity: str) -> ActorEntry | None:  # noqa: ARG002 - the protocol's signature
        """Return none."""
        return None

    def place(self, entity: str) -> PlaceEntry | None:  # noqa: ARG002 - the protocol's signature
        """Return none."""
        return None

    def acting(self, place: str) -> str | None:  # noqa: ARG002 - the protocol's signature
        """Return none."""
        return None

    def outlet(self, name: str) -> str | None:  # noqa: ARG002 - the protocol's signature
        """Return none."""
        return None

    def named(self, name: str) -> str | None:  # noqa: ARG002 - the protocol's signature
        """Return none."""
        return None
