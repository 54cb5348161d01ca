"""``conflictkg build``: articles into a store."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from extract.error import InputError
from graph.command import options
from graph.command.commands import INCOMPLETE
from graph.command.output import say
from graph.command.progress import counted
from graph.command.reading import extractor
from graph.validator import ValidatorKind, validator

if TYPE_CHECKING:
    from graph.spread import Spread
    from graph.spread.preparer import OwnRecipe


def build(
    inputs: options.Inputs,
    store: options.StorePath,
    published: options.Published = None,
    publisher: options.Publisher = None,
    lang: options.Lang = None,
    url: options.Url = None,
    reader: options.Reader = None,
    judge: options.Validator = ValidatorKind.QUICK,
    workers: Annotated[
        int,
        typer.Option(
            "--workers",
            metavar="N",
            min=1,
            help="Extract and validate in N processes of this machine.",
        ),
    ] = 1,
    dask: Annotated[
        str | None,
        typer.Option(
            "--dask",
            metavar="SCHEDULER",
            help="Extract and validate on the Dask cluster with this scheduler, such as "
            "tcp://127.0.0.1:8786; needs the extra dask.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Extract, validate and load articles. Safe to repeat: an article takes its own place again.

    Example: conflictkg build articles/ --store kg --workers 4

    Exit code 1 when an article was skipped or quarantined; the summary on standard error lists it
    with the reason. The start of the run is taken from SOURCE_DATE_EPOCH when that is set.
    """
    from extract.reading import read
    from graph.ahead import Ahead
    from graph.build import build as run
    from graph.spread.preparer import OwnRecipe
    from graph.store import Store

    if dask and workers > 1:
        raise typer.BadParameter("give --workers or --dask, not both")
    started = _start()
    defaults = options.metadata(published, publisher, lang, url)
    items = read(inputs, defaults=defaults, stdin=_stdin())
    with Store.open(store, create=True) as target, counted(inputs) as told:
        extract = extractor(reader)
        spread = _spread(OwnRecipe(extract.reader, judge), workers, dask)
        with Ahead(items) as ahead:
            summary = run(
                ahead if spread else items,
                target,
                extract=extract,
                started=started,
                progress=told,
                gate=None if spread else validator(judge),
                spread=spread,
            )
    say(summary.text().rstrip("\n"))
    if summary.skipped or summary.quarantined:
        raise typer.Exit(INCOMPLETE)


def _spread(recipe: OwnRecipe, workers: int, dask: str | None) -> Spread | None:
    """Where articles are prepared; none for this process."""
    if dask:
        from graph.spread.cluster import Cluster

        return Cluster(dask, recipe)
    if workers > 1:
        from graph.spread.processes import Processes

        return Processes(workers, recipe)
    return None


def _start() -> datetime:
    """Now, or the moment that SOURCE_DATE_EPOCH fixes for builds that must repeat byte by byte."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH")
    if fixed is None:
        return datetime.now(UTC).replace(microsecond=0)
    if not fixed.isascii() or not fixed.isdigit():
        raise InputError(f"SOURCE_DATE_EPOCH={fixed!r} is no number of seconds; mend or unset it")
    return datetime.fromtimestamp(int(fixed), UTC)


def _stdin() -> BinaryIO:
    """Standard input, through a door of its own.

    At the end Python closes ``sys.stdin``, and aborts when a thread is still waiting there.
    """
    try:
        return os.fdopen(os.dup(sys.stdin.fileno()), "rb")
    except OSError:  # it is no file, or closed
        return sys.stdin.buffer
