"""Who is made to say what: the rules of ``graph.mapping.attribution``."""

from __future__ import annotations

from typing import Any

import pytest

from extract.record import (
    Attribution,
    Basis,
    CasualtyEstimate,
    CasualtyStatus,
    Certainty,
    ClaimKind,
    EventStatus,
    Perpetrator,
    SourceKind,
)
from graph.error import MappingError
from graph.gate import Gate
from graph.mapping import document_dataset
from ontology.namespace import CEV, CODE
from tests.graph.articles import (
    RUN,
    SENTENCES,
    MadeUp,
    Text,
    attribution,
    document,
    short_event,
    short_record,
    source,
)
from tests.graph.reading import Said, flat, name, said

OUTLET = "صحيفة الضفة"
UNNAMED = "source that the article does not name"
WADI = "participant=Wadi Battalion; role=perpetrator"
TEXT = Text(*SENTENCES)


def wadi(basis: Basis) -> Perpetrator:
    return Perpetrator(
        **TEXT.found("كتيبة الوادي"),
        canonical_en="Wadi Battalion",
        entity="wadi-battalion",
        basis=basis,
    )


def by_wadi(**fields: Any) -> Attribution:
    who = source(TEXT, "كتيبة الوادي", SourceKind.ARMED_GROUP, "Wadi Battalion", "wadi-battalion")
    return attribution(TEXT, "نفت", source=who, **fields)


def by_local(**fields: Any) -> Attribution:
    who = source(TEXT, "مصادر محلية", SourceKind.LOCAL_SOURCES, "local sources")
    return attribution(TEXT, "قالت", source=who, **fields)


def claims(**fields: object) -> list[Said]:
    dataset = document_dataset(
        short_record(short_event(TEXT, **fields)), run=RUN, entities=MadeUp()
    )
    report = Gate().check(dataset)
    assert report.is_passed, report.text()
    return said(dataset)


def of(kind: str, found: list[Said]) -> list[Said]:
    return [one for one in found if one.what == kind]


@pytest.mark.parametrize(
    ("basis", "who", "certainty", "kind"),
    [
        (Basis.STATED_AS_FACT, OUTLET, "certain", "claim-perpetrator"),
        (Basis.SUSPECTED, OUTLET, "possible", "claim-perpetrator"),
        (Basis.UNKNOWN, OUTLET, "unstated", "claim-perpetrator"),
        (Basis.ATTRIBUTED, UNNAMED, "unstated", "claim-perpetrator"),
        (Basis.CLAIMED, "Wadi Battalion", "unstated", "claim-responsibility-claim"),
    ],
)
def test_a_perpetrator_without_attribution_is_claimed_by_its_basis(
    basis: Basis, who: str, certainty: str, kind: str
) -> None:
    found = of("Participation", claims(perpetrators=[wadi(basis)]))
    assert found == [Said(who, "affirmed", certainty, kind, "Participation", WADI)]


def test_what_a_source_says_is_not_put_into_the_outlets_mouth() -> None:
    blame = by_local(
        claim=ClaimKind.PERPETRATOR, about=["perpetrators/0"], certainty=Certainty.PROBABLE
    )
    found = of("Participation", claims(perpetrators=[wadi(Basis.ATTRIBUTED)], attributions=[blame]))
    assert [(one.who, one.certainty) for one in found] == [("local sources", "probable")]


@pytest.mark.parametrize(
    ("sentence", "basis", "speakers"),
    [
        (3, Basis.STATED_AS_FACT, {"local sources", OUTLET}),
        (3, Basis.ATTRIBUTED, {"local sources"}),
        (1, Basis.STATED_AS_FACT, {"local sources"}),
    ],
    ids=["the outlet elsewhere", "only quoted", "the same sentence"],
)
def test_the_outlet_blames_besides_others_only_in_words_of_its_own(
    sentence: int, basis: Basis, speakers: set[str]
) -> None:
    blame = by_local(
        claim=ClaimKind.PERPETRATOR,
        about=["perpetrators/0"],
        certainty=Certainty.CERTAIN,
        sentence=sentence,
    )
    found = of("Participation", claims(perpetrators=[wadi(basis)], attributions=[blame]))
    assert {one.who for one in found} == speakers


