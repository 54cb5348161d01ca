"""The shapes: valid themselves, kept by the examples, and each constraint broken by one."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources.abc import Traversable

import pyshacl
import pytest
from pyshacl.errors import ReportableRuntimeError
from rdflib import RDF, Graph, Literal, Namespace, Node, URIRef

from ontology import files, graphs
from ontology.namespace import CEV, CODE, NOTATIONS, PREFIXES, Scheme
from ontology.reference import crosswalk

SH = Namespace(PREFIXES["sh"])
SHAPE = PREFIXES["shape"]
VALID = files.listing("examples/valid", ".ttl")
INVALID = files.listing("examples/invalid", ".ttl")
# Parameters of the constraint components in use; those that only tune another one are left out.
PARAMETERS = {
    "minCount": "MinCount",
    "maxCount": "MaxCount",
    "class": "Class",
    "or": "Or",
    "node": "Node",
    "datatype": "Datatype",
    "nodeKind": "NodeKind",
    "pattern": "Pattern",
    "in": "In",
    "minInclusive": "MinInclusive",
    "maxInclusive": "MaxInclusive",
    "lessThan": "LessThan",
    "lessThanOrEquals": "LessThanOrEquals",
    "uniqueLang": "UniqueLang",
    "disjoint": "Disjoint",
    "qualifiedMinCount": "QualifiedMinCount",
    "sparql": "SPARQL",
}


@dataclass(frozen=True, order=True)
class Fault:
    shape: str
    path: str
    component: str
    severity: str


def shortened(node: Node | None) -> str:
    if node is None:
        return "-"
    if not isinstance(node, URIRef):
        return "inverse"
    for prefix, namespace in PREFIXES.items():
        if node.startswith(namespace):
            return f"{prefix}:{node.removeprefix(namespace)}"
    return str(node)


def faults(data: Graph) -> set[Fault]:
    _, report, _ = pyshacl.validate(data, shacl_graph=files.shapes())
    assert isinstance(report, Graph)
    return {
        Fault(
            shape=str(report.value(r, SH.sourceShape)).removeprefix(SHAPE),
            path=shortened(report.value(r, SH.resultPath)),
            component=str(report.value(r, SH.sourceConstraintComponent))
            .removeprefix(str(SH))
            .removesuffix("ConstraintComponent"),
            severity=str(report.value(r, SH.resultSeverity)).removeprefix(str(SH)),
        )
        for r in report.objects(None, SH.result)
    }


def violations(found: set[Fault]) -> set[Fault]:
    return {fault for fault in found if fault.severity == "Violation"}


def expected(file: Traversable) -> list[Fault]:
    """What the head of an invalid example says that it breaks; the first line is what it is for."""
    lines = file.read_text(encoding="utf-8").splitlines()
    heads = [line.removeprefix("# breaks: ") for line in lines if line.startswith("# breaks: ")]
    return [Fault(*head.split()) for head in heads]


def constraints() -> set[tuple[str, str]]:
    """All pairs of a shape with a target, or a property of one, and a constraint component."""
    shapes = files.shapes()
    targeted = {s for p in (SH.targetClass, SH.targetSubjectsOf) for s in shapes.subjects(p, None)}
    carriers = targeted | {p for s in targeted for p in shapes.objects(s, SH.property)}
    return {
        (str(shape).removeprefix(SHAPE), component)
        for shape in carriers
        for parameter, component in PARAMETERS.items()
        if (shape, SH[parameter], None) in shapes
    }


def document_data(key: str) -> Graph:
    """What the shapes are made for: one document with its propositions and entities, flat."""
    example = files.example()
    data = Graph()
    for triple in example.graph(graphs.document(key)):
        data.add(triple)
    claimed = set(data.objects(None, CEV.proposition))
    for triple in example.graph(graphs.PROPOSITIONS):
        if triple[0] in claimed:
            data.add(triple)
    for triple in example.graph(graphs.GAZETTEER):
        data.add(triple)
    return data


EXCERPT = {
    "Document-anonymous",
    "Document-undated",
    "Event-claimed",
    "Event-dated",
    "Event-placed",
    "Label-arabic",
    "Label-english",
}
"""Shapes that remark on what is missing. An example is an excerpt, so that much may be missing."""

DOCUMENTS = sorted(
    key
    for graph in files.example().graphs()
    if (key := graphs.document_key(str(graph.identifier))) is not None
)


def test_the_examples_are_collected() -> None:
    assert len(VALID) == 30
    assert len(INVALID) > 250
    assert len(DOCUMENTS) == 3
    assert len(constraints()) == len(INVALID)


def test_the_shapes_are_valid_shapes() -> None:
    conforms, _, text = pyshacl.validate(Graph(), shacl_graph=files.shapes(), meta_shacl=True)
    assert conforms, text


def test_the_shapes_of_shapes_can_find_fault() -> None:
    broken = Graph() + files.shapes()
    broken.set((URIRef(SHAPE + "Claim-run"), SH.minCount, Literal("one")))
    with pytest.raises(ReportableRuntimeError, match="Claim-run"):
        pyshacl.validate(Graph(), shacl_graph=broken, meta_shacl=True)


@pytest.mark.parametrize("file", VALID, ids=lambda f: f.name)
def test_a_valid_example_is_valid(file: Traversable) -> None:
    assert not violations(faults(files.turtle([file])))


def test_every_kind_of_tie_has_a_valid_example_with_its_time() -> None:
    example = files.turtle([files.ROOT.joinpath("examples", "valid", "relations.ttl")])
    shown = {
        example.value(tie, CEV.actorRelation)
        for tie in example.subjects(RDF.type, CEV.ActorRelation)
        if example.value(tie, CEV.heldFrom)
    }
    assert shown == set(NOTATIONS[Scheme.ACTOR_RELATION].values())
    assert list(example.objects(None, CEV.heldUntil))


def test_one_event_can_say_all_that_the_compared_schemes_can() -> None:
    """What has terms of its own is said, of one event, in one valid example."""
    example = files.turtle([files.ROOT.joinpath("examples", "valid", "one-event.ttl")])
    used = {*example.predicates(), *example.objects(None, RDF.type)}
    for scheme in crosswalk.schemes():
        for row in scheme.rows:
            missing = {n for n in row.ours if URIRef(PREFIXES["cev"] + n) not in used}
            assert missing == set(), (scheme.name, row.says.en)
    polarities = {
        frozenset(example.objects(claim, CEV.polarity))
        for _, claims in by_proposition(example).items()
        if len(claims) > 1
        for claim in claims
    }
    assert polarities == {frozenset({CODE.affirmed}), frozenset({CODE.negated})}


def by_proposition(data: Graph) -> dict[Node, list[Node]]:
    found: dict[Node, list[Node]] = {}
    for claim, proposition in data.subject_objects(CEV.proposition):
        found.setdefault(proposition, []).append(claim)
    return found


@pytest.mark.parametrize("key", DOCUMENTS)
def test_the_documents_of_the_example_are_valid(key: str) -> None:
    assert not violations(faults(document_data(key)))


@pytest.mark.parametrize("file", INVALID, ids=lambda f: f.name)
def test_an_invalid_example_breaks_what_it_names_and_nothing_else(file: Traversable) -> None:
    named = expected(file)
    found = faults(files.turtle([file]))
    assert named[0] in found
    assert violations(found) == violations(set(named))
    assert {fault.shape for fault in found - set(named)} <= EXCERPT


def test_every_constraint_is_broken_by_an_example() -> None:
    broken = {(expected(file)[0].shape, expected(file)[0].component) for file in INVALID}
    assert constraints() - broken == set()


def test_a_constraint_has_one_value_and_so_needs_one_example() -> None:
    shapes = files.shapes()
    for name, component in constraints():
        (parameter,) = (p for p, c in PARAMETERS.items() if c == component)
        assert len(list(shapes.objects(URIRef(SHAPE + name), SH[parameter]))) == 1, name


def test_every_constraint_speaks_both_languages() -> None:
    shapes = files.shapes()
    for name, _ in constraints():
        messages = shapes.objects(URIRef(SHAPE + name), SH.message)
        languages = sorted(str(m.language) for m in messages if isinstance(m, Literal))
        assert languages == ["ar", "en"], name


def test_every_constraint_is_counted() -> None:
    """A constraint with a parameter that this test does not know would go untested."""
    shapes = files.shapes()
    other = {"path", "property", "severity", "message", "targetClass", "targetSubjectsOf"}
    other |= {"qualifiedValueShape"}
    for name, _ in constraints():
        for predicate in shapes.predicates(URIRef(SHAPE + name)):
            if str(predicate).startswith(str(SH)):
                assert str(predicate).removeprefix(str(SH)) in other | set(PARAMETERS), name


def test_every_class_of_the_ontology_has_a_shape() -> None:
    shaped = set(files.shapes().objects(None, SH.targetClass))
    above = {CEV.Entity, CEV.Proposition, CEV.EventProposition, CEV.Link}
    classes = {
        c
        for c in files.terms().subjects(RDF.type, URIRef(PREFIXES["owl"] + "Class"))
        if str(c).startswith(PREFIXES["cev"])
    }
    assert classes - above - shaped == set()
