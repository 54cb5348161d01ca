"""Places: which place a name means in the article, and what the words around it make of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from extract.analysis import Mention, MentionKind, Words
from extract.gazetteer import Entry
from extract.lang.ar.lexicon import Noun, NounClass
from extract.lang.ar.name import NameMatch
from extract.record import SourceKind, SpatialPrecision, TargetKind

_PRECISIONS: Final = {
    "country": SpatialPrecision.COUNTRY,
    "region": SpatialPrecision.ADMIN1,
    "sea": SpatialPrecision.ADMIN1,
    "area": SpatialPrecision.DISTRICT,
    "district": SpatialPrecision.DISTRICT,
    "desert": SpatialPrecision.DISTRICT,
    "mountain": SpatialPrecision.DISTRICT,
    "river": SpatialPrecision.DISTRICT,
    "border": SpatialPrecision.DISTRICT,
    "strait": SpatialPrecision.DISTRICT,
    "neighbourhood": SpatialPrecision.SITE,
}
_FACILITY_TARGETS: Final = {
    "military_base": TargetKind.BASE,
    "air_base": TargetKind.BASE,
    "naval_base": TargetKind.BASE,
    "military_headquarters": TargetKind.BASE,
    "peacekeeper_base": TargetKind.BASE,
    "outpost": TargetKind.MILITARY_POSITION,
    "checkpoint": TargetKind.MILITARY_POSITION,
    "missile_site": TargetKind.MILITARY_POSITION,
    "refugee_camp": TargetKind.RESIDENTIAL,
    "market": TargetKind.CIVILIANS,
    "mosque": TargetKind.OTHER,
    "church": TargetKind.OTHER,
    "embassy": TargetKind.OTHER,
    "hotel": TargetKind.OTHER,
}


class PlaceMaker:
    """Makes the mentions of places in one article.

    ``country`` is the code of the country that most of its place names lie in, if any.
    """

    def __init__(self, names: Sequence[NameMatch]) -> None:
        self.country = _main_country(names)

    def resolve(self, entries: tuple[Entry, ...]) -> Entry:
        """The entry that a place name means here: in the article's country if it can be."""
        if self.country is not None:
            for entry in entries:
                if entry.country == self.country:
                    return entry
        return entries[0]

    def named(self, words: Words, entries: tuple[Entry, ...], head: Noun | None) -> Mention:
        """The mention that words make with the place, or part of it, that a name in them means."""
        entry = self.resolve(entries)
        facility = entry.is_facility
        kind = _FACILITY_TARGETS.get(entry.kind) if facility else None
        if head is not None and head.noun_class is NounClass.TARGET:
            kind = head.kind
        elif facility and kind is None:
            kind = TargetKind.INFRASTRUCTURE
        exact = head is None or (head.noun_class is NounClass.PLACE and not head.direction)
        return Mention(
            words,
            MentionKind.FACILITY if facility else MentionKind.PLACE,
            entity=entry.id if exact else None,
            canonical_en=entry.label_en
            if exact or head is None
            else f"{head.gloss.removesuffix(' of')} of {entry.label_en}",
            country=entry.country,
            target_kind=kind or TargetKind.OTHER,
            source_kind=SourceKind.OFFICIAL
            if entry.kind in ("country", "city") and (head is None or not head.direction)
            else None,
            precision=_precision(entry, head),
            relative=head is not None and head.direction,
        )

    def plain(self, words: Words, head: Noun, *, anaphoric: bool) -> Mention:
        """The mention of a place that has no name: «قرية», «الحدود»."""
        return Mention(
            words,
            MentionKind.PLACE if head.noun_class is NounClass.PLACE else MentionKind.FACILITY,
            country=self.country,
            target_kind=head.kind or TargetKind.OTHER,
            precision=SpatialPrecision(head.precision or head.place or "district"),
            anaphoric=anaphoric,
            relative=head.direction,
        )

    def unknown(self, words: Words) -> Mention:
        """The mention of a name that no gazetteer knows but that stands where places do."""
        return Mention(
            words,
            MentionKind.PLACE,
            country=self.country,
            target_kind=TargetKind.OTHER,
        )


def _precision(entry: Entry, head: Noun | None) -> SpatialPrecision:
    """How exactly a place is named: by its head word, else by what the gazetteer says it is."""
    told = (head.precision or head.place) if head is not None else None
    if told is not None:
        return SpatialPrecision(told)
    if entry.is_facility:
        return SpatialPrecision.SITE
    return _PRECISIONS.get(entry.kind, SpatialPrecision.TOWN)


def _main_country(names: Sequence[NameMatch]) -> str | None:
    """The country that most place names of the article lie in; the first named wins a tie."""
    counts: dict[str, int] = {}
    for name in names:
        if name.certain_place:
            country = name.places[0].country
            if country is not None and len({entry.country for entry in name.places}) == 1:
                counts[country] = counts.get(country, 0) + (
                    1 if name.places[0].kind == "country" else 2
                )
    return max(counts, key=lambda code: counts[code]) if counts else None
