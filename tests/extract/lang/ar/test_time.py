"""Times of Arabic news. Publication, unless a case says otherwise: Wednesday, 15 May 2024."""

from __future__ import annotations

import random
import sys
import time
from datetime import date, timedelta
from importlib import resources

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.vocab import Vocab

from extract.lang.ar.clitic import Clitics
from extract.lang.ar.lexicon import Lexicon, LexiconError
from extract.lang.ar.sentence import arabic_sentences
from extract.lang.ar.time import TimeMention, candidates, time_words, times_in
from extract.lang.ar.time.calendar import last_weekday, nearest_weekday, next_weekday, week_before
from extract.lang.ar.time.vocabulary import parse_times, vocabulary
from extract.lang.ar.tokenizer import ArabicTokenizer
from extract.lang.ar.word import words_of

PUBLISHED = date(2024, 5, 15)
LEXICON = Lexicon.load()
TOKENIZER = ArabicTokenizer(
    Vocab(), Clitics(LEXICON.known | time_words(), LEXICON.keep, LEXICON.split)
)


def read(text: str, published: date | None = PUBLISHED) -> list[TimeMention]:
    return times_in(words_of(arabic_sentences(TOKENIZER(text)), LEXICON), text, published)


def days(text: str, published: date | None = PUBLISHED) -> list[str]:
    """Every resolved range as ``day`` or ``from/to``."""
    return [
        one.when.earliest
        if one.when.earliest == one.when.latest
        else f"{one.when.earliest}/{one.when.latest}"
        for one in read(text, published)
    ]


NEAR = [
    ("انفجرت عبوة اليوم قرب الجسر", "2024-05-15"),
    ("قصفت الطائرات القرية أمس", "2024-05-14"),
    ("وقع الحادث بالأمس في البلدة", "2024-05-14"),
    ("أصيب حارس أول أمس برصاصة", "2024-05-13"),
    ("أصيب حارس أول من أمس برصاصة", "2024-05-13"),
    ("سقطت قذيفة أمس الأول على الحقل", "2024-05-13"),
    ("أغارت مسيرة مساء أمس على مخزن", "2024-05-14"),
    ("أغارت مسيرة فجر اليوم على مخزن", "2024-05-15"),
    ("وقعت اشتباكات ليلة أمس عند الحاجز", "2024-05-14"),
    ("وقعت اشتباكات الليلة الماضية عند الحاجز", "2024-05-14/2024-05-15"),
    ("سقطت صواريخ خلال الليل على المطار", "2024-05-14/2024-05-15"),
    ("قتل جندي بعد ظهر اليوم في كمين", "2024-05-15"),
    ("انطلقت الصفارات هذا الصباح في الميناء", "2024-05-15"),
    ("يعقد الطرفان لقاء غدا في العاصمة", "2024-05-16"),
    ("قصف مدفعي اليوم الأربعاء على التلال", "2024-05-15"),
    ("قصف مدفعي أمس الثلاثاء على التلال", "2024-05-14"),
    ("قصف مدفعي أمس (الثلاثاء) على التلال", "2024-05-14"),
    ("قصف مدفعي أمس، الثلاثاء، على التلال", "2024-05-14"),
    ("قصف مدفعي اليوم الثلاثاء على التلال", "2024-05-14"),
    ("قصف مدفعي أمس الأحد على التلال", "2024-05-12"),
    ("شهدت الساعات الماضية غارات عدة", "2024-05-14/2024-05-15"),
    ("قتل سبعة في الساعات الـ48 الماضية", "2024-05-13/2024-05-15"),
    ("قتل سبعة في الـ24 ساعة الماضية", "2024-05-14/2024-05-15"),
    ("تتواصل الغارات منذ فجر اليوم", "2024-05-15"),
]

