"""``conflictkg extract``: articles into records."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from extract.error import ConflictKGError, InputError, Skipped
from graph.command import options
from graph.command.commands import INCOMPLETE
from graph.command.output import opened, say, to_terminal
from graph.command.progress import progress
from graph.command.reading import extractor

if TYPE_CHECKING:
    from collections.abc import Callable

    from extract.document import Document
    from extract.record import Record


def extract(
    inputs: options.Inputs,
    output: options.Output = None,
    published: options.Published = None,
    publisher: options.Publisher = None,
    lang: options.Lang = None,
    url: options.Url = None,
    reader: options.Reader = None,
    trace: Annotated[
        bool,
        typer.Option(
            "--trace", help="Show on standard error which rule found each fact, in which words."
        ),
    ] = False,
) -> None:
    """Read articles and write one record an article, as JSON lines.

    Example: conflictkg extract article.txt --published 2021-06-30 --publisher "Outlet" -o out.jsonl

    Exit code 1 when an article was skipped; the reasons are listed on standard error.
    """
    from extract.reading import read

    defaults = options.metadata(published, publisher, lang, url)
    reads = extractor(reader)
    skipped: list[Skipped] = []
    with opened(output) as out, progress(wanted=not to_terminal(output)) as told:
        items = read(inputs, defaults=defaults, stdin=sys.stdin.buffer)
        for number, item in enumerate(items, start=1):
            told(number, item.source)
            record = item if isinstance(item, Skipped) else _record(reads, item)
            if isinstance(record, Skipped):
                skipped.append(record)
                continue
            out.write(record.model_dump_json().encode() + b"\n")
            _tell(record, trace)
    if skipped:
        say(f"skipped {len(skipped)}:")
        for each in skipped:
            say(f"  {each}")
        raise typer.Exit(INCOMPLETE)


def _record(extractor: Callable[[Document], Record], document: Document) -> Record | Skipped:
    """The record of an article, or why it has none; other articles go on."""
    try:
        return extractor(document)
    except InputError:
        raise
    except ConflictKGError as error:
        return Skipped(document.source, document.id, str(error))


def _tell(record: Record, trace: bool) -> None:
    from graph.command.trace import lines

    for warning in record.warnings:
        say(f"warning: {record.id}: {warning}")
    if trace:
        for line in lines(record):
            say(line)
