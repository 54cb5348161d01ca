"""A store on a server, used like one in a folder."""

from __future__ import annotations

import os
import socket
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from uuid import uuid4

import pyoxigraph as ox

from graph.change import Change
from graph.database import Database, Pattern
from graph.error import StoreError
from graph.fault import reported
from graph.layout import FORMAT, Manifest, software_version
from graph.lock import Lock
from graph.remote import manifest as manifests
from graph.remote.address import Address, parse
from graph.remote.connection import PAUSES, Connection
from graph.remote.credentials import Credentials
from graph.remote.database import RemoteDatabase
from graph.remote.error import RemoteError
from graph.remote.folder import folder, make
from graph.remote.lease import Holder, Lease, break_all
from graph.store import Store

_TIMEOUT: Final = "CONFLICTKG_TIMEOUT"


class RemoteStore(Store):
    """An open store on a server."""

    def __init__(self, address: Address, connection: Connection, *, is_read_only: bool) -> None:
        """Use an open connection; use ``reach``."""
        database = RemoteDatabase(connection)
        manifest = manifests.read(database, address.name) or _nothing()
        here = folder(address, os.environ, Path.home())
        super().__init__(here, None, manifest, None, is_read_only=is_read_only)
        self.name = address.name
        self._connection = connection
        self._remote: RemoteDatabase | None = database
        self._lease: Lease | None = None
        self._held: Lock | None = None

    @classmethod
    def reach(cls, text: str, *, create: bool, read_only: bool) -> RemoteStore:
        """Open the store at an address.

        Args:
            text: The address, see ``graph.remote.address``.
            create: Make the store when there is none, and bring its ontology and code lists up to
                those of this software.
            read_only: Only read; needs no lease.

        Raises:
            StoreError: The server cannot be used, holds no store, or another run writes to it.
        """
        address = parse(text)
        connection = connect(address, os.environ)
        try:
            store = cls(address, connection, is_read_only=read_only)
            if not create and not store.manifest.complete:
                raise RemoteError(
                    f"{address.name}: there is no whole store here; make or complete it with "
                    "conflictkg build --store"
                )
            if not read_only:
                store._enter(create=create)
        except BaseException:
            connection.close()
            raise
        return store

    def close(self) -> None:
        """Give back the lease and close the connection. Idempotent.

        Raises:
            RemoteError: The server gives no answer; all that was written stays.
        """
        try:
            if self._lease is not None:
                self._lease.release()
        finally:
            self._lease = None
            self._remote = None
            self._connection.close()
            if self._held is not None:
                self._held.release()

    def __exit__(self, *error: object) -> None:
        try:
            self.close()
        except RemoteError:
            if not any(error):  # else what went wrong first tells more
                raise

    @property
    def database(self) -> Database:
        """The quads on the server."""
        return self._reached()

    @property
    def embedded(self) -> ox.Store:
        """Nothing: only a store in a folder has it.

        Raises:
            StoreError: Always.
        """
        raise StoreError(
            f"{self.name}: this needs a store in a folder; the server has its own way to do it"
        )

    def apply(self, change: Change) -> None:
        """Make a change, in one request where the server takes one of that size.

        Raises:
            StoreError: Nobody knows whether it was done; doing it again does no harm.
        """
        if change.is_empty:
            return
        database = self._reached()
        if self._lease is None:
            raise StoreError(f"{self.name}: the store was opened for reading only")
        self._lease.check()
        database.change(change)

    @contextmanager
    def scanned(self, patterns: Collection[Pattern]) -> Iterator[Database]:
        """A copy of a part, in a temporary folder: one request a pattern, not one a node."""
        with self._copied(
            quad for pattern in patterns for quad in self.database.quads_for_pattern(*pattern)
        ) as (_, database):
            yield database

    @contextmanager
    def nearby(self) -> Iterator[Store]:
        """A copy of everything, in a temporary folder."""
        with self._copied(iter(self.database)) as (path, database):
            lock = Lock(path, shared=True)
            try:
                yield Store(path, database, self.manifest, lock, is_read_only=True)
            finally:
                lock.release()

    @contextmanager
    def _copied(self, quads: Iterator[ox.Quad]) -> Iterator[tuple[Path, ox.Store]]:
        with TemporaryDirectory(prefix="conflictkg-", ignore_cleanup_errors=True) as name:
            path = Path(name)
            with reported(path):
                database = ox.Store(path / "oxigraph")
                database.bulk_extend(quads)
            yield path, database
            del database

    def _reached(self) -> RemoteDatabase:
        if self._remote is None:
            raise StoreError(f"{self.name}: the store is closed; open it again")
        return self._remote

    def _enter(self, *, create: bool) -> None:
        """Become the one who writes."""
        make(self.path)
        self._held = _held(self.path, self.name)
        me = Holder.now(uuid4().hex, socket.gethostname(), os.getpid(), datetime.now(UTC))
        try:
            self._lease = Lease(self._reached(), self.name, self.path, me)
            if create:
                if not self.manifest.complete:
                    manifests.write(self._reached(), self.manifest)
                self._refresh()
        except BaseException:
            self.__exit__(BaseException)
            raise

    def _completed(self) -> Manifest:
        done = replace(self.manifest, software=software_version(), complete=True)
        if done != self.manifest:
            manifests.write(self._reached(), done)
        return done


def connect(address: Address, environment: Mapping[str, str]) -> Connection:
    """A connection with the credentials and the patience that the environment asks for.

    Raises:
        RemoteError: What the environment says cannot be used.
    """
    text = environment.get(_TIMEOUT, "60")
    try:
        timeout = float(text)
    except ValueError:
        timeout = 0
    if not 0 < timeout < 1e6:
        raise RemoteError(f"{_TIMEOUT}={text!r} is no number of seconds; mend or unset it")
    credentials = Credentials.read(environment, address)
    return Connection(address, credentials, timeout=timeout, pauses=PAUSES)


def unlock(text: str) -> list[Holder]:
    """Break the lease of the store at an address; return who held it.

    Raises:
        RemoteError: The server cannot be used.
    """
    address = parse(text)
    connection = connect(address, os.environ)
    try:
        return break_all(RemoteDatabase(connection))
    finally:
        connection.close()


def _nothing() -> Manifest:
    return Manifest(FORMAT, software_version(), complete=False)


def _held(path: Path, name: str) -> Lock:
    try:
        return Lock(path, shared=False)
    except StoreError as error:
        if error.__cause__ is not None:  # not held by another, but cannot be written
            raise
        raise StoreError(
            f"{name}: another conflictkg on this machine writes there; wait until it ends"
        ) from error
