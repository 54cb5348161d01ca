from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from extract.document import Document
from graph.build import build
from graph.change import Change
from graph.gate import Gate
from graph.report import Report
from graph.store import Store
from graph.verdict import digest
from graph.vocabulary import V
from tests.graph.articles import MadeUp, document, full_record


@pytest.fixture(scope="module")
def gate() -> Gate:
    return Gate()


@pytest.fixture
def doc() -> Document:
    return document()


@pytest.fixture
def path(tmp_path: Path, doc: Document, gate: Gate) -> Path:
    with Store.open(tmp_path / "kg", create=True) as store:
        build(
            [doc],
            store,
            extract=full_record,
            started=datetime(2031, 1, 1, tzinfo=UTC),
            entities=MadeUp(),
            gate=gate,
        )
    return tmp_path / "kg"


def verdict(store: Store, key: str, shapes: str) -> Report | None:
    return store.verdicts.get(key, digest(store.content(key), shapes))


def test_the_verdict_of_a_loaded_document_is_that_of_the_gate(
    path: Path, doc: Document, gate: Gate
) -> None:
    with Store.open(path, read_only=True) as store:
        kept = verdict(store, doc.key, gate.digest)
    assert kept is not None
    assert kept.is_passed
    assert len(kept.results) > 0
    assert kept.counts == Report(kept.results, kept.shacl).counts
    assert kept.turtle().count("ValidationResult") >= len(kept.results)


def test_other_data_have_no_verdict(path: Path, doc: Document, gate: Gate) -> None:
    with Store.open(path) as store:
        quads = store.content(doc.key)
        claim = next(quad for quad in quads if quad.object == V.Claim)
        store.apply(Change(delete=[claim]))
        assert verdict(store, doc.key, gate.digest) is None


def test_other_shapes_have_no_verdict(path: Path, doc: Document) -> None:
    with Store.open(path, read_only=True) as store:
        assert verdict(store, doc.key, "other shapes") is None


@pytest.mark.parametrize("content", ["", "{", "[]", '{"digest": 1}'])
def test_a_damaged_file_is_no_verdict(path: Path, doc: Document, gate: Gate, content: str) -> None:
    (path / "verdicts" / f"{doc.key}.json").write_text(content, encoding="utf-8")
    with Store.open(path, read_only=True) as store:
        assert verdict(store, doc.key, gate.digest) is None


def test_a_retracted_document_leaves_no_verdict(path: Path, doc: Document) -> None:
    with Store.open(path) as store:
        store.retract(doc.key)
    assert list((path / "verdicts").iterdir()) == []


def test_shapes_of_ones_own_have_another_digest(gate: Gate) -> None:
    from rdflib import Graph

    assert Gate(Graph()).digest != gate.digest
