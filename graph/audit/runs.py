"""Runs: each made a document that is there, and names software that is described."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from graph.audit.description import is_described
from graph.audit.entities import subjects
from graph.audit.finding import REBUILD, Finding
from graph.database import Database
from graph.store import Store
from graph.vocabulary import LINKS, RUNS, V


def findings(store: Store) -> Iterator[Finding]:
    """Runs and software of which nothing is left, and runs without software."""
    for node in subjects(store.database, RUNS):
        agents = list(store.database.quads_for_pattern(node, V.associated, None, RUNS))
        uses = store.database.quads_for_pattern(None, V.associated, node, RUNS)
        if next(iter(uses), None) is not None:
            continue  # software that did a run
        if not _made_something(store.database, node):
            yield Finding("runs", f"no document was made by {node.value}", REBUILD)
        elif not agents:
            yield Finding("runs", f"{node.value} does not say which software it was", REBUILD)
        for quad in agents:
            if not is_described(store.database, quad.object, RUNS):
                yield Finding("runs", f"{node.value} names software not described", REBUILD)


def _made_something(database: Database, node: ox.NamedNode) -> bool:
    uses = database.quads_for_pattern(None, V.generated, node, None)
    return any(use.graph_name != LINKS for use in uses)
