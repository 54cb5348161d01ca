"""Orders: who is said to have ordered an act, and acts that nobody ordered."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extract.record import Record

Read = Callable[..., Record]

ORDERS = [
    (
        "أمر الرئيس الأميركي جو بايدن الجيش بشن غارات جوية على مواقع في سوريا.",
        "joe-biden",
    ),
    ("وأوعز نتنياهو للجيش بقصف الضاحية الجنوبية.", "benjamin-netanyahu"),
    ("قال نتنياهو إنه أمر بتنفيذ ضربة على صنعاء.", "benjamin-netanyahu"),
    (
        "أصدر الرئيس الأميركي، دونالد ترامب، أمس أوامر بقصف مطار الشعيرات.",
        "donald-trump",
    ),
    ("شن الطيران الروسي غارة على إدلب بأمر من الرئيس بوتين.", "vladimir-putin"),
    ("قصفت الطائرات مقرا في دمشق بتوجيهات مباشرة من الرئيس بوتين.", "vladimir-putin"),
]


@pytest.mark.parametrize(("text", "who"), ORDERS)
def test_who_ordered_an_act_is_no_perpetrator(read: Read, text: str, who: str) -> None:
    events = read(text).events
    assert [[one.entity for one in event.ordered_by] for event in events] == [[who]]
    assert who not in {one.entity for event in events for one in event.perpetrators}


def test_the_speaker_claims_the_order(read: Read) -> None:
    record = read("قال نتنياهو إنه أمر بتنفيذ ضربة على صنعاء.")
    assert ["ordered_by/0" in one.about for one in record.events[0].attributions] == [True]


NOBODY = [
    "شن الجيش غارة على المعسكر وأمر السكان بالبقاء في منازلهم.",
    "وقعت الغارة على السوق من دون أن يعرف من أمر بها.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_another_order_is_none_of_the_act(read: Read, text: str) -> None:
    assert not any(event.ordered_by for event in read(text).events)


def test_an_act_that_was_not_ordered_is_no_event(read: Read) -> None:
    assert read("لم يأمر الرئيس بقصف القرية.").events == []
