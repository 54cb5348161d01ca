"""Real servers on loopback, and one of our own that stands before them and misbehaves."""

from __future__ import annotations

import contextlib
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final

import urllib3

from graph.remote.address import parse
from graph.remote.database import RemoteDatabase
from graph.remote.store import connect

VIRTUOSO: Final = shutil.which("virtuoso-t")
KINDS: Final = ("oxigraph", *(("virtuoso",) if VIRTUOSO else ()))
_OWN_GRAPHS: Final = ("store", "lease")
_INI: Final = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = temp.db
TransactionFile = temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
ServerThreads = 10
NumberOfBuffers = 4000
MaxDirtyBuffers = 3000
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = .
[SPARQL]
ResultSetMaxRows = 10000000
"""


@dataclass(frozen=True)
class Server:
    """A server that runs, and what the environment must say to write to it."""

    kind: str
    address: str
    environment: dict[str, str]

    def wipe(self) -> None:
        """Take away all that this project has there."""
        address = parse(self.address)
        connection = connect(address, self.environment)
        graphs = {str(quad.graph_name) for quad in RemoteDatabase(connection)}
        graphs |= {f"<https://w3id.org/conflict-event/{name}>" for name in _OWN_GRAPHS}
        for graph in sorted(graphs):
            connection.change(f"CLEAR SILENT GRAPH {graph}")
        connection.close()


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextlib.contextmanager
def oxigraph(folder: Path) -> Iterator[Server]:
    program = Path(sys.executable).with_name("oxigraph")
    port = free_port()
    command = [str(program), "serve", "--location", str(folder), "--bind", f"127.0.0.1:{port}"]
    with running(command, folder, f"http://127.0.0.1:{port}/"):
        yield Server("oxigraph", f"http://127.0.0.1:{port}", {})


@contextlib.contextmanager
def virtuoso(folder: Path) -> Iterator[Server]:
    assert VIRTUOSO is not None
    http = free_port()
    (folder / "virtuoso.ini").write_text(_INI.format(sql=free_port(), http=http))
    command = [VIRTUOSO, "-f", "-c", "virtuoso.ini"]
    with running(command, folder, f"http://127.0.0.1:{http}/sparql"):
        account = {"CONFLICTKG_USER": "dba", "CONFLICTKG_PASSWORD": "dba"}
        yield Server("virtuoso", f"http://127.0.0.1:{http}/sparql-auth", account)


START: Final = {"oxigraph": oxigraph, "virtuoso": virtuoso}


@contextlib.contextmanager
def running(command: list[str], folder: Path, url: str) -> Iterator[None]:
    """A server process that answers, until the end."""
    with (folder / "output").open("wb") as output:
        process = subprocess.Popen(command, cwd=folder, stdout=output, stderr=output)
    try:
        _await(process, url, folder / "output")
        yield
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _await(process: subprocess.Popen[bytes], url: str, output: Path) -> None:
    end = time.monotonic() + 120
    while time.monotonic() < end:
        assert process.poll() is None, output.read_text(errors="replace")
        try:
            urllib3.request("GET", url, timeout=5.0, retries=False)
        except urllib3.exceptions.HTTPError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(f"{url}: does not answer: {output.read_text(errors='replace')}")


Fault = Callable[[str, int], str | None]
"""What to do wrong with a request: its path, and how many of that path came before it."""


@dataclass
class Between:
    """A server that passes requests on to another one, or does wrong instead.

    Faults: a number is a status; ``drop`` breaks the connection off before the request is passed
    on, ``drop-after`` when it has been done; ``hang`` answers nothing; ``html`` and ``rubbish``
    answer with what is no SPARQL.
    """

    behind: str
    fault: Fault = field(default=lambda _path, _before: None)
    seen: dict[str, int] = field(default_factory=dict)
    headers: list[dict[str, str]] = field(default_factory=list)
    _server: ThreadingHTTPServer | None = None

    @property
    def address(self) -> str:
        assert self._server is not None
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> Between:
        between, pool = self, urllib3.PoolManager(retries=False)

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                before = between.seen.get(self.path, 0)
                between.seen[self.path] = before + 1
                between.headers.append({k.lower(): v for k, v in self.headers.items()})
                fault = between.fault(self.path, before)
                if fault is None or fault == "drop-after":
                    kept = ("Content-Type", "Accept", "Authorization")
                    answer = pool.request(
                        "POST",
                        between.behind + self.path,
                        body=body,
                        headers={k: v for k, v in self.headers.items() if k in kept},
                    )
                    if fault is None:
                        self._reply(answer.status, answer.headers.get("Content-Type"), answer.data)
                        return
                if fault in {"drop", "drop-after"}:
                    self.connection.shutdown(socket.SHUT_RDWR)
                    self.close_connection = True
                elif fault == "hang":
                    time.sleep(3)
                    self.close_connection = True
                elif fault == "half":
                    self.send_response(200)
                    self.send_header("Content-Type", "application/sparql-results+json")
                    self.send_header("Content-Length", "1000")
                    self.end_headers()
                    self.wfile.write(b'{"head": {"vars": ["s"]}, "resu')
                    self.close_connection = True
                elif fault == "html":
                    self._reply(200, "text/html", b"<html><body>Welcome</body></html>")
                elif fault == "rubbish":
                    self._reply(200, "application/sparql-results+json", b"[1, 2")
                else:
                    self._reply(int(fault or 500), "text/plain", b"out of order today")

            def _reply(self, status: int, kind: str | None, data: bytes) -> None:
                self.send_response(status)
                if kind:
                    self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        assert self._server is not None
        self._server.shutdown()
        self._server.server_close()
