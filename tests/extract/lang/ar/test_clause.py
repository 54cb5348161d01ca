"""Clauses of news prose: what stands before, between and inside the words of an act."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from extract.record import Record
from tests.extract.lang.ar.reading import assert_facts, bounds, only

Read = Callable[..., Record]

CLAUSES: list[tuple[str, dict[str, Any]]] = [
    ("وفي مأرب قصفت طائرات حربية ثكنة للجيش.", {"place": "مأرب"}),
    ("قالت مصادر إن صاروخين أصابا مستودعا في أربيل.", {"targets": ["مستودعا"]}),
    ("تبنت الجماعة خطف ثلاثة مدنيين في درعا.", {"targets": ["ثلاثة مدنيين"]}),
    ("احتجزت مجموعة مسلحة، مساء أمس، سائقا في السويداء.", {"targets": ["سائقا"]}),
    (
        "أمطر مسلحون بقذائف الهاون ثكنة في تعز.",
        {"targets": ["ثكنة"], "weapons": ["قذائف الهاون"], "by_words": ["مسلحون"]},
    ),
    (
        "فجر انتحاري سيارته المفخخة عند حاجز في مقديشو.",
        {"type": "suicide_or_car_bomb", "weapons": ["سيارته المفخخة"]},
    ),
    ("تفجير سيارة مفخخة أمام مقر للشرطة في عدن.", {"weapons": ["سيارة مفخخة"]}),
    (
        "اندلعت مواجهات مسلحة في طرابلس استخدمت فيها الرشاشات.",
        {"weapons": ["الرشاشات"]},
    ),
    (
        "أصابت طائرة مسيرة أُطلقت من لبنان، بناية في مدينة حيفا.",
        {"targets": ["بناية"]},
    ),
    ("أسقطت الدفاعات الجوية مسيرة فوق نجران.", {"type": "interception"}),
    ("أعلن التحالف تدمير صاروخ باليستي في سماء نجران.", {"type": "interception"}),
    (
        "شن مسلحون، يستقلون سيارة، هجوما على حاجز في رفح.",
        {"targets": ["حاجز"]},
    ),
    (
        "هجوم شنه مسلحون، يستقلون دراجات، على حاجز أمني في رفح.",
        {"targets": ["حاجز أمني"], "by_words": ["مسلحون"]},
    ),
    ("قصفت قوات الجيش (شرق المدينة) مستودعا في حمص.", {"targets": ["مستودعا"]}),
]


@pytest.mark.parametrize(("text", "wanted"), CLAUSES)
def test_arguments_of_a_clause(read: Read, text: str, wanted: dict[str, Any]) -> None:
    assert_facts(only(read(text)), wanted)


NOT_BLAMED = [
    ("عبوة ناسفة كانت مزروعة على الطريق غرب بغداد انفجرت أمس.", "غرب بغداد"),
    ("مقتل القيادي سالم الحسن الذي قتل في غارة على صور.", "سالم الحسن"),
    ("أسقط مقاتلون مسيرة للجيش السوداني قرب نيالا.", "الجيش السوداني"),
    ("اعترض الجيش صاروخا فيما يعد ثاني صاروخ يستهدف المدينة.", "ثاني صاروخ"),
]


@pytest.mark.parametrize(("text", "innocent"), NOT_BLAMED)
def test_who_did_nothing_is_not_blamed(read: Read, text: str, innocent: str) -> None:
    blamed = [p.text for event in read(text).events for p in event.perpetrators]
    assert innocent not in blamed


def test_the_place_of_a_speaker_is_not_the_place_of_the_act(read: Read) -> None:
    event = only(read("وفي بغداد قال مصدر إن الجيش قصف بلدة هجين."))
    assert event.place is not None
    assert event.place.text == "بلدة هجين"


def test_an_exact_place_counts_more_than_a_direction(read: Read) -> None:
    event = only(read("قصفت المدفعية حيا سكنيا في بلدة سرمين شرقي إدلب."))
    assert event.place is not None
    assert event.place.text == "بلدة سرمين"


def test_weapons_that_a_party_denies_to_have_used_are_none_of_the_act(read: Read) -> None:
    event = only(read("فتحت الشرطة النار في البصرة. ونفت أنها استخدمت القنابل."))
    assert "القنابل" not in [w.text for w in event.weapons]


def test_machines_destroyed_on_the_ground_are_not_intercepted(read: Read) -> None:
    events = read("هجوم على قاعدة جوية في الخرطوم أدى إلى تدمير ثلاث مقاتلات.").events
    assert "interception" not in [event.type.value for event in events]


COUNTS = [
    ("قتل 15 جنديا وضابطا في هجوم على حاجز في رفح.", (15, 15)),
    ("قتل أربعة جنود وضابط في كمين قرب مأرب.", (5, 5)),
    ("قتل ثلاثة من الجيش واثنان من الشرطة في غارة على الرمادي.", (5, 5)),
    ("اغتال مسلحان الباحث سالم الحسن في عدن.", (1, 1)),
    ("قتل مسلحون ثلاثة جنود في كمين قرب مأرب.", (3, 3)),
    ("قال الجيش إن ثلاثة مدنيين، بينهم طفل، قضوا في قصف على حلب.", (3, 3)),
    ("أحد الجنود لقي حتفه وأصيب خمسة مدنيين في هجوم على حاجز.", (1, 1)),
]


@pytest.mark.parametrize(("text", "killed"), COUNTS)
def test_how_many_died(read: Read, text: str, killed: tuple[int, int]) -> None:
    counted = [event for event in read(text).events if event.killed is not None]
    assert [bounds(event.killed) for event in counted] == [killed]


def test_the_attackers_dead_are_not_counted(read: Read) -> None:
    record = read("اشتبكت القوات مع المهاجمين في سيناء وقتلت ثلاثة منهم.")
    assert all(event.killed is None for event in record.events)


def test_no_further_wounded_is_not_nobody(read: Read) -> None:
    record = read("أصيب أربعة مدنيين في قصف على إدلب. وتأكدت الفرق من عدم وجود مصابين آخرين.")
    assert [bounds(event.wounded) for event in record.events] == [(4, 4)]


def test_somebody_named_is_one_of_the_dead(read: Read) -> None:
    record = read("قتل خمسة أشخاص في غارة على صور. ومقتل القيادي سالم الحسن في الغارة مؤكد.")
    assert [bounds(event.killed) for event in record.events] == [(5, 5)]


CASES = [
    ("قصف مدفعي على درعا جنوب سوريا.", ["درعا"]),
    ("هاجم مسلحون موكبا وكان القائد يلبس درعا.", ["موكبا"]),
]


@pytest.mark.parametrize(("text", "targets"), CASES)
def test_a_name_that_looks_like_an_accusative(read: Read, text: str, targets: list[str]) -> None:
    assert [target.text for target in only(read(text)).targets] == targets


def test_a_town_counts_more_than_a_part_of_a_country(read: Read) -> None:
    event = only(read("أغارت طائرات على بلدة يارون جنوبي لبنان."))
    assert event.place is not None
    assert event.place.text == "بلدة يارون"
