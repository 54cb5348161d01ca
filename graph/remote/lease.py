"""Who may write to a store on a server: the one who holds its lease.

The lease is one triple in a graph of its own, outside of the graphs of documents. It is taken by an
``INSERT`` on the condition that there is none, and counts only when it is then found to be the only
one: on a server that lets two such inserts through at once, at least one of the two sees both and
withdraws.

A run that is killed, or that loses the server, cannot give its lease back. Its folder on this
machine keeps a note of it, and only one run at a time has that folder, so the next run from here
takes the dead one's lease over. From anywhere else it is broken by ``conflictkg unlock``.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from graph.error import StoreError
from graph.remote.database import RemoteDatabase
from graph.remote.error import RemoteError

_GRAPH: Final = "<https://w3id.org/conflict-event/lease>"
_HELD: Final = f"{_GRAPH} <https://w3id.org/conflict-event/lease#heldBy>"
_NOTE: Final = "lease"


@dataclass(frozen=True, slots=True)
class Holder:
    """One run of the program.

    Attributes:
        id: Its own name, never used again.
        told: Where and since when it runs, for people.
    """

    id: str
    told: str

    @classmethod
    def now(cls, id: str, host: str, process: int, moment: datetime) -> Holder:  # noqa: A002
        """This run, from what makes it out."""
        return cls(id, f"process {process} on {host} since {moment:%Y-%m-%d %H:%M:%S} UTC")

    @classmethod
    def read(cls, text: str) -> Holder:
        """What ``text`` wrote."""
        name, _, told = text.partition(" ")
        return cls(name, told)

    def text(self) -> str:
        """Write it on one line."""
        return f"{self.id} {self.told}"


class Lease:
    """The right to write, until ``release``."""

    def __init__(self, database: RemoteDatabase, name: str, folder: Path, me: Holder) -> None:
        """Take the lease, or fail at once.

        Args:
            database: The server.
            name: What to call it in messages.
            folder: What stays on this machine; this run has it for itself.
            me: This run.

        Raises:
            RemoteError: Another run holds it.
            StoreError: The note cannot be written.
        """
        self._database = database
        self._name = name
        self._note = folder / _NOTE
        self._me = me
        before = _noted(self._note)
        others = [holder for holder in holders(database) if holder.id != before]
        if others:
            raise RemoteError(_busy(name, others[0]))
        self._keep(me)
        if before:
            self._drop(before)
        database.update(_insert(me))
        now = holders(database)
        if [holder.id for holder in now] != [me.id]:
            self.release()
            others = [holder for holder in now if holder.id != me.id]
            raise RemoteError(_busy(name, others[0] if others else me))

    def check(self) -> None:
        """Make sure that it is still held.

        Raises:
            RemoteError: Somebody has broken it.
        """
        if [holder.id for holder in holders(self._database)] != [self._me.id]:
            raise RemoteError(
                f"{self._name}: the lease of this run was taken away by conflictkg unlock; nothing "
                "more was written; run again when nobody else writes"
            )

    def release(self) -> None:
        """Give the lease back.

        Raises:
            RemoteError: The server gives no answer; the note stays for the next run.
        """
        self._drop(self._me.id)
        with suppress(OSError):
            self._note.unlink(missing_ok=True)

    def _drop(self, name: str) -> None:
        for holder in holders(self._database):
            if holder.id == name:
                self._database.update(_delete(holder))

    def _keep(self, holder: Holder) -> None:
        try:
            self._note.write_text(holder.id, encoding="utf-8")
        except OSError as error:
            raise StoreError(
                f"{self._note}: cannot be written ({error.strerror}); make room, or name another "
                "folder in CONFLICTKG_STATE"
            ) from error


def holders(database: RemoteDatabase) -> list[Holder]:
    """Who holds the lease of a server: nobody or one, or several that are about to withdraw."""
    rows = database.rows(f"SELECT ?who WHERE {{ GRAPH {_GRAPH} {{ {_HELD} ?who }} }}")
    found = [row["who"] for row in rows]
    return sorted(
        (Holder.read(who.value) for who in found if isinstance(who, ox.Literal)),
        key=lambda holder: holder.id,
    )


def break_all(database: RemoteDatabase) -> list[Holder]:
    """Take the lease from whoever holds it; return who that was."""
    found = holders(database)
    for holder in found:
        database.update(_delete(holder))
    return found


def _insert(holder: Holder) -> str:
    # Virtuoso 7.2 inserts whether or not there is one; that is why the lease is read afterwards.
    free = f"FILTER NOT EXISTS {{ GRAPH {_GRAPH} {{ {_HELD} ?other }} }}"
    return f"INSERT {{ GRAPH {_GRAPH} {{ {_triple(holder)} }} }} WHERE {{ {free} }}"


def _delete(holder: Holder) -> str:
    return f"DELETE DATA {{ GRAPH {_GRAPH} {{ {_triple(holder)} }} }}"


def _triple(holder: Holder) -> str:
    return f"{_HELD} {ox.Literal(holder.text())}"


def _noted(note: Path) -> str:
    try:
        return note.read_text(encoding="utf-8").strip()
    except OSError:
        return ""


def _busy(name: str, holder: Holder) -> str:
    return (
        f"{name}: another conflictkg writes there ({holder.told}); wait until it ends; if that run "
        f"is dead: conflictkg unlock --store '{name}'"
    )
