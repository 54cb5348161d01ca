"""GraphML: well-formed, whole, read back by networkx, the same bytes every time."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, settings

from graph import graphml
from graph.column import TableError
from graph.sheet import sheet
from graph.store import Store
from graph.views import VIEWS, finished
from graph.xml import clean
from tests.graph.odd import graphs


def written(graph: nx.MultiDiGraph[str]) -> bytes:
    out = io.BytesIO()
    graphml.write(graph, out, description="a test & more")
    return out.getvalue()


def read(graph: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    back = nx.read_graphml(io.BytesIO(written(graph)), force_multigraph=True)
    assert isinstance(back, nx.MultiDiGraph)
    return back


def test_everything_comes_back() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_node("https://x/a", iri="https://x/a", label="أ <&>", lat=1.5, r=0, count=2**60)
    graph.add_node("b", label="", spells=[(date(1850, 1, 2), None)], big=True)
    graph.add_edge("https://x/a", "b", kind="against", weight=2.0, sources=["u", "v"])
    graph.add_edge("https://x/a", "b", kind="denies", weight=1.0, note=None)
    back = read(graph)
    assert dict(back.nodes(data=True)) == {
        "n0": {"label": "", "name": "b", "spells": "1850-01-02/..", "big": True},
        "n1": {"iri": "https://x/a", "label": "أ <&>", "lat": 1.5, "r": 0, "count": 2**60},
    }
    found = [fields for *_, fields in back.edges(data=True)]
    assert found == [
        {"kind": "against", "weight": 2.0, "sources": "u | v"},
        {"kind": "denies", "weight": 1.0},
    ]


@pytest.mark.parametrize("view", sorted(VIEWS))
def test_every_view_comes_back(store: Store, view: str) -> None:
    graph = finished(VIEWS[view](store), "both")
    back = read(graph)
    assert back.is_directed()
    assert len(back) == len(graph) > 0
    assert back.number_of_edges() == graph.number_of_edges()
    assert [f["label"] for _, f in back.nodes(data=True)] == [
        graph.nodes[n]["label"] for n in sorted(graph)
    ]
    assert written(finished(VIEWS[view](store), "both")) == written(graph)


@settings(deadline=None, max_examples=80)
@given(graphs())
def test_whatever_the_values(graph: nx.MultiDiGraph[str]) -> None:
    back = read(graph)
    assert len(back) == len(graph)
    assert back.number_of_edges() == graph.number_of_edges()
    for at, (name, fields) in enumerate(sheet(graph).nodes):
        found: dict[str, Any] = back.nodes[f"n{at}"]
        assert found["name"] == clean(name)
        # networkx drops the text of an empty element and reads line feeds as XML says.
        assert (found.get("label") or "") == clean(fields["label"])


def test_what_no_table_can_hold_is_an_error() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_node("n", odd=float("nan"))
    with pytest.raises(TableError, match="no finite number"):
        written(graph)
