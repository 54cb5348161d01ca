"""What goes wrong below the store, told to the user with the remedy."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from graph.error import StoreError


@contextmanager
def reported(path: Path) -> Iterator[None]:
    """Turn what Oxigraph raises while it reads or writes ``path`` into a ``StoreError``."""
    try:
        yield
    except (OSError, RuntimeError) as error:
        raise StoreError(f"{path}: {_remedy(error)}") from error


@contextmanager
def readable(path: Path) -> Iterator[None]:
    """Turn what the system raises while a folder of a store is read into a ``StoreError``."""
    try:
        yield
    except OSError as error:
        raise StoreError(
            f"{path}: cannot be read ({error.strerror}); check your rights on the folder"
        ) from error


def _remedy(error: OSError | RuntimeError) -> str:
    text = one_line(error)
    if "LOCK" in text or "lock hold" in text:
        return "another conflictkg has this store open; wait until it ends"
    if "No space left" in text or "File too large" in text or "Disk quota" in text:
        return "the disk is full; nothing was half-written; make room and run again"
    if "Read-only file system" in text or "Permission denied" in text:
        return f"the store cannot be written here ({text}); check the rights on the folder"
    return f"the store is damaged or unreadable ({text}); restore a copy, or build it anew"


_LONGEST: Final = 240


def syntax(error: SyntaxError) -> str:
    """Return where and why a query cannot be read, without the list of all that might stand there.

    >>> syntax(SyntaxError("error at 1:9: expected one of Prefix not found, ['%'], ['-' | '0']"))
    'error at 1:9: a prefix is used that is not declared'
    """
    place, _, reason = one_line(error).partition(": ")
    if "Prefix not found" in reason:
        reason = "a prefix is used that is not declared"
    elif len(reason) > _LONGEST:
        reason = f"{reason[:_LONGEST]} …"
    return f"{place}: {reason}" if reason else place


def one_line(error: Exception) -> str:
    """Return the message of an error on one line."""
    return " ".join(str(error).split())
