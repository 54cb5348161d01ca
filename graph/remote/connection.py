"""Requests to a server: time-outs, repetition, and one clear line for whatever goes wrong.

A request that fails on the way, or that the server says it cannot answer now, is sent again after
a pause. That cannot double anything, although nobody knows whether the first one got through:
queries change nothing, and every update here deletes and inserts named quads that are written out
(``DELETE DATA``, ``INSERT DATA``, no blank nodes), in a graph that is a set. Doing it twice leaves
what doing it once leaves.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from tempfile import SpooledTemporaryFile
from typing import IO, Final
from urllib.parse import urlencode

import urllib3
from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    NameResolutionError,
    NewConnectionError,
    ReadTimeoutError,
    SSLError,
)

from graph.remote.address import Address
from graph.remote.credentials import Credentials
from graph.remote.error import RefusedError, RemoteError

PAUSES: Final = (0.5, 1.0, 2.0, 4.0)
"""Seconds to wait before each further try."""
_IN_MEMORY: Final = 16 * 1024 * 1024
_CHUNK: Final = 1024 * 1024
_LATER: Final = frozenset({408, 425, 429, 500, 502, 503, 504})
"""What may be better the next time."""
_LONGEST: Final = 240
_FORM: Final = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server answered: what kind of thing, its bytes, and its headers in small letters."""

    kind: str
    body: IO[bytes]
    headers: Mapping[str, str]


class Connection:
    """A server that can be asked; it keeps its connections open until ``close``."""

    def __init__(
        self,
        address: Address,
        credentials: Credentials,
        *,
        timeout: float,
        pauses: tuple[float, ...],
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Speak to the server at ``address``; nothing is sent yet.

        Args:
            address: Where it takes queries and updates.
            credentials: Who we are.
            timeout: Seconds to wait for the next bytes of an answer.
            pauses: Seconds to wait before each further try.
            sleep: What waits.
        """
        self.address = address
        self._credentials = credentials
        self._timeout = timeout
        self._pauses = pauses
        self._sleep = sleep
        limit = urllib3.Timeout(connect=min(timeout, 10.0), read=timeout)
        self._pool = urllib3.PoolManager(timeout=limit, retries=False, maxsize=2)

    def ask(self, sparql: str, accept: str) -> Reply:
        """Send a query.

        Args:
            sparql: The query.
            accept: Kinds of answers that can be read, as in the HTTP header.

        Raises:
            RefusedError: The server says that the query is wrong.
            RemoteError: There is no answer.
        """
        # The form is the one way of a query that every server takes.
        body = urlencode({"query": sparql}).encode()
        return self._insist(self.address.query, body, {"Content-Type": _FORM, "Accept": accept})

    def change(self, sparql: str) -> None:
        """Send an update, which must be one that can be done twice without harm.

        Raises:
            RefusedError: The server says that the update is wrong.
            RemoteError: Nobody knows whether it was done.
        """
        headers = {"Content-Type": "application/sparql-update", "Accept": "*/*"}
        self._insist(self.address.update, sparql.encode(), headers).body.close()

    def close(self) -> None:
        """Close the connections. Idempotent."""
        self._pool.clear()

    def _insist(self, url: str, body: bytes, headers: dict[str, str]) -> Reply:
        """Send until there is an answer, or one more try makes no sense."""
        for pause in (*self._pauses, None):
            try:
                status, reply = self._once(url, body, headers)
            except HTTPError as error:
                if pause is None or isinstance(error, NameResolutionError | SSLError):
                    raise RemoteError(f"{url}: {self._trouble(error)}") from error
            else:
                if status < 300:
                    return reply
                told = _first_words(reply.body)
                if status not in _LATER or pause is None:
                    kind = RefusedError if status in {400, 422} else RemoteError
                    raise kind(f"{url}: {_said(status, told, reply.headers)}")
            self._sleep(pause)
        raise AssertionError("the last try returns or raises")

    def _once(self, url: str, body: bytes, headers: dict[str, str]) -> tuple[int, Reply]:
        """Send once, or twice where the server asks who we are."""
        status, reply, challenges = self._exchange(url, body, headers)
        while status in {401, 403} and self._credentials.accept(challenges):
            reply.body.close()
            status, reply, challenges = self._exchange(url, body, headers)
        return status, reply

    def _exchange(
        self, url: str, body: bytes, headers: dict[str, str]
    ) -> tuple[int, Reply, list[str]]:
        headers = {**headers, **self._credentials.header("POST", url)}
        answer = self._pool.request(
            "POST", url, body=body, headers=headers, preload_content=False, redirect=False
        )
        # All of it, before anybody reads: what is cut off on the way can be asked for again.
        spool = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - its reader closes it
        try:
            for chunk in answer.stream(_CHUNK):
                spool.write(chunk)
        except BaseException:
            spool.close()
            answer.close()
            raise
        finally:
            answer.release_conn()
        spool.seek(0)
        kind = answer.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        challenges = answer.headers.getlist("WWW-Authenticate")
        known = {name.lower(): value for name, value in answer.headers.items()}
        return answer.status, Reply(kind, spool, known), challenges

    def _trouble(self, error: HTTPError) -> str:
        if isinstance(error, NameResolutionError):
            return "no machine has this name; check the address"
        if isinstance(error, SSLError):
            return f"the encryption cannot be trusted ({_short(str(error))}); mend the certificate"
        if isinstance(error, NewConnectionError):
            return "no server answers there; start it, or check the address"
        if isinstance(error, ConnectTimeoutError | ReadTimeoutError):
            return (
                f"the server did not answer within {self._timeout:g} seconds; run again when it "
                "is less busy, or raise CONFLICTKG_TIMEOUT"
            )
        return "the connection broke off; run again when the server is back"


def _said(status: int, told: str, headers: Mapping[str, str]) -> str:
    """What a status means, with the remedy."""
    words = f": {told}" if told else ""
    if status in {401, 403, 407}:
        return (
            f"the server refuses access ({status}); set CONFLICTKG_USER and CONFLICTKG_PASSWORD, "
            "or CONFLICTKG_TOKEN, to what it wants"
        )
    if 300 <= status < 400:
        there = headers.get("location", "another place")
        return f"the server has moved to {there}; name that address"
    if status in {404, 405, 415, 501}:
        return (
            f"no SPARQL is spoken there ({status}); see docs/operations.md for how addresses of "
            "servers are written"
        )
    if status == 413:
        return "the server takes no update of this size (413); raise its limit"
    if status in {400, 422}:
        return f"the server refuses this ({status}){words}"
    return f"the server failed ({status}){words}; look into its log and run again"


def _first_words(body: IO[bytes]) -> str:
    with body:
        text = body.read(4000).decode("utf-8", errors="replace")
    if text.lstrip().startswith("<"):
        return ""  # a page of HTML tells nothing in one line
    return _short(text)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]} …"
