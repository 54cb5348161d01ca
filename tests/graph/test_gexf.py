"""The GEXF writer: valid, complete, readable by others, the same bytes every time."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from graph import gexf, sheet
from graph.column import TableError, text_of
from graph.spell import Spell
from graph.views import finished
from graph.xml import clean
from tests.graph.odd import graphs

NS = {"g": "http://gexf.net/1.3", "viz": "http://gexf.net/1.3/viz"}
GRAMMAR = etree.RelaxNG(etree.parse(Path(__file__).with_name("gexf.rng")))


def elements(root: etree._Element, path: str) -> list[etree._Element]:
    found = root.xpath(path, namespaces=NS)
    assert isinstance(found, list)
    return [each for each in found if isinstance(each, etree._Element)]


def values(root: etree._Element, path: str) -> list[str]:
    found = root.xpath(path, namespaces=NS)
    assert isinstance(found, list)
    return [str(each) for each in found]


def written(graph: nx.MultiDiGraph[str]) -> bytes:
    out = io.BytesIO()
    gexf.write(graph, out, description="a test")
    return out.getvalue()


def parsed(data: bytes) -> etree._Element:
    root = etree.fromstring(data)
    GRAMMAR.assertValid(root)
    return root


def sample() -> nx.MultiDiGraph[str]:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_node("a", kind="actor", label="Actor", label_ar="جماعة", lat=35.08, r=0, g=114, b=178)
    graph.add_node(
        "e", kind="event", label="Strike", spells=[(date(2021, 6, 28),) * 2], x=1, y=-2.5
    )
    edge = {"kind": "perpetrator", "denied": False, "weight": 2, "sources": ["u1", "u2"]}
    graph.add_edge("a", "e", key="perpetrator", **edge)
    graph.add_edge("a", "e", key="target", kind="target", denied=True, weight=1, sources=[])
    return graph


def test_networkx_reads_the_file_back_with_everything() -> None:
    back = nx.read_gexf(io.BytesIO(written(sample())), version="1.3")
    assert (back.number_of_nodes(), back.number_of_edges()) == (2, 2)
    assert back.nodes["a"]["label_ar"] == "جماعة"
    assert back.nodes["a"]["lat"] == 35.08
    assert back.nodes["a"]["viz"]["color"] == {"r": 0, "g": 114, "b": 178, "a": 1.0}
    assert back.nodes["e"]["viz"]["position"] == {"x": 1.0, "y": -2.5, "z": 0.0}
    edges = {fields["kind"]: fields for *_, fields in back.edges(data=True)}
    assert edges["perpetrator"]["denied"] is False
    assert edges["target"]["denied"] is True
    assert edges["perpetrator"]["weight"] == 2.0
    assert edges["perpetrator"]["sources"] == "u1 | u2"


def test_parallel_edges_carry_their_kind_where_gephi_looks_for_it() -> None:
    root = parsed(written(sample()))
    assert sorted(values(root, "//g:edge/@kind")) == ["perpetrator", "target"]


def test_a_single_day_is_a_window_of_a_day() -> None:
    node = elements(parsed(written(sample())), "//g:node[@id='e']")[0]
    assert (node.get("start"), node.get("end")) == ("2021-06-28", "2021-06-29")


@pytest.mark.parametrize(
    ("spells", "windows"),
    [
        ([(date(1899, 12, 31), date(1900, 1, 2))], [("1899-12-31", "1900-01-02")]),
        ([(date(2020, 1, 1), None)], [("2020-01-01", None)]),
        ([(None, date(2020, 1, 1))], [(None, "2020-01-01")]),
        ([(None, None)], []),
        ([(date(2020, 1, 2),) * 2, (date(2020, 1, 1),) * 2], [("2020-01-01", "2020-01-02")]),
        (
            [(date(2020, 1, 1),) * 2, (date(2020, 3, 1),) * 2],
            [("2020-01-01", "2020-01-02"), ("2020-03-01", "2020-03-02")],
        ),
    ],
)
def test_spells(spells: list[Spell], windows: list[tuple[str | None, str | None]]) -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_node("n", spells=spells)
    root = parsed(written(graph))
    timed = elements(root, "//g:spell | //g:node[@start or @end]")
    assert [(t.get("start"), t.get("end")) for t in timed] == windows


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ({"a": 1}, "no type for dict"),
        (float("nan"), "no finite number"),
        (float("inf"), "no finite number"),
        (2**63, "64 bits"),
        ([1, 2], "no type for list"),
    ],
)
def test_a_value_that_gexf_cannot_hold_is_an_error(value: object, message: str) -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_node("n", odd=value)
    with pytest.raises(TableError, match=message):
        written(graph)


def test_a_column_has_one_type() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_node("a", lat=1.0)
    graph.add_node("b", lat="north")
    with pytest.raises(TableError, match="'lat' holds both double and string"):
        written(graph)


def test_a_streamed_field_without_a_column_is_an_error() -> None:
    head = sheet.Head(nodes=[], edges=[], dynamic=False)
    with pytest.raises(TableError, match="'iri' has no column"):
        gexf.write_stream(head, [("n", {"iri": "x"})], [], io.BytesIO())


def test_forbidden_characters_leave_a_mark() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_node("n", label="a\x00b\x1b[31m\uffff\ttab", note="x\ud800\ny")
    node = elements(parsed(written(graph)), "//g:node")[0]
    assert node.get("label") == "a\ufffdb\ufffd[31m\ufffd tab"
    assert node.xpath(".//g:attvalue/@value", namespaces=NS) == ["x\ufffd\ny"]


def test_an_empty_graph_is_a_valid_file() -> None:
    root = parsed(written(nx.MultiDiGraph()))
    assert root.xpath("count(//g:node)", namespaces=NS) == 0


def test_the_order_of_making_does_not_show() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for source, target, key, fields in reversed(list(sample().edges(keys=True, data=True))):
        graph.add_edge(source, target, key=key, **fields)
    for node in reversed(list(sample())):
        graph.add_node(node, **dict(reversed(sample().nodes[node].items())))
    assert written(graph) == written(sample())


def texts_of(root: etree._Element, kind: str, title: str) -> list[str]:
    """Values of one column, of ``node`` or ``edge``."""
    column = f"//g:attributes[@class='{kind}']/g:attribute[@title='{title}']/@id"
    return values(root, f"//g:{kind}//g:attvalue[@for={column}]/@value")


@settings(deadline=None, max_examples=150)
@given(graphs())
def test_whatever_the_values_the_file_is_valid_and_whole(graph: nx.MultiDiGraph[str]) -> None:
    data = written(graph)
    root = parsed(data)
    tables = sheet.sheet(graph)
    assert values(root, "//g:node/@id") == [name for name, _ in tables.nodes]
    assert root.xpath("count(//g:edge)", namespaces=NS) == graph.number_of_edges()
    for title in ("note", "label_ar", "date_start", "lat", "sources"):
        for kind, rows in (
            ("node", [fields for _, fields in tables.nodes]),
            ("edge", [fields for *_, fields in tables.edges]),
        ):
            told = [row[title] for row in rows if row.get(title) is not None]
            assert texts_of(root, kind, title) == [clean(text_of(title, v)) for v in told]
    assert written(graph) == data


@settings(deadline=None, max_examples=60)
@given(graphs(), st.sampled_from(["ar", "en", "both"]))
def test_finished_graphs_are_valid_and_others_read_them(
    graph: nx.MultiDiGraph[str], lang: str
) -> None:
    ready = finished(graph, lang)
    data = written(ready)
    parsed(data)
    back = nx.read_gexf(io.BytesIO(data), version="1.3")
    assert set(back) == set(ready)
    assert back.number_of_edges() == ready.number_of_edges()
    assert written(finished(graph, lang)) == data


def test_colours_of_edges_go_where_gephi_looks_for_them() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_edge("a", "b", kind="denies", r=213, g=94, b=0)
    colour = elements(parsed(written(graph)), "//g:edge/viz:color")[0]
    assert [colour.get(c) for c in "rgb"] == ["213", "94", "0"]


def test_columns_are_known_by_their_titles() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_node("a", **{"label_ar": "x", "two words": "y", "\u0000": "z"})
    root = parsed(written(graph))
    assert values(root, "//g:attribute/@id") == ["n.0", "label_ar", "n.2"]
    assert values(root, "//g:attvalue/@for") == ["n.0", "label_ar", "n.2"]
