"""One odd network through every format: nothing fails, nothing is lost, every file can be read."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date

import networkx as nx
import pytest
from lxml import etree

from graph import gexf, graphml, sheetcsv
from graph.picture.map import map_
from graph.picture.network import network
from graph.picture.page import page
from graph.picture.raster import png
from graph.picture.svg import Drawing
from graph.picture.timeline import timeline
from graph.views import finished

LABELS = (
    "bell \x07 and null \x00 and \ud800",
    "🚀👩\u200d🚀 رقم 1",
    "قوات PMF في Anbar، 2020-01-08 (RSF)",
    "ق" * 10_000,
    "x " * 5_000,
    "\u202eabc\u202c\u2067",
    "",
    "=1+1",
    "</script><b>&amp;",
)
SPELLS = (
    (date(1850, 1, 1), date(1850, 12, 31)),
    (date(1, 1, 1), date(9999, 12, 31)),
    (None, date(2020, 1, 1)),
    (date(2020, 1, 1), None),
    None,
)


def odd(nodes: int) -> nx.MultiDiGraph[str]:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(view="events")
    for at in range(nodes):
        label, spell = LABELS[at % len(LABELS)], SPELLS[at % len(SPELLS)]
        graph.add_node(f"n{at}", iri=f"n{at}", kind="event", label=label, label_en=label)
        graph.nodes[f"n{at}"].update(label_ar=label[::-1], lat=float(at), lon=float(-at))
        if spell:
            graph.nodes[f"n{at}"]["spells"] = [spell]
    for at in range(nodes):
        for to in {at, (at + 1) % nodes}:
            label = LABELS[to % len(LABELS)]
            fields = {"kind": "denied-target", "weight": 2.0, "sources": [label], "label": label}
            graph.add_edge(f"n{at}", f"n{to}", key="1", **fields)
    return graph


@pytest.fixture(params=[(n, lang) for n in (0, 1, 9) for lang in ("en", "ar", "both")], ids=str)
def graph(request: pytest.FixtureRequest) -> nx.MultiDiGraph[str]:
    nodes, lang = request.param
    return finished(odd(nodes), lang)


def test_gexf_and_graphml_are_read_back(graph: nx.MultiDiGraph[str]) -> None:
    for write, read in (
        (gexf.write, lambda data: nx.read_gexf(data, version="1.3")),
        (graphml.write, nx.read_graphml),
    ):
        out = io.BytesIO()
        write(graph, out)
        back = read(io.BytesIO(out.getvalue()))
        assert back.number_of_nodes() == len(graph)
        assert back.number_of_edges() == graph.number_of_edges()


def test_tables_have_a_row_for_each(graph: nx.MultiDiGraph[str]) -> None:
    for write, count in (
        (sheetcsv.write_nodes, len(graph)),
        (sheetcsv.write_edges, graph.number_of_edges()),
    ):
        out = io.BytesIO()
        write(graph, out)
        csv.field_size_limit(10**6)
        rows = list(csv.DictReader(io.StringIO(out.getvalue().decode(), newline="")))
        assert len(rows) == count
        assert not any(v.startswith(("=", "+", "@")) for row in rows for v in row.values())


@pytest.mark.parametrize("draw", [network, timeline, map_], ids=["network", "timeline", "map"])
def test_pictures_are_whole(graph: nx.MultiDiGraph[str], draw: object) -> None:
    assert callable(draw)
    drawing = draw(graph, "ar")
    assert isinstance(drawing, Drawing)
    root = etree.fromstring(drawing.svg().encode())
    shown = root.xpath("count(//*[@class='node'])")
    dated = sum(bool(f.get("spells")) for _, f in graph.nodes(data=True))
    assert shown == (dated if draw is timeline else len(graph))
    assert png(drawing).startswith(b"\x89PNG")
    html = page(drawing)
    assert html.count("</script>") == 2
    found = re.search(r'<script type="application/json" id="details">(.*)</script>', html)
    assert found
    assert set(json.loads(found[1])) == set(drawing.details)
