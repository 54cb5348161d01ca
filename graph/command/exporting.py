"""``conflictkg export``: the graph as a file for other programs."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO, Protocol

import typer

from extract.error import ConflictKGError
from graph.command import network, options
from graph.command.output import opened

if TYPE_CHECKING:
    import networkx as nx

    from graph.store import Store
    from graph.views import Selection

export = typer.Typer(
    help="Write the graph for other programs: gexf, graphml, csv, trig, nquads or turtle.\n\n"
    "Example: conflictkg export gexf --store kg -o events.gexf",
    no_args_is_help=True,
    rich_markup_mode=None,
)

_BLAME = (
    "PREFIX cev: <https://w3id.org/conflict-event/ns#> ASK { GRAPH ?g { ?e cev:perpetrator ?a } }"
)


_SUMS = frozenset({network.ViewName.ACTORS, network.ViewName.ACCUSATIONS})


class ExportError(ConflictKGError):
    """The store cannot be written in this format without saying what it does not say."""


class Table(StrEnum):
    """The two tables of a network."""

    NODES = "nodes"
    EDGES = "edges"


@export.command()
def gexf(
    store: options.StorePath,
    output: options.Output = None,
    view: network.View = network.ViewName.EVENTS,
    since: network.Since = None,
    until: network.Until = None,
    actor: network.Actor = None,
    place: network.Place = None,
    certainty: network.LeastCertainty = None,
    lang: network.LabelLang = network.LabelLanguage.EN,
    stream: Annotated[
        bool,
        typer.Option(
            "--stream",
            help="Write the whole view (events, geo or claims) as it is read, for graphs larger "
            "than memory: without measures and layout.",
        ),
    ] = False,
) -> None:
    """Write a network view for Gephi, as GEXF 1.3 with colours, dates and evidence.

    Example: conflictkg export gexf --store kg --view actors --place Iraq -o actors.gexf
    """
    from graph.gexf import write

    wanted = network.selection(since, until, actor, place, certainty)
    if stream:
        _stream(store, output, view, wanted, lang)
        return
    _draw(write, store, output, view, wanted, lang)


@export.command()
def graphml(
    store: options.StorePath,
    output: options.Output = None,
    view: network.View = network.ViewName.EVENTS,
    since: network.Since = None,
    until: network.Until = None,
    actor: network.Actor = None,
    place: network.Place = None,
    certainty: network.LeastCertainty = None,
    lang: network.LabelLang = network.LabelLanguage.EN,
) -> None:
    """Write a network view for yEd, Cytoscape and others, as GraphML.

    Example: conflictkg export graphml --store kg --view accusations -o accusations.graphml
    """
    from graph.graphml import write

    wanted = network.selection(since, until, actor, place, certainty)
    _draw(write, store, output, view, wanted, lang)


@export.command()
def csv(
    store: options.StorePath,
    output: options.Output = None,
    view: network.View = network.ViewName.EVENTS,
    table: Annotated[Table, typer.Option("--table", help="Which of the two tables.")] = Table.EDGES,
    since: network.Since = None,
    until: network.Until = None,
    actor: network.Actor = None,
    place: network.Place = None,
    certainty: network.LeastCertainty = None,
    lang: network.LabelLang = network.LabelLanguage.EN,
) -> None:
    """Write the nodes or the edges of a network view as a table.

    Example: conflictkg export csv --store kg --view actors --table nodes -o nodes.csv

    A text that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    from graph.sheetcsv import write_edges, write_nodes

    wanted = network.selection(since, until, actor, place, certainty)
    graph = network.drawn(store, view, wanted, lang)
    with opened(output) as out:
        (write_nodes if table is Table.NODES else write_edges)(graph, out)
    network.told(graph)


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


class _Writer(Protocol):
    """Writes a network in one format."""

    def __call__(
        self, graph: nx.MultiDiGraph[str], out: BinaryIO, *, description: str = ""
    ) -> None: ...


def _draw(
    write: _Writer,
    path: str,
    output: Path | None,
    view: network.ViewName,
    wanted: Selection,
    lang: network.LabelLanguage,
) -> None:
    graph = network.drawn(path, view, wanted, lang)
    with opened(output) as out:
        write(graph, out, description=f"conflictkg, view {view}")
    network.told(graph)


def _stream(
    path: str,
    output: Path | None,
    view: network.ViewName,
    wanted: Selection,
    lang: network.LabelLanguage,
) -> None:
    from graph.gexf import write_stream
    from graph.store import Store
    from graph.views.eventstream import EventStream, head
    from graph.views.stream import HEAD, ClaimStream

    if view in _SUMS:
        raise ExportError(
            f"--stream cannot write {view}: each edge is a sum over all events; leave it out, or "
            "use --view events, geo or claims"
        )
    if not wanted.is_everything:
        raise ExportError(
            "--stream writes a whole view; leave out --from, --to, --actor, --place, --certainty"
        )
    with (
        Store.open(path, read_only=True) as source,
        source.nearby() as near,
        opened(output) as out,
    ):
        if view is network.ViewName.CLAIMS:
            claims = ClaimStream(near, lang.value)
            write_stream(HEAD, claims.nodes(), claims.edges(), out)
        else:
            on_map = view is network.ViewName.GEO
            events = EventStream(near, lang.value, on_map=on_map)
            write_stream(head(view), events.nodes(), events.edges(), out)


def _dump(path: str, form: str, output: Path | None) -> None:
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
