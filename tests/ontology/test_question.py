"""The named questions: their files, their parameters, and their answers on the example."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Dataset, Literal, URIRef, Variable

from ontology import files, question
from ontology.error import ParameterError, QueryFileError, UnknownQuestionError
from ontology.namespace import PREFIXES
from ontology.question import Kind, Parameter

Ask = Callable[..., ox.QuerySolutions]
GOLDEN = Path(__file__).parent / "golden"
NAMES = question.names()
ATTACK = "event:a1f03c52d8e94b67-e1"
HEAD = "# title-en: a\n# title-ar: b\n# explanation-en: c\n# explanation-ar: d\n"


def values(row: ox.QuerySolution, *names: str) -> tuple[str | None, ...]:
    return tuple(None if row[n] is None else row[n].value for n in names)


def test_the_questions_are_collected() -> None:
    assert len(NAMES) == 39
    assert sorted(path.stem for path in GOLDEN.glob("*.tsv")) == list(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_answers_on_the_example(name: str, ask: Ask) -> None:
    got = ask(name).serialize(format=ox.QueryResultsFormat.TSV)
    assert got is not None
    wanted = (GOLDEN / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    lines = got.decode().splitlines()
    assert lines[0] == wanted[0]
    assert sorted(lines[1:]) == sorted(wanted[1:])
    assert len(wanted) > 1, "a question without an answer shows nothing"


# rdflib warns of its own inner use of names that it has deprecated.
@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
@pytest.mark.parametrize("name", NAMES)
def test_two_engines_agree(name: str, ask: Ask, dataset: Dataset) -> None:
    asked = question.load(name)
    bindings = {key: rdflib_term(term) for key, term in asked.bind({}).items()}
    answer = dataset.query(asked.text, initBindings=bindings).bindings
    names = [v.value for v in ask(name).variables]
    there = sorted(str([row_text(row.get(Variable(n))) for n in names]) for row in answer)
    here = sorted(str([None if x is None else x.value for x in row]) for row in ask(name))
    assert here == there


@pytest.fixture(scope="module")
def dataset(store: ox.Store) -> Dataset:
    trig = ox.serialize(list(store), format=ox.RdfFormat.TRIG)
    assert trig is not None
    return files.dataset(trig)


def ends(store: ox.Store, part: str) -> list[ox.Quad]:
    return list(store.quads_for_pattern(None, ox.NamedNode(part), None, None))


def names(store: ox.Store, entity: ox.NamedNode) -> set[str | None]:
    label = ox.NamedNode(PREFIXES["skos"] + "prefLabel")
    found = [q.object for q in store.quads_for_pattern(entity, label, None, None)]
    return {name.value for name in found if isinstance(name, ox.Literal)}


def row_text(term: object) -> str | None:
    return None if term is None else str(term)


def rdflib_term(term: question.Value) -> URIRef | Literal:
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    plain = term.datatype.value.endswith("#string")
    return Literal(term.value, datatype=None if plain else URIRef(term.datatype.value))


def test_blame_names_speaker_certainty_cue_and_sentence(ask: Ask) -> None:
    rows = [
        values(r, "accusedName", "speakerName", "stanceName", "suretyName", "cue")
        for r in ask("who-is-blamed", event=ATTACK, lang="en")
    ]
    assert sorted(rows, key=str) == sorted(
        [
            ("Rayyan Brigades", "Rayyan Brigades", "affirmed", "certain", "تبنّت"),
            ("Upland-backed factions", "Sami Haddad", "affirmed", "possible", "ألمح"),
            ("Upland-backed factions", "Sami Haddad", "affirmed", "probable", "تعمل على افتراض"),
            (
                "Upland-backed factions",
                "a spokesman of the factions",
                "negated",
                "certain",
                "denied",
            ),
        ],
        key=str,
    )


def test_no_casualties_is_zero_and_dozens_are_words(ask: Ask) -> None:
    rows = {
        values(r, "statusName", "low", "high", "words")
        for r in ask("casualties", event=ATTACK, lang="en")
    }
    assert ("killed", "0", "0", None) in rows
    assert ("wounded", None, None, "عشرات الجرحى") in rows


def test_days_bound_the_events(ask: Ask) -> None:
    days = {values(r, "earliest")[0] for r in ask("events-by-day", **{"from": "2024-03-05"})}
    assert days == {"2024-03-04", "2024-03-05"}, "an event of two days reaches into the second"
    assert not list(ask("events-by-day", until="2024-03-01"))


def test_a_facility_that_nobody_attacked_has_no_attacks(ask: Ask) -> None:
    assert not list(ask("attacks-on-facility", facility="place:nada"))


def test_names_come_in_the_language_asked_for_or_else_the_other(ask: Ask) -> None:
    arabic = {values(r, "speakerName")[0] for r in ask("casualties")}
    english = {values(r, "speakerName")[0] for r in ask("casualties", lang="en")}
    assert {"صدى السهل", "مصدر عسكري"} <= arabic
    assert {"Sada al-Sahl", "مصدر عسكري"} <= english


def test_a_party_brings_the_ties_at_both_of_its_ends(ask: Ask, store: ox.Store) -> None:
    every = [values(row, "subjectName", "kindName", "objectName") for row in ask("relations")]
    parts = (f"{PREFIXES['cev']}relationSubject", f"{PREFIXES['cev']}relationObject")
    sizes = set()
    for end in {q.object for part in parts for q in ends(store, part)}:
        assert isinstance(end, ox.NamedNode)
        rows = [
            values(row, "subjectName", "kindName", "objectName")
            for row in ask("relations", entity=end.value)
        ]
        assert rows == [row for row in every if {row[0], row[2]} & names(store, end)] != []
        sizes.add(len(rows))
    assert len(sizes) > 1
    assert max(sizes) < len(every)
    assert list(ask("relations", entity="actor:nobody")) == []


def test_a_limit_moves_the_border(ask: Ask) -> None:
    assert len(list(ask("for-review", below="0.55"))) == 1
    assert len(list(ask("for-review", below="0.95"))) > 10


def test_a_type_includes_its_narrower_kinds(ask: Ask) -> None:
    wide = [values(r, "typeName") for r in ask("events-of-type", kind="code:artillery-shelling")]
    narrow = [values(r, "typeName") for r in ask("events-of-type", kind="code:mortar-fire")]
    assert sorted(wide) == [("رمايات مدفعية مضادة",), ("قصف مدفعي",)]
    assert narrow == []


def test_who_gave_the_order_is_a_role_of_its_own(ask: Ask) -> None:
    (row,) = ask("participants", role="code:ordered-by", lang="en")
    assert values(row, "entityName", "suretyName", "cue") == ("the Upland", "possible", "may")


def test_an_unknown_question_is_refused() -> None:
    with pytest.raises(UnknownQuestionError, match="no question is named 'who-dunnit'"):
        question.load("who-dunnit")


def test_an_unknown_parameter_is_refused() -> None:
    with pytest.raises(ParameterError, match="has no parameter 'evnt'; it takes: event, lang"):
        question.load("who-is-blamed").bind({"evnt": ATTACK})


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Kind.IRI, "no iri"),
        (Kind.IRI, "http://a/> } #"),
        (Kind.IRI, ""),
        (Kind.DATE, "yesterday"),
        (Kind.DATE, "2024-02-30"),
        (Kind.DATE, "20240305"),
        (Kind.INTEGER, "1.5"),
        (Kind.DECIMAL, "NaN"),
        (Kind.DECIMAL, "much"),
        (Kind.LANGUAGE, "fr"),
    ],
)
def test_a_value_of_another_kind_is_refused(kind: Kind, text: str) -> None:
    with pytest.raises(ParameterError, match=f"parameter x: .* is no {kind}; write"):
        parameter(kind).parse(text)


@pytest.mark.parametrize(
    ("kind", "text", "term"),
    [
        (Kind.IRI, "code:killed", "<https://w3id.org/conflict-event/code/killed>"),
        (Kind.IRI, "https://example.org/x", "<https://example.org/x>"),
        (Kind.STRING, 'a "b"', '"a \\"b\\""'),
        (Kind.DATE, "2024-03-05", '"2024-03-05"^^<http://www.w3.org/2001/XMLSchema#date>'),
        (Kind.INTEGER, "12", '"12"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        (Kind.DECIMAL, "1e-1", '"0.1"^^<http://www.w3.org/2001/XMLSchema#decimal>'),
        (Kind.LANGUAGE, "ar", '"ar"'),
    ],
)
def test_a_value_becomes_a_term(kind: Kind, text: str, term: str) -> None:
    assert str(parameter(kind).parse(text)) == term


@given(st.text())
def test_no_text_escapes_from_its_term(text: str) -> None:
    term = parameter(Kind.STRING).parse(text)
    row = echo(term)
    assert row["x"] == term
    assert row["x"].value == text


@given(st.text(), st.sampled_from(["", "code:", "http://example.org/", "urn:"]))
def test_no_iri_escapes_from_its_term(text: str, start: str) -> None:
    try:
        term = parameter(Kind.IRI).parse(start + text)
    except ParameterError:
        return
    row = echo(term)
    assert row["x"] == term


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3))
def test_a_decimal_keeps_its_value(number: Decimal) -> None:
    assert Decimal(parameter(Kind.DECIMAL).parse(str(number)).value) == number


def echo(term: question.Value) -> ox.QuerySolution:
    """What a store understands when it reads the term in a query."""
    answer = ox.Store().query(f"SELECT ?x WHERE {{ BIND({term} AS ?x) }}")
    assert isinstance(answer, ox.QuerySolutions)
    rows: list[ox.QuerySolution] = list(answer)
    assert len(rows) == 1
    return rows[0]


def parameter(kind: Kind) -> Parameter:
    return Parameter(name="x", kind=kind, default=None, about_en="x", about_ar="س")


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("SELECT * {}", "no title-en"),
        (HEAD + "# title-en: again\n", "line 5: not a field"),
        (HEAD + "# author: me\n", "line 5: not a field"),
        (HEAD + "# parameter: x colour | a | b\nSELECT ?x {}", "line 5: a parameter is written"),
        (HEAD + "# parameter: x iri\nSELECT ?x {}", "line 5: a parameter is written"),
        (HEAD + "# parameter: x iri | a | b\nSELECT * {}", "no variable \\?x"),
    ],
)
def test_a_bad_file_is_refused(source: str, message: str) -> None:
    with pytest.raises(QueryFileError, match=message):
        question.read("bad", source)


@pytest.mark.parametrize("name", NAMES)
def test_a_question_is_told_in_both_languages(name: str) -> None:
    asked = question.load(name)
    arabic = [asked.title_ar, asked.explanation_ar, *(p.about_ar for p in asked.parameters)]
    english = [asked.title_en, asked.explanation_en, *(p.about_en for p in asked.parameters)]
    assert all(any("\u0621" <= c <= "\u064a" for c in text) for text in arabic)
    assert not any("\u0621" <= c <= "\u064a" for text in english for c in text)
