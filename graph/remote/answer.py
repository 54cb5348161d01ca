"""Answers of a server, read by the RDF library."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Final

import pyoxigraph as ox

from graph.database import Solutions
from graph.remote.connection import Reply
from graph.remote.dialect import JSON, XML
from graph.remote.error import RemoteError

TRIPLES: Final = "application/n-triples, text/turtle;q=0.8, application/rdf+xml;q=0.6"
_RESULTS: Final = {
    JSON: ox.QueryResultsFormat.JSON,
    "application/json": ox.QueryResultsFormat.JSON,
    XML: ox.QueryResultsFormat.XML,
    "application/xml": ox.QueryResultsFormat.XML,
}
_GRAPHS: Final = {
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "text/plain": ox.RdfFormat.N_TRIPLES,
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/x-turtle": ox.RdfFormat.TURTLE,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
}
_ASKED: Final = "__ASK_RETVAL"
_CUT: Final = ("x-sparql-maxrows", "x-sql-state")
"""Headers with which Virtuoso says that it gave only a part of the answer."""


def read(reply: Reply, where: str) -> Solutions:
    """Rows, a truth value, or triples, held in memory.

    Args:
        reply: What the server answered.
        where: Its address, for messages.

    Raises:
        RemoteError: It is not in a form of SPARQL's, cannot be read, or is not all of the answer.
    """
    with reply.body as body:
        refuse_cut(reply, where)
        try:
            if reply.kind in _RESULTS:
                return _asked(ox.parse_query_results(body.read(), _RESULTS[reply.kind]))
            if reply.kind in _GRAPHS:
                return _triples(body, _GRAPHS[reply.kind])
        except (SyntaxError, ValueError) as error:
            raise _unreadable(where, error) from error
    raise _none(reply, where)


def rows(reply: Reply, where: str) -> Iterator[ox.QuerySolution]:
    """The rows of an answer one after the other, however many there are.

    Raises:
        RemoteError: It is no table, cannot be read, or is not all of the answer.
    """
    with reply.body as body:
        refuse_cut(reply, where)
        if reply.kind not in _RESULTS:
            raise _none(reply, where)
        try:
            found = ox.parse_query_results(body, _RESULTS[reply.kind])
            if not isinstance(found, ox.QuerySolutions):
                raise _none(reply, where)
            yield from found
        except (SyntaxError, ValueError) as error:
            raise _unreadable(where, error) from error


def refuse_cut(reply: Reply, where: str) -> None:
    """Refuse an answer of which the server kept something back.

    Raises:
        RemoteError: It did.
    """
    if any(name in reply.headers for name in _CUT):
        raise RemoteError(
            f"{where}: the server gave only a part of the answer; raise its limits (Virtuoso: "
            "ResultSetMaxRows and MaxQueryExecutionTime in the section SPARQL of virtuoso.ini)"
        )


def _asked(found: ox.QuerySolutions | ox.QueryBoolean) -> Solutions:
    """The answer; where Virtuoso makes a table of a truth value, the truth value."""
    if not isinstance(found, ox.QuerySolutions):
        return found
    if [variable.value for variable in found.variables] != [_ASKED]:
        return found
    numbers = [row[_ASKED] for row in found]
    is_so = any(isinstance(number, ox.Literal) and number.value != "0" for number in numbers)
    return ox.Store().query("ASK { }" if is_so else "ASK { FILTER(false) }")


def _none(reply: Reply, where: str) -> RemoteError:
    kind = reply.kind or "something of no known kind"
    return RemoteError(
        f"{where}: what came is no answer to SPARQL but {kind}; is this the address for queries?"
    )


def _unreadable(where: str, error: Exception) -> RemoteError:
    reason = " ".join(str(error).split())[:120]
    return RemoteError(
        f"{where}: the answer cannot be read ({reason}); is this the address of a SPARQL server?"
    )


def _triples(body: IO[bytes], form: ox.RdfFormat) -> ox.QueryTriples:
    """Triples as a query gives them: only the engine can make that kind of answer."""
    memory = ox.Store()
    memory.bulk_load(body, form)
    answer = memory.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
    assert isinstance(answer, ox.QueryTriples)
    return answer
