"""Measures agree with networkx run by hand, and are the same in every run."""

from __future__ import annotations

import random

import networkx as nx
import pytest

from graph.store import Store
from graph.views import VIEWS
from graph.views.measure import SEED, measured, measures


def made(nodes: int, edges: int, seed: int = 7) -> nx.MultiDiGraph[str]:
    chance = random.Random(seed)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    names = [f"n{at:04}" for at in range(nodes)]
    graph.add_nodes_from(names)
    for _ in range(edges):
        ends = chance.choice(names), chance.choice(names)
        graph.add_edge(*ends, weight=float(chance.randrange(1, 6)))
    return graph


GRAPHS = [made(1, 0), made(2, 3), made(30, 45), made(120, 300)]


@pytest.mark.parametrize("graph", GRAPHS, ids=len)
def test_degrees_and_rank(graph: nx.MultiDiGraph[str]) -> None:
    found = measures(graph)
    assert {n: f["degree"] for n, f in found.items()} == dict(graph.degree())
    assert {n: f["in_degree"] for n, f in found.items()} == dict(graph.in_degree())
    assert {n: f["out_degree"] for n, f in found.items()} == dict(graph.out_degree())
    weighted = dict(graph.degree(weight="weight"))
    assert {n: f["weighted_degree"] for n, f in found.items()} == pytest.approx(weighted)
    rank = nx.pagerank(graph, alpha=0.85, tol=1e-12, max_iter=1000, weight="weight")
    assert {n: f["pagerank"] for n, f in found.items()} == pytest.approx(rank, abs=1e-8)


@pytest.mark.parametrize("graph", GRAPHS, ids=len)
def test_betweenness_and_parts(graph: nx.MultiDiGraph[str]) -> None:
    found = measures(graph)
    between = nx.betweenness_centrality(nx.DiGraph(graph))
    assert {n: f["betweenness"] for n, f in found.items()} == pytest.approx(between, abs=1e-11)
    assert {f["betweenness_method"] for f in found.values()} == {"exact"}
    parts = sorted(nx.weakly_connected_components(graph), key=lambda p: (-len(p), min(p)))
    assert {n: f["component"] for n, f in found.items()} == {
        node: at for at, part in enumerate(parts) for node in part
    }


@pytest.mark.parametrize("graph", GRAPHS, ids=len)
def test_communities_are_those_of_louvain(graph: nx.MultiDiGraph[str]) -> None:
    numbered = nx.convert_node_labels_to_integers(graph, ordering="sorted")
    flat: nx.Graph[int] = nx.Graph()
    flat.add_nodes_from(sorted(numbered))
    for a, b, weight in sorted(numbered.edges(data="weight")):
        before = flat.get_edge_data(a, b, {"weight": 0.0})["weight"]
        flat.add_edge(a, b, weight=before + weight)
    by_hand = {frozenset(part) for part in nx.community.louvain_communities(flat, seed=SEED)}
    found: dict[int, set[int]] = {}
    for at, node in enumerate(sorted(graph)):
        found.setdefault(measures(graph)[node]["community"], set()).add(at)
    assert {frozenset(part) for part in found.values()} == by_hand
    sizes = [len(found[at]) for at in range(len(found))]
    assert sizes == sorted(sizes, reverse=True)


def test_large_graphs_are_sampled_and_say_so() -> None:
    graph = made(60, 200)
    found = measures(graph, exact=50, sample=20)
    assert {f["betweenness_method"] for f in found.values()} == {"sampled, 20 of 60 nodes"}
    numbered = nx.DiGraph(nx.convert_node_labels_to_integers(graph, ordering="sorted"))
    by_hand = nx.betweenness_centrality(numbered, k=20, seed=SEED)
    assert [found[n]["betweenness"] for n in sorted(graph)] == pytest.approx(
        [by_hand[at] for at in range(60)], abs=1e-11
    )


def test_the_order_of_making_does_not_matter() -> None:
    graph = made(40, 90)
    other: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    other.add_edges_from(reversed(list(graph.edges(data=True))))
    other.add_nodes_from(reversed(list(graph)))
    assert measures(other) == measures(graph)


def test_an_empty_graph_has_no_measures() -> None:
    assert measures(nx.MultiDiGraph()) == {}


@pytest.mark.parametrize("view", sorted(VIEWS))
def test_every_node_of_every_view_is_measured(store: Store, view: str) -> None:
    graph = measured(VIEWS[view](store))
    titles = {"degree", "weighted_degree", "betweenness", "pagerank", "community", "component"}
    assert len(graph) > 0
    assert all(titles <= fields.keys() for _, fields in graph.nodes(data=True))
    assert sum(rank for _, rank in graph.nodes(data="pagerank")) == pytest.approx(1.0)
