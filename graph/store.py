"""The store: a folder that holds the graph of many documents, on disk.

::

    PATH/store.json     format version and software version
    PATH/oxigraph/      the quads, as Oxigraph keeps them
    PATH/quarantine/    documents that the shapes refused, each with its report
    PATH/lock           whoever has the store open, see ``graph.lock``

Every write is one transaction: after an error or a power cut the store holds whole documents only.
Several processes may read a store at once; one that writes has it for itself.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

import pyoxigraph as ox
from rdflib import URIRef

from graph import canonical, layout, vocabulary
from graph.binding import Value, bind
from graph.change import Change, removal, replacement
from graph.error import QueryError, StoreError
from graph.fault import one_line, reported
from graph.info import Info, count
from graph.link import links
from graph.lock import CAN_SHARE, Lock
from graph.mapping.names import address
from graph.quarantine import Quarantine
from graph.vocabulary import CODES, DOCUMENT, LINKS, ONTOLOGY, V, document_graph

_KEY: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
Solutions = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


@dataclass(frozen=True, slots=True, order=True)
class Stored:
    """What the store knows of one document.

    Attributes:
        key: Identity of the document, 16 hex digits.
        id: Name of the article inside its source.
        url: Address, if known.
        digest: Of the input and of the software that read it; equal means up to date.
    """

    key: str
    id: str
    url: str | None
    digest: str


class Store:
    """An open store. Use it in a ``with`` statement, or call ``close``."""

    def __init__(
        self, path: Path, database: ox.Store, manifest: layout.Manifest, lock: Lock
    ) -> None:
        """Wrap an open database; use ``open``."""
        self.path = path
        self.manifest = manifest
        self.quarantine = Quarantine(path / "quarantine")
        self._database: ox.Store | None = database
        self._lock = lock
        self._is_read_only = False

    @classmethod
    def open(cls, path: Path | str, create: bool = False, read_only: bool = False) -> Store:
        """Open the store in the folder ``path``.

        Args:
            path: The folder.
            create: Make the store when there is none, and bring its ontology and code lists up to
                those of this software.
            read_only: Only read, so that others may read at the same time.

        Raises:
            StoreError: There is no store, or it is a file, another process has it open, a newer
                version wrote it, or it is damaged.
        """
        path = Path(path)
        if create:
            layout.make(path)
        else:
            layout.read(path)
        lock = Lock(path, shared=read_only)
        try:
            manifest = layout.prepare(path) if create else layout.read(path)
            store = cls(path, _database(path, read_only=read_only), manifest, lock)
            if create:
                store._refresh()
        except BaseException:
            lock.release()
            raise
        store._is_read_only = read_only
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
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def database(self) -> ox.Store:
        """The open database, for reading in bulk.

        Raises:
            StoreError: The store was closed.
        """
        if self._database is None:
            raise StoreError(f"{self.path}: the store is closed; open it again")
        return self._database

    def query(self, sparql: str, bindings: Mapping[str, Value] | None = None) -> Solutions:
        """Run a SPARQL 1.1 query. Data stand in named graphs, so it needs ``GRAPH`` patterns.

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
                return self.database.query(text)
            except SyntaxError as error:
                raise QueryError(f"the SPARQL query is not valid: {one_line(error)}") from error

    def documents(self) -> list[Stored]:
        """Return what is known of every loaded document, sorted by key."""
        with reported(self.path):
            found = self.database.quads_for_pattern(None, V.digest, None)
            return sorted(self._stored(quad) for quad in found)

    def document(self, key: str) -> Stored | None:
        """Return what is known of the document with this key, or none."""
        if not _KEY.fullmatch(key):
            return None
        with reported(self.path):
            node = ox.NamedNode(DOCUMENT + key)
            found = self.database.quads_for_pattern(node, V.digest, None, document_graph(key))
            return next((self._stored(quad) for quad in found), None)

    def find(self, name: str) -> list[str]:
        """Return the keys of the loaded documents with this key, id or URL, sorted."""
        with reported(self.path):
            keys = {name} if self.document(name) else set()
            url = address(name)
            iri = ox.NamedNode(url) if isinstance(url, URIRef) else ox.Literal(url)
            for predicate, value in ((V.identifier, ox.Literal(name)), (V.url, iri)):
                found = self.database.quads_for_pattern(None, predicate, value)
                keys |= {_local(quad.subject) for quad in found}
            return sorted(keys)

    def namesakes(self, key: str) -> list[str]:
        """Return the keys of other documents with the URL, or the id and publisher, of this one."""
        with reported(self.path):
            node = ox.NamedNode(DOCUMENT + key)
            says = list(self.database.quads_for_pattern(node, None, None, document_graph(key)))
            publishers = {q.object for q in says if q.predicate == V.publisher}
            found: set[str] = set()
            for quad in says:
                if quad.predicate in {V.url, V.identifier}:
                    for other in self.database.quads_for_pattern(None, quad.predicate, quad.object):
                        if quad.predicate == V.url or self._is_by(other, publishers):
                            found.add(_local(other.subject))
            return sorted(found - {key})

    def _is_by(self, document: ox.Quad, publishers: Collection[object]) -> bool:
        says = self.database.quads_for_pattern(
            document.subject, V.publisher, None, document.graph_name
        )
        return any(quad.object in publishers for quad in says)

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
        if not _KEY.fullmatch(key):
            raise StoreError(f"{self.path}: «{key}» cannot be the key of a document")
        known = self.document(key) is not None
        with reported(self.path):
            change = replacement(self.database, key, quads)
        self.apply(change)
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
            raise StoreError(f"{self.path}: no document has the key, id or URL «{name}»")
        for key in keys:
            self.remove(key)
        self.relink()
        return keys

    def relink(self) -> int:
        """Judge again which events of different documents are one, see ``graph.link``.

        Returns:
            How many links there are.
        """
        with reported(self.path):
            wanted = links(self.database)
            present = set(self.database.quads_for_pattern(None, None, None, LINKS))
        self.apply(Change(delete=present - wanted, insert=wanted - present))
        return sum(1 for quad in wanted if quad.object == V.EventLink)

    def remove(self, key: str) -> None:
        """Take out the document with this key, all or nothing; no error when it is not there."""
        with reported(self.path):
            change = removal(self.database, key)
        self.apply(change)

    def apply(self, change: Change) -> None:
        """Make a change in one transaction.

        Raises:
            StoreError: Nothing was written.
        """
        if change.is_empty:
            return
        with reported(self.path):
            self.database.update(change.sparql())

    def export(self, form: str) -> bytes:
        """Return everything in the store, the same bytes for the same content.

        Args:
            form: ``nquads``, ``trig`` or ``turtle`` (which merges the named graphs).
        """
        write = {"nquads": canonical.nquads, "trig": canonical.trig, "turtle": canonical.turtle}
        with reported(self.path):
            return write[form](self.database)

    def info(self) -> Info:
        """Count what the store holds."""
        with reported(self.path):
            return count(self.database, self.path, self.manifest, self.quarantine)

    def _stored(self, digest: ox.Quad) -> Stored:
        facts = list(self.database.quads_for_pattern(digest.subject, None, None, digest.graph_name))
        return Stored(
            key=_local(digest.subject),
            id=_value(facts, V.identifier) or "",
            url=_value(facts, V.url),
            digest=_value([digest], V.digest) or "",
        )

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
        self.manifest = layout.complete(self.path)


def _database(path: Path, *, read_only: bool) -> ox.Store:
    with reported(path):
        folder = str(path / "oxigraph")
        return ox.Store.read_only(folder) if read_only and CAN_SHARE else ox.Store(folder)


def _local(term: object) -> str:
    assert isinstance(term, ox.NamedNode)  # documents are always named
    return term.value.rpartition("/")[2]


def _value(quads: list[ox.Quad], predicate: ox.NamedNode) -> str | None:
    for quad in quads:
        if quad.predicate == predicate and isinstance(quad.object, ox.NamedNode | ox.Literal):
            return quad.object.value
    return None
