"""Views of a store as networkx graphs, one module a view; every edge says what stands behind it.

For use in a program or a notebook::

    from pathlib import Path
    from graph.store import Store
    from graph.views import Selection, actors, finished

    with Store.open(Path("kg"), read_only=True) as store:
        graph = actors(store, Selection(place="Iraq", certainty="probable"))
    finished(graph, "both")  # with measures, labels in both languages, colours, places

>>> sorted(VIEWS)
['accusations', 'actors', 'claims', 'events', 'geo']
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

import networkx as nx

from graph.views.accusations import accusations
from graph.views.actors import actors
from graph.views.claims import claims
from graph.views.events import events
from graph.views.finish import finished
from graph.views.geo import geo
from graph.views.selection import EVERYTHING, Selection, SelectionError

if TYPE_CHECKING:
    from graph.store import Store

__all__ = [
    "EVERYTHING",
    "VIEWS",
    "Selection",
    "SelectionError",
    "View",
    "accusations",
    "actors",
    "claims",
    "events",
    "finished",
    "geo",
]


class View(Protocol):
    """A view: from a store and a selection to a graph."""

    def __call__(self, store: Store, selection: Selection = EVERYTHING) -> nx.MultiDiGraph[str]:
        """Draw the graph."""
        ...


VIEWS: Mapping[str, View] = {
    "events": events,
    "actors": actors,
    "accusations": accusations,
    "claims": claims,
    "geo": geo,
}
"""Every view by its name."""
