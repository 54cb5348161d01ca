"""The named graphs: none that nobody knows, and nothing outside them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pyoxigraph as ox

from graph.audit.finding import REBUILD, Finding
from graph.store import Store
from ontology import graphs

_SHARED: Final = frozenset(
    {
        graphs.ONTOLOGY,
        graphs.CODES,
        graphs.GAZETTEER,
        graphs.PROPOSITIONS,
        graphs.LINKS,
        graphs.RUNS,
        graphs.CATALOG,
    }
)


def findings(store: Store) -> Iterator[Finding]:
    """Graphs that are of no kind of ours, and triples in none."""
    for name in names(store):
        is_ours = graphs.document_key(name) is not None or graphs.is_derived(name)
        if name not in {str(one) for one in _SHARED} and not is_ours:
            yield Finding("graphs", f"the graph {name} is of no kind that is known", REBUILD)
    nowhere = store.database.quads_for_pattern(None, None, None, ox.DefaultGraph())
    if next(iter(nowhere), None) is not None:
        yield Finding("graphs", "statements stand outside all named graphs", REBUILD)


def names(store: Store) -> Iterator[str]:
    """Names of the graphs with something in them."""
    for graph in store.embedded.named_graphs():
        quads = store.database.quads_for_pattern(None, None, None, graph)
        if next(iter(quads), None) is not None:
            yield graph.value
