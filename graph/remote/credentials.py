"""Who we are to a server: taken from the environment, never written anywhere.

``CONFLICTKG_TOKEN`` is sent as a bearer token. ``CONFLICTKG_USER`` and ``CONFLICTKG_PASSWORD``
answer the server's challenge: by digest where it offers that, else by basic authentication. Nothing
secret goes over plain HTTP to another machine unless ``CONFLICTKG_ALLOW_PLAIN_HTTP=1`` says that
the network is trusted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.request import (
    HTTPDigestAuthHandler,
    HTTPPasswordMgrWithDefaultRealm,
    Request,
    parse_http_list,
    parse_keqv_list,
)

from urllib3.util import make_headers

from graph.remote.address import Address
from graph.remote.error import RemoteError

_PLAIN = "CONFLICTKG_ALLOW_PLAIN_HTTP"


@dataclass(slots=True)
class Credentials:
    """What proves who we are. Its ``repr`` holds no secret."""

    user: str = field(default="", repr=False)
    password: str = field(default="", repr=False)
    token: str = field(default="", repr=False)
    _challenge: str = field(default="", init=False, repr=False)
    _passwords: HTTPPasswordMgrWithDefaultRealm = field(
        default_factory=HTTPPasswordMgrWithDefaultRealm, init=False, repr=False
    )
    _handlers: dict[str, HTTPDigestAuthHandler] = field(
        default_factory=dict, init=False, repr=False
    )

    @classmethod
    def read(cls, environment: Mapping[str, str], address: Address) -> Credentials:
        """Take them from the environment, for one server.

        Raises:
            RemoteError: They are half there, or would go unencrypted to another machine.
        """
        user = environment.get("CONFLICTKG_USER", "")
        password = environment.get("CONFLICTKG_PASSWORD", "")
        token = environment.get("CONFLICTKG_TOKEN", "")
        if bool(user) != bool(password):
            missing = "CONFLICTKG_PASSWORD" if user else "CONFLICTKG_USER"
            raise RemoteError(f"{address.name}: {missing} is not set; set both or neither")
        if user and token:
            raise RemoteError(
                f"{address.name}: both CONFLICTKG_TOKEN and CONFLICTKG_USER are set; unset one"
            )
        if not (user or token):
            return cls()
        if not address.is_private and environment.get(_PLAIN) != "1":
            raise RemoteError(
                f"{address.name}: credentials would go unencrypted over the network; use https://, "
                f"or set {_PLAIN}=1 if you trust every machine on the way"
            )
        return cls(user, password, token)

    def header(self, method: str, url: str) -> dict[str, str]:
        """The header for a request: none before the server has asked, but for a token."""
        if self.token:
            return {"Authorization": f"Bearer {self.token}"}
        if not (self.user and self._challenge):
            return {}
        if self._challenge.lower().startswith("digest "):
            return {"Authorization": self._digest(method, url)}
        return dict(make_headers(basic_auth=f"{self.user}:{self.password}"))

    def accept(self, challenges: list[str]) -> bool:
        """Take up the server's challenge; return whether another try makes sense.

        Args:
            challenges: Values of its ``WWW-Authenticate`` headers.
        """
        if not self.user:
            return False
        digest = [one for one in challenges if one.lower().startswith("digest ")]
        fresh = digest[0] if digest else "Basic"
        is_first = not self._challenge
        is_new_nonce = bool(digest) and _told(fresh).get("stale", "").lower() == "true"
        if is_first or is_new_nonce or (digest and self._challenge == "Basic"):
            self._challenge = fresh
            return True
        return False

    def _digest(self, method: str, url: str) -> str:
        # The standard library knows how to answer a challenge; only sending it is ours.
        handler = self._handlers.setdefault(self._challenge, HTTPDigestAuthHandler(self._passwords))
        self._passwords.add_password(None, url, self.user, self.password)
        answer = handler.get_authorization(Request(url, method=method), _told(self._challenge))
        return f"Digest {answer}"


def _told(challenge: str) -> dict[str, str]:
    return parse_keqv_list([part for part in parse_http_list(challenge[len("digest ") :]) if part])
