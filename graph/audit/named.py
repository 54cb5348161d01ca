"""The named checks of the ontology, each a SPARQL query whose rows are faults."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pyoxigraph as ox

from graph.audit.finding import REBUILD, Finding
from graph.store import Store
from ontology import check

_REMEDIES: Final = {
    "fact-on-nothing": "run conflictkg build, which derives anew",
    "unexplained-blame": "run conflictkg build, which derives anew",
}


def findings(store: Store) -> Iterator[Finding]:
    """Every row of every check."""
    for name in check.names():
        told = check.load(name)
        answer = store.query(told.text)
        assert isinstance(answer, ox.QuerySolutions)  # checks are SELECT queries
        for row in answer:
            values = " ".join(str(value) for value in row if value is not None)
            what = f"{told.about_en.rstrip('.')}: {values}"
            yield Finding(name, what, _REMEDIES.get(name, REBUILD))
