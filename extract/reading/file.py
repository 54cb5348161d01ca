"""One file into its articles, by its kind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from extract.document import Document
from extract.error import Skipped
from extract.reading.article import ArticleReader, attempt, parse_object
from extract.reading.encoding import decode, decode_page
from extract.reading.json_lines import read_lines
from extract.reading.origin import Origin
from extract.reading.page import parse_page
from extract.reading.place import Kind, Place, sidecar, skipped_unread
from extract.reading.size import read_whole
from extract.reading.unreadable import Unreadable, one_line


def read_file(place: Place, articles: ArticleReader) -> Iterator[Document | Skipped]:
    """The articles of one file, and the ones in it that cannot be read."""
    try:
        if place.kind is Kind.JSON_LINES:
            with place.path.open("rb") as stream:
                yield from read_lines(stream, place.source, articles)
        else:
            yield attempt(place.source, lambda: _single(place, articles))
    except OSError as error:
        yield skipped_unread(place.path, error)


def _single(place: Place, articles: ArticleReader) -> Document:
    raw = _content(place.path)
    if place.kind is Kind.JSON:
        data = parse_object(decode(raw), lines=False)
        return articles.from_object(data, place.source, name=one_line(place.path.stem))
    try:
        if place.kind is Kind.PAGE:
            page = parse_page(decode_page(raw))
            text, own = page.text, page.origin
        else:
            text, own = decode(raw), Origin()
        origin = _sidecar(place, text, articles).completed(own)
    except Unreadable as refusal:
        raise Unreadable(refusal.reason, id=one_line(place.path.stem)) from refusal
    return articles.from_text(text, origin, place.source)


def _content(path: Path) -> bytes:
    with path.open("rb") as stream:
        raw = read_whole(stream)
    if not raw:
        raise Unreadable("the file is empty: fetch it again, or leave it out")
    return raw


def _sidecar(place: Place, text: str, articles: ArticleReader) -> Origin:
    """What a person wrote beside the file; it goes before what the page says of itself."""
    named = Origin(id=one_line(place.path.stem))
    path = sidecar(place.path)
    if path is None:
        return named
    try:
        data = parse_object(decode(_content(path)), lines=False)
        if data.get("text", text) != text:
            raise Unreadable("it has a `text` of its own: rename it, so that both are read")
        return articles.origin(data, one_line(str(path))).completed(named)
    except Unreadable as refusal:
        raise Unreadable(f"its sidecar {one_line(path.name)}: {refusal.reason}") from refusal
    except OSError as error:
        raise Unreadable(
            f"its sidecar {one_line(path.name)} cannot be read ({error.strerror}):"
            " check its permissions"
        ) from error
