"""Causes and motives: what an act answers, and what it is said to be for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extract.record import Record
from tests.extract.lang.ar.reading import bounds, gap

Read = Callable[..., Record]

ANSWERS = [
    (
        "قصفت إسرائيل مواقع في دمشق ردا على إطلاق صاروخ باتجاه الجولان.",
        "artillery_shelling",
        "missile_rocket_attack",
    ),
    (
        "أطلقت الفصائل صواريخ على قاعدة عين الأسد. ثم رد الجيش الأميركي بغارات على القائم.",
        "air_strike",
        "missile_rocket_attack",
    ),
    gap(
        "«ورد» at the head of a sentence is kept whole as a personal name",
        "أطلقت الفصائل صواريخ على قاعدة عين الأسد. ورد الجيش الأميركي بغارات على القائم.",
        "air_strike",
        "missile_rocket_attack",
    ),
    (
        "قصفت تركيا مواقع في عين العرب ردا على تفجير انتحاري في إسطنبول.",
        "artillery_shelling",
        "suicide_or_car_bomb",
    ),
]


@pytest.mark.parametrize(("text", "answer", "cause"), ANSWERS)
def test_an_answer_names_its_cause(read: Read, text: str, answer: str, cause: str) -> None:
    events = {event.type.value: event for event in read(text).events}
    assert set(events) == {answer, cause}
    assert events[answer].caused_by == events[cause].id
    assert events[answer].cause is not None
    assert events[cause].caused_by is None


MOTIVES = [
    ("قصفت إسرائيل مواقع في دمشق ردا على إطلاق صاروخ باتجاه الجولان.", "ردا على"),
    ("شن الجيش غارة على المعسكر بهدف منع تهريب السلاح.", "بهدف منع تهريب السلاح"),
    ("أطلقت إيران صواريخ على قاعدة عين الأسد انتقاما لمقتل قائد كبير.", "انتقاما"),
]


@pytest.mark.parametrize(("text", "motive"), MOTIVES)
def test_the_motive_is_kept_in_its_words(read: Read, text: str, motive: str) -> None:
    motives = [one.text for event in read(text).events for one in event.motives]
    assert len(motives) == 1
    assert motives[0].startswith(motive)


@pytest.mark.parametrize(
    "text",
    [
        "أطلقت إيران صواريخ على قاعدة عين الأسد انتقاما لمقتل قاسم سليماني.",
        "قصف الجيش القرية ردا على مقتل جنديين.",
    ],
)
def test_the_dead_of_the_cause_are_not_dead_of_the_answer(read: Read, text: str) -> None:
    first = read(text).events[0]
    assert bounds(first.killed) is None
    assert not any("سليماني" in target.text for target in first.targets)


@pytest.mark.parametrize(
    "text",
    [
        gap(
            "the aim of an act is no part of what was hit",
            "شن الجيش غارة على المعسكر بهدف تدمير مخازن الصواريخ.",
        )
    ],
)
def test_what_an_act_aims_at_is_not_what_it_hit(read: Read, text: str) -> None:
    (event,) = read(text).events
    assert [target.text for target in event.targets] == ["المعسكر"]


def test_without_words_of_cause_there_is_none(read: Read) -> None:
    record = read("قصفت إسرائيل مواقع في دمشق. وسقط صاروخ في الجولان.")
    assert [event.caused_by for event in record.events] == [None] * len(record.events)
    assert [event.motives for event in record.events] == [[]] * len(record.events)


CURBED = "شن الجيش غارة على معسكر قرب عانة لوقف الهجمات على قواتنا."
EARLIER = "استهدفت طائرات مسيرة قواتنا في عين الأسد. "


def test_attacks_that_an_act_is_to_stop_are_what_it_answers(read: Read) -> None:
    events = {event.type.value: event for event in read(EARLIER + CURBED).events}
    assert set(events) == {"drone_strike", "air_strike"}
    assert events["air_strike"].caused_by == events["drone_strike"].id


def test_attacks_to_come_are_answered_by_nothing(read: Read) -> None:
    text = "شن الجيش غارة على معسكر قرب عانة لردع أي هجوم."
    assert [event.caused_by for event in read(text).events] == [None]


def test_an_answer_and_what_it_answers_are_two_acts(read: Read) -> None:
    text = "شنت الطائرات غارات على صعدة ردا على غارات أصابت مصفاة في جازان."
    events = read(text).events
    assert len(events) == 2
    assert events[0].caused_by == events[1].id
