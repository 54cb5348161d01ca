"""JSON lines: an article a line, read one line at a time."""

from __future__ import annotations

import codecs
import tempfile
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from typing import BinaryIO

from extract.document import Document
from extract.error import Skipped
from extract.reading.article import ArticleReader, attempt, parse_object
from extract.reading.encoding import decode_line, refuse_signature
from extract.reading.size import RAW_LIMIT, too_large
from extract.reading.unreadable import Unreadable

_CHUNK = 1 << 20
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_lines(
    stream: BinaryIO, source: str, articles: ArticleReader
) -> Iterator[Document | Skipped]:
    """Every article of a JSON Lines stream; a bad line is reported and the rest goes on."""
    found = False
    try:
        lines = _lines(stream)
    except Unreadable as refusal:
        yield Skipped(source=source, id=None, reason=refusal.reason)
        return
    for number, line in lines:
        found = True
        place = f"{source}:{number}"
        yield attempt(place, partial(_article, line, place, articles))
    if not found:
        yield Skipped(
            source=source, id=None, reason="it is empty: it should have an article a line"
        )


def _article(line: bytes | int, place: str, articles: ArticleReader) -> Document:
    if isinstance(line, int):
        raise too_large(line, RAW_LIMIT)
    return articles.from_object(parse_object(decode_line(line.rstrip(b"\r\n")), lines=True), place)


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes | int]]:
    """Number and content of every line that is not blank; of an overlong line only its size.

    Raises:
        Unreadable: The stream as a whole is of another kind; raised at once, not on iteration.
    """
    first = stream.readline(RAW_LIMIT)
    refuse_signature(first)
    if first.startswith(_UTF16):
        return _transcoded_lines(first, stream)
    return _numbered(first.removeprefix(codecs.BOM_UTF8), stream)


def _numbered(line: bytes, stream: BinaryIO) -> Iterator[tuple[int, bytes | int]]:
    number = 0
    while line:
        number += 1
        if len(line) >= RAW_LIMIT and not line.endswith(b"\n"):
            yield number, len(line) + _rest_of_line(stream)
        elif line.strip():
            yield number, line
        line = stream.readline(RAW_LIMIT)


def _rest_of_line(stream: BinaryIO) -> int:
    size = 0
    while piece := stream.readline(_CHUNK):
        size += len(piece)
        if piece.endswith(b"\n"):
            break
    return size


def _transcoded_lines(first: bytes, stream: BinaryIO) -> Iterator[tuple[int, bytes | int]]:
    with closing(_transcoded(first, stream)) as utf8:
        yield from _numbered(utf8.readline(RAW_LIMIT), utf8)


def _transcoded(first: bytes, stream: BinaryIO) -> BinaryIO:
    """A UTF-16 stream (what `>` writes in Windows PowerShell) as UTF-8 in a temporary file."""
    decoder = codecs.getincrementaldecoder("utf-16")("surrogatepass")
    copy = tempfile.TemporaryFile()  # noqa: SIM115 - the caller closes it
    chunk = first
    while chunk:
        copy.write(decoder.decode(chunk).encode("utf-8", "surrogatepass"))
        chunk = stream.read(_CHUNK)
    if decoder.getstate()[0]:
        copy.write(b"\xff")  # half a character is left over: the last line must count as broken
    copy.seek(0)
    return copy
