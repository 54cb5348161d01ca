"""A disk that fills up: one clear line, and nothing half-written."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.error import StoreError
from graph.store import Store

ROOT = Path(__file__).parents[2]

# Loads one document after another until the disk is full; says how many were loaded, and the error.
FILL = """
import resource, signal, sys
from graph import vocabulary
from graph.error import StoreError
from graph.mapping import document_dataset
from graph.store import Store
from tests.graph.articles import RUN, MadeUp, document, full_record

path, limit = sys.argv[1], int(sys.argv[2])
if limit:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
loaded = 0
try:
    store = Store.open(path, create=True)
    for number in range(2000):
        doc = document(id=f"d{number}")
        quads = vocabulary.quads(document_dataset(full_record(doc), run=RUN, entities=MadeUp()))
        store.replace(doc.key, quads)
        loaded += 1
except StoreError as error:
    print(loaded, error)
else:
    print(loaded, "never full")
"""


def fill(path: Path, limit: int = 0) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-c", FILL, str(path), str(limit)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    number, _, message = done.stdout.strip().partition(" ")
    assert "\n" not in message
    return int(number), message


def whole_documents(path: Path) -> int:
    """Number of documents of a store, each checked to have all its claims."""
    with Store.open(path) as store:
        info = store.info()
        assert info.claims == 15 * info.documents
        assert info.events == 2 * info.documents
        assert len(store.documents()) == info.documents
        return info.documents


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(disk)]
    if os.geteuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("only root may mount a small disk; the test with a file limit runs everywhere")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_leaves_whole_documents(small_disk: Path, tmp_path: Path) -> None:
    loaded, message = fill(small_disk / "kg")
    assert loaded > 0
    assert "disk is full" in message
    assert str(small_disk / "kg") in message
    copy = tmp_path / "copy"
    subprocess.run(["cp", "-r", str(small_disk / "kg"), str(copy)], check=True)
    assert whole_documents(copy) == loaded


def test_a_file_that_may_not_grow_leaves_whole_documents(tmp_path: Path) -> None:
    Store.open(tmp_path / "kg", create=True).close()
    loaded, message = fill(tmp_path / "kg", limit=3_000_000)
    assert 0 < loaded < 2000
    assert "disk is full" in message
    assert whole_documents(tmp_path / "kg") == loaded


def test_a_store_that_cannot_be_made_says_so(tmp_path: Path) -> None:
    loaded, message = fill(tmp_path / "kg", limit=100_000)
    assert loaded == 0
    assert "kg" in message
    assert "full" in message or "cannot be written" in message
    with pytest.raises(StoreError):
        Store.open(tmp_path / "kg")
