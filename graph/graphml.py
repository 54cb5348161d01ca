"""GraphML, which yEd, Cytoscape and others read: the same columns as for Gephi.

GraphML has no place for time, colour or position of its own, so that each of them is a column as
well; ``spells`` are ISO 8601 intervals. Nodes are numbered, because GraphML allows no IRI as an
identifier; the name goes into the column ``name`` where ``iri`` does not say it already.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import BinaryIO, Final

import networkx as nx

from graph.column import Column, Fields, columns, text_of
from graph.sheet import EdgeRow, NodeRow, sheet
from graph.spell import intervals
from graph.xml import escaped, write_blocks

_OPEN: Final = (
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    ' xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns'
    ' http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">'
)


def write(graph: nx.MultiDiGraph[str], out: BinaryIO, *, description: str = "") -> None:
    """Write a graph with its attributes.

    Args:
        graph: Nodes are named by strings; attributes as in ``graph.gexf``.
        out: Binary stream; it is left open.
        description: Goes into the file's ``desc`` element.

    Raises:
        graph.column.TableError: As for ``graph.gexf.write``.
    """
    tables = sheet(graph)
    nodes = [(name, _told(_named(name, fields))) for name, fields in tables.nodes]
    edges = [(source, target, _told(fields)) for source, target, fields in tables.edges]
    write_blocks(_lines(nodes, edges, description), out)


def _named(name: str, fields: Fields) -> Fields:
    return fields if fields.get("iri") == name else {**fields, "name": name}


def _told(fields: Fields) -> Fields:
    """The fields with values, spells as text."""
    told = {title: value for title, value in fields.items() if value is not None}
    if "spells" in told:
        told["spells"] = intervals(told["spells"])
    return told


def _lines(nodes: Sequence[NodeRow], edges: Sequence[EdgeRow], description: str) -> Iterator[str]:
    own: frozenset[str] = frozenset()
    of_nodes = columns((f for _, f in nodes), own=own)
    of_edges = columns((f for *_, f in edges), own=own)
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield _OPEN
    yield from _keys("node", "n", of_nodes)
    yield from _keys("edge", "e", of_edges)
    yield '<graph id="g" edgedefault="directed">'
    yield f"<desc>{escaped(description)}</desc>"
    at_node = {column.title: f"nk{at}" for at, column in enumerate(of_nodes)}
    at_edge = {column.title: f"ek{at}" for at, column in enumerate(of_edges)}
    number = {name: at for at, (name, _) in enumerate(nodes)}
    for at, (_, fields) in enumerate(nodes):
        yield f'<node id="n{at}">{_data(fields, at_node)}</node>'
    for at, (source, target, fields) in enumerate(edges):
        ends = f'source="n{number[source]}" target="n{number[target]}"'
        yield f'<edge id="e{at}" {ends}>{_data(fields, at_edge)}</edge>'
    yield "</graph>"
    yield "</graphml>"


def _keys(kind: str, prefix: str, titles: Sequence[Column]) -> Iterator[str]:
    for at, column in enumerate(titles):
        name = escaped(column.title)
        yield (
            f'<key id="{prefix}k{at}" for="{kind}" attr.name="{name}" attr.type="{column.type}"/>'
        )


def _data(fields: Fields, keys: dict[str, str]) -> str:
    return "".join(
        [
            f'<data key="{keys[title]}">{escaped(text_of(title, fields[title]))}</data>'
            for title in sorted(fields)
        ]
    )
