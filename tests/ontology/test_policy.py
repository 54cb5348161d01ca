"""The policies: their files, and what each concludes and refuses to conclude."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox
import pyshacl
import pytest
from rdflib import Dataset, Graph, URIRef

from ontology import files, graphs, policy
from ontology.error import QueryFileError, UnknownPolicyError
from ontology.namespace import CEV, PREFIXES

NAMES = policy.names()
HEAD = "# title-en: a\n# title-ar: b\n# rule-en: c\n# rule-ar: d\n"
PREFIX = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
SHELLING = {
    ("event:a1f03c52d8e94b67-e2", "actor:union-forces"),
    ("event:b20e9d417c65f3a8-e2", "actor:union-forces"),
}
OWN = {
    ("event:a1f03c52d8e94b67-e1", "actor:rayyan-brigades"),
    ("event:c3b8a6105f2d7e94-e1", "actor:rayyan-brigades"),
}


def short(term: object) -> str:
    assert isinstance(term, ox.NamedNode)
    for name, iri in PREFIXES.items():
        if term.value.startswith(iri):
            return f"{name}:{term.value.removeprefix(iri)}"
    return term.value


def made(name: str, store: ox.Store) -> list[ox.Triple]:
    answer = store.query(policy.load(name).text)
    assert isinstance(answer, ox.QueryTriples)
    return list(answer)


def blamed(name: str, store: ox.Store) -> set[tuple[str, str]]:
    return {
        (short(t.subject), short(t.object))
        for t in made(name, store)
        if t.predicate.value == str(CEV.perpetrator)
    }


def grounds(name: str, store: ox.Store, predicate: URIRef) -> dict[str, set[str]]:
    """What each fact rests on, by its event."""
    triples = made(name, store)
    about = str(CEV.derivedEvent)
    events = {t.subject: short(t.object) for t in triples if t.predicate.value == about}
    found: dict[str, set[str]] = {}
    for triple in triples:
        if triple.predicate.value == str(predicate):
            found.setdefault(events[triple.subject], set()).add(short(triple.object))
    return found


def change(store: ox.Store, update: str) -> None:
    store.update(PREFIX + update)


def test_the_policies_are_collected() -> None:
    assert NAMES == ("own-word", "two-publishers", "two-speakers")


@pytest.mark.parametrize("name", NAMES)
def test_a_policy_is_told_in_both_languages(name: str) -> None:
    told = policy.load(name)
    assert all(any("\u0621" <= c <= "\u064a" for c in t) for t in (told.title_ar, told.rule_ar))
    assert not any("\u0621" <= c <= "\u064a" for c in told.title_en + told.rule_en)
    assert told.iri == PREFIXES["policy"] + name
    assert f"policy:{name}" in told.text
    assert f'"{name} "' in told.text, "facts of two policies would share a name"


@pytest.mark.parametrize(
    ("name", "facts"), [("own-word", OWN), ("two-publishers", SHELLING), ("two-speakers", SHELLING)]
)
def test_conclusions_on_the_example(name: str, facts: set[object], store: ox.Store) -> None:
    assert blamed(name, store) == facts


@pytest.mark.parametrize("name", NAMES)
def test_the_example_holds_what_the_policy_concludes(name: str, store: ox.Store) -> None:
    graph = ox.NamedNode(str(graphs.derived(name)))
    told = policy.load(name)
    held = [q.triple for q in store.quads_for_pattern(None, None, None, graph)]
    description = {t for t in held if t.subject == ox.NamedNode(told.iri)}
    assert set(held) - description == set(made(name, store))
    texts = {t.object.value for t in description if isinstance(t.object, ox.Literal)}
    assert texts == {told.title_ar, told.title_en, told.rule_ar, told.rule_en}


# rdflib warns of its own inner use of names that it has deprecated.
@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
@pytest.mark.parametrize("name", NAMES)
def test_two_engines_conclude_alike(name: str, store: ox.Store) -> None:
    trig = ox.serialize(list(store), format=ox.RdfFormat.TRIG)
    assert trig is not None
    dataset: Dataset = files.dataset(trig)
    other = dataset.query(policy.load(name).text).graph
    assert other is not None
    assert set(other) == set(flat(made(name, store)))


def flat(triples: Iterable[ox.Triple]) -> Graph:
    lines = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES)
    return Graph().parse(data=lines or b"", format="nt")


@pytest.mark.parametrize("name", NAMES)
def test_facts_keep_the_shapes(name: str) -> None:
    data = Graph()
    for triple in files.example().graph(graphs.derived(name)):
        if triple[1] != CEV.perpetrator:
            data.add(triple)
    conforms, _, text = pyshacl.validate(data, shacl_graph=files.shapes())
    assert conforms, text
    assert len(list(data.subjects(None, CEV.DerivedFact))) == 2


def test_facts_name_the_claims_and_links_they_rest_on(store: ox.Store) -> None:
    assert grounds("own-word", store, CEV.restsOn) == {
        "event:a1f03c52d8e94b67-e1": {"claim:c3b8a6105f2d7e94-1"},
        "event:c3b8a6105f2d7e94-e1": {"claim:c3b8a6105f2d7e94-1"},
    }
    assert grounds("own-word", store, CEV.restsOnLink) == {
        "event:a1f03c52d8e94b67-e1": {"link:46b2344d3a22e181"}
    }
    both = {"claim:a1f03c52d8e94b67-14", "claim:b20e9d417c65f3a8-13"}
    for name in ("two-publishers", "two-speakers"):
        assert grounds(name, store, CEV.restsOn) == {event: both for event, _ in SHELLING}


DENIAL = """INSERT DATA { GRAPH <https://w3id.org/conflict-event/graph/doc/c3b8a6105f2d7e94> {
  claim:x a cev:Claim ; cev:polarity code:negated ; cev:claimant actor:%s ;
    cev:proposition prop:%s } }"""
SHELLED, CLAIMED = "5c0e1b7a94d2f836", "190368ec43e62330"
POSSIBLE = """DELETE { GRAPH ?g { ?claim cev:certainty ?was } }
  INSERT { GRAPH ?g { ?claim cev:certainty code:possible } }
  WHERE { VALUES ?claim { claim:b20e9d417c65f3a8-13 claim:c3b8a6105f2d7e94-1 }
    GRAPH ?g { ?claim cev:certainty ?was } }"""
THREATENED = """DELETE { GRAPH ?g { ?event cev:eventStatus ?was } }
  INSERT { GRAPH ?g { ?event cev:eventStatus code:status-threatened } }
  WHERE { GRAPH ?g { ?event cev:eventStatus ?was } }"""
NAMELESS = """DELETE { GRAPH ?g { ?actor cev:actorType ?was } }
  INSERT { GRAPH ?g { ?actor cev:actorType code:actor-unnamed-collective } }
  WHERE { VALUES ?actor { actor:union-forces actor:rayyan-brigades }
    GRAPH ?g { ?actor cev:actorType ?was } }"""
ONE_PUBLISHER = """DELETE { GRAPH ?g { ?doc dct:publisher ?was } }
  INSERT { GRAPH ?g { ?doc dct:publisher actor:al-mina } }
  WHERE { GRAPH ?g { ?doc dct:publisher ?was } }"""
UNLINKED = "DELETE WHERE { GRAPH graph:links { ?link ?property ?value } }"
OF_AN_OUTLET = """DELETE { GRAPH ?g { claim:b20e9d417c65f3a8-13 cev:claimant ?was } }
  INSERT { GRAPH ?g { claim:b20e9d417c65f3a8-13 cev:claimant actor:plain-ledger } }
  WHERE { GRAPH ?g { claim:b20e9d417c65f3a8-13 cev:claimant ?was } }"""
OF_THE_ACCUSED = OF_AN_OUTLET.replace("actor:plain-ledger", "actor:union-forces")
BY_NAME_ALONE = """DELETE { GRAPH ?g { ?s ?p ?actor } GRAPH graph:gazetteer { ?actor ?q ?o } }
  INSERT { GRAPH ?g { ?s ?p ?x } GRAPH graph:gazetteer { ?x ?q ?o } }
  WHERE { VALUES (?actor ?x) { (actor:union-forces actor:x-1) (actor:rayyan-brigades actor:x-2) }
    GRAPH ?g { ?s ?p ?actor } GRAPH graph:gazetteer { ?actor ?q ?o } }"""
UNDER_ANOTHER_NAME = BY_NAME_ALONE.replace("actor:x-", "actor:y-")
RELATED = ("own-word", "two-publishers", "two-speakers")


@pytest.mark.parametrize(
    ("update", "name", "left"),
    [
        *((POSSIBLE, name, set()) for name in RELATED),
        *((THREATENED, name, set()) for name in RELATED),
        *((NAMELESS, name, set()) for name in RELATED),
        *((BY_NAME_ALONE, name, set()) for name in RELATED),
        (UNDER_ANOTHER_NAME, "own-word", {(event, "actor:y-2") for event, _ in OWN}),
        (UNDER_ANOTHER_NAME, "two-publishers", {(event, "actor:y-1") for event, _ in SHELLING}),
        (DENIAL % ("upland", SHELLED), "two-publishers", set()),
        (DENIAL % ("upland", SHELLED), "two-speakers", set()),
        (DENIAL % ("upland", CLAIMED), "own-word", OWN),
        (DENIAL % ("rayyan-brigades", CLAIMED), "own-word", set()),
        (ONE_PUBLISHER, "two-publishers", set()),
        (ONE_PUBLISHER, "two-speakers", SHELLING),
        (OF_AN_OUTLET, "two-speakers", set()),
        (OF_AN_OUTLET, "two-publishers", SHELLING),
        (OF_THE_ACCUSED, "two-speakers", set()),
        (UNLINKED, "two-publishers", set()),
        (UNLINKED, "two-speakers", set()),
        (UNLINKED, "own-word", {("event:c3b8a6105f2d7e94-e1", "actor:rayyan-brigades")}),
    ],
)
def test_each_condition_of_a_rule_counts(
    update: str, name: str, left: set[tuple[str, str]], fresh_store: ox.Store
) -> None:
    before = blamed(name, fresh_store)
    change(fresh_store, update)
    assert before == (OWN if name == "own-word" else SHELLING)
    assert blamed(name, fresh_store) == left


def test_a_denial_further_along_the_chain_of_links_counts(fresh_store: ox.Store) -> None:
    change(
        fresh_store,
        """INSERT DATA {
          GRAPH graph:links { link:x a cev:EventLink ;
            cev:linkedEvent event:b20e9d417c65f3a8-e2, event:c3b8a6105f2d7e94-e1 }
          GRAPH graph:propositions { prop:x a cev:Participation ; cev:role code:perpetrator ;
            cev:about event:c3b8a6105f2d7e94-e1 ; cev:participant actor:union-forces } }""",
    )
    assert blamed("two-publishers", fresh_store) >= SHELLING
    change(fresh_store, DENIAL % ("upland", "x"))
    assert blamed("two-publishers", fresh_store) == set()


def test_an_unknown_policy_is_refused() -> None:
    with pytest.raises(
        UnknownPolicyError, match="no policy is named 'gut-feeling'; there are: own"
    ):
        policy.load("gut-feeling")


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("CONSTRUCT {} WHERE {}", "bad.rq: no title-en, title-ar, rule-en, rule-ar"),
        (HEAD + "# rule-en: again\n", "line 5: not a field of its head"),
        (HEAD + "# parameter: x iri | a | b\n", "line 5: not a field of its head"),
    ],
)
def test_a_bad_file_is_refused(source: str, message: str) -> None:
    with pytest.raises(QueryFileError, match=message):
        policy.read("bad", source)
