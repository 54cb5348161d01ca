"""The assembler: what the sentences of an article say together."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from extract.analysis import Analysis
from extract.assemble import assemble
from extract.record import Event, Record
from tests.extract.lang.ar.reading import bounds, document, facts, gap, only

Read = Callable[..., Record]

RAID = (
    "غارة إسرائيلية تقتل ثلاثة في البوكمال\n\n"
    "قتل ثلاثة عناصر من الحشد الشعبي في غارة إسرائيلية على مدينة البوكمال فجر اليوم الأربعاء.\n"
    "وقال مصدر أمني إن الغارة أصابت مستودعا للذخيرة."
)


def test_title_and_body_tell_one_event(read: Read) -> None:
    event = only(read(RAID))
    assert event.type.value == "air_strike"
    assert event.mentions
    assert bounds(event.killed) == (3, 3)
    assert event.date == "2024-05-15"
    assert facts(event)["place_en"] == "Abu Kamal"


def test_two_attacks_in_one_article_stay_two(read: Read) -> None:
    record = read(
        "انفجرت عبوة ناسفة في سوق بمدينة كركوك أمس الثلاثاء، وقتل ثلاثة مدنيين في الانفجار.\n"
        "وفي حادث منفصل، هاجم مسلحون حاجزا للجيش قرب الموصل، وقتل جنديان في الهجوم."
    )
    assert [facts(e)["place_en"] for e in record.events] == ["Kirkuk", "Mosul"]
    assert [bounds(e.killed) for e in record.events] == [(3, 3), (2, 2)]
    assert record.events[0].type.value == "ied_or_mine"


TOWNS = [
    "أغارت طائرات على قرية في تعز أمس. وشنت طائرات غارة أخرى على معسكر في مأرب.",
    "انفجرت عبوة ناسفة في كركوك أمس.\nوانفجرت عبوة ناسفة في الموصل أمس.",
    *(
        gap("towns or facilities that are themselves the targets do not keep events apart", text)
        for text in [
            "قصفت المدفعية بلدة سرمين صباح أمس.\nوقصفت المدفعية مدينة جسر الشغور مساء أمس.",
            "قصفت الطائرات مطار حلب أمس.\nوقصفت الطائرات مطار دمشق أمس.",
        ]
    ),
]


@pytest.mark.parametrize("text", TOWNS)
def test_the_same_kind_of_act_in_two_places_stays_two(read: Read, text: str) -> None:
    assert len(read(text).events) == 2


def test_attacks_by_different_states_stay_two(read: Read) -> None:
    record = read("شنت إسرائيل غارات على دمشق أمس.\nوشنت روسيا غارات على إدلب أمس.")
    assert [facts(e)["by"] for e in record.events] == [["Israel"], ["Russia"]]


def test_a_pointing_word_joins_the_event_told_before(read: Read) -> None:
    record = read("استهدف هجوم صاروخي قاعدة عين الأسد أمس.\nوقال ضابط إن الهجوم أصاب جنديين بجروح.")
    event = only(record)
    assert "الهجوم" in [one.text.strip() for one in event.mentions] or event.text == "الهجوم"
    assert bounds(event.wounded) == (2, 2)


def test_an_act_of_another_year_is_background(read: Read) -> None:
    record = read(
        "قصفت طائرات حربية مستودعا قرب حمص أمس.\n"
        "وكانت طائرات إسرائيلية قصفت مطار دمشق الدولي في يناير 2023."
    )
    assert [e.status.value for e in record.events] == ["happened", "background"]
    assert (record.events[1].date or "").startswith("2023-01")


def test_an_act_of_yesterday_is_no_background(read: Read) -> None:
    record = read("قصفت طائرات حربية مستودعا قرب حمص أمس.\nوانفجر لغم قرب الموصل أول أمس.")
    assert [e.status.value for e in record.events] == ["happened", "happened"]
    assert [e.date for e in record.events] == ["2024-05-14", "2024-05-13"]


def test_dates_need_the_day_of_publication(read: Read) -> None:
    text = "قصفت طائرات حربية مستودعا قرب حمص أمس."
    dated, undated = read(text), read(text, None)
    assert only(dated).date == "2024-05-14"
    assert only(undated).date is None
    assert dated.warnings == []
    assert len(undated.warnings) == 1
    assert read(text, date(2020, 1, 1)).events[0].date == "2019-12-31"


STATED = [
    ("قصف الجيش السوري بلدة سرمين.", "stated_as_fact"),
    ("قال ناشط إن الجيش السوري استهدف بلدة سرمين.", "attributed"),
    ("اتهم المرصد السوري لحقوق الإنسان الجيش السوري بقصف بلدة سرمين.", "attributed"),
    ("قال الجيش السوري إنه قصف مواقع في بلدة سرمين.", "claimed"),
    ("يعتقد أن الجيش السوري استهدف بلدة سرمين.", "suspected"),
    ("قال ناشط إن الجيش السوري ربما استهدف بلدة سرمين.", "suspected"),
]


@pytest.mark.parametrize(("text", "basis"), STATED)
def test_on_whose_word_a_party_is_named(read: Read, text: str, basis: str) -> None:
    event = only(read(text))
    assert facts(event)["by"] == ["Syrian government forces"]
    assert facts(event)["basis"] == [basis]


def test_what_the_outlet_says_itself_no_claim_speaks_of(read: Read) -> None:
    event = only(
        read("قصفت طائرات حربية مستودعا قرب حمص أمس. وقال مصدر طبي إن القصف قتل ثلاثة مدنيين.")
    )
    spoken = {path for claim in event.attributions for path in claim.about}
    assert "casualties/0" in spoken
    assert "weapons/0" not in spoken
    assert not any(path.startswith("perpetrators") for path in spoken)


@pytest.mark.parametrize(
    "denial",
    [
        "ونفت جماعة الحوثي الاتهام.",
        gap(
            "a denial that names the deed again becomes an event of its own",
            "ونفى متحدث باسم جماعة الحوثي قصف الحي.",
        ),
    ],
)
def test_a_party_blamed_and_denying_is_only_attributed(read: Read, denial: str) -> None:
    event = only(read(f"اتهمت الحكومة اليمنية الحوثيين بقصف حي سكني في تعز.\n{denial}"))
    assert facts(event)["basis"] == ["attributed"]
    assert {claim.claim.value for claim in event.attributions} == {"perpetrator", "denial"}


@pytest.mark.parametrize(
    "text",
    [
        gap(
            "a plural event word without a place is taken for background",
            "أطلقت الفصائل صواريخ على قاعدة عين الأسد. ثم رد الجيش الأميركي بغارات على الثكنة.",
        )
    ],
)
def test_an_answer_of_the_same_day_is_no_background(read: Read, text: str) -> None:
    assert [event.status.value for event in read(text).events] == ["happened", "happened"]


@pytest.mark.parametrize(
    "text",
    [
        "ذكرت قناة محلية أن سلاح الجو الإسرائيلي استهدف المطار. ونفى الجيش الإسرائيلي قصف المطار.",
        "نفى الجيش الإسرائيلي قصف المطار في حلب.",
        "نفى مسؤول أميركي أن تكون القوات الأميركية شنت الغارة على القائم.",
    ],
)
def test_a_party_that_stands_only_in_a_denial_is_not_blamed(read: Read, text: str) -> None:
    events = read(text).events
    assert events
    denial = text.index("نفى")
    assert [p.text for event in events for p in event.perpetrators if p.start > denial] == []


def value_at(event: Event, path: str) -> object:
    """What an ``about`` path names in its event."""
    found: object = event
    for step in path.split("/"):
        found = found[int(step)] if isinstance(found, list) else getattr(found, step)
    return found


ARTICLE = (
    "هجوم على قاعدة قرب أربيل\n\n"
    "استهدف هجوم بثلاث طائرات مسيرة قاعدة حرير قرب أربيل ليل أمس، وأصيب جنديان في الهجوم.\n"
    "واتهم مسؤول أميركي كتائب حزب الله بتنفيذ الهجوم، ونفت كتائب حزب الله ضلوعها في الهجوم.\n"
    "وقال المتحدث باسم الجيش العراقي يحيى رسول إن الدفاعات الجوية أسقطت طائرة مسيرة رابعة.\n"
    "ويعتقد أن الهجوم جاء ردا على غارة أميركية قتلت ثلاثة مقاتلين في القائم يوم الأحد."
)


@pytest.mark.parametrize("text", [RAID, ARTICLE])
def test_every_path_of_a_claim_leads_somewhere(read: Read, text: str) -> None:
    record = read(text)
    claims = [(event, claim) for event in record.events for claim in event.attributions]
    assert claims
    for event, claim in claims:
        for path in claim.about:
            if path != "occurrence":
                assert value_at(event, path) is not None


def test_ids_are_numbered_and_causes_exist(read: Read) -> None:
    record = read(ARTICLE)
    ids = [event.id for event in record.events]
    assert ids == [f"e{number}" for number in range(1, len(ids) + 1)]
    assert {event.caused_by for event in record.events} <= {None, *ids}


def test_an_article_of_nothing_gives_an_empty_record() -> None:
    record = assemble(document(""), Analysis())
    assert record.events == []
    assert record.sentences == []


def test_every_target_stands_once(read: Read) -> None:
    event = only(read("قصف الجيش مستودعا قرب حمص. وأكد ناشط أن الجيش قصف المستودع."))
    assert len(event.targets) == 1


@pytest.mark.parametrize(
    "text",
    [
        gap(
            "a launcher fused with its missiles lets two acts become one",
            "أطلقت فصائل صواريخ على قاعدة عين الأسد. ورد الجيش الأميركي بغارات على القائم.",
        )
    ],
)
def test_attack_and_answer_stay_two(read: Read, text: str) -> None:
    record = read(text)
    assert [facts(e)["by"] for e in record.events] == [["faction"], ["US military"]]
