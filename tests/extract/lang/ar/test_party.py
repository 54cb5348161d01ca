"""Parties that a careless reading would blame: speakers, towns, the other side, the accused."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extract.record import Record

Read = Callable[..., Record]

INNOCENT = [
    ("قال الناطق باسم الشرطة، عادل صابر، للصحافيين «قتل أكثر من عشرة مدنيين في غارة على السوق».", "صابر"),
    ('قال المتحدث باسم الجيش على تويتر "أغارت طائرات حربية على مستودعات قرب حمص".', "المتحدث"),
    ("نفذت الغارات طائرات حربية استهدفت العاصمة دمشق.", "دمشق"),
    ("انفجرت عبوة قرب البلدة، بحسب بيان للوزارة.", "بيان"),
]


@pytest.mark.parametrize(("text", "words"), INNOCENT)
def test_who_only_speaks_or_was_hit_is_not_blamed(read: Read, text: str, words: str) -> None:
    record = read(text)
    assert record.events
    assert not [p.text for event in record.events for p in event.perpetrators if words in p.text]


def test_rockets_towards_a_state_are_not_its_own(read: Read) -> None:
    text = (
        "أطلقت صواريخ من سوريا نحو إسرائيل أمس. "
        "وأكدت وكالة سانا وقوع الهجمات الإسرائيلية على محيط دمشق."
    )
    rockets = [e for e in read(text).events if e.type.value == "missile_rocket_attack"]
    assert rockets
    assert not [p.entity for event in rockets for p in event.perpetrators]


def test_the_accused_of_a_relative_clause_does_not_accuse(read: Read) -> None:
    text = "شن الجيش الأميركي ضربة على القاعدة ردا على هجوم تتهم الحكومة السورية بتنفيذه في إدلب."
    assert "syria-government" not in {
        one.source.entity for e in read(text).events for one in e.attributions if one.source
    }


POSSIBLE = [
    "شن الجيش غارة على المعسكر لعرقلة هجمات محتملة على قواته.",
    "حذرت السفارة من هجوم وشيك على مراكز التسوق.",
]


@pytest.mark.parametrize("text", POSSIBLE)
def test_attacks_that_may_come_are_no_events(read: Read, text: str) -> None:
    assert not [e.text for e in read(text).events if "محتمل" in e.text or "وشيك" in e.text]


def test_the_adjective_of_a_country_is_not_the_country(read: Read) -> None:
    targets = read("قصفت الطائرات مواقع عسكرية سورية قرب حمص.").events[0].targets
    assert [target.text for target in targets] == ["مواقع عسكرية سورية"]
    assert [target.owner.entity for target in targets if target.owner] == ["syria-armed-forces"]
