"""The extractor: one call from a document to its record."""

from __future__ import annotations

from functools import cached_property
from importlib import metadata

from extract.assemble import assemble
from extract.document import Document
from extract.record import Record


class Extractor:
    """Reads documents with the language room of their language. Keeps no state between articles."""

    @property
    def version(self) -> str:
        """Version of the software, as installed."""
        return metadata.version("conflictkg")

    @cached_property
    def _arabic(self) -> ArabicReader:
        from extract.lang.ar.reader import ArabicReader

        return ArabicReader()

    def __call__(self, document: Document) -> Record:
        """Extract the record of one article."""
        return assemble(document, self._arabic(document))
