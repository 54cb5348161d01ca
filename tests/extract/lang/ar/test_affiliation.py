"""Affiliation: the known body of the victims, and victims whose body nobody names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extract.record import Record

Read = Callable[..., Record]

BODIES = [
    (
        "أسفر القصف على البوكمال عن مقتل 4 عسكريين من تشكيل «كتائب سيد الشهداء».",
        "kataib-sayyid-al-shuhada",
    ),
    ("قتل ثلاثة من عناصر حزب الله في غارة إسرائيلية على بنت جبيل.", "hezbollah"),
    ("قتل جنديان من الجيش السوري في هجوم على حاجز قرب تدمر.", "syria-armed-forces"),
    ("قتل جنديان إسرائيليان في انفجار عبوة ناسفة شرقي رفح.", "israel-armed-forces"),
    ("مقتل 12 مقاتلا من حركة طالبان في غارة على قندهار.", "taliban"),
]


@pytest.mark.parametrize(("text", "body"), BODIES)
def test_victims_of_a_known_body(read: Read, text: str, body: str) -> None:
    tolls = [toll for event in read(text).events for toll in event.casualties]
    assert [toll.affiliation.entity for toll in tolls if toll.affiliation] == [body]


NOBODY = [
    "قتل خمسة أشخاص في قصف حزب الله على البلدة.",
    "قتل خمسة مدنيين في هجوم لتنظيم داعش على سوق في الموصل.",
    "قتل ثلاثة أشخاص في مواقع الحشد الشعبي بعد غارة على القائم.",
    "قتل جنديان إسرائيليان وثلاثة من عناصر حزب الله في اشتباك قرب مارون الراس.",
    "قتل شرطيان تركيان في تفجير بأنقرة.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_the_party_of_the_act_is_not_that_of_its_victims(read: Read, text: str) -> None:
    tolls = [toll for event in read(text).events for toll in event.casualties]
    assert tolls
    assert [toll.affiliation for toll in tolls] == [None] * len(tolls)
