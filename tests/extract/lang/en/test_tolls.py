"""Tolls: numbers of victims, their bounds, parts and nobodies."""

import pytest

from extract.record import CasualtyStatus

K, W, M = CasualtyStatus.KILLED, CasualtyStatus.WOUNDED, CasualtyStatus.MISSING


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The strike killed four people.", [(K, 4, 4)]),
        ("Four soldiers were killed and nine wounded in the ambush.", [(K, 4, 4), (W, 9, 9)]),
        ("At least 20 civilians died in the shelling.", [(K, 20, None)]),
        ("No fewer than thirteen people were killed by the bomb.", [(K, 13, None)]),
        ("Up to 30 fighters were killed in the raid on the camp.", [(K, None, 30)]),
        ("Between 10 and 15 soldiers were killed in the attack.", [(K, 10, 15)]),
        ("Dozens of people were injured by the bomb.", [(W, None, None)]),
        ("The bombing left six people dead and seven wounded.", [(K, 6, 6), (W, 7, 7)]),
        ("The ministry put the dead at 37 after the attack.", [(K, 37, 37)]),
        ("The attack left a toll of 17, the hospital said.", [(K, 17, 17)]),
        ("A soldier was killed in the ambush.", [(K, 1, 1)]),
        ("Twenty-three policemen were killed in the attack.", [(K, 23, 23)]),
        ("There were no casualties in the shelling.", [(K, 0, 0), (W, 0, 0)]),
        ("The rocket landed in a field and nobody was hurt.", [(K, 0, 0), (W, 0, 0)]),
        ("The bomb killed four people and wounded eight late on Friday.", [(K, 4, 4), (W, 8, 8)]),
        ("A bomb left two guards with injuries.", [(W, 2, 2)]),
        ("Three sailors are missing after the attack on the ship.", [(M, 3, 3)]),
    ],
)
def test_numbers(read, text, expected):
    found = [(t.status, t.low, t.high) for t in read(text).tolls]
    assert sorted(found, key=str) == sorted(expected, key=str)


@pytest.mark.parametrize(
    "text",
    [
        "There was no immediate word of casualties in the shelling.",
        "The attack took place 300 km east of the capital.",
        "The base was hit by 122 mm rockets on 12 March.",
        "The strike could kill hundreds of people if it comes.",
    ],
)
def test_what_is_no_toll(read, text):
    assert read(text).tolls == []


def test_a_part_is_not_whole(read):
    tolls = read("The strike killed 12 people, including three children.").tolls
    assert [(t.low, t.whole) for t in tolls] == [(12, True), (3, False)]


def test_the_attackers_own_dead_are_no_toll_of_the_attack(read):
    tolls = read("Four soldiers were killed in the attack. Three of the attackers also died.").tolls
    assert [(t.low, t.whole) for t in tolls] == [(4, True), (3, False)]


def test_a_toll_is_tied_to_its_event(read):
    analysis = read("Jets bombed a village. A drone strike on a market in Idlib killed six people.")
    (toll,) = analysis.tolls
    assert "drone strike" in analysis.predications[toll.event].anchor.text


def test_the_dead_of_a_whole_war_are_no_toll(read):
    analysis = read(
        "A bomb exploded in Hakkari. The conflict has left 40,000 dead in thirty years."
    )
    assert analysis.tolls == []
