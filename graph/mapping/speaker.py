"""Speakers: the outlet, its named and unnamed sources, and whom they speak for."""

from __future__ import annotations

from typing import Final

from rdflib import URIRef

from extract.record import Attribution, Party, Record, RelationKind, Source, SourceKind
from graph.mapping.entities import EntityTable
from graph.mapping.evidence import Evidence
from graph.mapping.naming import is_somebody
from graph.mapping.reference import Entities

_KINDS: Final = {
    SourceKind.ARMED_GROUP: "armed_group",
    SourceKind.MEDIA: "media",
    SourceKind.MONITOR: "monitor",
    SourceKind.LOCAL_SOURCES: "anonymous_source",
    SourceKind.WITNESS: "anonymous_source",
    SourceKind.ANONYMOUS: "anonymous_source",
}
# Speakers without a name: "local sources" of two articles are not the same.
_NAMELESS: Final = frozenset({SourceKind.LOCAL_SOURCES, SourceKind.WITNESS, SourceKind.ANONYMOUS})


class Speakers:
    """The speakers of one document."""

    def __init__(
        self, record: Record, table: EntityTable, evidence: Evidence, entities: Entities
    ) -> None:
        """Collect entities in ``table`` and mentions in ``evidence``."""
        self._table = table
        self._evidence = evidence
        self.outlet = self._outlet(record.publisher, entities)
        self._bodies = self._spoken_for(record)

    def source(self, source: Source | None) -> URIRef:
        """Return the actor that speaks; the outlet where the text names nobody."""
        if source is None:
            return self.outlet
        return self._table.actor(
            source.text,
            source.canonical_en,
            source.entity,
            self._evidence.mention(source),
            kind=_KINDS.get(source.kind),
            only_here=source.kind in _NAMELESS or is_somebody(source.canonical_en or source.text),
        )

    def body(self, attribution: Attribution) -> URIRef | None:
        """Return for whom the speaker of an attribution speaks, or none.

        Whom the article once calls the spokesman of one body, and of one only, speaks for it
        throughout the article.
        """
        if attribution.on_behalf_of is not None:
            return self.source(attribution.on_behalf_of)
        if attribution.source is None:
            return None
        bodies = self._bodies.get(self.source(attribution.source), set())
        return next(iter(bodies)) if len(bodies) == 1 else None

    def _spoken_for(self, record: Record) -> dict[URIRef, set[URIRef]]:
        found: dict[URIRef, set[URIRef]] = {}
        for tie in record.relations:
            if tie.kind is RelationKind.SPOKESPERSON_OF:
                found.setdefault(self._party(tie.subject_span), set()).add(
                    self._party(tie.object_span)
                )
        for said in (said for event in record.events for said in event.attributions):
            if said.source is not None and said.on_behalf_of is not None:
                bodies = found.setdefault(self.source(said.source), set())
                bodies.add(self.source(said.on_behalf_of))
        return found

    def _party(self, end: Party) -> URIRef:
        mention = self._evidence.mention(end)
        return self._table.actor(end.text, end.canonical_en, end.entity, mention)

    def unnamed(self) -> URIRef:
        """Return the source that the article draws on without saying who it is."""
        return self._nameless("مصدر لم يسمّه المقال", "source that the article does not name")

    def _outlet(self, publisher: str | None, entities: Entities) -> URIRef:
        if publisher is None or not publisher.strip():
            return self._nameless("وسيلة إعلام غير معروفة", "unnamed outlet", kind="media")
        return self._table.actor(publisher, None, entities.outlet(publisher), kind="media")

    def _nameless(self, arabic: str, english: str, kind: str = "anonymous_source") -> URIRef:
        return self._table.actor(arabic, english, None, kind=kind, only_here=True)
