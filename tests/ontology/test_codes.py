"""The code lists, as SKOS and as lists of record values."""

from __future__ import annotations

import re

import pytest
from rdflib import RDF, SKOS, Literal, Node, URIRef

from ontology import files
from ontology.code import code
from ontology.error import UnknownCodeError
from ontology.generate import CODE_BASE
from ontology.namespace import CEV, CODE, NOTATIONS, Scheme

CONCEPTS = sorted(
    c for c in files.codes().subjects(RDF.type, SKOS.Concept) if isinstance(c, URIRef)
)

RECORD_EVENT_TYPES = {
    "air_strike",
    "drone_strike",
    "missile_rocket_attack",
    "artillery_shelling",
    "armed_clash",
    "ambush_or_shooting",
    "ied_or_mine",
    "suicide_or_car_bomb",
    "assassination",
    "raid_or_arrest",
    "abduction",
    "interception",
    "naval_attack",
    "sabotage",
    "advance_or_capture",
    "other_violence",
}


def test_the_concepts_are_collected() -> None:
    assert len(CONCEPTS) > 300


@pytest.mark.parametrize("concept", CONCEPTS, ids=lambda c: str(c).rsplit("/", 1)[-1])
def test_a_concept_is_labelled_and_defined_in_both_languages(concept: URIRef) -> None:
    graph = files.codes()
    for predicate in (SKOS.prefLabel, SKOS.definition):
        texts = [o for o in graph.objects(concept, predicate) if isinstance(o, Literal)]
        assert sorted(str(o.language) for o in texts) == ["ar", "en"]
        arabic = next(o for o in texts if o.language == "ar")
        assert re.search(r"[\u0621-\u064A]", arabic)
    assert len(list(graph.objects(concept, SKOS.notation))) == 1


def test_the_top_event_types_are_those_of_the_record() -> None:
    graph = files.codes()
    tops = set(graph.objects(URIRef(CODE_BASE + "event-type"), SKOS.hasTopConcept))
    assert {str(graph.value(top, SKOS.notation)) for top in tops} == RECORD_EVENT_TYPES


def test_every_event_type_has_narrower_kinds() -> None:
    graph = files.codes()
    for top in graph.objects(URIRef(CODE_BASE + "event-type"), SKOS.hasTopConcept):
        assert len(list(graph.subjects(SKOS.broader, top))) >= 3, top


def test_top_concepts_are_said_both_ways_and_have_nothing_above() -> None:
    graph = files.codes()
    down = {(c, s) for s, c in graph.subject_objects(SKOS.hasTopConcept)}
    up = set(graph.subject_objects(SKOS.topConceptOf))
    assert down == up
    assert not [c for c, _ in up if (c, SKOS.broader, None) in graph]


def test_matches_point_at_declared_external_concepts() -> None:
    graph = files.codes()
    matches = [
        (concept, target)
        for kind in (SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch, SKOS.relatedMatch)
        for concept, target in graph.subject_objects(kind)
    ]
    assert len(matches) > 230
    assert len(matches) == len(set(matches)), "two kinds of match between one pair"
    for _, target in matches:
        assert "/external/" in str(target)
        assert (target, RDF.type, SKOS.Concept) in graph


def test_every_top_event_type_is_matched_to_the_event_coders() -> None:
    graph = files.codes()
    for top in graph.objects(URIRef(CODE_BASE + "event-type"), SKOS.hasTopConcept):
        matched = {str(o).split("/external/")[1].split("/")[0] for o in targets(top)}
        assert "acled" in matched, top
        assert matched & {"cameo", "plover"}, top


def test_every_kind_of_event_is_matched() -> None:
    graph = files.codes()
    kinds = list(graph.subjects(SKOS.inScheme, URIRef(CODE_BASE + "event-type")))
    assert len(kinds) == 80
    assert [kind for kind in kinds if not targets(kind)] == []


def targets(concept: Node) -> set[Node]:
    kinds = (SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch, SKOS.relatedMatch)
    return {target for kind in kinds for target in files.codes().objects(concept, kind)}


def test_no_external_concept_stands_there_for_nothing() -> None:
    graph = files.codes()
    concepts = [c for c in CONCEPTS if "/external/" in str(c)]
    used = {target for concept in CONCEPTS for target in targets(concept)}
    used |= {above for c in concepts for above in graph.objects(c, SKOS.broader)}
    assert len(concepts) > 100
    assert [c for c in concepts if c not in used] == []


def test_a_property_with_codes_has_its_list() -> None:
    lists = set(files.terms().objects(None, CEV.codeList))
    declared = set(files.codes().subjects(RDF.type, SKOS.ConceptScheme))
    ours = {s for s in declared if str(s).startswith(CODE_BASE)}
    assert lists == ours, "a list that no property uses, or a property without list"


def test_look_up_by_the_value_of_a_record() -> None:
    assert code(Scheme.EVENT_TYPE, "air_strike") == CODE.air_strike
    assert code(Scheme.TARGET_KIND, "armed_group") == CODE.target_armed_group
    assert code(Scheme.SOURCE_KIND, "armed_group") == CODE.source_armed_group


def test_an_unknown_value_is_refused() -> None:
    with pytest.raises(UnknownCodeError, match="event-type has no code 'picnic'"):
        code(Scheme.EVENT_TYPE, "picnic")


def test_every_list_can_be_looked_up() -> None:
    assert set(NOTATIONS) == set(Scheme)
    assert sum(len(codes) for codes in NOTATIONS.values()) == len(
        [c for c in CONCEPTS if str(c).startswith(CODE_BASE)]
    )
