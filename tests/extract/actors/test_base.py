"""Looking up actors, demonyms and common nouns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.actors import ActorBase, NounKind, Number, Role, key
from extract.record import SourceKind, TargetKind

BASE = ActorBase.load()


def found(text: str, surface: str | None = None) -> set[str]:
    return {actor.id for actor in BASE.lookup(key(text), surface)}


NAMES = [
    ("حماس", "hamas"),
    ("كتائب القسام", "qassam-brigades"),
    ("سرايا القدس", "saraya-al-quds"),
    ("حزب الله", "hezbollah"),
    ("كتائب حزب الله", "kataib-hezbollah"),
    ("قوات سوريا الديمقراطية", "sdf"),
    ("قسد", "sdf"),
    ("تنظيم الدولة", "islamic-state"),
    ("داعش", "islamic-state"),
    ("أنصار الله", "houthis"),
    ("الحوثيون", "houthis"),
    ("ميليشيا آل دقلو", "rsf"),
    ("مليشيا آل دقلو الارهابية", "rsf"),
    ("قوات حفتر", "libyan-national-army"),
    ("فجر ليبيا", "libya-dawn"),
    ("حركة العدل والمساواة", "jem"),
    ("بوكو حرام", "boko-haram"),
    ("حركة طالبان باكستان", "ttp"),
    ("الحرس الثوري الإيراني", "irgc"),
    ("الجيش الإسرائيلي", "israel-armed-forces"),
    ("سلاح الجو الإسرائيلي", "israel-air-force"),
    ("الجيش الأميركي", "usa-armed-forces"),
    ("القوات الأمريكية", "usa-armed-forces"),
    ("البنتاغون", "usa-defence-ministry"),
    ("وزارة الدفاع الروسية", "russia-defence-ministry"),
    ("الجيش الكوري الجنوبي", "south-korea-armed-forces"),
    ("جيش جنوب السودان", "south-sudan-armed-forces"),
    ("المرصد السوري لحقوق الإنسان", "sohr"),
    ("اليونيفيل", "unifil"),
    ("رويترز", "reuters"),
    ("يحيى سريع", "yahya-saree"),
    ("Islamic State", "islamic-state"),
    ("Rapid Support Forces", "rsf"),
    ("US Central Command", "centcom"),
    ("Israeli army", "israel-armed-forces"),
    ("Israel's military", "israel-armed-forces"),
    ("Hayat Tahrir al-Sham", "hts"),
    ("Hay\u2019at Tahrir al-Sham", "hts"),
    ("Kenya Defence Forces", "kenya-armed-forces"),
    ("Ukrainian Air Force", "ukraine-air-force"),
]


@pytest.mark.parametrize(("text", "actor"), NAMES)
def test_a_name_finds_its_actor_alone(text: str, actor: str) -> None:
    assert found(text) == {actor}


def test_the_list_of_names_is_whole() -> None:
    assert len(NAMES) == 40


@pytest.mark.parametrize("text", ["النصر", "الحرية", "الجيش", "الحركة", "التنظيم", "الجماعة"])
def test_common_words_name_nobody(text: str) -> None:
    assert found(text) == set()


@pytest.mark.parametrize("text", ["الشباب", "المقاومة", "التحالف", "القاعدة", "العربية", "الثوار"])
def test_names_that_are_common_words_are_ambiguous_and_need_context(text: str) -> None:
    names = BASE.readings(key(text))
    assert names
    assert all(name.ambiguous and name.needs for name in names)


def test_needs_are_folded() -> None:
    for name in (*BASE.names("ar"), *BASE.names("en")):
        assert all(need == key(need) for need in name.needs)


@pytest.mark.parametrize(
    "text", ["العدو الصهيوني", "ميليشيا الحوثي", "مليشيا آل دقلو", "نظام كييف"]
)
def test_hostile_names_are_partisan(text: str) -> None:
    names = BASE.readings(key(text))
    assert names
    assert all(name.partisan for name in names)


def test_a_shared_name_finds_both_actors() -> None:
    assert found("القوات المسلحة اليمنية") == {"houthis", "yemen-armed-forces"}
    assert found("المقاومة الإسلامية") == {
        "islamic-resistance-lebanon",
        "islamic-resistance-in-iraq",
    }


def test_abbreviations_need_their_capitals() -> None:
    assert found("us", "US") == {"usa"}
    assert found("us", "us") == set()
    assert found("is", "is") == set()
    assert "islamic-state" in found("is", "IS")


def test_one_word_english_names_need_their_capital() -> None:
    assert found("trump", "Trump") == {"donald-trump"}
    assert found("trump", "trump") == set()
    assert found("حماس", "حماس") == {"hamas"}


DEMONYMS = [
    ("إسرائيلية", "israel", "israel-armed-forces"),
    ("الإسرائيلية", "israel", "israel-armed-forces"),
    ("إسرائيليين", "israel", "israel-armed-forces"),
    ("صهيونية", "israel-zionist", "israel-armed-forces"),
    ("أمريكيتان", "usa", "usa-armed-forces"),
    ("الأميركي", "usa", "usa-armed-forces"),
    ("روسياً", "russia", "russia-armed-forces"),
    ("أتراك", "turkey", "turkey-armed-forces"),
    ("الحوثية", "houthi", "houthis"),
    ("كورية جنوبية", "south-korea", "south-korea-armed-forces"),
    ("الكورية الجنوبية", "south-korea", "south-korea-armed-forces"),
    ("جنوب سودانية", "south-sudan", "south-sudan-armed-forces"),
    ("إيرانية", "iran", "iran"),
    ("الأكراد", "kurdish", None),
    ("الشيعية", "shia", None),
    ("Israeli", "israel", "israel-armed-forces"),
    ("Turks", "turkey", "turkey-armed-forces"),
    ("Houthi", "houthi", "houthis"),
]


@pytest.mark.parametrize(("word", "id_", "forces"), DEMONYMS)
def test_demonyms(word: str, id_: str, forces: str | None) -> None:
    demonym = BASE.demonym(key(word), word)
    assert demonym is not None
    assert demonym.id == id_
    assert demonym.forces == forces


def test_the_list_of_demonyms_is_whole() -> None:
    assert len(DEMONYMS) == 18


def test_an_israeli_raid_is_the_israeli_military() -> None:
    demonym = BASE.demonym(key("إسرائيلية"))
    assert demonym is not None
    actor = BASE.get(demonym.forces or "")
    assert actor is not None
    assert actor.label_en == "Israeli military"
    assert not demonym.partisan
    hostile = BASE.demonym(key("صهيونية"))
    assert hostile is not None
    assert hostile.partisan


def test_demonyms_need_their_capital_in_english() -> None:
    assert BASE.demonym("polish", "polish") is None
    assert BASE.demonym("us", "us") is None
    american, jihadist = BASE.demonym("us", "US"), BASE.demonym("jihadist", "jihadist")
    assert american is not None
    assert american.country == "US"
    assert jihadist is not None


@pytest.mark.parametrize("word", ["ترك", "سور", "روسية المنشأ", "army", ""])
def test_other_words_are_no_demonyms(word: str) -> None:
    assert BASE.demonym(key(word)) is None


def test_capitals_stand_for_their_state() -> None:
    for word, country in (("واشنطن", "US"), ("طهران", "IR"), ("Moscow", "RU"), ("أنقرة", "TR")):
        demonym = BASE.capital(key(word))
        assert demonym is not None
        assert demonym.country == country
        assert demonym.state is not None
    assert BASE.capital(key("حلب")) is None


def test_institutions_of_a_state() -> None:
    for role, id_ in (
        (Role.AIR_FORCE, "sudan-air-force"),
        (Role.HEALTH_MINISTRY, "sudan-health-ministry"),
        (Role.POLICE, "sudan-police"),
        (Role.ARMED_FORCES, "sudan-armed-forces"),
    ):
        actor = BASE.institution("SD", role)
        assert actor is not None
        assert actor.id == id_
    assert BASE.institution("XX", Role.POLICE) is None
    assert BASE.forces_of("XX") is None


def test_source_kinds_follow_whom_a_person_speaks_for() -> None:
    for id_, kind in (
        ("yahya-saree", SourceKind.ARMED_GROUP),
        ("avichay-adraee", SourceKind.MILITARY),
        ("dmitry-peskov", SourceKind.OFFICIAL),
        ("rami-abdel-rahman", SourceKind.MONITOR),
        ("ismail-haniyeh", SourceKind.ARMED_GROUP),
        ("reuters", SourceKind.MEDIA),
        ("gaza-health-ministry", SourceKind.OFFICIAL),
    ):
        actor = BASE.get(id_)
        assert actor is not None
        assert actor.source_kind is kind


def test_ancestors_run_upwards() -> None:
    actor = BASE.get("jenin-brigade")
    assert actor is not None
    chain = [parent.id for parent in BASE.ancestors(actor)]
    assert chain == ["saraya-al-quds", "palestinian-islamic-jihad"]


NOUNS = [
    ("مسلحون", NounKind.UNIDENTIFIED, Number.PLURAL, "gunmen"),
    ("مسلحان", NounKind.UNIDENTIFIED, Number.DUAL, "two gunmen"),
    ("مسلحا", NounKind.UNIDENTIFIED, Number.SINGULAR, "gunman"),
    ("انتحاري", NounKind.ATTACKER, Number.SINGULAR, "suicide bomber"),
    ("طائرات", NounKind.PLATFORM, Number.PLURAL, "aircraft"),
    ("مدفعية", NounKind.PLATFORM, Number.SINGULAR, "artillery"),
    ("جنود", NounKind.FORCES, Number.PLURAL, "soldiers"),
    ("مدنيين", NounKind.CIVILIANS, Number.DUAL, "two civilians"),
    ("أطفال", NounKind.CIVILIANS, Number.PLURAL, "children"),
    ("الدفاع المدني", NounKind.MEDICS, Number.SINGULAR, "civil defence"),
]


@pytest.mark.parametrize(("form", "kind", "number", "gloss"), NOUNS)
def test_common_nouns(form: str, kind: NounKind, number: Number, gloss: str) -> None:
    noun = BASE.generics.nouns["ar"][key(form)][0]
    assert (noun.kind, noun.number, noun.gloss) == (kind, number, gloss)


def test_the_list_of_nouns_is_whole() -> None:
    assert len(NOUNS) == 10
    assert len({noun.id for found in BASE.generics.nouns["ar"].values() for noun in found}) >= 120


def test_nouns_imply_targets_and_roles() -> None:
    (jets,) = BASE.generics.nouns["en"]["warplanes"]
    assert (jets.target_kind, jets.role) == (TargetKind.AIRCRAFT, Role.AIR_FORCE)
    (army,) = BASE.generics.nouns["ar"]["جيش"]
    assert (army.target_kind, army.role) == (TargetKind.STATE_FORCES, Role.ARMED_FORCES)


@pytest.mark.parametrize(
    ("lang", "form", "kind"),
    [
        ("ar", "مصادر", SourceKind.ANONYMOUS),
        ("ar", "شهود عيان", SourceKind.WITNESS),
        ("ar", "ناشطون", SourceKind.LOCAL_SOURCES),
        ("ar", "مرصد", SourceKind.MONITOR),
        ("ar", "وكالة", SourceKind.MEDIA),
        ("ar", "مسؤول", SourceKind.OFFICIAL),
        ("ar", "بيان", None),
        ("en", "eyewitnesses", SourceKind.WITNESS),
        ("en", "field commander", SourceKind.MILITARY),
    ],
)
def test_source_heads(lang: str, form: str, kind: SourceKind | None) -> None:
    index = BASE.generics.sources["ar" if lang == "ar" else "en"]
    assert index[key(form)][0].source_kind is kind


def test_titles_say_what_they_imply() -> None:
    for form, gloss, domain in (
        ("عميد", "brigadier general", "military"),
        ("محافظ", "governor", "government"),
        ("شيخ", "sheikh", "religion"),
    ):
        titles = BASE.generics.titles["ar"][key(form)]
        assert (gloss, domain) in {(title.gloss, title.domain) for title in titles}


@given(st.text())
def test_key_is_idempotent(text: str) -> None:
    assert key(key(text)) == key(text)


def test_loading_twice_gives_the_same_base() -> None:
    assert ActorBase.load() is ActorBase.load()
