"""A closed store with two small articles, and the command line to use it with."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from typer.testing import CliRunner, Result

from graph.command.app import app
from graph.store import Store

SAMPLES = Path(__file__).parents[1]
Run = Callable[..., Result]
Start = Callable[..., subprocess.CompletedProcess[bytes]]


def make(path: Path) -> Path:
    with Store.open(path, create=True) as opened:
        for key, name in (("aaaaaaaaaaaaaaa1", "ar"), ("bbbbbbbbbbbbbbb2", "en")):
            opened.replace(key, list(ox.parse(path=str(SAMPLES / f"sample-{name}.trig"))))
    return path


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that tests only read."""
    return make(tmp_path_factory.mktemp("command") / "kg")


@pytest.fixture
def own_store(tmp_path: Path) -> Path:
    """A store that a test may change."""
    return make(tmp_path / "kg")


@pytest.fixture
def run() -> Run:
    """Run ``conflictkg`` inside this process."""

    def invoke(*arguments: object, stdin: bytes | None = None) -> Result:
        return CliRunner().invoke(app, [str(a) for a in arguments], input=stdin)

    return invoke


@pytest.fixture
def start() -> Start:
    """Run ``conflictkg`` as a process of its own, through a shell line with ``{}`` in its place."""

    def execute(line: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
        command = f'{sys.executable} -c "from graph.command import main; main()"'
        return subprocess.run(
            ["bash", "-o", "pipefail", "-c", line.replace("{}", command)],
            capture_output=True,
            check=False,
            cwd=Path(__file__).parents[3],
            env={**os.environ, **environment},
        )

    return execute
