"""Whether a node is described."""

from __future__ import annotations

import pyoxigraph as ox

from graph.database import Database
from graph.vocabulary import V


def is_described(
    database: Database,
    node: object,
    graph: ox.NamedNode | None = None,
    kind: ox.NamedNode | None = None,
) -> bool:
    """Whether a graph, or any if none is given, says of a node what it is.

    Args:
        database: Where to look.
        node: The node; a literal or a blank node is never described.
        graph: The graph.
        kind: The class that it is to be of; any if not given.
    """
    if not isinstance(node, ox.NamedNode):
        return False
    return next(iter(database.quads_for_pattern(node, V.type, kind, graph)), None) is not None
