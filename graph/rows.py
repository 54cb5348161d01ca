"""Rows of a query as plain strings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import pyoxigraph as ox

from ontology.namespace import PREFIXES

if TYPE_CHECKING:
    from graph.binding import Value
    from graph.store import Store

HEADER = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in PREFIXES.items())
"""Prefix lines for every query of this room."""


def rows(
    store: Store, query: str, bindings: Mapping[str, Value] | None = None
) -> Iterator[Mapping[str, str]]:
    """Answer a SELECT query.

    Args:
        store: The store to ask.
        query: SPARQL without prefix lines.
        bindings: Terms for its variables.

    Yields:
        One mapping a row, from the variable's name to the value as text; unbound ones are left out.
    """
    answer = store.query(HEADER + query, bindings)
    if not isinstance(answer, ox.QuerySolutions):
        raise TypeError("rows come from SELECT only")
    names = [v.value for v in answer.variables]
    for solution in answer:
        yield {n: solution[n].value for n in names if solution[n] is not None}
