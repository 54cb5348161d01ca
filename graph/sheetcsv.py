"""Node and edge tables as CSV (RFC 4180, UTF-8), for Gephi's Data Laboratory and spreadsheets.

A spreadsheet takes a text that begins with ``=``, ``+``, ``-`` or ``@`` for a formula, and news may
hold anything; so such a text gets an apostrophe before it, which spreadsheets read as "this is
text". Numbers stay numbers.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, BinaryIO, Final

import networkx as nx

from graph.column import Fields, columns, text_of
from graph.sheet import sheet
from graph.spell import intervals
from graph.xml import clean

_FORMULA: Final = tuple("=+-@\t\r\n＝＋－＠")
_NODE: Final = ("Id", "Label")
_EDGE: Final = ("Source", "Target", "Type", "Id", "Label", "Weight")
_BLOCK: Final = 2000
_NONE: Final[frozenset[str]] = frozenset()


def write_nodes(graph: nx.MultiDiGraph[str], out: BinaryIO) -> None:
    """Write the table of nodes: ``Id``, ``Label``, then every field as a column.

    Args:
        graph: Nodes are named by strings; attributes as in ``graph.gexf``.
        out: Binary stream; it is left open.

    Raises:
        graph.column.TableError: As for ``graph.gexf.write``.
    """
    rows = [
        ({"Id": name, "Label": fields.get("label") or name}, fields)
        for name, fields in sheet(graph).nodes
    ]
    _write(_NODE, rows, out)


def write_edges(graph: nx.MultiDiGraph[str], out: BinaryIO) -> None:
    """Write the table of edges: ends, type, number, label and weight, then every other field.

    Args:
        graph: As for ``write_nodes``.
        out: Binary stream; it is left open.

    Raises:
        graph.column.TableError: As for ``graph.gexf.write``.
    """
    rows = [
        (
            {
                "Source": source,
                "Target": target,
                "Type": "Directed",
                "Id": at,
                "Label": fields.get("label", ""),
                "Weight": fields.get("weight", 1.0),
            },
            fields,
        )
        for at, (source, target, fields) in enumerate(sheet(graph).edges)
    ]
    _write(_EDGE, rows, out)


def _write(
    first: tuple[str, ...], rows: Sequence[tuple[Mapping[str, Any], Fields]], out: BinaryIO
) -> None:
    taken = {title.casefold() for title in first}
    rest = [(given, _rest(fields, taken)) for given, fields in rows]
    titles = [column.title for column in columns((f for _, f in rest), own=_NONE)]
    head = [*first, *(defused(title) for title in titles)]
    cells = (
        [
            *(cell(title, given[title]) for title in first),
            *(cell(title, fields.get(title)) for title in titles),
        ]
        for given, fields in rest
    )
    for block in _blocks(head, cells):
        out.write(block)


def _rest(fields: Fields, taken: Iterable[str]) -> Fields:
    told = {t: v for t, v in fields.items() if v is not None and t not in taken}
    if "spells" in told:
        told["spells"] = intervals(told["spells"])
    return told


def _blocks(head: list[str], rows: Iterable[list[str]]) -> Iterator[bytes]:
    text = io.StringIO()
    writer = csv.writer(text)  # commas, CRLF, quotes where needed
    writer.writerow(head)
    for at, row in enumerate(rows, start=1):
        writer.writerow(row)
        if at % _BLOCK == 0:
            yield text.getvalue().encode()
            text.seek(0)
            text.truncate()
    yield text.getvalue().encode()


def cell(title: str, value: object) -> str:
    """A value as a cell; texts are cleaned and defused.

    >>> cell("label", "=1+1"), cell("lat", -2.5), cell("lat", None)
    ("'=1+1", '-2.5', '')
    """
    if value is None:
        return ""
    text = text_of(title, value)  # type: ignore[arg-type]  # checked when the columns were made
    return text if isinstance(value, int | float) else defused(text)


def defused(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would take it for a formula."""
    clean_one = clean(text)
    return f"'{clean_one}" if clean_one.lstrip(" ").startswith(_FORMULA) else clean_one
