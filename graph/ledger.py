"""The ledger: which documents a run has met, how they were described, and what became of each.

It stands in a temporary file, so that a run needs no more memory for a million articles than for a
thousand. It answers the same whatever the order in which descriptions come and are settled.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from operator import attrgetter
from typing import Final, Self

from graph.error import StoreError


class State(StrEnum):
    """What became of one description of a document."""

    MET = "met"
    """It is being prepared, or a better one was there already."""
    STANDS = "stands"
    """It was loaded, or the store had just this."""
    REFUSED = "refused"
    """It broke the rules."""
    SKIPPED = "skipped"
    """It could not be extracted."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One description of a document.

    Attributes:
        key: Identity of the document.
        digest: ``Run.digest`` of the description.
        source: Where it was read from; of several places the first by name.
        id: Name of the article inside its source.
        before: Digest that the store had of the document when the run first met it, if any.
        state: What became of it.
        reason: Why, if it was refused or skipped.
    """

    key: str
    digest: str
    source: str
    id: str
    before: str | None
    state: State
    reason: str


_TABLE: Final = """
CREATE TABLE entry (
    key TEXT, digest TEXT, source TEXT, id TEXT, before TEXT, state TEXT, reason TEXT,
    PRIMARY KEY (key, digest)
) WITHOUT ROWID
"""
_FINAL: Final = (State.STANDS, State.REFUSED)


class Ledger:
    """The documents of one run. Use it in a ``with`` statement."""

    def __init__(self) -> None:
        with _kept():
            # No name: SQLite keeps what its cache cannot hold in a file that nobody else sees.
            self._table = sqlite3.connect("", isolation_level=None)
            self._table.executescript(f"PRAGMA journal_mode = OFF; {_TABLE}")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._table.close()

    def entries(self, key: str) -> list[Entry]:
        """The descriptions met of a document, the smallest digest first."""
        return list(self._select("WHERE key = ?", key))

    def add(self, entry: Entry) -> None:
        """Note a description that was not met before."""
        row = (entry.key, entry.digest, entry.source, entry.id, entry.before, entry.state, "")
        with _kept():
            self._table.execute("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?)", row)

    def again(self, entry: Entry, source: str) -> None:
        """Note that the very same description stands in another place too."""
        if source < entry.source:
            self._update("source = ?", source, entry.key, entry.digest)

    def settle(self, key: str, digest: str, state: State, reason: str = "") -> None:
        """Note what became of a description."""
        self._update("state = ?, reason = ?", state, reason, key, digest)

    def is_wanted(self, key: str, digest: str) -> bool:
        """Whether this description goes before all that were settled up to now.

        Of several that can be extracted the one with the smallest digest stays.
        """
        settled = (entry for entry in self.entries(key) if entry.state in _FINAL)
        return all(digest < entry.digest for entry in settled)

    def documents(self) -> Iterator[tuple[Entry, list[Entry]]]:
        """Every document, by key: the description that stands for it, and all of them."""
        for _, group in groupby(self._select("ORDER BY key, digest"), key=attrgetter("key")):
            entries = list(group)
            yield standing(entries), entries

    def _select(self, condition: str, *values: str) -> Iterator[Entry]:
        with _kept():
            rows = self._table.execute(f"SELECT * FROM entry {condition}", values)
            for key, digest, source, name, before, state, reason in rows:
                yield Entry(key, digest, source, name, before, State(state), reason)

    def _update(self, change: str, *values: str) -> None:
        with _kept():
            self._table.execute(f"UPDATE entry SET {change} WHERE key = ? AND digest = ?", values)


def standing(entries: list[Entry]) -> Entry:
    """Of the settled descriptions of a document, by digest, the one that stands for it."""
    return next((entry for entry in entries if entry.state in _FINAL), entries[0])


@contextmanager
def _kept() -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        raise StoreError(
            f"the folder for temporary files cannot be written ({error}); "
            "make room there, or name another with TMPDIR"
        ) from error
