"""The origin of one article: what its data says about it, checked field by field."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from extract.reading.day import parse_day
from extract.reading.metadata import Metadata
from extract.reading.unreadable import Unreadable, quoted

REMARK = "note"  # for whoever keeps the files; never read
KEYS = ("id", "lang", "published", "publisher", "title", "url")
"""The keys of an article's data besides ``text``."""

_ABSOLUTE_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20\x7f\s<>\"{}|\\^`]+")
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """What is known of one article's origin; ``None`` where nothing is. Fields as in Document."""

    id: str | None = None
    lang: str | None = None
    published: date | None = None
    publisher: str | None = None
    title: str | None = None
    url: str | None = None

    def completed(self, other: Origin) -> Origin:
        """This origin, its open fields taken from another."""
        return Origin(
            id=self.id or other.id,
            title=self.title or other.title,
            lang=self.lang or other.lang,
            published=self.published or other.published,
            publisher=self.publisher or other.publisher,
            url=self.url or other.url,
        )

    @classmethod
    def of_defaults(cls, defaults: Metadata) -> Origin:
        """The part of an origin that the command line can give."""
        return cls(
            lang=defaults.lang,
            published=defaults.published,
            publisher=defaults.publisher,
            url=defaults.url,
        )


def origin_of(data: Mapping[str, object]) -> Origin:
    """Check the fields of an article's JSON object; ``null`` and blank strings count as absent.

    Raises:
        Unreadable: A field has the wrong type or form.
    """
    return Origin(
        id=_id(data),
        lang=_string(data, "lang"),
        published=_published(data),
        publisher=_string(data, "publisher"),
        title=_string(data, "title"),
        url=_url(data),
    )


def is_address(url: str) -> bool:
    """Whether this is a full address (an absolute IRI) that may name a thing in a graph."""
    return _ABSOLUTE_IRI.fullmatch(url) is not None


def check_surrogates(name: str, value: str) -> None:
    """Refuse half characters, which no encoding can store.

    Raises:
        Unreadable: The value holds a lone surrogate.
    """
    if match := _SURROGATE.search(value):
        raise Unreadable(
            f"{name} holds half a character (lone surrogate U+{ord(match[0]):04X})"
            f" at position {match.start()}: export the data again as whole UTF-8 text"
        )


def _string(data: Mapping[str, object], key: str) -> str | None:
    value = data.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise Unreadable(f"`{key}` is {quoted(value)}: it must be a string, or be left out")
    check_surrogates(f"`{key}`", value)
    return value if value.strip() else None


def _id(data: Mapping[str, object]) -> str | None:
    value = data.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _string(data, "id")


def _published(data: Mapping[str, object]) -> date | None:
    stated = _string(data, "published")
    if stated is None:
        return None
    day = parse_day(stated)
    if day is None:
        raise Unreadable(
            f"`published` is {quoted(stated)}: write the day as YYYY-MM-DD"
            " (such as 2021-06-29), or leave it out"
        )
    return day


def _url(data: Mapping[str, object]) -> str | None:
    url = _string(data, "url")
    if url is not None and not is_address(url):
        raise Unreadable(
            f"`url` is {quoted(url)}: write the full address without blanks"
            " (https://…), or leave it out"
        )
    return url
