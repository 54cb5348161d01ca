"""Ontology and code lists: those of this software, and nothing else in their graphs.

When they are not, the named checks, which go by them, would find fault with the wrong things, and
are left out; the finding says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from graph.audit.finding import Finding
from graph.store import Store
from graph.vocabulary import CODES, ONTOLOGY, reference_quads


def findings(store: Store) -> Iterator[Finding]:
    """What differs, one finding a graph."""
    for name, graph in (("ontology", ONTOLOGY), ("code lists", CODES)):
        wanted = {quad for quad in reference_quads() if quad.graph_name == graph}
        present = set(store.database.quads_for_pattern(None, None, None, graph))
        if wanted != present:
            what = (
                f"the {name} are not those of this software: {len(wanted - present)} statements "
                f"missing, {len(present - wanted)} too many; checks of the ontology were not run"
            )
            remedy = "run conflictkg build, which brings them up to date"
            yield Finding("reference", what, remedy)
