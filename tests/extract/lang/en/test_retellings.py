"""One act told several times is one event; another act stays another."""

from datetime import date

import pytest

from extract.assemble import assemble
from extract.document import Document
from extract.lang.en import EnglishReader
from extract.record import EventStatus, Record

FRIDAY = date(2024, 3, 15)


def record(text: str) -> Record:
    document = Document(id="t", text=text, lang="en", published=FRIDAY)
    return assemble(document, EnglishReader()(document))


ONE = [
    # A headline whose kind of act is a guess joins what the body tells.
    "Convoy bombed near Gao\n\n"
    "Gunmen ambushed an army convoy near Gao on Tuesday, killing two soldiers.",
    # Details of one attack: the blast, the shooting, the fire.
    "Militants stormed an army camp near Gao on Tuesday. First a car bomb exploded at the gate. "
    "The attackers then shot two guards and torched the barracks.",
    # A relative clause says which gang is meant.
    "Gunmen stormed a police station in Bama on Tuesday. The men who attacked the station escaped.",
    # A blast is how the strike was heard.
    "Drones struck the port of Hodeidah on Tuesday. Blasts were heard at the port.",
]


@pytest.mark.parametrize("text", ONE)
def test_one_act_is_one_event(text: str) -> None:
    events = record(text).events
    assert len(events) == 1, [e.text for e in events]


APART = [
    "Gunmen attacked a police patrol in Kirkuk on Tuesday. "
    "In a separate incident, a roadside bomb killed a soldier in Mosul.",
    "Gunmen ambushed a convoy near Gao on Tuesday. On Monday militants stormed a camp in Diffa.",
]


@pytest.mark.parametrize("text", APART)
def test_other_acts_stay_apart(text: str) -> None:
    events = record(text).events
    assert len(events) == 2, [e.text for e in events]


def test_a_question_tells_no_event() -> None:
    assert not record("Who attacked the tankers? Nobody in the port knows.").events


def test_a_trial_looks_back() -> None:
    text = (
        "The jury found the defendant guilty in the trial over the 2013 bombing of a market. "
        "The court will pass sentence in May. The bombing killed three people."
    )
    events = record(text).events
    assert events
    assert {e.status for e in events} == {EventStatus.BACKGROUND}


def test_the_day_of_speech_is_not_the_day_of_the_act() -> None:
    events = record("A jet bombed a village in Rakhine, a charity said on Thursday.").events
    assert len(events) == 1
    assert events[0].dating is None


def test_people_are_no_target() -> None:
    (event,) = record("A suicide bomber killed 14 people in Kabul on Tuesday.").events
    assert not event.targets
    assert [(c.low, c.high) for c in event.casualties] == [(14, 14)]


def test_whose_drone_it_was_is_no_place() -> None:
    (event,) = record("Four militants were killed in the US drone strike, an official said.").events
    assert event.place is None


def test_the_movement_is_the_group_named_before() -> None:
    text = (
        "Houthi missiles hit a tanker on Tuesday. A spokesman for the movement said that a second "
        "ship had been struck."
    )
    (relation,) = record(text).relations
    assert relation.object_span.text == "the movement"
    assert relation.object_span.entity is not None


def test_a_town_speaks_for_nobody() -> None:
    text = (
        "A car bomb went off in Aden on Tuesday. The Islamic State said it carried out the attack."
    )
    claims = [a for e in record(text).events for a in e.attributions]
    assert claims
    assert all(a.source is not None and "Aden" not in a.source.text for a in claims)


USED = [
    ("Troops clashed with rebels near Gao on Tuesday. Mortars were used on both sides.", True),
    ("Russian forces attacked a house in Dnipro. The weapon was a cruise missile.", True),
    ("Troops clashed with rebels near Gao on Tuesday. The rebels could use mortars.", False),
    ("Troops clashed with rebels near Gao on Tuesday. No mortars were used.", False),
]


@pytest.mark.parametrize(("text", "told"), USED)
def test_weapons_told_beside_the_act(text: str, told: bool) -> None:
    weapons = {w.canonical_en for e in record(text).events for w in e.weapons}
    assert bool(weapons & {"mortar rounds", "cruise missiles"}) is told
