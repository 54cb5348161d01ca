"""The streamed events and geo views have the nodes and edges of those in memory."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import networkx as nx
import pyoxigraph as ox
import pytest
from lxml import etree

from benchmarks.network import quads
from graph import gexf
from graph.store import Store
from graph.views import events, geo
from graph.views.eventstream import EventStream, head
from graph.views.words import labelled

GRAMMAR = etree.RelaxNG(etree.parse(Path(__file__).parents[1] / "gexf.rng"))
LOOKS = {"r", "g", "b", "size", "x", "y"}
VIEWS = {"events": events, "geo": geo}


def plain(fields: Any) -> dict[str, Any]:
    return {title: value for title, value in fields.items() if title not in LOOKS}


def agree(store: Store, view: str, lang: str) -> nx.MultiDiGraph[str]:
    graph = labelled(VIEWS[view](store), lang)
    stream = EventStream(store, lang, on_map=view == "geo")
    nodes = list(stream.nodes())
    assert {n: plain(f) for n, f in nodes} == {n: dict(f) for n, f in graph.nodes(data=True)}
    assert len(nodes) == len(graph)
    found = [((s, t, f["kind"]), plain(f)) for s, t, f in stream.edges()]
    assert len(found) == graph.number_of_edges()
    assert dict(found) == {(s, t, k): dict(f) for s, t, k, f in graph.edges(keys=True, data=True)}
    return graph


@pytest.mark.parametrize("lang", ["en", "ar", "both"])
@pytest.mark.parametrize("view", sorted(VIEWS))
def test_nothing_is_missing_and_nothing_twice(store: Store, view: str, lang: str) -> None:
    assert len(agree(store, view, lang)) > 1


def test_made_up_claims_agree(tmp_path: Path) -> None:
    data = tmp_path / "claims.nq"
    data.write_text("".join(quads(2000)), encoding="utf-8")
    with Store.open(tmp_path / "kg", create=True) as store:
        store.database.bulk_load(path=str(data))
        assert agree(store, "events", "en").number_of_edges() > 300
        assert len(agree(store, "geo", "en")) == 0


@pytest.mark.parametrize("view", sorted(VIEWS))
def test_the_file_is_valid_and_repeats(store: Store, view: str) -> None:
    def written() -> bytes:
        out, stream = io.BytesIO(), EventStream(store, on_map=view == "geo")
        gexf.write_stream(head(view), stream.nodes(), stream.edges(), out)
        return out.getvalue()

    data = written()
    GRAMMAR.assertValid(etree.fromstring(data))
    back = nx.read_gexf(io.BytesIO(data), version="1.3")
    assert back.number_of_edges() == VIEWS[view](store).number_of_edges()
    assert written() == data


def test_launches_lead_to_their_event_in_both(tmp_path: Path) -> None:
    base = "https://w3id.org/conflict-event/"
    samples = Path(__file__).parents[1]
    with Store.open(tmp_path / "kg", create=True) as store:
        for key, name in (("aaaaaaaaaaaaaaa1", "ar"), ("bbbbbbbbbbbbbbb2", "en")):
            store.replace(key, list(ox.parse(path=str(samples / f"sample-{name}.trig"))))
        event, launch = f"{base}id/event/bbbbbbbbbbbbbbb2-e1", f"{base}id/prop/b-launch"
        hills, claim = f"{base}id/place/hills", f"{base}id/claim/bbbbbbbbbbbbbbb2-9"
        mention = f"{base}id/doc/bbbbbbbbbbbbbbb2#char=0,81"
        turtle = f"""
            PREFIX cev: <{base}ns#> PREFIX code: <{base}code/>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            <{base}graph/doc/bbbbbbbbbbbbbbb2> {{
              <{launch}> a cev:Launch ; cev:about <{event}> ; cev:place <{hills}> .
              <{hills}> a cev:Place ; skos:prefLabel "the hills"@en .
              <{claim}> a cev:Claim ; cev:proposition <{launch}> ; cev:certainty code:certain ;
                cev:claimant <{base}id/actor/army> ; cev:polarity code:affirmed ;
                cev:evidence <{mention}> .
              <{mention}> <http://www.w3.org/ns/oa#hasSource> <{base}id/doc/bbbbbbbbbbbbbbb2> .
            }}"""
        for quad in ox.parse(turtle, format=ox.RdfFormat.TRIG):
            store.database.add(quad)
        graph = agree(store, "events", "en")
    assert graph.edges[hills, event, "launched-from"]["claimants"] == ["the army"]
