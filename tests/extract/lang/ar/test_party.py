"""Parties that a careless reading would blame: speakers, towns, the other side, the accused."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extract.record import Record

Read = Callable[..., Record]

INNOCENT = [
    (
        "قال الناطق باسم الشرطة، عادل صابر، للصحافيين «قتل أكثر من عشرة مدنيين في غارة على السوق».",
        "صابر",
    ),
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


CLAIMED = [
    (
        "انفجرت سيارة مفخخة قرب كويتا. وسارع «جيش تحرير بلوشستان» الانفصالي إلى تبني العملية.",
        "جيش تحرير بلوشستان",
    ),
    (
        "أصابت صواريخ مطار أربيل. وتبنت مجموعة تسمي نفسها «سرايا أولياء الدم» الهجوم.",
        "سرايا أولياء الدم",
    ),
    ("أطلقت صواريخ على عسقلان. وتبنت الهجوم مجموعة تسمي نفسها «كتائب عمر».", "كتائب عمر"),
    ("هاجم مسلحون العرض العسكري. وتبنى متحدث باسم «المقاومة الوطنية» الهجوم.", "المقاومة الوطنية"),
]


@pytest.mark.parametrize(("text", "who"), CLAIMED)
def test_who_claims_a_deed_is_named_by_its_own_name(read: Read, text: str, who: str) -> None:
    parties = [p for event in read(text).events for p in event.perpetrators]
    assert [p.basis.value for p in parties if who in p.text] == ["claimed"]


ACCUSED = [
    (
        "انفجرت سيارة في منبج. ونفت «قسد» صلتها بالتفجير، واتهمت الفصائل الموالية لتركيا بتنفيذه.",
        "الفصائل",
        "قسد",
        "certain",
    ),
    (
        "هاجم مسلحون العرض العسكري. الرئيس حسن روحاني حمّل المسؤولية لمرتزقة تدعمهم دولة خليجية.",
        "مرتزقة",
        "حسن روحاني",
        "certain",
    ),
    (
        "أصابت صواريخ معسكر التاجي. وقال مسؤول أميركي إن الشبهات تحوم حول كتائب حزب الله.",
        "كتائب حزب الله",
        "مسؤول أميركي",
        "possible",
    ),
]


@pytest.mark.parametrize(("text", "accused", "speaker", "certainty"), ACCUSED)
def test_who_accuses_whom_how_surely(
    read: Read, text: str, accused: str, speaker: str, certainty: str
) -> None:
    said = [
        (one.source_text, one.certainty.value)
        for event in read(text).events
        for one in event.attributions
        if one.claim.value == "perpetrator" and accused in (one.claimed_value or "")
    ]
    assert said == [(speaker, certainty)]


HELD = [
    ("أطلقت صواريخ من مناطق سيطرة النظام على البلدة.", "النظام"),
    (
        "سقطت قذيفة على الحي، وأُطلقت القذيفة من مواقع القوات الحكومية جنوب المدينة.",
        "القوات الحكومية",
    ),
    ("سقط صاروخ أطلق من مواقع حزب الله على المستوطنة.", "حزب الله"),
]


@pytest.mark.parametrize(("text", "holder"), HELD)
def test_who_holds_the_place_of_launch_is_suspected_only(
    read: Read, text: str, holder: str
) -> None:
    parties = [(p.text, p.basis.value) for e in read(text).events for p in e.perpetrators]
    assert parties == [(holder, "suspected")]


def test_whose_base_was_among_the_targets_did_not_fire(read: Read) -> None:
    text = "أغارت طائرات إسرائيلية على أهداف، من بينها قاعدة تابعة لكتائب القسام."
    parties = [p.entity for e in read(text).events for p in e.perpetrators]
    assert parties == ["israel-armed-forces"]


def test_he_after_a_noun_of_speech_is_the_party_inside_it(read: Read) -> None:
    text = (
        "حزب الله يؤكد في بيان مقتل أمينه العام، بعد ساعات من إعلان الجيش الإسرائيلي "
        "أنه «قضى عليه» في الغارات التي دمرت مباني في حارة حريك."
    )
    event = read(text).events[0]
    parties = [(p.entity, p.basis.value) for p in event.perpetrators]
    assert parties == [("israel-armed-forces", "claimed")]
    said = {(one.source_text, one.claim.value) for one in event.attributions}
    assert said == {
        ("حزب الله", "casualties"),
        ("الجيش الإسرائيلي", "responsibility_claim"),
    }


def test_a_suspect_is_no_hedge(read: Read) -> None:
    text = "وقالت الشرطة التركية إنها اعتقلت ثلاثة مشتبه بهم في إزمير."
    said = [one for event in read(text).events for one in event.attributions]
    assert {one.certainty.value for one in said} == {"certain"}


def test_an_act_without_which_it_went_is_no_event(read: Read) -> None:
    text = "أضرم مستوطنون النار في مركبات قرب نابلس، من دون الإعلان عن اعتقال أي منهم."
    assert "raid_or_arrest" not in [event.type.value for event in read(text).events]
