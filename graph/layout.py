"""The folder of a store: what must stand where, and of which version."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from importlib import metadata
from pathlib import Path
from typing import Final

from graph.error import StoreError
from graph.fault import readable

FORMAT: Final = 1
_MANIFEST: Final = "store.json"
_DRAFT: Final = f"{_MANIFEST}.new"
_DATABASE: Final = "oxigraph"
_BESIDE: Final = ("quarantine", "verdicts")


@dataclass(frozen=True, slots=True)
class Manifest:
    """What ``store.json`` says.

    Attributes:
        format: Version of the layout and of the graph's form; a store of a higher one is refused.
        software: Version of the software that last opened the store for building.
        complete: Whether the store was made to the end; if not, it never held a document.
    """

    format: int
    software: str
    complete: bool


def software_version() -> str:
    """Version of the installed package; ``0+source`` when it runs from a source tree."""
    try:
        return metadata.version("conflictkg")
    except metadata.PackageNotFoundError:
        return "0+source"


def read(path: Path) -> Manifest:
    """Check the folder of an existing store.

    Raises:
        StoreError: It is none, or not one that this version can open.
    """
    _refuse_file(path)
    with readable(path):
        is_empty = not path.is_dir() or _is_empty(path)
    if is_empty:
        raise StoreError(f"{path}: there is no store here; make one with conflictkg build --store")
    manifest = noted(path)
    if not manifest.complete:
        raise StoreError(
            f"{path}: the making of this store was cut off; run conflictkg build or restore again"
        )
    with readable(path):
        is_there = (path / _DATABASE / "CURRENT").is_file()
    if not is_there:
        raise StoreError(
            f"{path / _DATABASE}: the database is missing; restore a copy, or build the store anew"
        )
    return manifest


def make(path: Path) -> None:
    """Make the folder of a store if there is none.

    Raises:
        StoreError: The path is a file, holds other things, or is of a newer version.
    """
    _refuse_file(path)
    with _writing(path):
        path.mkdir(parents=True, exist_ok=True)
        is_empty = _is_empty(path)
    if is_empty:
        _write(path, Manifest(FORMAT, software_version(), complete=False))
    noted(path)


def prepare(path: Path) -> Manifest:
    """Check a folder that ``make`` made, and clear up where the making was cut off.

    Only for whoever holds the lock of the store.

    Raises:
        StoreError: It is not one that this version can open.
    """
    manifest = noted(path)
    if manifest.complete:
        return read(path)
    with _writing(path):
        for name in (_DATABASE, *_BESIDE):  # they were never in use
            shutil.rmtree(path / name, ignore_errors=True)
        (path / _DATABASE).mkdir(exist_ok=True)
    return manifest


def complete(path: Path, software: str | None = None) -> Manifest:
    """Note that the store is whole, and which software looked after it last.

    Args:
        path: The folder.
        software: Version of that software; this one if not given.

    Raises:
        StoreError: The note cannot be written.
    """
    known = software or software_version()
    manifest = replace(noted(path), software=known, complete=True)
    if manifest != noted(path):
        _write(path, manifest)
    return manifest


def database(path: Path) -> Path:
    """The folder of the database of a store."""
    return path / _DATABASE


def size(path: Path) -> int:
    """How many bytes the database of a store takes on the disk.

    Raises:
        StoreError: The folder cannot be read.
    """
    with readable(path):
        return sum(file.stat().st_size for file in database(path).rglob("*") if file.is_file())


def _is_empty(path: Path) -> bool:
    """Whether nothing stands in a folder but what a making leaves that was cut off at once."""
    return {file.name for file in path.iterdir()} <= {_DRAFT}


def _refuse_file(path: Path) -> None:
    with readable(path):
        is_file = path.exists() and not path.is_dir()
    if is_file:
        raise StoreError(f"{path}: this is a file, but a store is a folder; name another path")


def noted(path: Path) -> Manifest:
    """What ``store.json`` says, whether or not the store is whole.

    Raises:
        StoreError: It is missing, damaged, unreadable or of a newer version.
    """
    file = path / _MANIFEST
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
        version = data["format"]
        if version > FORMAT:
            raise StoreError(
                f"{path}: written by a newer version (format {version}, this one knows {FORMAT}); "
                "upgrade conflictkg"
            )
        return Manifest(format=version, software=data["software"], complete=data["complete"])
    except FileNotFoundError as error:
        raise StoreError(
            f"{path}: not a store, {_MANIFEST} is missing; choose an empty or new folder"
        ) from error
    except OSError as error:
        raise StoreError(f"{file}: cannot be read ({error.strerror})") from error
    except (ValueError, KeyError, TypeError) as error:
        raise StoreError(f"{file}: damaged; restore a copy, or build the store anew") from error


def _write(path: Path, manifest: Manifest) -> None:
    draft = path / _DRAFT
    with _writing(path):
        draft.write_text(json.dumps(asdict(manifest), indent=1) + "\n", encoding="utf-8")
        os.replace(draft, path / _MANIFEST)  # noqa: PTH105 - atomic on every system


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreError(
            f"{path}: cannot be written ({error.strerror}); check the disk and your rights"
        ) from error
