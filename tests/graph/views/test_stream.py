"""The streamed claims view has the nodes and edges of the one in memory."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from lxml import etree

from graph import gexf
from graph.store import Store
from graph.views import claims
from graph.views.stream import HEAD, ClaimStream
from graph.views.words import labelled

GRAMMAR = etree.RelaxNG(etree.parse(Path(__file__).parents[1] / "gexf.rng"))
LOOKS = {"r", "g", "b", "size", "x", "y"}


def plain(fields: Any) -> dict[str, Any]:
    return {title: value for title, value in fields.items() if title not in LOOKS}


@pytest.mark.parametrize("lang", ["en", "ar", "both"])
def test_nothing_is_missing_and_nothing_twice(store: Store, lang: str) -> None:
    graph = labelled(claims(store), lang)
    stream = ClaimStream(store, lang)
    nodes = list(stream.nodes())
    assert len(nodes) == len(graph) > 20
    assert {n: plain(f) for n, f in nodes} == {n: dict(f) for n, f in graph.nodes(data=True)}
    edges = sorted((s, t, f["kind"], f["label"], f["weight"]) for s, t, f in stream.edges())
    assert edges == sorted(
        (s, t, f["kind"], f["label"], f["weight"]) for s, t, f in graph.edges(data=True)
    )
    places = {(f["x"], f["y"]) for _, f in nodes}
    assert len(places) == len(nodes)


def test_the_file_is_valid_and_repeats(store: Store) -> None:
    def written() -> bytes:
        out, stream = io.BytesIO(), ClaimStream(store)
        gexf.write_stream(HEAD, stream.nodes(), stream.edges(), out)
        return out.getvalue()

    data = written()
    GRAMMAR.assertValid(etree.fromstring(data))
    back = nx.read_gexf(io.BytesIO(data), version="1.3")
    assert back.number_of_edges() == claims(store).number_of_edges()
    assert written() == data
