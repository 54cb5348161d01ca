"""The example dataset with ontology and code lists in a store, and questions put to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import pyoxigraph as ox
import pytest

from ontology import files, graphs, question

Ask = Callable[..., ox.QuerySolutions]


def _reference() -> list[ox.Quad]:
    sources = [(files.ROOT.joinpath("conflict.ttl"), graphs.ONTOLOGY)]
    sources += [(file, graphs.CODES) for file in files.listing("codes", ".ttl")]
    return [
        ox.Quad(triple.subject, triple.predicate, triple.object, ox.NamedNode(str(graph)))
        for file, graph in sources
        for triple in ox.parse(file.read_bytes(), format=ox.RdfFormat.TURTLE)
    ]


def _new_store() -> ox.Store:
    store = ox.Store()
    store.extend(_reference())
    example = files.ROOT.joinpath("examples", "example.trig")
    store.load(example.read_bytes(), format=ox.RdfFormat.TRIG)
    return store


@pytest.fixture(scope="session")
def store() -> ox.Store:
    """Shared: do not write into it."""
    return _new_store()


@pytest.fixture
def fresh_store() -> ox.Store:
    """One that a test may spoil."""
    return _new_store()


def bound(text: str, terms: Mapping[str, question.Value]) -> str:
    """The query with terms for variables. Only for the questions here, which keep it simple."""
    for name, term in terms.items():
        text = text.replace(f"BOUND(?{name})", "true")
        text = str(term).join(re.split(rf"\?{name}\b", text))
    return text


@pytest.fixture(scope="session")
def ask(store: ox.Store) -> Ask:
    """Ask a named question: ``ask("who-is-blamed", event="event:...")``."""

    def run(name: str, **values: str) -> ox.QuerySolutions:
        asked = question.load(name)
        answer = store.query(bound(asked.text, asked.bind(values)))
        assert isinstance(answer, ox.QuerySolutions)
        return answer

    return run
