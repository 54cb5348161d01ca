"""The quarantine: documents that the shapes refused, each kept with the reason and all its data.

A document is either in the store or in quarantine. To move it takes two writes, one to the database
and one to a folder, and a process can be killed between them. So the folder is first written, or
put aside, under a hidden name, and while it is hidden the database decides: a document that is
loaded is not in quarantine. Whoever next opens the store to write clears the hidden names up.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from pydantic import AwareDatetime, BaseModel, ConfigDict, ValidationError

from extract.record import Record
from graph.error import StoreError
from graph.run import Run
from graph.stored import is_key

RECORD: Final = "record.json"
ORIGIN: Final = "origin.json"
_HIDDEN: Final = "."


class Origin(BaseModel):
    """Where a record came from and why it was refused.

    Attributes:
        source: Where the article was read from.
        digest: ``Run.digest`` of the article as it was read.
        reason: The first thing that is wrong.
        software: Name of the program that extracted the record.
        version: Its version, that of the rules included.
        started: When that run began.
        configuration: Its settings.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    source: str
    digest: str
    reason: str = ""
    software: str
    version: str
    started: AwareDatetime
    configuration: dict[str, str]

    @classmethod
    def of(cls, run: Run, *, source: str, digest: str) -> Origin:
        """The origin of a record that ``run`` made from ``source``."""
        return cls(
            source=source,
            digest=digest,
            software=run.software,
            version=run.version,
            started=run.started,
            configuration=dict(run.configuration),
        )

    @property
    def run(self) -> Run:
        """The run that extracted the record."""
        started: datetime = self.started
        return Run(self.software, self.version, started, self.configuration)


@dataclass(frozen=True, slots=True)
class Held:
    """A document in quarantine."""

    record: Record
    origin: Origin


def _nothing(_: str) -> bool:
    return False


