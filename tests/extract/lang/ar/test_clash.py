"""Clashes: both sides of a fight, and who undertakes an act."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extract.record import Record

Read = Callable[..., Record]

SIDES = [
    ("وجرت اشتباكات بين الجيش ومسلحين في المدينة.", ["الجيش", "مسلحين"]),
    (
        "دارت اشتباكات بين قوات النظام من جهة وفصائل المعارضة من جهة أخرى قرب تدمر.",
        ["قوات النظام", "فصائل المعارضة"],
    ),
    ("اندلعت مواجهات بين محتجين وقوات الأمن في الناصرية.", ["محتجين", "قوات الأمن"]),
    ("اشتبك مقاتلو العشائر مع قوات الدعم السريع.", ["مقاتلو العشائر", "قوات الدعم السريع"]),
]


@pytest.mark.parametrize(("text", "sides"), SIDES)
def test_both_sides_of_a_clash(read: Read, text: str, sides: list[str]) -> None:
    record = read(text)
    assert [[p.text for p in event.perpetrators] for event in record.events] == [sides]
    assert not [target for event in record.events for target in event.targets]


NO_SIDES = [
    "اندلعت اشتباكات بين القريتين أمس.",
    "دارت اشتباكات في المنطقة الواقعة بين حلب وإدلب.",
    "اندلعت اشتباكات بين السابعة والتاسعة صباحا في المخيم.",
]


@pytest.mark.parametrize("text", NO_SIDES)
def test_what_lies_between_places_or_hours_is_no_side(read: Read, text: str) -> None:
    assert [p.text for event in read(text).events for p in event.perpetrators] == []


UNDERTAKEN = [
    ("قامت الطائرات الإسرائيلية بقصف موقع قرب صور.", "الطائرات الإسرائيلية"),
    ("أقدم مسلحون على خطف موظف أممي في تعز.", "مسلحون"),
    ("عمد الجيش إلى تفجير منازل في القرية.", "الجيش"),
    ("قالت قيادة التحالف إن دفاعاتها الجوية تمكنت من إسقاط طائرتين مسيرتين.", "دفاعاتها الجوية"),
    ("أفاد مصدر أمني أن عناصر حزب الله هم من أطلقوا الصواريخ على المستوطنة.", "عناصر حزب الله"),
]


@pytest.mark.parametrize(("text", "who"), UNDERTAKEN)
def test_who_undertakes_an_act_does_it(read: Read, text: str, who: str) -> None:
    assert [[p.text for p in event.perpetrators] for event in read(text).events] == [[who]]


OTHERS = [
    "قام المسعفون بنقل ضحايا القصف على حلب.",
    "تمكن الجيش من صد هجوم على الثكنة قرب تدمر.",
    "نجح الأطباء في إنقاذ جريح الغارة على صعدة.",
]


@pytest.mark.parametrize("text", OTHERS)
def test_who_does_something_about_an_act_does_not_do_it(read: Read, text: str) -> None:
    assert [p.text for event in read(text).events for p in event.perpetrators] == []
