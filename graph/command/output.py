"""Where results and messages go: standard output or a file that appears only when it is whole."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from extract.error import ConflictKGError

PLAIN_WIDTH = 120
"""Cells a line where the output is no terminal and ``COLUMNS`` does not say otherwise."""


class OutputError(ConflictKGError):
    """The file named with ``-o`` cannot be written."""


@contextmanager
def opened(path: Path | None) -> Iterator[BinaryIO]:
    """A binary stream to standard output (``None`` or ``-``) or to a file.

    The file is written beside its place under another name and moved there at the end: a run that
    stops leaves the old file as it was.

    Raises:
        OutputError: The file cannot be made or written.
    """
    if path is None or str(path) == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    if path.is_dir():
        raise OutputError(f"{path}: is a folder; name a file with -o")
    try:
        descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise OutputError(_cannot(path, error)) from error
    try:
        with os.fdopen(descriptor, "wb") as stream:
            yield stream
        Path(name).chmod(_mode(path))
        Path(name).replace(path)
    except OSError as error:
        raise OutputError(_cannot(path, error)) from error
    finally:
        Path(name).unlink(missing_ok=True)


def _mode(path: Path) -> int:
    """Permissions of the file that is replaced, or those that a new file would get."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _cannot(path: Path, error: OSError) -> str:
    return f"{path}: cannot be written ({error.strerror or error}); name another file with -o"


def to_terminal(path: Path | None) -> bool:
    """Whether results go to somebody's screen."""
    return (path is None or str(path) == "-") and sys.stdout.isatty()


def width(path: Path | None) -> int:
    """Cells that a line of a table may take."""
    fallback = (PLAIN_WIDTH, 24)
    if to_terminal(path) or "COLUMNS" in os.environ:
        return max(shutil.get_terminal_size(fallback).columns, 20)
    return PLAIN_WIDTH


def say(message: str) -> None:
    """Write one message to standard error."""
    print(message, file=sys.stderr)
