"""Answers of a server, read by the RDF library."""

from __future__ import annotations

from collections.abc import Callable
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
_CUT: Final = ("x-sparql-maxrows", "x-sql-state")
"""Headers with which Virtuoso says that it gave only a part of the answer."""


def read(reply: Reply, where: str) -> Solutions:
    """Rows, a truth value, or triples.

    Args:
        reply: What the server answered.
        where: Its address, for messages.

    Raises:
        RemoteError: It is not in a form of SPARQL's, cannot be read, or is not all of the answer.
    """
    refuse_cut(reply, where)
    if reply.kind in _RESULTS:
        form = _RESULTS[reply.kind]
        return _parsed(lambda: ox.parse_query_results(reply.body, form), where)
    if reply.kind in _GRAPHS:
        return _parsed(lambda: _triples(reply.body, _GRAPHS[reply.kind]), where)
    raise RemoteError(
        f"{where}: what came is no answer to SPARQL but «{reply.kind or 'of no known kind'}»; is "
        "this the address for queries?"
    )


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


def unreadable(where: str, error: Exception) -> RemoteError:
    """What to say of an answer that breaks off or breaks the rules of its form."""
    reason = " ".join(str(error).split())[:120]
    return RemoteError(
        f"{where}: the answer cannot be read ({reason}); is this the address of a SPARQL server?"
    )


def _parsed(parse: Callable[[], Solutions], where: str) -> Solutions:
    try:
        return parse()
    except (SyntaxError, ValueError) as error:
        raise unreadable(where, error) from error


def _triples(body: IO[bytes], form: ox.RdfFormat) -> ox.QueryTriples:
    """Triples as a query gives them: only the engine can make that kind of answer."""
    memory = ox.Store()
    with body:
        memory.bulk_load(body, form)
    answer = memory.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
    assert isinstance(answer, ox.QueryTriples)
    return answer
