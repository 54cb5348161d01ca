"""Options and steps that the commands which write or draw a network share."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from graph.command import options
from graph.command.output import say

if TYPE_CHECKING:
    import networkx as nx

    from graph.views import Selection


class ViewName(StrEnum):
    """Network views."""

    EVENTS = "events"
    ACTORS = "actors"
    ACCUSATIONS = "accusations"
    CLAIMS = "claims"
    GEO = "geo"


class Certainty(StrEnum):
    """Certainties of speakers, the surest first."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNSTATED = "unstated"


class LabelLanguage(StrEnum):
    """Language of labels."""

    AR = "ar"
    EN = "en"
    BOTH = "both"


View = Annotated[ViewName, typer.Option("--view", help="Which network.")]
Since = Annotated[
    date | None,
    typer.Option(
        "--from",
        metavar="DATE",
        parser=options.day,
        help="Only events that may have been on this day or later.",
        show_default=False,
    ),
]
Until = Annotated[
    date | None,
    typer.Option(
        "--to",
        metavar="DATE",
        parser=options.day,
        help="Only events that may have been on this day or earlier.",
        show_default=False,
    ),
]
Actor = Annotated[
    str | None,
    typer.Option(
        "--actor",
        metavar="NAME",
        help="Only events with this party: its name, words of it, or its IRI.",
        show_default=False,
    ),
]
Place = Annotated[
    str | None,
    typer.Option(
        "--place",
        metavar="NAME",
        help="Only events at, against or from this place: its name, words of it, or its IRI.",
        show_default=False,
    ),
]
LeastCertainty = Annotated[
    Certainty | None,
    typer.Option(
        "--certainty", help="Only claims whose speakers are at least so sure.", show_default=False
    ),
]
LabelLang = Annotated[
    LabelLanguage,
    typer.Option("--lang", help="Language of labels: ar, en (the other where one lacks), or both."),
]


def selection(
    since: date | None,
    until: date | None,
    actor: str | None,
    place: str | None,
    certainty: Certainty | None,
) -> Selection:
    """What the options ask for.

    Raises:
        graph.views.SelectionError: They cannot be meant.
    """
    from graph.views import Selection

    return Selection(since, until, actor, place, certainty.value if certainty else None)


def drawn(
    path: str, view: ViewName, wanted: Selection, lang: LabelLanguage
) -> nx.MultiDiGraph[str]:
    """The view of a store, measured, labelled and with looks; what it leaves out is told.

    Raises:
        graph.error.StoreError: There is no such store.
        graph.views.SelectionError: The selection names what the store does not have.
    """
    from graph.store import Store
    from graph.views import VIEWS, finished
    from graph.views.scope import Scope

    with Store.open(path, read_only=True) as source:
        graph = VIEWS[view](source, wanted)
        undated = Scope(source, wanted).undated if wanted.since or wanted.until else 0
    if undated:
        say(f"left out, because nobody dates them: {undated} events")
    return finished(graph, lang.value)


def told(graph: nx.MultiDiGraph[str]) -> None:
    """Say how large the network is."""
    say(f"{graph.number_of_nodes()} nodes, {graph.number_of_edges()} edges")
