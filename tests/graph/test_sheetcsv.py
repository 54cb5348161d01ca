"""CSV tables: every value in its cell, nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from datetime import date

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.sheetcsv import defused, write_edges, write_nodes
from graph.store import Store
from graph.views import VIEWS, finished
from tests.graph.odd import graphs


def table(graph: nx.MultiDiGraph[str], which: str) -> list[dict[str, str]]:
    out = io.BytesIO()
    (write_nodes if which == "nodes" else write_edges)(graph, out)
    text = out.getvalue().decode()
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert all(len(row) == len(rows[0]) for row in rows)
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def test_cells() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_node(
        "a", label='=HYPERLINK("x")', lat=-2.5, note="x\ny,z", spells=[(None, date(1850, 1, 2))]
    )
    graph.add_node("b", label="قاعدة", big=True)
    graph.add_edge("a", "b", kind="against", weight=3.0, label="@sum", sources=["-u", "v"])
    assert table(graph, "nodes") == [
        {
            "Id": "a",
            "Label": '\'=HYPERLINK("x")',
            "big": "",
            "lat": "-2.5",
            "note": "x\ny,z",
            "spells": "../1850-01-02",
        },
        {"Id": "b", "Label": "قاعدة", "big": "true", "lat": "", "note": "", "spells": ""},
    ]
    assert table(graph, "edges") == [
        {
            "Source": "a",
            "Target": "b",
            "Type": "Directed",
            "Id": "0",
            "Label": "'@sum",
            "Weight": "3.0",
            "kind": "against",
            "sources": "'-u | v",
        }
    ]


@given(st.text(max_size=20))
def test_no_cell_begins_like_a_formula(text: str) -> None:
    made = defused(text)
    assert not made.lstrip(" ").startswith(tuple("=+-@\t\r\n＝＋－＠"))
    made.encode()


@pytest.mark.parametrize("view", sorted(VIEWS))
def test_every_view_has_its_rows(store: Store, view: str) -> None:
    graph = finished(VIEWS[view](store))
    nodes, edges = table(graph, "nodes"), table(graph, "edges")
    assert [row["Id"] for row in nodes] == sorted(graph)
    assert len(edges) == graph.number_of_edges()
    assert {row["Source"] for row in edges} | {row["Target"] for row in edges} <= set(graph)
    assert all(float(row["Weight"]) > 0 for row in edges)


@settings(deadline=None, max_examples=80)
@given(graphs())
def test_whatever_the_values(graph: nx.MultiDiGraph[str]) -> None:
    assert len(table(graph, "nodes")) == len(graph)
    assert len(table(graph, "edges")) == graph.number_of_edges()


def test_an_empty_graph_has_headings() -> None:
    out = io.BytesIO()
    write_edges(nx.MultiDiGraph(), out)
    assert out.getvalue() == b"Source,Target,Type,Id,Label,Weight\r\n"
