"""The reader as a whole: exact spans, odd input, determinism."""

import time
from dataclasses import fields, is_dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.analysis import Words
from extract.document import Document
from extract.lang.en import EnglishReader

ARTICLE = """Two soldiers killed in raid on camp near Gao

BAMAKO, March 14 (agencies) — Gunmen on motorcycles attacked an army camp near Gao on Tuesday,
killing two soldiers and wounding “at least five”, the defence ministry said in a statement.

No group has claimed the attack. The governor blamed Islamic State in the Greater Sahara, which
is active in the region. “They came at dawn,” a resident told the broadcaster. A day earlier a
roadside bomb had gone off beside a convoy of UN peacekeepers; nobody was hurt.
"""

ODD = [
    "",
    " ",
    "\n\n\n",
    "...",
    "killed",
    "\u200f\u200eأغارت طائرات على القاعدة in Erbil said",
    "A\x00bomb\x0bexploded\x85in\u2028Kabul",
    '"' * 50,
    "“He said “she said “it said “they were killed”",
    "killed " * 400,
    "12 13 14 15 " * 200,
    "-" * 300 + " dead",
    "A" * 20_000,
    "🚀 rockets 🚀 hit the 🏢 base 💥",
    "SOLDIERS KILLED IN ATTACK ON BASE IN MALI",
    "the strike the strike the strike by by by of of of in in in",
]


def spans(value):
    if isinstance(value, Words):
        yield value
    elif is_dataclass(value):
        for part in fields(value):
            yield from spans(getattr(value, part.name))
    elif isinstance(value, list | tuple):
        for part in value:
            yield from spans(part)


def check(text):
    analysis = EnglishReader()(Document(id="x", text=text, lang="en"))
    for words in spans(analysis):
        assert words.text == text[words.start : words.end]
        assert words.text == words.text.strip()
        assert 0 <= words.sentence < max(len(analysis.sentences), 1)
    for start, end in analysis.sentences:
        assert 0 <= start < end <= len(text)
    for toll in analysis.tolls:
        assert toll.event is None or 0 <= toll.event < len(analysis.predications)
    for p in analysis.predications:
        assert p.answers is None or 0 <= p.answers < len(analysis.predications)
    return analysis


def test_spans_are_exact():
    analysis = check(ARTICLE)
    assert len(analysis.predications) >= 3
    assert len(list(spans(analysis))) > 30
    anchors = [p.anchor.start for p in analysis.predications]
    assert anchors == sorted(anchors)


@pytest.mark.parametrize("text", ODD)
def test_odd_input_does_not_crash(text):
    check(text)


SALAD = """the a of in by said killed soldiers rockets base Israel Houthi on Monday 12 at least
“ ” " ( ) - — , . ; : not no denied attack bomb and to it they which who claimed was were ' 's"""
WORDS = st.sampled_from([*SALAD.split(), "\n"])


@given(st.lists(WORDS, max_size=40).map(" ".join))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_word_salad_does_not_crash(text):
    check(text)


@given(st.text(max_size=120))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_does_not_crash(text):
    check(text)


def test_reading_is_deterministic():
    document = Document(id="x", text=ARTICLE, lang="en")
    assert EnglishReader()(document) == EnglishReader()(document)


def test_a_long_text_costs_no_more_a_word():
    reader = EnglishReader()
    reader(Document(id="x", text=ARTICLE, lang="en"))

    def seconds(text):
        start = time.process_time()
        reader(Document(id="x", text=text, lang="en"))
        return (time.process_time() - start) / len(text)

    short = min(seconds(ARTICLE * 4) for _ in range(3))
    assert seconds(ARTICLE * 60) < 5 * short


def test_the_shape_of_quotes_does_not_matter():
    curly = EnglishReader()(Document(id="x", text=ARTICLE, lang="en"))
    straight = ARTICLE.replace("“", '"').replace("”", '"')
    plain = EnglishReader()(Document(id="x", text=straight, lang="en"))
    assert [p.anchor.start for p in curly.predications] == [
        p.anchor.start for p in plain.predications
    ]
