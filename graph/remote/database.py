"""Quads behind an address: matched, counted and changed by SPARQL.

Only the graphs of this project are seen, whatever else the server holds. What is said of a node is
fetched once and kept, so that the many small looks of a build cost few requests; what a change
touches is forgotten. Nobody else changes the graphs meanwhile: who writes holds the lease.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

import pyoxigraph as ox

from graph.change import Change, data
from graph.database import Pattern, Solutions
from graph.error import QueryError
from graph.prologue import declared, first_word
from graph.remote import answer
from graph.remote.connection import Connection
from graph.remote.dialect import STANDARD, Dialect, of
from graph.remote.error import RefusedError, RemoteError
from graph.vocabulary import V
from ontology import graphs

_AT_ONCE: Final = 300
"""Nodes asked for in one request: some 20 kB of IRIs, which every server takes."""
_KEPT: Final = 400_000
"""Quads kept at most, some 200 MB; then all are forgotten."""
_OURS: Final = f'FILTER(STRSTARTS(STR(?g), "{graphs.BASE}"))'
_TRIPLES: Final = frozenset({"CONSTRUCT", "DESCRIBE"})

Node = ox.NamedNode | ox.BlankNode | ox.Triple
Term = Node | ox.Literal
Graph = ox.NamedNode | ox.BlankNode | ox.DefaultGraph


class RemoteDatabase:
    """The quads of this project on a server."""

    def __init__(self, connection: Connection) -> None:
        """Use an open connection; nothing is sent before something is asked."""
        self._connection = connection
        self._dialect: Dialect | None = None
        self._said: dict[ox.NamedNode, list[ox.Quad]] = {}
        self._size = 0

    def quads_for_pattern(
        self,
        subject: Node | None,
        predicate: ox.NamedNode | None,
        object: Term | None,  # noqa: A002 - as pyoxigraph names it
        graph_name: Graph | None = None,
    ) -> Iterator[ox.Quad]:
        """Yield the quads that have these terms; ``None`` stands for any.

        Raises:
            RemoteError: The server gives no answer.
        """
        if isinstance(subject, ox.NamedNode):
            if subject not in self._said:
                self.foresee([subject])
            for quad in self._said[subject]:
                if (
                    (predicate is None or quad.predicate == predicate)
                    and (object is None or quad.object == object)
                    and (graph_name is None or quad.graph_name == graph_name)
                ):
                    yield quad
        else:
            pattern = (subject, predicate, object, graph_name)
            yield from self._select(f"SELECT ?s ?p ?o ?g WHERE {{ {self._where(*pattern)} }}")

    def query(self, query: str, *, prefixes: dict[str, str] | None = None) -> Solutions:
        """Answer a query as the server does.

        Raises:
            QueryError: The server says that it is none.
            RemoteError: The server gives no answer.
        """
        text = self.dialect.asked(declared(query, prefixes or {}))
        where = self._connection.address.query
        wanted = answer.TRIPLES if first_word(text) in _TRIPLES else self.dialect.results
        try:
            return answer.read(self._connection.ask(text, wanted), where)
        except RefusedError as error:
            raise QueryError(str(error)) from error

    def __iter__(self) -> Iterator[ox.Quad]:
        return self.quads_for_pattern(None, None, None, None)

    def __len__(self) -> int:
        return self.count((None, None, None, None))

    def count(self, pattern: Pattern) -> int:
        """How many quads have these terms."""
        text = f"SELECT (COUNT(*) AS ?n) WHERE {{ {self._where(*pattern)} }}"
        (row,) = self._rows(text)
        value = row["n"]
        assert isinstance(value, ox.Literal)
        return int(value.value)

    def foresee(self, nodes: Iterable[ox.NamedNode]) -> None:
        """Fetch and keep what is said of these nodes."""
        wanted = iter(sorted({n for n in nodes if n not in self._said}, key=lambda n: n.value))
        while some := list(islice(wanted, _AT_ONCE)):
            if self._size > _KEPT:
                self._forget_all()
            found: dict[ox.NamedNode, list[ox.Quad]] = {node: [] for node in some}
            values = " ".join(str(node) for node in some)
            text = f"SELECT ?s ?p ?o ?g WHERE {{ VALUES ?s {{ {values} }} {self._where()} }}"
            for quad in self._select(text):
                assert isinstance(quad.subject, ox.NamedNode)
                found[quad.subject].append(quad)
            self._said |= found
            self._size += sum(map(len, found.values()))

    def change(self, change: Change) -> None:
        """Delete and insert quads, in one request where the server takes one of that size.

        The mark of a whole document, its digest, goes first and comes last: where a server does
        not make a request one transaction, a document that was cut off has none, and the next
        build replaces it.

        Raises:
            RemoteError: Nobody knows whether it was done.
        """
        steps = self._steps(change)
        for quad in (*change.delete, *change.insert):
            if isinstance(quad.subject, ox.NamedNode):
                self._size -= len(self._said.pop(quad.subject, ()))
        for request in _requests(steps, self.dialect.most):
            self._connection.change(request)

    def update(self, text: str) -> None:
        """Send an update of our own, which must be one that can be done twice without harm."""
        self._connection.change(text)

    def rows(self, text: str) -> list[ox.QuerySolution]:
        """The rows of a SELECT query over all graphs, not only those of documents."""
        return list(self._rows(text))

    @property
    def dialect(self) -> Dialect:
        """How to speak to this server; the first time, it is asked who it is."""
        if self._dialect is None:
            reply = self._connection.ask("ASK { }", STANDARD.results)
            self._dialect = of(reply.headers)
            where = self._connection.address.query
            if not isinstance(answer.read(reply, where), ox.QueryBoolean):
                raise RemoteError(f"{where}: does not answer as a SPARQL server; check the address")
        return self._dialect

    def _steps(self, change: Change) -> list[tuple[str, list[ox.Quad]]]:
        steps = []
        for verb, quads, is_first in (
            ("DELETE DATA", change.delete, True),
            ("INSERT DATA", change.insert, False),
        ):
            written = [self._written(quad) for quad in quads]
            marks = [quad for quad in written if quad.predicate == V.digest]
            others = [quad for quad in written if quad.predicate != V.digest]
            pair = [marks, others] if is_first else [others, marks]
            steps += [(verb, part) for each in pair for part in _by_graph(each)]
        return steps

    def _forget_all(self) -> None:
        self._said.clear()
        self._size = 0

    def _where(
        self,
        subject: Node | None = None,
        predicate: ox.NamedNode | None = None,
        object: Term | None = None,  # noqa: A002
        graph_name: Graph | None = None,
    ) -> str:
        """The pattern in SPARQL; given terms are written into it and bound to variables as well."""
        terms = {"s": subject, "p": predicate, "o": object, "g": graph_name}
        slots = {}
        binds = []
        for name, term in terms.items():
            if term is None:
                slots[name] = f"?{name}"
                continue
            if isinstance(term, ox.NamedNode | ox.Literal):
                term = self.dialect.written(term)
            slots[name] = str(term)
            binds.append(f"BIND({term} AS ?{name})")
        filters = [] if graph_name is not None else [_OURS]
        graph = f"GRAPH {slots['g']} {{ {slots['s']} {slots['p']} {slots['o']} }}"
        return " ".join([graph, *filters, *binds])

    def _select(self, text: str) -> Iterator[ox.Quad]:
        for row in self._rows(text):
            yield self._quad(row)

    def _rows(self, text: str) -> Iterator[ox.QuerySolution]:
        reply = self._connection.ask(text, self.dialect.results)
        yield from answer.rows(reply, self._connection.address.query)

    def _quad(self, row: ox.QuerySolution) -> ox.Quad:
        subject, predicate, value, graph = row["s"], row["p"], row["o"], row["g"]
        assert isinstance(subject, ox.NamedNode | ox.BlankNode)
        assert isinstance(predicate, ox.NamedNode)
        assert isinstance(value, ox.NamedNode | ox.BlankNode | ox.Literal)
        assert isinstance(graph, ox.NamedNode)
        if not isinstance(value, ox.BlankNode):
            value = self.dialect.read(value)
        return ox.Quad(subject, predicate, value, graph)

    def _written(self, quad: ox.Quad) -> ox.Quad:
        if not isinstance(quad.object, ox.NamedNode | ox.Literal):
            raise RemoteError(
                f"{self._connection.address.name}: a blank node cannot be written twice without "
                f"harm: {quad}"
            )
        value = self.dialect.written(quad.object)
        return ox.Quad(quad.subject, quad.predicate, value, quad.graph_name)


def _by_graph(quads: list[ox.Quad]) -> list[list[ox.Quad]]:
    """The quads of each graph for themselves.

    Of a ``DELETE DATA`` over several graphs Virtuoso 7.2 keeps every literal that has a language.
    """
    found: dict[str, list[ox.Quad]] = {}
    for quad in quads:
        found.setdefault(str(quad.graph_name), []).append(quad)
    return list(found.values())


def _requests(steps: list[tuple[str, list[ox.Quad]]], most: int | None) -> Iterator[str]:
    """The updates to send one after the other: one, or as many as keep to the limit."""
    operations: list[str] = []
    room = most
    for verb, quads in steps:
        rest = quads
        while rest:
            if room == 0:
                yield " ;\n".join(operations)
                operations, room = [], most
            part, rest = (rest, []) if room is None else (rest[:room], rest[room:])
            operations.append(f"{verb} {{\n{data(part)}}}")
            room = None if room is None else room - len(part)
    if operations:
        yield " ;\n".join(operations)
