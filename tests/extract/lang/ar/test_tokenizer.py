"""The tokenizer: every character kept, proclitics cut off, forms folded."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from tests.extract.lang.ar.reading import gap, reader

PIECES = st.sampled_from(
    (
        "والجيش",
        "بالصواريخ",
        "للقوات",
        "وَقُتِلَ",
        "غـــارة",
        "ﻻجئ",
        "لم",
        "«",
        "»",
        "F-16",
        "١٢٣",
        "1,200",
        " ",
        "  ",
        "\n",
        "\r\n",
        "\t",
        "\u00a0",
        "\u200f",
        "\u200b",
        "\ufeff",
        "😀",
        "👨‍👩‍👧",
        ".",
        "…",
        "؟",
        "،",
    )
)
TEXTS = st.one_of(
    st.text(max_size=120),
    st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهويىءأإآؤئةًٌٍَُِّْـ 0123٤٥ .,،؛«»()a😀\u200f\n", max_size=120),
    st.lists(PIECES, max_size=30).map("".join),
)


@given(TEXTS)
@example("وبالصواريخ\n\n  والقوات")
@example(" يبدأ بفراغ")
@example("")
@settings(max_examples=300, deadline=None)
def test_text_is_kept_to_the_letter(nlp: Language, text: str) -> None:
    doc = nlp.tokenizer(text)
    assert doc.text == text
    for token in doc:
        assert text[token.idx : token.idx + len(token.text)] == token.text


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_sentences_cover_the_text(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert "".join(sentence.text_with_ws for sentence in doc.sents) == text


PARTS = [
    ("والجيش", ["و", "الجيش"]),
    ("بالصواريخ", ["ب", "الصواريخ"]),
    ("وبالصواريخ", ["و", "ب", "الصواريخ"]),
    ("فقتل", ["ف", "قتل"]),
    ("كالجيش", ["ك", "الجيش"]),
    ("بقذيفة", ["ب", "قذيفة"]),
    ("لداعش", ["ل", "داعش"]),
    ("وأصيب", ["و", "أصيب"]),
    ("بيروت", ["بيروت"]),
    ("لبنان", ["لبنان"]),
    ("كتائب", ["كتائب"]),
    ("فصائل", ["فصائل"]),
    ("وزارة", ["وزارة"]),
    ("وكالة", ["وكالة"]),
    ("بغداد", ["بغداد"]),
    ("بباريس", ["ب", "باريس"]),
    ("ووزارة", ["و", "وزارة"]),
    ("كمين", ["كمين"]),
    ("وكمين", ["و", "كمين"]),
    ("1,200", ["1,200"]),
    ("١٫٥", ["١٫٥"]),
    ("12قتيلا", ["12", "قتيلا"]),
]


UNCUT = [
    ("ببغداد", ["ب", "بغداد"]),
    ("بدمشق", ["ب", "دمشق"]),
    ("بغزة", ["ب", "غزة"]),
    ("بحلب", ["ب", "حلب"]),
    ("لبيروت", ["ل", "بيروت"]),
    gap("a name of letters and digits falls apart", "F-16", ["F-16"]),
]


@pytest.mark.parametrize(("word", "parts"), [*PARTS, *UNCUT])
def test_proclitics_are_cut_only_where_they_are(nlp: Language, word: str, parts: list[str]) -> None:
    assert [token.text for token in nlp.tokenizer(word)] == parts


def test_elided_article_is_restored_in_the_norm(nlp: Language) -> None:
    doc = nlp.tokenizer("هجوم للجيش")
    assert [token.text for token in doc] == ["هجوم", "ل", "لجيش"]
    assert doc[2].norm_ == "الجيش"
    assert doc[2]._.elided
    assert doc[1]._.proclitic


@pytest.mark.parametrize(
    ("written", "norm"),
    [
        ("قَتَلَ", "قتل"),
        ("غـــارة", "غاره"),
        ("إطلاق", "اطلاق"),
        ("آلية", "اليه"),
        ("مبنى", "مبني"),
        ("ﻗﺘﻞ", "قتل"),
        ("ﻻجئ", "لاجي"),
        ("قتل\u200f", "قتل"),
        ("١٢٣", "123"),
        ("۱۲۳", "123"),
    ],
)
def test_spellings_meet_in_one_norm(nlp: Language, written: str, norm: str) -> None:
    doc = nlp.tokenizer(written)
    assert [token.norm_ for token in doc] == [norm]
    assert doc.text == written


def test_marks_between_proclitic_and_stem_stay_with_the_text(nlp: Language) -> None:
    doc = nlp.tokenizer("وَالجَيْشُ")
    assert [token.norm_ for token in doc] == ["و", "الجيش"]
    assert doc.text == "وَالجَيْشُ"


def test_norms_agree_with_the_tokens(nlp: Language) -> None:
    text = "وقصفت المدفعية بالصواريخ مواقع للجيش."
    assert nlp.tokenizer.norms(text) == [t.norm_ for t in nlp.tokenizer(text) if not t.is_space]


def test_reader_takes_an_empty_text() -> None:
    from tests.extract.lang.ar.reading import document

    analysis = reader()(document(""))
    assert analysis.sentences == []
    assert analysis.predications == []
