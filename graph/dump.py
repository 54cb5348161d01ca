"""A dump: all that a store holds as one text, the same bytes for the same content.

::

    # conflictkg dump 1
    # store {"format": 1, "software": "0.1.0"}
    <...> <...> <...> <...> .                   canonical N-Quads, sorted
    # quarantine {"base64": ..., "file": "record.json", "key": ...}      sorted
    # end {"quads": ..., "quarantined": ..., "sha256": ...}

What is not RDF stands in comments, so every program that reads N-Quads reads a dump. The last line
counts the quads and the files in quarantine and has the SHA-256 of all lines above it: a dump that
was cut off or changed is not mistaken for a whole one.

The order is canonical because it is that of the lines themselves: code point by code point, with no
regard to how a database numbers its terms or in which order documents came. There are no blank
nodes, so a quad has one line only.

Left out is what the rest decides: verdicts, which the shapes give again, and the lock.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import IO, Final, Protocol

import zstandard

from graph import canonical
from graph.fault import reported
from graph.lines import PART, in_order
from graph.store import Store

VERSION: Final = 1
HEAD: Final = b"# conflictkg dump "
STORE: Final = b"# store "
QUARANTINE: Final = b"# quarantine "
END: Final = b"# end "

LEVEL: Final = 10
"""zstd's; part of what makes the bytes of a dump."""


class Output(Protocol):
    """Where a dump goes."""

    def write(self, data: bytes, /) -> int:
        """Take the next bytes."""


@dataclass(frozen=True, slots=True)
class Dumped:
    """How much a dump holds: quads, and documents in quarantine."""

    quads: int
    quarantined: int


def dump(store: Store, out: Output, part: int = PART) -> Dumped:
    """Write all that a store holds as plain text.

    Args:
        store: Open, for reading at least.
        out: Where to.
        part: Quads that are sorted in memory at once.

    Raises:
        DumpError: The folder for temporary files is full or cannot be written.
        StoreError: The store cannot be read.
        OSError: ``out`` cannot be written.
    """
    written = _Written(out)
    manifest = {"format": store.manifest.format, "software": store.manifest.software}
    written.line(HEAD + str(VERSION).encode())
    written.line(STORE + _json(manifest))
    quads = 0
    with in_order(_lines(store), part) as lines:
        for line in lines:
            written.raw(line)
            quads += 1
    keys = store.quarantine.keys()
    files = 0
    for key in keys:
        for name, content in store.quarantine.files(key).items():
            kept = {"base64": base64.b64encode(content).decode(), "file": name, "key": key}
            written.line(QUARANTINE + _json(kept))
            files += 1
    digest = written.sha256.hexdigest()
    written.line(END + _json({"quads": quads, "quarantined": files, "sha256": digest}))
    return Dumped(quads, len(keys))


def compress(store: Store, out: IO[bytes], part: int = PART) -> Dumped:
    """Write a dump as one zstd frame of fixed level with a checksum; see ``dump``."""
    packer = zstandard.ZstdCompressor(LEVEL, write_checksum=True, write_content_size=False)
    with packer.stream_writer(out, closefd=False) as packed:
        return dump(store, packed, part)


class _Written:
    """Lines written, and their digest."""

    def __init__(self, out: Output) -> None:
        self._out = out
        self.sha256 = hashlib.sha256()

    def line(self, line: bytes) -> None:
        self.raw(line + b"\n")

    def raw(self, line: bytes) -> None:
        self.sha256.update(line)
        self._out.write(line)


def _lines(store: Store) -> Iterator[bytes]:
    with reported(store.path):
        for quad in store.database.quads_for_pattern(None, None, None, None):
            yield canonical.line(quad).encode()


def _json(content: Mapping[str, object]) -> bytes:
    return json.dumps(content, sort_keys=True, ensure_ascii=True).encode()
