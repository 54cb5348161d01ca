"""The first layout: every node, apart from each other, the same whatever the order."""

from __future__ import annotations

import itertools
import math

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.views.layout import SPACING, positions


def multigraph(edges: list[tuple[str, str]], nodes: list[str]) -> nx.MultiDiGraph[str]:
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_nodes_from(nodes)
    graph.add_edges_from(edges)
    return graph


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), max_size=40))
def test_every_node_has_its_own_place(pairs: list[tuple[int, int]]) -> None:
    edges = [(f"n{a}", f"n{b}") for a, b in pairs]
    graph = multigraph(edges, [f"n{i}" for i in range(12)])
    placed = positions(graph)
    assert set(placed) == set(graph)
    closest = min(math.dist(a, b) for a, b in itertools.combinations(placed.values(), 2))
    assert closest > 5
    assert positions(multigraph(edges[::-1], sorted(graph, reverse=True))) == placed


@pytest.mark.parametrize("count", [0, 1])
def test_small_graphs(count: int) -> None:
    assert len(positions(multigraph([], ["a"][:count]))) == count


def test_a_star_is_a_circle_with_room_for_each() -> None:
    graph = multigraph([("hub", f"leaf{i:03}") for i in range(300)], [])
    placed = positions(graph)
    radii = {round(math.dist(placed["hub"], p)) for n, p in placed.items() if n != "hub"}
    assert len(radii) == 1
    assert radii.pop() >= 300 * SPACING / math.tau - 1
