"""Inflection: forms made from citation forms."""

from __future__ import annotations

import pytest

from extract.lang.ar.inflection import Number, adjective_forms, noun_forms, verb_forms

VERBS = [
    ("قصف", "يقصف", "قصف قصفت قصفوا قصفنا يقصف تقصف يقصفون نقصف قصفته قصفها يقصفها", "sound"),
    ("استهدف", "يستهدف", "استهدفت استهدفوا استهدفهم تستهدف يستهدفون يستهدفوا", "derived"),
    ("شن", "يشن", "شن شنت شنوا يشن تشن يشنون شنها شنته", "doubled"),
    ("رمى", "يرمي", "رمي رمت رموا رماها رمته يرمي ترمي يرمون يرم ترم رمينا", "defective"),
    ("ألقى", "يلقي", "القي القت القوا القاها يلقي تلقي يلقون يلق", "derived defective"),
    ("قال", "يقول", "قال قالت قالوا يقول تقول يقولون يقل تقل قاله", "hollow"),
    ("أصاب", "يصيب", "اصاب اصابت اصابوا يصيب يصيبون يصب تصب اصابته", "derived hollow"),
    ("دعا", "يدعو", "دعا دعت دعوا يدعو تدعو يدعون يدع", "defective in waw"),
    ("اعتدى", "يعتدي", "اعتدي اعتدت اعتدوا يعتدي تعتدي يعتدون", "derived defective"),
]


@pytest.mark.parametrize(
    ("past", "present", "wanted"), [v[:3] for v in VERBS], ids=[v[3] for v in VERBS]
)
def test_verb_forms(past: str, present: str, wanted: str) -> None:
    made = {form.form for form in verb_forms(past, present)}
    assert set(wanted.split()) - made == set()


@pytest.mark.parametrize(
    ("past", "present", "form", "traits"),
    [
        ("قصف", "يقصف", "قصفت", {"past": True, "feminine": True}),
        ("قصف", "يقصف", "قصفوا", {"past": True, "plural": True}),
        ("قصف", "يقصف", "يقصفون", {"past": False, "plural": True}),
        ("قصف", "يقصف", "قصفناها", {"first_person": True, "pronoun": True}),
        ("أصاب", "يصيب", "يصب", {"past": False, "jussive": True}),
        ("قصف", "يقصف", "قصفتهم", {"past": True, "pronoun": True}),
    ],
)
def test_what_a_verb_form_tells(
    past: str, present: str, form: str, traits: dict[str, bool]
) -> None:
    fitting = [
        one
        for one in verb_forms(past, present)
        if one.form == form and all(getattr(one, key) is value for key, value in traits.items())
    ]
    assert fitting


NOUNS = [
    (
        "غارة",
        ("غارات",),
        None,
        "غاره الغاره غارتان غارتين الغارتين غارات الغارات غارته غارتها غاراتهم",
    ),
    ("صاروخ", ("صواريخ",), None, "صاروخ الصاروخ صاروخا صاروخان صاروخين صواريخ الصواريخ صاروخها"),
    ("مسلح", (), "m", "مسلح مسلحا المسلح مسلحان مسلحين مسلحون المسلحون المسلحين"),
    ("دبابة", (), "f", "دبابه دبابتان دبابتين دبابات الدبابات"),
    ("قاعدة", ("قواعد",), None, "قاعده قاعدته قاعدتي قواعد القواعد"),
    ("ضحية", ("ضحايا",), None, "ضحيه ضحيتان ضحيتين ضحايا الضحايا"),
]


@pytest.mark.parametrize(("singular", "plurals", "sound", "wanted"), NOUNS)
def test_noun_forms(
    singular: str, plurals: tuple[str, ...], sound: str | None, wanted: str
) -> None:
    made = {form.form for form in noun_forms(singular, plurals, sound=sound)}
    assert set(wanted.split()) - made == set()


@pytest.mark.parametrize(
    ("form", "number", "article", "pronoun"),
    [
        ("غاره", Number.SINGULAR, False, False),
        ("الغاره", Number.SINGULAR, True, False),
        ("غارتان", Number.DUAL, False, False),
        ("الغارتين", Number.DUAL, True, False),
        ("غارات", Number.PLURAL, False, False),
        ("غاراتها", Number.PLURAL, False, True),
    ],
)
def test_what_a_noun_form_tells(form: str, number: Number, article: bool, pronoun: bool) -> None:
    found = [one for one in noun_forms("غارة", ("غارات",)) if one.form == form]
    assert [(one.number, one.article, one.pronoun) for one in found] == [(number, article, pronoun)]


def test_given_duals_replace_the_pattern() -> None:
    duals = {
        one.form
        for one in noun_forms("مبنى", ("مبان",), duals=("مبنيان", "مبنيين"))
        if one.number is Number.DUAL
    }
    assert duals == {"مبنيان", "المبنيان", "مبنيين", "المبنيين"}


@pytest.mark.parametrize(
    "form",
    ["روسي", "الروسي", "روسيه", "الروسيه", "روسيان", "روسيين", "روسيتين", "روسيا", "الروسيتان"],
)
def test_adjective_forms(form: str) -> None:
    assert form in set(adjective_forms("روسي"))
