"""Standing relations: units and owners, sites and forces, backers."""

import pytest

from extract.record import RelationKind

CASES = [
    ("Rockets hit the army's 4th Division.", RelationKind.PART_OF, "4th Division", "army"),
    (
        "Hamas fired rockets, its Qassam Brigades wing said.",
        RelationKind.PART_OF,
        "Qassam",
        "Hamas",
    ),
    (
        "A bomb hit the camp, the headquarters of the African Union peacekeepers.",
        RelationKind.HOSTS_FORCES_OF,
        "the camp",
        "peacekeepers",
    ),
    (
        "Rockets hit Camp Simba, the base that Kenyan soldiers share with US troops.",
        RelationKind.HOSTS_FORCES_OF,
        "Camp Simba",
        "US troops",
    ),
    ("Iran sponsors the Houthis, who attacked a ship.", RelationKind.BACKED_BY, "Houthis", "Iran"),
    (
        "Troops attacked the pro-Iran Kataib Hezbollah militia.",
        RelationKind.BACKED_BY,
        "Kataib Hezbollah",
        "Iran",
    ),
    (
        "Jets bombed sites in Houthi-held western Yemen.",
        RelationKind.CONTROLS,
        "Houthi",
        "western Yemen",
    ),
    ("Jets bombed rebel-held Idlib.", RelationKind.CONTROLS, "rebel", "Idlib"),
    (
        "Anwar Gargash, a minister of state in the United Arab Emirates, denounced the bombing.",
        RelationKind.MEMBER_OF,
        "Gargash",
        "United Arab Emirates",
    ),
]


@pytest.mark.parametrize(("text", "kind", "subject", "obj"), CASES)
def test_tie(read, text, kind, subject, obj):
    found = [
        r
        for r in read(text).relations
        if r.kind is kind and subject in r.subject.words.text and obj in r.object.words.text
    ]
    assert found


NONE = [
    "Rockets hit the army's headquarters near Gao.",
    "The soldiers were part of the troops that the bomb hit.",
    "A bomb hit the home of the governor.",
    "Kunar's governor, Wahid Kalemzai, said a bomb had hit a bus.",
    "Two guards share a room near the gate that the bomb hit.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_tie(read, text):
    kinds = {r.kind for r in read(text).relations}
    assert not kinds & {RelationKind.PART_OF, RelationKind.HOSTS_FORCES_OF, RelationKind.MEMBER_OF}
