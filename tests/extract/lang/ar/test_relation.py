"""Relations stated in Arabic sentences: each rule with sentences that state one and that do not."""

from __future__ import annotations

from collections.abc import Callable
from importlib import resources

import pytest

from extract.analysis import Analysis
from extract.lang.ar.lexicon import LexiconError
from extract.lang.ar.relation.cue import cues, read_cues

Found = set[tuple[str, str, str]]

# kind, words of the subject, what the object is called (its English name, else its words)
STATED: list[tuple[str, str, str, str]] = [
    # located_in
    ("وقع الانفجار في حي الصاخور شرقي حلب.", "located_in", "حي الصاخور", "Aleppo"),
    ("دهموا منزلا في قرية تل الشور جنوب غربي حمص.", "located_in", "قرية تل الشور", "Homs"),
    (
        "مواجهات في الناصرية، مركز محافظة ذي قار، أمس.",
        "located_in",
        "الناصرية",
        "Dhi Qar Governorate",
    ),
    (
        "سقط صاروخ على بلدة الكسوة الواقعة على بعد 14 كيلومترا جنوب دمشق.",
        "located_in",
        "بلدة الكسوة",
        "Damascus",
    ),
    (
        "سقط صاروخ على منطقة خورة التابعة لمديرية مرخة السفلى.",
        "located_in",
        "منطقة خورة",
        "Markhah",
    ),
    ("وقعت غارة في حانين (قضاء بنت جبيل) صباحا.", "located_in", "حانين", "Bint Jbeil"),
    ("وقعت غارة على بنغازي (شرق ليبيا) صباحا.", "located_in", "بنغازي", "Libya"),
    ("تسللوا إلى مدينة نابلس شمال الضفة الغربية أمس.", "located_in", "مدينة نابلس", "West Bank"),
    ("هاجم مسلحون معسكر الرشيد جنوبي بغداد.", "located_in", "معسكر الرشيد", "Baghdad"),
    (
        "قصفوا قاعدة العند الجوية في محافظة لحج أمس.",
        "located_in",
        "قاعدة العند الجوية",
        "Lahij Governorate",
    ),
    ("تضررت القنصلية الإيرانية في البصرة.", "located_in", "القنصلية الإيرانية", "Basra"),
    ("سقطت قذيفة في حي الميدان وسط العاصمة السورية.", "located_in", "حي الميدان", "Damascus"),
    ("سقطت قذيفة في خميس مشيط جنوبي المملكة.", "located_in", "خميس مشيط", "Saudi Arabia"),
    ("وفي محافظة حلب انفجرت عبوة قرب منبج.", "located_in", "منبج", "Aleppo"),
    ("انفجرت عبوة في تربت الباكستانية.", "located_in", "تربت", "Pakistan"),
    # spokesperson_of
    (
        "قال المتحدث باسم حركة حماس فوزي برهوم إن القصف مستمر.",
        "spokesperson_of",
        "فوزي برهوم",
        "Hamas",
    ),
    (
        "قال ذبيح الله مجاهد، المتحدث باسم طالبان، إن العملية نجحت.",
        "spokesperson_of",
        "ذبيح الله مجاهد",
        "Taliban",
    ),
    (
        "قال الناطق باسم حزب الله العميد سمير قدورة إن الرد قريب.",
        "spokesperson_of",
        "سمير قدورة",
        "Hezbollah",
    ),
    (
        "وقال متحدث باسم حزب الله إن المقاومة ردت.",
        "spokesperson_of",
        "متحدث باسم حزب الله",
        "Hezbollah",
    ),
    (
        "أعلن المتحدث العسكري العميد يحيى سريع الخبر.",
        "spokesperson_of",
        "يحيى سريع",
        "Houthis (Ansar Allah)",
    ),
    (
        "نفى الحوثيون ذلك. وقال المتحدث باسمهم يحيى سريع إن الرد آت.",
        "spokesperson_of",
        "يحيى سريع",
        "Houthis (Ansar Allah)",
    ),
    (
        "ذكرت قناة المسيرة الناطقة باسم الحوثيين الخبر.",
        "spokesperson_of",
        "قناة المسيرة",
        "Houthis (Ansar Allah)",
    ),
    # member_of
    ("أكد القيادي في حركة حماس خالد مشعل ذلك.", "member_of", "خالد مشعل", "Hamas"),
    ("قتل قائد فيلق القدس قاسم سليماني في غارة.", "member_of", "قاسم سليماني", "IRGC Quds Force"),
    (
        "قال مستشار في قوات الدعم السريع إن القصف خطأ.",
        "member_of",
        "مستشار في قوات الدعم السريع",
        "Rapid Support Forces (RSF)",
    ),
    (
        "لقي جنرال من الحرس الثوري الإيراني يدعى كاظم داوري حتفه.",
        "member_of",
        "كاظم داوري",
        "Islamic Revolutionary Guard Corps (IRGC)",
    ),
    (
        "رد حزب الله. وتوعد أمينه العام حسن نصر الله بالمزيد.",
        "member_of",
        "حسن نصر الله",
        "Hezbollah",
    ),
    (
        "انسحب الجيش الوطني الليبي بقيادة المشير خليفة حفتر.",
        "member_of",
        "خليفة حفتر",
        "Libyan National Army (Haftar forces)",
    ),
    # part_of
    (
        "قالت كتائب القسام، الجناح المسلح لحركة حماس، إنها قصفت تجمعا.",
        "part_of",
        "كتائب القسام",
        "Hamas",
    ),
    (
        "هاجمت الفرقة الرابعة التابعة للجيش السوري بلدة طفس.",
        "part_of",
        "الفرقة الرابعة",
        "Syrian government forces",
    ),
    (
        "أصدر تحالف تأسيس المؤلف من قوات الدعم السريع بيانا.",
        "part_of",
        "قوات الدعم السريع",
        "Tasis alliance",
    ),
    # backed_by
    ("هاجمت فصائل مدعومة من تركيا القرية.", "backed_by", "فصائل", "Turkey"),
    ("قصفت جماعات مسلحة تدعمها إيران القاعدة.", "backed_by", "جماعات مسلحة", "Iran"),
    (
        "ميليشيات تأتمر بأمر الحرس الثوري الإيراني هددت بالرد.",
        "backed_by",
        "ميليشيات",
        "Islamic Revolutionary Guard Corps (IRGC)",
    ),
    ("والحزام الأمني قوة تدعمها الإمارات.", "backed_by", "الحزام الأمني", "United Arab Emirates"),
    ("استعادت القوات السورية تدمر بدعم من روسيا.", "backed_by", "القوات السورية", "Russia"),
    # controls
    (
        "تسيطر قوات سوريا الديمقراطية على القامشلي.",
        "controls",
        "قوات سوريا الديمقراطية",
        "Qamishli",
    ),
    (
        "تسيطر على القامشلي قوات سوريا الديمقراطية.",
        "controls",
        "قوات سوريا الديمقراطية",
        "Qamishli",
    ),
    (
        "قصفت الطائرات ود مدني التي تسيطر عليها قوات الدعم السريع.",
        "controls",
        "قوات الدعم السريع",
        "Wad Medani",
    ),
    ("أطلقت صواريخ من مواقع يسيطر عليها الحوثيون في مدينة تعز.", "controls", "الحوثيون", "Taiz"),
    (
        "قصفت إسرائيل الضاحية الجنوبية، معقل حزب الله.",
        "controls",
        "حزب الله",
        "Dahiyeh (Beirut southern suburbs)",
    ),
    (
        "هاجمت الميليشيات الإيرانية المتمركزة في مدينة الميادين القاعدة.",
        "located_in",
        "الميليشيات الإيرانية",
        "Al-Mayadin",
    ),
    (
        "تنظيم جيش العدل المتمركز في باكستان نفذ الهجوم.",
        "located_in",
        "تنظيم جيش العدل",
        "Pakistan",
    ),
    (
        "قال المتحدث باسم عملية «العزم الصلب» العقيد واين ماروتو إن القاعدة قصفت.",
        "spokesperson_of",
        "واين ماروتو",
        "Operation Inherent Resolve",
    ),
    # hosts_forces_of
    (
        "حقل كونيكو الذي تتمركز فيه القوات الأميركية وأخرى تابعة للتحالف الدولي تعرض لقصف.",
        "hosts_forces_of",
        "حقل كونيكو",
        "Global Coalition against ISIS",
    ),
    (
        "استهدف الصاروخ قاعدة عين الأسد التي تضم قوات أميركية.",
        "hosts_forces_of",
        "قاعدة عين الأسد",
        "US forces",
    ),
    ("تنتشر في الصومال قوات كينية.", "hosts_forces_of", "الصومال", "Kenya Defence Forces"),
    (
        "قصفت مدفعية الجيش السوداني المتمركزة في وادي سيدنا السوق.",
        "hosts_forces_of",
        "وادي سيدنا",
        "Sudanese Armed Forces (SAF)",
    ),
]

