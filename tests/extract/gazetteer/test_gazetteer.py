from __future__ import annotations

from pathlib import Path

import pytest

from extract.fold import fold
from extract.gazetteer import Entry, Gazetteer
from extract.gazetteer.table import COLUMNS, GazetteerError, read_entries

GAZETTEER = Gazetteer.load()


def town(id_: str, name: str, **facts: object) -> Entry:
    return Entry(**{"id": id_, "kind": "town", "label_ar": name, "label_en": id_, **facts})  # type: ignore[arg-type]


def test_loading_is_cached() -> None:
    assert Gazetteer.load() is GAZETTEER


@pytest.mark.parametrize(
    ("name", "country", "label_en", "iso"),
    [
        ("طرابلس", None, "Tripoli", "LY"),
        ("طرابلس", "LB", "Tripoli (Lebanon)", "LB"),
        ("سورية", None, "Syria", "SY"),
        ("أميركا", None, "United States", "US"),
        ("الولايات المتحدة", None, "United States", "US"),
        ("ديرالزور", None, "Deir ez-Zor", "SY"),
        ("القوريه", None, "Al-Quriyah", "SY"),
        ("حميميم", None, "Hmeimim air base", "SY"),
        ("قاعدة تي فور", None, "T4 air base", "SY"),
        ("عين الاسد", None, "Ain al-Asad air base", "IQ"),
        ("ضاحية بيروت الجنوبية", None, "Dahiyeh (Beirut southern suburbs)", "LB"),
        ("الأنبار", "IQ", "Anbar Governorate", "IQ"),
        ("باب المندب", None, "Bab el-Mandeb", None),
        ("معبر كيرم شالوم", None, "Kerem Shalom crossing", "PS"),
        ("Hmeimim", None, "Hmeimim air base", "SY"),
        ("el-fasher", None, "El Fasher", "SD"),
        ("مخيم زمزم", None, "Zamzam camp", "SD"),
        ("كوباني", None, "Kobani", "SY"),
    ],
)
def test_resolves_what_news_says(
    name: str, country: str | None, label_en: str, iso: str | None
) -> None:
    entry = GAZETTEER.resolve(name, country=country)
    assert entry is not None
    assert (entry.label_en, entry.country) == (label_en, iso)


def test_every_name_finds_its_entry() -> None:
    names = [*GAZETTEER.names("ar"), *GAZETTEER.names("en")]
    assert len(names) > 20_000
    assert all(entry in GAZETTEER.lookup(fold(name)) for name, entry in names)


def test_an_unknown_name_is_not_guessed() -> None:
    assert GAZETTEER.resolve("بلدة لا وجود لها") is None
    assert GAZETTEER.lookup("") == ()


def test_the_larger_homonym_comes_first_whatever_the_order() -> None:
    small, large = town("b", "الرقة", population=10), town("a", "الرقة", population=90_000)
    for order in ((small, large), (large, small)):
        assert Gazetteer(order).lookup("الرقه") == (large, small)


def test_a_hint_that_no_candidate_meets_is_ignored() -> None:
    only = town("a", "الرقة", country="AE")
    assert Gazetteer([only]).resolve("الرقة", country="SY") is only


def test_near_prefers_what_lies_around() -> None:
    here = town("here", "صور", lat=33.3, lon=35.4, country="LB")
    near = town("near", "الطيبة", lat=33.4, lon=35.5, country="LB")
    far = town("far", "الطيبة", lat=20.0, lon=40.0, country="SA", population=900_000)
    gazetteer = Gazetteer([here, near, far])
    assert gazetteer.resolve("الطيبة") is far
    assert gazetteer.resolve("الطيبة", near=here) is near


def test_near_prefers_what_holds_the_place() -> None:
    region = Entry("r", "region", "حلب", "Aleppo Governorate", country="SY")
    city = town("c", "حلب", country="SY", parent="r", population=2_000_000)
    other = Entry("o", "neighbourhood", "الزهراء", "Zahra (Homs)", country="SY")
    quarter = Entry("q", "neighbourhood", "الزهراء", "Zahra (Aleppo)", country="SY", parent="c")
    gazetteer = Gazetteer([region, city, other, quarter])
    assert gazetteer.resolve("الزهراء", near=city) is quarter
    assert [entry.id for entry in gazetteer.within(quarter)] == ["c", "r"]


def test_a_head_word_chooses_the_kind() -> None:
    city = GAZETTEER.resolve("دير الزور", country="SY")
    region = GAZETTEER.resolve("دير الزور", country="SY", kinds={"region"})
    assert city is not None and city.kind == "city"
    assert region is not None and region.label_en == "Deir ez-Zor Governorate"


def test_within_ends_with_the_country() -> None:
    quarter = GAZETTEER.resolve("حارة حريك")
    assert quarter is not None
    assert [entry.label_en for entry in GAZETTEER.within(quarter)] == [
        "Dahiyeh (Beirut southern suburbs)",
        "Mount Lebanon Governorate",
        "Lebanon",
    ]


def test_distance_is_of_the_great_circle() -> None:
    damascus, beirut = GAZETTEER.resolve("دمشق"), GAZETTEER.resolve("بيروت")
    assert damascus is not None and beirut is not None
    distance = damascus.distance_km(beirut)
    assert distance is not None and 80 < distance < 90
    assert damascus.distance_km(town("x", "بلا موضع")) is None


def test_two_rows_of_one_id_are_refused() -> None:
    with pytest.raises(GazetteerError, match="twice"):
        Gazetteer([town("a", "واحد"), town("a", "اثنان")])


def test_an_unknown_parent_is_refused() -> None:
    with pytest.raises(GazetteerError, match="parent «nowhere»"):
        Gazetteer([town("a", "واحد", parent="nowhere")])


GOOD = ["a", "town", "واحد", "One", "", "", "SY", "", "35.1", "36.2", "", "", "", "", ""]


@pytest.mark.parametrize(
    ("column", "value", "message"),
    [
        ("kind", "castle", "unknown kind"),
        ("lat", "", "both lat and lon"),
        ("lat", "95", "outside"),
        ("lat", "north", "could not convert"),
        ("label_ar", "", "must not be empty"),
        ("needs_context", "yes", "needs_context"),
        ("population", "many", "invalid literal"),
    ],
)
def test_a_bad_cell_is_named_with_its_line(
    tmp_path: Path, column: str, value: str, message: str
) -> None:
    cells = [value if name == column else cell for name, cell in zip(COLUMNS, GOOD, strict=True)]
    table = tmp_path / "t.tsv"
    table.write_text("\t".join(COLUMNS) + "\n" + "\t".join(cells) + "\n", encoding="utf-8")
    with pytest.raises(GazetteerError, match=rf"t\.tsv:2: .*{message}"):
        list(read_entries(table))


def test_a_wrong_header_or_row_length_is_refused(tmp_path: Path) -> None:
    table = tmp_path / "t.tsv"
    table.write_text("id\tname\n", encoding="utf-8")
    with pytest.raises(GazetteerError, match=r"t\.tsv:1: the columns"):
        list(read_entries(table))
    table.write_text("\t".join(COLUMNS) + "\na\tb\n", encoding="utf-8")
    with pytest.raises(GazetteerError, match=r"t\.tsv:2: 2 cells"):
        list(read_entries(table))