WEEKDAY = [
    ("هاجم مسلحون الحاجز الأربعاء", "2024-05-15"),
    ("هاجم مسلحون الحاجز صباح السبت", "2024-05-11"),
    ("هاجم مسلحون الحاجز ليل الخميس", "2024-05-09"),
    ("هاجم مسلحون الحاجز يوم الإثنين", "2024-05-13"),
    ("هاجم مسلحون الحاجز يوم الاثنين", "2024-05-13"),
    ("هاجم مسلحون الحاجز مساء الثلثاء", "2024-05-14"),
    ("هاجم مسلحون الحاجز عند فجر الجمعة", "2024-05-10"),
    ("هاجم مسلحون الحاجز الأربعاء الماضي", "2024-05-08"),
    ("هاجم مسلحون الحاجز الجمعة الفائت", "2024-05-10"),
    ("هاجم مسلحون الحاجز يوم السبت المنصرم", "2024-05-11"),
    ("هاجم مسلحون الحاجز الأحد قبل الماضي", "2024-05-05"),
    ("تعقد الجلسة الأربعاء المقبل", "2024-05-22"),
    ("تعقد الجلسة يوم الجمعة القادم", "2024-05-17"),
    ("أغارت الطائرات ليل السبت-الأحد على المرفأ", "2024-05-11/2024-05-12"),
    ("أغارت الطائرات ليل السبت – الأحد على المرفأ", "2024-05-11/2024-05-12"),
    ("أغارت الطائرات ليلة السبت الأحد على المرفأ", "2024-05-11/2024-05-12"),
    ("أغارت الطائرات ليل الثلاثاء إلى الأربعاء على المرفأ", "2024-05-14/2024-05-15"),
    ("أغارت الطائرات بعد منتصف ليل السبت-الأحد على المرفأ", "2024-05-12"),
    ("أطلقت الجماعة صاروخين الجمعة والسبت", "2024-05-10/2024-05-11"),
    ("دارت معارك من السبت إلى الاثنين حول التل", "2024-05-11/2024-05-13"),
]

