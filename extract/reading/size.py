"""How much one article may hold."""

from __future__ import annotations

from typing import BinaryIO

from extract.reading.unreadable import Unreadable

TEXT_LIMIT = 5_000_000
"""Bytes of UTF-8 that the text of one article may have: some 400,000 words of Arabic."""

RAW_LIMIT = 4 * TEXT_LIMIT
"""Bytes read for one article: a JSON string of escapes takes three times the room of its text,
and a page has its markup."""


def too_large(size: int, limit: int) -> Unreadable:
    """The refusal of an article of ``size`` bytes (of text or of file) over the limit."""
    return Unreadable(
        f"{_megabytes(size)} in one article, {_megabytes(limit)} is the most:"
        " split it into its articles"
    )


def check_text(text: str) -> None:
    """Refuse a text over ``TEXT_LIMIT``.

    Raises:
        Unreadable: It is too large.
    """
    if len(text) * 4 <= TEXT_LIMIT:
        return
    size = len(text.encode("utf-8", "surrogatepass"))
    if size > TEXT_LIMIT:
        raise too_large(size, TEXT_LIMIT)


def read_whole(stream: BinaryIO) -> bytes:
    """All bytes of one article's file; of a file over ``RAW_LIMIT`` only the size is learnt.

    Raises:
        Unreadable: It is too large.
    """
    raw = stream.read(RAW_LIMIT + 1)
    if len(raw) > RAW_LIMIT:
        size = len(raw)
        while chunk := stream.read(1 << 20):
            size += len(chunk)
        raise too_large(size, RAW_LIMIT)
    return raw


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.4g} MB"
