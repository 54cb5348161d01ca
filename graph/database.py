"""What this room asks of a database of quads, whether it lies on disk or behind an address.

``pyoxigraph.Store`` is one as it is; ``graph.remote`` has the other, which speaks to a server. A
database that reads over a network is told beforehand what will be read (``foresee``), so that a
document costs it a handful of requests and not one a node.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, runtime_checkable

import pyoxigraph as ox

Solutions = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples
Pattern = tuple[
    ox.NamedNode | None, ox.NamedNode | None, ox.NamedNode | ox.Literal | None, ox.NamedNode | None
]
"""Subject, predicate, object and graph, each a term or any."""


class Database(Protocol):
    """Quads that can be matched, queried and gone through."""

    def quads_for_pattern(
        self,
        subject: ox.NamedNode | ox.BlankNode | ox.Triple | None,
        predicate: ox.NamedNode | None,
        object: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None,  # noqa: A002
        graph_name: ox.NamedNode | ox.BlankNode | ox.DefaultGraph | None = None,
    ) -> Iterator[ox.Quad]:
        """Yield the quads that have these terms; ``None`` stands for any."""
        ...

    def query(self, query: str, *, prefixes: dict[str, str] | None = None) -> Solutions:
        """Answer a SPARQL query; ``prefixes`` need not be declared in it."""
        ...

    def __iter__(self) -> Iterator[ox.Quad]: ...

    def __len__(self) -> int: ...


@runtime_checkable
class Distant(Protocol):
    """A database each look into which takes a journey."""

    def foresee(self, nodes: Iterable[ox.NamedNode]) -> None:
        """Fetch at once what is said of these nodes, for the patterns that will ask for it."""
        ...

    def count(self, pattern: Pattern) -> int:
        """How many quads have these terms, counted there."""
        ...


def foresee(database: Database, nodes: Iterable[object]) -> None:
    """Say of which nodes the next patterns will be; other terms among them are passed over."""
    if isinstance(database, Distant):
        database.foresee(node for node in nodes if isinstance(node, ox.NamedNode))


def count(database: Database, pattern: Pattern) -> int:
    """How many quads have these terms."""
    if isinstance(database, Distant):
        return database.count(pattern)
    return sum(1 for _ in database.quads_for_pattern(*pattern))
