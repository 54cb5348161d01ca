"""Acts as news names them: arrests past their subject, fire exchanged, totals that are no act."""

from __future__ import annotations

import pytest

from extract.document import Document
from extract.extractor import Extractor
from extract.fold import fold
from extract.record import Record


@pytest.fixture(scope="module")
def read() -> Extractor:
    return Extractor()


def record(read: Extractor, text: str) -> Record:
    return read(Document(id="t", text=f"خبر\n\n{text}", lang="ar"))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("قبضت الشرطة على خمسة مشتبه بهم في بغداد.", "raid_or_arrest"),
        ("ألقت قوات الأمن القبض على ثلاثة أشقاء في الضاحية.", "raid_or_arrest"),
        ("أعلنت الوزارة توقيف تسعة أشخاص في طرابلس.", "raid_or_arrest"),
        ("تبادلت قوة أمنية النار مع مسلحين قرب الحاجز.", "armed_clash"),
        ("انقضّت مسيّرة على سيارة قرب الحدود.", "drone_strike"),
        ("أحكمت القوات قبضتها على مطار مروي.", "advance_or_capture"),
    ],
)
def test_an_everyday_act_is_found(read: Extractor, text: str, kind: str) -> None:
    assert kind in [str(event.type) for event in record(read, text).events]


def test_who_died_on_the_road_was_not_wiped_out(read: Extractor) -> None:
    found = record(read, "قضى ثلاثة جنود على الطريق في هجوم على رتلهم قرب الموصل.")
    assert [str(toll.status) for event in found.events for toll in event.casualties] == ["killed"]


@pytest.mark.parametrize("verb", ["أحبطت", "أفشلت"])
def test_who_foils_an_attack_is_not_blamed_for_it(read: Extractor, verb: str) -> None:
    found = record(read, f"{verb} القوات الأميركية هجوماً بطائرة مسيّرة استهدف قاعدة التنف.")
    assert [str(event.type) for event in found.events] == ["drone_strike"]
    assert not found.events[0].perpetrators


def test_a_total_since_october_is_no_act_and_its_wounded_are_not_of_this_one(
    read: Extractor,
) -> None:
    found = record(
        read,
        "أصيب جنديان في هجوم بطائرة مسيّرة على قاعدة حرير. وتعرضت القوات الأميركية لـ 66 هجوماً في "
        "العراق منذ منتصف أكتوبر أصيب فيها 62 جندياً.",
    )
    tolls = [toll.low for event in found.events for toll in event.casualties]
    assert 62 not in tolls
    assert tolls == [2]


def test_the_assault_is_not_the_shooting_down_of_its_missiles(read: Extractor) -> None:
    found = record(
        read,
        "قصفت طائرات إسرائيلية محيط دمشق بالصواريخ. وتصدت الدفاعات الجوية لصواريخ العدوان. "
        "وأدى العدوان إلى مقتل ثلاثة جنود.",
    )
    dead = [event for event in found.events if any(toll.low == 3 for toll in event.casualties)]
    assert len(dead) == 1
    assert str(dead[0].type) != "interception"


def test_signs_of_the_page_before_the_verb_are_no_subject(read: Extractor) -> None:
    found = read(
        Document(id="t", text="date 2025-08-24 قصف الجيش السوداني سوقاً في نيالا.", lang="ar")
    )
    assert [one.text for event in found.events for one in event.perpetrators] == ["الجيش السوداني"]


def test_both_spellings_of_the_hamza_are_one() -> None:
    assert fold("مسئولية") == fold("مسؤولية")
    assert fold("شئون") == fold("شؤون")
