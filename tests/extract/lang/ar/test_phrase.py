"""Phrases: where a name or noun phrase begins and ends, seen in the mentions of a text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extract.analysis import Analysis
from tests.extract.lang.ar.reading import gap

Analyse = Callable[..., Analysis]

PHRASES = [
    ("قصف الجيش مستودعا للذخيرة قرب حمص.", "الجيش", "definite noun, then an indefinite one"),
    ("دخل الجيش السوري مدينة إدلب.", "الجيش السوري", "definite noun with its adjective"),
    ("دخل الجيش السوري مدينة إدلب.", "مدينة إدلب", "genitive chain"),
    ("وصل وزير الدفاع التركي إلى حلب.", "وزير الدفاع التركي", "title"),
    ("قال الناشط سامر الحموي إن القصف توقف.", "الناشط سامر الحموي", "role and name"),
    ("هاجمت جماعة «فجر الوادي» القاعدة.", "جماعة «فجر الوادي»", "a quoted name"),
    ("سقطت قذيفة على حي سكني في دمشق.", "حي سكني", "indefinite with adjective"),
    ("دخلت القوات قاعدة عين الأسد الجوية.", "قاعدة عين الأسد", "a name of several words"),
    ("هاجمت فصائل مدعومة من إيران القاعدة.", "فصائل مدعومة من إيران", "a phrase with its tail"),
    ("ضرب الجيش مواقع تابعة للحرس الثوري.", "مواقع تابعة للحرس الثوري", "owner after a participle"),
    ("قتل ثلاثة جنود في كمين.", "ثلاثة جنود", "number and noun"),
    ("أصاب الجيش سيارة إسعاف في مأرب.", "سيارة إسعاف", "compound noun"),
    ("أصابت قذيفة سيارة إسعاف في مأرب.", "سيارة إسعاف", "object after an indefinite subject"),
    ("أصاب صاروخ منزلا في الحديدة.", "منزلا", "accusative after an indefinite subject"),
    ("دخلت قوات حفظ السلام القرية.", "قوات حفظ السلام", "genitive of three"),
]


OBJECTS = [
    gap(
        "the word for a base is also the name of a group",
        "استهدفت غارة قاعدة عين الأسد الجوية.",
        "قاعدة عين الأسد",
    ),
    ("ضربت غارة مواقع تابعة للحرس الثوري.", "مواقع تابعة للحرس الثوري"),
    ("استهدفت غارة مقرا في البوكمال.", "مقرا"),
]


@pytest.mark.parametrize(
    ("text", "phrase"), [*(pytest.param(*p[:2], id=p[2]) for p in PHRASES), *OBJECTS]
)
def test_phrase_is_found_whole(analyse: Analyse, text: str, phrase: str) -> None:
    found = [mention.words.text for mention in analyse(text).mentions]
    assert any(words.startswith(phrase) for words in found), found
    assert not any(words != phrase and words in phrase.split() for words in found), found


def test_words_of_a_mention_are_words_of_the_text(analyse: Analyse) -> None:
    text = "وقصفت المدفعيةُ للجيش بـ«الصواريخ» مواقعَ (قرب حمص) وللفصائل."
    analysis = analyse(text)
    assert len(analysis.mentions) >= 4
    for mention in analysis.mentions:
        words = mention.words
        start, end = analysis.sentences[words.sentence]
        assert words.within(start, end)
        assert words.text == text[words.start : words.end] or words.text == "الجيش"
