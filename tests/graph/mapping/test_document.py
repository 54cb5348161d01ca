from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from rdflib import RDF, BNode, Dataset

from extract.record import (
    Basis,
    Certainty,
    ClaimKind,
    EventType,
    Participant,
    Perpetrator,
    SourceKind,
)
from graph import canonical, vocabulary
from graph.error import MappingError
from graph.gate import Gate
from graph.mapping import document_dataset
from graph.mapping.names import DCT
from ontology.namespace import CEV
from tests.graph.articles import (
    RUN,
    SENTENCES,
    MadeUp,
    Text,
    attribution,
    document,
    full_record,
    record,
    short_event,
    short_record,
    source,
)
from tests.graph.reading import Said, flat, said

OUTLET = "صحيفة الضفة"


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return document_dataset(full_record(), run=RUN, entities=MadeUp())


def test_every_fact_is_claimed_by_whoever_says_it(dataset: Dataset) -> None:
    certain = ("affirmed", "certain")
    assert said(dataset) == sorted(
        [
            Said(
                "local sources",
                *certain,
                "claim-perpetrator",
                "Participation",
                "participant=Wadi Battalion; role=perpetrator",
            ),
            Said(
                "local sources",
                *certain,
                "claim-report",
                "Launch",
                "place=Crow Hill; spatialPrecision=spatial-region",
            ),
            Said(
                "Wadi Battalion",
                "negated",
                "certain",
                "claim-denial",
                "Participation",
                "participant=Wadi Battalion; role=perpetrator",
            ),
            Said(
                "Col. Nadir Salim",
                "affirmed",
                "probable",
                "claim-casualties",
                "CasualtyEstimate",
                "casualtyStatus=killed; countLow=3; victimClass=victim-soldiers",
            ),
            Said(
                OUTLET,
                *certain,
                "claim-occurrence",
                "Occurrence",
                "claimedEventType=missile-rocket-attack",
            ),
            Said(
                OUTLET,
                *certain,
                "claim-report",
                "Dating",
                "earliest=2031-05-05; latest=2031-05-05; temporalPrecision=temporal-day",
            ),
            Said(
                OUTLET,
                *certain,
                "claim-report",
                "Placement",
                "place=Randa; spatialPrecision=spatial-town",
            ),
            Said(
                OUTLET,
                *certain,
                "claim-report",
                "Participation",
                "participant=Pine Base; role=target; targetKind=target-base",
            ),
            Said(
                OUTLET,
                *certain,
                "claim-report",
                "WeaponUse",
                "countHigh=6; countLow=6; weaponType=weapon-rocket; words=ستة صواريخ",
            ),
            Said(
                OUTLET,
                *certain,
                "claim-report",
                "Damage",
                "countHigh=2; countLow=2; words=two buildings; words=تضرر مبنيان",
            ),
            Said(
                OUTLET,
                *certain,
                "claim-occurrence",
                "Occurrence",
                "claimedEventType=artillery-shelling",
            ),
            Said(
                OUTLET,
                *certain,
                "claim-perpetrator",
                "Participation",
                "participant=the forces; role=perpetrator",
            ),
            Said(OUTLET, *certain, "claim-report", "Motive", "words=ردت"),
            Said(
                OUTLET,
                *certain,
                "claim-report",
                "EventRelation",
                "eventRelation=event-response-to; "
                "relatedEvent=missile or rocket attack, Randa, 2031-05-05",
            ),
            Said(
                OUTLET,
                *certain,
                "claim-relation",
                "ActorRelation",
                "actorRelation=backed-by; relationObject=Republic of the Plain; "
                "relationSubject=Wadi Battalion",
            ),
        ]
    )


def test_the_shapes_accept_it(dataset: Dataset) -> None:
    report = Gate().check(dataset)
    assert report.is_passed, report.text()


def test_each_triple_stands_in_one_graph_only(dataset: Dataset) -> None:
    triples = [quad[:3] for quad in dataset.quads()]
    assert len(triples) > 300
    assert len(triples) == len(set(triples))