DATES = [
    ("قتل قائد الثلاثاء 7 أيار في غارة", "2024-05-07"),
    ("اغتيل ضابط يوم الجمعة الموافق 3 يناير/ كانون الثاني 2020", "2020-01-03"),
    ("وقع التفجير في 28 يونيو/حزيران 2021 قرب السوق", "2021-06-28"),
    ("وقع التفجير في 28 حزيران (يونيو) 2021 قرب السوق", "2021-06-28"),
    ("وقع التفجير في الـ28 من حزيران قرب السوق", "2023-06-28"),
    ("وقع التفجير في الثالث من يناير قرب السوق", "2024-01-03"),
    ("وقع التفجير في السابع والعشرين من أيلول قرب السوق", "2023-09-27"),
    ("وقع التفجير في الحادي عشر من آذار قرب السوق", "2024-03-11"),
    ("وقع التفجير في الثلاثين من نيسان قرب السوق", "2024-04-30"),
    ("وقع التفجير في سبعة أكتوبر قرب السوق", "2023-10-07"),
    ("وقع التفجير في ١٢ آب ٢٠٢٣ قرب السوق", "2023-08-12"),
    ("وقع التفجير يوم 16 مايو قرب السوق", "2024-05-16"),
    ("وقع التفجير يوم 17 مايو قرب السوق", "2023-05-17"),
    ("وقع التفجير في 14 مايو الجاري قرب السوق", "2024-05-14"),
    ("وقع التفجير في 20 أكتوبر الماضي قرب السوق", "2023-10-20"),
    ("تجري الانتخابات في 20 أكتوبر المقبل", "2024-10-20"),
    ("وقع التفجير في 4 أيلول من العام الماضي قرب السوق", "2023-09-04"),
    ("وقع التفجير في 4 أيلول من عام 2016 قرب السوق", "2016-09-04"),
    ("وقع التفجير في 4 أيلول، 2016 قرب السوق", "2016-09-04"),
    ("وقع التفجير في 12 من الشهر الجاري قرب السوق", "2024-05-12"),
    ("وقع التفجير في 12 الجاري قرب السوق", "2024-05-12"),
    ("وقع التفجير في 12 من الشهر الماضي قرب السوق", "2024-04-12"),
    ("وقع التفجير عصر التاسع من الشهر قرب السوق", "2024-05-09"),
    ("وقع التفجير في العشرين من الشهر قرب السوق", "2024-04-20"),
    ("وقع التفجير في 5 جويلية 2022 قرب السوق", "2022-07-05"),
    ("وقع التفجير في 9 أوت 2019 قرب السوق", "2019-08-09"),
    ("وقع التفجير في 2 ماي قرب السوق", "2024-05-02"),
    ("وقع التفجير في 6 جانفي 2018 قرب السوق", "2018-01-06"),
    ("وقع التفجير في الفاتح من نوفمبر قرب السوق", "2023-11-01"),
    ("وقع التفجير في 29 شباط قرب السوق", "2024-02-29"),
    ("وقع التفجير بتاريخ 28/6/2021 قرب السوق", "2021-06-28"),
    ("وقع التفجير بتاريخ 28-06-2021 قرب السوق", "2021-06-28"),
    ("وقع التفجير بتاريخ 2021-06-28 قرب السوق", "2021-06-28"),
    ("وقع التفجير بتاريخ 28.6.2021 قرب السوق", "2021-06-28"),
    ("وقع التفجير بتاريخ 6/28/2021 قرب السوق", "2021-06-28"),
    ("وقع التفجير يوم 28/4 قرب السوق", "2024-04-28"),
    ("وقع التفجير في 12 رمضان 1442هـ قرب السوق", "2021-04-24"),
    ("وقع التفجير في 12 رمضان 1442هـ الموافق 24 أبريل 2021م قرب السوق", "2021-04-24"),
    ("وقع التفجير في 1 جمادى الأولى 1445 قرب السوق", "2023-11-15"),
    ("وقع التفجير في 10 محرم قرب السوق", "2023-07-28"),
    ("صنعاء 4-11-2023 سبأ- أصيب عامل", "2023-11-04"),
    ("دارت معارك بين 3 و5 مايو حول التل", "2024-05-03/2024-05-05"),
    ("دارت معارك من 3 إلى 5 مايو حول التل", "2024-05-03/2024-05-05"),
    ("دارت معارك في 3-5 مايو حول التل", "2024-05-03/2024-05-05"),
    ("دارت معارك يومي 8 و9 نيسان حول التل", "2024-04-08/2024-04-09"),
    ("دارت معارك بين 28 أبريل و3 مايو حول التل", "2024-04-28/2024-05-03"),
    ("دارت معارك بين 28 كانون الأول 2013 و3 كانون الثاني 2014", "2013-12-28/2014-01-03"),
    ("كانت هجمات 11 سبتمبر نقطة تحول", "2001-09-11"),
    ("أعقب ذلك هجوم 7 أكتوبر على المستوطنات", "2023-10-07"),
    ("أحيا الناشطون ذكرى انتفاضة 25 يناير في الميدان", "2011-01-25"),
    ("قصف المعسكر غداة 20 نيسان بالمدفعية", "2024-04-21"),
    ("قصف المعسكر عشية 20 نيسان بالمدفعية", "2024-04-19"),
    ("هو الأعنف منذ 21 تشرين الثاني 2017، يوم قتل مئة في المعسكر", "2017-11-21"),
]