class Quarantine:
    """A folder that holds one folder for each document refused.

    In it stand ``record.json``, ``origin.json``, ``report.txt`` and, when the record could be
    mapped, ``report.ttl``, ``report.json`` and ``data.trig``.
    """

    def __init__(self, path: Path, is_loaded: Callable[[str], bool] = _nothing) -> None:
        """Use the folder ``path``; it is made when the first document comes.

        Args:
            path: The folder.
            is_loaded: Whether the database of the store has the document with this key.
        """
        self.path = path
        self._is_loaded = is_loaded

    def keys(self) -> list[str]:
        """Keys of the documents held, sorted."""
        names = self._complete()
        kept = {name for name in names if not name.startswith(_HIDDEN)}
        hidden = {name.removeprefix(_HIDDEN) for name in names} - kept
        return sorted(kept | {key for key in hidden if not self._is_loaded(key)})

    def folder(self, key: str) -> Path:
        """The folder of a document held.

        Raises:
            StoreError: It is not held.
        """
        if key not in self.keys():
            raise StoreError(
                f"{self.path}: no document «{key}» in quarantine; see conflictkg quarantine list"
            )
        kept = self.path / key
        return kept if (kept / RECORD).is_file() else self._hidden(key)

    def files(self, key: str) -> dict[str, bytes]:
        """All files that are kept of a document, by name, sorted.

        Raises:
            StoreError: It is not held, or a file cannot be read.
        """
        folder = self.folder(key)
        with _reading(folder):
            found = sorted(path for path in folder.iterdir() if path.is_file())
            return {path.name: path.read_bytes() for path in found if is_key(path.name)}

    def put(self, record: Record, origin: Origin, files: Mapping[str, bytes]) -> Path:
        """Keep a document, in place of what was kept of it before.

        Args:
            record: What was extracted.
            origin: Where from, and why it is refused.
            files: Further files by name: the report and the data.

        Returns:
            The folder of the document.

        Raises:
            StoreError: It cannot be written.
        """
        self.draft(record, origin, files)
        return self.keep(record.key)

    def draft(self, record: Record, origin: Origin, files: Mapping[str, bytes]) -> None:
        """Write all that ``put`` writes, under the hidden name: while the store has the document.

        Raises:
            StoreError: It cannot be written.
        """
        made = {name: content for name, content in files.items() if name != RECORD}
        made[ORIGIN] = f"{origin.model_dump_json(indent=1)}\n".encode()
        self.write(record.key, {**made, RECORD: f"{record.model_dump_json(indent=1)}\n".encode()})

    def write(self, key: str, files: Mapping[str, bytes]) -> None:
        """Write files under the hidden name of a document; the record, last, makes it whole.

        Raises:
            StoreError: They cannot be written.
        """
        folder = self._hidden(key)
        with _writing(self.path / key):
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
            for name in sorted(set(files) - {RECORD}):
                (folder / name).write_bytes(files[name])
            record = folder / f"{RECORD}.new"
            record.write_bytes(files[RECORD])
            record.replace(folder / RECORD)

    def keep(self, key: str) -> Path:
        """Give a hidden folder its name, now that the store does not have the document.

        Raises:
            StoreError: It cannot be renamed.
        """
        folder = self.path / key
        with _writing(folder):
            shutil.rmtree(folder, ignore_errors=True)
            self._hidden(key).rename(folder)
        return folder

    def hide(self, key: str) -> None:
        """Put what is kept of a document aside, if anything, before the store takes it in.

        Raises:
            StoreError: It cannot be renamed.
        """
        folder = self.path / key
        if folder.is_dir():
            with _writing(folder):
                shutil.rmtree(self._hidden(key), ignore_errors=True)
                folder.rename(self._hidden(key))

    def release(self, key: str) -> None:
        """Drop what is kept of a document, if anything.

        Raises:
            StoreError: It cannot be removed.
        """
        for folder in (self.path / key, self._hidden(key)):
            if folder.is_dir():
                with _writing(folder):
                    shutil.rmtree(folder)

    def settle(self) -> None:
        """Clear up after a run that was cut off. Only for whoever writes to the store.

        Raises:
            StoreError: Something cannot be renamed or removed.
        """
        whole = self._complete()
        for folder in sorted(self.path.iterdir()) if self.path.is_dir() else ():
            key = folder.name.removeprefix(_HIDDEN)
            if key == folder.name:
                continue
            if folder.name in whole and not self._is_loaded(key):
                self.keep(key)
            else:
                with _writing(folder):
                    shutil.rmtree(folder)

    def record(self, key: str) -> Record:
        """Read the record of a document held.

        Raises:
            StoreError: It is not held, or is damaged.
        """
        file = self.folder(key) / RECORD
        with _reading(file):
            return Record.model_validate_json(file.read_bytes())

    def held(self, key: str) -> Held:
        """Read a document held.

        Raises:
            StoreError: It is not held, or is damaged.
        """
        record = self.record(key)
        file = self.folder(key) / ORIGIN
        with _reading(file):
            return Held(record, Origin.model_validate_json(file.read_bytes()))

    def _hidden(self, key: str) -> Path:
        return self.path / f"{_HIDDEN}{key}"

    def _complete(self) -> set[str]:
        """Names of the folders with a record in them, hidden ones included."""
        if not self.path.is_dir():
            return set()
        with _reading(self.path):
            whole = [one.name for one in self.path.iterdir() if (one / RECORD).is_file()]
        return {name for name in whole if is_key(name.removeprefix(_HIDDEN))}


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreError(
            f"{path}: cannot be read ({error.strerror}); build the article again"
        ) from error
    except ValidationError as error:
        where = ".".join(str(part) for part in error.errors()[0]["loc"]) or "the file"
        raise StoreError(
            f"{path}: is damaged ({where}: {error.errors()[0]['msg']}); build the article again"
        ) from error


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreError(
            f"{folder}: the quarantine cannot be written ({error.strerror}); make room"
        ) from error