def test_the_evidence_is_the_sentence_in_which_the_speaker_speaks() -> None:
    denial = by_wadi(claim=ClaimKind.DENIAL, about=["type"], certainty=Certainty.DENIED)
    event = short_event(TEXT, attributions=[denial])
    dataset = document_dataset(short_record(event), run=RUN, entities=MadeUp())
    graph = flat(dataset)
    negated = list(graph.subjects(CEV.polarity, CODE.negated))
    assert len(negated) == 1
    quotes = [str(graph.value(m, CEV.exact)) for m in graph.objects(negated[0], CEV.evidence)]
    assert quotes == [SENTENCES[2]]


def test_a_spokesman_speaks_for_his_body_throughout_the_article() -> None:
    army = source(TEXT, "القوات", SourceKind.MILITARY, "Plain Army", "plain-army")
    kind, sure = ClaimKind.OCCURRENCE, Certainty.CERTAIN
    officer = source(TEXT, "نادر سالم", SourceKind.OFFICIAL, "Nader Salem")
    local = source(TEXT, "مصادر محلية", SourceKind.LOCAL_SOURCES, "local sources")
    told = [
        attribution(TEXT, "رجح", source=officer, on_behalf_of=army, claim=kind, certainty=sure),
        attribution(TEXT, "ردت", source=officer, claim=kind, certainty=sure),
        attribution(TEXT, "قالت", source=local, claim=kind, certainty=sure),
    ]
    graph = flat(
        document_dataset(
            short_record(short_event(TEXT, attributions=told)), run=RUN, entities=MadeUp()
        )
    )
    bodies: dict[str, list[str]] = {}
    for claim in graph.subjects(CEV.claimType, CODE.claim_occurrence):
        who = name(graph, graph.value(claim, CEV.claimant))
        told_for = [name(graph, body) for body in graph.objects(claim, CEV.onBehalfOf)]
        bodies.setdefault(who, []).extend(told_for)
    assert bodies == {"Nader Salem": ["Plain Army"] * 2, "local sources": []}


@pytest.mark.parametrize(
    ("english", "kind", "is_shared"),
    [
        ("Ridge official", SourceKind.OFFICIAL, False),
        ("Two officials", SourceKind.OFFICIAL, False),
        ("local sources", SourceKind.LOCAL_SOURCES, False),
        ("Ministry of Health", SourceKind.OFFICIAL, True),
    ],
)
def test_speakers_without_a_name_are_one_documents_own(
    english: str, kind: SourceKind, is_shared: bool
) -> None:
    who = source(TEXT, "مصادر محلية", kind, english)
    said_so = attribution(
        TEXT, "قالت", source=who, claim=ClaimKind.OCCURRENCE, certainty=Certainty.CERTAIN
    )
    speakers = set()
    for key in ("a1", "a2"):
        doc = document(TEXT.text, id=key, publisher=f"outlet {key}")
        record = short_record(short_event(TEXT, attributions=[said_so]), doc=doc)
        graph = flat(document_dataset(record, run=RUN, entities=MadeUp()))
        claim = next(graph.subjects(CEV.claimType, CODE.claim_occurrence))
        speakers.add(graph.value(claim, CEV.claimant))
    assert (len(speakers) == 1) is is_shared


def test_a_denial_stands_against_the_accusation() -> None:
    denial = by_wadi(claim=ClaimKind.DENIAL, about=["perpetrators/0"], certainty=Certainty.DENIED)
    found = of(
        "Participation", claims(perpetrators=[wadi(Basis.STATED_AS_FACT)], attributions=[denial])
    )
    assert [(one.who, one.polarity, one.certainty) for one in found] == [
        ("Wadi Battalion", "negated", "certain"),
        (OUTLET, "affirmed", "certain"),
    ]


