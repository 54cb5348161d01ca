"""Event words: what is one, of which type, and what is none."""

import pytest

from extract.record import EventStatus, EventType

TYPES = [
    ("Israeli warplanes bombed a weapons depot near Homs.", EventType.AIR_STRIKE),
    ("An air strike on the village of Kafr Nabl killed a family.", EventType.AIR_STRIKE),
    ("A drone struck a fuel depot in Port Sudan.", EventType.DRONE_STRIKE),
    ("Russian missiles hit a power station in Kharkiv.", EventType.MISSILE_ROCKET_ATTACK),
    ("Militants fired rockets at the Ain al-Asad base.", EventType.MISSILE_ROCKET_ATTACK),
    ("The army shelled the eastern districts of Taiz.", EventType.ARTILLERY_SHELLING),
    ("Mortar rounds landed in the market of Jisr.", EventType.ARTILLERY_SHELLING),
    ("Troops clashed with rebels near Marib.", EventType.ARMED_CLASH),
    ("The militants stormed an army camp in Diffa.", EventType.ARMED_CLASH),
    ("Gunmen opened fire on a police patrol in Kirkuk.", EventType.AMBUSH_OR_SHOOTING),
    ("Rebels ambushed a supply convoy on the road to Goma.", EventType.AMBUSH_OR_SHOOTING),
    ("A roadside bomb went off beside a bus in Kabul.", EventType.IED_OR_MINE),
    ("A suicide bomber blew himself up at a checkpoint.", EventType.SUICIDE_OR_CAR_BOMB),
    ("A car packed with explosives exploded near the ministry.", EventType.SUICIDE_OR_CAR_BOMB),
    ("Unknown men assassinated the mayor of Aden.", EventType.ASSASSINATION),
    ("Soldiers arrested four villagers in Jenin.", EventType.RAID_OR_ARREST),
    ("Gunmen kidnapped two aid workers in Maiduguri.", EventType.ABDUCTION),
    ("Air defences shot down two drones over Erbil.", EventType.INTERCEPTION),
    ("The Houthis attacked a tanker in the Red Sea.", EventType.NAVAL_ATTACK),
    ("Rebel fighters captured the town of Bama.", EventType.ADVANCE_OR_CAPTURE),
    ("Saboteurs carried out an act of sabotage on the pipeline.", EventType.SABOTAGE),
]


def test_every_type_but_the_open_one_has_a_sentence():
    assert {kind for _, kind in TYPES} == set(EventType) - {EventType.OTHER_VIOLENCE}


@pytest.mark.parametrize(("text", "kind"), TYPES)
def test_type(read, text, kind):
    found = read(text).predications
    assert kind in [p.type for p in found], [(p.anchor.text, p.type) for p in found]


NOTHING = [
    "The striker fired a rocket past the goalkeeper to give his team the lead in the derby; "
    "the coach praised the squad after a match that the league leaders dominated.",
    "Share prices were hammered as investors attacked the bank's policy; the market was hit by "
    "inflation fears and the stock exchange lost five per cent of its value.",
    "A storm struck the coast with heavy rain and wind, and floods hit dozens of villages, the "
    "weather service said.",
    "Troops fired missiles at a target ship during a joint military exercise, the final drill of "
    "the annual war games.",
    "He died of a heart attack on Tuesday.",
    "Teachers went on strike on Monday over pay.",
    "The strike at the port of Haifa entered its second week; the union and the employer met.",
    "Dockers began a strike in Aden, and the strike spread to Hodeidah.",
    "The government launched an attack on poverty.",
    "If the rebels attack the town, the army will answer.",
    "No drones were shot down.",
    "The army did not shell the village.",
    "The minister arrived in Baghdad on Sunday for talks with his colleague.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_event(read, text):
    analysis = read(text)
    assert [p.anchor.text for p in analysis.predications] == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The group threatened to attack ships in the Red Sea.", EventStatus.THREATENED),
        ("Iran vowed to strike American bases in Iraq.", EventStatus.THREATENED),
        ("The cell planned to bomb the embassy in Amman.", EventStatus.PLANNED),
        ("Moscow denied that its forces had shelled the hospital.", EventStatus.DENIED),
        ("Residents spoke of an alleged air strike on the market in Idlib.", EventStatus.ALLEGED),
        ("Jets bombed the market in Idlib.", None),
    ],
)
def test_status(read, text, status):
    assert [p.status for p in read(text).predications] == [status]


def test_a_definite_word_points_back(read):
    analysis = read("A bomb exploded in Kirkuk. The attack was condemned by the governor.")
    assert [p.definite for p in analysis.predications] == [False, True]
    assert analysis.predications[1].type is None


def test_a_series_is_several(read):
    analysis = read("The group carried out a string of attacks across the city.")
    assert [p.several for p in analysis.predications] == [True]


def test_a_weapon_clause_and_its_verb_are_one_event(read):
    analysis = read("Missiles fired by the Houthis struck a tanker near Hodeidah.")
    (one,) = analysis.predications
    assert "Houthis" in one.agents[0].words.text
    assert one.targets[0].words.text == "a tanker"


def test_a_killing_participle_is_no_event_of_its_own(read):
    analysis = read("Warplanes struck a school in Idlib, killing six pupils.")
    assert len(analysis.predications) == 1


def test_an_answer_is_tied_to_what_it_answers(read):
    analysis = read(
        "Rebels ambushed an army convoy near Goma. In retaliation, jets bombed a rebel camp."
    )
    first, second = analysis.predications
    assert first.answers is None
    assert second.answers == 0
    assert second.answer_words is not None
    assert second.answer_words.text == "In retaliation"


def test_the_cause_may_stand_in_the_same_sentence(read):
    analysis = read("Hezbollah fired rockets at Haifa in response to an air strike on Beirut.")
    fired = next(p for p in analysis.predications if p.type is EventType.MISSILE_ROCKET_ATTACK)
    cause = analysis.predications[fired.answers]
    assert cause.type is EventType.AIR_STRIKE


@pytest.mark.parametrize(
    "text",
    [
        "Tripoli's forces took the base weeks before Haftar's 14-month offensive collapsed.",
        "The months-long attack on the city has emptied its hospitals.",
    ],
)
def test_a_campaign_of_months_is_no_bounded_act(read, text):
    found = read(text).predications
    assert not [p for p in found if "offensive" in p.anchor.text or "attack" in p.anchor.text]


def test_an_offensive_of_a_day_is_one(read):
    found = read("Rebels launched an offensive on the town of Saraqib on Friday.").predications
    assert [p.anchor.text for p in found if "offensive" in p.anchor.text]
