"""Servers that run for all tests, and an environment that holds nothing of the user's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import graph.remote.store
from tests.graph.remote.servers import KINDS, START, Server, oxigraph


@pytest.fixture(autouse=True)
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of its own for what stays on this machine; no waiting between tries."""
    for name in ("USER", "PASSWORD", "TOKEN", "TIMEOUT", "ALLOW_PLAIN_HTTP"):
        monkeypatch.delenv(f"CONFLICTKG_{name}", raising=False)
    monkeypatch.setenv("CONFLICTKG_STATE", str(tmp_path / "state"))
    monkeypatch.setattr(graph.remote.store, "PAUSES", (0.01, 0.01))


@pytest.fixture(scope="session", params=KINDS)
def shared(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Server:
    """One server of each kind for the whole run."""
    started = START[request.param](tmp_path_factory.mktemp(request.param))
    server = started.__enter__()
    request.addfinalizer(lambda: started.__exit__(None, None, None))
    return server


@pytest.fixture
def server(shared: Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A server of each kind, empty before and after."""
    for name, value in shared.environment.items():
        monkeypatch.setenv(name, value)
    shared.wipe()
    yield shared
    shared.wipe()


@pytest.fixture(scope="session")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """An Oxigraph server, for what one server is enough for."""
    with oxigraph(tmp_path_factory.mktemp("plain")) as found:
        yield found


@pytest.fixture
def empty(plain: Server) -> Iterator[Server]:
    """The Oxigraph server, empty before and after."""
    plain.wipe()
    yield plain
    plain.wipe()
