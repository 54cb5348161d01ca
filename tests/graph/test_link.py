from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations

import pyoxigraph as ox
import pytest
from rdflib import Graph

from extract.document import Document
from extract.record import (
    Basis,
    Certainty,
    ClaimKind,
    Event,
    Perpetrator,
    Place,
    Record,
    Target,
    TargetKind,
)
from graph import vocabulary
from graph.change import replacement
from graph.gate import Gate
from graph.incident import Incident, incidents
from graph.link import is_compatible, links, same
from graph.mapping import document_dataset
from tests.graph.articles import (
    RUN,
    SENTENCES,
    MadeUp,
    Text,
    attribution,
    document,
    short_event,
    short_record,
)

TEXT = Text(*SENTENCES)
PLACE = "https://w3id.org/conflict-event/id/place/"
ACTOR = "https://w3id.org/conflict-event/id/actor/"
TOWN, BASE, DEPOT = PLACE + "randa", PLACE + "pine-base", PLACE + "depot"
WADI, ARMY = ACTOR + "wadi-battalion", ACTOR + "plain-army"
HAPPENED = "https://w3id.org/conflict-event/code/status-happened"


def incident(name: str, first: int = 5, last: int | None = None, **changes: object) -> Incident:
    made = Incident(event=name, document=name[:1], type="strike", status=HAPPENED, run="r")
    made.places, made.targets, made.perpetrators = {TOWN}, {BASE}, {WADI}
    made.spans = [(date(2031, 5, first), date(2031, 5, last or first))]
    for field, value in changes.items():
        setattr(made, field, value)
    return made


@pytest.mark.parametrize(
    "other",
    [
        incident("b1"),
        incident("b1", perpetrators=set()),
        incident("b1", targets=set()),
        incident("b1", 4, 6),
        incident("b1", targets={BASE, DEPOT}),
        incident("b1", places=set()),
        incident("b1", perpetrators={WADI, ARMY}),
    ],
)
def test_reports_of_one_attack_fit(other: Incident) -> None:
    assert is_compatible(incident("a1"), other)
    assert is_compatible(other, incident("a1"))


@pytest.mark.parametrize(
    "other",
    [
        incident("b1", type="shelling"),
        incident("b1", status="https://w3id.org/conflict-event/code/status-denied"),
        incident("b1", 7),
        incident("b1", 1, 9),
        incident("b1", spans=[]),
        incident("b1", places={PLACE + "elsewhere"}, targets=set()),
        incident("b1", targets={DEPOT}),
        incident("b1", perpetrators={ARMY}),
        incident("b1", targets=set(), perpetrators=set()),
        incident("b1", places={BASE}, targets={BASE}, perpetrators=set()),
    ],
    ids=[
        "type",
        "status",
        "day",
        "vague date",
        "no date",
        "place",
        "target",
        "perpetrator",
        "place alone",
        "the target is the place",
    ],
)
def test_what_differs_or_rests_on_place_alone_does_not(other: Incident) -> None:
    one = incident("a1", places={TOWN, BASE} if other.places == {BASE} else {TOWN})
    if other.places == {BASE}:
        one.places = {BASE}
    assert not is_compatible(one, other)
    assert not is_compatible(other, one)


def test_an_army_and_its_state_may_be_one_perpetrator() -> None:
    state, branch, other = ACTOR + "plain-state", ACTOR + "plain-navy", ACTOR + "plain-guard"
    bodies = {branch: frozenset({ARMY, state}), other: frozenset({state}), ARMY: frozenset({state})}

    def by(name: str, who: str) -> Incident:
        return incident(name, perpetrators={who}, bodies=bodies)

    for one, two in ((ARMY, state), (branch, state), (branch, ARMY)):
        assert is_compatible(by("a1", one), by("b1", two))
        assert is_compatible(by("b1", two), by("a1", one))
    assert not is_compatible(by("a1", branch), by("b1", other))


def pairs(*events: Incident) -> set[tuple[str, str]]:
    found = {
        tuple((one.event, other.event) for one, other in same(order))
        for order in permutations(events)
    }
    assert len(found) == 1  # whatever the order
    return set(found.pop())


