"""The choice of spellings, and that the shipped table is what the sources give."""

from __future__ import annotations

from pathlib import Path

import pytest

import extract.gazetteer
from extract.gazetteer.compile import ADDITIONS, NAMES, compiled, slug
from extract.gazetteer.spelling import arabic_names, bgn_to_arabic, consonants, press_name
from extract.gazetteer.table import COLUMNS


@pytest.mark.parametrize(
    ("name", "alternates", "best"),
    [
        ("Ţarţūs", ["ترطوس", "طرطوس", "Ţarţūs"], "طرطوس"),
        ("Damascus", ["د مشق", "دمشق", "دیمەشق", "Dimashq"], "دمشق"),
        ("Latakia", ["لاذقية", "اللاذقية", "لاذقیه", "Al Lādhiqīyah"], "اللاذقية"),
        ("Ar Raqqah", ["رقه", "الرقة", "ڕەققە"], "الرقة"),
        ("‘Aqrah", ["ئاكرێ", "عقرة"], "عقرة"),
    ],
)
def test_the_arabic_spelling_is_chosen(name: str, alternates: list[str], best: str) -> None:
    assert arabic_names(name, alternates)[0] == best


def test_a_name_of_other_consonants_is_no_spelling() -> None:
    assert arabic_names("Tripoli", ["بنغازي"]) == []


def test_consonants_agree_across_scripts() -> None:
    assert consonants("خان شيخون") == consonants("Khān Shaykhūn")
    assert consonants("الرستن") == consonants("Ar Rastan")


def test_careful_romanisation_is_read_back() -> None:
    assert bgn_to_arabic("Ţarţūs") == "طرطوس"
    assert bgn_to_arabic("Al Qunayţirah") == "القنيطرة"


def test_press_names_are_nearer_to_the_news() -> None:
    assert press_name("Ar Rastan") == "Al-Rastan"
    assert press_name("Dayr al Balaḩ") == "Deir al-Balah"


def test_slugs_are_plain() -> None:
    assert slug("SY", "Deir ez-Zor Governorate") == "sy-deir-ez-zor-governorate"
    assert slug("", "Red Sea") == "red-sea"


def test_the_shipped_table_is_compiled_from_the_sources() -> None:
    rows = compiled()
    text = "".join("\t".join(row.get(column, "") for column in COLUMNS) + "\n" for row in rows)
    shipped = (Path(extract.gazetteer.__file__).parent / "places.tsv").read_text(encoding="utf-8")
    assert shipped == "\t".join(COLUMNS) + "\n" + text


def test_the_hand_written_sources_are_large() -> None:
    assert len(ADDITIONS.rows()) > 1_100
    assert len(NAMES.rows()) > 500
