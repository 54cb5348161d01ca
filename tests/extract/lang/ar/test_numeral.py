"""Numerals, read from the words of a sentence."""

from __future__ import annotations

import pytest
from spacy.language import Language

from extract.lang.ar.lexicon import Lexicon
from extract.lang.ar.numeral import numeral_at, range_at
from extract.lang.ar.word import words_of

COUNTS = [
    ("12 جنديا", 12, 12),
    ("١٧ جنديا", 17, 17),
    ("۱۷ جنديا", 17, 17),
    ("1,200 شخص", 1200, 1200),
    ("1.200 شخص", 1200, 1200),
    ("١٬٢٠٠ شخص", 1200, 1200),
    ("ثلاثة جنود", 3, 3),
    ("ثلاث نساء", 3, 3),
    ("ثماني غارات", 8, 8),
    ("أحد عشر جنديا", 11, 11),
    ("اثنا عشر جنديا", 12, 12),
    ("خمسة عشر جنديا", 15, 15),
    ("ثلاث عشرة امرأة", 13, 13),
    ("عشرون جنديا", 20, 20),
    ("ثلاثة وعشرون جنديا", 23, 23),
    ("سبع وأربعين غارة", 47, 47),
    ("مئة جندي", 100, 100),
    ("مائتي جندي", 200, 200),
    ("مئتا جندي", 200, 200),
    ("مئتين وخمسين شخصا", 250, 250),
    ("ثلاثمئة شخص", 300, 300),
    ("ثلاث مئة شخص", 300, 300),
    ("مئة وخمسة وعشرون شخصا", 125, 125),
    ("ألف شخص", 1000, 1000),
    ("ألفي شخص", 2000, 2000),
    ("ثلاثة آلاف شخص", 3000, 3000),
    ("ألف ومئتي شخص", 1200, 1200),
    ("3 آلاف شخص", 3000, 3000),
    ("نصف مليون شخص", 500_000, 500_000),
    ("مليون شخص", 1_000_000, 1_000_000),
    ("ما لا يقل عن 20 قتيلا", 20, None),
    ("أكثر من ثلاثين قتيلا", 30, None),
    ("20 على الأقل", 20, None),
    ("نحو 40 شخصا", 40, 40),
    ("حوالي خمسين شخصا", 50, 50),
    ("قرابة مئة شخص", 100, 100),
    ("أقل من 10 أشخاص", None, 10),
    ("10-15 شخصا", 10, 15),
    ("ربع مليون نازح", 250_000, 250_000),
    ("ألفين وثلاثمئة وأربعة وخمسين شخصا", 2354, 2354),
    ("بين 10 و15 مدنيا", 10, 15),
    ("ما بين عشرين وثلاثين مسلحا", 20, 30),
    ("ما يربو على أربعين مدنيا", 40, None),
    ("ما يناهز خمسين شخصا", 50, 50),
    ("عشرات القتلى", None, None),
    ("عدد من الجرحى", None, None),
    ("مئات الأشخاص", None, None),
    ("بضعة جنود", None, None),
]


@pytest.mark.parametrize(("text", "low", "high"), COUNTS)
def test_counts(nlp: Language, text: str, low: int | None, high: int | None) -> None:
    words = words_of(nlp(text), Lexicon.load())
    found = numeral_at(words, 0, len(words))
    assert found is not None
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize("text", ["جندي", "قصف الجيش", "، 12", "في 12", ""])
def test_no_count_stands_here(nlp: Language, text: str) -> None:
    words = words_of(nlp(text), Lexicon.load())
    assert numeral_at(words, 0, len(words)) is None


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("بين 10 و15 قتيلا", 10, 15),
        ("بين عشرين وثلاثين شخصا", 20, 30),
        ("بين 10 أشخاص و15 شخصا", 10, 15),
    ],
)
def test_ranges(nlp: Language, text: str, low: int, high: int) -> None:
    words = words_of(nlp(text), Lexicon.load())
    found = range_at(words, 0, len(words))
    assert found is not None
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize("text", ["بين الجيش والفصائل", "بين 15 و10 قتلى", "بين حماة، 15 كيلومترا"])
def test_between_without_a_range(nlp: Language, text: str) -> None:
    words = words_of(nlp(text), Lexicon.load())
    assert range_at(words, 0, len(words)) is None


def test_a_number_of_absurd_size_is_none(nlp: Language) -> None:
    words = words_of(nlp("9" * 60 + " شخصا"), Lexicon.load())
    assert numeral_at(words, 0, len(words)) is None
