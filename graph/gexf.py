"""GEXF 1.3, the format of Gephi: a writer that streams and never lets a value go.

The file is valid against the published schema. Time is written as inclusive intervals of at least a
day, because Gephi's timeline cannot use a window of no width. Colour, size and position go in the
``viz`` namespace. The same graph gives the same bytes.

The fields below of a node or an edge have a place of their own in the format; every other field is
a column of Gephi's data table.

* node: ``label``; ``r``, ``g``, ``b`` (0 to 255), ``size``, ``x``, ``y``; ``spells``
* edge: ``label``, ``kind`` (Gephi keeps parallel edges apart by it; also a column), ``weight``,
  ``spells``

``spells`` is a list of pairs of days, ``(first, last)``, both inclusive; ``None`` is an open end.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO

import networkx as nx
from lxml import etree

from graph.column import EDGE_OWN, LOOKS, Column, Fields, GexfError, Value, columns, type_of
from graph.spell import merged, window

_NS = "http://gexf.net/1.3"
_VIZ = "http://gexf.net/1.3/viz"
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
LIST_SEPARATOR = " | "


@dataclass(frozen=True, slots=True)
class Head:
    """What a file declares before its first node."""

    nodes: Sequence[Column]
    edges: Sequence[Column]
    dynamic: bool
    description: str = ""


def write(graph: nx.MultiDiGraph[str], out: BinaryIO, *, description: str = "") -> None:
    """Write a graph with its attributes.

    Args:
        graph: Nodes are named by strings; attributes as the module says.
        out: Binary stream; it is left open.
        description: Goes into the file's ``meta`` element.

    Raises:
        GexfError: An attribute is neither text, number, boolean, day nor a list of texts, is not
            finite, or changes its type from one element to the next.
    """
    nodes: list[tuple[str, Fields]] = [(n, graph.nodes[n]) for n in sorted(graph)]
    edges: list[tuple[str, str, Fields]] = [
        (source, target, fields)
        for source, target, _, fields in sorted(
            graph.edges(keys=True, data=True), key=lambda e: (e[0], e[1], str(e[2]))
        )
    ]
    head = Head(
        nodes=columns(f for _, f in nodes),
        edges=columns((f for *_, f in edges), own=EDGE_OWN),
        dynamic=any(f.get("spells") for _, f in nodes) or any(f.get("spells") for *_, f in edges),
        description=description,
    )
    write_stream(head, nodes, edges, out)


def write_stream(
    head: Head,
    nodes: Iterable[tuple[str, Fields]],
    edges: Iterable[tuple[str, str, Fields]],
    out: BinaryIO,
) -> None:
    """Write nodes, then edges, as they come; memory does not grow with their number.

    Args:
        head: The columns; a field without a column is an error.
        nodes: Name and fields.
        edges: Source, target and fields. Edges are numbered as they come.
        out: Binary stream; it is left open.

    Raises:
        GexfError: As for `write`.
    """
    with etree.xmlfile(out, encoding="utf-8") as xml:
        xml.write_declaration()
        with xml.element(_q("gexf"), {"version": "1.3"}, nsmap={None: _NS, "viz": _VIZ}):
            xml.write("\n")
            _meta(xml, head.description)
            with xml.element(_q("graph"), _graph_attributes(head.dynamic)):
                xml.write("\n")
                _declare(xml, "node", "n", head.nodes)
                _declare(xml, "edge", "e", head.edges)
                with xml.element(_q("nodes")):
                    _all(xml, (_node(n, f, head.nodes) for n, f in nodes))
                xml.write("\n")
                with xml.element(_q("edges")):
                    _all(
                        xml,
                        (_edge(i, s, t, f, head.edges) for i, (s, t, f) in enumerate(edges)),
                    )
                xml.write("\n")
    out.write(b"\n")


def _graph_attributes(dynamic: bool) -> dict[str, str]:
    static = {"defaultedgetype": "directed", "idtype": "string", "mode": "static"}
    if not dynamic:
        return static
    return static | {
        "mode": "dynamic",
        "timeformat": "date",
        "timerepresentation": "interval",
    }


def _meta(xml: etree._IncrementalFileWriter, description: str) -> None:
    meta = etree.Element(_q("meta"))
    etree.SubElement(meta, _q("creator")).text = "conflictkg"
    etree.SubElement(meta, _q("description")).text = clean(description)
    xml.write(meta)
    xml.write("\n")


def _declare(
    xml: etree._IncrementalFileWriter, kind: str, prefix: str, titles: Sequence[Column]
) -> None:
    if not titles:
        return
    declared = etree.Element(_q("attributes"), {"class": kind, "mode": "static"})
    for at, column in enumerate(titles):
        etree.SubElement(
            declared,
            _q("attribute"),
            {"id": f"{prefix}{at}", "title": clean(column.title), "type": column.type},
        )
    xml.write(declared)
    xml.write("\n")


def _all(xml: etree._IncrementalFileWriter, elements: Iterator[etree._Element]) -> None:
    xml.write("\n")
    for element in elements:
        xml.write(element)
        xml.write("\n")


def _node(name: str, fields: Fields, titles: Sequence[Column]) -> etree._Element:
    label = one_line(fields.get("label") or name)
    node = etree.Element(_q("node"), {"id": clean(name), "label": label})
    _time(node, fields)
    _attvalues(node, "n", fields, titles, LOOKS)
    _viz(node, fields)
    return node


def _edge(
    at: int, source: str, target: str, fields: Fields, titles: Sequence[Column]
) -> etree._Element:
    given = {"id": str(at), "source": clean(source), "target": clean(target)}
    if fields.get("label"):
        given["label"] = one_line(fields["label"])
    if fields.get("weight") is not None:
        given["weight"] = _number("weight", fields["weight"])
    if fields.get("kind"):
        given["kind"] = one_line(fields["kind"])
    edge = etree.Element(_q("edge"), given)
    _time(edge, fields)
    _attvalues(edge, "e", fields, titles, EDGE_OWN)
    return edge


def _attvalues(
    element: etree._Element,
    prefix: str,
    fields: Fields,
    titles: Sequence[Column],
    own: frozenset[str],
) -> None:
    values = etree.Element(_ATTVALUES)
    for at, column in enumerate(titles):
        value = fields.get(column.title)
        if value is None:
            continue
        if type_of(column.title, value) != column.type:
            raise GexfError(
                f"column {column.title!r} is {column.type}, but one value is {value!r:.60}"
            )
        text = _text(column.title, value)
        etree.SubElement(values, _ATTVALUE, {"for": f"{prefix}{at}", "value": text})
    told = sum(title not in own and value is not None for title, value in fields.items())
    if told != len(values):
        lost = {t for t, v in fields.items() if t not in own and v is not None}
        lost -= {column.title for column in titles}
        raise GexfError(f"field {min(lost)!r} has no column")
    if told:
        element.append(values)


def _text(title: str, value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return _number(title, value)
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, date):
        return value.isoformat()
    return clean(LIST_SEPARATOR.join(value))


def _number(title: str, value: float) -> str:
    if isinstance(value, float) and not math.isfinite(value):
        raise GexfError(f"field {title!r}: {value} is not a number that Gephi can place")
    if isinstance(value, int) and not -(2**63) <= value < 2**63:
        raise GexfError(f"field {title!r}: {value} does not fit into 64 bits")
    return repr(value)


def _viz(node: etree._Element, fields: Fields) -> None:
    if "r" in fields:
        etree.SubElement(
            node, f"{{{_VIZ}}}color", {c: str(_channel(fields[c])) for c in ("r", "g", "b")}
        )
    if "x" in fields:
        where = {axis: _number(axis, float(fields[axis])) for axis in ("x", "y")}
        etree.SubElement(node, f"{{{_VIZ}}}position", where)
    if "size" in fields:
        value = _number("size", float(fields["size"]))
        etree.SubElement(node, f"{{{_VIZ}}}size", {"value": value})


def _channel(value: object) -> int:
    if isinstance(value, int) and 0 <= value <= 255:
        return value
    raise GexfError(f"colour channel {value!r} is not a whole number from 0 to 255")


def _time(element: etree._Element, fields: Fields) -> None:
    spells = [window(*spell) for spell in merged(fields.get("spells") or ())]
    if len(spells) == 1:
        for side, day in spells[0].items():
            element.set(side, day)
    elif spells:
        parent = etree.SubElement(element, _q("spells"))
        for spell in spells:
            etree.SubElement(parent, _q("spell"), spell)


def clean(text: str) -> str:
    """The text with each character that XML forbids replaced by U+FFFD, so that its loss shows."""
    return _FORBIDDEN.sub("\ufffd", text)


def one_line(text: str) -> str:
    """A label: cleaned, with each run of white space made one space."""
    return " ".join(clean(text).split())


def _q(name: str) -> str:
    return f"{{{_NS}}}{name}"


_ATTVALUES, _ATTVALUE = _q("attvalues"), _q("attvalue")