def test_there_are_no_blank_nodes(dataset: Dataset) -> None:
    assert not [n for quad in dataset.quads() for n in quad if isinstance(n, BNode)]


def test_blame_is_never_asserted(dataset: Dataset) -> None:
    assert not list(dataset.quads((None, CEV.perpetrator, None, None)))


def test_every_claim_rests_on_its_sentence(dataset: Dataset) -> None:
    graph = flat(dataset)
    for claim in graph.subjects(RDF.type, CEV.Claim):
        quotes = {str(graph.value(m, CEV.exact)) for m in graph.objects(claim, CEV.evidence)}
        assert quotes
        assert quotes <= set(SENTENCES)


def test_the_chain_of_channels_keeps_its_order() -> None:
    original = full_record()
    toll = original.events[0].attributions[2]
    other = toll.relayed_by[0].model_copy(update={"canonical_en": "Wire Service"})
    toll.relayed_by.append(other)
    graph = flat(document_dataset(original, run=RUN, entities=MadeUp()))
    steps = {
        int(str(graph.value(step, CEV.position))): graph.value(step, CEV.channel)
        for step in graph.subjects(RDF.type, CEV.Relay)
    }
    assert len(set(steps.values())) == 2
    assert set(graph.objects(None, CEV.relayedBy)) == set(steps.values())


def test_the_same_record_gives_the_same_bytes_in_every_process() -> None:
    code = (
        "from tests.graph.articles import *; from graph import canonical, vocabulary;"
        "from graph.mapping import document_dataset; import sys;"
        "d = document_dataset(full_record(), run=RUN, entities=MadeUp());"
        "sys.stdout.buffer.write(canonical.nquads(vocabulary.quads(d)))"
    )
    root = Path(__file__).parents[3]
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            check=True,
            capture_output=True,
            cwd=root,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(root)},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(found) == 1
    quads = vocabulary.quads(document_dataset(full_record(), run=RUN, entities=MadeUp()))
    assert found == {canonical.nquads(quads)}


def test_without_publisher_the_outlet_is_this_documents_own() -> None:
    records = [full_record(document(id=id_, publisher=None)) for id_ in ("a", "b")]
    datasets = [document_dataset(each, run=RUN, entities=MadeUp()) for each in records]
    publishers = {next(d.objects(None, DCT.publisher)) for d in map(flat, datasets)}
    assert len(publishers) == 2
    assert "unnamed outlet" in {one.who for one in said(datasets[0])}


def test_an_odd_address_still_becomes_an_iri() -> None:
    doc = document(url="https://example.org/خبر 1?x=<y>")
    dataset = document_dataset(full_record(doc), run=RUN)
    assert Gate().check(dataset).is_passed
    assert vocabulary.quads(dataset)


@pytest.mark.parametrize(
    ("spoilt", "message"),
    [
        ({"events": [short_event(Text(*SENTENCES), caused_by="e9")]}, "e9"),
        ({"events": [short_event(Text(*SENTENCES))] * 2}, "two events"),
        ({"published": "yesterday"}, "yesterday"),
        ({"sentences": []}, "sentence"),
    ],
    ids=["cause", "twice", "day", "sentence"],
)
def test_a_record_that_contradicts_itself_is_refused(
    spoilt: dict[str, object], message: str
) -> None:
    spoilt_record = full_record().model_copy(update=spoilt)
    with pytest.raises(MappingError, match=message) as caught:
        document_dataset(spoilt_record, run=RUN)
    assert "\n" not in str(caught.value)


def test_a_target_known_as_an_actor_is_one_node_with_the_perpetrator() -> None:
    text = Text(*SENTENCES)
    who = text.found("كتيبة الوادي")
    event = short_event(
        text,
        perpetrators=[Perpetrator(**who, canonical_en="Wadi Battalion", basis=Basis.UNKNOWN)],
        targets=[{**who, "canonical_en": "Wadi Battalion", "kind": "armed_group"}],
        type=EventType.ARMED_CLASH,
    )
    graph = flat(document_dataset(short_record(event), run=RUN))
    assert len(set(graph.objects(None, CEV.participant))) == 1


