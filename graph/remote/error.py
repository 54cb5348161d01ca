"""What goes wrong between here and a server."""

from __future__ import annotations

from graph.error import StoreError


class RemoteError(StoreError):
    """A server cannot be used. The message names its address and the remedy."""


class RefusedError(RemoteError):
    """The server understood the request and says that it is wrong."""
