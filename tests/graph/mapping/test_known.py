from __future__ import annotations

import pytest
from pydantic import ValidationError

from extract.actors import ActorBase
from extract.gazetteer import Gazetteer
from graph.mapping.known import Kinds, KnownEntities, kinds
from ontology.code import code
from ontology.error import UnknownCodeError
from ontology.namespace import Scheme


def test_every_kind_of_the_reference_data_has_a_code() -> None:
    assert len(kinds().actor) >= 10
    assert len(kinds().precision) >= 10


@pytest.mark.parametrize("table", ["actor", "precision"])
def test_a_kind_that_is_missing_or_made_up_is_refused(table: str) -> None:
    data = kinds().model_dump()
    for spoilt in (
        {**data[table], "made_up": "other"},
        dict(list(data[table].items())[1:]),
    ):
        with pytest.raises(ValidationError, match=table):
            Kinds.model_validate({**data, table: spoilt})


def test_a_value_that_is_no_code_is_refused() -> None:
    data = kinds().model_dump()
    data["actor"]["state"] = "made_up"
    with pytest.raises(UnknownCodeError):
        Kinds.model_validate(data)


def test_all_known_actors_and_places_can_be_described() -> None:
    known = KnownEntities()
    actors = [known.actor(name.actor) for name in ActorBase.load().names("en")]
    places = [known.place(entry.id) for entry in Gazetteer.load()]
    assert len(actors) > 50
    assert len(places) > 1000
    for actor in actors:
        assert actor is not None
        assert code(Scheme.ACTOR_TYPE, actor.kind)
    for place in places:
        assert place is not None
        assert code(Scheme.SPATIAL_PRECISION, place.precision)
        assert place.facility is None or code(Scheme.FACILITY_TYPE, place.facility)


def test_a_place_lies_in_its_country_at_last() -> None:
    known = KnownEntities()
    place = known.place("iq")
    assert place is not None
    assert place.precision == "country"
    assert place.within is None


@pytest.mark.parametrize(
    ("place", "state"),
    [
        ("iq", "iraq"),
        ("gn-112931", "iran"),  # Tehran
        ("gn-170654", "syria"),  # Damascus
        ("gn-71137", None),  # Sanaa: its rulers are not the recognised state
        ("gn-168325", None),  # Khan Sheikhoun is no capital
        ("nowhere", None),
    ],
)
def test_a_country_or_a_capital_acts_for_its_state(place: str, state: str | None) -> None:
    assert KnownEntities().acting(place) == state


def test_what_is_not_known_is_none() -> None:
    known = KnownEntities()
    assert known.actor("nobody") is None
    assert known.place("nowhere") is None
    assert known.outlet("صحيفة لا وجود لها") is None
