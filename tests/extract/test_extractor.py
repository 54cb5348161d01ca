"""The extractor over whole articles: offsets, determinism, odd input, time."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from extract.document import Document
from extract.extractor import Extractor
from extract.gazetteer import Gazetteer
from extract.reading import Metadata, read
from extract.record import Place, Record
from extract.span import Span
from tests.extract.lang.ar.reading import document, extractor, record_of

ARTICLES = Path(__file__).parents[2] / "data" / "articles"
DOCUMENTS = [one for one in read([str(ARTICLES)], defaults=Metadata()) if isinstance(one, Document)]


def test_articles_are_there() -> None:
    assert len(DOCUMENTS) >= 25
    assert {one.lang for one in DOCUMENTS} == {"ar", "en"}


def spans(value: object) -> Iterator[Span]:
    """Every span anywhere inside a part of a record."""
    if isinstance(value, Span):
        yield value
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from spans(getattr(value, name))
    elif isinstance(value, list):
        for one in value:
            yield from spans(one)


@pytest.fixture(scope="module")
def records() -> list[tuple[Document, Record]]:
    return [(one, extractor()(one)) for one in DOCUMENTS]


def test_every_span_is_exact(records: list[tuple[Document, Record]]) -> None:
    seen = 0
    for doc, record in records:
        for span in spans(record):
            seen += 1
            assert doc.text[span.start : span.end] == span.text, (doc.id, span)
    assert seen > 500


def test_every_fact_stands_in_its_sentence(records: list[tuple[Document, Record]]) -> None:
    for doc, record in records:
        for span in spans(record):
            number = getattr(span, "sentence", None)
            if number is not None:
                sentence = record.sentences[number]
                assert sentence.start <= span.start <= span.end <= sentence.end, (doc.id, span)


def test_every_path_of_a_claim_leads_somewhere(records: list[tuple[Document, Record]]) -> None:
    seen = 0
    for doc, record in records:
        for event in record.events:
            for claim in event.attributions:
                for path in claim.about:
                    seen += 1
                    role, _, number = path.partition("/")
                    if path == "occurrence":
                        continue
                    value = getattr(event, role)
                    assert value, (doc.id, path)
                    if number:
                        assert int(number) < len(value), (doc.id, path)
    assert seen > 50


def test_a_record_names_its_document(records: list[tuple[Document, Record]]) -> None:
    for doc, record in records:
        assert (record.id, record.key, record.lang) == (doc.id, doc.key, doc.lang)
        assert record.text_sha256 == doc.text_sha256
        assert record.text_length == len(doc.text)


def test_records_survive_json(records: list[tuple[Document, Record]]) -> None:
    for _, record in records:
        assert Record.model_validate_json(record.model_dump_json()) == record


def test_the_same_article_gives_the_same_record() -> None:
    again = Extractor()
    for doc in DOCUMENTS[:6]:
        first = extractor()(doc).model_dump_json()
        assert extractor()(doc).model_dump_json() == first
        assert again(doc).model_dump_json() == first


def test_articles_do_not_influence_each_other() -> None:
    doc = DOCUMENTS[3]
    before = extractor()(doc).model_dump_json()
    for other in DOCUMENTS[:3]:
        extractor()(other)
    assert extractor()(doc).model_dump_json() == before


def assert_sound(text: str) -> Record:
    record = record_of(text)
    for span in spans(record):
        assert text[span.start : span.end] == span.text
    assert Record.model_validate_json(record.model_dump_json()) == record
    return record


WORDS_OF_WAR = """
قصف قصفت غارة غارات الجيش السوري إسرائيل الحوثيون داعش مدينة حمص بغداد في على من قرب أن إن قال قالت
وأضاف نفى نفت اتهم تبنى قتل مقتل أصيب ثلاثة 12 ١٧ جنود مدنيين شخصا آخرين صاروخ بطائرة مسيرة أمس
اليوم لم لن قد ربما يعتقد بحسب وفق مصدر متحدث باسم وزارة الذي التي بينهم و ، . « » ( ) : ؛ ؟ ـ
وكان ردا بهدف الهجوم هجوم انفجار عبوة سيارة مفخخة عن بين إلى كما حسبما عام 2023
"""
VOCABULARY = [*re.findall(r"\S+", WORDS_OF_WAR), "\n", "\u200f"]
LETTERS = (
    'ابتثجحخدذرزسشصضطظعغفقكلمنهويىءأإآؤئةًُِّْـ 01٣.,،؛:«»"()[]-a\u200b\u200f\u202b\u2066\ufeff\n\t😀'
)


@given(st.lists(st.sampled_from(VOCABULARY), max_size=60).map(" ".join))
@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_order_of_the_words_of_war_is_read(text: str) -> None:
    assert_sound(text)


@given(st.text(LETTERS, max_size=150))
@settings(max_examples=100, deadline=None)
def test_any_text_is_read(text: str) -> None:
    assert_sound(text)


ODD = {
    "no punctuation": "وصل الوفد إلى البلدة ثم عاد السكان إلى بيوتهم وقصف الجيش القرية " * 417,
    "zero-width marks": (
        "قص\u200bفت ط\u200cائرات\u200d حر\ufeffبية مو\u200fاقع \u202bفي حمص\u202c أمس."
    ),
    "nested quotes": "قال: «أكد لي القائد: \"سمعت منهم أن 'الجيش قصف «البلدة»'\"» ثم صمت.",
    "open quotes": 'قال «قصف الجيش البلدة وقتل ثلاثة جنود. وأضاف "نعم',
    "closing brackets": "))))]] قصف )) الجيش (( البلدة [[",
    "scanned noise": "ق صفت ال طائرات ا لحربية مد ينة حم ص |l1 ~~ ق.ت.ل 3 ج،نود .. ،، ؛",
    "tatweel": "قــصــفــت الــطــائــرات مــديــنــة حــمــص",
    "full vowels": "قَصَفَتِ الطَّائِرَاتُ الحَرْبِيَّةُ مَدِينَةَ حِمْصَ أَمْسِ",
    "presentation forms": "ﻗﺼﻔﺖ ﺍﻟﻄﺎﺋﺮﺍﺕ ﻣﺪﻳﻨﺔ ﺣﻤﺺ",
    "one long word": "قصف" * 3000,
    "digits": "1" * 3000 + " قتيلا في غارة على حمص",
    "only conjunctions": "و " * 2000,
    "only signs": "،؛.«»()!؟" * 300,
    "only blanks": " \n\t\u00a0" * 300,
    "carriage returns": "قصفت الطائرات حمص.\r\nوقتل ثلاثة جنود.\r\n\r\n",
    "surrogate-like emoji": "👨‍👩‍👧 قصفت 🇸🇾 الطائرات 💥 مدينة حمص 🕊️.",
    "latin inside": "قصفت طائرات F-16 و MQ-9 مواقع ISIS في Raqqa الرقة.",
}


@pytest.mark.parametrize("name", ODD)
def test_odd_text_is_read(name: str) -> None:
    assert_sound(ODD[name])


@pytest.mark.parametrize(
    "name", ["zero-width marks", "tatweel", "full vowels", "presentation forms"]
)
def test_spelling_does_not_hide_an_event(name: str) -> None:
    record = assert_sound(ODD[name])
    assert [
        (event.type.value, event.place.canonical_en) for event in record.events if event.place
    ] == [("air_strike", "Homs")]


PARAGRAPHS = (
    "قصفت طائرات حربية روسية مستودعا في ريف إدلب أمس الثلاثاء، ما أدى إلى مقتل ثلاثة مدنيين.\n"
    "وقال ناشط إن الغارة أصابت سوقا، ونفى متحدث باسم الجيش السوري ذلك.\n"
    "وفي حادث منفصل انفجرت عبوة ناسفة قرب كركوك، بحسب مصدر أمني.\n"
)


ONE_SENTENCE = PARAGRAPHS.replace("\n", " ").replace(".", " ")


def town_news(count: int) -> str:
    """News of as many towns, a paragraph each; none is about the events of another."""
    towns = [entry.label_ar for entry in Gazetteer.load() if entry.kind == "city"]
    return "".join(
        f"انفجرت عبوة ناسفة في مدينة {town} أمس، ما أدى إلى مقتل ثلاثة مدنيين.\n"
        f"وقال رئيس بلدية {town} إن العبوة استهدفت سوقا في {town}.\n"
        for town in towns[:count]
    )


@pytest.mark.parametrize(
    ("short", "long", "limit"),
    [
        pytest.param(PARAGRAPHS * 4, PARAGRAPHS * 80, 28, id="article"),
        pytest.param(PARAGRAPHS * 10, PARAGRAPHS * 200, 28, id="long article"),
        pytest.param(ONE_SENTENCE * 4, ONE_SENTENCE * 80, 28, id="sentence"),
        pytest.param(town_news(8), town_news(160), 36, id="many events"),
    ],
)
def test_time_grows_with_the_length(short: str, long: str, limit: int) -> None:
    def seconds(document_: Document) -> float:
        start = time.process_time()
        extractor()(document_)
        return time.process_time() - start

    small, large = document(short), document(long)
    assert 19 < len(large.text) / len(small.text) < 21
    seconds(small)
    base = min(seconds(small) for _ in range(5))
    assert min(seconds(large) for _ in range(2)) <= limit * base


def test_news_of_many_towns_are_many_events() -> None:
    assert len(record_of(town_news(160)).events) > 80


def test_place_in_a_record_keeps_its_name_for_readers() -> None:
    record = record_of("غارة جوية على مستودع في مدينة حمص.")
    place = record.events[0].place
    assert isinstance(place, Place)
    assert place.name == place.text == "مدينة حمص"


def test_relative_dates_follow_the_day_of_publication() -> None:
    text = "قصفت طائرات حربية مستودعا قرب حمص أمس."
    days = [record_of(text, date(2024, 3, day)).events[0].date for day in (1, 15)]
    assert days == ["2024-02-29", "2024-03-14"]


def test_the_version_is_that_of_the_package() -> None:
    assert extractor().version[:1].isdigit()
