"""Views of a store as networkx graphs, one module a view; every edge says what stands behind it.

>>> sorted(VIEWS)
['accusations', 'actors', 'claims', 'events', 'geo']
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import networkx as nx

from graph.views.accusations import accusations
from graph.views.actors import actors
from graph.views.claims import claims
from graph.views.events import events
from graph.views.geo import geo

if TYPE_CHECKING:
    from graph.store import Store

__all__ = ["VIEWS", "accusations", "actors", "claims", "events", "geo"]

VIEWS: Mapping[str, Callable[[Store], nx.MultiDiGraph[str]]] = {
    "events": events,
    "actors": actors,
    "accusations": accusations,
    "claims": claims,
    "geo": geo,
}
"""Every view by its name."""
