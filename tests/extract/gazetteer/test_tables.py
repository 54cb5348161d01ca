"""Every row of the shipped tables."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

import extract.gazetteer
from extract.actors import ActorBase
from extract.fold import fold
from extract.gazetteer import FACILITY_KINDS, PLACE_KINDS, Entry, Gazetteer
from extract.gazetteer.table import read_entries

FOLDER = Path(extract.gazetteer.__file__).parent
PLACES = tuple(read_entries(FOLDER / "places.tsv"))
FACILITIES = tuple(read_entries(FOLDER / "facilities.tsv"))
EVERY = (*PLACES, *FACILITIES)

# South, north, west and east ends of the countries with their seas, in degrees, rounded outwards.
BOXES = {
    "SY": (32.2, 37.4, 35.5, 42.5),
    "IQ": (29.0, 37.5, 38.7, 49.0),
    "YE": (12.0, 19.1, 41.8, 54.6),
    "LB": (33.0, 34.8, 35.0, 36.7),
    "PS": (31.2, 32.6, 34.1, 35.7),
    "IL": (29.4, 33.4, 33.8, 35.95),
    "JO": (29.1, 33.5, 34.9, 39.4),
    "SD": (8.6, 22.3, 21.7, 38.7),
    "LY": (19.4, 33.4, 9.2, 25.3),
    "SO": (-1.8, 12.1, 40.9, 51.5),
    "EG": (21.9, 31.8, 24.6, 37.0),
    "SA": (16.2, 32.3, 34.4, 55.8),
    "IR": (24.9, 39.9, 43.9, 63.5),
    "TR": (35.7, 42.2, 25.6, 44.9),
    "AE": (22.5, 26.4, 51.4, 56.6),
    "KW": (28.4, 30.2, 46.4, 48.6),
    "QA": (24.4, 26.3, 50.6, 51.8),
    "BH": (25.5, 26.4, 50.3, 50.9),
    "OM": (16.5, 26.6, 51.9, 60.0),
    "AF": (29.3, 38.6, 60.4, 75.0),
    "PK": (23.5, 37.2, 60.8, 77.9),
    "UA": (44.3, 52.5, 22.1, 40.3),
    "TN": (30.1, 37.6, 7.5, 11.7),
    "SS": (3.4, 12.4, 23.4, 36.0),
}


def test_the_tables_have_what_they_promise() -> None:
    kinds = Counter(entry.kind for entry in PLACES)
    countries = Counter(entry.country for entry in PLACES)
    assert len(PLACES) > 5_500
    assert len(FACILITIES) > 650
    assert kinds["country"] > 240
    assert kinds["region"] > 300
    assert kinds["neighbourhood"] > 170
    assert kinds["camp"] > 50
    assert set(kinds) <= set(PLACE_KINDS)
    assert min(countries[code] for code in ("SY", "YE", "PS", "IQ", "LB", "IL")) > 190
    assert min(countries[code] for code in ("SD", "LY", "SO")) > 100
    assert len({entry.kind for entry in FACILITIES}) > 18


@pytest.mark.parametrize("name", ["places.tsv", "facilities.tsv"])
def test_rows_are_sorted_and_clean(name: str) -> None:
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    ids = [line.split("\t")[0] for line in lines[1:]]
    assert ids == sorted(ids)
    assert len(set(ids)) == len(ids)
    assert not [line for line in lines if re.search(r" \t|\t |  |\|\||\t\||\|\t| \||\| ", line)]


def test_ids_are_unique_over_both_tables_and_readable() -> None:
    ids = [entry.id for entry in EVERY]
    assert len(set(ids)) == len(ids)
    assert not [id_ for id_ in ids if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", id_)]


def test_facilities_and_places_keep_apart() -> None:
    assert all(entry.is_facility for entry in FACILITIES)
    assert not any(entry.is_facility for entry in PLACES)
    assert not FACILITY_KINDS & set(PLACE_KINDS)


def test_names_are_in_their_script() -> None:
    arabic = re.compile(r"[ء-غـ-ْٰ0-9٠-٩A-Z \-()./]+")
    latin = re.compile(r"[^\u0600-\u06ff]+")
    for entry in EVERY:
        for name in entry.names("ar"):
            assert arabic.fullmatch(name), (entry.id, name)
            assert re.search("[ء-ي]", name) or entry.label_ar != name, (entry.id, name)
        for name in entry.names("en"):
            assert latin.fullmatch(name), (entry.id, name)


def test_no_entry_lists_a_name_twice() -> None:
    for entry in EVERY:
        for lang in ("ar", "en"):
            folded = [fold(name) for name in entry.names(lang)]
            assert len(set(folded)) == len(folded), (entry.id, folded)


def test_countries_are_iso_codes_that_are_entries_themselves() -> None:
    codes = {entry.country for entry in PLACES if entry.kind == "country"}
    assert {entry.country for entry in EVERY} - codes <= {None}


def test_points_lie_in_their_country() -> None:
    checked = 0
    for entry in EVERY:
        if entry.country in BOXES and entry.lat is not None and entry.lon is not None:
            south, north, west, east = BOXES[entry.country]
            assert south <= entry.lat <= north and west <= entry.lon <= east, entry
            checked += 1
    assert checked > 4_000


def test_a_country_or_region_is_no_point() -> None:
    assert not [entry.id for entry in EVERY if entry.kind in ("country", "region") and entry.lat]


def test_a_quarter_lies_near_its_city() -> None:
    gazetteer = Gazetteer.load()
    checked = 0
    for entry in EVERY:
        parent = gazetteer.get(entry.parent or "")
        distance = entry.distance_km(parent) if parent and parent.kind != "region" else None
        if distance is not None:
            assert distance < 80, (entry.id, distance)
            checked += 1
    assert checked > 200


def test_parents_are_of_the_same_country_and_never_go_in_circles() -> None:
    gazetteer = Gazetteer.load()
    for entry in EVERY:
        chain: list[Entry] = [entry]
        while chain[-1].parent:
            parent = gazetteer.get(chain[-1].parent)
            assert parent is not None and parent not in chain, entry.id
            assert parent.country == entry.country, entry.id
            chain.append(parent)


def test_common_words_ask_for_context() -> None:
    gazetteer = Gazetteer.load()
    for word in (
        "الباب",
        "الثورة",
        "صور",
        "الأبيض",
        "النصر",
        "الزهراء",
        "الحرية",
        "مالي",
        "القائم",
    ):
        entries = [e for e in gazetteer.lookup(fold(word)) if e.kind != "country"]
        assert all(entry.needs_context for entry in entries), word
        assert gazetteer.lookup(fold(word)), word
    for word in ("المصدر", "الاتحاد", "الأحد", "المدينة", "كان", "السوق"):
        assert not gazetteer.lookup(fold(word)), word


def test_facility_types_are_those_of_the_ontology() -> None:
    ontology = (
        Path(extract.gazetteer.__file__).parents[2] / "ontology" / "codes" / "facility-type.ttl"
    )
    codes = set(
        re.findall(r"^code:facility-([a-z-]+) a skos:Concept ;", ontology.read_text(), re.M)
    )
    assert codes - {"camp"} == FACILITY_KINDS


def test_operators_are_known_actors() -> None:
    operators = {entry.operator for entry in EVERY if entry.operator}
    actors = ActorBase.load()
    assert len(operators) > 10
    assert not [id_ for id_ in operators if actors.get(id_) is None]
