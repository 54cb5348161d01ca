"""Roles by grammar: who, whom, with what, from where, where."""

import pytest

from extract.record import EventType, TargetKind


def texts(mentions):
    return [m.words.text for m in mentions]


@pytest.mark.parametrize(
    ("text", "agents"),
    [
        ("Israeli jets bombed a depot near Homs.", ["Israeli jets"]),
        ("A depot near Homs was bombed by Israeli jets.", ["Israeli jets"]),
        ("An Israeli air strike hit a depot near Homs.", ["Israeli"]),
        ("Russia's air strike on Idlib destroyed a bakery.", ["Russia"]),
        ("Boko Haram fighters raided a village in Borno.", ["Boko Haram fighters"]),
        ("The attack on the camp was carried out by gunmen.", ["gunmen"]),
        ("Militants launched an attack on the barracks in Gao.", ["Militants"]),
        ("The militia said it had attacked the base in Erbil.", ["The militia"]),
        ("A bomb exploded in Kirkuk.", []),
        ("The camp was attacked on Monday.", []),
    ],
)
def test_agents(read, text, agents):
    (one,) = read(text).predications
    assert texts(one.agents) == agents


def test_both_sides_of_a_clash_act(read):
    (one,) = read("Government troops clashed with Houthi fighters near Marib.").predications
    assert texts(one.agents) == ["Government troops", "Houthi fighters"]


def test_coordinated_targets_are_all_there(read):
    (one,) = read("Drones struck the airport and the harbour of Port Sudan.").predications
    assert texts(one.targets) == ["the airport", "the harbour"]


def test_a_place_is_no_target(read):
    (one,) = read("A car bomb exploded in Mogadishu.").predications
    assert texts(one.targets) == []
    assert texts(one.places) == ["Mogadishu"]


def test_the_place_of_a_target_is_the_place(read):
    (one,) = read("A missile hit a school in Kharkiv.").predications
    assert texts(one.targets) == ["a school"]
    assert texts(one.places) == ["Kharkiv"]


def test_a_launch_place_is_no_place_and_no_agent(read):
    (one,) = read("Rockets were fired from southern Lebanon at Haifa.").predications
    assert texts(one.launches) == ["southern Lebanon"]
    assert texts(one.agents) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Militants fired 12 rockets at the base.", 12),
        ("Militants fired twenty-four rockets at the base.", 24),
        ("Militants fired a rocket at the base.", 1),
        ("Militants fired rockets at the base.", None),
        ("Militants fired dozens of rockets at the base.", None),
    ],
)
def test_weapon_count(read, text, count):
    (one,) = read(text).predications
    assert [w.count for w in one.weapons] == [count]


def test_a_backer_is_no_agent(read):
    (one,) = read("Iran-backed militants attacked a base in Deir ez-Zor.").predications
    assert all(a.canonical_en != "Iran" for a in one.agents)


def test_a_suspect_is_suspected(read):
    (one,) = read("Suspected jihadists attacked a village in Mali.").predications
    assert one.suspected
    (other,) = read("Jihadists attacked a village in Mali.").predications
    assert not other.suspected


def test_a_hedged_passive_is_suspected(read):
    (one,) = read("The strike may have been carried out by Israel.").predications
    assert one.suspected


def test_what_the_doers_are_armed_with_does_not_change_the_type(read):
    (one,) = read("Militants armed with rifles and rockets attacked a base in Gao.").predications
    assert texts(one.weapons) == ["rifles", "rockets"]
    assert one.type is EventType.ARMED_CLASH


def test_a_ship_by_its_prefix(read):
    (one,) = read("A missile struck MV Islander in the Gulf of Aden.").predications
    assert [t.target_kind for t in one.targets] == [TargetKind.SHIP]
    assert one.type is EventType.NAVAL_ATTACK


def test_a_ship_is_no_place(read):
    (one,) = read("Drones were launched at the U.S. destroyer Cole.").predications
    assert one.places == []


def test_weapons_may_be_targets(read):
    (one,) = read("Israeli jets struck two rocket launchers near Tyre.").predications
    assert texts(one.targets) == ["two rocket launchers"]


def test_a_loaded_car_is_a_weapon(read):
    text = "A car loaded with 300 kg of explosives blew up near a police station."
    (one,) = read(text).predications
    assert texts(one.weapons) == ["A car loaded with 300 kg of explosives"]


def test_the_followers_act_for_their_owner(read):
    (one,) = read("The militia said its fighters had shelled the base.").predications
    assert texts(one.agents) == ["The militia"]


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("US forces struck a base in Deir ez-Zor.", True),
        ("The rebels struck us in the base near Deir ez-Zor.", False),
    ],
)
def test_an_abbreviation_needs_its_capitals(read, text, entity):
    found = read(text).predications
    countries = {a.country for p in found for a in (*p.agents, *p.targets)}
    assert ("US" in countries) is entity


def test_an_unknown_group_is_an_actor_by_its_words(read):
    (one,) = read("Fighters of the Zarkan Brigades attacked a base near Homs.").predications
    assert texts(one.agents) == ["Fighters of the Zarkan Brigades"]
    assert one.agents[0].entity is None
