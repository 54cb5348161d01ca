"""Mentions: who and what is named, and as which entity."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extract.analysis import Analysis, Mention, MentionKind
from extract.record import Record, SourceKind, SpatialPrecision, TargetKind

Analyse = Callable[..., Analysis]


def mention(analysis: Analysis, words: str) -> Mention:
    found = [one for one in analysis.mentions if words in one.words.text]
    assert found, [one.words.text for one in analysis.mentions]
    return found[0]


KNOWN = [
    ("قصفت جماعة الحوثي الميناء.", "الحوثي", "houthis", "Houthis (Ansar Allah)"),
    ("قصفت ميليشيا الحوثي الميناء.", "الحوثي", "houthis", "Houthis (Ansar Allah)"),
    ("هاجم تنظيم داعش الحاجز.", "داعش", "islamic-state", "Islamic State (ISIS)"),
    ("هاجم تنظيم الدولة الإسلامية الحاجز.", "الدولة", "islamic-state", "Islamic State (ISIS)"),
    ("انسحب الجيش الإسرائيلي من القرية.", "الإسرائيلي", "israel-armed-forces", "Israeli military"),
    ("انسحبت قوات الدعم السريع من القرية.", "الدعم", "rsf", "Rapid Support Forces (RSF)"),
    ("هاجمت حركة الشباب الفندق.", "الشباب", "al-shabaab", "Al-Shabaab"),
    ("دخلت هيئة تحرير الشام البلدة.", "تحرير الشام", "hts", None),
]


@pytest.mark.parametrize(("text", "words", "entity", "english"), KNOWN)
def test_known_actors(
    analyse: Analyse, text: str, words: str, entity: str, english: str | None
) -> None:
    found = mention(analyse(text), words)
    assert found.kind is MentionKind.ACTOR
    assert found.entity == entity
    assert english is None or found.canonical_en == english


PLACES = [
    ("سقطت قذيفة في مدينة حمص.", "حمص", "Homs", "SY", SpatialPrecision.TOWN),
    ("سقطت قذيفة في الموصل.", "الموصل", "Mosul", "IQ", SpatialPrecision.TOWN),
    ("سقطت قذيفة في محافظة الأنبار.", "الأنبار", "Anbar", "IQ", SpatialPrecision.ADMIN1),
    ("سقطت قذيفة في مقديشو.", "مقديشو", "Mogadishu", "SO", SpatialPrecision.TOWN),
    ("سقطت قذيفة في السودان.", "السودان", "Sudan", "SD", SpatialPrecision.COUNTRY),
]


@pytest.mark.parametrize(("text", "words", "english", "country", "precision"), PLACES)
def test_known_places(
    analyse: Analyse,
    text: str,
    words: str,
    english: str,
    country: str,
    precision: SpatialPrecision,
) -> None:
    found = mention(analyse(text), words)
    assert found.kind is MentionKind.PLACE
    assert found.canonical_en is not None
    assert english in found.canonical_en
    assert (found.country, found.precision) == (country, precision)
    assert found.placed


def test_a_known_facility(analyse: Analyse) -> None:
    found = mention(analyse("تعرضت قاعدة عين الأسد لقصف."), "عين الأسد")
    assert found.kind is MentionKind.FACILITY
    assert found.canonical_en == "Ain al-Asad air base"
    assert found.country == "IQ"


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("استهدف قصف تركي القرية.", "Turkish Armed Forces"),
        ("استهدف قصف روسي القرية.", "Russian armed forces"),
        ("استهدفت غارة إسرائيلية القرية.", "Israeli military"),
        ("استهدفت ضربة أميركية القرية.", "US forces"),
    ],
)
def test_nationality_names_the_forces_of_the_state(
    analyse: Analyse, text: str, english: str
) -> None:
    agents = [m.canonical_en for p in analyse(text).predications for m in p.agents]
    assert agents == [english]


def test_an_unknown_group_keeps_its_words_and_gets_no_entity(analyse: Analyse) -> None:
    found = mention(analyse("هاجمت حركة أنصار الوادي ثكنة للجيش."), "أنصار الوادي")
    assert found.kind is MentionKind.ACTOR
    assert found.entity is None
    assert found.target_kind is TargetKind.ARMED_GROUP


@pytest.mark.parametrize(
    "text",
    [
        "هاجمت فصائل مدعومة من إيران القاعدة.",
        "قصفت ميليشيات موالية لإيران القاعدة.",
        "أطلقت جماعة مسلحة مدعومة من تركيا النار على القرية.",
        "قصفت فصائل مقربة من إيران القاعدة.",
    ],
)
def test_a_backed_militia_is_not_its_backer(analyse: Analyse, text: str) -> None:
    states = {"ir", "tr", "iran-armed-forces", "turkey-armed-forces"}
    agents = [m for p in analyse(text).predications for m in p.agents]
    assert len(agents) == 1
    assert agents[0].entity not in states


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("قال المرصد السوري لحقوق الإنسان إن القصف توقف.", "المرصد", SourceKind.MONITOR),
        ("قال شهود عيان إن القصف توقف.", "شهود", SourceKind.WITNESS),
        ("قالت وكالة رويترز إن القصف توقف.", "رويترز", SourceKind.MEDIA),
        ("قالت وزارة الصحة إن القصف توقف.", "وزارة الصحة", SourceKind.OFFICIAL),
        ("قالت جماعة الحوثي إن القصف توقف.", "الحوثي", SourceKind.ARMED_GROUP),
        ("قال ناشطون إن القصف توقف.", "ناشطون", SourceKind.LOCAL_SOURCES),
        ("قال مصدر طلب عدم كشف اسمه إن القصف توقف.", "مصدر", SourceKind.ANONYMOUS),
    ],
)
def test_what_sort_of_speaker_it_is(
    analyse: Analyse, text: str, words: str, kind: SourceKind
) -> None:
    assert mention(analyse(text), words).source_kind is kind


@pytest.mark.parametrize(
    ("text", "words", "count"),
    [
        ("قتل ثلاثة جنود في كمين.", "جنود", 3),
        ("قتل جنديان في كمين.", "جنديان", 2),
        ("قتل جندي في كمين.", "جندي", 1),
        ("قصفت خمس طائرات القرية.", "طائرات", 5),
        ("قصفت طائرات القرية.", "طائرات", None),
        ("قتل عشرات الجنود في كمين.", "الجنود", None),
    ],
)
def test_how_many(analyse: Analyse, text: str, words: str, count: int | None) -> None:
    assert mention(analyse(text), words).count == count


def test_pointing_words_are_marked(analyse: Analyse) -> None:
    analysis = analyse("سيطر التنظيم على المدينة.")
    assert mention(analysis, "المدينة").anaphoric


OWNED = [
    ("قصفت الطائرات مواقع لحزب الله قرب صور.", "hezbollah"),
    ("استهدفت صواريخ قاعدة أميركية في الحسكة.", "usa-armed-forces"),
    ("استهدف قصف مدفعي دبابة للحشد الشعبي قرب القائم.", "pmf"),
]


@pytest.mark.parametrize(("text", "owner"), OWNED)
def test_a_military_target_has_its_owner(
    read: Callable[..., Record], text: str, owner: str
) -> None:
    targets = [target for event in read(text).events for target in event.targets]
    assert [target.owner.entity for target in targets if target.owner] == [owner]


UNOWNED = [
    "استهدفت صواريخ سفينة إسرائيلية في البحر الأحمر.",
    "قصفت الطائرات مواقع قرب صور.",
    "قصف حزب الله مواقع في الجليل.",
]


@pytest.mark.parametrize("text", UNOWNED)
def test_a_target_without_a_named_owner_has_none(read: Callable[..., Record], text: str) -> None:
    targets = [target for event in read(text).events for target in event.targets]
    assert targets
    assert [target.owner for target in targets] == [None] * len(targets)


def test_forces_of_a_state_are_not_the_state(read: Callable[..., Record]) -> None:
    text = "قصفت القوات المسلحة للولايات المتحدة موقعا قرب البوكمال."
    assert [one.entity for one in read(text).events[0].perpetrators] == ["usa-armed-forces"]


def test_a_common_word_after_the_word_town_is_its_name(read: Callable[..., Record]) -> None:
    place = read("قصفت الطائرات مدينة الميادين أمس.").events[0].place
    assert place is not None
    assert place.entity is not None
    assert place.canonical_en == "Al-Mayadin"


def test_the_same_word_alone_is_no_place(read: Callable[..., Record]) -> None:
    record = read("احتشد المئات في الميادين بعد غارة على تعز.")
    assert all(event.place is None or "الميادين" not in event.place.text for event in record.events)
