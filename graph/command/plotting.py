"""``conflictkg plot``: the graph as a picture."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extract.error import ConflictKGError
from graph.command import network, options
from graph.command.output import opened

if TYPE_CHECKING:
    import networkx as nx

    from graph.picture.svg import Drawing


class PlotError(ConflictKGError):
    """A picture that cannot be drawn as asked."""


class Picture(StrEnum):
    """Kinds of pictures."""

    NETWORK = "network"
    TIMELINE = "timeline"
    MAP = "map"


_VIEWS = {
    Picture.NETWORK: network.ViewName.ACTORS,
    Picture.TIMELINE: network.ViewName.EVENTS,
    Picture.MAP: network.ViewName.GEO,
}
"""The view of a picture when none is named; timeline and map have no other."""
_ENDINGS = (".svg", ".png", ".html")
_MOST = 3000  # nodes


def plot(
    store: options.StorePath,
    output: Annotated[
        Path,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help="File to write: .svg, .png or .html.",
            show_default=False,
        ),
    ],
    picture: Annotated[Picture, typer.Option("--as", help="What to draw.")] = Picture.NETWORK,
    view: Annotated[
        network.ViewName | None,
        typer.Option(
            "--view",
            help="Which network; actors if none is named. A timeline is of events, a map of geo.",
            show_default=False,
        ),
    ] = None,
    since: network.Since = None,
    until: network.Until = None,
    actor: network.Actor = None,
    place: network.Place = None,
    certainty: network.LeastCertainty = None,
    lang: network.LabelLang = network.LabelLanguage.EN,
) -> None:
    """Draw a network, a timeline or a map, as a picture or as a page to move about in.

    Example: conflictkg plot --store kg --view accusations --lang ar -o accusations.svg
    """  # fmt: skip
    if output.suffix.lower() not in _ENDINGS:
        raise PlotError(f"{output}: the file's ending says what to draw; use .svg, .png or .html")
    chosen = view or _VIEWS[picture]
    if picture is not Picture.NETWORK and chosen is not _VIEWS[picture]:
        raise PlotError(f"a {picture} shows the view {_VIEWS[picture]}; leave out --view {chosen}")
    wanted = network.selection(since, until, actor, place, certainty)
    graph = network.drawn(store, chosen, wanted, lang)
    if picture is Picture.NETWORK and graph.number_of_nodes() > _MOST:
        raise PlotError(
            f"{graph.number_of_nodes()} nodes are too many for a picture ({_MOST} at most); show "
            "less with --from, --to, --actor or --place, or use conflictkg export gexf"
        )
    data = _written(_drawing(picture, graph, lang), output.suffix.lower())
    with opened(output) as out:
        out.write(data)
    network.told(graph)


def _drawing(picture: Picture, graph: nx.MultiDiGraph[str], lang: network.LabelLanguage) -> Drawing:
    from graph.picture.map import map_
    from graph.picture.network import network as net
    from graph.picture.timeline import timeline

    draw = {Picture.NETWORK: net, Picture.TIMELINE: timeline, Picture.MAP: map_}[picture]
    return draw(graph, lang.value)


def _written(drawing: Drawing, ending: str) -> bytes:
    if ending == ".png":
        from graph.picture.raster import png

        return png(drawing)
    if ending == ".html":
        from graph.picture.page import page

        return page(drawing).encode()
    return drawing.svg().encode()
