"""One run at a time writes to a server; a dead one does not keep others out for ever."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from typer.testing import CliRunner

from graph.command.app import app
from graph.error import StoreError
from graph.store import Store
from tests.graph.remote.servers import Server
from tests.graph.remote.test_server import A, B, in_folder, run

ROOT = Path(__file__).parents[3]
HOLD = """
import sys, time
from graph.store import Store
with Store.open(sys.argv[1]) as store:
    print("open", flush=True)
    time.sleep(600)
"""


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a test does from here on, it does as if on another machine."""
    monkeypatch.setenv("CONFLICTKG_STATE", str(tmp_path / "elsewhere"))


def holder(address: str, state: Path) -> subprocess.Popen[str]:
    """Another process that has the store open for writing."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, address],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "CONFLICTKG_STATE": str(state), "PYTHONPATH": str(ROOT)},
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    return process


def kill(process: subprocess.Popen[str]) -> None:
    process.send_signal(signal.SIGKILL)
    process.wait()
    if process.stdout:
        process.stdout.close()


@pytest.fixture
def made(server: Server) -> Server:
    Store.open(server.address, create=True).close()
    return server


@pytest.mark.usefixtures("elsewhere")
def test_a_second_writer_is_told_who_writes(made: Server, tmp_path: Path) -> None:
    process = holder(made.address, tmp_path / "state")
    try:
        with pytest.raises(StoreError, match="another conflictkg writes there") as caught:
            Store.open(made.address, create=True)
        assert f"process {process.pid} on " in str(caught.value)
        assert "conflictkg unlock --store" in str(caught.value)
        with Store.open(made.address, read_only=True) as store:
            assert store.documents() == []
    finally:
        kill(process)
    with pytest.raises(StoreError, match=f"process {process.pid} on "):
        Store.open(made.address)
    done = CliRunner().invoke(app, ["unlock", "--store", made.address])
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr.startswith(f"taken away from process {process.pid} on ")
    Store.open(made.address).close()
    again = CliRunner().invoke(app, ["unlock", "--store", made.address])
    assert again.stderr == "nobody writes there\n"


def test_a_second_writer_on_this_machine_is_told_so(made: Server, tmp_path: Path) -> None:
    process = holder(made.address, tmp_path / "state")
    try:
        with pytest.raises(StoreError, match="another conflictkg on this machine writes there"):
            Store.open(made.address)
    finally:
        kill(process)


def test_the_next_run_from_here_takes_over_from_a_killed_one(made: Server, tmp_path: Path) -> None:
    kill(holder(made.address, tmp_path / "state"))
    with Store.open(made.address) as store:
        assert run(store, A).loaded == 1
        assert store.export("nquads") == in_folder(tmp_path / "kg", A)
    with Store.open(made.address) as store:
        assert len(store.documents()) == 1


def test_a_run_whose_lease_was_broken_writes_no_more(made: Server, tmp_path: Path) -> None:
    with Store.open(made.address) as store:
        run(store, A)
        CliRunner().invoke(app, ["unlock", "--store", made.address])
        with pytest.raises(StoreError, match="was taken away by conflictkg unlock"):
            run(store, B)
    with Store.open(made.address) as store:
        assert store.export("nquads") == in_folder(tmp_path / "kg", A)


def test_of_many_that_come_at_once_at_most_one_writes(made: Server, tmp_path: Path) -> None:
    """Each says when it began and ended to write; no two of them did so at the same time."""
    code = """
import sys, time
from graph.error import StoreError
from graph.store import Store
try:
    with Store.open(sys.argv[1]):
        begun = time.monotonic()
        time.sleep(0.5)
        print(begun, time.monotonic(), flush=True)
except StoreError as error:
    assert "another conflictkg writes there" in str(error), error
"""
    start = [
        subprocess.Popen(
            [sys.executable, "-c", code, made.address],
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={**os.environ, "CONFLICTKG_STATE": str(tmp_path / str(n)), "PYTHONPATH": str(ROOT)},
        )
        for n in range(6)
    ]
    told = [process.communicate(timeout=120)[0] for process in start]
    assert [process.returncode for process in start] == [0] * len(start)
    times = sorted(tuple(map(float, line.split())) for line in told if line)
    assert all(one[1] <= other[0] for one, other in pairwise(times))
    Store.open(made.address).close()


def test_unlocking_a_folder_is_not_needed(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["unlock", "--store", str(tmp_path)])
    assert done.exit_code == 0
    assert "nothing to do" in done.stderr
