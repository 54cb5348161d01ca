"""What the command line says about articles that do not say it themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Metadata:
    """Origin of articles whose input carries none; what an input carries goes before it.

    Attributes:
        published: Day of publication.
        publisher: Name of the outlet.
        url: Address of the article; only sensible for an input of one article.
        lang: BCP 47 language of the text, ``ar...`` or ``en...``; trusted, never checked.
    """

    published: date | None = None
    publisher: str | None = None
    url: str | None = None
    lang: str | None = None
