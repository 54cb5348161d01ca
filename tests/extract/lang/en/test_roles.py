"""Roles by grammar: who, whom, with what, from where, where."""

import pytest


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
