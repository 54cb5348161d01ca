from __future__ import annotations

from itertools import permutations

import pytest
from rdflib import RDF, SKOS, Graph, Literal, URIRef

from graph.address import address
from graph.error import MappingError
from graph.mapping.entities import EntityTable
from graph.mapping.names import day, decimal, language_of
from graph.mapping.naming import kind_of, named
from graph.mapping.reference import NoEntities
from graph.mapping.weapon import victims, weapon
from ontology.namespace import CEV, CODE
from tests.graph.articles import MadeUp


def table(key: str = "k", lang: str = "ar") -> EntityTable:
    return EntityTable(key, lang, MadeUp())


def described(found: EntityTable) -> Graph:
    graph = Graph()
    for triple in found.descriptions():
        graph.add(triple)
    return graph


def test_one_name_is_one_node_in_every_spelling_and_document() -> None:
    nodes = {
        table(key).actor(words, None, None)
        for key in ("k", "l")
        for words in ("لواء الفجر", "لِوَاء الفجر", " لواء  الفجر ")
    }
    assert len(nodes) == 1


def test_a_description_means_its_own_document_only() -> None:
    one, other = (table(key).actor("مصادر", "sources", None, only_here=True) for key in "kl")
    assert one != other
    gunmen = {table(key).actor("مسلحون", "gunmen", None) for key in "kl"}
    assert len(gunmen) == 2
    assert table("k").thing("مبنيان", None) != table("l").thing("مبنيان", None)


def test_what_is_known_is_described_from_reference_data_alone() -> None:
    found = table()
    node = found.actor("الكتيبة", "the battalion", "wadi-battalion")
    graph = described(found)
    assert set(graph.objects(node, SKOS.prefLabel)) == {
        Literal("كتيبة الوادي", lang="ar"),
        Literal("Wadi Battalion", lang="en"),
    }
    front = graph.value(node, CEV.memberOf)
    assert graph.value(front, CEV.actorType) == CODE.actor_armed_group


def test_a_country_that_acts_is_its_state() -> None:
    found = table()
    assert found.actor("كيو", "Q Land", "qq").endswith("/actor/q-state")
    assert found.place("كيو", "Q Land", "qq").endswith("/place/qq")


@pytest.mark.parametrize(("words", "english"), [("جيش السهل", None), ("قوات السهل", "Plain Army")])
def test_the_name_of_one_known_actor_means_it(words: str, english: str | None) -> None:
    assert table().actor(words, english, None).endswith("/actor/plain-army")


def test_words_that_name_two_known_actors_mean_neither() -> None:
    assert "/x-" in table().actor("جيش السهل", "Valley Front", None)


def test_a_facility_brings_what_it_lies_in_and_who_runs_it() -> None:
    found = table()
    node = found.place("القاعدة", None, "pine-base")
    graph = described(found)
    assert set(graph.objects(node, RDF.type)) == {CEV.Facility, CEV.Place}
    town = graph.value(node, CEV.within)
    country = graph.value(town, CEV.within)
    assert (country, RDF.type, CEV.Place) in graph
    assert (graph.value(node, CEV.operator), RDF.type, CEV.Actor) in graph
    assert found.precision(node) == CODE.spatial_site


def test_an_unknown_id_falls_back_on_the_words() -> None:
    node = EntityTable("k", "ar", NoEntities()).actor("لواء", "Brigade", "nowhere")
    assert "/x-" in node


def test_a_party_may_be_a_place() -> None:
    found = table()
    assert found.party("القاعدة", None, "pine-base").endswith("/place/pine-base")
    place = found.place("تل", None, None)
    assert found.party("تل", None, None) == place
    assert "/actor/" in found.party("لواء", None, None)


@pytest.mark.parametrize("labels", list(permutations([("b", "en"), ("aa", "en"), ("ج", "ar")])))
def test_the_preferred_name_does_not_depend_on_order(labels: list[tuple[str, str]]) -> None:
    assert named(labels) == ({"en": "b", "ar": "ج"}, {("aa", "en")})


def test_a_telling_kind_is_preferred() -> None:
    assert kind_of([CODE.actor_other, CODE.actor_person]) == str(CODE.actor_person)
    assert kind_of([]) == str(CODE.actor_other)


@pytest.mark.parametrize(
    ("words", "lang", "expected"),
    [("رويترز", "en", "ar"), ("CNN", "ar", "en"), ("CNN", "en", "en"), ("7/7", "ar", "ar")],
)
def test_a_name_has_the_language_of_its_script(words: str, lang: str, expected: str) -> None:
    assert language_of(words, lang) == expected


@pytest.mark.parametrize(
    ("english", "code"),
    [
        ("rockets", CODE.weapon_rocket),
        ("Iranian-made ballistic missiles", CODE.weapon_ballistic_missile),
        ("artillery", CODE.weapon_artillery),
        ("two drones", CODE.weapon_drone),
        ("rocket-propelled grenades", CODE.weapon_rpg),
        ("car bomb", CODE.weapon_car_bomb),
        ("fury", None),
        ("", None),
        (None, None),
    ],
)
def test_the_head_of_a_phrase_names_the_weapon(english: str | None, code: URIRef | None) -> None:
    assert weapon(english) == code


@pytest.mark.parametrize(
    ("english", "code"),
    [
        ("civilians", CODE.victim_civilians),
        ("three children", CODE.victim_children),
        ("soldier", CODE.victim_soldiers),
        ("passers-by", None),
    ],
)
def test_the_head_of_a_phrase_names_the_victims(english: str, code: URIRef | None) -> None:
    assert victims(english) == code


@pytest.mark.parametrize(
    ("number", "text"),
    [(1.0, "1"), (0.9, "0.9"), (0.1 + 0.2, "0.30000000000000004"), (1e-7, "0.0000001"), (0.0, "0")],
)
def test_decimals_have_no_exponent(number: float, text: str) -> None:
    assert str(decimal(number)) == text


@pytest.mark.parametrize("text", ["yesterday", "2031-02-30", "2031", "05/06/2031", ""])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(MappingError, match="event e1"):
        day(text, "event e1")


@pytest.mark.parametrize("text", ["not an address", "http://[x", ""])
def test_what_is_no_address_stays_text(text: str) -> None:
    assert address(text) == Literal(text)