SPANS = [
    ("سيطر الجيش على التل في فبراير الماضي", "2024-02-01/2024-02-29", "month"),
    ("سيطر الجيش على التل في مايو الماضي", "2023-05-01/2023-05-31", "month"),
    ("سيطر الجيش على التل في نيسان", "2024-04-01/2024-04-30", "month"),
    ("سيطر الجيش على التل في آب", "2023-08-01/2023-08-31", "month"),
    ("سيطر الجيش على التل في شهر يوليو", "2023-07-01/2023-07-31", "month"),
    ("سيطر الجيش على التل في مارس 2015", "2015-03-01/2015-03-31", "month"),
    ("في مطلع أيلول/سبتمبر من العام الماضي دخلوا", "2023-09-01/2023-09-30", "month"),
    ("سيطر الجيش على التل منتصف أكتوبر", "2023-10-01/2023-10-31", "month"),
    ("سيطر الجيش على التل أواخر كانون الأول", "2023-12-01/2023-12-31", "month"),
    ("سيطر الجيش على التل الشهر الماضي", "2024-04-01/2024-04-30", "month"),
    ("سيطر الجيش على التل مطلع الشهر الجاري", "2024-05-01/2024-05-31", "month"),
    ("سيطر الجيش على التل مطلع الشهر", "2024-05-01/2024-05-31", "month"),
    ("سيطر الجيش على التل في رمضان الماضي", "2024-03-11/2024-04-09", "month"),
    ("خطف المدرب في شباط وآذار 2021", "2021-02-01/2021-03-31", "range"),
    ("سيطر الجيش على التل في الأسبوع الأول من مايو", "2024-05-01/2024-05-31", "month"),
    ("سيطر الجيش على التل مطلع العام 2016", "2016-01-01/2016-12-31", "year"),
    ("سيطر الجيش على التل أواخر 2017", "2017-01-01/2017-12-31", "year"),
    ("سيطر الجيش على التل عام 2017", "2017-01-01/2017-12-31", "year"),
    ("سيطر الجيش على التل في العام 2014", "2014-01-01/2014-12-31", "year"),
    ("سيطر الجيش على التل سنة 2003", "2003-01-01/2003-12-31", "year"),
    ("سيطر الجيش على التل في 2011", "2011-01-01/2011-12-31", "year"),
    ("سيطر الجيش على التل العام الماضي", "2023-01-01/2023-12-31", "year"),
    ("سيطر الجيش على التل السنة الماضية", "2023-01-01/2023-12-31", "year"),
    ("تكرر ذلك بين عامي 2014 و2016", "2014-01-01/2016-12-31", "range"),
    ("سيطر الجيش على التل هذا الأسبوع", "2024-05-09/2024-05-15", "range"),
    ("سيطر الجيش على التل الأسبوع الماضي", "2024-05-04/2024-05-12", "range"),
    ("سيطر الجيش على التل صيف 2014", "2014-06-01/2014-08-31", "range"),
    ("سيطر الجيش على التل الصيف الماضي", "2023-06-01/2023-08-31", "range"),
    ("سيطر الجيش على التل في شتاء 2014", "2013-12-01/2014-02-28", "range"),
    ("سيطر الجيش على التل قبل أيام", "2024-05-08/2024-05-14", "range"),
    ("سيطر الجيش على التل قبل بضعة أيام", "2024-05-08/2024-05-14", "range"),
    ("سيطر الجيش على التل قبل يومين", "2024-05-13/2024-05-13", "day"),
    ("سيطر الجيش على التل منذ يومين", "2024-05-13/2024-05-13", "day"),
    ("سيطر الجيش على التل قبل ثلاثة أيام", "2024-05-12/2024-05-12", "day"),
    ("سيطر الجيش على التل قبل 5 أيام", "2024-05-10/2024-05-10", "day"),
    ("سيطر الجيش على التل قبل نحو عشرة أيام", "2024-05-03/2024-05-07", "range"),
    ("سيطر الجيش على التل قبل أسبوع", "2024-05-05/2024-05-10", "range"),
    ("سيطر الجيش على التل قبل أسبوعين", "2024-04-27/2024-05-03", "range"),
    ("سيطر الجيش على التل قبل شهر", "2024-04-08/2024-04-22", "range"),
    ("سيطر الجيش على التل قبل عامين", "2022-01-01/2022-12-31", "year"),
    ("سيطر الجيش على التل قبل ساعات", "2024-05-14/2024-05-15", "range"),
    ("قتل العشرات في الأيام الثلاثة الماضية", "2024-05-12/2024-05-15", "range"),
]

