"""Timelines and maps: a row for each dated event, a disc for each place."""

from __future__ import annotations

from datetime import date
from typing import Any

import networkx as nx
import pytest
from lxml import etree

from graph.picture.map import land, map_
from graph.picture.svg import Drawing
from graph.picture.timeline import timeline
from graph.store import Store
from graph.views import events, finished, geo

SVG = {"s": "http://www.w3.org/2000/svg"}


def drawn(drawing: Drawing) -> list[etree._Element]:
    root = etree.fromstring(drawing.svg().encode())
    found = root.xpath("//*[@class='node']", namespaces=SVG)
    assert isinstance(found, list)
    return [each for each in found if isinstance(each, etree._Element)]


def happened(*spans: tuple[date, date]) -> nx.MultiDiGraph[str]:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(view="events")
    for at, span in enumerate(spans):
        graph.add_node(
            f"e{at}", kind="event", label=f"Strike {at}", status="happened", spells=[span]
        )
    graph.add_node("undated", kind="event", label="Strike")
    graph.add_node("party", kind="actor", label="Army")
    return graph


@pytest.mark.parametrize("lang", ["en", "ar", "both"])
def test_the_sample_has_a_timeline_and_a_map(store: Store, lang: str) -> None:
    rows = drawn(timeline(finished(events(store), lang), lang))
    assert [row.get("data-id", "")[-19:] for row in rows] == ["aaaaaaaaaaaaaaa1-e1"]
    (spot,) = drawn(map_(finished(geo(store), lang), lang))
    assert spot.get("data-id") == "35.08,40.55"


@pytest.mark.parametrize(
    "spans",
    [
        [(date(2020, 1, 1), date(2020, 1, 1))],
        [(date(1850, 1, 1), date(1850, 1, 1)), (date(2020, 1, 1), date(2020, 12, 31))],
        [(date.min, date.max)],
        [(date.max, date.max), (date.min, date.min)],
        [(date(2020, 1, day), date(2020, 1, day + 1)) for day in range(1, 20)],
    ],
    ids=["one", "centuries", "all time", "the ends of time", "days"],
)
def test_rows_are_in_order_and_inside(spans: list[tuple[date, date]]) -> None:
    drawing = timeline(happened(*spans))
    rows = drawn(drawing)
    starts = [drawing.details[row.get("data-id", "")][1] for row in rows]
    assert starts == sorted(starts)
    assert len(rows) == len(spans)
    assert "without a day: 1" in drawing.svg()
    for disc in etree.fromstring(drawing.svg().encode()).iter("{*}circle"):
        assert 0 <= float(disc.get("cx", 0)) <= drawing.width


def spots(*where: tuple[float, float]) -> nx.MultiDiGraph[str]:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(view="geo")
    for at, (lat, lon) in enumerate(where):
        fields: dict[str, Any] = {"lat": lat, "lon": lon}
        graph.add_node(f"p{at}", kind="place", label=f"Place {at}", **fields)
        graph.add_node(f"e{at}", kind="event", label=f"Strike {at}", **fields)
    return graph


@pytest.mark.parametrize(
    "where",
    [[(33.0, 44.0)], [(-90.0, -180.0), (90.0, 180.0)], [(0.0, 0.0), (0.001, 0.001)], []],
    ids=["one", "the globe", "neighbours", "none"],
)
def test_every_place_is_inside_the_map(where: list[tuple[float, float]]) -> None:
    drawing = map_(spots(*where))
    discs = drawn(drawing)
    assert len(discs) == len(where)
    for disc in discs:
        assert -1 <= float(disc.get("cx", -9)) <= 1101
        assert -1 <= float(disc.get("cy", -9)) <= 761


def test_the_ground_is_a_world() -> None:
    kinds = [kind for kind, _ in land()]
    assert kinds.count("coast") > 100
    assert kinds.count("border") > 100
    points = [point for _, line in land() for point in line]
    assert all(-180 <= lon <= 180 and -90 <= lat <= 90 for lon, lat in points)
