"""A real Dask scheduler and real workers on loopback."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from graph.error import SpreadError
from graph.spread.cluster import Cluster
from graph.spread.here import Here
from tests.graph.articles import document
from tests.graph.spread.recipe import Recipe, Unavailable
from tests.graph.spread.runs import MIXED, built

ROOT = Path(__file__).parents[3]
PATIENCE = 90.0

# Dask's own background threads and sockets are closed by Dask, not always before the test is over.
pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning")


class Running:
    """A scheduler and workers, each a process."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.processes: list[subprocess.Popen[bytes]] = []
        told = self._start("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        self.address = _seen(told, r"Scheduler at:\s+(tcp://[0-9.:]+)")

    def add_worker(self) -> None:
        number = len(self.processes)
        told = self._start(
            "worker",
            self.address,
            *("--no-nanny", "--no-dashboard", "--nthreads", "1"),
            *("--local-directory", str(self.folder / f"space-{number}")),
        )
        _seen(told, r"(Starting established connection)")

    def _start(self, kind: str, *arguments: str) -> Path:
        told = self.folder / f"{kind}-{len(self.processes)}.log"
        command = [sys.executable, "-m", f"distributed.cli.dask_{kind}", *arguments]
        environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "0",
        }
        with told.open("wb") as log:
            self.processes.append(
                subprocess.Popen(command, stdout=log, stderr=log, cwd=ROOT, env=environment)
            )
        return told

    def stop(self) -> None:
        for process in self.processes:
            process.kill()
            process.wait()


def _seen(log: Path, pattern: str) -> str:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        found = re.search(pattern, log.read_text(encoding="utf-8"))
        if found:
            return found[1]
        time.sleep(0.05)
    raise AssertionError(log.read_text(encoding="utf-8"))


@contextmanager
def running(folder: Path, workers: int) -> Iterator[Running]:
    cluster = Running(folder)
    try:
        for _ in range(workers):
            cluster.add_worker()
        yield cluster
    finally:
        cluster.stop()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "cluster").mkdir()
    return tmp_path / "cluster"


def killer(cluster: Running, after: int) -> Callable[[int, str], None]:
    def kill(done: int, _: str) -> None:
        if done == after:
            cluster.processes[1].kill()

    return kill


def test_a_worker_killed_half_way_changes_no_byte(tmp_path: Path, folder: Path) -> None:
    recipe = Recipe(tmp_path)
    one, whole = built(tmp_path / "one", MIXED, Here(recipe))
    with running(folder, workers=2) as cluster:
        told = killer(cluster, after=6)
        slow = Recipe(tmp_path, 0.05)
        found, quads = built(tmp_path / "two", MIXED, Cluster(cluster.address, slow), told)
        assert cluster.processes[1].wait() == -9
    assert quads == whole
    assert found.text() == one.text()
    assert len(list(tmp_path.glob("worker-*"))) == 3


def test_an_article_that_kills_workers_is_skipped(tmp_path: Path, folder: Path) -> None:
    items = [document(id=name) for name in ("a", "poison-1", "b", "c")]
    with running(folder, workers=3) as cluster:
        found, _ = built(tmp_path / "kg", items, Cluster(cluster.address, Recipe(tmp_path)))
        with pytest.raises(Exception, match=r"^model: not there for conflictkg; install it$"):
            built(tmp_path / "kg", [document()], Cluster(cluster.address, Unavailable()))
    assert found.loaded == 3
    assert [one.reason for one in found.skipped] == [
        "the workers of the cluster died while they read it: split the article, "
        "or give each worker more memory"
    ]


def test_no_scheduler_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.spread.cluster._ANSWER", "500ms")
    with pytest.raises(SpreadError, match=r"^tcp://127\.0\.0\.1:1: no Dask scheduler answers"):
        built(tmp_path / "kg", [document()], Cluster("tcp://127.0.0.1:1", Recipe(tmp_path)))
