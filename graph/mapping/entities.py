"""The parties, places and things of one document, as nodes that are described.

A known entity is described from the reference data alone. An entity known only by its words is
described from the names that documents give it. So that the description can be made again when
documents come and go, each document keeps what it contributes: one ``oa:Annotation`` for each
entity, with the names (and the kind of actor) that the document uses and the words it stands for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from rdflib import RDF, RDFS, SKOS, Literal, URIRef

from graph.mapping import mint
from graph.mapping.names import DCT, GEO, OA, Triple, clean, language_of
from graph.mapping.naming import Label, is_description, kind_of, named
from graph.mapping.reference import ActorEntry, Entities, PlaceEntry
from ontology.code import code
from ontology.namespace import CEV, Scheme

WIKIDATA: Final = "http://www.wikidata.org/entity/"
GEONAMES: Final = "https://sws.geonames.org/"


@dataclass(slots=True)
class _Use:
    """What a document says of one entity."""

    types: tuple[URIRef, ...]
    labels: set[Label] = field(default_factory=set)
    kinds: set[URIRef] = field(default_factory=set)
    facilities: set[URIRef] = field(default_factory=set)
    mentions: set[URIRef] = field(default_factory=set)
    known: ActorEntry | PlaceEntry | None = None


class EntityTable:
    """Collects the entities that one document speaks of."""

    def __init__(self, key: str, lang: str, entities: Entities) -> None:
        """Start with none.

        Args:
            key: Identity of the document.
            lang: Its language.
            entities: What is known beforehand.
        """
        self._key = key
        self._lang = lang
        self._entities = entities
        self._uses: dict[URIRef, _Use] = {}

    def actor(
        self,
        words: str,
        english: str | None,
        entity: str | None,
        mention: URIRef | None = None,
        *,
        kind: str | None = None,
        only_here: bool = False,
    ) -> URIRef:
        """Return the node of an actor.

        Args:
            words: Its name or description in the text.
            english: The same in English.
            entity: Its id in the actor base.
            mention: Where the words stand.
            kind: Notation in the code list of actor types, for an actor not in the base.
            only_here: The words describe a party that has no name, so they mean it in this
                document only. An English phrase without capitals is taken so in any case.

        A place that acts or speaks stands for its state, where it is beyond doubt which. Words that
        are the name of one known actor mean it, also where the extraction gives no id.
        """
        known = self._actor_of(entity) or self._actor_named(words, english)
        iri = (
            mint.known("actor", known.id)
            if known
            else self._unknown("actor", words, english, only_here)
        )
        use = self._use(iri, (CEV.Actor,), known, words, english, mention)
        if kind:
            use.kinds.add(code(Scheme.ACTOR_TYPE, kind))
        return iri

    def place(
        self, words: str, english: str | None, entity: str | None, mention: URIRef | None = None
    ) -> URIRef:
        """Return the node of a place, see ``actor``."""
        known = self._entities.place(entity) if entity else None
        if known is None:
            iri = self._unknown("place", words, english, only_here=False)
            self._use(iri, (CEV.Place,), None, words, english, mention)
            return iri
        iri = mint.known("place", known.id)
        self._use(iri, _place_types(known), known, words, english, mention)
        return iri

    def facility(
        self, words: str, english: str | None, facility: str, mention: URIRef | None = None
    ) -> URIRef:
        """Return the node of a facility that is described and not in the gazetteer.

        Args:
            words: Its description in the text.
            english: The same in English.
            facility: Notation in the code list of facility types.
            mention: Where the words stand.
        """
        iri = self._unknown("place", words, english, only_here=True)
        use = self._use(iri, (CEV.Facility, CEV.Place), None, words, english, mention)
        use.facilities.add(code(Scheme.FACILITY_TYPE, facility))
        return iri

    def thing(self, words: str, english: str | None, mention: URIRef | None = None) -> URIRef:
        """Return the node of a physical object, such as a vehicle; it is this document's own."""
        iri = self._unknown("object", words, english, only_here=True)
        self._use(iri, (CEV.PhysicalObject,), None, words, english, mention)
        return iri

    def party(
        self, words: str, english: str | None, entity: str | None, mention: URIRef | None = None
    ) -> URIRef:
        """Return the node of what may be an actor or a place.

        It is whichever is known by that id or was met under that name before, else an actor.
        """
        if entity and self._entities.actor(entity) is None and self._entities.place(entity):
            return self.place(words, english, entity, mention)
        if self._unknown("place", words, english, only_here=False) in self._uses:
            return self.place(words, english, entity, mention)
        return self.actor(words, english, entity, mention)

    def _actor_of(self, entity: str | None) -> ActorEntry | None:
        if entity is None:
            return None
        acting = self._entities.acting(entity)
        return self._entities.actor(acting or entity)

    def _actor_named(self, words: str, english: str | None) -> ActorEntry | None:
        found = {self._entities.named(name) for name in (clean(words), english) if name} - {None}
        entity = found.pop() if len(found) == 1 else None
        return self._entities.actor(entity) if entity else None

    def named(self, name: str) -> URIRef | None:
        """Return the node of the one known actor that bears this name, or none."""
        entity = self._entities.named(name)
        return self.actor(name, None, entity) if entity else None

    def is_known(self, entity: str) -> bool:
        """Whether the reference data have an actor or a place with this id."""
        return bool(self._entities.actor(entity) or self._entities.place(entity))

    def precision(self, place: URIRef, otherwise: str = "region") -> URIRef:
        """Return how exactly a place of this table fixes a position.

        Args:
            place: Its node.
            otherwise: Notation of the precision of a place that is not in the gazetteer.
        """
        known = self._uses[place].known
        notation = known.precision if isinstance(known, PlaceEntry) else otherwise
        return code(Scheme.SPATIAL_PRECISION, notation)

    def label(self, entity: URIRef, lang: str) -> str | None:
        """Return the preferred name of an entity of this table in a language."""
        return named(_labels(self._uses[entity]))[0].get(lang)

    def annotations(self) -> Iterator[Triple]:
        """State which words of the document stand for which entity, and as what."""
        for entity, use in self._uses.items():
            iri = mint.resolution(self._key, entity)
            yield iri, RDF.type, OA.Annotation
            yield iri, OA.hasBody, entity
            yield from ((iri, OA.hasTarget, mention) for mention in use.mentions)
            yield from ((iri, RDFS.label, Literal(t, lang=lang)) for t, lang in use.labels)
            yield from ((iri, DCT.type, kind) for kind in use.kinds)

    def descriptions(self) -> Iterator[Triple]:
        """Describe every entity, and those that its description names, from all that is known."""
        told: set[URIRef] = set()
        for entity, use in list(self._uses.items()):
            if use.known is None:
                yield from _described_by_words(entity, use)
            else:
                yield from self._described(entity, use.known, told)

    def _unknown(self, sort: str, words: str, english: str | None, only_here: bool) -> URIRef:
        if only_here or is_description(english or words):
            return mint.within(sort, self._key, clean(words))
        return mint.by_name(sort, clean(english or words))

    def _use(
        self,
        iri: URIRef,
        types: tuple[URIRef, ...],
        known: ActorEntry | PlaceEntry | None,
        words: str,
        english: str | None,
        mention: URIRef | None,
    ) -> _Use:
        use = self._uses.setdefault(iri, _Use(types, known=known))
        use.labels.add((clean(words), language_of(words, self._lang)))
        if english:
            use.labels.add((clean(english), "en"))
        if mention is not None:
            use.mentions.add(mention)
        return use

    def _described(
        self, iri: URIRef, entry: ActorEntry | PlaceEntry, told: set[URIRef]
    ) -> Iterator[Triple]:
        if iri in told:
            return
        told.add(iri)
        if isinstance(entry, ActorEntry):
            yield from self._actor_triples(iri, entry, told)
        else:
            yield from self._place_triples(iri, entry, told)

    def _actor_triples(self, iri: URIRef, entry: ActorEntry, told: set[URIRef]) -> Iterator[Triple]:
        yield iri, RDF.type, CEV.Actor
        yield iri, CEV.actorType, code(Scheme.ACTOR_TYPE, entry.kind)
        yield from _reference_labels(iri, entry)
        for group in entry.member_of:
            found = self._entities.actor(group)
            if found is not None:
                whole = mint.known("actor", found.id)
                yield iri, CEV.memberOf, whole
                yield from self._described(whole, found, told)

    def _place_triples(self, iri: URIRef, entry: PlaceEntry, told: set[URIRef]) -> Iterator[Triple]:
        yield from ((iri, RDF.type, kind) for kind in _place_types(entry))
        yield from _reference_labels(iri, entry)
        yield from _position(iri, entry)
        if entry.facility:
            yield iri, CEV.facilityType, code(Scheme.FACILITY_TYPE, entry.facility)
        around = self._entities.place(entry.within) if entry.within else None
        if around is not None:
            yield iri, CEV.within, mint.known("place", around.id)
            yield from self._described(mint.known("place", around.id), around, told)
        runs_it = self._entities.actor(entry.operator) if entry.operator else None
        if runs_it is not None:
            yield iri, CEV.operator, mint.known("actor", runs_it.id)
            yield from self._described(mint.known("actor", runs_it.id), runs_it, told)


