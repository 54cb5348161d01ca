"""The extractor: one call from a document to its record."""

from __future__ import annotations

from collections.abc import Callable
from importlib import metadata
from typing import TYPE_CHECKING

from extract.analysis import Analysis
from extract.assemble import assemble
from extract.choice import ReaderKind
from extract.document import Document
from extract.error import ConflictKGError
from extract.furniture import legible
from extract.record import Record

if TYPE_CHECKING:
    from extract.reader import TrainedReader

Reader = Callable[[Document], Analysis]
"""A language room at work."""


class UnsupportedLanguageError(ConflictKGError):
    """There is no language room for the language of a document."""


class Extractor:
    """Reads documents with the room of their language. Keeps no state between articles.

    A room is loaded when the first article of its language comes, so that an Arabic archive never
    waits for English.

    Args:
        reader: Who reads.

    Raises:
        ReaderUnavailableError: The trained reader is asked for and cannot be loaded.
    """

    def __init__(self, reader: ReaderKind = ReaderKind.RULES) -> None:
        self._readers: dict[str, Reader] = {}
        self._trained: TrainedReader | None = None
        if reader is ReaderKind.HYBRID:
            from extract.reader import TrainedReader

            self._trained = TrainedReader.load()

    @property
    def reader(self) -> ReaderKind:
        """Who reads."""
        return ReaderKind.RULES if self._trained is None else ReaderKind.HYBRID

    @property
    def version(self) -> str:
        """Version of the software, as installed, with that of the trained reader if it reads."""
        own = metadata.version("conflictkg")
        return own if self._trained is None else f"{own}+reader.{self._trained.version}"

    def __call__(self, document: Document) -> Record:
        """Extract the record of one article.

        Raises:
            UnsupportedLanguageError: The article is neither Arabic nor English.
        """
        seen = legible(document)
        analysis = self._reader(document.lang)(seen)
        second = self._trained.opinion(seen, analysis) if self._trained else None
        return assemble(document, analysis, second)

    def _reader(self, lang: str) -> Reader:
        reader = self._readers.get(lang)
        if reader is None:
            reader = self._readers[lang] = load_room(lang)
        return reader


def load_room(lang: str) -> Reader:
    """Load the room of a language.

    Raises:
        UnsupportedLanguageError: There is none.
    """
    if lang == "ar":
        from extract.lang.ar.reader import ArabicReader

        return ArabicReader()
    if lang == "en":
        from extract.lang.en import EnglishReader

        return EnglishReader()
    raise UnsupportedLanguageError(f"no reader for the language «{lang}»; give ar or en")
