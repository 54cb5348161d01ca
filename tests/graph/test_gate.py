from __future__ import annotations

import json

import pytest
from rdflib import RDF, SH, Dataset, Graph, Literal, URIRef

from graph.gate import Gate
from graph.mapping import document_dataset
from graph.report import Severity
from ontology.namespace import CEV
from tests.graph.articles import RUN, MadeUp, full_record
from tests.graph.reading import flat


@pytest.fixture(scope="module")
def gate() -> Gate:
    return Gate()


@pytest.fixture
def dataset() -> Dataset:
    return document_dataset(full_record(), run=RUN, entities=MadeUp())


def test_a_claim_without_claimant_is_a_violation(gate: Gate, dataset: Dataset) -> None:
    graph = flat(dataset)
    claim = next(graph.subjects(RDF.type, CEV.Claim))
    graph.remove((claim, CEV.claimant, None))
    report = gate.check(graph)
    assert not report.is_passed
    assert report.counts[Severity.VIOLATION] == 1
    found = report.results[0]
    assert found.severity is Severity.VIOLATION
    assert found.focus == str(claim)
    assert found.path == str(CEV.claimant)
    assert "claimant" in found.message_en
    assert "قائل" in found.message_ar


def test_direct_blame_is_a_violation(gate: Gate, dataset: Dataset) -> None:
    graph = flat(dataset)
    event = next(graph.subjects(RDF.type, CEV.Event))
    graph.add((event, CEV.perpetrator, URIRef("https://w3id.org/conflict-event/id/actor/x")))
    assert not gate.check(graph).is_passed


def test_a_quote_of_another_length_is_a_violation(gate: Gate, dataset: Dataset) -> None:
    graph = flat(dataset)
    mention = next(graph.subjects(RDF.type, CEV.Mention))
    graph.set((mention, CEV.exact, Literal("x")))
    report = gate.check(graph)
    assert not report.is_passed
    assert "quote" in report.results[0].message_en


def test_one_document_does_not_taint_the_next(gate: Gate, dataset: Dataset) -> None:
    broken = flat(dataset)
    broken.remove((None, CEV.polarity, None))
    before = gate.check(dataset).json()
    assert not gate.check(broken).is_passed
    assert gate.check(dataset).json() == before


def test_checking_changes_nothing(gate: Gate, dataset: Dataset) -> None:
    graph = flat(dataset)
    before = set(graph)
    gate.check(graph)
    assert set(graph) == before


def test_the_report_can_be_read_by_people_and_programs(gate: Gate, dataset: Dataset) -> None:
    report = gate.check(dataset)
    data = json.loads(report.json())
    assert data["passed"] is True
    assert sum(data["counts"].values()) == len(data["results"]) == len(report.results)
    assert report.text("en").startswith("violation: 0, warning: ")
    assert report.text("ar").startswith("مخالفة: 0، تنبيه: ")
    assert len(report.text("en").splitlines()) == 1 + len(report.results)
    turtle = Graph().parse(data=report.turtle(), format="turtle")
    assert len(list(turtle.objects(None, SH.result))) == len(report.results)


def test_the_report_is_the_same_bytes_each_time(gate: Gate, dataset: Dataset) -> None:
    one, other = gate.check(dataset), Gate().check(dataset)
    assert one.turtle() == other.turtle()
    assert one.json() == other.json()
