from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError

from graph.incident import Incident
from graph.kinship import Kinship, kinship
from graph.link import is_compatible
from ontology.error import UnknownCodeError
from ontology.namespace import CODE

ROCKETS, SHELLS = str(CODE.missile_rocket_attack), str(CODE.artillery_shelling)
BOMB, RAID, ATTACK = str(CODE.ied_or_mine), str(CODE.raid_or_arrest), str(CODE.other_violence)
PLACE = "https://w3id.org/conflict-event/id/place/"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (RAID, RAID, True),
        (ROCKETS, SHELLS, True),
        (ATTACK, RAID, True),
        (ROCKETS, BOMB, False),
        (RAID, BOMB, False),
    ],
)
def test_types_that_may_be_one_act(one: str, other: str, expected: bool) -> None:
    assert kinship().are_kin(one, other) is expected
    assert kinship().are_kin(other, one) is expected


def test_rockets_here_and_shelling_there_may_be_one_attack() -> None:
    def incident(name: str, kind: str) -> Incident:
        return Incident(
            event=name,
            document=name,
            type=kind,
            status=str(CODE.status_happened),
            places={PLACE + "town"},
            targets={PLACE + "base"},
            perpetrators={"https://w3id.org/conflict-event/id/actor/group"},
            spans=[(date(2031, 5, 5), date(2031, 5, 5))],
        )

    assert is_compatible(incident("a", ROCKETS), incident("b", SHELLS))
    assert not is_compatible(incident("a", ROCKETS), incident("b", BOMB))


def test_a_type_in_two_places_is_refused() -> None:
    with pytest.raises(ValidationError, match="air_strike stands in two places"):
        Kinship(families={"one": ("air_strike",)}, unspecific=("air_strike",))


def test_a_type_that_is_none_is_refused() -> None:
    with pytest.raises(UnknownCodeError):
        Kinship(families={"one": ("shouting",)}, unspecific=())
