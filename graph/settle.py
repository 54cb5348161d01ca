"""Settling: what was prepared comes into the store, or into quarantine; never both, never neither.

Killed at any moment, each of these leaves the document as it was before or as it is after, see
``graph.quarantine``.
"""

from __future__ import annotations

from extract.record import Record
from graph import verdict
from graph.mapping import Entities
from graph.quarantine import Origin
from graph.spread.job import Faulty, Ready
from graph.spread.preparer import judged
from graph.store import Store
from graph.summary import Refused
from graph.validator import Validator


def admit(store: Store, key: str, ready: Ready) -> None:
    """Load a document, in place of what the store or the quarantine had of it.

    Raises:
        StoreError: The store cannot be written.
    """
    store.quarantine.hide(key)
    store.replace(key, ready.quads)
    loaded = verdict.digest(store.content(key), ready.shapes)
    store.verdicts.put(key, loaded, ready.report)
    store.quarantine.release(key)


def refuse(store: Store, faulty: Faulty, origin: Origin) -> None:
    """Put a document into quarantine, and take out what the store had of it.

    Raises:
        StoreError: The store cannot be written.
    """
    key = faulty.record.key
    said = origin.model_copy(update={"reason": " ".join(faulty.reason.split())})
    store.quarantine.draft(faulty.record, said, faulty.files)
    store.remove(key)
    store.quarantine.keep(key)


def load(
    record: Record, store: Store, *, origin: Origin, entities: Entities, gate: Validator
) -> Refused | None:
    """Map, validate and settle one record; return why it was refused, if it was.

    Raises:
        StoreError: The store cannot be written.
    """
    outcome = judged(record, run=origin.run, entities=entities, gate=gate, digest=origin.digest)
    if isinstance(outcome, Ready):
        admit(store, record.key, outcome)
        return None
    refuse(store, outcome, origin)
    return Refused(origin.source, record.id, record.key, outcome.reason)