def test_a_record_without_events_is_still_a_document() -> None:
    dataset = document_dataset(record(document()), run=RUN)
    assert Gate().check(dataset).is_passed
    assert len(list(flat(dataset).subjects(RDF.type, CEV.Document))) == 1


def test_an_entity_is_not_tied_to_itself() -> None:
    made = full_record()
    tie = made.relations[0]
    itself = tie.model_copy(update={"object_span": tie.subject_span})
    dataset = document_dataset(
        made.model_copy(update={"relations": [itself]}), run=RUN, entities=MadeUp()
    )
    assert not [one for one in said(dataset) if one.what == "ActorRelation"]


@pytest.mark.parametrize(
    ("victims", "expected"),
    [
        (None, "victimClass=victim-any"),
        ("three children", "victimClass=victim-children"),
        ("كتيبة الوادي", "victimAffiliation=Wadi Battalion; victimClass=victim-any"),
        ("دروز", "victimClass=victim-any; words=دروز"),
    ],
)
def test_victims_are_a_class_a_side_or_words(victims: str | None, expected: str) -> None:
    made = full_record()
    made.events[0].casualties[0].victims = victims
    dataset = document_dataset(made, run=RUN, entities=MadeUp())
    assert Gate().check(dataset).is_passed
    found = [one.content for one in said(dataset) if one.what == "CasualtyEstimate"]
    assert found == [f"casualtyStatus=killed; countLow=3; {expected}"]


def test_a_weapon_without_code_keeps_its_words() -> None:
    made = full_record()
    made.events[0].weapons[0].canonical_en = "something new"
    dataset = document_dataset(made, run=RUN, entities=MadeUp())
    assert Gate().check(dataset).is_passed
    found = [one.content for one in said(dataset) if one.what == "WeaponUse"]
    assert found == ["countHigh=6; countLow=6; weaponType=weapon-other; words=ستة صواريخ"]


def test_who_ordered_an_act_takes_part_in_that_role_and_is_not_blamed() -> None:
    text = Text(*SENTENCES)
    chief = {**text.found("العقيد نادر سالم"), "canonical_en": "Colonel Nadir Salem"}
    dataset = document_dataset(short_record(short_event(text, ordered_by=[chief])), run=RUN)
    assert Gate().check(dataset).is_passed
    found = [one.content for one in said(dataset) if one.what == "Participation"]
    assert found == ["participant=Colonel Nadir Salem; role=ordered-by"]


def test_whoever_owns_what_was_hit_was_hit_too() -> None:
    text = Text(*SENTENCES)
    owner = {**text.found("كتيبة الوادي"), "canonical_en": "Wadi Battalion"}
    target = {
        **text.found("قاعدة الصنوبر"),
        "canonical_en": "Pine base",
        "kind": "base",
        "owner": owner,
    }
    local = source(text, "مصادر محلية", SourceKind.LOCAL_SOURCES, "local sources")
    told = attribution(
        text,
        "قالت",
        source=local,
        claim=ClaimKind.TARGET,
        certainty=Certainty.CERTAIN,
        about=["targets/0"],
    )
    event = short_event(text, targets=[target], attributions=[told])
    dataset = document_dataset(short_record(event), run=RUN)
    assert Gate().check(dataset).is_passed
    found = {(one.who, one.content) for one in said(dataset) if one.what == "Participation"}
    assert found == {
        ("local sources", "participant=Pine base; role=target; targetKind=target-base"),
        ("local sources", "participant=Wadi Battalion; role=target; targetKind=target-base"),
    }


def test_the_body_of_victims_is_the_one_found_beside_them() -> None:
    made = full_record()
    text = Text(*SENTENCES)
    body = {**text.found("كتيبة الوادي"), "canonical_en": "Wadi Battalion"}
    made.events[0].casualties[0].affiliation = Participant.model_validate(body)
    dataset = document_dataset(made, run=RUN, entities=MadeUp())
    assert Gate().check(dataset).is_passed
    found = [one.content for one in said(dataset) if one.what == "CasualtyEstimate"]
    assert ["victimAffiliation=Wadi Battalion" in one for one in found] == [True]
