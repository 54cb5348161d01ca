"""Who may have a store open: several readers, or one that writes.

The lock is on the file ``lock`` in the folder of the store. The system gives it back when a process
ends, however it ends. Where a system has no such locks (Windows), nobody shares: a reader opens the
database for writing, and the lock of the database itself keeps others out.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import IO, Final

from graph.error import StoreError

_FILE: Final = "lock"
CAN_SHARE: Final = sys.platform != "win32"
"""Whether several processes can read a store at once."""


class Lock:
    """A lock on the folder of a store, held until ``release``."""

    def __init__(self, path: Path, *, shared: bool) -> None:
        """Take the lock of the store in ``path``, or fail at once.

        Args:
            path: The folder; it exists.
            shared: Whether to read only, beside other readers.

        Raises:
            StoreError: A process that excludes this one has the store open.
        """
        self._file = _opened(path / _FILE, shared=shared)
        if self._file is not None and not _is_taken(self._file, shared=shared):
            self._file.close()
            raise StoreError(f"{path}: another conflictkg has this store open; wait until it ends")

    def release(self) -> None:
        """Give the lock back. Idempotent."""
        if self._file is not None:
            self._file.close()
            self._file = None


def _opened(file: Path, *, shared: bool) -> IO[bytes] | None:
    """The lock file; none for a reader of a store on a medium where nobody can write."""
    try:
        return file.open("ab")
    except OSError as error:
        if not shared:
            raise StoreError(
                f"{file}: cannot be written ({error.strerror}); check the disk and your rights"
            ) from error
    return file.open("rb") if file.is_file() else None


def _is_taken(file: IO[bytes], *, shared: bool) -> bool:
    if sys.platform == "win32":
        return True
    import fcntl

    try:
        fcntl.flock(file, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