def test_three_reports_of_one_attack_are_linked_with_each_other() -> None:
    found = pairs(incident("a1"), incident("b1"), incident("c1", perpetrators=set()))
    assert found == {("a1", "b1"), ("a1", "c1"), ("b1", "c1")}


def test_two_attacks_on_one_base_in_one_week_stay_two() -> None:
    assert pairs(incident("a1", 5), incident("b1", 7)) == set()


def test_a_vague_report_is_not_linked_to_either_of_two_attacks() -> None:
    assert pairs(incident("a1", 5), incident("b1", 7), incident("c1", 5, 7)) == set()


def test_a_report_that_fits_two_attacks_of_one_article_is_linked_to_neither() -> None:
    assert pairs(incident("a1"), incident("a2"), incident("b1")) == set()


def test_another_attack_does_not_hinder_a_link() -> None:
    found = pairs(incident("a1", 5), incident("b1", 5), incident("a2", 20), incident("c1", 20))
    assert found == {("a1", "b1"), ("a2", "c1")}


def test_many_reports_of_one_attack_are_linked_to_the_first() -> None:
    many = [replace(incident("a1"), event=f"e{n:03}", document=f"d{n:03}") for n in range(40)]
    found = [(one.event, other.event) for one, other in same(reversed(many))]
    assert found == [("e000", f"e{n:03}") for n in range(1, 40)]


def report(doc: Document, event: Event) -> list[ox.Quad]:
    record: Record = short_record(event, doc=doc)
    return vocabulary.quads(document_dataset(record, run=RUN, entities=MadeUp()))


def attack(**changes: object) -> Event:
    event = short_event(
        TEXT,
        dating={
            **TEXT.found("يوم الاثنين"),
            "earliest": "2031-05-05",
            "latest": "2031-05-05",
            "precision": "day",
        },
        place=Place(**TEXT.found("رندة"), canonical_en="Randa", entity="randa"),
        targets=[Target(**TEXT.found("قاعدة الصنوبر"), entity="pine-base", kind=TargetKind.BASE)],
    )
    return event.model_copy(update=changes)


def stored(*reports: list[ox.Quad]) -> ox.Store:
    store = ox.Store()
    for number, quads in enumerate(reports):
        store.update(replacement(store, f"k{number}", quads).sparql())
    return store


def test_a_link_states_its_events_its_reason_and_its_run() -> None:
    docs = [document(id="a"), document(id="b")]
    store = stored(*(report(doc, attack()) for doc in docs))
    found = links(store)
    assert {q.graph_name for q in found} == {vocabulary.LINKS}
    assert {q.object for q in found if q.predicate == vocabulary.V.linkedEvent} == {
        ox.NamedNode(f"https://w3id.org/conflict-event/id/event/{doc.key}-e1") for doc in docs
    }
    reasons = {
        q.object.language: q.object.value
        for q in found
        if isinstance(q.object, ox.Literal) and q.object.language
    }
    assert reasons["en"] == "same type, overlapping dates, same place, a target in common"
    assert reasons["ar"].startswith("النوع نفسه")
    text = b"".join(f"{q.subject} {q.predicate} {q.object} .\n".encode() for q in found)
    checked = Gate().check(Graph().parse(data=text, format="nt"))
    assert checked.is_passed, checked.text()


def test_only_what_somebody_affirms_counts() -> None:
    event = attack(
        perpetrators=[
            Perpetrator(**TEXT.found("كتيبة الوادي"), entity="wadi-battalion", basis=Basis.UNKNOWN)
        ],
        attributions=[
            attribution(
                TEXT,
                "نفت",
                claim=ClaimKind.DENIAL,
                certainty=Certainty.DENIED,
                about=["perpetrators/0"],
            )
        ],
    )
    found = incidents(stored(report(document(id="a"), event)))
    assert [(one.perpetrators, one.targets) for one in found] == [(set(), {BASE})]


def test_words_alone_link_nothing() -> None:
    unknown = attack(
        targets=[Target(**TEXT.found("قاعدة الصنوبر"), canonical_en="Base", kind=TargetKind.BASE)]
    )
    reports = (report(document(id=name), unknown) for name in "ab")
    assert links(stored(*reports)) == set()