NOTHING = [
    "تخوض البلاد حربا منذ 2011 بلا توقف",
    "تخوض البلاد حربا منذ مارس 2015",
    "يحاصر المسلحون البلدة منذ السبت الماضي",
    "لم تتبن أي جهة الهجوم حتى مساء اليوم",
    "استمر القصف حتى الثلاثاء الفائت",
    "نفذت الطائرات عشر غارات خلال 24 ساعة",
    "تدرب الجنود على مدى ثلاثة أيام",
    "سقط صاروخ من عيار 122 ملم عند الساعة 1:18",
    "بدأ الاقتحام عند الثانية والنصف",
    "قتل رجل عمره 17 عاما",
    "فاز الفريق 2-1 على ضيفه",
    "قالت صحيفة المصري اليوم إن النار أخمدت",
    "نقل موقع «سوريا اليوم» عن شاهد",
    "نشرت اليوم السابع صورا",
    "تتواصل الاحتجاجات لليوم الثالث على التوالي",
    "قال الأمين العام الحالي للمنظمة إنه قلق",
    "انفجرت سيارة في سوق الجمعة",
    "انفجرت سيارة في مدينة السبت",
    "قال نائب من قوى 14 آذار إن الأمر خطير",
    "قصف مطار 23 يوليو بالصواريخ",
    "توفي قبل يومين من الهجوم",
    "خطف قبل أشهر في البادية",
    "قتل قبل أكثر من عام في البادية",
    "يخرج الأهالي كل يوم جمعة إلى الساحة",
    "مارس الحزب ضغوطا على خصومه",
    "قال والد الضحية وهو أب لثلاثة",
    "قتل 12 مدنيا و3 جنود",
    "صدر القرار 2216 لعام 2015 بالإجماع",
    "وقع ذلك في 31 نيسان",
    "رد الجيش بعد يومين على الهجوم",
    "ستنطلق المحادثات بعد يومين",
    "وجرت في اليوم التالي مفاوضات",
]


@pytest.mark.parametrize(("text", "expected"), [*NEAR, *WEEKDAY, *DATES])
def test_days(text: str, expected: str) -> None:
    assert days(text) == [expected]


@pytest.mark.parametrize(("text", "expected", "precision"), SPANS)
def test_spans(text: str, expected: str, precision: str) -> None:
    found = read(text)
    assert [f"{one.when.earliest}/{one.when.latest}" for one in found] == [expected]
    assert found[0].when.precision == precision


@pytest.mark.parametrize("text", NOTHING)
def test_what_tells_no_time_of_an_act(text: str) -> None:
    assert days(text) == []


def test_no_time_is_missed_for_its_first_word(monkeypatch: pytest.MonkeyPatch) -> None:
    """Words that are said to begin no time begin none, also when they are looked at."""
    known = vocabulary()
    tables = [known.months, known.weekdays, known.days, known.ordinals, known.units, known.turns]
    tables += [known.seasons, *known.phrases.values()]
    phrases = {
        " ".join(parts) for table in tables for row in table.rows.values() for parts, _ in row
    }
    said = [
        *sorted(phrases),
        "الأسبوع",
        "هذا الشهر",
        "العام",
        "3",
        "2019",
        "14/5",
        "ال",
        "و",
        "-",
        "،",
        "من",
        "عشر",
        "قصف",
    ]
    choose = random.Random(1)
    texts = [" ".join(choose.choices(said, k=6)) for _ in range(4000)]
    texts += [case[0] for cases in (NEAR, WEEKDAY, DATES, SPANS) for case in cases]
    read_words = [words_of(arabic_sentences(TOKENIZER(text)), LEXICON) for text in texts]
    gated = [candidates(words) for words in read_words]
    monkeypatch.setattr(sys.modules["extract.lang.ar.time.scan"], "_opens", lambda _: True)
    assert [candidates(words) for words in read_words] == gated
    assert sum(map(len, gated)) > 4000


