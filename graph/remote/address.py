"""Addresses of a server: where it takes queries, and where updates.

Servers lay them out differently. What ``--store`` names decides:

========================================  ==========================  =========================
``--store``                               queries go to               updates go to
========================================  ==========================  =========================
``query=URL1;update=URL2``                URL1                        URL2
``.../query``                             the same                    ``.../update``
``.../sparql``, ``.../sparql-auth``       the same                    the same
``.../repositories/NAME``                 the same                    ``.../NAME/statements``
anything else, ``http://host:7878``       ``http://host:7878/query``  ``http://host:7878/update``
========================================  ==========================  =========================
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Final

from urllib3.exceptions import LocationParseError
from urllib3.util import Url, parse_url

from graph.remote.error import RemoteError

_PAIR: Final = re.compile(r"query=(?P<query>[^;]+);update=(?P<update>[^;]+)")
_REPOSITORY: Final = re.compile(r"/repositories/[^/]+\Z")
_EXAMPLE: Final = "write http://localhost:7878 or query=URL;update=URL (see docs/operations.md)"


@dataclass(frozen=True, slots=True)
class Address:
    """Where a server takes queries and updates, and what to call it in messages."""

    name: str
    query: str
    update: str

    @property
    def is_private(self) -> bool:
        """Whether nobody on the way can read along: encrypted, or this very machine."""
        return all(_is_private(parse_url(url)) for url in (self.query, self.update))


def parse(text: str) -> Address:
    """Read what ``--store`` names.

    Raises:
        RemoteError: It is no address of a server, or it holds a password.
    """
    pair = _PAIR.fullmatch(text)
    if pair:
        return Address(text, _checked(pair["query"]), _checked(pair["update"]))
    if text.startswith("query="):
        raise RemoteError(f"{text}: is no pair of addresses; {_EXAMPLE}")
    url = _checked(text)
    if url.endswith("/query"):
        return Address(text, url, f"{url.removesuffix('/query')}/update")
    if url.endswith(("/sparql", "/sparql-auth")):
        return Address(text, url, url)
    if _REPOSITORY.search(url):
        return Address(text, url, f"{url}/statements")
    return Address(text, f"{url}/query", f"{url}/update")


def _checked(text: str) -> str:
    """The URL without a slash at its end."""
    try:
        url = parse_url(text.strip())
    except LocationParseError as error:
        raise RemoteError(f"{text}: is no address of a server; {_EXAMPLE}") from error
    if url.auth:  # not shown: it may be a password
        raise RemoteError(
            f"the address of the server at {url.host} holds a user or password; take them out and "
            "set CONFLICTKG_USER and CONFLICTKG_PASSWORD"
        )
    if url.scheme not in {"http", "https"} or not url.host:
        raise RemoteError(f"{text}: is no address of a server; {_EXAMPLE}")
    if url.query or url.fragment:
        raise RemoteError(f"{text}: leave out what follows «?» or «#»; {_EXAMPLE}")
    return url.url.rstrip("/")


def _is_private(url: Url) -> bool:
    return url.scheme == "https" or is_loopback(url.host or "")


def is_loopback(host: str) -> bool:
    """Whether a host is this machine, by its name alone."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
