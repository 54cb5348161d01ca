"""Derived facts: by policies of this software, about what is there."""

from __future__ import annotations

from collections.abc import Iterator

from graph import derive
from graph.audit.description import is_described
from graph.audit.finding import Finding
from graph.audit.graphs import names
from graph.store import Store
from graph.vocabulary import V, derived_graph
from ontology import graphs, policy

_REMEDY = "run conflictkg build, which derives anew"


def findings(store: Store) -> Iterator[Finding]:
    """Facts of unknown policies, of none that was asked for, or about events that are gone.

    That the claims on which a fact rests are there is a check of the ontology.
    """
    asked = derive.applied(store.database)
    for name in asked:
        if name not in policy.names():
            what = f"the policy {name} is none of this software"
            yield Finding("derived", what, "run conflictkg build, which takes its facts out")
        graph = derived_graph(name)
        for quad in store.database.quads_for_pattern(None, V.derivedEvent, None, graph):
            if not is_described(store.database, quad.object, kind=V.Event):
                what = f"a fact of {name} is about {quad.object}, which is gone"
                yield Finding("derived", what, _REMEDY)
    for found in filter(None, map(graphs.policy_name, names(store))):
        if found not in asked:
            what = f"facts of {found} stand without the policy that made them"
            yield Finding("derived", what, f"run conflictkg derive --policy {found}")
