"""The data files that come with the package: complete, consistent, and compiled."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from extract.actors import Actor, ActorBase, ActorKind, Role
from extract.actors.compiled import FILE, digest, encoded, load
from extract.actors.source import HERE, Sources, sources

BASE = ActorBase.load()
ARAB = ("SY", "IQ", "YE", "LB", "PS", "JO", "SA", "AE", "QA", "KW", "BH", "OM", "EG", "LY", "SD")
AFRICA = ("SS", "SO", "TN", "DZ", "MA", "MR", "ML", "NE", "BF", "TD", "NG", "ET", "KE")
OTHERS = ("IL", "IR", "TR", "AF", "PK", "IN", "US", "GB", "FR", "DE", "RU", "UA")
COUNTRIES = (*ARAB, *AFRICA, *OTHERS)


@pytest.fixture(scope="module")
def fresh() -> Sources:
    return sources()


def test_the_base_is_large_enough() -> None:
    kinds = Counter(actor.kind for actor in BASE.actors)
    assert len(BASE.actors) >= 2500
    assert kinds[ActorKind.ARMED_GROUP] >= 300
    assert kinds[ActorKind.PERSON] >= 400
    assert kinds[ActorKind.MEDIA] >= 200
    assert kinds[ActorKind.MONITOR] >= 60
    assert set(kinds) == set(ActorKind)


def test_the_compiled_file_is_up_to_date_and_equal(fresh: Sources) -> None:
    text = (HERE / FILE).read_text(encoding="utf-8")
    assert text == encoded(fresh, digest()), "run: python -m extract.actors"
    assert load() == fresh


def test_ids_are_unique() -> None:
    assert [i for i, n in Counter(a.id for a in BASE.actors).items() if n > 1] == []


def test_names_are_unique_or_ambiguous() -> None:
    bearers: dict[str, set[str]] = {}
    plain: set[str] = set()
    for name in (*BASE.names("ar"), *BASE.names("en")):
        bearers.setdefault(name.key, set()).add(name.actor)
        if not name.ambiguous:
            plain.add(name.key)
    assert [k for k, actors in bearers.items() if len(actors) > 1 and k in plain] == []


def test_references_exist_and_parents_make_no_circle() -> None:
    for actor in BASE.actors:
        for other in (*actor.backed_by, actor.spokesperson_of, actor.parent):
            assert other is None or BASE.get(other) is not None, actor.id
        assert actor not in BASE.ancestors(actor)


def test_names_are_in_their_script() -> None:
    arabic = re.compile("[\u0621-\u064a]")
    for name in BASE.names("ar"):
        assert arabic.search(name.text), name
        assert not re.search("[A-Za-z]", name.text), name
    for name in BASE.names("en"):
        assert not arabic.search(name.text), name


def test_labels_are_names_of_their_actor() -> None:
    for actor in BASE.actors:
        texts = {name.text for name in actor.names}
        assert {actor.label_ar, actor.label_en} <= texts


def test_only_persons_speak_for_others_or_hold_office() -> None:
    for actor in BASE.actors:
        if actor.kind is not ActorKind.PERSON:
            assert actor.spokesperson_of is None, actor.id
            assert actor.office is None, actor.id
        else:
            assert actor.office, actor.id


def test_wikidata_items_are_not_shared() -> None:
    items = Counter(actor.wikidata for actor in BASE.actors if actor.wikidata)
    assert [item for item, count in items.items() if count > 1] == []


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_country_has_forces_and_a_demonym(country: str) -> None:
    forces = BASE.forces_of(country)
    assert forces is not None
    assert forces.country == country
    assert BASE.institution(country, Role.STATE)
    demonyms = [d for d in BASE.demonyms if d.country == country and d.kind == "nation"]
    assert demonyms
    for demonym in demonyms:
        assert demonym.forces
        assert BASE.get(demonym.forces)


def test_the_list_of_countries_is_whole() -> None:
    assert len(set(COUNTRIES)) == 40


def test_every_nation_with_an_air_force_names_it() -> None:
    named = [d for d in BASE.demonyms if d.air_force]
    assert len(named) >= 100
    for demonym in named:
        air_force = BASE.get(demonym.air_force or "")
        assert air_force is not None
        assert air_force.parent == f"{demonym.state}-armed-forces"


def test_hezbollah_and_kataib_hezbollah_are_apart() -> None:
    lebanese, iraqi = BASE.get("hezbollah"), BASE.get("kataib-hezbollah")
    assert isinstance(lebanese, Actor)
    assert isinstance(iraqi, Actor)
    assert {n.key for n in lebanese.names}.isdisjoint(n.key for n in iraqi.names)
    assert (lebanese.country, iraqi.country) == ("LB", "IQ")
