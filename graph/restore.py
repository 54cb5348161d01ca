"""Restoring: a dump into a new store, all or nothing.

The new folder counts as a store only when the last line of the dump has been read and found right.
Until then it says of itself that its making was not finished, which no command takes for a store.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import io
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final, cast

import pyoxigraph as ox
import zstandard

from graph import layout
from graph.dump import END, HEAD, QUARANTINE, STORE, VERSION, Dumped
from graph.error import DumpError, StoreError
from graph.fault import one_line, reported
from graph.lock import Lock
from graph.quarantine import RECORD, Quarantine
from graph.stored import is_key

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_ZSTD: Final = b"\x28\xb5\x2f\xfd"
_COMMENT: Final = b"# "
_FIRST: Final = 200
"""Bytes within which the first line ends, if it is that of a dump."""


def restore(source: IO[bytes], name: str, path: Path) -> Dumped:
    """Make a store from a dump.

    Args:
        source: The dump, compressed or plain.
        name: What to call it in messages.
        path: Folder of the new store: new, empty, or left by a restore that was killed.

    Raises:
        DumpError: It is no dump, a newer one, cut off or damaged; nothing is left in ``path``.
        StoreError: ``path`` holds something already, or cannot be written; nothing was left in it.
    """
    lines = _Lines(source, name)
    software = lines.head()
    is_new = not path.exists()
    layout.make(path)
    lock = Lock(path, shared=False)
    try:
        if layout.noted(path).complete:
            raise StoreError(f"{path}: holds a store already; restore into a new or empty folder")
        with _cleared(path, is_new=is_new):
            done = _filled(lines, path)
            layout.complete(path, software)
    finally:
        lock.release()
    return done


@contextmanager
def _cleared(path: Path, *, is_new: bool) -> Iterator[None]:
    """Leave nothing of what a restore made that comes to no good end."""
    try:
        yield
    except BaseException:
        for part in path.iterdir():
            if part.is_dir():
                shutil.rmtree(part, ignore_errors=True)
            else:
                part.unlink(missing_ok=True)
        if is_new:
            path.rmdir()
        raise


def _filled(lines: _Lines, path: Path) -> Dumped:
    layout.prepare(path)
    quads = _loaded(lines, path)
    documents = _set_aside(lines, Quarantine(path / "quarantine"))
    lines.end(quads)
    return Dumped(quads, documents)


def _loaded(lines: _Lines, path: Path) -> int:
    """Load the quads; return how many the database then has."""
    with reported(path):
        database = ox.Store(str(layout.database(path)))
        try:
            database.bulk_load(cast("IO[bytes]", lines), format=ox.RdfFormat.N_QUADS)
            database.flush()
            return len(database)
        except SyntaxError as error:
            raise lines.damaged(one_line(error)) from error
        finally:
            del database  # Oxigraph gives its lock back


def _set_aside(lines: _Lines, quarantine: Quarantine) -> int:
    """Put the documents in quarantine back; return how many there are."""
    found: dict[str, dict[str, bytes]] = {}
    last = None
    for key, file, content in lines.kept():
        if last not in {None, key}:
            _put(quarantine, *found.popitem(), lines)
        found.setdefault(key, {})[file] = content
        last = key
    if found:
        _put(quarantine, *found.popitem(), lines)
    return len(quarantine.keys())


def _put(quarantine: Quarantine, key: str, files: dict[str, bytes], lines: _Lines) -> None:
    if RECORD not in files:
        raise lines.damaged(f"{key} in quarantine has no record")
    quarantine.write(key, files)
    quarantine.keep(key)


class _Lines:
    """The lines of a dump, read once from the first to the last."""

    def __init__(self, source: IO[bytes], name: str) -> None:
        self._name = name
        self._sha256 = self._before = hashlib.sha256()
        self._ahead = b""
        """A line that was read and belongs to the next part."""
        self._files = 0
        self._source: IO[bytes]
        start = source.read(len(_ZSTD))
        whole = io.BufferedReader(_Joined(start, source))
        if start == _ZSTD:
            unpacker = zstandard.ZstdDecompressor()
            self._source = io.BufferedReader(
                unpacker.stream_reader(whole, read_across_frames=True), 1 << 18
            )
        else:
            self._source = whole

    def damaged(self, reason: str) -> DumpError:
        """The error for a dump that is not as it was written."""
        return DumpError(
            f"{self._name}: the dump is damaged ({reason}); nothing was restored; copy it "
            "anew from where it is whole"
        )

    def head(self) -> str:
        """Read the first lines; return the version of the software that looked after the store."""
        foreign = DumpError(
            f"{self._name}: is no dump; name a file that conflictkg dump has written"
        )
        try:
            first = self._line(_FIRST)
        except DumpError as error:
            raise foreign from error
        version = first.removeprefix(HEAD).strip()
        if not first.startswith(HEAD) or not version.isdigit():
            raise foreign
        if int(version) > VERSION:
            raise DumpError(
                f"{self._name}: a dump of form {int(version)}, this software knows {VERSION}; "
                "upgrade conflictkg"
            )
        said = self._said(STORE, self._line())
        form, software = said.get("format"), said.get("software")
        if not isinstance(form, int) or not isinstance(software, str):
            raise self.damaged("its second line")
        if form > layout.FORMAT:
            raise DumpError(
                f"{self._name}: of a newer version of the store (format {form}, this one knows "
                f"{layout.FORMAT}); upgrade conflictkg"
            )
        return software

    def read(self, size: int = -1) -> bytes:
        """The next lines that are quads, some ``size`` bytes of them; nothing after the last."""
        found: list[bytes] = []
        length = 0
        while not self._ahead and (length < size or size < 0):
            line = self._line()
            if line.startswith(_COMMENT):
                self._ahead = line
            else:
                found.append(line)
                length += len(line)
        return b"".join(found)

    def kept(self) -> Iterator[tuple[str, str, bytes]]:
        """Key, name and content of each file in quarantine, as they stand in the dump."""
        while not self._ahead.startswith(END):
            said = self._said(QUARANTINE, self._ahead)
            key, file, text = said.get("key"), said.get("file"), said.get("base64")
            if not (isinstance(key, str) and isinstance(file, str) and isinstance(text, str)):
                raise self.damaged("a line of the quarantine")
            if not (is_key(key) and is_key(file)):
                raise self.damaged("a name in the quarantine")
            try:
                yield key, file, base64.b64decode(text, validate=True)
            except binascii.Error as error:
                raise self.damaged("a file in the quarantine") from error
            self._files += 1
            self._ahead = self._line()

    def end(self, quads: int) -> None:
        """Hold the last line against what was read.

        Raises:
            DumpError: Something is missing, too much or changed.
        """
        said = self._said(END, self._ahead)
        seen = {
            "quads": quads,
            "quarantined": self._files,
            "sha256": self._before.hexdigest(),
        }
        if said != seen:
            raise self.damaged("its content is not what its last line says")
        if self._read(1):
            raise self.damaged("something stands after its last line")

    def _line(self, longest: int = -1) -> bytes:
        line = self._read(longest, to_line_end=True)
        if not line.endswith(b"\n"):
            raise self.damaged("it is cut off")
        self._before = self._sha256.copy() if line.startswith(END) else self._sha256
        self._sha256.update(line)
        return line

    def _read(self, longest: int, *, to_line_end: bool = False) -> bytes:
        try:
            return self._source.readline(longest) if to_line_end else self._source.read(longest)
        except zstandard.ZstdError as error:
            raise self.damaged(one_line(error)) from error
        except OSError as error:
            raise DumpError(
                f"{self._name}: cannot be read ({error.strerror}); check the disk and your rights"
            ) from error

    def _said(self, mark: bytes, line: bytes) -> dict[str, object]:
        try:
            said = json.loads(line.removeprefix(mark)) if line.startswith(mark) else None
        except ValueError:
            said = None
        if not isinstance(said, dict):
            raise self.damaged(f"«{line[:40].decode('utf-8', 'replace').strip()}»")
        return said


class _Joined(io.RawIOBase):
    """Bytes that were read already, and the stream that they came from."""

    def __init__(self, start: bytes, rest: IO[bytes]) -> None:
        super().__init__()
        self._start = start
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        """Fill a buffer; return how much there was."""
        view = memoryview(buffer)
        data = self._start[: len(view)] or self._rest.read(len(view))
        self._start = self._start[len(view) :]
        view[: len(data)] = data
        return len(data)
