"""The audit: silent on a sound store, and able to find each fault that it looks for."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from extract.document import Document
from extract.record import Certainty, Record
from graph.audit import Finding, audit
from graph.build import build
from graph.change import Change
from graph.derive import named
from graph.gate import Gate
from graph.store import Store
from graph.vocabulary import (
    CODES,
    DOCUMENT,
    GAZETTEER,
    LINKS,
    ONTOLOGY,
    PROPOSITIONS,
    RUNS,
    V,
    derived_graph,
    document_graph,
)
from tests.graph.articles import STARTED, MadeUp, document, full_record
from tests.graph.building import GATE, built

A, B, C = document(id="a"), document(id="b", publisher="نشرة"), document(id="c", publisher="ق")
ID = "https://w3id.org/conflict-event/id/"
GRAPH = document_graph(A.key)
NODE = ox.NamedNode(DOCUMENT + A.key)


def extract(doc: Document) -> Record:
    found = full_record(doc)
    for event in found.events:
        event.attributions = [a for a in event.attributions if a.certainty != Certainty.DENIED]
    if doc.id == "c":
        found.events[0].damages[0].text = "تضرر"
    return found


def filled(path: Path) -> None:
    with Store.open(path, create=True) as store:
        built(store, A, B, C, extract=extract)
        store.derive(named("own-word"))
        store.derive(named("two-publishers"))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("audit") / "kg"
    filled(path)
    return path


@pytest.fixture
def store(made: Path, tmp_path: Path) -> Iterator[Store]:
    shutil.copytree(made, tmp_path / "kg")
    with Store.open(tmp_path / "kg") as opened:
        yield opened


def found(store: Store) -> list[Finding]:
    return list(audit(store, GATE))


def quads(store: Store, *pattern: object) -> list[ox.Quad]:
    return list(store.database.quads_for_pattern(*pattern))  # type: ignore[arg-type]


def node(local: str) -> ox.NamedNode:
    return ox.NamedNode(ID + local)


def drop(store: Store, *pattern: object) -> None:
    change = Change(delete=quads(store, *pattern))
    assert not change.is_empty
    store.apply(change)


def add(store: Store, *quad: object) -> None:
    store.apply(Change(insert=[ox.Quad(*quad)]))  # type: ignore[arg-type]


def test_a_sound_store_has_no_findings(store: Store) -> None:
    info = store.info()
    assert (info.documents, info.quarantined) == (2, 1)
    assert info.links > 0
    assert sum(info.derived.values()) > 0
    assert found(store) == []


def test_a_new_store_has_no_findings(tmp_path: Path) -> None:
    with Store.open(tmp_path / "kg", create=True) as store:
        assert found(store) == []


def last_claim(store: Store) -> ox.NamedNode:
    claim = node(f"claim/{A.key}-3")
    assert quads(store, claim, None, None, GRAPH)
    return claim


def mention(store: Store) -> ox.NamedNode:
    found = [q.subject for q in quads(store, None, V.type, None, GRAPH) if "#char" in str(q)]
    assert isinstance(found[0], ox.NamedNode)
    return found[0]


def first(store: Store, graph: ox.NamedNode, kind: ox.NamedNode | None = None) -> ox.NamedNode:
    subject = quads(store, None, V.type, kind, graph)[0].subject
    assert isinstance(subject, ox.NamedNode)
    return subject


def lose_verdict_of_other(store: Store) -> None:
    (store.verdicts.path / f"{A.key}.json").rename(store.verdicts.path / "0123456789abcdef.json")


def load_what_is_held(store: Store) -> None:
    shutil.copytree(store.quarantine.path / C.key, store.quarantine.path / A.key)
    record = full_record(A).model_dump_json()
    (store.quarantine.path / A.key / "record.json").write_text(record)


Damage = Callable[[Store], None]
DAMAGES: dict[str, tuple[Damage, str, str]] = {
    "its document node is gone": (
        lambda s: drop(s, NODE, None, None, GRAPH),
        "document",
        "does not describe just this one document",
    ),
    "two documents in one graph": (
        lambda s: add(s, node("doc/x"), V.type, V.Document, GRAPH),
        "document",
        "does not describe just this one document",
    ),
    "no digest": (lambda s: drop(s, NODE, V.digest, None, GRAPH), "document", "no digest"),
    "two digests": (
        lambda s: add(s, NODE, V.digest, ox.Literal("a" * 64), GRAPH),
        "document",
        "no digest",
    ),
    "no run": (
        lambda s: drop(s, NODE, V.generated, None, GRAPH),
        "document",
        "run that made it is not described",
    ),
    "its run is gone": (
        lambda s: drop(s, None, None, None, RUNS),
        "document",
        "run that made it is not described",
    ),
    "a claim is gone": (
        lambda s: drop(s, last_claim(s), None, None, GRAPH),
        "document",
        "claims are missing: 3",
    ),
    "a mention is gone": (
        lambda s: drop(s, mention(s), None, None, GRAPH),
        "document",
        f"named but not described: {DOCUMENT}{A.key}#char=",
    ),
    "words that stand for an entity": (
        lambda s: drop(s, None, V.body, node("actor/wadi-battalion"), None),
        "entities",
        "no document names",
    ),
    "an event is gone": (
        lambda s: drop(s, node(f"event/{A.key}-e1"), None, None, GRAPH),
        "document",
        f"named but not described: {ID}event/{A.key}-e1",
    ),
    "a proposition is gone": (
        lambda s: drop(s, first(s, PROPOSITIONS), None, None, PROPOSITIONS),
        "document",
        "propositions named but not described",
    ),
    "an entity is gone": (
        lambda s: drop(s, node("actor/wadi-battalion"), None, None, GAZETTEER),
        "document",
        "entities named but not described",
    ),
    "a statement that the shapes need": (
        lambda s: drop(s, None, ox.NamedNode(V.Claim.value[:-5] + "certainty"), None, GRAPH),
        "shapes",
        "breaks the shapes 1",
    ),
    "a proposition without claim": (
        lambda s: s.apply(
            Change(
                insert=[
                    ox.Quad(node("prop/x"), q.predicate, q.object, q.graph_name)
                    for q in quads(s, first(s, PROPOSITIONS), None, None, PROPOSITIONS)
                ]
            )
        ),
        "proposition-without-claim",
        "prop/x",
    ),
    "a proposition with other content": (
        lambda s: add(s, first(s, PROPOSITIONS), V.label, ox.Literal("x"), PROPOSITIONS),
        "propositions",
        "is not what its name was made from",
    ),
    "an entity that nobody names": (
        lambda s: s.apply(
            Change(
                insert=[
                    ox.Quad(node("actor/x"), V.type, V.Actor, GAZETTEER),
                    ox.Quad(node("actor/x"), V.prefLabel, ox.Literal("x"), GAZETTEER),
                ]
            )
        ),
        "entities",
        "no document names",
    ),
    "two entities that name each other only": (
        lambda s: s.apply(
            Change(
                insert=[
                    ox.Quad(node("actor/x"), V.kind, node("actor/y"), GAZETTEER),
                    ox.Quad(node("actor/y"), V.kind, node("actor/x"), GAZETTEER),
                ]
            )
        ),
        "entities",
        "no document names",
    ),
    "a description names what is not described": (
        lambda s: drop(s, node("actor/valley-front"), None, None, GAZETTEER),
        "entities",
        "actor/valley-front, which is not described",
    ),
    "a run without documents": (
        lambda s: s.apply(
            Change(
                insert=[
                    ox.Quad(node("run/x"), q.predicate, q.object, q.graph_name)
                    for q in quads(s, None, None, None, RUNS)
                    if "/run/" in str(q.subject)
                ]
            )
        ),
        "runs",
        "no document was made by",
    ),
    "software that did no run": (
        lambda s: add(s, node("software/x"), V.type, V.Actor, RUNS),
        "runs",
        "no document was made by",
    ),
    "a run by nobody": (
        lambda s: drop(s, None, V.associated, None, RUNS),
        "runs",
        "does not say which software",
    ),
    "a link to one event": (
        lambda s: s.apply(Change(delete=quads(s, None, V.linkedEvent, None, LINKS)[:1])),
        "links",
        "is not between two events",
    ),
    "a link to an event that is gone": (
        lambda s: s.apply(
            Change(
                delete=[link := quads(s, None, V.linkedEvent, None, LINKS)[0]],
                insert=[ox.Quad(link.subject, V.linkedEvent, node("event/x-e1"), LINKS)],
            )
        ),
        "links",
        "event/x-e1>, which is gone",
    ),
    "a fact on a claim that is gone": (
        lambda s: add(
            s,
            first(s, derived_graph("two-publishers"), V.DerivedFact),
            V.restsOn,
            node("claim/x-1"),
            derived_graph("two-publishers"),
        ),
        "fact-on-nothing",
        "claim/x-1",
    ),
    "a fact about an event that is gone": (
        lambda s: add(
            s,
            first(s, derived_graph("two-publishers"), V.DerivedFact),
            V.derivedEvent,
            node("event/x-e1"),
            derived_graph("two-publishers"),
        ),
        "derived",
        "event/x-e1>, which is gone",
    ),
    "an unknown policy": (
        lambda s: add(s, node("p"), V.type, V.DerivationPolicy, derived_graph("hunch")),
        "derived",
        "the policy hunch is none of this software",
    ),
    "facts without their policy": (
        lambda s: drop(s, None, V.type, V.DerivationPolicy, derived_graph("two-publishers")),
        "derived",
        "without the policy that made them",
    ),
    "direct blame outside": (
        lambda s: add(
            s, node(f"event/{A.key}-e1"), V.perpetrator, node("actor/wadi-battalion"), GRAPH
        ),
        "direct-blame",
        "actor/wadi-battalion",
    ),
    "a statement in two graphs": (
        lambda s: add(s, NODE, V.type, V.Document, GAZETTEER),
        "triple-in-two-graphs",
        A.key,
    ),
    "a graph of somebody else": (
        lambda s: add(s, node("x"), V.type, V.Actor, node("mine")),
        "graphs",
        "of no kind that is known",
    ),
    "the default graph": (
        lambda s: s.database.add(ox.Quad(node("x"), V.type, V.Actor)),
        "graphs",
        "outside all named graphs",
    ),
    "an older ontology": (
        lambda s: s.apply(Change(delete=quads(s, None, None, None, ONTOLOGY)[:2])),
        "reference",
        "the ontology are not those of this software: 2 statements missing, 0 too many",
    ),
    "codes of one's own": (
        lambda s: add(s, node("x"), V.label, ox.Literal("x"), CODES),
        "reference",
        "the code lists are not those of this software: 0 statements missing, 1 too many",
    ),
    "loaded and in quarantine": (
        load_what_is_held,
        "quarantine",
        f"{A.key}: is loaded and in quarantine at once",
    ),
    "a record in another's folder": (
        lambda s: (
            (s.quarantine.path / C.key).rename(s.quarantine.path / "0123456789abcdef") and None
        ),
        "quarantine",
        f"holds the record of {C.key}",
    ),
    "a damaged record": (
        lambda s: (s.quarantine.path / C.key / "record.json").write_text("{") and None,
        "quarantine",
        "is damaged",
    ),
    "no origin": (
        lambda s: (s.quarantine.path / C.key / "origin.json").unlink(),
        "quarantine",
        "origin.json: cannot be read",
    ),
    "a verdict on nothing": (lose_verdict_of_other, "verdicts", "not loaded"),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_each_fault_is_found(store: Store, name: str) -> None:
    damage, family, what = DAMAGES[name]
    damage(store)
    told = found(store)
    assert [f for f in told if f.family == family and what in f.what], "\n".join(map(str, told))
    for finding in told:
        assert finding.remedy
        assert "\n" not in str(finding)


@pytest.mark.parametrize("content", ["{", "[]", '{"digest": 5}', ""])
def test_a_verdict_that_cannot_be_read_is_found(store: Store, content: str) -> None:
    """The shapes are asked again; that the audit then mends the file itself is no finding."""
    (store.verdicts.path / f"{A.key}.json").write_text(content)
    assert not store.verdicts.is_sound(A.key)
    assert found(store) == []
    assert store.verdicts.is_sound(A.key)


def test_a_store_without_verdicts_is_judged_again_once(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree(store.verdicts.path)
    assert found(store) == []

    def never(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(Gate, "check", never)
    assert found(store) == []


@pytest.mark.parametrize(
    "name",
    ["its document node is gone", "a claim is gone", "no run", "a statement that the shapes need"],
)
def test_a_damaged_document_is_mended_by_its_remedy(store: Store, made: Path, name: str) -> None:
    DAMAGES[name][0](store)
    assert {f.remedy for f in found(store) if f.family in {"document", "shapes"}} == {
        f"run conflictkg retract {A.key}, then build the article again"
    }
    store.retract(A.key)
    store.close()
    filled(store.path)
    with Store.open(store.path) as mended, Store.open(made, read_only=True) as whole:
        assert found(mended) == []
        assert mended.export("nquads") == whole.export("nquads")


@pytest.mark.parametrize(
    "name",
    [
        "an older ontology",
        "codes of one's own",
        "a link to an event that is gone",
        "a fact on a claim that is gone",
        "a fact about an event that is gone",
        "an unknown policy",
    ],
)
def test_what_a_build_mends_it_mends(store: Store, name: str) -> None:
    whole = store.export("nquads")
    DAMAGES[name][0](store)
    assert {f.remedy.split(",")[0] for f in found(store)} == {"run conflictkg build"}
    store.close()
    with Store.open(store.path, create=True) as mended:
        build([], mended, extract=extract, started=STARTED, entities=MadeUp(), gate=GATE)
        assert found(mended) == []
        assert mended.export("nquads") == whole


def test_a_finding_tells_progress_of_each_document(store: Store) -> None:
    told: list[int] = []
    list(audit(store, GATE, lambda number, _: told.append(number)))
    assert told == [1, 2]
