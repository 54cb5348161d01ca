"""One place or facility of the gazetteer."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

EARTH_RADIUS_KM: Final = 6371.0088

# Each kind of place with the population that stands in for it in ranking where none is known.
PLACE_KINDS: Final = {
    "country": 1_000_000_000,
    "sea": 500_000,
    "strait": 400_000,
    "region": 40_000,
    "area": 60_000,
    "river": 50_000,
    "border": 50_000,
    "island": 20_000,
    "mountain": 15_000,
    "desert": 15_000,
    "city": 50_000,
    "district": 20_000,
    "camp": 20_000,
    "neighbourhood": 10_000,
    "town": 8_000,
    "village": 1_000,
}

# The ontology's facility types without their prefix. Its ``camp`` is missing here: camps of
# displaced people are places where people live, and stand among the places.
FACILITY_KINDS: Final = frozenset(
    {
        "air-base",
        "airport",
        "border-crossing",
        "bridge",
        "depot",
        "diplomatic",
        "government-building",
        "headquarters",
        "hospital",
        "industrial",
        "market",
        "media-office",
        "military-base",
        "military-post",
        "naval-base",
        "nuclear",
        "oil-gas",
        "other",
        "place-of-worship",
        "port",
        "power",
        "prison",
        "school",
        "training-camp",
        "water",
    }
)
_FACILITY_WEIGHT: Final = 25_000

# Countries whose wars fill the news: a name that a town elsewhere shares means theirs first.
_NEAR_COUNTRIES: Final = frozenset({"SY", "IQ", "YE", "LB", "PS", "IL", "SD", "LY", "SO"})
_NEAR_FACTOR: Final = 10


@dataclass(frozen=True, slots=True)
class Entry:
    """A place or a facility.

    Attributes:
        id: Identity inside the gazetteer: ``gn-<GeoNames id>``, for a country its ISO code in
            lower case, otherwise a readable slug.
        kind: A key of ``PLACE_KINDS`` or a member of ``FACILITY_KINDS``.
        label_ar: Usual Arabic name.
        label_en: Usual English name.
        alt_ar: Other Arabic names and spellings, when folding does not already make them equal.
        alt_en: Other English names and spellings.
        country: ISO 3166-1 alpha-2 code; none for seas and what lies in several countries.
        parent: Id of the place it lies in: an administrative region, or the city of a quarter.
        lat: Latitude in WGS 84 degrees; none when not known to the precision that it would state.
        lon: Longitude in WGS 84 degrees; given exactly when ``lat`` is.
        population: Inhabitants after GeoNames; none when unknown.
        geonames: Identity in GeoNames.
        wikidata: Identity in Wikidata (``Q`` and digits), only where certain.
        operator: Id of the actor that runs a facility, only where stable and undisputed.
        needs_context: Whether the name is also a common word or a person's name, so that it names
            the place only after a head word («مدينة», «حي») or a preposition of place.
    """

    id: str
    kind: str
    label_ar: str
    label_en: str
    alt_ar: tuple[str, ...] = ()
    alt_en: tuple[str, ...] = ()
    country: str | None = None
    parent: str | None = None
    lat: float | None = None
    lon: float | None = None
    population: int | None = None
    geonames: int | None = None
    wikidata: str | None = None
    operator: str | None = None
    needs_context: bool = False

    @property
    def is_facility(self) -> bool:
        """Whether this is a facility and not a place where people live or a stretch of land."""
        return self.kind in FACILITY_KINDS

    @property
    def weight(self) -> int:
        """How likely a bare name means this entry: population, or what its kind stands for."""
        if self.is_facility:
            weight = _FACILITY_WEIGHT
        else:
            weight = max(self.population or 0, PLACE_KINDS[self.kind])
        return weight * _NEAR_FACTOR if self.country in _NEAR_COUNTRIES else weight

    def names(self, lang: str) -> tuple[str, ...]:
        """Return the label and then the other names in ``ar`` or ``en``."""
        label, others = (
            (self.label_ar, self.alt_ar) if lang == "ar" else (self.label_en, self.alt_en)
        )
        return (label, *others) if label else others

    def distance_km(self, other: Entry) -> float | None:
        """Return the great-circle distance in kilometres, or none where either has no point."""
        if self.lat is None or self.lon is None or other.lat is None or other.lon is None:
            return None
        here, there = math.radians(self.lat), math.radians(other.lat)
        half = math.sin((there - here) / 2) ** 2 + (
            math.cos(here) * math.cos(there) * math.sin(math.radians(other.lon - self.lon) / 2) ** 2
        )
        return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(half)))
