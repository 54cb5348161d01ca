"""The ``events`` view: typed edges, each with what stands behind it."""

from __future__ import annotations

from datetime import date

import networkx as nx
import pytest

from graph.store import Store
from graph.views import events

ID = "https://w3id.org/conflict-event/id/"
ARABIC = f"{ID}event/aaaaaaaaaaaaaaa1-e1"
ENGLISH = f"{ID}event/bbbbbbbbbbbbbbb2-e1"
SHELLING = f"{ID}event/bbbbbbbbbbbbbbb2-e2"
FACTIONS = f"{ID}actor/mountain-factions"
ARMY = f"{ID}actor/army"
BASE = f"{ID}place/river-base"


@pytest.fixture(scope="module")
def graph(store: Store) -> nx.MultiDiGraph[str]:
    return events(store)


def test_nodes_say_what_they_are(graph: nx.MultiDiGraph[str]) -> None:
    kinds = {node: fields["kind"] for node, fields in graph.nodes(data=True)}
    assert kinds == {
        ARABIC: "event",
        ENGLISH: "event",
        SHELLING: "event",
        FACTIONS: "actor",
        ARMY: "actor",
        BASE: "facility",
    }


def test_nodes_have_both_names_coordinates_and_days(graph: nx.MultiDiGraph[str]) -> None:
    base, event = graph.nodes[BASE], graph.nodes[ARABIC]
    assert (base["label_ar"], base["label_en"]) == ("قاعدة النهر", "River Base")
    assert (base["lat"], base["lon"]) == (35.08, 40.55)
    assert event["spells"] == [(date(2031, 3, 3), date(2031, 3, 4))]
    assert (event["event_type"], event["status"]) == ("rocket-attack", "happened")


def test_an_accusation_carries_its_evidence(graph: nx.MultiDiGraph[str]) -> None:
    edge = graph.edges[FACTIONS, ARABIC, "perpetrator"]
    assert edge["certainty"] == "probable"
    assert edge["claimants"] == ["Salem Nour"]
    assert edge["denied"] is False
    assert edge["sources"] == ["https://example.org/ar/1"]
    assert edge["date_end"] == "2031-03-04"


def test_a_mere_denial_is_no_accusation(graph: nx.MultiDiGraph[str]) -> None:
    edges = graph.get_edge_data(FACTIONS, ENGLISH)
    assert list(edges) == ["denied-perpetrator"]
    assert edges["denied-perpetrator"]["certainty"] == ""
    assert edges["denied-perpetrator"]["claimants"] == []
    assert edges["denied-perpetrator"]["deniers"] == ["Mountain Factions"]


def test_an_open_question_is_no_accusation(graph: nx.MultiDiGraph[str]) -> None:
    edges = graph.get_edge_data(ARMY, SHELLING)
    assert list(edges) == ["open-perpetrator"]
    assert edges["open-perpetrator"]["denied"] is False


def test_target_place_and_link_edges(graph: nx.MultiDiGraph[str]) -> None:
    assert set(graph.get_edge_data(ARABIC, BASE)) == {"target", "at"}
    link = graph.edges[ARABIC, ENGLISH, "linked"]
    assert link["score"] == 0.8
    assert link["reason"] == "same type, facility and day"
    assert link["claimants"] == []


def test_the_key_of_an_edge_is_its_kind(graph: nx.MultiDiGraph[str]) -> None:
    edges = list(graph.edges(keys=True, data=True))
    assert len(edges) == 8
    assert all(key == fields["kind"] for *_, key, fields in edges)
