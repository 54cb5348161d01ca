"""Furniture of pages is not read, and no offset moves."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.document import Document
from extract.extractor import Extractor
from extract.furniture import legible

LABELLED = Path(__file__).parents[2] / "data" / "labelled"


def seen(text: str, lang: str = "ar") -> str:
    return legible(Document(id="x", text=text, lang=lang)).text


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        pytest.param(
            "قُتل جنديان.\nاقرأ أيضاً: انفجار في منبج يوقع 12 قتيلاً\nوقال الجيش إنه يحقق.",
            "اقرأ أيضاً: انفجار في منبج يوقع 12 قتيلاً",
            id="line",
        ),
        pytest.param(
            "Two soldiers died. Read also: Blast kills 12 in Manbij. The army is looking into it.",
            "Read also: Blast kills 12 in Manbij.",
            id="sentence",
        ),
        pytest.param(
            "Two died.\n(See also: Blast in Manbij)\nMore.", "See also: Blast", id="bracket"
        ),
        pytest.param("► اقرأ المزيد انفجار سيارة\nقُتل جنديان", "انفجار سيارة", id="sign-before"),
    ],
)
def test_offers_to_read_something_else_are_blank(text: str, gone: str) -> None:
    made = seen(text)
    assert len(made) == len(text)
    assert not any(word in made for word in gone.split() if len(word) > 3)
    start = text.find(gone)
    assert made[:start].split() + made[start + len(gone) :].split() == [
        word for word in (text[:start] + " " + text[start + len(gone) :]).split() if word in made
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("وطالب الوزير بأن اقرأ أيضاً ما كتب", id="not-at-the-start"),
        pytest.param("Read alsoran.", id="part-of-a-word"),
        pytest.param("قُتل جنديان. قُتل جنديان.", id="short-and-twice"),
        pytest.param("", id="empty"),
        pytest.param("...!!؟\n\n.", id="signs-only"),
    ],
)
def test_all_else_stays(text: str) -> None:
    assert seen(text) == text


def test_what_stands_twice_is_read_once() -> None:
    whole = "قُتل ثلاثة جنود وأصيب سبعة آخرون بجروح في قصف صاروخي استهدف محيط مدينة دمشق فجر اليوم."
    made = seen(f"{whole}\n{whole}")
    assert made.strip() == whole
    assert len(made) == 2 * len(whole) + 1


def test_no_fact_of_another_story_is_taken_in() -> None:
    text = (
        "هجوم على حاجز في ريف دير الزور\n\nقُتل أربعة عناصر في هجوم على حاجز قرب بلدة ذيبان.\n"
        "اقرأ أيضاً: انفجار سيارة مفخخة في منبج يوقع 12 قتيلاً"
    )
    record = Extractor()(Document(id="x", text=text, lang="ar"))
    assert record.text_length == len(text)
    assert [toll.low for event in record.events for toll in event.casualties] == [4]
    for event in record.events:
        assert text[event.start : event.end] == event.text
        assert event.place is None or "منبج" not in event.place.text


def test_the_labelled_articles_have_none() -> None:
    files = sorted(LABELLED.glob("*/*.txt"))
    assert len(files) > 1000
    changed = [f.name for f in files if seen(text := f.read_text(encoding="utf-8")) != text]
    assert len(changed) < len(files) / 100, changed