def test_a_denial_alone_makes_nobody_accuse() -> None:
    denial = by_wadi(claim=ClaimKind.DENIAL, about=["perpetrators/0"], certainty=Certainty.DENIED)
    found = of("Participation", claims(perpetrators=[wadi(Basis.UNKNOWN)], attributions=[denial]))
    assert [one.polarity for one in found] == ["negated"]


def test_a_denied_toll_is_affirmed_by_nobody() -> None:
    toll = CasualtyEstimate(
        **TEXT.found("ثلاثة جنود على الأقل"), status=CasualtyStatus.KILLED, low=3
    )
    denial = by_wadi(claim=ClaimKind.DENIAL, about=["casualties/0"], certainty=Certainty.DENIED)
    found = of("CasualtyEstimate", claims(casualties=[toll], attributions=[denial]))
    assert [one.polarity for one in found] == ["negated"]


@pytest.mark.parametrize(
    "about", [[], ["perpetrators/0"]], ids=["about nobody", "about the suspect"]
)
def test_unclaimed_responsibility_affirms_nothing(about: list[str]) -> None:
    nobody = attribution(
        TEXT,
        "نفت",
        claim=ClaimKind.RESPONSIBILITY_CLAIM,
        about=about,
        certainty=Certainty.UNSTATED,
    )
    found = claims(perpetrators=[wadi(Basis.SUSPECTED)], attributions=[nobody])
    assert of("Participation", found) == [
        Said(OUTLET, "affirmed", "possible", "claim-perpetrator", "Participation", WADI),
        Said(OUTLET, "open", "unstated", "claim-no-claim", "Participation", "role=perpetrator"),
    ]


def test_who_did_it_may_be_left_open() -> None:
    unknown = attribution(TEXT, "نفت", claim=ClaimKind.PERPETRATOR, certainty=Certainty.UNSTATED)
    found = of("Participation", claims(attributions=[unknown]))
    assert [(one.polarity, one.content) for one in found] == [("open", "role=perpetrator")]


def test_no_word_on_casualties_counts_nobody() -> None:
    silence = attribution(
        TEXT,
        "قالت",
        claim=ClaimKind.CASUALTIES,
        claimed_value="مصادر محلية",
        certainty=Certainty.UNSTATED,
    )
    found = claims(attributions=[silence])
    assert of("CasualtyEstimate", found) == []
    assert [(one.polarity, one.content) for one in of("Statement", found)] == [
        ("open", "topic=claim-casualties; words=مصادر محلية")
    ]


def test_no_comment_affirms_nothing() -> None:
    silence = by_local(claim=ClaimKind.OCCURRENCE, certainty=Certainty.UNSTATED)
    found = claims(attributions=[silence])
    assert [(o.who, o.kind) for o in found if o.polarity == "open"] == [
        ("local sources", "claim-no-claim")
    ]
    assert [o.who for o in of("Occurrence", found)] == [OUTLET]


def test_a_party_that_rejects_the_act_speaks_of_its_own_part() -> None:
    denial = by_wadi(claim=ClaimKind.DENIAL, claimed_value="مسؤوليتها", certainty=Certainty.DENIED)
    found = of("Participation", claims(perpetrators=[wadi(Basis.SUSPECTED)], attributions=[denial]))
    assert ("Wadi Battalion", "negated", WADI) in [(o.who, o.polarity, o.content) for o in found]


def test_words_that_fit_no_fact_are_kept_and_blame_nobody() -> None:
    blame = by_local(
        claim=ClaimKind.PERPETRATOR,
        claimed_value="كتيبة الوادي",
        certainty=Certainty.CERTAIN,
    )
    found = claims(attributions=[blame])
    assert of("Participation", found) == []
    assert of("Statement", found) == [
        Said(
            "local sources",
            "affirmed",
            "certain",
            "claim-perpetrator",
            "Statement",
            "topic=claim-perpetrator; words=كتيبة الوادي",
        )
    ]


