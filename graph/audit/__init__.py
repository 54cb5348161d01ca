"""The audit: can a store be trusted?

One module for each family of checks; each yields findings and none of them writes to the database.
Memory is bounded by one document, so a store of any size can be audited.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from graph.audit import derived, documents, entities, folder, graphs, links, named, reference, runs
from graph.audit.finding import Finding
from graph.fault import reported
from graph.store import Store
from graph.validator import Validator, validator

Progress = Callable[[int, str], None]

__all__ = ["Finding", "audit"]


def _silent(_: int, __: str) -> None:
    """Say nothing."""


def audit(
    store: Store, gate: Validator | None = None, progress: Progress = _silent
) -> Iterator[Finding]:
    """Check all that can be wrong with a store.

    Args:
        store: Open, for reading at least.
        gate: The shapes; those of the package if not given.
        progress: Called after each document with how many are done and its id.

    Raises:
        StoreError: The store cannot be read.
    """
    with reported(store.path):
        outdated = list(reference.findings(store))
    yield from outdated
    families: list[Callable[[], Iterator[Finding]]] = [
        lambda: graphs.findings(store),
        lambda: documents.findings(store, gate or validator(), progress),
        lambda: entities.findings(store),
        lambda: runs.findings(store),
        lambda: links.findings(store),
        lambda: derived.findings(store),
        lambda: folder.findings(store),
    ]
    if not outdated:
        families.append(lambda: named.findings(store))
    for family in families:
        with reported(store.path):
            yield from family()
