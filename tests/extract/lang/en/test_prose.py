"""Rules of English news prose: who suffers, what looks back, what points where."""

import pytest

from extract.assemble import assemble
from extract.document import Document
from extract.lang.en import EnglishReader
from extract.record import CasualtyStatus, EventStatus, EventType, Record, SpatialPrecision


def record(text: str) -> Record:
    document = Document(id="t", text=text, lang="en")
    return assemble(document, EnglishReader()(document))


def test_a_verb_of_harm_without_an_object_has_suffered(read):
    found = read("Four soldiers were killed in the clash near Gao, and two others wounded.")
    wounded = [t for t in found.tolls if t.status is CasualtyStatus.WOUNDED]
    assert [(t.low, t.high) for t in wounded] == [(2, 2)]


def test_a_headline_of_victims_blames_nobody():
    events = record(
        "14 militants killed\n\nJets bombed a camp near Gao, killing 14 militants."
    ).events
    assert len(events) == 1
    assert all("14 militants" not in p.text for p in events[0].perpetrators)


def test_a_state_does_not_commit_the_blast_named_after_it(read):
    (one, *_) = read("The sect carried out Nigeria's first suicide bombing in Abuja.").predications
    assert all("Nigeria" not in m.words.text for m in one.agents)


def test_a_state_commits_the_strike_named_after_it(read):
    (one, *_) = read("Israel's air strike on Damascus killed two officers.").predications
    assert [m.words.text for m in one.agents] == ["Israel"]


def test_a_man_with_a_bomb_is_no_plane(read):
    found = read("The bomber drove into the car park and set off the bomb.").predications
    assert all(p.type is not EventType.AIR_STRIKE for p in found)


def test_a_series_after_the_lead_is_background():
    text = (
        "Gunmen stormed a camp near Gao on Tuesday. Two guards died.\n\n"
        "The group has carried out a string of bombings in recent months."
    )
    status = {e.text: e.status for e in record(text).events}
    assert EventStatus.BACKGROUND in status.values()
    assert EventStatus.HAPPENED in status.values()


def test_a_raid_in_which_men_shot_is_one_act():
    text = "Troops carried out a raid near Gao in which soldiers shot two rebels."
    assert len(record(text).events) == 1


def test_what_was_hit_takes_the_kind_told_before():
    text = "Warplanes bombed Idlib on Monday. In Saraqib a bakery was hit as well."
    assert {e.type for e in record(text).events} == {EventType.AIR_STRIKE}


def test_the_attack_far_below_is_the_attack_above():
    filler = "The road was closed. Traffic was heavy. Schools stayed open. Buses ran late. "
    text = "Gunmen ambushed a convoy near Gao. " + filler * 2 + "The attack lasted an hour."
    assert len(record(text).events) == 1


def test_weapons_told_before_make_no_new_act():
    text = (
        "Missiles hit a convoy near Gao on Monday. "
        "A spokesman denied that the missiles had been launched from its soil."
    )
    assert len(record(text).events) == 1


def test_sending_weapons_is_no_attack(read):
    assert not read("Britain sent Storm Shadow missiles to Ukraine.").predications


def test_sending_a_drone_against_a_hospital_is_one(read):
    (one,) = read("The militia sent a drone against the hospital in Gao.").predications
    assert one.type is EventType.DRONE_STRIKE


ACTS = [
    ("Air defences destroyed 20 drones over Kyiv.", EventType.INTERCEPTION),
    ("Government troops drove the rebels out of Goma.", EventType.ADVANCE_OR_CAPTURE),
    ("Rebels entered Goma.", EventType.ADVANCE_OR_CAPTURE),
    ("Armed men boarded the tanker Galaxy off Fujairah.", EventType.NAVAL_ATTACK),
    ("Police dismantled a militant cell in Tunis.", EventType.RAID_OR_ARREST),
]


@pytest.mark.parametrize(("text", "kind"), ACTS)
def test_act(read, text, kind):
    (one,) = read(text).predications
    assert one.type is kind


NO_ACTS = [
    "Engineers boarded the tanker to inspect her.",
    "The company destroyed its rivals in the market.",
    "The minister entered parliament in 2010.",
]


@pytest.mark.parametrize("text", NO_ACTS)
def test_no_act(read, text):
    assert not read(text).predications


def test_an_interception_answers_the_salvo():
    text = "Russia fired 38 missiles at Odesa on Monday. Air defences shot down 25 of the missiles."
    events = {e.type: e for e in record(text).events}
    salvo = events[EventType.MISSILE_ROCKET_ATTACK]
    assert events[EventType.INTERCEPTION].caused_by == salvo.id
    assert salvo.caused_by is None


def test_a_toll_of_years_is_no_toll_of_the_act(read):
    found = read(
        "A bomb hit a bus. Nearly 2,000 people have died in the violence so far this year."
    )
    assert not found.tolls


def test_the_time_of_another_clause_dates_no_act(read):
    (one, *_) = read(
        "The strikes hit hideouts in a valley, where farmers have grown poppies since June 2014."
    ).predications
    assert one.when is None


EXTENTS = [
    ("A bomb went off in the north of the Sinai peninsula.", SpatialPrecision.ADMIN1),
    ("A bomb went off on the Quetta-Karachi highway.", SpatialPrecision.DISTRICT),
    ("A bomb went off in Karachi.", SpatialPrecision.TOWN),
]


@pytest.mark.parametrize(("text", "precision"), EXTENTS)
def test_how_exactly_a_place_is_told(read, text, precision):
    (one,) = read(text).predications
    assert one.places[0].precision is precision


def test_a_country_is_the_country_and_no_town_of_its_name(read):
    text = "Iran said so. In Tehran, Iran's army agreed. A rocket landed in Iraq."
    places = [m for m in read(text).mentions if m.words.text == "Iraq"]
    assert [m.precision for m in places] == [SpatialPrecision.COUNTRY]


def test_an_unknown_name_after_in_is_a_place(read):
    (one,) = read("A bomb went off in Kakindawa on Monday.").predications
    assert [m.words.text for m in one.places] == ["Kakindawa"]


def test_the_jihadists_are_those_of_the_only_group_named(read):
    text = "Al-Shabaab holds the road. The jihadists attacked a base in Gedo."
    (one,) = [p for p in read(text).predications if p.agents]
    assert one.agents[0].canonical_en == "Al-Shabaab"


def test_the_jihadists_are_nobody_in_particular_between_two_groups(read):
    text = "Al-Shabaab and Islamic State hold the road. The jihadists attacked a base in Gedo."
    (one,) = [p for p in read(text).predications if p.agents]
    assert one.agents[0].entity is None


def test_what_an_act_followed_is_another_act():
    text = (
        "Drones hit a house in Kabul on Sunday. "
        "The strike followed the suicide bombing at Kabul airport. "
        "Al-Shabaab said it was responsible."
    )
    events = {e.type: e for e in record(text).events}
    assert events[EventType.DRONE_STRIKE].perpetrators == []
    assert events[EventType.SUICIDE_OR_CAR_BOMB].perpetrators
