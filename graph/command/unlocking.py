"""``conflictkg unlock``: the lease of a run that is dead."""

from __future__ import annotations

from graph.command import options
from graph.command.output import say


def unlock(store: options.StorePath) -> None:
    """Take away the right to write to a server from a run that died and could not give it back.

    Example: conflictkg unlock --store http://localhost:7878

    Make sure that the run is dead: two that write at once spoil the store. One that still lives
    notices before its next document, and stops. A store in a folder needs no unlocking.
    """
    from graph.remote import is_address
    from graph.remote.store import unlock as broken

    if not is_address(store):
        say(f"{store}: a folder is free as soon as the process that had it ends; nothing to do")
        return
    found = broken(store)
    for holder in found:
        say(f"taken away from {holder.told}")
    if not found:
        say("nobody writes there")
