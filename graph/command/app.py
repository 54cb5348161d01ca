"""The application: every command under its name."""

from __future__ import annotations

from typing import Annotated

import typer

from graph.command.building import build
from graph.command.checking import check
from graph.command.commands import Commands
from graph.command.deriving import derive
from graph.command.dumping import dump, restore
from graph.command.explaining import explain
from graph.command.exporting import export
from graph.command.extraction import extract
from graph.command.plotting import plot
from graph.command.quarantine import quarantine
from graph.command.querying import query
from graph.command.unlocking import unlock
from graph.command.upkeep import compact, info, retract
from graph.command.validation import validate

app = typer.Typer(
    name="conflictkg",
    cls=Commands,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        print(f"conflictkg {version('conflictkg')}")
        raise typer.Exit


@app.callback()
def conflictkg(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_version, is_eager=True, help="Show the version and stop."
        ),
    ] = False,
) -> None:
    """Who says what about which attack, how surely, in which words: news into a knowledge graph.

    Start with: conflictkg build articles/ --store kg && conflictkg query --store kg --list

    Exit codes: 0 done; 1 finished, but something was skipped, quarantined or invalid; 2 stopped.
    """
    del version


for command in (extract, build, validate, query, explain, derive, plot, retract, info, unlock):
    app.command()(command)
app.command()(check)
app.command()(compact)
app.command()(dump)
app.command()(restore)
app.add_typer(export, name="export")
app.add_typer(quarantine, name="quarantine")
