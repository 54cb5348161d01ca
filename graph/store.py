"""The store: a folder that holds the graph of many documents, on disk.

::

    PATH/store.json     format version and software version
    PATH/oxigraph/      the quads, as Oxigraph keeps them
    PATH/quarantine/    documents that the shapes refused, each with its report
    PATH/verdicts/      the validation report of each document, see ``graph.verdict``
    PATH/lock           whoever has the store open, see ``graph.lock``

Every write is one transaction: after an error or a power cut the store holds whole documents only.
Several processes may read a store at once; one that writes has it for itself.

A store may also be on a server, see ``graph.remote``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Self

import pyoxigraph as ox

from graph import canonical, derive, incident, layout, stored, vocabulary
from graph.binding import Value, bind
from graph.change import Change, removal, replacement
from graph.database import Database, Pattern, Solutions
from graph.error import QueryError, StoreError
from graph.fault import reported, syntax
from graph.info import Info, count
from graph.link import links
from graph.lock import CAN_SHARE, Lock
from graph.quarantine import Quarantine
from graph.remote import is_address
from graph.stored import Stored
from graph.verdict import Verdicts
from graph.vocabulary import CODES, LINKS, ONTOLOGY, V
from ontology import policy
from ontology.namespace import PREFIXES
from ontology.policy import Policy


class Store:
    """An open store. Use it in a ``with`` statement, or call ``close``."""

    def __init__(
        self,
        path: Path,
        database: ox.Store | None,
        manifest: layout.Manifest,
        lock: Lock | None,
        *,
        is_read_only: bool = False,
    ) -> None:
        """Wrap an open database and its lock; use ``open``. A store on a server has neither."""
        self.path = path
        self.name = str(path)
        self.manifest = manifest
        self.quarantine = Quarantine(
            path / "quarantine", lambda key: self.document(key) is not None
        )
        self.verdicts = Verdicts(path / "verdicts")
        self._database = database
        self._lock = lock
        self._is_read_only = is_read_only

    @classmethod
    def open(cls, path: Path | str, create: bool = False, read_only: bool = False) -> Store:
        """Open the store in the folder, or at the address, ``path``.

        Args:
            path: The folder, or the address of a server as text, see ``graph.remote.address``.
            create: Make the store when there is none, and bring its ontology and code lists up to
                those of this software.
            read_only: Only read, so that others may read at the same time.

        Raises:
            StoreError: There is no store, or it is a file, another process has it open, a newer
                version wrote it, or it is damaged.
        """
        if is_address(str(path)):
            from graph.remote.store import RemoteStore

            return RemoteStore.reach(str(path), create=create, read_only=read_only)
        path = Path(path)
        if create:
            layout.make(path)
        else:
            layout.read(path)
        lock = Lock(path, shared=read_only)
        try:
            manifest = layout.prepare(path) if create else layout.read(path)
            database = _database(path, read_only=read_only)
            store = cls(path, database, manifest, lock, is_read_only=read_only)
            if not read_only:
                store.quarantine.settle()
            if create:
                store._refresh()
        except BaseException:
            lock.release()
            raise
        return store

    def close(self) -> None:
        """Write what is buffered and release the store to other processes. Idempotent."""
        if self._database is None:
            return
        try:
            if not self._is_read_only:
                with reported(self.path):
                    self._database.flush()
        finally:
            self._database = None  # Oxigraph gives its own lock back before ours goes
            if self._lock is not None:
                self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def database(self) -> Database:
        """The open database, for reading in bulk.

        Raises:
            StoreError: The store was closed.
        """
        return self.embedded

    @property
    def embedded(self) -> ox.Store:
        """The database in the folder, with all that Oxigraph can do.

        Raises:
            StoreError: The store was closed, or is on a server.
        """
        if self._database is None:
            raise StoreError(f"{self.name}: the store is closed; open it again")
        return self._database

    @contextmanager
    def scanned(self, patterns: Collection[Pattern]) -> Iterator[Database]:
        """The database, or a copy of a part that lies nearer, for reading all of that part.

        Args:
            patterns: What will be read.
        """
        del patterns
        yield self.database

    @contextmanager
    def nearby(self) -> Iterator[Store]:
        """This store, or a copy on this machine, for reading in the order of Oxigraph's indexes."""
        yield self

    def query(self, sparql: str, bindings: Mapping[str, Value] | None = None) -> Solutions:
        """Run a SPARQL 1.1 query. Data stand in named graphs, so it needs ``GRAPH`` patterns.

        The prefixes of the project (``ontology.namespace.PREFIXES``) need not be declared.

        Args:
            sparql: SELECT, ASK, CONSTRUCT or DESCRIBE.
            bindings: Terms for variables of the query, see ``graph.binding.bind``.

        Raises:
            QueryError: It is no valid query, or a binding does not fit it.
            StoreError: The store cannot be read.
        """
        text = bind(sparql, bindings) if bindings else sparql
        with reported(self.path):
            try:
                return self.database.query(text, prefixes=dict(PREFIXES))
            except SyntaxError as error:
                raise QueryError(f"the SPARQL query is not valid: {syntax(error)}") from error

    def documents(self) -> list[Stored]:
        """Return what is known of every loaded document, sorted by key."""
        with reported(self.path):
            return stored.every(self.database)

    def document(self, key: str) -> Stored | None:
        """Return what is known of the document with this key, or none."""
        with reported(self.path):
            return stored.one(self.database, key)

    def content(self, key: str) -> list[ox.Quad]:
        """Return all data of a document, with the propositions and entities that it speaks of."""
        with reported(self.path):
            return stored.content(self.database, key)

    def derived(self) -> list[list[ox.Quad]]:
        """Return what each policy concluded, as far as shapes can judge it: the facts."""
        with reported(self.path):
            return [
                list(derive.without_blame(derive.removal(self.database, name).delete))
                for name in derive.applied(self.database)
            ]

    def find(self, name: str) -> list[str]:
        """Return the keys of the loaded documents with this key, id or URL, sorted."""
        with reported(self.path):
            return stored.named(self.database, name)

    def namesakes(self, key: str) -> list[str]:
        """Return the keys of other documents with the URL, or the id and publisher, of this one."""
        with reported(self.path):
            return stored.namesakes(self.database, key)

    def replace(self, key: str, quads: Collection[ox.Quad]) -> bool:
        """Load the data of one document in place of what the store had of it, all or nothing.

        Args:
            key: Identity of the document.
            quads: All its data, as ``graph.mapping`` makes it.

        Returns:
            Whether the store had the document before.

        Raises:
            StoreError: Nothing was written (full disk, unreadable store).
        """
        if not stored.is_key(key):
            raise StoreError(f"{self.name}: «{key}» cannot be the key of a document")
        known = self.document(key) is not None
        with reported(self.path):
            change = replacement(self.database, key, quads)
        self._unsettle(change)
        return known

    def retract(self, name: str) -> list[str]:
        """Take documents out: their claims, and whatever only they had brought in.

        Args:
            name: Key, id or URL of a document. An id may name several.

        Returns:
            The keys of the documents taken out.

        Raises:
            StoreError: No document has this name, or nothing could be written.
        """
        keys = self.find(name)
        if not keys:
            raise StoreError(f"{self.name}: no document has the key, id or URL «{name}»")
        for key in keys:
            self.remove(key)
        self.relink()
        self.rederive()
        return keys

    def relink(self) -> int:
        """Judge again which events of different documents are one, see ``graph.link``.

        Returns:
            How many links there are.
        """
        with reported(self.path), self.scanned(incident.READ) as database:
            wanted = links(database)
            present = set(self.database.quads_for_pattern(None, None, None, LINKS))
        self._unsettle(Change(delete=present - wanted, insert=wanted - present))
        return sum(1 for quad in wanted if quad.object == V.EventLink)

    def derive(self, rule: Policy) -> int:
        """Apply a policy to all claims; its graph then holds its conclusions and nothing else.

        Returns:
            How many facts it derived.

        Raises:
            DerivationError: The policy does not make derived facts; nothing was written.
            StoreError: Nothing was written.
        """
        with reported(self.path):
            change = derive.derivation(self.database, rule)
        self.apply(change)
        with reported(self.path):
            return derive.size(self.database, rule.name)

    def withdraw(self, name: str) -> bool:
        """Take out all that a policy has derived; return whether it had been applied."""
        with reported(self.path):
            change = derive.removal(self.database, name)
        self.apply(change)
        return not change.is_empty

    def rederive(self) -> dict[str, int]:
        """Apply anew the policies that this store was asked to apply.

        The graph of a policy that this software does not have is taken out: nobody could say what
        its facts rest on.

        Returns:
            How many facts each policy derived.
        """
        with reported(self.path):
            asked = derive.applied(self.database)
        for name in set(asked) - set(policy.names()):
            self.withdraw(name)
        return {name: self.derive(policy.load(name)) for name in asked if name in policy.names()}

    def remove(self, key: str) -> None:
        """Take out the document with this key, all or nothing; no error when it is not there."""
        with reported(self.path):
            change = removal(self.database, key)
        self.verdicts.drop(key)  # first: no verdict is ever left of a document that is gone
        self._unsettle(change)

    def apply(self, change: Change) -> None:
        """Make a change in one transaction.

        Raises:
            StoreError: Nothing was written.
        """
        if change.is_empty:
            return
        with reported(self.path):
            if change.delete:
                self.embedded.update(change.sparql())
            else:  # one transaction as well, without writing the change as text first
                self.embedded.extend(change.insert)

    def _unsettle(self, change: Change) -> None:
        """Make a change on which derived facts may rest, and take them out with it."""
        if change.is_empty:
            return
        with reported(self.path):
            facts = derive.withdrawal(self.database)
        self.apply(Change(delete=[*change.delete, *facts], insert=change.insert))

    def export(self, form: str) -> bytes:
        """Return everything in the store, the same bytes for the same content.

        Args:
            form: ``nquads``, ``trig`` or ``turtle`` (which merges the named graphs).
        """
        write = {"nquads": canonical.nquads, "trig": canonical.trig, "turtle": canonical.turtle}
        with reported(self.path):
            return write[form](self.database)

    def compact(self) -> None:
        """Let the database write its files anew, without what was deleted.

        Raises:
            StoreError: It cannot be written; the store is as it was.
        """
        with reported(self.path):
            self.embedded.flush()
            self.embedded.optimize()

    def info(self) -> Info:
        """Count what the store holds."""
        with reported(self.path):
            return count(self.database, self.name, self.manifest, self.quarantine)

    def _refresh(self) -> None:
        """Bring ontology and code lists up to those of this software; note that all is whole."""
        wanted = set(vocabulary.reference_quads())
        with reported(self.path):
            present = {
                quad
                for graph in (ONTOLOGY, CODES)
                for quad in self.database.quads_for_pattern(None, None, None, graph)
            }
        self.apply(Change(delete=present - wanted, insert=wanted - present))
        self.manifest = self._completed()

    def _completed(self) -> layout.Manifest:
        """Note that the store is whole, and which software looked after it last."""
        return layout.complete(self.path)


def _database(path: Path, *, read_only: bool) -> ox.Store:
    with reported(path):
        folder = str(path / "oxigraph")
        return ox.Store.read_only(folder) if read_only and CAN_SHARE else ox.Store(folder)
