"""The extractor: one call from a document to its record."""

from __future__ import annotations

from collections.abc import Callable
from importlib import metadata

from extract.analysis import Analysis
from extract.assemble import assemble
from extract.document import Document
from extract.error import ConflictKGError
from extract.record import Record

Reader = Callable[[Document], Analysis]


class UnsupportedLanguageError(ConflictKGError):
    """There is no language room for the language of a document."""


class Extractor:
    """Reads documents with the room of their language. Keeps no state between articles.

    A room is loaded when the first article of its language comes, so that an Arabic archive never
    waits for English.
    """

    def __init__(self) -> None:
        self._readers: dict[str, Reader] = {}

    @property
    def version(self) -> str:
        """Version of the software, as installed."""
        return metadata.version("conflictkg")

    def __call__(self, document: Document) -> Record:
        """Extract the record of one article.

        Raises:
            UnsupportedLanguageError: The article is neither Arabic nor English.
        """
        return assemble(document, self._reader(document.lang)(document))

    def _reader(self, lang: str) -> Reader:
        reader = self._readers.get(lang)
        if reader is None:
            reader = self._readers[lang] = _load(lang)
        return reader


def _load(lang: str) -> Reader:
    if lang == "ar":
        from extract.lang.ar.reader import ArabicReader

        return ArabicReader()
    if lang == "en":
        from extract.lang.en import EnglishReader

        return EnglishReader()
    raise UnsupportedLanguageError(f"no reader for the language «{lang}»; give ar or en")
