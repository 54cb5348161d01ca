"""Tolls: how many were killed, wounded or are missing, in every way that news counts them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extract.record import CasualtyStatus, Record
from tests.extract.lang.ar.reading import bounds, gap

Read = Callable[..., Record]
Bounds = tuple[int | None, int | None] | None


def tolls(record: Record) -> tuple[Bounds, Bounds]:
    """The dead and the wounded of the one event that has any."""
    counted = [event for event in record.events if event.casualties]
    assert len(counted) == 1, [event.text for event in record.events]
    return bounds(counted[0].killed), bounds(counted[0].wounded)


COUNTS = [
    ("قتل خمسة جنود في هجوم على حاجز قرب حمص.", (5, 5), None),
    ("قتل جندي برصاص قناص في مأرب.", (1, 1), None),
    ("قتل شرطيان بهجوم مسلح في العريش.", (2, 2), None),
    ("قُتلت امرأة في قصف مدفعي على حلب.", (1, 1), None),
    ("انفجار عبوة في كابل يودي بحياة 12 مدنيا.", (12, 12), None),
    ("انفجرت عبوة في الموصل ما أدى إلى مقتل ثلاثة مدنيين.", (3, 3), None),
    ("أسفرت الغارة على صنعاء عن مقتل 3 مدنيين وإصابة سبعة أطفال.", (3, 3), (7, 7)),
    ("أسفر القصف على غزة عن 14 قتيلا و30 جريحا.", (14, 14), (30, 30)),
    ("أصيب عشرات المدنيين في قصف على خان يونس.", None, (None, None)),
    ("ما لا يقل عن 20 قتيلا في تفجير انتحاري بالموصل.", (20, None), None),
    ("قتل أكثر من 30 شخصا في غارة على تعز.", (30, None), None),
    ("قتل 12 شخصا على الأقل في تفجير انتحاري في بيشاور.", (12, None), None),
    ("لقي 24 شخصا مصرعهم في انفجار سيارة مفخخة في كركوك.", (24, 24), None),
    ("قتل 1,200 شخص في هجوم على بلدات قرب غزة.", (1200, 1200), None),
    ("قتل ١٧ جنديا في قصف صاروخي على معسكر في مأرب.", (17, 17), None),
    ("قتل مئة وخمسة وعشرون شخصا في غارة على سوق في تعز.", (125, 125), None),
    ("خلف الانفجار في عدن سبعة قتلى وعددا من الجرحى.", (7, 7), (None, None)),
    ("قضى ثلاثة صيادين بقصف زورقهم قبالة غزة.", (3, 3), None),
    ("ارتفعت حصيلة قتلى التفجير في مقديشو إلى 53 قتيلا.", (53, 53), None),
    ("ارتفع عدد ضحايا الغارة على تعز إلى 31 قتيلا.", (31, 31), None),
    ("ارتفعت إلى 12 جنديا حصيلة قتلى الهجوم على المعسكر في مأرب.", (12, 12), None),
    ("سقط صاروخ قرب مطار أربيل من دون وقوع إصابات.", (0, 0), (0, 0)),
    ("لم يسفر الهجوم على القاعدة عن أي ضحايا.", (0, 0), (0, 0)),
    ("سقطت قذيفة على القرية ولم يصب أحد.", (0, 0), (0, 0)),
    ("قتل نحو 40 شخصا في قصف على الفاشر.", (40, 40), None),
    ("استشهد ثلاثة مدنيين في غارة على رفح.", (3, 3), None),
    ("قتل جنديان وأصيب خمسة مدنيين في قصف على حمص.", (2, 2), (5, 5)),
    (
        "أسفرت الغارة على صنعاء عن مقتل 3 مدنيين وإصابة 17 آخرين.",
        (3, 3),
        (17, 17),
    ),
    (
        "انفجرت عبوة في الموصل ما أدى إلى مقتل ثلاثة مدنيين وإصابة خمسة آخرين.",
        (3, 3),
        (5, 5),
    ),
    ("قتل جندي وأصيب أربعة آخرون في قصف على حمص.", (1, 1), (4, 4)),
    gap(
        "a verb after «و» at the head of a sentence with «آخرين»",
        "وأصيب ثلاثة جنود آخرين بجروح في الانفجار الذي وقع قرب الموصل.",
        None,
        (3, 3),
    ),
    ("بين 10 و15 قتيلا في غارة على الرقة.", (10, 15), None),
    ("وقتل في الهجوم على معبر الكرامة نحو 40 شخصا.", (40, 40), None),
    ("حصدت الغارة على الحديدة أرواح ستة مزارعين.", (6, 6), None),
    gap(
        "a definite event word without arguments beside a toll",
        "حصدت الغارة أرواح ستة مزارعين في الحديدة.",
        (6, 6),
        None,
    ),
    gap(
        "the second of two joined words for victims",
        "سقط عشرات القتلى والجرحى في تفجيرين في الموصل.",
        (None, None),
        (None, None),
    ),
    gap(
        "a second victim joined by «و» with a pronoun",
        "قتلت امرأة وطفلاها في قصف مدفعي على حلب.",
        (3, 3),
        None,
    ),
    gap("nobody hurt: no dead either", "سقط صاروخ قرب أربيل ولم يصب أحد بأذى.", (0, 0), (0, 0)),
]


@pytest.mark.parametrize(("text", "killed", "wounded"), COUNTS)
def test_counts(read: Read, text: str, killed: Bounds, wounded: Bounds) -> None:
    assert tolls(read(text)) == (killed, wounded)


def test_conflicting_tolls_give_lowest_and_highest(read: Read) -> None:
    text = (
        "انفجرت سيارة مفخخة في كركوك أمس. وقالت الشرطة إن الانفجار قتل سبعة أشخاص. "
        "لكن مصدرا طبيا قال إن الانفجار قتل تسعة أشخاص."
    )
    assert tolls(read(text))[0] == (7, 9)


def test_a_part_does_not_count_as_the_whole(read: Read) -> None:
    record = read("قتل 9 أشخاص بينهم ثلاثة أطفال في غارة على إدلب.")
    (event,) = record.events
    assert bounds(event.killed) == (9, 9)
    assert [(c.low, c.high, c.whole) for c in event.casualties] == [(9, 9, True), (3, 3, False)]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("قتل المهاجمون الثلاثة خلال الهجوم على الفندق في كابل.", None),
        ("قتل منفذ الهجوم على الفندق في كابل.", None),
        ("قتل جنديان خلال هجوم على ثكنة في مالي. وقتل أربعة من المهاجمين.", (2, 2)),
        gap(
            "attackers and others in one count",
            "قتل أربعة من المهاجمين وجندي واحد خلال هجوم على ثكنة في مالي.",
            (1, 1),
        ),
    ],
)
def test_the_attackers_own_dead_are_no_victims(read: Read, text: str, killed: Bounds) -> None:
    (event,) = read(text).events
    assert bounds(event.killed) == killed


WARS = [
    "قصف الجيش السوري قرية في إدلب أمس. وقتل أكثر من 300 ألف شخص في سوريا منذ بدء الحرب عام 2011.",
    "قصف الجيش السوري قرية في إدلب أمس. ومنذ اندلاع النزاع قتل 40 ألف مدني.",
    "قصف الجيش السوري قرية في إدلب أمس. وأودت الحرب بحياة 150 ألف شخص منذ 2015.",
]


@pytest.mark.parametrize("text", WARS)
def test_the_toll_of_a_whole_war_is_left_out(read: Read, text: str) -> None:
    events = read(text).events
    assert events
    assert [c.text for event in events for c in event.casualties] == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("قتل ثلاثة جنود في قصف على حمص.", CasualtyStatus.KILLED),
        ("جرح ثلاثة جنود في قصف على حمص.", CasualtyStatus.WOUNDED),
        gap(
            "the missing are no toll yet",
            "فقد ثلاثة بحارة في هجوم على سفينة قرب عدن.",
            CasualtyStatus.MISSING,
        ),
    ],
)
def test_status(read: Read, text: str, status: CasualtyStatus) -> None:
    found = [c.status for event in read(text).events for c in event.casualties]
    assert found == [status]


def test_the_words_of_a_toll_are_its_own(read: Read) -> None:
    (event,) = read("أسفر القصف على غزة عن 14 قتيلا و30 جريحا.").events
    assert [c.text for c in event.casualties] == ["14 قتيلا", "30 جريحا"]


ABSENT = [
    ("انفجرت عبوة في درعا من دون أن يصاب أحد.", (0, 0), (0, 0)),
    ("استهدفت طائرة مسيرة مطار أربيل واقتصرت الأضرار على الماديات.", (0, 0), (0, 0)),
    ("سقطت قذائف على حي في حلب ولم تتجاوز الخسائر الأضرار المادية.", (0, 0), (0, 0)),
    ("سقط صاروخ في كركوك ولم تسجل أي إصابات.", (0, 0), (0, 0)),
    ("انفجرت قنبلة في مقديشو ولم يصب أحد من الجنود.", None, (0, 0)),
]


@pytest.mark.parametrize(("text", "killed", "wounded"), ABSENT)
def test_nobody_hurt(read: Read, text: str, killed: Bounds, wounded: Bounds) -> None:
    assert tolls(read(text)) == (killed, wounded)


UNKNOWN = [
    "سقطت قذيفة على منزل في تعز ولم ترد أنباء عن إصابات.",
    "قصف الجيش السوري بلدة سرمين ولا معلومات عن سقوط ضحايا.",
    "استهدفت غارة بلدة في صعدة ولم يورد المصدر خسائر.",
    "انفجرت سيارة في بغداد ولم يعرف ما إذا كان هناك قتلى.",
]


@pytest.mark.parametrize("text", UNKNOWN)
def test_what_is_not_known_is_not_zero(read: Read, text: str) -> None:
    assert all(not event.casualties for event in read(text).events)


TOTALS = [
    ("انفجار سيارة مفخخة في كركوك وبلغ عدد القتلى 14 والجرحى 30.", (14, 14), (30, 30)),
    ("خفضت السلطات حصيلة قتلى التفجير في كابل من 60 إلى 48.", (48, 60), None),
    ("قتل زعيم الجماعة و11 آخرون في غارة جوية على بلدة في مأرب.", (12, 12), None),
    ("قتل في غارة على صنعاء 36 مدنيا.", (36, 36), None),
    ("مقتل وإصابة 20 جنديا في كمين قرب مأرب.", (None, None), (None, None)),
]


@pytest.mark.parametrize(("text", "killed", "wounded"), TOTALS)
def test_totals_and_shared_numbers(read: Read, text: str, killed: Bounds, wounded: Bounds) -> None:
    assert tolls(read(text)) == (killed, wounded)


PARTS = [
    ("قتل تسعة أشخاص، ستة منهم جنود، في هجوم على حاجز قرب الموصل.", (9, 9)),
    ("قتل ثلاثة مدنيين، هم رجل وامرأتان، في قصف مدفعي على حلب.", (3, 3)),
    ("أربعة قضوا وأصيب ستة في هجوم مسلح في كركوك.", (4, 4)),
]


@pytest.mark.parametrize(("text", "killed"), PARTS)
def test_parts_are_no_tolls_of_their_own(read: Read, text: str, killed: Bounds) -> None:
    assert tolls(read(text))[0] == killed


LONG = [
    "قصف الجيش السوداني سوقا في الفاشر. وقتل أكثر من 20 ألف شخص منذ بدء الحرب.",
    "قصفت المدفعية حيا في تعز. وحصدت الحرب أرواح 300 ألف شخص.",
]


@pytest.mark.parametrize("text", LONG)
def test_the_dead_of_a_whole_war_belong_to_no_event(read: Read, text: str) -> None:
    assert all(not event.casualties for event in read(text).events)


def test_the_dead_since_this_morning_belong_to_the_event(read: Read) -> None:
    found = tolls(read("سقط 25 قتيلا في الناصرية منذ فجر الخميس عندما فتحت قوات الأمن النار."))
    assert found[0] == (25, 25)