# sentences that look like one of the rules and state no relation of this kind
SILENT: list[tuple[str, str]] = [
    ("ارتفعت الأسعار في الضاحية الجنوبية في غضون أسبوع.", "located_in"),
    ("قصفت الطائرات قرى في إدلب ومواقع في حماة.", "located_in"),
    ("شهدت محافظة الكرك جنوبي عمان هجوما.", "located_in"),
    ("وصل إلى حلب قادما من دمشق.", "located_in"),
    ("وقع الهجوم قرب قبره في كرمان.", "located_in"),
    ("أصيب أحد مدافعيه في الكاحل.", "located_in"),
    ("أصيب ثلاثة في حي سكني في دمشق.", "located_in"),
    ("سقطت سورية في دمشق.", "located_in"),
    ("تحدث شاهد عن انفجار قوي باسم مستعار.", "spokesperson_of"),
    ("أعلن المتحدث العسكري مقتل جنود.", "spokesperson_of"),
    ("قال وزير الصحة إن العدد ارتفع.", "member_of"),
    ("قال مسؤول في المحافظة إن الوضع هادئ.", "member_of"),
    ("قال مصدر في حركة حماس إن المفاوضات توقفت.", "member_of"),
    ("أوقف قيادي في إحدى الجماعات أمس.", "member_of"),
    ("قصفت طائرات تابعة للجيش السوري البلدة.", "part_of"),
    ("دمرت الغارة مستودعات تابعة لحزب الله.", "part_of"),
    ("نشرت صحف موالية للحكومة السورية الخبر.", "backed_by"),
    ("دعمت تركيا القرار في مجلس الأمن.", "backed_by"),
    ("لا تسيطر قوات سوريا الديمقراطية على حلب.", "controls"),
    ("سيطر الهلال على الصدارة.", "controls"),
    ("سيطرت قوات سوريا الديمقراطية على القرية بعد معركة.", "controls"),
    ("قالت مصادر إن المدرسة تؤوي نازحين.", "hosts_forces_of"),
    ("استهدف مباني يتمركز فيها جنود.", "hosts_forces_of"),
]