def test_collected_cases() -> None:
    assert len(NEAR) + len(WEEKDAY) + len(DATES) + len(SPANS) + len(NOTHING) == 171


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قتل قائد في 14 أكتوبر. ورد الجيش في اليوم التالي.", ["2023-10-14", "2023-10-15"]),
        ("قتل قائد في 27 ديسمبر، وردت القوات بعد يومين بغارات.", ["2023-12-27", "2023-12-29"]),
        (
            "قتل قائد مساء السبت. وقصف الموقع بعد ذلك بساعات.",
            ["2024-05-11", "2024-05-11/2024-05-12"],
        ),
        ("قتل قائد مساء السبت. وخطف قبل ذلك بيومين.", ["2024-05-11", "2024-05-09"]),
        ("قتل قائد السبت الماضي. وقصفت القاعدة في اليوم ذاته.", ["2024-05-11", "2024-05-11"]),
        (
            "قصفت القاعدة الخميس. وأسقطت المسيرات في الليلة ذاتها.",
            ["2024-05-09", "2024-05-08/2024-05-09"],
        ),
        ("دخلوها عام 2014. وفي 5 آب من العام نفسه خرجوا.", ["2014-01-01/2014-12-31", "2014-08-05"]),
        ("دخلوها في 3 مارس 2016. وخرجوا الجمعة التالي.", ["2016-03-03", "2016-03-04"]),
    ],
)
def test_times_that_lean_on_the_time_before(text: str, expected: list[str]) -> None:
    assert days(text) == expected


def test_the_next_day_is_not_read_off_a_far_sentence() -> None:
    filler = "وقال شاهد إن النار أخمدت. " * 6
    assert days(f"قتل قائد السبت. {filler}ورد الجيش في اليوم التالي.") == ["2024-05-11"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قصفت الطائرات القرية أمس", []),
        ("قصفت الطائرات القرية الثلاثاء 28 حزيران", []),
        ("قصفت الطائرات القرية في فبراير الماضي", []),
        ("قصفت الطائرات القرية في تموز 2014", ["2014-07-01/2014-07-31"]),
        ("قصفت الطائرات القرية في 28/6/2021", ["2021-06-28"]),
        ("قصفت الطائرات القرية عام 2017", ["2017-01-01/2017-12-31"]),
        ("قصفت القرية في 2 آب 2014. وردت في اليوم التالي.", ["2014-08-02", "2014-08-03"]),
    ],
)
def test_without_a_publication_day(text: str, expected: list[str]) -> None:
    assert days(text, None) == expected


def test_named_day_is_not_used_before_it_happened() -> None:
    assert days("أعقب ذلك هجوم 7 أكتوبر على المعسكر", date(2015, 10, 20)) == ["2015-10-07"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("أغارت مسيرة بعد ظهر يوم السبت الماضي على مخزن", "بعد ظهر يوم السبت الماضي"),
        ("قُتل في 12 تشرين الأول (أكتوبر) 2018 قائد", "12 تشرين الأول (أكتوبر) 2018"),
        ("قصف اليوم (الأربعاء) الموقع", "اليوم (الأربعاء)"),
        ("وبالأمس قصف الموقع", "الأمس"),
    ],
)
def test_words_of_the_mention(text: str, words: str) -> None:
    (mention,) = read(text)
    assert mention.when.words.text == words
    assert text[mention.when.words.start : mention.when.words.end] == words


