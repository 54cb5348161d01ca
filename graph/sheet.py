"""A network as two tables, nodes and edges, in an order that does not depend on how it was made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import networkx as nx

from graph.column import EDGE_OWN, LOOKS, Column, Fields, columns

NodeRow = tuple[str, Fields]
"""Name and fields of a node."""
EdgeRow = tuple[str, str, Fields]
"""Source, target and fields of an edge."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a file declares before its first node.

    Attributes:
        nodes: Columns of the nodes, without the fields that the format has a place of its own for.
        edges: Columns of the edges, likewise.
        dynamic: Whether anything has spells of time.
        description: What the file is.
    """

    nodes: Sequence[Column]
    edges: Sequence[Column]
    dynamic: bool
    description: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The two tables; nodes by name, edges by source, target and key."""

    nodes: Sequence[NodeRow]
    edges: Sequence[EdgeRow]

    def head(
        self,
        *,
        node_own: frozenset[str] = LOOKS,
        edge_own: frozenset[str] = EDGE_OWN,
        description: str = "",
    ) -> Head:
        """The columns of the tables, without those fields that a format holds elsewhere.

        Raises:
            graph.column.TableError: A column holds values of two types, or of none.
        """
        return Head(
            nodes=columns((f for _, f in self.nodes), own=node_own),
            edges=columns((f for *_, f in self.edges), own=edge_own),
            dynamic=_has_spells(f for _, f in self.nodes) or _has_spells(f for *_, f in self.edges),
            description=description,
        )


def sheet(graph: nx.MultiDiGraph[str]) -> Sheet:
    """The tables of a graph."""
    return Sheet(
        nodes=[(node, graph.nodes[node]) for node in sorted(graph)],
        edges=list(_edges(graph)),
    )


def _edges(graph: nx.MultiDiGraph[str]) -> Iterator[EdgeRow]:
    for source in sorted(graph):
        targets = graph.adj[source]
        for target in sorted(targets):
            parallel = targets[target]
            for key in sorted(parallel, key=str):
                yield source, target, parallel[key]


def _has_spells(rows: Iterable[Fields]) -> bool:
    return any(fields.get("spells") for fields in rows)
