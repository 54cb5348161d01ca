"""Columns of Gephi's data table: which there are, and of which type."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from extract.error import ConflictKGError

Value = str | int | float | bool | date | Sequence[str]
Fields = Mapping[str, Any]

LOOKS = frozenset({"label", "r", "g", "b", "size", "x", "y", "spells"})
"""Fields of a node that GEXF has elements of its own for."""
EDGE_OWN = frozenset({"label", "weight", "r", "g", "b", "spells"})
"""The same of an edge."""
LIST_SEPARATOR = " | "
"""Between the texts of a list in one cell."""
_TYPES: Mapping[type, str] = {
    str: "string",
    float: "double",
    bool: "boolean",
    int: "long",
    date: "string",
}


class TableError(ConflictKGError):
    """A value that a table of a network cannot hold. Nothing is dropped to make it fit."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of Gephi's data table: its title and GEXF type (``string``, ``double``, ...)."""

    title: str
    type: str


def columns(fields: Iterable[Fields], *, own: frozenset[str] = LOOKS) -> list[Column]:
    """The columns that these elements need, in order of their titles.

    Raises:
        TableError: A column holds values of two types.
    """
    found: dict[str, str] = {}
    seen: dict[str, type] = {}  # of the last value: mostly that of the next one as well
    for each in fields:
        for title, value in each.items():
            if seen.get(title) is value.__class__ or title in own or value is None:
                continue
            kind = type_of(title, value)
            if found.setdefault(title, kind) != kind:
                raise TableError(f"column {title!r} holds both {found[title]} and {kind}")
            if value.__class__ in _TYPES:
                seen[title] = value.__class__
    return [Column(title, found[title]) for title in sorted(found)]


def type_of(title: str, value: object) -> str:
    """The GEXF type of a value.

    Raises:
        TableError: It has none.
    """
    if kind := _TYPES.get(type(value)):
        return kind
    for known in (bool, int, float, str, date):  # what derives from them
        if isinstance(value, known):
            return _TYPES[known]
    if isinstance(value, list | tuple) and all(isinstance(v, str) for v in value):
        return "string"
    raise TableError(
        f"column {title!r}: there is no type for {type(value).__name__} {value!r:.60} in a table"
    )


def text_of(title: str, value: Value) -> str:
    """A value as text, the same in every format.

    Raises:
        TableError: A number is not finite, or does not fit into 64 bits.
    """
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return number_of(title, value)
    if isinstance(value, date):
        return value.isoformat()
    return LIST_SEPARATOR.join(value)


def number_of(title: str, value: float) -> str:
    """A number as text.

    Raises:
        TableError: It is not finite, or does not fit into 64 bits.
    """
    if isinstance(value, float):
        if not math.isfinite(value):
            raise TableError(f"field {title!r}: {value} is no finite number")
        return repr(float(value))
    if not -(2**63) <= value < 2**63:
        raise TableError(f"field {title!r}: {value} does not fit into 64 bits")
    return str(int(value))