def relations(analysis: Analysis) -> Found:
    return {
        (r.kind.value, r.subject.words.text, r.object.canonical_en or r.object.words.text)
        for r in analysis.relations
    }


def test_every_kind_has_cases() -> None:
    assert len(STATED) == 48
    assert len(SILENT) == 23
    kinds = {kind for _, kind, _, _ in STATED}
    assert len(kinds) == 7
    assert {kind for _, kind in SILENT} == kinds


@pytest.mark.parametrize(("text", "kind", "subject", "object_"), STATED)
def test_states(
    analyse: Callable[..., Analysis], text: str, kind: str, subject: str, object_: str
) -> None:
    assert (kind, subject, object_) in relations(analyse(text))


@pytest.mark.parametrize(("text", "kind"), SILENT)
def test_is_silent(analyse: Callable[..., Analysis], text: str, kind: str) -> None:
    assert [r for r in relations(analyse(text)) if r[0] == kind] == []


def test_holder_without_name_is_called_after_the_post(analyse: Callable[..., Analysis]) -> None:
    (said,) = analyse("وقال متحدث باسم حزب الله إن الرد قريب.").relations
    assert said.subject.canonical_en == "Hezbollah spokesperson"
    (member,) = analyse("قال مستشار في قوات الدعم السريع إن القصف خطأ.").relations
    assert member.subject.canonical_en == "Rapid Support Forces (RSF) adviser"