def test_sentence_and_word_places() -> None:
    text = "قصف الموقع.\nوقتل حارس مساء أمس."
    (mention,) = read(text)
    words = words_of(arabic_sentences(TOKENIZER(text)), LEXICON)
    assert mention.when.words.sentence == 1
    assert [words[place].norm for place in (mention.first, mention.last)] == ["مساء", "امس"]


def test_time_does_not_run_over_the_end_of_a_sentence() -> None:
    assert days("وقع ذلك السبت. 5 مارس كان يوما هادئا") == ["2024-05-11", "2024-03-05"]


def _shipped() -> str:
    path = resources.files("extract.lang.ar") / "lexicon" / "times.yaml"
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("gloss: January", "glos: January", "months.0.gloss"),
        ("number: 1, words: [يناير", "number: 13, words: [يناير", "months.0.number"),
        ("[مايو, أيار", "[مايو, أيار, ايار", "«ايار» stands twice in months"),
        ("turn: last,", "turn: lately,", "turns.0.turn"),
        ("weekdays:", "week_days:", "weekdays: Field required"),
        ("date: 2001-09-11", "date: 2001-09-31", "a date is not one"),
        ("date: 2001-09-11", "date: autumn", "named.0.date"),
        ("months:", "months: [", "not YAML"),
    ],
)
def test_faulty_lexicon_is_refused_in_one_line(old: str, new: str, message: str) -> None:
    text = _shipped()
    assert old in text
    with pytest.raises(LexiconError) as caught:
        parse_times(text.replace(old, new, 1))
    assert message in str(caught.value)
    assert str(caught.value).startswith("times.yaml: ")
    assert "\n" not in str(caught.value)


@given(st.integers(0, 6), st.dates(date(1990, 1, 1), date(2060, 1, 1)))
def test_weekdays_are_the_nearest_in_their_direction(weekday: int, day: date) -> None:
    last, following = last_weekday(weekday, day), next_weekday(weekday, day)
    nearest = nearest_weekday(weekday, day)
    assert {last.weekday(), following.weekday(), nearest.weekday()} == {weekday}
    assert timedelta() <= day - last < timedelta(7)
    assert timedelta() <= following - day < timedelta(7)
    assert abs(nearest - day) <= timedelta(3)


@given(st.dates(date(1990, 1, 1), date(2060, 1, 1)))
def test_last_week_ends_before_publication_and_holds_a_whole_week(day: date) -> None:
    earliest, latest = week_before(day, 1)
    assert earliest <= day - timedelta(7)
    assert day - timedelta(7) <= latest < day
    assert latest - earliest >= timedelta(6)


_PIECES = sorted(time_words()) + list("وبلمن") + ["في", "من", "بعد", "قبل", "منذ", "28", "2021"]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from([*_PIECES, "/", "-", "(", ")", ".", "الماضي", "ثلاثة"]), max_size=30),
    st.one_of(st.none(), st.dates()),
)
def test_any_words_give_ordered_ranges_inside_the_text(
    pieces: list[str], published: date | None
) -> None:
    text = " ".join(pieces)
    after = 0
    for mention in read(text, published):
        when = mention.when
        assert date.fromisoformat(when.earliest) <= date.fromisoformat(when.latest)
        assert (when.precision == "day") == (when.earliest == when.latest)
        assert after <= when.words.start < when.words.end <= len(text)
        assert when.words.text == text[when.words.start : when.words.end]
        after = when.words.end


def test_reading_time_grows_with_the_text_only() -> None:
    def seconds(count: int) -> float:
        text = "قبل 3 و " * count
        words = words_of(arabic_sentences(TOKENIZER(text)), LEXICON)
        begun = time.perf_counter()
        times_in(words, text, PUBLISHED)
        return time.perf_counter() - begun

    seconds(200)
    short, long = min(seconds(500) for _ in range(3)), min(seconds(4000) for _ in range(3))
    assert long < short * 8 * 4
