"""All views: what each shows, that each is a valid file, and that it is the same every time."""

from __future__ import annotations

import io
from pathlib import Path

import networkx as nx
import pytest
from lxml import etree

from graph import gexf
from graph.store import Store
from graph.views import VIEWS, accusations, actors, claims, geo
from graph.views.style import dressed

ID = "https://w3id.org/conflict-event/id/"
FACTIONS = f"{ID}actor/mountain-factions"
GRAMMAR = etree.RelaxNG(etree.parse(Path(__file__).parents[1] / "gexf.rng"))


def written(graph: nx.MultiDiGraph[str]) -> bytes:
    out = io.BytesIO()
    gexf.write(dressed(graph), out)
    return out.getvalue()


@pytest.mark.parametrize("view", sorted(VIEWS))
def test_every_view_is_a_valid_file_with_the_same_counts(store: Store, view: str) -> None:
    graph = VIEWS[view](store)
    data = written(graph)
    GRAMMAR.assertValid(etree.fromstring(data))
    back = nx.read_gexf(io.BytesIO(data), version="1.3")
    assert graph.number_of_nodes() > 0
    assert back.number_of_nodes() == graph.number_of_nodes()
    assert back.number_of_edges() == graph.number_of_edges()
    assert written(VIEWS[view](store)) == data


def test_who_is_said_to_have_acted_against_whom(store: Store) -> None:
    graph = actors(store)
    assert list(graph.edges(keys=True)) == [(FACTIONS, f"{ID}actor/river-army", "against")]
    edge = graph.edges[FACTIONS, f"{ID}actor/river-army", "against"]
    assert edge["weight"] == 1.0
    assert edge["certainty"] == "probable"


def test_accusations_denials_and_silence_are_kinds_of_their_own(store: Store) -> None:
    kinds = {(s, t): k for s, t, k in accusations(store).edges(keys=True)}
    assert kinds == {
        (f"{ID}actor/salem-nour", FACTIONS): "accuses",
        (FACTIONS, FACTIONS): "denies",
        (f"{ID}actor/army-spokesman", f"{ID}actor/army"): "leaves-open",
    }


def test_a_claim_leads_from_its_speaker_to_its_event(store: Store) -> None:
    graph = claims(store)
    claim, event = f"{ID}claim/aaaaaaaaaaaaaaa1-2", f"{ID}event/aaaaaaaaaaaaaaa1-e1"
    path = nx.shortest_path(graph, f"{ID}actor/salem-nour", event)
    assert path == [f"{ID}actor/salem-nour", claim, f"{ID}prop/a-perp", event]
    assert graph.nodes[f"{ID}prop/a-perp"]["label"] == "perpetrator: Mountain Factions"
    assert sum(f["kind"] == "claim" for _, f in graph.nodes(data=True)) == 12


def test_every_node_of_the_map_has_coordinates(store: Store) -> None:
    graph = geo(store)
    assert sorted(graph.nodes) == [
        f"{ID}event/aaaaaaaaaaaaaaa1-e1",
        f"{ID}place/river-base",
    ]
    assert all(isinstance(f["lat"], float) for _, f in graph.nodes(data=True))
