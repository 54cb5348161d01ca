"""How the addresses of servers are written, and what may be sent there."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.remote import is_address
from graph.remote.address import parse
from graph.remote.credentials import Credentials
from graph.remote.error import RemoteError
from graph.remote.folder import folder

LOOPBACK = "http://127.0.0.1:7878"
SECRETS = {"CONFLICTKG_USER": "anna", "CONFLICTKG_PASSWORD": "hidden"}
TOKEN = {"CONFLICTKG_TOKEN": "hidden"}


@pytest.mark.parametrize(
    ("text", "query", "update"),
    [
        ("http://h:7878", "http://h:7878/query", "http://h:7878/update"),
        ("http://h:7878/", "http://h:7878/query", "http://h:7878/update"),
        ("http://h:3030/news", "http://h:3030/news/query", "http://h:3030/news/update"),
        ("http://h/news/query", "http://h/news/query", "http://h/news/update"),
        ("https://h:8182/sparql", "https://h:8182/sparql", "https://h:8182/sparql"),
        ("http://h:8890/sparql-auth", "http://h:8890/sparql-auth", "http://h:8890/sparql-auth"),
        (
            "http://h:7200/repositories/news",
            "http://h:7200/repositories/news",
            "http://h:7200/repositories/news/statements",
        ),
        ("query=http://h:7001;update=http://h:7001", "http://h:7001", "http://h:7001"),
        ("query=https://a/x;update=https://b/y", "https://a/x", "https://b/y"),
    ],
)
def test_an_address_says_where_queries_and_updates_go(text: str, query: str, update: str) -> None:
    assert is_address(text)
    found = parse(text)
    assert (found.query, found.update, found.name) == (query, update, text)


@pytest.mark.parametrize("text", ["kg", "../kg", "/tmp/kg", "C:\\kg", "http", "a=b"])
def test_a_folder_is_no_address(text: str) -> None:
    assert not is_address(text)


@pytest.mark.parametrize(
    "text",
    [
        "ftp://h/x",
        "htp://h",
        "http://",
        "http:///x",
        "http://h:port/x",
        "query=http://h",
        "query=http://h;update=kg",
        "http://h/sparql?default-graph-uri=x",
    ],
)
def test_what_is_no_address_is_one_line(text: str) -> None:
    with pytest.raises(RemoteError) as caught:
        parse(text)
    assert text in str(caught.value) or "kg" in str(caught.value)
    assert "write http://localhost:7878" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_password_in_an_address_is_refused_and_not_shown() -> None:
    with pytest.raises(RemoteError) as caught:
        parse("http://anna:hidden@h:7878")
    assert "hidden" not in str(caught.value)
    assert "CONFLICTKG_PASSWORD" in str(caught.value)


@pytest.mark.parametrize("secrets", [SECRETS, TOKEN])
@pytest.mark.parametrize(
    "address",
    [LOOPBACK, "http://localhost:1", "http://[::1]:1", "https://example.org", "http://127.9.9.9"],
)
def test_secrets_go_where_nobody_reads_along(secrets: dict[str, str], address: str) -> None:
    assert "hidden" not in repr(Credentials.read(secrets, parse(address)))


@pytest.mark.parametrize("secrets", [SECRETS, TOKEN])
@pytest.mark.parametrize(
    "address",
    ["http://example.org", "http://10.0.0.1", "query=https://a/x;update=http://b/y"],
)
def test_secrets_do_not_go_in_the_clear(secrets: dict[str, str], address: str) -> None:
    with pytest.raises(RemoteError, match="unencrypted") as caught:
        Credentials.read(secrets, parse(address))
    assert "hidden" not in str(caught.value)
    Credentials.read({**secrets, "CONFLICTKG_ALLOW_PLAIN_HTTP": "1"}, parse(address))


@pytest.mark.parametrize(
    ("secrets", "message"),
    [
        ({"CONFLICTKG_USER": "anna"}, "CONFLICTKG_PASSWORD is not set"),
        ({"CONFLICTKG_PASSWORD": "hidden"}, "CONFLICTKG_USER is not set"),
        (SECRETS | TOKEN, "unset one"),
    ],
)
def test_half_an_account_is_refused(secrets: dict[str, str], message: str) -> None:
    with pytest.raises(RemoteError, match=message) as caught:
        Credentials.read(secrets, parse(LOOPBACK))
    assert "hidden" not in str(caught.value)


def test_a_token_is_sent_at_once_and_a_password_when_asked_for() -> None:
    bearer = Credentials.read(TOKEN, parse(LOOPBACK))
    assert bearer.header("POST", LOOPBACK) == {"Authorization": "Bearer hidden"}
    asked = Credentials.read(SECRETS, parse(LOOPBACK))
    assert asked.header("POST", LOOPBACK) == {}
    assert asked.accept(['Basic realm="x"'])
    assert asked.header("POST", LOOPBACK) == {"authorization": "Basic YW5uYTpoaWRkZW4="}
    assert not asked.accept(['Basic realm="x"']), "refused once is refused"


def test_a_digest_is_preferred_and_hides_the_password() -> None:
    asked = Credentials.read(SECRETS, parse(LOOPBACK))
    assert asked.accept(['Basic realm="x"', 'Digest realm="x", nonce="n1", qop="auth"'])
    header = asked.header("POST", f"{LOOPBACK}/sparql-auth")["Authorization"]
    assert header.startswith('Digest username="anna", realm="x", nonce="n1", uri="/sparql-auth"')
    assert "hidden" not in header
    assert not asked.accept(['Digest realm="x", nonce="n2", qop="auth"'])
    assert asked.accept(['Digest realm="x", nonce="n3", qop="auth", stale=true'])


@pytest.mark.parametrize(
    ("environment", "root"),
    [
        ({}, "/h/.local/state/conflictkg"),
        ({"XDG_STATE_HOME": "/s"}, "/s/conflictkg"),
        ({"CONFLICTKG_STATE": "/own", "XDG_STATE_HOME": "/s"}, "/own"),
    ],
)
def test_each_server_has_a_folder_on_this_machine(environment: dict[str, str], root: str) -> None:
    places = [
        folder(parse(text), environment, Path("/h"))
        for text in (LOOPBACK, f"{LOOPBACK}/query", "http://127.0.0.1:7879")
    ]
    assert places[0] == places[1] != places[2]
    assert places[0].parent == Path(root)
    assert places[0].name.startswith("127-0-0-1-7878-update-")
