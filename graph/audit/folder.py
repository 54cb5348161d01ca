"""Beside the database: quarantine and verdicts, in step with what is loaded."""

from __future__ import annotations

from collections.abc import Iterator

from graph.audit.finding import Finding
from graph.error import StoreError
from graph.store import Store


def findings(store: Store) -> Iterator[Finding]:
    """What is in two places, belongs to nothing, or cannot be read."""
    yield from _quarantine(store)
    for key in store.verdicts.keys():  # noqa: SIM118 - no mapping
        file = store.verdicts.path / f"{key}.json"
        if store.document(key) is None:
            what = f"{file}: a verdict on a document that is not loaded"
            yield Finding("verdicts", what, "delete the file")
        elif not store.verdicts.is_sound(key):
            what = f"{file}: a verdict that cannot be read"
            yield Finding("verdicts", what, "delete the file; the next check makes it again")


def _quarantine(store: Store) -> Iterator[Finding]:
    for key in store.quarantine.keys():  # noqa: SIM118 - no mapping
        if store.document(key) is not None:
            what = f"{key}: is loaded and in quarantine at once"
            yield Finding("quarantine", what, f"run conflictkg quarantine retry {key}")
        try:
            held = store.quarantine.held(key)
        except StoreError as error:
            problem, _, remedy = str(error).rpartition("; ")
            yield Finding("quarantine", problem, remedy)
            continue
        if held.record.key != key:
            what = f"{store.quarantine.folder(key)}: holds the record of {held.record.key}"
            yield Finding("quarantine", what, "delete the folder and build the article again")
