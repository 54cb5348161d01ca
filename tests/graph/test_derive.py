"""Derived facts: in their own graphs, following the documents, never stale."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest

from extract.document import Document
from extract.record import Certainty, Record
from graph import derive, layout
from graph.build import Summary
from graph.error import DerivationError
from graph.store import Store
from graph.vocabulary import V, derived_graph
from ontology import check, policy
from ontology.namespace import PREFIXES
from tests.graph.articles import document, full_record
from tests.graph.building import built

ONE, OTHER = document(id="one"), document(id="other", publisher="نشرة")
TWO_PUBLISHERS = policy.load("two-publishers")
EXPLAINED = """CONSTRUCT { ?e cev:perpetrator ?a . ?f a cev:DerivedFact ; cev:derivedEvent ?e ;
  cev:derivedPerpetrator ?a ; cev:restsOn ?c } WHERE { GRAPH graph:propositions {
  ?p cev:about ?e ; cev:role code:perpetrator ; cev:participant ?a }
  GRAPH ?g { ?c cev:proposition ?p }
  BIND(IRI(CONCAT(STR(?c), "/fact")) AS ?f) }"""
PREFIX = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "kg", create=True) as found:
        yield found


def undenied(doc: Document) -> Record:
    """An accusation that nobody denies."""
    found = full_record(doc)
    for event in found.events:
        event.attributions = [a for a in event.attributions if a.certainty != Certainty.DENIED]
    return found


def load(
    store: Store,
    *documents: Document,
    extract: Callable[[Document], Record] = undenied,
    version: str = "1",
) -> Summary:
    return built(store, *documents, extract=extract, version=version)


def blamed(store: Store, name: str = "two-publishers") -> list[str]:
    graph = derived_graph(name)
    quads = store.database.quads_for_pattern(None, V.perpetrator, None, graph)
    return sorted(q.object.value.rpartition("/")[2] for q in quads)  # type: ignore[union-attr]


def faults(store: Store) -> dict[str, int]:
    """How many rows each check of the ontology has."""
    found = {}
    for name in check.names():
        answer = store.query(check.load(name).text)
        assert isinstance(answer, ox.QuerySolutions)
        found[name] = len(list(answer))
    return {name: rows for name, rows in found.items() if rows}


def test_a_policy_concludes_from_two_publishers(store: Store) -> None:
    load(store, ONE, OTHER)
    assert store.derive(TWO_PUBLISHERS) == 2
    assert blamed(store) == ["wadi-battalion", "wadi-battalion"]
    assert faults(store) == {}
    blame = list(store.database.quads_for_pattern(None, V.perpetrator, None))
    assert {quad.graph_name for quad in blame} == {derived_graph("two-publishers")}


def test_one_publisher_is_not_enough(store: Store) -> None:
    load(store, ONE, replace(OTHER, publisher=ONE.publisher))
    assert store.derive(TWO_PUBLISHERS) == 0


def test_deriving_twice_changes_nothing(store: Store) -> None:
    load(store, ONE, OTHER)
    store.derive(TWO_PUBLISHERS)
    once = store.export("nquads")
    assert store.derive(TWO_PUBLISHERS) == 2
    assert store.export("nquads") == once


def test_dropping_leaves_what_was_before(store: Store) -> None:
    load(store, ONE, OTHER)
    before = store.export("nquads")
    store.derive(TWO_PUBLISHERS)
    store.derive(policy.load("own-word"))
    assert store.info().derived == {"own-word": 0, "two-publishers": 2}
    assert store.withdraw("two-publishers")
    assert store.withdraw("own-word")
    assert store.export("nquads") == before
    assert not store.withdraw("own-word")


def test_the_end_of_a_build_derives_anew(store: Store) -> None:
    load(store, ONE)
    assert store.derive(TWO_PUBLISHERS) == 0
    told = load(store, ONE, OTHER)
    assert told.derived == {"two-publishers": 2}
    assert "derived by two-publishers: 2" in told.text().splitlines()
    assert blamed(store) == ["wadi-battalion", "wadi-battalion"]
    assert faults(store) == {}


def test_a_denial_that_comes_later_ends_the_blame(store: Store) -> None:
    load(store, ONE, OTHER)
    store.derive(TWO_PUBLISHERS)
    told = load(store, ONE, OTHER, extract=full_record, version="2")
    assert (told.replaced, told.derived) == (2, {"two-publishers": 0})
    assert blamed(store) == []
    assert faults(store) == {}


def test_what_a_retracted_document_held_up_falls(store: Store) -> None:
    load(store, ONE, OTHER)
    store.derive(TWO_PUBLISHERS)
    store.retract(OTHER.key)
    assert blamed(store) == []
    assert derive.applied(store.database) == ["two-publishers"]
    assert faults(store) == {}
    load(store, OTHER)
    assert len(blamed(store)) == 2


def test_documents_in_any_order_end_alike(tmp_path: Path) -> None:
    exports = set()
    for name, order in (("a", (ONE, OTHER)), ("b", (OTHER, ONE))):
        with Store.open(tmp_path / name, create=True) as store:
            store.derive(TWO_PUBLISHERS)
            load(store, *order)
            exports.add(store.export("nquads"))
    assert len(exports) == 1


def test_a_run_that_is_cut_off_leaves_no_stale_blame(store: Store) -> None:
    load(store, ONE, OTHER)
    store.derive(TWO_PUBLISHERS)
    store.remove(OTHER.key)  # as a run does, which is then killed before its end
    assert blamed(store) == []
    assert store.info().derived == {"two-publishers": 0}
    assert faults(store) == {}


def test_a_build_without_news_leaves_the_facts(store: Store) -> None:
    load(store, ONE, OTHER)
    store.derive(TWO_PUBLISHERS)
    before = store.export("nquads")
    assert load(store, ONE, OTHER).unchanged == 2
    assert store.export("nquads") == before


def test_nothing_is_derived_unasked(store: Store) -> None:
    assert load(store, ONE, OTHER).derived == {}
    assert not list(store.database.quads_for_pattern(None, V.perpetrator, None))


def test_facts_keep_the_shapes(store: Store) -> None:
    load(store, ONE, OTHER)
    store.derive(TWO_PUBLISHERS)
    (quads,) = store.derived()
    assert sum(quad.object == V.DerivedFact for quad in quads) == 2
    assert not any(quad.predicate == V.perpetrator for quad in quads)


def test_the_graph_of_a_policy_that_is_no_more_goes(store: Store) -> None:
    node, graph = ox.NamedNode(PREFIXES["policy"] + "gone"), derived_graph("gone")
    store.database.add(ox.Quad(node, V.type, V.DerivationPolicy, graph))
    store.database.add(ox.Quad(ox.NamedNode("urn:e"), V.perpetrator, ox.NamedNode("urn:a"), graph))
    assert store.rederive() == {}
    assert not list(store.database.quads_for_pattern(None, None, None, graph))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (EXPLAINED.replace("cev:restsOn ?c", ""), "makes a triple that no derived fact explains"),
        (EXPLAINED.replace("?f a cev:DerivedFact", "?e cev:eventStatus ?a . ?f a ?a"), "explains"),
        ("SELECT * WHERE { ?s ?p ?o }", "is no CONSTRUCT query"),
    ],
)
def test_a_policy_that_makes_anything_else_is_refused(
    store: Store, text: str, message: str
) -> None:
    load(store, ONE, OTHER)
    before = store.export("nquads")
    with pytest.raises(DerivationError, match=message):
        store.derive(replace(TWO_PUBLISHERS, text=PREFIX + text))
    assert store.export("nquads") == before


def test_the_refused_policies_are_near_a_good_one(store: Store) -> None:
    load(store, ONE, OTHER)
    assert store.derive(replace(TWO_PUBLISHERS, text=PREFIX + EXPLAINED)) > 0


def test_an_unknown_policy_is_one_line() -> None:
    with pytest.raises(DerivationError, match="no policy is named 'luck'; there are: own-word"):
        derive.named("luck")


def test_a_store_of_this_format_is_enough() -> None:
    assert layout.FORMAT == 1, "derived graphs need no new form of the store"
