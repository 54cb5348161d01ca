"""GEXF 1.3, the format of Gephi: a writer that streams and never lets a value go.

The file is valid against the published schema. Time is written as inclusive intervals of at least a
day, because Gephi's timeline cannot use a window of no width. Colour, size and position go in the
``viz`` namespace. The same graph gives the same bytes.

The fields below of a node or an edge have a place of their own in the format; every other field is
a column of Gephi's data table.

* node: ``label``; ``r``, ``g``, ``b`` (0 to 255), ``size``, ``x``, ``y``; ``spells``
* edge: ``label``, ``kind`` (Gephi keeps parallel edges apart by it; also a column), ``weight``;
  ``r``, ``g``, ``b``; ``spells``

``spells`` is a list of pairs of days, ``(first, last)``, both inclusive; ``None`` is an open end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import BinaryIO

import networkx as nx

from graph.column import (
    EDGE_OWN,
    LOOKS,
    Column,
    Fields,
    TableError,
    Value,
    number_of,
    text_of,
    type_of,
)
from graph.sheet import EdgeRow, Head, NodeRow, sheet
from graph.spell import merged, window
from graph.xml import day_marked, escaped, one_line, write_blocks

_KEPT = 4096  # cells kept a column: the first ones
_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_OPEN = '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">'


def write(graph: nx.MultiDiGraph[str], out: BinaryIO, *, description: str = "") -> None:
    """Write a graph with its attributes.

    Args:
        graph: Nodes are named by strings; attributes as the module says.
        out: Binary stream; it is left open.
        description: Goes into the file's ``meta`` element.

    Raises:
        TableError: An attribute is neither text, number, boolean, day nor a list of texts, is not
            finite, or changes its type from one element to the next.
    """
    tables = sheet(graph)
    write_stream(tables.head(description=description), tables.nodes, tables.edges, out)


def write_stream(
    head: Head, nodes: Iterable[NodeRow], edges: Iterable[EdgeRow], out: BinaryIO
) -> None:
    """Write nodes, then edges, as they come; memory does not grow with their number.

    Args:
        head: The columns; a field without a column is an error.
        nodes: Name and fields.
        edges: Source, target and fields. Edges are numbered as they come.
        out: Binary stream; it is left open.

    Raises:
        TableError: As for `write`.
    """
    write_blocks(_lines(head, nodes, edges), out)


def _lines(head: Head, nodes: Iterable[NodeRow], edges: Iterable[EdgeRow]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield _OPEN
    about = escaped(head.description)
    yield f"<meta><creator>conflictkg</creator><description>{about}</description></meta>"
    yield _graph(head.dynamic)
    yield from _declared("node", "n", head.nodes)
    yield from _declared("edge", "e", head.edges)
    yield "<nodes>"
    values = _Values("n", head.nodes, LOOKS)
    for name, fields in nodes:
        yield _node(name, fields, values)
    yield "</nodes>"
    yield "<edges>"
    values = _Values("e", head.edges, EDGE_OWN)
    for at, (source, target, fields) in enumerate(edges):
        yield _edge(at, source, target, fields, values)
    yield "</edges>"
    yield "</graph>"
    yield "</gexf>"


def _graph(dynamic: bool) -> str:
    mode = (
        'mode="dynamic" timeformat="date" timerepresentation="interval"'
        if dynamic
        else 'mode="static"'
    )
    return f'<graph defaultedgetype="directed" idtype="string" {mode}>'


def _declared(kind: str, prefix: str, titles: Sequence[Column]) -> Iterator[str]:
    if titles:
        yield f'<attributes class="{kind}" mode="static">'
        for at, column in enumerate(titles):
            title = escaped(column.title)
            name = _column_id(prefix, at, column)
            yield f'<attribute id="{name}" title="{title}" type="{column.type}"/>'
        yield "</attributes>"


def _column_id(prefix: str, at: int, column: Column) -> str:
    """The title where it is a plain word, because some readers know columns by this name only."""
    return column.title if _PLAIN.fullmatch(column.title) else f"{prefix}.{at}"


class _Cells:
    """The cells of one column; the first ones are kept, as most come again and again."""

    __slots__ = ("at", "kept", "kind", "start", "title")

    def __init__(self, prefix: str, at: int, column: Column) -> None:
        self.at, self.title, self.kind = at, column.title, column.type
        self.start = f'<attvalue for="{_column_id(prefix, at, column)}" value="'
        self.kept: dict[str | bool, str] = {}

    def fresh(self, value: str | bool) -> str:
        """The cell of a value that was not kept."""
        cell = self.any(value)
        if len(self.kept) < _KEPT:
            self.kept[value] = cell
        return cell

    def any(self, value: Value) -> str:
        """The cell of a value.

        Raises:
            TableError: It is not of the column's type, or no finite number.
        """
        if type_of(self.title, value) != self.kind:
            raise TableError(
                f"column {self.title!r} is {self.kind}, but one value is {value!r:.60}"
            )
        if isinstance(value, float):  # nothing in a number has to be escaped
            return f'{self.start}{number_of(self.title, value)}"/>'
        return f'{self.start}{escaped(text_of(self.title, value))}"/>'


class _Values:
    """The ``attvalues`` of one kind of element."""

    def __init__(self, prefix: str, titles: Sequence[Column], own: frozenset[str]) -> None:
        self._own = own
        self._cells = {
            c.title: _Cells(prefix, at, c) for at, c in enumerate(titles) if c.title not in own
        }

    def of(self, fields: Fields) -> str:
        """The element, or nothing when there is no value.

        Raises:
            TableError: A field has no column, or its value is not of the column's type.
        """
        told = []
        cells_of = self._cells.get
        for title, value in fields.items():
            cells = cells_of(title)
            if cells is None:
                if title in self._own or value is None:
                    continue
                raise TableError(f"field {title!r} has no column")
            if value.__class__ is str or value is True or value is False:
                told.append((cells.at, cells.kept.get(value) or cells.fresh(value)))
            elif value is not None:
                told.append((cells.at, cells.any(value)))
        if not told:
            return ""
        told.sort()
        return f"<attvalues>{''.join([cell for _, cell in told])}</attvalues>"


@lru_cache(maxsize=_KEPT)
def _attribute(text: str) -> str:
    return escaped(day_marked(one_line(text)))


_name = lru_cache(maxsize=2 * _KEPT)(escaped)


def _node(name: str, fields: Fields, values: _Values) -> str:
    label = _attribute(fields.get("label") or name)
    time, spells = _time(fields)
    inner = f"{values.of(fields)}{spells}{_viz(fields)}"
    return _element("node", f'id="{escaped(name)}" label="{label}"{time}', inner)


def _edge(at: int, source: str, target: str, fields: Fields, values: _Values) -> str:
    given = f'id="{at}" source="{_name(source)}" target="{_name(target)}"'
    if label := fields.get("label"):
        given += f' label="{_attribute(label)}"'
    if kind := fields.get("kind"):
        given += f' kind="{_attribute(kind)}"'
    if (weight := fields.get("weight")) is not None:
        given += f' weight="{number_of("weight", weight)}"'
    time, spells = _time(fields)
    return _element("edge", f"{given}{time}", f"{values.of(fields)}{spells}{_colour(fields)}")


def _element(tag: str, given: str, inner: str) -> str:
    return f"<{tag} {given}>{inner}</{tag}>" if inner else f"<{tag} {given}/>"


def _time(fields: Fields) -> tuple[str, str]:
    """Attributes for one spell, an element for several."""
    days = fields.get("spells")
    if not days:
        return "", ""
    spells = [_sides(window(*spell)) for spell in merged(days)]
    if len(spells) == 1:
        return spells[0], ""
    inner = "".join([f"<spell{spell}/>" for spell in spells])
    return "", f"<spells>{inner}</spells>" if spells else ""


def _sides(ends: Mapping[str, str]) -> str:
    return "".join([f' {side}="{day}"' for side, day in ends.items()])


def _viz(fields: Fields) -> str:
    parts = _colour(fields)
    if "x" in fields:
        x, y = (number_of(axis, float(fields[axis])) for axis in ("x", "y"))
        parts += f'<viz:position x="{x}" y="{y}"/>'
    if "size" in fields:
        parts += f'<viz:size value="{number_of("size", float(fields["size"]))}"/>'
    return parts


def _colour(fields: Fields) -> str:
    if "r" not in fields:
        return ""
    r, g, b = (_channel(fields[c]) for c in ("r", "g", "b"))
    return f'<viz:color r="{r}" g="{g}" b="{b}"/>'


def _channel(value: object) -> int:
    if isinstance(value, int) and 0 <= value <= 255:
        return value
    raise TableError(f"colour channel {value!r} is not a whole number from 0 to 255")
