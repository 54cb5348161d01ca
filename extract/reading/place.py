"""The inputs of a run as places to read from: files by kind, folders walked in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from extract.error import InputError, Skipped
from extract.reading.unreadable import one_line

STDIN = "-"


class Kind(Enum):
    """What a file holds, by the ending of its name."""

    JSON_LINES = (".jsonl", ".ndjson")
    JSON = (".json",)
    PLAIN = (".txt",)
    PAGE = (".html", ".htm")


_KINDS = {suffix: kind for kind in Kind for suffix in kind.value}
_WITH_SIDECAR = (*Kind.PLAIN.value, *Kind.PAGE.value)


@dataclass(frozen=True, slots=True)
class Place:
    """One file to read.

    Attributes:
        path: The file.
        kind: What it holds.
    """

    path: Path
    kind: Kind

    @property
    def source(self) -> str:
        """Its name in messages."""
        return one_line(str(self.path))


def check_inputs(inputs: Sequence[str]) -> None:
    """Refuse inputs that cannot be meant, before anything is read.

    Raises:
        InputError: None is given, one does not exist, or standard input is named twice.
    """
    if not inputs:
        raise InputError("no input: name files, folders, or - for JSON lines on standard input")
    if list(inputs).count(STDIN) > 1:
        raise InputError("standard input (-) can be read only once: name it once")
    for name in inputs:
        if name != STDIN and not _exists(name):
            raise InputError(
                f"{one_line(name)}: no file or folder can be found there: check the path"
            )


def all_places(inputs: Sequence[str]) -> Iterator[Place | Skipped | str]:
    """The files of all inputs, in their order, none of them twice; ``-`` stands for itself."""
    named = frozenset(Path(name).resolve() for name in inputs if name != STDIN)
    done: set[Path] = set()
    for name in inputs:
        if name == STDIN:
            yield STDIN
            continue
        for place in places(name, named):
            if isinstance(place, Place):
                resolved = place.path.resolve()
                if resolved in done:
                    continue
                done.add(resolved)
            yield place


def places(name: str, named: frozenset[Path]) -> Iterator[Place | Skipped]:
    """The files of one input, folders in the order of their names.

    Args:
        name: The input, a file or a folder.
        named: All inputs of the run, resolved: a sidecar named beside its article is no news.
    """
    path = Path(name)
    if not path.is_dir():
        yield from _named_file(path, named)
        return
    empty = True
    for place in _walk(path):
        empty = False
        yield place
    if empty:
        yield _skipped(path, "the folder has no files to read: check the path")


def sidecar(path: Path) -> Path | None:
    """The metadata file beside a text or page (same name, ``.json``), if there is one."""
    if path.suffix.lower() not in _WITH_SIDECAR:
        return None
    return next((p for p in _siblings(path, Kind.JSON.value)), None)


def _exists(name: str) -> bool:
    try:
        return Path(name).exists()
    except (OSError, ValueError):  # too long, or a NUL in it
        return False


def _named_file(path: Path, named: frozenset[Path]) -> Iterator[Place | Skipped]:
    owner = _owner(path)
    if owner is None:
        yield _place(path)
    elif named.isdisjoint((owner.resolve(), *owner.resolve().parents)):
        yield _skipped(
            path, f"it is the metadata of {one_line(owner.name)}: name that file as the input"
        )


def _walk(folder: Path) -> Iterator[Place | Skipped]:
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        yield _skipped(folder, _unread(error))
        return
    for entry in entries:
        if not entry.name.startswith("."):
            try:
                yield from _entry(entry)
            except OSError as error:
                yield _skipped(entry, _unread(error))


def _entry(entry: Path) -> Iterator[Place | Skipped]:
    if not entry.is_dir():
        if _owner(entry) is None:
            yield _place(entry)
    elif entry.is_symlink():  # may lead round in a circle
        yield _skipped(entry, "it is a link to a folder: name that folder as an input")
    else:
        yield from _walk(entry)


def _place(path: Path) -> Place | Skipped:
    if not path.is_file():
        return _skipped(path, "it is no regular file: save its content in one")
    kind = _KINDS.get(path.suffix.lower())
    if kind is None:
        return _skipped(
            path,
            f"unknown kind of file ({one_line(path.suffix) or 'no ending'}):"
            f" these are read: {' '.join(_KINDS)}",
        )
    return Place(path, kind)


def _owner(path: Path) -> Path | None:
    """The text or page whose sidecar this file is."""
    if path.suffix.lower() not in Kind.JSON.value:
        return None
    return next((p for p in _siblings(path, _WITH_SIDECAR)), None)


def _siblings(path: Path, suffixes: Sequence[str]) -> Iterator[Path]:
    for suffix in suffixes:
        for spelt in (suffix, suffix.upper()):
            sibling = path.with_suffix(spelt)
            if sibling.is_file():
                yield sibling


def skipped_unread(path: Path, error: OSError) -> Skipped:
    """A file that the system would not open or read to its end."""
    return _skipped(path, _unread(error))


def _unread(error: OSError) -> str:
    return f"it cannot be read ({error.strerror}): check its permissions"


def _skipped(path: Path, reason: str) -> Skipped:
    return Skipped(source=one_line(str(path)), id=None, reason=reason)