def test_words_that_name_a_fact_are_about_it() -> None:
    blame = by_local(
        claim=ClaimKind.PERPETRATOR,
        claimed_value="كتيبة الوادي",
        certainty=Certainty.POSSIBLE,
    )
    found = claims(perpetrators=[wadi(Basis.ATTRIBUTED)], attributions=[blame])
    assert of("Statement", found) == []
    assert [(o.who, o.certainty) for o in of("Participation", found)] == [
        ("local sources", "possible")
    ]


def test_an_unanchored_occurrence_is_about_the_event() -> None:
    report = by_local(
        claim=ClaimKind.OCCURRENCE, claimed_value="أطلقت الصواريخ", certainty=Certainty.CERTAIN
    )
    found = of("Occurrence", claims(attributions=[report]))
    assert [one.who for one in found] == ["local sources"]


@pytest.mark.parametrize("path", ["type", "occurrence"])
def test_the_occurrence_has_two_paths(path: str) -> None:
    report = by_local(claim=ClaimKind.OCCURRENCE, about=[path], certainty=Certainty.PROBABLE)
    found = of("Occurrence", claims(attributions=[report]))
    assert [(one.who, one.certainty) for one in found] == [("local sources", "probable")]


@pytest.mark.parametrize("status", [EventStatus.ALLEGED, EventStatus.DENIED])
def test_the_outlet_does_not_vouch_for_a_contested_event(status: EventStatus) -> None:
    found = claims(status=status, perpetrators=[wadi(Basis.STATED_AS_FACT)])
    assert {(one.who, one.certainty) for one in found} == {(UNNAMED, "unstated")}


@pytest.mark.parametrize("status", [EventStatus.THREATENED, EventStatus.PLANNED])
def test_nobody_is_blamed_for_what_has_not_happened(status: EventStatus) -> None:
    threat = by_wadi(
        claim=ClaimKind.RESPONSIBILITY_CLAIM,
        about=["perpetrators/0"],
        certainty=Certainty.CERTAIN,
    )
    found = claims(status=status, perpetrators=[wadi(Basis.CLAIMED)], attributions=[threat])
    assert {one.polarity for one in of("Participation", found)} == {"open"}
    assert [
        (one.polarity, f"status-{status}" in one.content) for one in of("Occurrence", found)
    ] == [("affirmed", True)]


def test_a_denied_event_is_affirmed_by_nobody_once_the_denial_is_told() -> None:
    denial = by_wadi(claim=ClaimKind.DENIAL, about=["type"], certainty=Certainty.DENIED)
    found = of("Occurrence", claims(status=EventStatus.DENIED, attributions=[denial]))
    assert [(one.who, one.polarity) for one in found] == [("Wadi Battalion", "negated")]


def test_a_claim_about_no_fact_is_refused() -> None:
    lost = by_local(claim=ClaimKind.CASUALTIES, about=["casualties/4"], certainty=Certainty.CERTAIN)
    with pytest.raises(MappingError, match="casualties/4"):
        claims(attributions=[lost])


def test_who_blames_and_tells_of_the_dead_reports_the_dead() -> None:
    toll = CasualtyEstimate(
        **TEXT.found("ثلاثة جنود على الأقل"), status=CasualtyStatus.KILLED, low=3
    )
    blame = by_local(
        claim=ClaimKind.PERPETRATOR,
        about=["perpetrators/0", "casualties/0"],
        certainty=Certainty.CERTAIN,
    )
    found = claims(perpetrators=[wadi(Basis.ATTRIBUTED)], casualties=[toll], attributions=[blame])
    assert {(o.what, o.kind) for o in found if o.who == "local sources"} == {
        ("Participation", "claim-perpetrator"),
        ("CasualtyEstimate", "claim-report"),
    }