def _place_types(entry: PlaceEntry) -> tuple[URIRef, ...]:
    return (CEV.Facility, CEV.Place) if entry.facility else (CEV.Place,)


def _labels(use: _Use) -> set[Label]:
    if use.known is None:
        return use.labels
    return {(use.known.label_ar, "ar"), (use.known.label_en, "en")}


def _reference_labels(iri: URIRef, entry: ActorEntry | PlaceEntry) -> Iterator[Triple]:
    for text, lang in ((entry.label_ar, "ar"), (entry.label_en, "en")):
        if text:
            yield iri, SKOS.prefLabel, Literal(text, lang=lang)
    if entry.wikidata:
        yield iri, SKOS.exactMatch, URIRef(WIKIDATA + entry.wikidata)


def _position(iri: URIRef, entry: PlaceEntry) -> Iterator[Triple]:
    if entry.country:
        yield iri, CEV.countryCode, Literal(entry.country)
    if entry.geonames is not None:
        yield iri, SKOS.exactMatch, URIRef(f"{GEONAMES}{entry.geonames}/")
    if entry.lat is not None and entry.lon is not None:
        shape = URIRef(f"{iri}/geometry")
        yield iri, GEO.hasGeometry, shape
        yield shape, RDF.type, GEO.Geometry
        point = f"POINT({entry.lon!r} {entry.lat!r})"
        yield shape, GEO.asWKT, Literal(point, datatype=GEO.wktLiteral)


def _described_by_words(iri: URIRef, use: _Use) -> Iterator[Triple]:
    yield from ((iri, RDF.type, kind) for kind in use.types)
    preferred, others = named(use.labels)
    yield from ((iri, SKOS.prefLabel, Literal(t, lang=lang)) for lang, t in preferred.items())
    yield from ((iri, SKOS.altLabel, Literal(t, lang=lang)) for t, lang in others)
    if CEV.Actor in use.types:
        yield iri, CEV.actorType, URIRef(kind_of(use.kinds))
    if use.facilities:
        yield iri, CEV.facilityType, min(use.facilities)
