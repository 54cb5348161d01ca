"""Speakers: the outlet, its named and unnamed sources, and whom they speak for."""

from __future__ import annotations

from typing import Final

from rdflib import URIRef

from extract.record import Record, Source, SourceKind
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

    def unnamed(self) -> URIRef:
        """Return the source that the article draws on without saying who it is."""
        return self._nameless("مصدر لم يسمّه المقال", "source that the article does not name")

    def _outlet(self, publisher: str | None, entities: Entities) -> URIRef:
        if publisher is None or not publisher.strip():
            return self._nameless("وسيلة إعلام غير معروفة", "unnamed outlet", kind="media")
        return self._table.actor(publisher, None, entities.outlet(publisher), kind="media")

    def _nameless(self, arabic: str, english: str, kind: str = "anonymous_source") -> URIRef:
        return self._table.actor(arabic, english, None, kind=kind, only_here=True)
