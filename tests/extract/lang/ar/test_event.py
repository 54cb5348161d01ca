"""Events: what happened, who did it, to whom, with what and where, by the grammar of a sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from extract.record import Record
from tests.extract.lang.ar.reading import assert_facts, facts, gap, only

Read = Callable[..., Record]

ISRAEL, SYRIA, RUSSIA = "Israeli military", "Syrian government forces", "Russian armed forces"
SHABAAB, RSF = "Al-Shabaab", "Rapid Support Forces (RSF)"

ORDERS = [
    (
        "قصفت المدفعية السورية بلدة كفرنبل فجر اليوم.",
        {
            "type": "artillery_shelling",
            "by": [SYRIA],
            "place_en": "Kafr Nabl",
            "date": "2024-05-15",
        },
    ),
    ("مدفعية الجيش السوري قصفت بلدة كفرنبل.", {"type": "artillery_shelling", "by": [SYRIA]}),
    (
        "الجيش الإسرائيلي استهدف سيارة في بلدة كفركلا بطائرة مسيرة.",
        {"type": "drone_strike", "by": [ISRAEL], "targets": ["سيارة"], "weapons": ["طائرة مسيرة"]},
    ),
    (
        "استُهدفت دورية للجيش اللبناني قرب بعلبك بعبوة ناسفة.",
        {
            "type": "ied_or_mine",
            "by": [],
            "targets": ["دورية للجيش اللبناني"],
            "place_en": "Baalbek",
        },
    ),
    (
        "غارة جوية إسرائيلية على مستودع في مدينة حمص.",
        {"type": "air_strike", "by": [ISRAEL], "targets": ["مستودع"], "place_en": "Homs"},
    ),
    (
        "شنت مقاتلات أميركية غارات على مواقع للحوثيين في الحديدة.",
        {"type": "air_strike", "by": ["US forces"], "targets": ["مواقع للحوثيين"]},
    ),
    (
        "نفذت القوات التركية قصفا مدفعيا على قرى في ريف حلب.",
        {"type": "artillery_shelling", "by": ["Turkish Armed Forces"], "targets": ["قرى"]},
    ),
    (
        "شن سلاح الجو الإسرائيلي غارة على ضاحية بيروت الجنوبية.",
        {"type": "air_strike", "by": ["Israeli Air Force"]},
    ),
    (
        "تعرضت قاعدة عين الأسد لهجوم بثلاث طائرات مسيرة.",
        {"type": "drone_strike", "by": [], "weapon_counts": [3], "country": "IQ"},
    ),
    (
        "تعرضت ناقلة نفط لهجوم بصاروخ في خليج عدن.",
        {"type": "missile_rocket_attack", "by": [], "target_kinds": ["ship"]},
    ),
    (
        "تعرض رتل للجيش السوري لكمين في البادية.",
        {"type": "ambush_or_shooting", "by": [], "targets": ["رتل للجيش السوري"]},
    ),
    ("استهدفت غارتان منزلين في رفح.", {"type": "air_strike", "counts": [2], "place_en": "Rafah"}),
    (
        "هاجم مسلحون نقطة تفتيش بالأسلحة الرشاشة في كركوك.",
        {"type": "ambush_or_shooting", "by_words": ["مسلحون"], "place_en": "Kirkuk"},
    ),
    (
        "أطلقت الفصائل صواريخ غراد على مدينة القرداحة.",
        {"type": "missile_rocket_attack", "by_words": ["الفصائل"], "weapons": ["صواريخ غراد"]},
    ),
    (
        "سقطت قذائف هاون على حي سكني في دمشق.",
        {"type": "artillery_shelling", "by": [], "targets": ["حي سكني"], "place_en": "Damascus"},
    ),
    (
        "اعترضت الدفاعات الجوية طائرة مسيرة فوق أربيل.",
        {"type": "interception", "target_kinds": ["aircraft"], "place_en": "Erbil"},
    ),
    (
        "اعتقلت القوات الإسرائيلية ستة فلسطينيين في نابلس.",
        {"type": "raid_or_arrest", "by": [ISRAEL], "counts": [6], "place_en": "Nablus"},
    ),
    (
        "خطف مسلحون ثلاثة صحفيين في بغداد.",
        {"type": "abduction", "targets": ["ثلاثة صحفيين"], "counts": [3], "place_en": "Baghdad"},
    ),
    (
        "سيطرت قوات الدعم السريع على مدينة ود مدني.",
        {"type": "advance_or_capture", "by": [RSF], "place_en": "Wad Medani"},
    ),
    (
        "نسف مجهولون خط أنابيب للغاز في سيناء.",
        {"type": "sabotage", "by_words": ["مجهولون"], "target_kinds": ["infrastructure"]},
    ),
    ("اغتيل العالم النووي محسن فخري زاده قرب طهران.", {"type": "assassination", "by": []}),
    (
        "مقتل ثلاثة جنود في كمين قرب الموصل.",
        {"type": "ambush_or_shooting", "by": [], "killed": (3, 3), "place_en": "Mosul"},
    ),
    (
        "هجوم بسيارة مفخخة يستهدف فندقا في مقديشو.",
        {"type": "suicide_or_car_bomb", "targets": ["فندقا"], "place_en": "Mogadishu"},
    ),
    (
        "قُتل قيادي في حركة حماس بغارة إسرائيلية على صيدا.",
        {"type": "air_strike", "by": [ISRAEL], "killed": (1, 1), "place_en": "Sidon"},
    ),
    (
        "قتل الجندي الذي كان يحرس المعبر في انفجار لغم.",
        {"type": "ied_or_mine", "by": [], "weapons": ["لغم"]},
    ),
    (
        "دانت الأمم المتحدة الهجوم الذي شنته حركة الشباب على فندق في مقديشو.",
        {"by": [SHABAAB], "place_en": "Mogadishu"},
    ),
    (
        "أطلقت فصائل صواريخ على قاعدة عين الأسد.",
        {"type": "missile_rocket_attack", "by_words": ["فصائل"], "weapons": ["صواريخ"]},
    ),
    *[
        (
            "الجيش السوري قصف بلدة سرمين.",
            {"type": "artillery_shelling", "by": [SYRIA], "targets": ["بلدة سرمين"]},
        ),
        (
            "قال ناشط إن الجيش السوري قصف بلدة سرمين.",
            {"type": "artillery_shelling", "by": [SYRIA], "basis": ["attributed"]},
        ),
        (
            "ذكرت قناة محلية أن سلاح الجو الإسرائيلي قصف المطار.",
            {"by": ["Israeli Air Force"], "targets": ["المطار"]},
        ),
    ],
    ("الجيش السوري يقصف بلدة سرمين.", {"type": "artillery_shelling", "by": [SYRIA]}),
    (
        "دانت الأمم المتحدة الهجوم الذي شنته حركة الشباب على فندق في مقديشو.",
        {"by": [SHABAAB], "targets": ["فندق"]},
    ),
    (
        "اندلعت اشتباكات عنيفة بين الجيش السوداني وقوات الدعم السريع في أم درمان.",
        {"type": "armed_clash", "by": ["Sudanese Armed Forces (SAF)", RSF]},
    ),
    gap(
        "a name after «العالم النووي» is lost",
        "اغتيل العالم النووي محسن فخري زاده قرب طهران.",
        {"targets": ["العالم النووي محسن فخري زاده"]},
    ),
    ("استهدفت غارة مقرا في البوكمال.", {"type": "air_strike", "targets": ["مقرا"]}),
    (
        "فجر انتحاري نفسه داخل مسجد في بيشاور.",
        {"type": "suicide_or_car_bomb", "targets": ["مسجد"], "place_en": "Peshawar"},
    ),
    gap(
        "the weapon of a passive verb after its subject",
        "نقلت وكالة رويترز عن مسؤول قوله إن الهجوم على القاعدة نفذ بطائرة مسيرة.",
        {"type": "drone_strike"},
    ),
    (
        "اغتال مسلحون مجهولون ضابطا في البصرة بمسدس كاتم للصوت.",
        {"type": "assassination", "targets": ["ضابطا"]},
    ),
    gap(
        "the boats that seize a ship make it an attack at sea",
        "استولت زوارق تابعة للحرس الثوري على ناقلة في مضيق هرمز.",
        {"type": "naval_attack"},
    ),
    gap(
        "fire that is set is no target",
        "أضرم مستوطنون النار في منازل ببلدة حوارة.",
        {"type": "other_violence", "targets": ["منازل"]},
    ),
]


@pytest.mark.parametrize(("text", "wanted"), ORDERS)
def test_event_of_a_sentence(read: Read, text: str, wanted: dict[str, Any]) -> None:
    assert_facts(only(read(text)), wanted)


WEAPONS = [
    ("قصف", "مدفعي", "artillery_shelling"),
    ("قصف", "جوي", "air_strike"),
    ("قصف", "صاروخي", "missile_rocket_attack"),
    ("هجوم", "صاروخي", "missile_rocket_attack"),
    ("هجوم", "انتحاري", "suicide_or_car_bomb"),
    ("هجوم", "بطائرة مسيرة", "drone_strike"),
    ("هجوم", "بسيارة مفخخة", "suicide_or_car_bomb"),
    ("هجوم", "بعبوة ناسفة", "ied_or_mine"),
    ("هجوم", "بقذائف الهاون", "artillery_shelling"),
    ("هجوم", "بصواريخ باليستية", "missile_rocket_attack"),
    ("هجوم", "بالأسلحة الرشاشة", "ambush_or_shooting"),
    ("هجوم", "بزوارق مفخخة", "naval_attack"),
    ("هجوم", "بالسكاكين", "other_violence"),
    ("هجوم", "بغاز الكلور", "other_violence"),
    ("انفجار", "عبوة ناسفة", "ied_or_mine"),
    ("انفجار", "سيارة مفخخة", "suicide_or_car_bomb"),
    ("تفجير", "انتحاري", "suicide_or_car_bomb"),
]


@pytest.mark.parametrize(
    ("act", "weapon", "kind"),
    [
        gap("a boat that is booby-trapped is read as a car bomb", *one)
        if one[1] == "بزوارق مفخخة"
        else one
        for one in WEAPONS
    ],
)
def test_the_weapon_decides_the_type(read: Read, act: str, weapon: str, kind: str) -> None:
    assert_facts(only(read(f"وقع {act} {weapon} في مدينة الموصل أمس.")), {"type": kind})


COORDINATED = [
    ("قصف الجيش السوري سرمين وبنش وأريحا.", ["سرمين", "بنش", "أريحا"]),
    ("استهدف الجيش مستودعا ومقرا للفصيل.", ["مستودعا", "مقرا"]),
    ("غارات على مطار وثكنة وجسر قرب حلب.", ["مطار", "ثكنة", "جسر"]),
    ("قصف الطيران الروسي سوقا في معرة النعمان ومدرسة في أريحا.", ["سوقا", "مدرسة"]),
]


@pytest.mark.parametrize(("text", "targets"), COORDINATED)
def test_joined_targets(read: Read, text: str, targets: list[str]) -> None:
    found = facts(only(read(text)))["targets"]
    assert [any(one in words for words in found) for one in targets] == [True] * len(targets)
    assert len(found) == len(targets)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        gap(
            "an adverb of doubt sticks to the party",
            "قال ناشط إن الجيش السوري ربما استهدف بلدة سرمين.",
            "الجيش السوري",
        ),
        ("استهدفت غارة مقرا في البوكمال.", None),
    ],
)
def test_words_keep_to_what_they_name(read: Read, text: str, words: str | None) -> None:
    event = only(read(text))
    assert facts(event)["by_words"] == ([words] if words else [])
    assert event.text != "غارة مقرا"


def test_two_acts_in_one_sentence_stay_two(read: Read) -> None:
    events = read("قصف مدفعي على قرية كنصفرة وغارات جوية على أطراف درعا.").events
    assert [event.type.value for event in events] == ["artillery_shelling", "air_strike"]


NO_EVENT = [
    ("لم تقصف الطائرات المدينة أمس.", "negated past"),
    ("لن تهاجم إيران القواعد الأميركية.", "negated future"),
    ("لا يستهدف الجيش المدنيين.", "negated present"),
    ("قررت إسرائيل عدم ضرب المنشآت النووية.", "negated noun"),
    ("أجرى الجيش مناورات شملت قصفا مدفعيا على أهداف وهمية.", "manoeuvre"),
    ("تدرب الجنود على صد هجوم بالذخيرة الحية ضمن مناورة مشتركة.", "drill"),
    ("هاجم المنتخب مرمى الخصم في الشوط الثاني من المباراة وسجل اللاعب هدفين.", "sport"),
    ("يشن المدرب هجوما على الحكم بعد مباراة الدوري وخسارة المنتخب في الملعب.", "sport speech"),
    (
        "قصفت أسعار الدولار الليرة في البورصة والتضخم يضرب الأسواق والمصرف المركزي.",
        "economy",
    ),
    ("ضربت عاصفة الساحل وغمرت الأمطار والسيول الطرق وحذرت الأرصاد من الرياح.", "weather"),
    ("افتتح الوزير مدرسة جديدة في المدينة.", "nothing violent"),
    ("تعتزم تركيا شن عملية عسكرية في شمال سوريا.", "a plan without an act"),
]


@pytest.mark.parametrize("text", [n[0] for n in NO_EVENT], ids=[n[1] for n in NO_EVENT])
def test_no_event_that_happened(read: Read, text: str) -> None:
    told = [(e.type.value, e.text) for e in read(text).events if e.status.value == "happened"]
    assert told == []


NOT_HAPPENED = [
    ("سيقصف الجيش المدينة غدا.", ("threatened", "planned")),
    ("هدد التنظيم بقصف المدينة.", ("threatened", "planned")),
    ("لم يشن الجيش أي غارة على المدينة.", ()),
    gap("«لو»: an unreal condition", "لو هاجمت القوات المدينة لسقطت.", ()),
    ("إذا قصفت إسرائيل المنشأة فسترد إيران.", ("threatened", "planned")),
]


@pytest.mark.parametrize(("text", "statuses"), NOT_HAPPENED)
def test_what_has_not_happened_is_not_told_as_a_fact(
    read: Read, text: str, statuses: tuple[str, ...]
) -> None:
    assert [e.text for e in read(text).events if e.status.value not in statuses] == []


INNOCENT = [
    ("قتل شرطيان بهجوم مسلح في العريش.", ["شرطيان"]),
    ("قتل خمسة جنود في هجوم على حاجز في درعا.", ["جنود"]),
    ("سقط ثلاثة مدنيين قتلى في غارة على تعز.", ["مدنيين"]),
    ("مقتل امرأة وطفل في قصف على خان يونس.", ["امرأة", "طفل"]),
    ("تعرض عناصر من الجيش لكمين قرب الموصل.", ["عناصر"]),
    ("قتل قائد في قوات الدعم السريع بغارة على الفاشر.", ["قائد", "الدعم"]),
    ("وبحسب المرصد السوري، قتل أربعة جنود في هجوم لتنظيم داعش شرق تدمر.", ["جنود"]),
    ("قتل أربعة جنود بهجوم لتنظيم داعش قرب تدمر.", ["جنود"]),
    ("قتل أربعة من المهاجمين وجندي واحد خلال هجوم على ثكنة في مالي.", ["جندي"]),
    ("استشهاد فلسطينيين اثنين برصاص قوات الاحتلال في جنين.", ["فلسطينيين"]),
    ("قتل ثلاثة فلسطينيين برصاص الجيش الإسرائيلي في جنين.", ["فلسطينيين"]),
    ("أسقطت الدفاعات الجوية طائرة مسيرة للحوثيين فوق الرياض.", ["الحوثيين"]),
]
BESIDE_ATTACKERS = "a dead soldier beside the dead attackers"
BLAMED_VICTIMS = {
    "قتل أربعة من المهاجمين وجندي واحد خلال هجوم على ثكنة في مالي.": BESIDE_ATTACKERS,
}


@pytest.mark.parametrize(
    ("text", "victims"),
    [gap(BLAMED_VICTIMS[one[0]], *one) if one[0] in BLAMED_VICTIMS else one for one in INNOCENT],
)
def test_victims_are_never_perpetrators(read: Read, text: str, victims: list[str]) -> None:
    events = read(text).events
    assert events
    blamed = [p.text for event in events for p in event.perpetrators]
    assert [words for words in blamed if any(one in words for one in victims)] == []


@pytest.mark.parametrize(
    ("text", "launcher"),
    [
        (text, "الحوثيون")
        for text in (
            "أسقطت الدفاعات السعودية صاروخا أطلقه الحوثيون باتجاه الرياض.",
            "اعترضت مدمرة أميركية طائرة مسيرة أطلقها الحوثيون فوق البحر الأحمر.",
        )
    ],
)
def test_who_fires_is_not_who_is_hit(read: Read, text: str, launcher: str) -> None:
    events = read(text).events
    assert launcher not in [t.text for event in events for t in event.targets]
    assert launcher in [p.text for event in events for p in event.perpetrators]


PLACES = [
    ("قصف مدفعي على أطراف معرة مصرين.", "معرة مصرين"),
    ("غارة على مواقع شرق مدينة تدمر.", "تدمر"),
    ("هجوم صاروخي في محيط مطار عدن.", "عدن"),
    gap(
        "the named quarter or village that was hit gives way to what lies around it",
        "غارة على حي السكري في حلب.",
        "السكري",
    ),
    gap(
        "the named quarter or village that was hit gives way to what lies around it",
        "قصف على قرية البارة في ريف إدلب الجنوبي.",
        "البارة",
    ),
    ("غارة إسرائيلية على درعا.", "درعا"),
    gap("a town whose name looks like another noun", "غارة جوية على حجة.", "حجة"),
    gap("a town whose name looks like another noun", "قصف أميركي على القائم.", "القائم"),
    ("انفجار سيارة مفخخة ببغداد.", "بغداد"),
    ("استهدف قصف مبنى بدمشق.", "دمشق"),
]


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_where_it_happened(read: Read, text: str, place: str) -> None:
    found = facts(only(read(text)))["place"]
    assert found is not None
    assert place in found
