"""The article that the project began with, in a store.

It is not part of the project; the tests run where the folder ``../shared/seed`` stands beside the
checkout. Every answer must name the speaker, the certainty and the sentence, and where the text has
such words, the cue.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pyoxigraph as ox
import pytest

from extract.document import Document
from extract.extractor import Extractor
from extract.reading import Metadata, read
from graph.build import build
from graph.store import Store
from ontology import question
from tests.graph.seed.answers import SEED, Ask, Find, Row


@pytest.fixture(scope="session")
def article() -> Document:
    found = list(read([str(SEED)], defaults=Metadata()))
    assert len(found) == 1
    assert isinstance(found[0], Document)
    return found[0]


@pytest.fixture(scope="session")
def store(article: Document, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(tmp_path_factory.mktemp("seed") / "kg", create=True) as opened:
        started = datetime(2026, 1, 1, tzinfo=UTC)
        summary = build([article], opened, extract=Extractor(), started=started)
        assert (summary.loaded, summary.quarantined, summary.skipped) == (1, [], [])
        yield opened


@pytest.fixture(scope="session")
def ask(store: Store, article: Document) -> Ask:
    """Ask a named question in English; every sentence quoted must stand in the article."""

    def rows(name: str, **parameters: str) -> list[Row]:
        asked = question.load(name)
        answer = store.query(asked.text, asked.bind({"lang": "en", **parameters}))
        assert isinstance(answer, ox.QuerySolutions)
        names = [variable.value for variable in answer.variables]
        found = [{n: row[n].value for n in names if row[n] is not None} for row in answer]
        for row in found:
            assert row["sentence"] in article.text
            assert row["speakerName"]
            assert row["suretyName"]
        return found

    return rows


@pytest.fixture(scope="session")
def event(store: Store) -> Find:
    """The IRI of the event whose label begins so."""

    def find(label: str) -> str:
        query = "SELECT ?event ?label { GRAPH ?g { ?event a cev:Event ; skos:prefLabel ?label } }"
        answer = store.query(query)
        assert isinstance(answer, ox.QuerySolutions)
        found: set[str] = {
            row["event"].value for row in answer if row["label"].value.startswith(label)
        }
        assert len(found) == 1, f"{len(found)} events are called {label}"
        return found.pop()

    return find
