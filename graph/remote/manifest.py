"""What a store on a server says of itself: ``store.json`` of a folder, as triples."""

from __future__ import annotations

from typing import Final

import pyoxigraph as ox

from graph.layout import FORMAT, Manifest
from graph.remote.database import RemoteDatabase
from graph.remote.error import RemoteError

_GRAPH: Final = "<https://w3id.org/conflict-event/store>"
_TERM: Final = "https://w3id.org/conflict-event/store#"


def read(database: RemoteDatabase, name: str) -> Manifest | None:
    """The manifest; none where no store was ever begun.

    Raises:
        RemoteError: A newer version wrote it, or it is damaged.
    """
    rows = database.rows(f"SELECT ?p ?o WHERE {{ GRAPH {_GRAPH} {{ {_GRAPH} ?p ?o }} }}")
    told = {_local(row["p"]): _value(row["o"]) for row in rows}
    if not told:
        return None
    try:
        version = int(told["format"])
        manifest = Manifest(version, told["software"], complete=told["complete"] == "yes")
    except (KeyError, ValueError) as error:
        raise RemoteError(f"{name}: the graph {_GRAPH} is damaged; restore a copy") from error
    if version > FORMAT:
        raise RemoteError(
            f"{name}: written by a newer version (format {version}, this one knows {FORMAT}); "
            "upgrade conflictkg"
        )
    return manifest


def write(database: RemoteDatabase, manifest: Manifest) -> None:
    """Put a manifest in the place of the one that is there."""
    told = {
        "format": str(manifest.format),
        "software": manifest.software,
        "complete": "yes" if manifest.complete else "no",
    }
    lines = " ".join(
        f"{_GRAPH} <{_TERM}{name}> {ox.Literal(value)} ." for name, value in sorted(told.items())
    )
    # DELETE WHERE and not CLEAR, which some servers do not know.
    database.update(
        f"DELETE WHERE {{ GRAPH {_GRAPH} {{ {_GRAPH} ?p ?o }} }} ;\n"
        f"INSERT DATA {{ GRAPH {_GRAPH} {{ {lines} }} }}"
    )


def _local(term: object) -> str:
    return term.value.removeprefix(_TERM) if isinstance(term, ox.NamedNode) else ""


def _value(term: object) -> str:
    return term.value if isinstance(term, ox.Literal) else ""
