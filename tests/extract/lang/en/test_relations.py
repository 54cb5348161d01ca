"""Standing relations."""

import pytest

from extract.record import RelationKind

CASES = [
    (
        "The Iran-backed Houthis fired missiles at a ship.",
        RelationKind.BACKED_BY,
        "Houthis",
        "Iran",
    ),
    (
        "The militia, which is backed by Iran, attacked the base.",
        RelationKind.BACKED_BY,
        "militia",
        "Iran",
    ),
    (
        "Al-Shabaab, a branch of al-Qaeda, attacked the camp.",
        RelationKind.PART_OF,
        "Shabaab",
        "al-Qaeda",
    ),
    (
        "Army spokesman Nabil Abdallah said a drone had hit the port.",
        RelationKind.SPOKESPERSON_OF,
        "Abdallah",
        "Army",
    ),
    (
        "A bomb went off in Nuseirat, central Gaza.",
        RelationKind.LOCATED_IN,
        "Nuseirat",
        "Gaza",
    ),
    (
        "A bomb went off in Nadigam village of Shopian district.",
        RelationKind.LOCATED_IN,
        "Nadigam",
        "Shopian",
    ),
    (
        "El Obeid, capital of North Kordofan, was shelled by the militia.",
        RelationKind.LOCATED_IN,
        "El Obeid",
        "Kordofan",
    ),
    (
        "Drones struck rebels in Ethiopia's Oromia region.",
        RelationKind.LOCATED_IN,
        "Oromia",
        "Ethiopia",
    ),
    (
        "A drone struck a hotel close to the residence of army chief Abdel Fattah al-Burhan.",
        RelationKind.MEMBER_OF,
        "Burhan",
        "army",
    ),
    (
        "Troops attacked the Houthis, allies of Iran, near Marib.",
        RelationKind.BACKED_BY,
        "Houthis",
        "Iran",
    ),
]


@pytest.mark.parametrize(("text", "kind", "subject", "obj"), CASES)
def test_relation(read, text, kind, subject, obj):
    found = read(text).relations
    assert any(
        r.kind is kind and subject in r.subject.words.text and obj in r.object.words.text
        for r in found
    ), [(r.kind, r.subject.words.text, r.object.words.text) for r in found]


def test_no_relation_where_none_is_stated(read):
    assert read("Israel bombed a depot after Iran had attacked a ship.").relations == []


NONE = [
    "Rebels attacked al-Jabal, north of Cairo.",
    "The army retook Aden in July.",
    "Secretary of State Mike Pompeo condemned the attack on the camp.",
    "Shells fell on Homs, Hama and Idlib.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_relation(read, text):
    found = read(text).relations
    assert not found, [(r.kind, r.subject.words.text, r.object.words.text) for r in found]
