"""The quick gate says what pySHACL says, and pySHACL has the last word on what is refused."""

from __future__ import annotations

import pytest
from rdflib import RDF, Dataset, Graph

from benchmarks.mutant import mutants
from graph.gate import Gate
from graph.mapping import document_dataset
from graph.quick import QuickGate
from graph.report import Report
from ontology.namespace import CEV
from tests.graph.articles import RUN, MadeUp, full_record
from tests.graph.reading import flat

MUTANTS = 240


@pytest.fixture(scope="module")
def quick() -> QuickGate:
    return QuickGate()


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return document_dataset(full_record(), run=RUN, entities=MadeUp())


def test_both_find_the_same_in_whole_and_spoilt_data(quick: QuickGate, dataset: Dataset) -> None:
    whole = flat(dataset)
    reference = Gate()
    judged, refused = 0, 0
    for data in [whole, *mutants([whole], MUTANTS, seed=7)]:
        expected = reference.check(data)
        told = quick.first_look(data)
        assert told.is_passed == expected.is_passed
        if expected.is_passed:
            assert told.results == expected.results
        judged += 1
        refused += not expected.is_passed
    assert judged == MUTANTS + 1
    assert MUTANTS / 4 < refused < MUTANTS


def test_what_is_refused_gets_the_report_of_the_reference(dataset: Dataset) -> None:
    broken = flat(dataset)
    broken.remove((next(broken.subjects(RDF.type, CEV.Claim)), CEV.claimant, None))
    asked: list[Graph | Dataset] = []

    class Told(Gate):
        def check(self, data: Dataset | Graph) -> Report:
            asked.append(data)
            return super().check(data)

    gate = QuickGate(Told())
    assert gate.check(dataset).is_passed
    assert not asked
    report = gate.check(broken)
    assert asked == [broken]
    assert not report.is_passed
    assert report.json() == Gate().check(broken).json()


def test_the_report_is_a_shacl_report(quick: QuickGate, dataset: Dataset) -> None:
    report = quick.check(dataset)
    assert report.results
    expected = Gate().check(dataset)
    assert report.json() == expected.json()
    focus = "?result <http://www.w3.org/ns/shacl#focusNode> ?node"
    found = {str(row[0]) for row in report.graph.query(f"SELECT ?node {{ {focus} }}")}  # type: ignore[index]
    assert found == {result.focus for result in expected.results}


def test_shapes_of_both_have_one_identity(quick: QuickGate) -> None:
    assert quick.digest == Gate().digest
