"""Timelines and maps: a row for each dated event, a disc for each place."""

from __future__ import annotations

from datetime import date
from typing import Any

import networkx as nx
import pytest
from lxml import etree

from graph.picture.ground import coasts, land
from graph.picture.map import map_
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
    assert "Without a day: 1" in drawing.svg()
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


def arrows(drawing: Drawing) -> dict[str, str]:
    """Places that an arrow at the edge stands for, each with what is written beside it."""
    groups = [each for each in drawn(drawing) if etree.QName(each).localname == "g"]
    return {
        each.get("data-id", ""): "".join(each.itertext("{http://www.w3.org/2000/svg}text"))
        for each in groups
    }


CLUSTER = [(33.0 + at / 10, 44.0 - at / 7) for at in range(12)]


def extent(drawing: Drawing, places: list[tuple[float, float]]) -> float:
    """How far apart, in pixels, the discs of these places are."""
    wanted = {f"{lat},{lon}" for lat, lon in places}
    at = [float(e.get("cx", 0)) for e in drawn(drawing) if e.get("data-id") in wanted]
    return max(at) - min(at)


@pytest.mark.parametrize("far", [(35.2, 137.0), (-33.0, -70.0), (60.0, 10.0), (-40.0, 44.0)])
def test_a_place_far_away_does_not_squeeze_the_others(far: tuple[float, float]) -> None:
    drawing = map_(spots(*CLUSTER, far))
    assert extent(drawing, CLUSTER) > 0.5 * extent(map_(spots(*CLUSTER)), CLUSTER)
    found = arrows(drawing)
    assert list(found) == [f"{far[0]},{far[1]}"]
    assert "Place 12" in found[f"{far[0]},{far[1]}"]
    assert "km away" in found[f"{far[0]},{far[1]}"]
    assert len(drawn(drawing)) == 13  # nothing is dropped
    assert f"{far[0]},{far[1]}" in drawing.details
    assert "Places beyond the map, with an arrow: 1" in drawing.svg()


def test_a_place_a_little_beyond_is_not_left_out_with_those_far_away() -> None:
    wide = [(20.0 + at, 10.0 + 3 * at) for at in range(14)]  # to 49 degrees east
    drawing = map_(spots(*wide, (34.0, 52.0), (35.0, 137.0)))
    assert list(arrows(drawing)) == ["35.0,137.0"]


def test_many_places_far_away_are_part_of_the_map() -> None:
    others = [(-30.0 + at, -60.0 + at) for at in range(12)]
    assert arrows(map_(spots(*CLUSTER, *others))) == {}


def test_of_a_few_places_none_is_far_away() -> None:
    assert arrows(map_(spots((33.0, 44.0), (34.0, 45.0), (35.2, 137.0)))) == {}
    assert arrows(map_(spots(*CLUSTER, (15.4, 44.2)))) == {}  # the next country


def test_distances_are_measured_from_the_edge() -> None:
    (told,) = arrows(map_(spots(*[(0.0, lon / 10) for lon in range(12)], (0.0, 90.0)))).values()
    far = int(told.split(", ")[1].split()[0])
    assert far == pytest.approx((90 - 1.1) * 111.2, abs=350)


def test_land_is_painted_where_land_is() -> None:
    def land_at(lon: float, lat: float) -> bool:
        """Whether a ray to the east crosses the coasts an odd number of times."""
        crossings = 0
        for ring in coasts():
            for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
                if (y1 > lat) != (y2 > lat) and x1 + (lat - y1) / (y2 - y1) * (x2 - x1) > lon:
                    crossings += 1
        return crossings % 2 == 1

    inland = {"Baghdad": (44.4, 33.3), "Khartoum": (32.5, 15.6), "Kabul": (69.2, 34.5)}
    at_sea = {"Red Sea": (38.0, 20.0), "Mediterranean": (20.0, 34.0), "Caspian": (51.0, 41.5)}
    assert {name: land_at(*place) for name, place in inland.items()} == dict.fromkeys(inland, True)
    assert {name: land_at(*place) for name, place in at_sea.items()} == dict.fromkeys(at_sea, False)
    assert all(ring[0] == ring[-1] for ring in coasts())


def test_the_ground_is_a_world() -> None:
    kinds = [kind for kind, _ in land()]
    assert kinds.count("coast") > 100
    assert kinds.count("border") > 100
    points = [point for _, line in land() for point in line]
    assert all(-180 <= lon <= 180 and -90 <= lat <= 90 for lon, lat in points)
