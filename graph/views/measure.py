"""Measures of a network, as columns: who is central, who belongs together.

All of them agree with networkx run by hand, as each field's line says; ``flat`` is the plain
undirected graph in which the weights of all edges between two nodes are added up.

* ``degree``, ``in_degree``, ``out_degree``: edges of the view, parallel ones each;
* ``weighted_degree``: the same, weights added up;
* ``betweenness``: share of the shortest directed paths that lead through the node, steps counted,
  ends left out (``nx.betweenness_centrality(nx.DiGraph(view))``); ``betweenness_method`` says
  whether it is ``exact`` or from a sample;
* ``pagerank``: damping 0.85, by weight (``nx.pagerank``);
* ``community``: Louvain (Blondel and others, 2008) on ``flat``, seeded; 0 is the largest;
* ``component``: part in which every node can be reached, directions ignored; 0 is the largest.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import networkx as nx

EXACT = 1000
"""Most nodes for which betweenness is exact."""
SAMPLE = 200
"""How many nodes start the paths of sampled betweenness."""
SEED = 20_250_101
_DAMPING, _CLOSE, _ROUNDS = 0.85, 1e-10, 500
_PLACES = 12  # digits that rounding in another order does not touch


def measured(
    graph: nx.MultiDiGraph[str], *, exact: int = EXACT, sample: int = SAMPLE
) -> nx.MultiDiGraph[str]:
    """A copy with the measures on every node.

    Args:
        graph: A view; edges without ``weight`` weigh 1.
        exact: Most nodes for which betweenness is exact.
        sample: From how many nodes paths start when there are more than that.
    """
    copy = graph.copy()
    for node, fields in measures(graph, exact=exact, sample=sample).items():
        copy.nodes[node].update(fields)
    return copy


def measures(
    graph: nx.MultiDiGraph[str], *, exact: int = EXACT, sample: int = SAMPLE
) -> dict[str, dict[str, Any]]:
    """The measures of every node; see ``measured``."""
    names = sorted(graph)
    if not names:
        return {}
    # Numbers instead of names: sets of names have another order in every run of Python.
    numbered = _numbered(graph, names)
    flat = _flat(numbered)
    between, method = _betweenness(numbered, exact, sample)
    rank = _pagerank(numbered)
    community = _members(nx.community.louvain_communities(flat, weight="weight", seed=SEED))
    component = _members(nx.connected_components(flat))
    return {
        name: {
            "degree": numbered.degree(at),
            "in_degree": numbered.in_degree(at),
            "out_degree": numbered.out_degree(at),
            "weighted_degree": float(numbered.degree(at, weight="weight")),
            "betweenness": round(between[at], _PLACES),
            "betweenness_method": method,
            "pagerank": round(rank[at], _PLACES),
            "community": community[at],
            "component": component[at],
        }
        for at, name in enumerate(names)
    }


def _numbered(graph: nx.MultiDiGraph[str], names: list[str]) -> nx.MultiDiGraph[int]:
    number = {name: at for at, name in enumerate(names)}
    plain: nx.MultiDiGraph[int] = nx.MultiDiGraph()
    plain.add_nodes_from(range(len(names)))
    ends = sorted(
        (number[a], number[b], float(w)) for a, b, w in graph.edges(data="weight", default=1.0)
    )
    plain.add_weighted_edges_from(ends)
    return plain


def _flat(graph: nx.MultiDiGraph[int]) -> nx.Graph[int]:
    flat: nx.Graph[int] = nx.Graph()
    flat.add_nodes_from(graph)
    for a, b, weight in graph.edges(data="weight", default=1.0):
        together = flat.get_edge_data(a, b, {"weight": 0.0})["weight"]
        flat.add_edge(a, b, weight=together + weight)
    return flat


def _betweenness(
    graph: nx.MultiDiGraph[int], exact: int, sample: int
) -> tuple[Mapping[int, float], str]:
    simple: nx.DiGraph[int] = nx.DiGraph(graph)
    if len(simple) <= max(exact, sample):
        return nx.betweenness_centrality(simple), "exact"
    found = nx.betweenness_centrality(simple, k=sample, seed=SEED)
    return found, f"sampled, {sample} of {len(simple)} nodes"


def _pagerank(graph: nx.MultiDiGraph[int]) -> list[float]:
    """By powers; the one of networkx needs SciPy, which nothing else here does."""
    count = len(graph)
    out = [float(graph.out_degree(n, weight="weight")) for n in range(count)]
    ties = [
        (a, b, weight / out[a])
        for a, b, weight in graph.edges(data="weight", default=1.0)
        if weight
    ]
    rank = [1.0 / count] * count
    for _ in range(_ROUNDS):
        idle = sum(r for r, total in zip(rank, out, strict=True) if not total)
        new = [(1.0 - _DAMPING + _DAMPING * idle) / count] * count
        for a, b, share in ties:
            new[b] += _DAMPING * rank[a] * share
        change = sum(abs(x - y) for x, y in zip(rank, new, strict=True))
        rank = new
        if change < _CLOSE:
            break
    return rank


def _members(parts: Iterable[set[int]]) -> dict[int, int]:
    """The number of each node's part; 0 is the largest, the first by name among equals."""
    ordered = sorted(parts, key=lambda part: (-len(part), min(part)))
    return {node: at for at, part in enumerate(ordered) for node in part}
