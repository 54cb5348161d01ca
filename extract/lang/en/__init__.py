"""The English room: from English news to an analysis."""

from extract.lang.en.reader import EnglishReader

__all__ = ["EnglishReader"]
