"""A store on a SPARQL 1.1 server instead of in a folder.

Modules, from the outside in: ``store`` (what the commands open), ``lease`` and ``folder`` (who may
write, and what stays on this machine), ``database`` (quads matched and changed by SPARQL),
``dialect`` (what one kind of server wants otherwise), ``answer`` (results into terms),
``connection`` (requests, time-outs, repetition), ``credentials``, ``address``.
"""

from __future__ import annotations


def is_address(text: str) -> bool:
    """Whether ``--store`` names a server and not a folder."""
    return "://" in text or text.startswith("query=")
