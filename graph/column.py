"""Columns of Gephi's data table: which there are, and of which type."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from extract.error import ConflictKGError

Value = str | int | float | bool | date | Sequence[str]
Fields = Mapping[str, Any]

LOOKS = frozenset({"label", "r", "g", "b", "size", "x", "y", "spells"})
"""Fields of a node that GEXF has elements of its own for."""
EDGE_OWN = frozenset({"label", "weight", "spells"})
"""The same of an edge."""
_TYPES: Mapping[type, str] = {bool: "boolean", int: "long", float: "double"}


class GexfError(ConflictKGError):
    """A value that GEXF cannot hold. Nothing is dropped to make it fit."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of Gephi's data table: its title and GEXF type (``string``, ``double``, ...)."""

    title: str
    type: str


def columns(fields: Iterable[Fields], *, own: frozenset[str] = LOOKS) -> list[Column]:
    """The columns that these elements need, in order of their titles.

    Raises:
        GexfError: A column holds values of two types.
    """
    found: dict[str, str] = {}
    for each in fields:
        for title, value in each.items():
            if title in own or value is None:
                continue
            kind = type_of(title, value)
            if found.setdefault(title, kind) != kind:
                raise GexfError(f"column {title!r} holds both {found[title]} and {kind}")
    return [Column(title, found[title]) for title in sorted(found)]


def type_of(title: str, value: object) -> str:
    """The GEXF type of a value.

    Raises:
        GexfError: It has none.
    """
    for kind in (bool, int, float):
        if isinstance(value, kind):
            return _TYPES[kind]
    if isinstance(value, str | date):
        return "string"
    if isinstance(value, list | tuple) and all(isinstance(v, str) for v in value):
        return "string"
    raise GexfError(f"column {title!r}: GEXF has no type for {type(value).__name__} {value!r:.60}")
