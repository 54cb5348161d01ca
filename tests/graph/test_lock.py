"""Several processes at one store: readers beside each other, a writer alone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from graph.error import StoreError
from graph.lock import CAN_SHARE
from graph.store import Store

ROOT = Path(__file__).parents[2]
OPEN = """
import sys
from graph.error import StoreError
from graph.store import Store
try:
    with Store.open(sys.argv[1], read_only=sys.argv[2] == "read") as store:
        print(store.info().quads)
except StoreError as error:
    print(error)
"""


@pytest.fixture
def made(tmp_path: Path) -> Path:
    Store.open(tmp_path / "kg", create=True).close()
    return tmp_path / "kg"


def other(path: Path, mode: str) -> str:
    """What another process prints that opens the store."""
    done = subprocess.run(
        [sys.executable, "-c", OPEN, str(path), mode],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )
    return done.stdout.strip()


@pytest.mark.skipif(not CAN_SHARE, reason="this system has no shared locks")
def test_two_may_read_at_once(made: Path) -> None:
    with Store.open(made, read_only=True) as store:
        assert other(made, "read") == str(store.info().quads)


@pytest.mark.parametrize(("mine", "theirs"), [("read", "write"), ("write", "read"), ("write",) * 2])
def test_a_writer_is_alone(made: Path, mine: str, theirs: str) -> None:
    with Store.open(made, read_only=mine == "read"):
        told = other(made, theirs)
    assert told == f"{made}: another conflictkg has this store open; wait until it ends"
    assert other(made, theirs).isdigit()


def test_a_reader_writes_nothing(made: Path) -> None:
    with Store.open(made, read_only=True) as store, pytest.raises(StoreError):
        store.replace("k", [*store.database][:1])


def test_a_reader_needs_no_right_to_write(made: Path) -> None:
    (made / "lock").chmod(0o444)
    with Store.open(made, read_only=True) as store:
        assert store.info().documents == 0
    (made / "lock").unlink()
    with Store.open(made, read_only=True) as store:
        assert store.info().documents == 0


def test_an_open_that_fails_keeps_no_lock(made: Path) -> None:
    current = made / "oxigraph" / "CURRENT"
    whole = current.read_bytes()
    current.write_text("rubbish")
    with pytest.raises(StoreError, match="damaged"):
        Store.open(made)
    current.write_bytes(whole)
    assert other(made, "write").isdigit()
