"""The ontology as a document: labels, definitions, sources, domains and ranges."""

from __future__ import annotations

import re

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, XSD, Graph, Literal, Node, URIRef

from ontology import files
from ontology.generate import CEV_BASE, local_names
from ontology.namespace import PREFIXES

TERMS = local_names(files.terms())
ONTOLOGY = URIRef("https://w3id.org/conflict-event/ns")
PROPERTY_KINDS = {OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty}
# What the OWL 2 datatype map knows and this ontology uses; rdfs:Literal is always allowed.
OWL_DATATYPES = {XSD.string, XSD.integer, XSD.decimal, XSD.boolean, RDFS.Literal}


def in_language(subject: Node, predicate: Node, language: str) -> list[str]:
    found = files.terms().objects(subject, predicate)
    return [str(o) for o in found if isinstance(o, Literal) and o.language == language]


def test_the_terms_are_collected() -> None:
    assert len(TERMS) > 90


@pytest.mark.parametrize("name", TERMS)
def test_a_term_is_labelled_defined_and_sourced(name: str) -> None:
    term = URIRef(CEV_BASE + name)
    for predicate in (RDFS.label, SKOS.definition):
        (arabic,) = in_language(term, predicate, "ar")
        (english,) = in_language(term, predicate, "en")
        assert re.search(r"[\u0621-\u064A]", arabic)
        assert re.search(r"[A-Za-z]", english)
        assert not re.search(r"[\u0621-\u064A]", english)
    assert list(files.terms().objects(term, RDFS.isDefinedBy)) == [ONTOLOGY]


@pytest.mark.parametrize("name", TERMS)
def test_a_definition_is_a_sentence_and_not_the_label(name: str) -> None:
    term = URIRef(CEV_BASE + name)
    for language in ("ar", "en"):
        (label,) = in_language(term, RDFS.label, language)
        (definition,) = in_language(term, SKOS.definition, language)
        assert definition.endswith((".", "؟"))
        assert definition.rstrip(".") != label
        assert len(definition) > len(label)


def test_a_property_has_one_domain_and_one_range() -> None:
    graph = files.terms()
    checked = 0
    for kind in (OWL.ObjectProperty, OWL.DatatypeProperty):
        for term in graph.subjects(RDF.type, kind):
            assert len(list(graph.objects(term, RDFS.domain))) == 1, term
            assert len(list(graph.objects(term, RDFS.range))) == 1, term
            checked += 1
    assert checked > 60


def test_names_are_for_one_sort_of_thing() -> None:
    graph = files.terms()
    for name in TERMS:
        kinds = set(graph.objects(URIRef(CEV_BASE + name), RDF.type)) - {OWL.FunctionalProperty}
        assert len(kinds) == 1, name


def test_every_class_and_property_in_use_is_declared() -> None:
    graph = files.terms()
    built_in = (str(RDF), str(RDFS), str(OWL))
    for _, predicate, _ in graph:
        known = set(graph.objects(predicate, RDF.type)) & PROPERTY_KINDS
        assert known or str(predicate).startswith(built_in), predicate
    for predicate in (RDFS.subClassOf, RDFS.domain, OWL.disjointWith):
        for _, target in graph.subject_objects(predicate):
            assert (target, RDF.type, OWL.Class) in graph, target


def test_datatypes_are_of_the_owl_2_map() -> None:
    graph = files.terms()
    for term in graph.subjects(RDF.type, OWL.DatatypeProperty):
        assert graph.value(term, RDFS.range) in OWL_DATATYPES, term


def test_no_blank_nodes() -> None:
    assert all(isinstance(node, URIRef) for node in files.terms().subjects())


def test_the_ontology_has_version_and_licence() -> None:
    graph = files.terms()
    version = str(graph.value(ONTOLOGY, OWL.versionInfo))
    assert str(graph.value(ONTOLOGY, OWL.versionIRI)).endswith(f"/{version}")
    licence = graph.value(ONTOLOGY, URIRef("http://purl.org/dc/terms/license"))
    assert str(licence).startswith("https://creativecommons.org/licenses/")


@pytest.fixture(scope="module")
def said() -> Graph:
    """All that the ontology and its valid examples say."""
    graph = Graph() + files.terms() + files.turtle(files.listing("examples/valid", ".ttl"))
    for triple in files.example().quads():
        graph.add(triple[:3])
    return graph


@pytest.mark.parametrize("name", TERMS)
def test_a_term_has_an_example(name: str, said: Graph) -> None:
    """Of a class in words, in both languages; of a property a statement that an example makes."""
    term = URIRef(CEV_BASE + name)
    if (term, RDF.type, OWL.Class) in files.terms():
        (arabic,) = in_language(term, SKOS.example, "ar")
        (english,) = in_language(term, SKOS.example, "en")
        assert re.search(r"[\u0621-\u064A]", arabic)
        assert re.search(r"[A-Za-z]", english)
        return
    (example,) = files.terms().objects(term, SKOS.example)
    prefixes = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())
    statements = Graph().parse(data=prefixes + str(example), format="turtle")
    assert set(statements.predicates()) == {term}
    assert set(statements) <= set(said)


def test_sources_of_definitions_are_addresses() -> None:
    sourced = list(files.terms().subject_objects(URIRef("http://purl.org/dc/terms/source")))
    assert len(sourced) > 10
    for term, source in sourced:
        assert str(term).startswith(CEV_BASE)
        assert str(source).startswith("https://") or "/sem/" in str(source)


def test_classes_that_share_no_instance_say_so() -> None:
    """Any two classes are one below the other, or disjoint through classes above them."""
    graph = files.terms()
    classes = [
        URIRef(CEV_BASE + n) for n in TERMS if (URIRef(CEV_BASE + n), RDF.type, OWL.Class) in graph
    ]
    for one in classes:
        for other in classes:
            ones, others = (set(graph.transitive_objects(c, RDFS.subClassOf)) for c in (one, other))
            assert (
                one in others
                or other in ones
                or any((a, OWL.disjointWith, b) in graph for a in ones for b in others)
                or any((b, OWL.disjointWith, a) in graph for a in ones for b in others)
            ), f"{one} and {other}"
