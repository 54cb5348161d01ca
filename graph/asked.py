"""A graph that is asked the same SPARQL queries as others were, and parses each only once."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from rdflib import Graph
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.sparql import Query
from rdflib.query import Result


class AskedGraph(Graph):
    """An rdflib graph whose queries are kept parsed, for all graphs of the process.

    To parse a query takes rdflib longer than to answer it on the data of one document.
    """

    def query(self, query_object: str | Query, *arguments: Any, **options: Any) -> Result:
        """Answer a query, as ``rdflib.Graph.query`` does."""
        if isinstance(query_object, str):
            query_object = _parsed(query_object)
        return super().query(query_object, *arguments, **options)


@lru_cache(maxsize=256)
def _parsed(text: str) -> Query:
    return prepareQuery(text)
