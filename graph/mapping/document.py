"""One document as a dataset."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

import pyoxigraph as ox
from rdflib import RDF, SKOS, XSD, Dataset, Literal, URIRef

from extract.record import Event, Record, Relation, RelationKind
from graph import vocabulary
from graph.address import address
from graph.error import MappingError
from graph.mapping import mint
from graph.mapping.attribution import Claims
from graph.mapping.claim import Claim
from graph.mapping.entities import EntityTable
from graph.mapping.evidence import Evidence
from graph.mapping.facts import FactMaker
from graph.mapping.names import DCT, PROV, SCHEMA, Triple, clean, day, language_of, whole
from graph.mapping.proposition import Pair, Proposition
from graph.mapping.reference import Entities, NoEntities
from graph.mapping.speaker import Speakers
from graph.run import Run
from graph.vocabulary import Quad
from ontology import files, graphs
from ontology.code import code
from ontology.namespace import CEV, CODE, Scheme

_COMMA: Final = {"ar": "، ", "en": ", "}
_Name = tuple[str, str | None, str | None, URIRef]
_PLACES: Final = frozenset({RelationKind.LOCATED_IN, RelationKind.CONTROLS})


def document_dataset(
    record: Record,
    *,
    run: Run,
    entities: Entities | None = None,
    digest: str | None = None,
) -> Dataset:
    """Map what one article says to RDF.

    The claims, mentions and events stand in ``doc/<key>``, what the claims are about in
    ``propositions``, actors and places in ``gazetteer``, the run in ``runs``. There are no blank
    nodes, no triple stands in two graphs, and nothing depends on clock, host or chance.

    Args:
        record: What was extracted from the article.
        run: The execution that extracted it.
        entities: What is known of actors and places; without it all stand under their words.
        digest: ``Run.digest`` of the article as it was read; computed from the record if not given.

    Raises:
        MappingError: The record contradicts itself.
    """
    dataset = Dataset()
    for subject, predicate, value, name in _quads(record, run, entities, digest):
        dataset.graph(name).add((subject, predicate, value))
    return dataset


def document_quads(
    record: Record,
    *,
    run: Run,
    entities: Entities | None = None,
    digest: str | None = None,
) -> list[ox.Quad]:
    """Map what one article says to RDF, as ``document_dataset`` does, for the store.

    Each quad comes once; literals are as they were mapped, not yet as Oxigraph stores them.

    Raises:
        MappingError: The record contradicts itself.
    """
    return vocabulary.exact(_quads(record, run, entities, digest))


def _quads(
    record: Record, run: Run, entities: Entities | None, digest: str | None
) -> Iterator[Quad]:
    return _Article(record, run, entities or NoEntities(), digest or run.digest(record)).quads()


class _Article:
    """The mapping of one record."""

    def __init__(self, record: Record, run: Run, entities: Entities, digest: str) -> None:
        self._record = record
        self._run = run
        self._digest = digest
        self._node = mint.document(record.key)
        self._evidence = Evidence(record)
        self._table = EntityTable(record.key, record.lang, entities)
        self._speakers = Speakers(record, self._table, self._evidence, entities)
        self._facts = FactMaker(record.key, record.lang, self._table, self._evidence)
        self._claims = Claims(record.key, record.lang, self._speakers, self._evidence)

    def quads(self) -> Iterator[Quad]:
        """Every triple with the name of its graph; some may come twice."""
        self._check_events()
        claims = [claim for event in self._record.events for claim in self._event_claims(event)]
        claims += [claim for tie in self._record.relations for claim in self._relation_claims(tie)]
        propositions = {claim.proposition for claim in claims}
        document = list(
            chain(
                self._document(),
                *(self._event(event) for event in self._record.events),
                self._numbered(claims),
            )
        )
        own = (document, self._evidence.triples(), self._table.annotations())
        for name, triples in (
            (graphs.document(self._record.key), chain(*own)),
            (graphs.PROPOSITIONS, chain(*(p.triples() for p in propositions))),
            (graphs.GAZETTEER, self._table.descriptions()),
            (graphs.RUNS, self._activity()),
        ):
            graph = URIRef(name)
            for subject, predicate, value in triples:
                yield subject, predicate, value, graph

    def _check_events(self) -> None:
        ids = [event.id for event in self._record.events]
        for event in self._record.events:
            if ids.count(event.id) > 1:
                raise MappingError(f"article {self._record.id}: two events have the id {event.id}")
            if event.caused_by is not None and event.caused_by not in ids:
                raise MappingError(
                    f"article {self._record.id}: event {event.id} answers «{event.caused_by}», "
                    "which is not among its events"
                )

    def _event_claims(self, event: Event) -> Iterator[Claim]:
        facts = {fact.path: fact for fact in self._facts.facts(event)}
        return self._claims.of_event(event, facts)

    def _numbered(self, claims: Iterable[Claim]) -> Iterator[Triple]:
        run = mint.run(self._run.id)
        for number, claim in enumerate(claims, start=1):
            yield from claim.triples(mint.claim(self._record.key, number), run)

    def _document(self) -> Iterator[Triple]:
        record = self._record
        yield self._node, RDF.type, CEV.Document
        yield self._node, RDF.type, SCHEMA.NewsArticle
        yield self._node, DCT.identifier, Literal(record.id)
        yield self._node, DCT.language, Literal(record.lang)
        yield self._node, DCT.publisher, self._speakers.outlet
        yield self._node, CEV.textSha256, Literal(record.text_sha256)
        yield self._node, CEV.textLength, whole(record.text_length)
        yield self._node, CEV.inputDigest, Literal(self._digest)
        yield self._node, PROV.wasGeneratedBy, mint.run(self._run.id)
        if record.title:
            title = clean(record.title)
            yield self._node, DCT.title, Literal(title, lang=language_of(title, record.lang))
        if record.published:
            issued = day(record.published, f"article {record.id}, published")
            yield self._node, DCT.issued, issued
        if record.url:
            yield self._node, SCHEMA.url, address(record.url)

    def _event(self, event: Event) -> Iterator[Triple]:
        node = mint.event(self._record.key, event.id)
        yield node, RDF.type, CEV.Event
        yield node, CEV.eventType, code(Scheme.EVENT_TYPE, event.type)
        yield node, CEV.eventStatus, code(Scheme.EVENT_STATUS, event.status)
        yield node, CEV.reportedIn, self._node
        yield node, CEV.anchor, self._evidence.mention(event)
        for other in event.mentions:
            yield node, CEV.eventMention, self._evidence.mention(other)
        for lang in ("ar", "en"):
            yield node, SKOS.prefLabel, Literal(self._event_label(event, lang), lang=lang)

    def _event_label(self, event: Event, lang: str) -> str:
        concept = code(Scheme.EVENT_TYPE, event.type)
        labels = files.codes().objects(concept, SKOS.prefLabel)
        kind = next(str(t) for t in labels if isinstance(t, Literal) and t.language == lang)
        place = self._facts.place_of(event)
        where = self._table.label(place, lang) if place is not None else None
        parts = [kind, where, event.date]
        return _COMMA[lang].join(part for part in parts if part)

    def _relation_claims(self, relation: Relation) -> Iterator[Claim]:
        """A standing relation, by the outlet's word.

        Two names of one entity state no relation, so nothing is claimed then.
        """
        subject, value = self._relation_subject(relation), self._relation_object(relation)
        if subject == value:
            return
        kind = code(Scheme.ACTOR_RELATION, relation.kind)
        content: list[Pair] = [
            (CEV.relationSubject, subject),
            (CEV.actorRelation, kind),
            (CEV.relationObject, value),
        ]
        ends = (relation, relation.subject_span, relation.object_span)
        yield Claim(
            proposition=Proposition(CEV.ActorRelation, frozenset(content)),
            claimant=self._speakers.outlet,
            kind=CODE.claim_relation,
            polarity=CODE.affirmed,
            certainty=CODE.certain,
            source_kind=CODE.source_media,
            evidence=(self._evidence.sentence(relation.sentence),),
            word_mentions=tuple(dict.fromkeys(self._evidence.mention(span) for span in ends)),
            rule=relation.rule,
            confidence=relation.confidence,
        )

    def _relation_subject(self, relation: Relation) -> URIRef:
        end = relation.subject_span
        name = (end.text, end.canonical_en, end.entity, self._evidence.mention(end))
        if relation.kind is RelationKind.HOSTS_FORCES_OF:
            return self._table.place(*name)
        return self._end(relation, *name)

    def _relation_object(self, relation: Relation) -> URIRef:
        end = relation.object_span
        name = (end.text, end.canonical_en, end.entity, self._evidence.mention(end))
        if relation.kind in _PLACES:
            return self._table.place(*name)
        return self._end(relation, *name)

    def _end(self, relation: Relation, *name: *_Name) -> URIRef:
        """The node of one end: only what lies somewhere or is a part may be a place itself."""
        may_be_place = relation.kind in {RelationKind.LOCATED_IN, RelationKind.PART_OF}
        return self._table.party(*name) if may_be_place else self._table.actor(*name)

    def _activity(self) -> Iterator[Triple]:
        node = mint.run(self._run.id)
        agent = mint.software(self._run.software, self._run.version)
        started = self._run.started.isoformat()
        yield node, RDF.type, PROV.Activity
        yield node, RDF.type, CEV.ExtractionRun
        yield node, PROV.startedAtTime, Literal(started, datatype=XSD.dateTime)
        yield node, PROV.wasAssociatedWith, agent
        yield node, CEV.softwareVersion, Literal(self._run.version)
        yield node, CEV.configurationSha256, Literal(self._run.setup)
        yield agent, RDF.type, PROV.SoftwareAgent
