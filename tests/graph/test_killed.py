"""Builds killed at random moments: what the store then holds is whole, and can be completed.

The builds run in forks of this process, from records that are ready, so that no time goes into
loading the program. ``python -m benchmarks.killed`` kills the real command.
"""

from __future__ import annotations

import os
import select
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO

import pytest

from benchmarks import killed
from extract.document import Document
from extract.record import Record
from graph.store import Store
from tests.graph.articles import document, full_record
from tests.graph.building import GATE, built

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
ROOT = Path(__file__).parents[2]
OLD = [document(id=f"d{n}", publisher=f"نشرة {n}") for n in range(8)]
NEW = [
    *OLD[:2],
    *(replace(one, title="عنوان") for one in OLD[2:]),
    document(id="late", publisher="نشرة"),
]


def extract(doc: Document) -> Record:
    """Of the old edition d7 is refused, of the new one d2: each changes its place."""
    found = full_record(doc)
    if (doc.id, doc.title) in {("d7", None), ("d2", "عنوان")}:
        found.events[0].damages[0].text = "تضرر"
    return found


def make(path: Path, edition: str) -> None:
    with Store.open(path, create=True) as store:
        built(store, *(OLD if edition == "old" else NEW), extract=extract)


SERVER = """
import os, sys
from pathlib import Path
from typing import IO
from tests.graph.test_killed import make
for line in sys.stdin:
    path, edition = line.rstrip().split("\t")
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            make(Path(path), edition)
            code = 0
        finally:
            os._exit(code)
    print(pid, flush=True)
    print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)
"""


class Builds:
    """Builds from records that are ready, one at a time, each in a fork of a loaded program.

    A fork of the tests themselves would not do: they have opened stores, and the threads with which
    the database works do not live on in a fork.
    """

    def __init__(self) -> None:
        self._server = subprocess.Popen(
            [sys.executable, "-c", SERVER],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,
        )

    def start(self, store: Path, edition: str) -> killed.Process:
        assert self._server.stdin
        assert self._server.stdout
        self._server.stdin.write(f"{store}\t{edition}\n".encode())
        return Forked(int(self._server.stdout.readline()), self._server.stdout)

    def close(self) -> None:
        assert self._server.stdin
        assert self._server.stdout
        self._server.stdin.close()
        self._server.wait()
        self._server.stdout.close()


class Forked:
    """One build."""

    def __init__(self, pid: int, told: IO[bytes]) -> None:
        self.pid = pid
        self._told = told
        self._code: int | None = None

    def poll(self) -> int | None:
        if self._code is None and select.select([self._told], [], [], 0)[0]:
            self._code = int(self._told.readline())
        return self._code


@pytest.fixture(scope="module")
def builds() -> Iterator[Builds]:
    started = Builds()
    yield started
    started.close()


def test_nothing_is_lost_or_doubled_by_a_kill(builds: Builds, tmp_path: Path) -> None:
    found = list(killed.kills(builds, tmp_path / "kg", times=8, seed=5))
    assert [kill.faults for kill in found] == [()] * 8
    states = Counter(kill.state for kill in found)
    assert states["part"] >= 2, f"hardly any build was killed in its midst: {states}"


def test_the_check_sees_what_is_lost_half_or_doubled(builds: Builds, tmp_path: Path) -> None:
    old = killed.whole(builds, tmp_path / "old", "old")
    new = killed.whole(builds, tmp_path / "new", "new")
    assert len(old.held) == len(new.held) == 1
    assert killed.inspected(tmp_path / "old", old, new, GATE) == ("part", [])
    assert killed.inspected(tmp_path / "new", old, new, GATE) == ("whole", [])
    lost = sorted(old.documents)[0]
    with Store.open(tmp_path / "old") as store:
        store.remove(lost)
    _, faults = killed.inspected(tmp_path / "old", old, new, GATE)
    assert f"the document {lost} is lost" in faults
    with Store.open(tmp_path / "new") as store:
        other = next(document for document in store.documents() if document.key != lost)
        half = store.content(other.key)
        store.replace(other.key, [q for q in half if "claim" not in str(q.subject)])
    _, faults = killed.inspected(tmp_path / "new", old, new, GATE)
    assert f"the document {other.key} is neither what it was nor what it is to be" in faults
