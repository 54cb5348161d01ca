"""``conflictkg export``: the graph as a file for other programs."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extract.error import ConflictKGError
from graph.command import options
from graph.command.output import opened, say

if TYPE_CHECKING:
    from graph.store import Store

export = typer.Typer(
    help="Write the graph for other programs: gexf, trig, nquads or turtle.\n\n"
    "Example: conflictkg export gexf --store kg -o events.gexf",
    no_args_is_help=True,
    rich_markup_mode=None,
)

_BLAME = (
    "PREFIX cev: <https://w3id.org/conflict-event/ns#> ASK { GRAPH ?g { ?e cev:perpetrator ?a } }"
)


class ExportError(ConflictKGError):
    """The store cannot be written in this format without saying what it does not say."""


class View(StrEnum):
    """Network views."""

    EVENTS = "events"
    ACTORS = "actors"
    ACCUSATIONS = "accusations"
    CLAIMS = "claims"
    GEO = "geo"


@export.command()
def gexf(
    store: options.StorePath,
    output: options.Output = None,
    view: Annotated[View, typer.Option("--view", help="Which network to write.")] = View.EVENTS,
) -> None:
    """Write a network view for Gephi, as GEXF 1.3 with colours, dates and evidence.

    Example: conflictkg export gexf --store kg -o events.gexf
    """
    from graph.gexf import write
    from graph.store import Store
    from graph.views import VIEWS
    from graph.views.style import dressed

    with Store.open(store, read_only=True) as source:
        graph = VIEWS[view](source)
    with opened(output) as out:
        write(dressed(graph), out, description=f"conflictkg, view {view}")
    say(f"{graph.number_of_nodes()} nodes, {graph.number_of_edges()} edges")


@export.command()
def trig(store: options.StorePath, output: options.Output = None) -> None:
    """Write everything, with its named graphs, as TriG.

    Example: conflictkg export trig --store kg -o kg.trig
    """
    _dump(store, "trig", output)


@export.command()
def nquads(store: options.StorePath, output: options.Output = None) -> None:
    """Write everything, with its named graphs, as N-Quads.

    Example: conflictkg export nquads --store kg | gzip > kg.nq.gz
    """
    _dump(store, "nquads", output)


@export.command()
def turtle(store: options.StorePath, output: options.Output = None) -> None:
    """Write all triples as Turtle, which has no named graphs.

    Example: conflictkg export turtle --store kg -o kg.ttl

    Refused when the store has derived graphs: without their names, direct blame that a policy
    derived would look like a statement of the sources.
    """
    _dump(store, "turtle", output)


def _dump(path: Path, form: str, output: Path | None) -> None:
    from graph.store import Store

    with Store.open(path, read_only=True) as source:
        if form == "turtle" and _blames(source):
            raise ExportError(
                f"{path}: turtle cannot keep derived blame apart from claims; use trig or nquads"
            )
        data = source.export(form)
    with opened(output) as out:
        out.write(data)


def _blames(store: Store) -> bool:
    return bool(store.query(_BLAME))
