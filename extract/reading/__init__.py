"""Reading: files, folders and standard input into documents, one article at a time.

Kinds of input: ``.jsonl``/``.ndjson`` (an article a line), ``.json`` (one article), ``.txt`` and
``.html``/``.htm`` (one article; a ``.json`` of the same name beside it is its sidecar and tells its
origin), folders (all of these below it, in the order of names, hidden files left out), ``-`` (JSON
lines on standard input). An article's data has ``text`` and, if known, ``id url publisher published
lang title``; other keys are left alone, with one logged warning a run for each of them. A sidecar
goes before what a page says of itself, and both before the defaults.

The text is kept to the letter: no normalisation, no stripping, no translation of line ends. Of a
page it is the main text that was found in it, and offsets count in that.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from extract.document import Document
from extract.error import InputError, Skipped
from extract.reading.article import ArticleReader
from extract.reading.file import read_file
from extract.reading.json_lines import read_lines
from extract.reading.language import stated_language
from extract.reading.metadata import Metadata
from extract.reading.origin import is_address
from extract.reading.place import STDIN, Place, all_places, check_inputs
from extract.reading.size import RAW_LIMIT, TEXT_LIMIT
from extract.reading.unreadable import Unreadable, quoted

__all__ = ["RAW_LIMIT", "TEXT_LIMIT", "Metadata", "read"]


def read(
    inputs: Sequence[str], *, defaults: Metadata, stdin: BinaryIO | None = None
) -> Iterator[Document | Skipped]:
    """Read every article of the inputs, in their order; a file named twice is read once.

    The inputs and defaults are checked at the call, the articles are read as they are asked for.

    Args:
        inputs: Paths of files and folders, or ``-``.
        defaults: What holds for articles that do not say it themselves.
        stdin: Where ``-`` reads from; the process's standard input when it is not given.

    Returns:
        The documents, and in their places the articles and files that cannot be read.

    Raises:
        InputError: An input does not exist, or a default cannot be used.
    """
    check_inputs(inputs)
    _check_defaults(defaults)
    return _articles(inputs, ArticleReader(defaults), stdin)


def _articles(
    inputs: Sequence[str], articles: ArticleReader, stdin: BinaryIO | None
) -> Iterator[Document | Skipped]:
    for place in all_places(inputs):
        if place == STDIN:
            yield from read_lines(stdin or sys.stdin.buffer, "stdin", articles)
        elif isinstance(place, Place):
            yield from read_file(place, articles)
        elif isinstance(place, Skipped):
            yield place


def _check_defaults(defaults: Metadata) -> None:
    if defaults.lang is not None:
        try:
            stated_language(defaults.lang)
        except Unreadable:
            raise InputError(
                f"--lang {quoted(defaults.lang)}: only ar and en can be read: give one of them"
            ) from None
    if defaults.url is not None and not is_address(defaults.url):
        raise InputError(
            f"--url {quoted(defaults.url)}: give the full address without blanks (https://…)"
        )
