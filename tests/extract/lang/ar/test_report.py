"""Reports: who says, accuses, claims and denies; how surely; about what."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extract.record import Attribution, Record
from tests.extract.lang.ar.reading import gap

Read = Callable[..., Record]


def claims(record: Record) -> list[Attribution]:
    return [one for event in record.events for one in event.attributions]


def sources(record: Record, kind: str | None = None) -> list[str | None]:
    return list(
        dict.fromkeys(
            one.source_text for one in claims(record) if kind is None or one.claim.value == kind
        )
    )


SPEAKERS = [
    ("قال قائد الشرطة إن الانفجار في عدن قتل أربعة أشخاص.", "قائد الشرطة"),
    ("قائد الشرطة قال إن الانفجار في عدن قتل أربعة أشخاص.", "قائد الشرطة"),
    ("قتل أربعة جنود في غارة على تعز، وفق مصدر عسكري.", "مصدر عسكري"),
    ("وفقا لوزارة الصحة، قتل ثمانية مدنيين في قصف على رفح.", "وزارة الصحة"),
    (
        "بحسب المرصد السوري لحقوق الإنسان، قتل جنديان في غارة على تدمر.",
        "المرصد السوري لحقوق الإنسان",
    ),
    ("قتل ستة في قصف على تعز، بحسب ما أعلنت وزارة الداخلية العراقية.", "وزارة الداخلية العراقية"),
    ("ذكرت قناة العربية أن طائرة مسيرة استهدفت سيارة في النبطية.", "قناة العربية"),
    ("قال شهود عيان إن مسلحين أطلقوا النار على حافلة في بيشاور.", "شهود عيان"),
    ("أكد شاهد عيان طلب عدم كشف اسمه أن مسلحين هاجموا المركز.", "شاهد عيان"),
    ("أعلنت وزارة الدفاع مقتل جنديين في قصف على تعز.", "وزارة الدفاع"),
    ("أفاد مصدر طبي بمقتل طفلين في غارة على رفح.", "مصدر طبي"),
    ("أفاد مراسل الجزيرة بأن غارة استهدفت سوقا في تعز.", "مراسل الجزيرة"),
    ("قتل ستة أشخاص في انفجار بالموصل، حسبما أفاد مصدر طبي.", "مصدر طبي"),
    ("قتل ستة أشخاص في انفجار بالموصل، كما قال الضابط.", "الضابط"),
    ("وقالت حركة الشباب في رسالة على تويتر إن هجوما في مقديشو قتل 16 شخصا.", "حركة الشباب"),
    ("أعلنت إذاعة محلية مقتل 17 من عناصر الشباب المجاهدين في غارة.", "إذاعة محلية"),
    ("وأقر الجيش الإسرائيلي بوقوع إصابات جراء غارة على رفح.", "الجيش الإسرائيلي"),
    ("مصدر أمني لرويترز: مقتل 20 شخصا في انفجار بالموصل.", "مصدر أمني"),
    ("- الجيش اللبناني في بيان: غارة استهدفت سيارة في صور.", "الجيش اللبناني"),
    ("هذا هو الهجوم الذي قالت وزارة الداخلية إنه قتل 14 شخصا.", "وزارة الداخلية"),
    ("أما في الفاشر فأعلنت وزارة الدفاع أن غارة قتلت جنديين.", "وزارة الدفاع"),
    ("وكانت وكالة رويترز قد ذكرت أول الأمر أن غارة قتلت جنديين.", "وكالة رويترز"),
    ("قال مصدر أمني لموقع الخبر نيوز إن غارة قتلت جنديين.", "مصدر أمني"),
    ("وذكرت صحيفة عربية من جهتها أن غارة قتلت جنديين في تعز.", "صحيفة عربية"),
    ("زعمت قناة المسيرة الناطقة باسم الجماعة أن غارة أصابت القاعدة.", "قناة المسيرة"),
    ("لكن مسؤولا أميركيا اشترط عدم ذكر اسمه قال إن غارة قتلت عشرة في كابل.", "مسؤولا أميركيا"),
    ("قصفت إسرائيل الموقع وأعلنت أن الغارة قتلت قياديا.", "إسرائيل"),
    ("قتل أربعة مدنيين في انفجار بمقديشو، تبعا لمسؤول محلي.", "مسؤول محلي"),
    ("لكن مصدرين أمنيين أكدا أن غارة قتلت القيادي في بيروت.", "مصدرين أمنيين"),
    ("أفاد مجلس الأمن في الإقليم بأن صواريخ أصابت أحياء في أربيل.", "مجلس الأمن في الإقليم"),
    ("وقال الناطق باسم الشرطة، عبد الفتاح آدن حسن، إن غارة قتلت عشرة.", "عبد الفتاح آدن حسن"),
]


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_who_says_it(read: Read, text: str, speaker: str) -> None:
    assert speaker in sources(read(text))


def test_the_outlet_itself_needs_no_attribution(read: Read) -> None:
    record = read("قتل أربعة جنود في غارة على تعز أمس.")
    assert claims(record) == []
    assert record.events


def test_relayed_speech_names_speaker_and_channel(read: Read) -> None:
    record = read("نقلت وكالة رويترز عن مسؤول أمني قوله إن صاروخا سقط على قاعدة بلد.")
    (claim,) = claims(record)
    assert claim.source_text == "مسؤول أمني"
    assert [one.text for one in claim.relayed_by] == ["وكالة رويترز"]


def test_a_spokesman_speaks_for_somebody(read: Read) -> None:
    record = read("قال متحدث باسم الجيش الإسرائيلي إن قواته قتلت خمسة مسلحين في جنين.")
    for claim in claims(record):
        assert claim.on_behalf_of is not None
        assert claim.on_behalf_of.canonical_en == "Israeli military"
        assert claim.source_kind.value == "military"
    (event,) = record.events
    assert [(p.canonical_en, p.basis.value) for p in event.perpetrators] == [
        ("Israeli military", "claimed")
    ]


def test_a_surname_stands_for_the_spokesman_named_before(read: Read) -> None:
    record = read(
        "قال المتحدث باسم وزارة الدفاع العراقية تحسين الخفاجي إن صاروخا سقط على قاعدة بلد. "
        "وأضاف الخفاجي أن الصاروخ أصاب مخزنا."
    )
    assert [one.source_canonical_en for one in claims(record)] == ["Tahsin al-Khafaji"] * 2


@pytest.mark.parametrize("participle", ["مضيفا أن", "مؤكدا أن", "مشيرا إلى أن"])
def test_a_participle_goes_on_with_the_same_speaker(read: Read, participle: str) -> None:
    record = read(
        "استهدفت غارة مقرا في البوكمال. وقال الناشط سامر الحموي إن الغارة قتلت خمسة عناصر، "
        f"{participle} سبعة أصيبوا."
    )
    assert sources(record) == ["الناشط سامر الحموي"]
    (event,) = record.events
    spoken = {path for one in event.attributions for path in one.about}
    assert {"casualties/0", "casualties/1"} <= spoken


ACCUSED = [
    ("اتهم وزير الدفاع السوداني قوات الدعم السريع بقصف مستشفى في الفاشر.", "RSF"),
    ("حمّلت الحكومة الصومالية حركة الشباب مسؤولية التفجير في مقديشو.", "Shabaab"),
    ("اتهمت الحكومة اليمنية الحوثيين بقصف حي سكني في تعز.", "Houthis"),
    ("اتهمت جماعة الحوثي التحالف بقيادة السعودية بشن غارة على صعدة.", "Coalition"),
]


@pytest.mark.parametrize(("text", "accused"), ACCUSED)
def test_accusations_blame_on_the_word_of_the_accuser(read: Read, text: str, accused: str) -> None:
    (event,) = read(text).events
    assert [p.basis.value for p in event.perpetrators] == ["attributed"]
    assert accused in (event.perpetrators[0].canonical_en or "")
    (claim,) = event.attributions
    assert claim.claim.value == "perpetrator"
    assert claim.about == ["perpetrators/0"]
    assert claim.source is not None


CLAIMED = [
    ("تبنى تنظيم داعش الهجوم الانتحاري على مسجد في قندوز.", "Islamic State (ISIS)"),
    ("أعلنت حركة الشباب مسؤوليتها عن تفجير سيارة مفخخة في مقديشو.", "Al-Shabaab"),
    (
        "أعلنت جماعة الحوثي مسؤوليتها عن الهجوم على السفينة في البحر الأحمر.",
        "Houthis (Ansar Allah)",
    ),
    ("انفجرت سيارة مفخخة في مقديشو. وتبنت حركة الشباب التفجير.", "Al-Shabaab"),
    (
        "قتل جنديان في تفجير انتحاري في قندوز. وأعلن تنظيم داعش مسؤوليته عن الهجوم.",
        "Islamic State (ISIS)",
    ),
]


@pytest.mark.parametrize(("text", "claimant"), CLAIMED)
def test_claims_of_responsibility(read: Read, text: str, claimant: str) -> None:
    (event,) = read(text).events
    assert [(p.canonical_en, p.basis.value) for p in event.perpetrators] == [(claimant, "claimed")]
    kinds = [one for one in event.attributions if one.claim.value == "responsibility_claim"]
    assert [one.source_canonical_en for one in kinds] == [claimant]
    assert kinds[0].about == ["perpetrators/0"]


DENIED = [
    ("نفى الجيش الروسي استهداف مدرسة في خاركيف.", "Russian armed forces"),
    ("نفت جماعة الحوثي مسؤوليتها عن الهجوم على منشأة نفطية في بقيق.", "Houthis (Ansar Allah)"),
    ("نفت إيران ضلوعها في الهجوم الذي استهدف منشأة نفطية في السعودية.", "Iran"),
    ("نفى متحدث باسم الجيش الإسرائيلي أن تكون قواته قصفت المستشفى في غزة.", "Israeli military"),
    ("استهدف قصف صاروخي مطار أربيل. ونفت كتائب حزب الله ضلوعها في القصف.", "Kata'ib Hezbollah"),
    ("استهدف قصف صاروخي مطار أربيل. ونفى الحشد الشعبي أي صلة له بالهجوم.", "Popular Mobilization"),
]


@pytest.mark.parametrize(("text", "denier"), DENIED)
def test_who_denies_is_not_blamed(read: Read, text: str, denier: str) -> None:
    blamed = [p for event in read(text).events for p in event.perpetrators]
    assert [p.text for p in blamed if denier in (p.canonical_en or p.text)] == []


@pytest.mark.parametrize(
    ("text", "denier"),
    [
        *DENIED[:3],
        gap("a denial whose deed is named only by a pointing noun", *DENIED[4]),
        DENIED[5],
    ],
)
def test_denials_are_kept(read: Read, text: str, denier: str) -> None:
    denials = [one for one in claims(read(text)) if one.claim.value == "denial"]
    assert len(denials) == 1
    assert denials[0].certainty.value == "denied"
    assert denier in (denials[0].source_canonical_en or "")


SILENCES = [
    gap(
        "an event told only in a silence",
        "لم تعلن أي جهة مسؤوليتها عن التفجير الانتحاري الذي هز كركوك.",
        None,
    ),
    ("انفجرت سيارة مفخخة في كركوك. ولم تعلن أي جهة مسؤوليتها عن التفجير.", None),
    (
        "استهدفت غارة مقرا في البوكمال. ولم يصدر تعليق من الجيش الإسرائيلي.",
        "Israeli military",
    ),
    (
        "استهدفت غارة مقرا في البوكمال. ولم يعلق الجيش الإسرائيلي على الغارة.",
        "Israeli military",
    ),
    (
        "قُتل جندي في انفجار عبوة في دمشق. ورفض متحدث باسم الجيش الإسرائيلي التعليق على الحادث.",
        None,
    ),
]


@pytest.mark.parametrize(("text", "silent"), SILENCES)
def test_silence_is_told_and_blames_nobody(read: Read, text: str, silent: str | None) -> None:
    record = read(text)
    unstated = [one for one in claims(record) if one.certainty.value == "unstated"]
    assert len(unstated) == 1
    if silent is not None:
        assert unstated[0].source_canonical_en == silent
    assert [p.text for event in record.events for p in event.perpetrators] == []


HEDGED = [
    ("يعتقد أن إسرائيل نفذت الغارة على مصنع في دمشق.", "Israel"),
    (
        "قال مسؤول أميركي إن الهجوم على القاعدة ربما نفذته جماعة موالية لإيران.",
        "Iran-backed militias",
    ),
    ("يرجح أن طائرات إسرائيلية قصفت المستودع قرب حمص.", "Israeli military"),
    gap(
        "a hedge before an adjective of origin",
        "استهدفت غارات يعتقد أنها إسرائيلية مواقع قرب حمص.",
        "Israeli military",
    ),
    gap(
        "«يشتبه في» with the party after it",
        "قتل جنديان في هجوم يشتبه في أن حركة الشباب نفذته قرب مقديشو.",
        "Al-Shabaab",
    ),
]


@pytest.mark.parametrize(("text", "party"), HEDGED)
def test_a_hedged_party_is_only_suspected(read: Read, text: str, party: str) -> None:
    blamed = [p for event in read(text).events for p in event.perpetrators]
    assert [(p.canonical_en if p.entity else p.text, p.basis.value) for p in blamed] == [
        (party, "suspected")
    ]


def test_a_hedge_lowers_only_what_follows_it(read: Read) -> None:
    record = read(
        "قال مسؤول أمني إن سيارة مفخخة انفجرت قرب السوق في كركوك وقتلت أربعة أشخاص، "
        "وربما نفذ تنظيم داعش التفجير."
    )
    certainties = {one.claim.value: one.certainty.value for one in claims(record)}
    assert certainties["casualties"] == "certain"
    assert certainties.get("perpetrator", certainties.get("occurrence")) == "possible"


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("قال خبير إن عبوة ناسفة انفجرت في كركوك.", "certain"),
        ("رجح خبير أن تكون عبوة ناسفة انفجرت في كركوك.", "probable"),
        ("قال خبير إن من المحتمل أن عبوة ناسفة انفجرت في كركوك.", "possible"),
    ],
)
def test_certainty_is_the_speakers(read: Read, text: str, certainty: str) -> None:
    assert {one.certainty.value for one in claims(read(text))} == {certainty}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("قالت مصادر محلية إن غارة استهدفت سوقا في تعز.", "local_sources"),
        gap(
            "a spokesman called military by his adjective",
            "قال المتحدث العسكري إن غارة استهدفت سوقا في تعز.",
            "military",
        ),
        ("قال مصدر طلب عدم كشف هويته إن غارة استهدفت سوقا في تعز.", "anonymous"),
        ("قال مصدر إن غارة استهدفت سوقا في تعز.", "anonymous"),
        ("قال سكان إن غارة استهدفت سوقا في تعز.", "witness"),
    ],
)
def test_kind_of_speaker(read: Read, text: str, kind: str) -> None:
    assert {one.source_kind.value for one in claims(read(text))} == {kind}


def test_the_cue_is_the_word_that_reports(read: Read) -> None:
    (claim,) = claims(read("ذكرت قناة العربية أن طائرة مسيرة استهدفت سيارة في النبطية."))
    assert (claim.cue, claim.reporting_verb) == ("ذكرت", "ذكر")


SLIPS = [
    ("أكد الرئيس الأميركي جو بايدن وقوع غارة على القائم. وقال ايدن إنها قتلت جنديين.", "joe-biden"),
    ("قال جون كيربي إن غارة استهدفت القائم. وأضاف كيرب أنها قتلت جنديين.", "john-kirby"),
]


@pytest.mark.parametrize(("text", "person"), SLIPS)
def test_a_name_short_of_a_letter_is_the_person_named_before(
    read: Read, text: str, person: str
) -> None:
    said = [one for one in claims(read(text)) if one.source]
    assert {one.source.entity for one in said if one.source} == {person}


def test_a_name_met_twice_is_no_slip(read: Read) -> None:
    text = (
        "أكد الرئيس الأميركي جو بايدن وقوع غارة على القائم. وقال ايدن إنها قتلت جنديين. "
        "وأضاف ايدن أنها أصابت ثلاثة."
    )
    assert None in {one.source.entity for one in claims(read(text)) if one.source}


NO_SPEAKERS = [
    ("الأهواز: 25 قتيلا في هجوم على عرض عسكري.", None),
    ("الحصيلة: ستة قتلى في انفجار بالموصل.", None),
    ("ولم يشأ القيادي أن يؤكد أو ينفي مسؤولية الجماعة عن الهجوم على الحافلة.", "denial"),
]


@pytest.mark.parametrize(("text", "kind"), NO_SPEAKERS)
def test_what_nobody_says(read: Read, text: str, kind: str | None) -> None:
    assert sources(read(text), kind) in ([], [None])


def test_a_country_is_no_part_of_its_accusers_name(read: Read) -> None:
    text = "استهدف هجوم عدن. واتهم رئيس الوزراء معين عبد الملك إيران بالوقوف وراء الهجوم."
    said = [one for one in claims(read(text)) if one.claim.value == "perpetrator"]
    assert [(one.source_text, one.claimed_value) for one in said] == [
        ("رئيس الوزراء معين عبد الملك", "إيران")
    ]


def test_a_denial_by_the_subject_of_the_verb_before(read: Read) -> None:
    text = "أصابت صواريخ مطار أربيل. أما إيران فدانت الهجوم ونفت أي صلة لها به."
    assert sources(read(text), "denial") == ["إيران"]
