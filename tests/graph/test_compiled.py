"""The compiled shapes say what the shapes say: same results and the same report."""

from __future__ import annotations

from importlib.resources.abc import Traversable

import pytest
from pyshacl.graph_abstraction import DataGraph
from pyshacl.validator import Validator
from rdflib import SH, BNode, Graph
from rdflib.compare import to_canonical_graph

import ontology
from graph.compiled import CompiledShapes
from graph.gate import Gate
from graph.mapping import document_dataset
from ontology import files
from tests.graph.articles import RUN, MadeUp, full_record
from tests.graph.reading import flat

EXAMPLES = [*files.listing("examples/valid", ".ttl"), *files.listing("examples/invalid", ".ttl")]

PREFIXES = """
    @prefix : <http://example.org/> .
    @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
    @prefix sh: <http://www.w3.org/ns/shacl#> .
    @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""
NAMED = 'sh:path :name ; sh:minCount 1 ; sh:message "no name"'
SHAPES = {
    "a part of one shape": f":S a sh:NodeShape ; sh:targetClass :A ; sh:property :P . :P {NAMED} .",
    "a part of two shapes": f"""
        :S a sh:NodeShape ; sh:targetClass :A ; sh:property :P .
        :T a sh:NodeShape ; sh:targetClass :B ; sh:property :P . :P {NAMED} .""",
    "a part with targets": f"""
        :S a sh:NodeShape ; sh:targetClass :A ; sh:property :P .
        :P sh:targetSubjectsOf :knows ; {NAMED} .""",
    "several targets": f"""
        :S a sh:NodeShape ; sh:targetClass :A, :B ; sh:targetNode :n ; sh:targetObjectsOf :knows ;
            sh:targetSubjectsOf :knows ; sh:property :P . :P {NAMED} .""",
    "a shape that another names": f"""
        :S a sh:NodeShape ; sh:targetClass :A ; sh:property :P . :P {NAMED} .
        :T a sh:NodeShape ; sh:targetClass :B ; sh:node :S ; sh:message "no S" .""",
    "a closed shape": f"""
        :S a sh:NodeShape ; sh:targetClass :A ; sh:property :P ; sh:closed true ;
            sh:message "more" ; sh:ignoredProperties ( rdf:type ) .
        :P {NAMED} .""",
    "a shape switched off": f"""
        :S a sh:NodeShape ; sh:targetClass :A ; sh:property :P ; sh:deactivated true .
        :P {NAMED} .""",
    "a part switched off": f"""
        :S a sh:NodeShape ; sh:targetClass :A ; sh:property :P .
        :P sh:deactivated true ; {NAMED} .""",
    "a shape that is a class": f"""
        :A a sh:NodeShape, rdfs:Class ; sh:targetClass :B ; sh:property :P . :P {NAMED} .""",
    "parts of parts": f"""
        :S a sh:NodeShape ; sh:targetClass :A ; sh:property :Q .
        :Q sh:path :knows ; sh:property :P . :P {NAMED} .""",
    "a nameless part": f":S a sh:NodeShape ; sh:targetClass :A ; sh:property [ {NAMED} ] .",
    "a warning among violations": f"""
        :S a sh:NodeShape ; sh:targetClass :A ; sh:property :P, :Q .
        :P sh:severity sh:Warning ; {NAMED} .
        :Q sh:path :knows ; sh:minCount 1 ; sh:severity sh:Violation ;
            sh:message "knows nobody" .""",
    "a choice of classes": """
        :S a sh:NodeShape ; sh:targetClass :A ; sh:property :P .
        :P sh:path :knows ; sh:or ( :IsB :IsC ) ; sh:message "neither B nor C" .
        :IsB a sh:NodeShape ; sh:class :B . :IsC a sh:NodeShape ; sh:class :C .""",
    "a choice of a class and more": """
        :S a sh:NodeShape ; sh:targetClass :A ; sh:property :P .
        :P sh:path :knows ; sh:or ( :IsB :IsC ) ; sh:message "neither B nor a nameless C" .
        :IsB a sh:NodeShape ; sh:class :B .
        :IsC a sh:NodeShape ; sh:class :C ; sh:property [ sh:path :name ; sh:maxCount 0 ] .""",
    "two choices at once": """
        :S a sh:NodeShape ; sh:targetClass :A ; sh:property :P .
        :P sh:path :knows ; sh:or ( :IsB :IsC ), ( :IsA :IsC ) ; sh:message "not both" .
        :IsA a sh:NodeShape ; sh:class :A .
        :IsB a sh:NodeShape ; sh:class :B . :IsC a sh:NodeShape ; sh:class :C .""",
    "a choice of one class": """
        :S a sh:NodeShape ; sh:targetClass :A ; sh:property :P .
        :P sh:path :knows ; sh:or ( :IsB ) ; sh:message "no B" .
        :IsB a sh:NodeShape ; sh:class :B .""",
}
DATA = """
    :under rdfs:subClassOf :middle . :middle rdfs:subClassOf :C . :D rdfs:subClassOf :A .
    :a1 a :A ; :name "a" ; :knows :b1, :c1, :u1, :d1 .
    :a2 a :A ; :knows :b2, :a1, "text", :nobody, :c2, :n1 .
    :a3 a :A, :B ; :other :a1 .
    :b1 a :B . :b2 a :B ; :name "b", "c" . :c1 a :C ; :name "c" . :c2 a :C . :n1 :name "n" .
    :u1 a :under . :d1 a :D, :B .
