"""``conflictkg export``: each format whole, refused where it would mislead."""

from __future__ import annotations

from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest
from lxml import etree

from graph.store import Store
from tests.graph.command.conftest import Run

GRAMMAR = etree.RelaxNG(etree.parse(Path(__file__).parents[1] / "gexf.rng"))


@pytest.mark.parametrize("view", ["events", "actors", "accusations", "claims", "geo"])
def test_gexf_is_valid_and_told_on_standard_error(
    run: Run, store: Path, tmp_path: Path, view: str
) -> None:
    file = tmp_path / "view.gexf"
    result = run("export", "gexf", "--store", store, "--view", view, "-o", file)
    assert (result.exit_code, result.stdout) == (0, "")
    GRAMMAR.assertValid(etree.parse(file))
    back = nx.read_gexf(file, version="1.3")
    told = f"{back.number_of_nodes()} nodes, {back.number_of_edges()} edges\n"
    assert result.stderr == told


def test_the_same_store_gives_the_same_bytes(run: Run, store: Path) -> None:
    first = run("export", "gexf", "--store", store)
    assert first.stdout_bytes == run("export", "gexf", "--store", store).stdout_bytes
    assert first.stdout_bytes.startswith(b"<?xml")


@pytest.mark.parametrize(
    ("form", "rdf"), [("trig", ox.RdfFormat.TRIG), ("nquads", ox.RdfFormat.N_QUADS)]
)
def test_everything_with_its_graphs(run: Run, store: Path, form: str, rdf: ox.RdfFormat) -> None:
    result = run("export", form, "--store", store)
    assert result.exit_code == 0
    exported = set(ox.parse(result.stdout_bytes, format=rdf))
    with Store.open(store) as opened:
        assert len(exported) == len(opened.database)


def test_turtle_holds_the_claims(run: Run, store: Path) -> None:
    result = run("export", "turtle", "--store", store)
    triples = list(ox.parse(result.stdout_bytes, format=ox.RdfFormat.TURTLE))
    claimant = ox.NamedNode("https://w3id.org/conflict-event/ns#claimant")
    assert sum(t.predicate == claimant for t in triples) == 12


def test_turtle_is_refused_when_it_would_turn_derived_blame_into_fact(
    run: Run, own_store: Path
) -> None:
    base = "https://w3id.org/conflict-event/"
    with Store.open(own_store) as opened:
        opened.database.add(
            ox.Quad(
                ox.NamedNode(f"{base}id/event/aaaaaaaaaaaaaaa1-e1"),
                ox.NamedNode(f"{base}ns#perpetrator"),
                ox.NamedNode(f"{base}id/actor/mountain-factions"),
                ox.NamedNode(f"{base}graph/derived/majority"),
            )
        )
    result = run("export", "turtle", "--store", own_store)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "use trig or nquads" in result.stderr
    assert run("export", "trig", "--store", own_store).exit_code == 0
