"""``conflictkg build``: articles into a store."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime

import typer

from extract.error import InputError
from graph.command import options
from graph.command.commands import INCOMPLETE
from graph.command.output import say
from graph.command.progress import progress
from graph.command.reading import extractor


def build(
    inputs: options.Inputs,
    store: options.StorePath,
    published: options.Published = None,
    publisher: options.Publisher = None,
    lang: options.Lang = None,
    url: options.Url = None,
    reader: options.Reader = None,
) -> None:
    """Extract, validate and load articles. Safe to repeat: an article takes its own place again.

    Example: conflictkg build articles/ --store kg

    Exit code 1 when an article was skipped or quarantined; the summary on standard error lists it
    with the reason. The start of the run is taken from SOURCE_DATE_EPOCH when that is set.
    """
    from extract.reading import read
    from graph.build import build as run
    from graph.store import Store

    defaults = options.metadata(published, publisher, lang, url)
    items = read(inputs, defaults=defaults, stdin=sys.stdin.buffer)
    with Store.open(store, create=True) as target, progress() as told:
        summary = run(items, target, extract=extractor(reader), started=_start(), progress=told)
    say(summary.text().rstrip("\n"))
    if summary.skipped or summary.quarantined:
        raise typer.Exit(INCOMPLETE)


def _start() -> datetime:
    """Now, or the moment that SOURCE_DATE_EPOCH fixes for builds that must repeat byte by byte."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH")
    if fixed is None:
        return datetime.now(UTC).replace(microsecond=0)
    if not fixed.isascii() or not fixed.isdigit():
        raise InputError(f"SOURCE_DATE_EPOCH={fixed!r} is no number of seconds; mend or unset it")
    return datetime.fromtimestamp(int(fixed), UTC)