"""


class Plain:
    """What pySHACL says of data with the shapes as they stand."""

    def __init__(self, shapes: Graph) -> None:
        own = Graph()
        own += shapes
        self._validator = Validator(
            DataGraph.from_rdflib_graph(Graph()),
            shacl_graph=own,
            options={"inplace": True, "allow_infos": True, "allow_warnings": True},
        )

    def report(self, data: Graph) -> Graph:
        self._validator.data_graph = DataGraph.from_rdflib_graph(data)
        self._validator._target_graph = None
        found = self._validator.run()[1]
        assert isinstance(found, Graph)
        return found


def whole(report: Graph) -> list[str]:
    """All that a report says; slow."""
    return sorted(to_canonical_graph(report).serialize(format="nt").splitlines())


def told(report: Graph) -> list[list[tuple[str, str]]]:
    """What each result says, nameless nodes left out."""
    return sorted(
        sorted((str(p), str(o)) for p, o in report.predicate_objects(r) if not isinstance(o, BNode))
        for r in report.objects(None, SH.result)
    )


def read(text: str) -> Graph:
    return Graph().parse(data=PREFIXES + text, format="turtle")


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return ontology.shapes()


@pytest.fixture(scope="module")
def plain(shapes: Graph) -> Plain:
    return Plain(shapes)


@pytest.fixture(scope="module")
def gate() -> Gate:
    return Gate()


def test_the_examples_are_there() -> None:
    assert len(EXAMPLES) > 250


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda f: f.name)
def test_an_example_gets_the_same_report(plain: Plain, gate: Gate, file: Traversable) -> None:
    data = files.turtle([file])
    assert told(gate.check(data).graph) == told(plain.report(data))


def test_a_document_gets_the_same_report(plain: Plain, gate: Gate) -> None:
    data = flat(document_dataset(full_record(), run=RUN, entities=MadeUp()))
    report = gate.check(data)
    assert report.results
    assert whole(report.graph) == whole(plain.report(data))


@pytest.mark.parametrize("name", SHAPES)
def test_shapes_of_every_build_give_the_same_report(name: str) -> None:
    shapes, data = read(SHAPES[name]), read(DATA)
    expected = whole(Plain(shapes).report(data))
    assert whole(Gate(shapes).check(data).graph) == expected
    found = any(str(SH.result) in line for line in expected)
    assert found is ("switched off" not in name)


def test_parts_of_the_ontology_find_their_focus_nodes_themselves(shapes: Graph) -> None:
    before, after = set(shapes.subjects(SH.property)), CompiledShapes(shapes)
    assert len(before) > 25
    assert {s for s in after.subjects(SH.property) if (s, SH.targetClass, None) in after} == set()


def test_choices_of_classes_are_one_shape(shapes: Graph) -> None:
    after = CompiledShapes(shapes)
    claim = next(s for s in after.subjects(SH.path) if str(s).endswith("#Claim-proposition"))
    lengths = [len(list(g.items(g.value(claim, SH["or"])))) for g in (shapes, after)]
    assert lengths == [12, 1]


def test_the_shapes_given_stay_as_they_are(shapes: Graph) -> None:
    before = set(shapes)
    CompiledShapes(shapes)
    assert set(shapes) == before
