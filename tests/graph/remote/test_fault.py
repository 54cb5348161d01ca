"""Servers that fail: one clear line, nothing half-written, and the next run completes it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from graph.command.app import app
from graph.error import StoreError
from graph.remote.answer import refuse_cut
from graph.remote.connection import Reply
from graph.remote.error import RemoteError
from graph.store import Store
from tests.graph.remote.servers import Between, Fault, Server, free_port
from tests.graph.remote.test_server import A, B, C, in_folder, run


@pytest.fixture
def between(empty: Server) -> Iterator[Between]:
    """An empty server, and one before it that may misbehave."""
    with Between(empty.address) as found:
        yield found


def always(fault: str, path: str = "") -> Fault:
    return lambda asked, _before: fault if asked.startswith(path) else None


def once(fault: str, path: str, at: int) -> Fault:
    return lambda asked, before: fault if (asked, before) == (path, at) else None


def from_then_on(fault: str, path: str, at: int) -> Fault:
    return lambda asked, before: fault if asked == path and before >= at else None


def conflictkg(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


FAULTS = [
    ("500", "the server failed (500): out of order today; look into its log and run again"),
    ("503", "the server failed (503): out of order today; look into its log and run again"),
    ("401", "the server refuses access (401); set CONFLICTKG_USER and CONFLICTKG_PASSWORD"),
    ("403", "the server refuses access (403)"),
    ("404", "no SPARQL is spoken there (404)"),
    ("301", "the server has moved to"),
    ("413", "the server takes no update of this size"),
    ("hang", "the server did not answer within 0.5 seconds"),
    ("drop", "the connection broke off"),
    ("half", "the connection broke off"),
    ("html", "what came is no answer to SPARQL but text/html"),
    ("rubbish", "the answer cannot be read"),
]


@pytest.mark.parametrize(("fault", "message"), FAULTS)
@pytest.mark.parametrize("command", ["build", "query", "retract", "info", "export"])
def test_a_server_that_fails_is_one_line(
    between: Between, monkeypatch: pytest.MonkeyPatch, command: str, fault: str, message: str
) -> None:
    monkeypatch.setenv("CONFLICTKG_TIMEOUT", "0.5")
    between.fault = always(fault)
    arguments = {
        "build": ("build", "data/articles/22-hudaydah-port-ar.txt", "--reader", "rules"),
        "query": ("query", "--name", "documents"),
        "retract": ("retract", "x"),
        "info": ("info",),
        "export": ("export", "nquads"),
    }[command]
    done = conflictkg(*arguments, "--store", between.address)
    assert done.exit_code == 2
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"conflictkg: {between.address}/query: {message}")


def test_a_server_that_is_not_there_is_one_line() -> None:
    port = free_port()
    done = conflictkg("info", "--store", f"http://127.0.0.1:{port}")
    assert done.exit_code == 2
    wanted = "no server answers there; start it, or check the address"
    assert done.stderr == f"conflictkg: http://127.0.0.1:{port}/query: {wanted}\n"


def test_a_name_that_nobody_has_is_one_line() -> None:
    done = conflictkg("info", "--store", "http://nowhere.invalid:7878")
    assert done.exit_code == 2
    wanted = "no machine has this name; check the address"
    assert done.stderr == f"conflictkg: http://nowhere.invalid:7878/query: {wanted}\n"


@pytest.mark.parametrize("address", ["htp://x", "query=x", "http://h:port"])
def test_what_is_no_address_makes_no_folder(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = conflictkg("info", "--store", address)
    assert done.exit_code == 2
    assert len(done.stderr.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("seconds", ["soon", "0", "-1", "nan"])
def test_a_patience_that_is_none_is_refused(
    seconds: str, empty: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONFLICTKG_TIMEOUT", seconds)
    with pytest.raises(StoreError, match="no number of seconds"):
        Store.open(empty.address)


@pytest.mark.parametrize("fault", ["drop", "drop-after", "500", "503"])
def test_a_fault_that_passes_is_not_noticed(between: Between, tmp_path: Path, fault: str) -> None:
    wanted = in_folder(tmp_path / "kg", A, B)
    between.fault = lambda _path, before: fault if before % 3 == 1 else None
    with Store.open(between.address, create=True) as store:
        assert run(store, A, B).loaded == 2
        assert store.export("nquads") == wanted


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[bytes]]:
    """The graph of each document, as a store in a folder has it."""
    folder = tmp_path_factory.mktemp("alone")
    return {doc.key: own(in_folder(folder / doc.id, doc), doc.key) for doc in (A, B, C)}


def own(nquads: bytes, key: str) -> set[bytes]:
    """The lines of the graph of one document."""
    return {line for line in nquads.splitlines() if f"/graph/doc/{key}>".encode() in line}


# The updates of a build: lease, manifest, reference data, manifest, three documents, links, lease.
@pytest.mark.parametrize(
    ("fault", "at"),
    [*((fault, at) for fault in ("drop", "drop-after", "500") for at in (2, 4, 6, 7)), ("401", 5)],
)
def test_a_build_that_loses_the_server_is_completed_by_the_next(
    between: Between,
    empty: Server,
    tmp_path: Path,
    alone: dict[str, set[bytes]],
    fault: str,
    at: int,
) -> None:
    between.fault = from_then_on(fault, "/update", at)
    with (
        pytest.raises(StoreError) as caught,
        Store.open(between.address, create=True) as store,
    ):
        run(store, A, B, C)
    assert "\n" not in str(caught.value)
    assert_whole(empty.address, alone)
    between.fault = lambda _path, _before: None
    with Store.open(between.address, create=True) as store:
        summary = run(store, C, B, A)
        assert summary.loaded + summary.unchanged == 3
        assert store.export("nquads") == in_folder(tmp_path / "all", A, B, C)


def assert_whole(address: str, alone: dict[str, set[bytes]]) -> None:
    """Every document that is there at all has all that is its own."""
    try:
        store = Store.open(address, read_only=True)
    except StoreError as error:
        assert "no whole store" in str(error)
        return
    with store:
        loaded = {document.key for document in store.documents()}
        there = store.export("nquads")
    for key, wanted in alone.items():
        assert own(there, key) == (wanted if key in loaded else set())


def test_what_the_server_cuts_off_is_no_answer() -> None:
    with io.BytesIO() as body, pytest.raises(RemoteError, match="only a part of the answer"):
        refuse_cut(Reply("", body, {"x-sparql-maxrows": "10000"}), "http://h")


def test_an_account_goes_with_every_request_and_into_no_message(
    between: Between, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CONFLICTKG_TOKEN", "hidden")
    Store.open(between.address, create=True).close()
    assert {sent["authorization"] for sent in between.headers} == {"Bearer hidden"}
    between.fault = always("403")
    done = conflictkg("info", "--store", between.address)
    assert done.exit_code == 2
    assert "hidden" not in done.output
