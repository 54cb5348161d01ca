"""Pictures of networks: whole, readable, the same bytes, safe."""

from __future__ import annotations

import json
import random
import re
from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from graph.picture.network import NAMED, network
from graph.picture.page import page
from graph.picture.raster import png
from graph.picture.svg import Drawing
from graph.picture.text import width
from graph.store import Store
from graph.views import VIEWS, finished
from graph.views.force import Box, apart
from tests.graph.odd import graphs

BEFORE = {"start": 0.0, "middle": 0.5, "end": 1.0}
"""Share of a text that stands left of its anchor."""
SVG = {"s": "http://www.w3.org/2000/svg"}
ARABIC = ("الحشد الشعبي", "قوات الدعم السريع", "حركة الشباب")
ENGLISH = ("Popular Mobilization Forces (PMF)", "Rapid Support Forces (RSF)", "Al-Shabaab")


def made(nodes: int, edges: int) -> nx.MultiDiGraph[str]:
    chance = random.Random(3)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(view="actors")
    for at in range(nodes):
        names = {"label_ar": f"{ARABIC[at % 3]} {at}", "label_en": f"{ENGLISH[at % 3]} {at}"}
        graph.add_node(f"a{at:04}", kind="actor", iri=f"a{at}", label="", **names)
    for at in range(edges):
        ends = chance.choice(sorted(graph)[: nodes // 4 + 1]), chance.choice(sorted(graph))
        graph.add_edge(*ends, key=str(at), kind="against", weight=float(chance.randrange(1, 9)))
    return graph


def parsed(drawing: Drawing) -> etree._Element:
    return etree.fromstring(drawing.svg().encode())


def count(root: etree._Element, path: str) -> int:
    found = root.xpath(f"count({path})", namespaces=SVG)
    assert isinstance(found, float)
    return int(found)


def names(root: etree._Element) -> list[etree._Element]:
    found = root.xpath("//s:g[@class='name']/s:text", namespaces=SVG)
    assert isinstance(found, list)
    return [each for each in found if isinstance(each, etree._Element)]


def named(line: etree._Element) -> str:
    """The node that a line of text names."""
    parent = line.getparent()
    assert parent is not None
    return str(parent.get("data-of"))


def moved(line: etree._Element) -> tuple[float, float]:
    """The middle of the disc that a line of text belongs to."""
    parent = line.getparent()
    assert parent is not None
    x, y = re.findall(r"[-\d.]+", str(parent.get("transform")))
    return float(x), float(y)


@pytest.mark.parametrize("lang", ["en", "ar", "both"])
@pytest.mark.parametrize("view", sorted(VIEWS))
def test_every_node_and_edge_of_every_view_is_drawn(store: Store, view: str, lang: str) -> None:
    graph = finished(VIEWS[view](store), lang)
    drawing = network(graph, lang)
    root = parsed(drawing)
    assert count(root, "//s:circle[@class='node']") == len(graph) > 0
    assert count(root, "//s:g[@class='edge']") == graph.number_of_edges()
    assert network(finished(VIEWS[view](store), lang), lang).svg() == drawing.svg()


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize(("nodes", "edges"), [(20, 35), (300, 420)])
def test_names_do_not_cover_each_other(nodes: int, edges: int, lang: str) -> None:
    graph = finished(made(nodes, edges), lang)
    root = parsed(network(graph, lang))
    lines = []
    for line in names(root):
        x, middle = moved(line)
        base, size = middle + float(line.get("y", 0)), float(line.get("font-size", 0))
        wide = width(line.text or "", size)
        left = x + float(line.get("x", 0)) - wide * BEFORE[line.get("text-anchor", "start")]
        lines.append((named(line), left, base - size * 0.8, left + wide, base + size * 0.2))
    assert len({name for name, *_ in lines}) == nodes
    covered = [
        (one[0], other[0])
        for one, other in combinations(lines, 2)
        if one[0] != other[0]
        and one[1] < other[3] and other[1] < one[3]
        and one[2] < other[4] and other[2] < one[4]
    ]  # fmt: skip
    assert covered == []


def test_boxes_that_overlap_are_pushed_apart() -> None:
    box = Box(left=40, right=40, up=10, down=20)
    chance = random.Random(1)
    places = apart([(chance.random() * 200, chance.random() * 200) for _ in range(60)], [box] * 60)
    for at, (x, y) in enumerate(places):
        for x2, y2 in places[at + 1 :]:
            assert abs(x - x2) >= 79.9 or abs(y - y2) >= 29.9


def test_a_crowd_is_named_by_weight_and_says_so() -> None:
    graph = finished(made(NAMED + 50, 600), "en")
    root = parsed(network(graph))
    shown = {named(line) for line in names(root)}
    assert len(shown) == NAMED
    assert "Without a name in the picture: 50" in "".join(root.itertext())
    heaviest = max(graph, key=lambda n: graph.degree(n, weight="weight"))
    assert heaviest in shown


@pytest.mark.parametrize("nodes", [0, 1])
def test_hardly_anything_is_a_picture_too(nodes: int) -> None:
    assert count(parsed(network(finished(made(nodes, 0), "ar"), "ar")), "//s:circle") <= 2


@settings(deadline=None, max_examples=60)
@given(graphs(), st.sampled_from(["en", "ar", "both"]))
def test_whatever_the_values(graph: nx.MultiDiGraph[str], lang: str) -> None:
    drawing = network(finished(graph, lang), lang)
    root = parsed(drawing)
    assert count(root, "//s:circle[@class='node']") == len(graph)
    assert count(root, "//s:g[@class='edge']") == graph.number_of_edges()


def test_nothing_in_a_name_becomes_markup_or_script() -> None:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(view="actors")
    evil = "</script><script>alert(1)</script><!--<img src=x onerror=alert(1)>"
    graph.add_node("a", kind="actor", label=evil, label_en=evil, iri='x"><script>')
    html = page(network(finished(graph, "en")))
    assert html.count("<script") == 2
    assert html.count("</script>") == 2
    assert "<img" not in html and "<!--" not in html
    found = re.search(r'<script type="application/json" id="details">(.*)</script>', html)
    assert found
    assert f"label en: {evil}" in json.loads(found[1])["a"]


def test_a_page_asks_no_network_for_anything() -> None:
    html = page(network(finished(made(5, 6), "ar"), "ar"))
    assert "default-src 'none'" in html
    assert 'dir="rtl"' in html
    assert not re.search(r"""(?:src|href)\s*=|url\(|@import|fetch\(|XMLHttp""", html)


def test_png_is_twice_the_size_of_the_drawing() -> None:
    drawing = network(finished(made(3, 3), "ar"), "ar")
    data = png(drawing)
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    wide, tall = int.from_bytes(data[16:20]), int.from_bytes(data[20:24])
    assert (wide, tall) == (
        pytest.approx(2 * drawing.width, abs=2),
        pytest.approx(2 * drawing.height, abs=2),
    )
    assert png(drawing) == data
