"""What of a store on a server stays on this machine.

Quarantine and verdicts are files, and so is the note of the lease that was taken last. They lie in
a folder of their own for each server: below ``CONFLICTKG_STATE`` if that is set, else where the
system keeps the state of programs (``XDG_STATE_HOME``, ``~/.local/state``, on Windows
``LOCALAPPDATA``), under ``conflictkg/`` and a name made from the address.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

from graph.error import StoreError
from graph.remote.address import Address


def folder(address: Address, environment: Mapping[str, str], home: Path) -> Path:
    """The folder for the store at an address; it need not exist.

    Args:
        address: Where the server takes updates decides: two ways to write one address share it.
        environment: Variables of the process.
        home: The user's own folder.
    """
    readable = re.sub(r"[^A-Za-z0-9]+", "-", address.update.partition("://")[2]).strip("-")[:60]
    digest = hashlib.sha256(address.update.encode()).hexdigest()[:8]
    return _root(environment, home) / f"{readable}-{digest}"


def _root(environment: Mapping[str, str], home: Path) -> Path:
    if own := environment.get("CONFLICTKG_STATE"):
        return Path(own)
    if state := environment.get("XDG_STATE_HOME") or environment.get("LOCALAPPDATA"):
        return Path(state) / "conflictkg"
    return home / ".local" / "state" / "conflictkg"


def make(path: Path) -> None:
    """Make the folder if there is none.

    Raises:
        StoreError: It cannot be made.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            f"{path}: the folder for what stays on this machine cannot be made "
            f"({error.strerror}); name another one in CONFLICTKG_STATE"
        ) from error
