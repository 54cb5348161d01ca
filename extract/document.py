"""The document: one article as it was read, with what is known about its origin."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One article.

    Attributes:
        id: Name of the article inside its source, as given or made from the file name.
        text: The original text. Every offset in a record counts code points of this string.
        lang: BCP 47 language of the text, ``ar`` or ``en``.
        title: Headline, when it is known apart from the text.
        published: Day of publication. Relative dates resolve against it; ``None`` leaves them open.
        publisher: Name of the outlet.
        url: Address of the article.
        source: Where it was read from (``file:line``), for messages only.
    """

    id: str
    text: str
    lang: str
    title: str | None = None
    published: date | None = None
    publisher: str | None = None
    url: str | None = None
    source: str = ""

    @property
    def text_sha256(self) -> str:
        """SHA-256 of the text in UTF-8, as lower-case hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8")).hexdigest()

    @property
    def key(self) -> str:
        """Identity of the document: a hash over its content and its origin, 16 hex digits.

        Two outlets that print the same agency text are two documents; one file read twice is one.
        """
        origin = self.url or f"{self.publisher or ''}\x1f{self.id}"
        return hashlib.sha256(f"{origin}\x1f{self.text_sha256}".encode()).hexdigest()[:16]
