"""Questions about one thing: they answer what the same question about everything says of it.

Three articles tell of one event, and their links are a chain: the first with the second, the second
with the third. So an answer about the first must reach the third, and no event besides.
"""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox
import pytest

from graph.build import build
from graph.change import Change
from graph.gate import Gate
from graph.store import Store
from graph.vocabulary import LINKS, V
from ontology import question
from tests.graph.articles import STARTED, MadeUp, document, full_record

LINKED = ox.NamedNode(V.linkedEvent.value)
ABOUT_EVENTS = [
    name
    for name in question.names()
    if "?linked" in question.load(name).text and "?about" in question.load(name).text
    if any(parameter.name == "event" for parameter in question.load(name).parameters)
]
SILENT = {"motives", "statements"}
"""What the articles do not tell of the linked events."""
Row = dict[str, str | None]


@pytest.fixture(scope="module")
def chain(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The store, with the link between the first and the last event taken out."""
    documents = [document(id=name, publisher=f"نشرة {name}") for name in "abc"]
    with Store.open(tmp_path_factory.mktemp("chain") / "kg", create=True) as store:
        done = build(
            documents, store, extract=full_record, started=STARTED, entities=MadeUp(), gate=Gate()
        )
        assert (done.loaded, done.links) == (3, 3)
        first, _, last = attacks(store)
        (link,) = (
            quad.subject
            for quad in store.database.quads_for_pattern(None, LINKED, first, LINKS)
            if list(store.database.quads_for_pattern(quad.subject, LINKED, last, LINKS))
        )
        store.apply(Change(delete=set(store.database.quads_for_pattern(link, None, None, LINKS))))
        yield store


def attacks(store: Store) -> list[ox.NamedNode]:
    """The linked events, sorted."""
    found = {q.object for q in store.database.quads_for_pattern(None, LINKED, None, LINKS)}
    return sorted((n for n in found if isinstance(n, ox.NamedNode)), key=lambda n: n.value)


def answer(store: Store, name: str, **values: str) -> list[Row]:
    asked = question.load(name)
    found = store.query(asked.text, asked.bind({"lang": "en"} | values))
    assert isinstance(found, ox.QuerySolutions)
    names = [variable.value for variable in found.variables]
    return [{n: None if row[n] is None else str(row[n]) for n in names} for row in found]


def test_the_questions_about_an_event_are_found() -> None:
    assert len(ABOUT_EVENTS) == 12


@pytest.mark.parametrize("name", ABOUT_EVENTS)
def test_an_event_brings_those_linked_with_it_however_far(name: str, chain: Store) -> None:
    events = attacks(chain)
    named = {str(event) for event in events}
    wanted = [row for row in answer(chain, name) if row["about"] in named]
    for event in events:
        assert answer(chain, name, event=event.value) == wanted
    assert {row["about"] for row in wanted} == (set() if name in SILENT else named)


@pytest.mark.parametrize("name", ABOUT_EVENTS)
def test_an_event_without_links_brings_itself(name: str, chain: Store) -> None:
    linked = {str(event) for event in attacks(chain)}
    every = answer(chain, name)
    others = {str(row["about"]) for row in answer(chain, "claims-of-event")} - linked
    assert len(others) == 3
    for event in others:
        wanted = [row for row in every if row["about"] == event]
        assert answer(chain, name, event=event.strip("<>")) == wanted


@pytest.mark.parametrize("name", ABOUT_EVENTS)
def test_an_event_that_is_not_there_has_no_answer(name: str, chain: Store) -> None:
    assert answer(chain, name, event="event:nowhere-e1") == []


def test_a_facility_brings_the_attacks_on_it_alone(chain: Store) -> None:
    every = answer(chain, "attacks-on-facility")
    assert {row["facilityName"] for row in every} == {'"Pine Base"@en'}
    assert answer(chain, "attacks-on-facility", facility="place:pine-base") == every != []
    assert answer(chain, "attacks-on-facility", facility="place:randa") == []