def test_unnamed_group_is_called_after_its_backer(analyse: Callable[..., Analysis]) -> None:
    (relation,) = analyse("هاجمت فصائل مدعومة من تركيا القرية.").relations
    assert relation.subject.entity is None
    assert relation.subject.canonical_en == "Turkey-backed faction"


def test_group_that_points_back_takes_the_identity_of_the_one_named(
    analyse: Callable[..., Analysis],
) -> None:
    text = "نفت كتائب حزب الله ذلك. وقال سامي الركابي، المسؤول الأمني في الفصيل، إن النفي قاطع."
    (relation,) = (r for r in analyse(text).relations if r.kind.value == "member_of")
    assert relation.subject.words.text == "سامي الركابي"
    assert relation.object.words.text == "الفصيل"
    assert relation.object.canonical_en == "Kataib Hezbollah"


def test_words_are_the_stretch_that_says_so(analyse: Callable[..., Analysis]) -> None:
    text = "أمس، وفق السكان، وقع انفجار في حي الصاخور شرقي حلب ولم يصب أحد."
    (relation,) = analyse(text).relations
    assert relation.words.text == "حي الصاخور شرقي حلب"
    assert text[relation.words.start : relation.words.end] == relation.words.text


def test_words_stay_in_the_sentence_of_the_cue(analyse: Callable[..., Analysis]) -> None:
    text = "رد حزب الله أمس. وتوعد أمينه العام حسن نصر الله بالمزيد."
    (relation,) = (r for r in analyse(text).relations if r.kind.value == "member_of")
    assert relation.words.text == "أمينه العام حسن نصر الله"
    assert relation.words.sentence == 1


def test_a_relation_said_twice_counts_once(analyse: Callable[..., Analysis]) -> None:
    once = "تسيطر قوات سوريا الديمقراطية على القامشلي."
    assert len(analyse(f"{once} {once}").relations) == len(analyse(once).relations) == 1


def shipped() -> str:
    path = resources.files("extract.lang.ar") / "lexicon" / "relations.yaml"
    return path.read_text(encoding="utf-8")


def test_participles_have_all_their_forms() -> None:
    links = cues().links.by_key
    for form in ("مدعوممن", "المدعومهمن", "مدعومينمن", "المدعومينمن"):
        assert links[form].kind.value == "backed_by"


def test_unknown_section_is_refused() -> None:
    with pytest.raises(LexiconError, match=r"relations\.yaml: oddities"):
        read_cues(shipped() + "oddities: []\n")


def test_unknown_kind_is_refused() -> None:
    with pytest.raises(LexiconError, match=r"relations\.yaml: links\.\d+\.kind"):
        read_cues(shipped().replace("kind: backed_by", "kind: likes", 1))


def test_cue_given_twice_is_refused() -> None:
    doubled = shipped().replace(
        "spokesmen:\n", "spokesmen:\n  - {words: [متحدث], gloss: spokesman}\n", 1
    )
    with pytest.raises(LexiconError, match="stands twice in spokesmen"):
        read_cues(doubled)


def test_broken_yaml_is_refused_in_one_line() -> None:
    with pytest.raises(LexiconError, match=r"relations\.yaml: not YAML") as refusal:
        read_cues("links: [")
    assert "\n" not in str(refusal.value)
