"""Judging what a store already holds: a verdict that still fits, or the gate again."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from graph.error import StoreError
from graph.report import Report
from graph.store import Store
from graph.validator import Validator
from graph.verdict import digest


def judged(store: Store, key: str, gate: Validator) -> Report:
    """What the shapes say of a loaded document.

    The verdict with which it was loaded, where neither its data nor the shapes have changed since;
    else a new one, which is kept for the next time where the store's folder can be written.

    Raises:
        StoreError: The store cannot be read.
    """
    quads = store.content(key)
    name = digest(quads, gate.digest)
    known = store.verdicts.get(key, name)
    if known is not None:
        return known
    report = gate.check(flat(quads))
    try:
        store.verdicts.put(key, name, report)
    except StoreError:
        return report  # a disk that is full or read-only costs the next check time, nothing else
    return report


def flat(quads: Iterable[ox.Quad | ox.Triple]) -> list[ox.Quad]:
    """All triples, whatever their graphs, as the shapes expect them."""
    return [ox.Quad(q.subject, q.predicate, q.object) for q in quads]
