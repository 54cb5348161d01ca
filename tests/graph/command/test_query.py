"""``conflictkg query``: every way to ask, every format, every mistake."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
import rdflib

from ontology import question
from tests.graph.command.conftest import Run

CLAIMANTS = """
PREFIX cev: <https://w3id.org/conflict-event/ns#>
PREFIX code: <https://w3id.org/conflict-event/code/>
SELECT ?who ?certainty WHERE {
  GRAPH ?g { ?c cev:claimant ?who ; cev:certainty ?certainty ; cev:polarity code:negated }
}
"""
NOTHING = "SELECT ?nothing WHERE { GRAPH ?g { ?nothing <urn:x> <urn:y> } }"
CONSTRUCT = """
PREFIX cev: <https://w3id.org/conflict-event/ns#>
CONSTRUCT { ?c cev:claimant ?who } WHERE { GRAPH ?g { ?c cev:claimant ?who } }
"""


def test_a_table_shows_names_instead_of_iris(run: Run, store: Path) -> None:
    result = run("query", "--store", store, CLAIMANTS)
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "who               │ certainty",
        "──────────────────┼──────────",
        "Mountain Factions │ certain",
    ]


def test_an_event_keeps_the_short_name_that_explain_takes(run: Run, store: Path) -> None:
    ask = "SELECT ?e WHERE { GRAPH ?g { ?e cev:eventType code:artillery-shelling } }"
    lines = run("query", "--store", store, ask).stdout.splitlines()
    assert lines[2:] == ["artillery shelling, the hills", "event:bbbbbbbbbbbbbbb2-e2"]
    event = lines[3].strip()
    assert run("explain", "--store", store, event).exit_code == 0


def test_a_column_of_names_is_not_shown_twice(run: Run, store: Path) -> None:
    ask = """SELECT ?e ?eName WHERE {
      GRAPH ?g { ?e cev:eventType code:artillery-shelling ; skos:prefLabel ?eName }
      FILTER(LANG(?eName) = "en") }"""
    lines = run("query", "--store", store, ask).stdout.splitlines()
    assert [cell.strip() for cell in lines[2].split("│")] == [
        "event:bbbbbbbbbbbbbbb2-e2",
        "artillery shelling, the hills",
    ]


def test_the_list_needs_no_store_but_a_question_does(run: Run) -> None:
    assert run("query", "--list").exit_code == 0
    asked = run("query", "--name", "who-is-blamed")
    assert asked.exit_code == 2
    assert "name the store with --store PATH" in asked.stderr


def test_names_in_arabic(run: Run, store: Path) -> None:
    result = run("query", "--store", store, CLAIMANTS, "--lang", "ar")
    assert "فصائل الجبل" in result.stdout


def test_csv_and_tsv_have_full_iris(run: Run, store: Path) -> None:
    iri = "https://w3id.org/conflict-event/id/actor/mountain-factions"
    rows = csv.reader(
        io.StringIO(run("query", "--store", store, CLAIMANTS, "--format", "csv").stdout)
    )
    assert list(rows)[1][0] == iri
    tsv = run("query", "--store", store, CLAIMANTS, "--format", "tsv").stdout
    assert tsv.startswith(f"?who\t?certainty\n<{iri}>\t")


def test_json_is_that_of_sparql(run: Run, store: Path) -> None:
    data = json.loads(run("query", "--store", store, CLAIMANTS, "--format", "json").stdout)
    assert data["head"]["vars"] == ["who", "certainty"]
    assert len(data["results"]["bindings"]) == 1


def test_an_empty_answer_is_an_answer(run: Run, store: Path) -> None:
    result = run("query", "--store", store, NOTHING)
    assert (result.exit_code, result.stdout) == (0, "nothing\n───────\n")


@pytest.mark.parametrize(("form", "text"), [("table", "true\n"), ("csv", "true")])
def test_ask(run: Run, store: Path, form: str, text: str) -> None:
    result = run("query", "--store", store, "ASK { GRAPH ?g { ?s ?p ?o } }", "--format", form)
    assert (result.exit_code, result.stdout) == (0, text)


def test_turtle_of_construct(run: Run, store: Path) -> None:
    result = run("query", "--store", store, CONSTRUCT, "--format", "turtle")
    assert len(rdflib.Graph().parse(data=result.stdout, format="turtle")) == 12


def test_a_table_of_construct(run: Run, store: Path) -> None:
    result = run("query", "--store", store, CONSTRUCT)
    assert "claim:aaaaaaaaaaaaaaa1-1 │ claimant  │ local sources" in result.stdout


@pytest.mark.parametrize(
    ("query", "form", "message"),
    [
        (CLAIMANTS, "turtle", "turtle is for CONSTRUCT and DESCRIBE"),
        (CONSTRUCT, "csv", "csv is for SELECT and ASK"),
    ],
)
def test_a_format_that_does_not_fit_is_one_line(
    run: Run, store: Path, query: str, form: str, message: str
) -> None:
    result = run("query", "--store", store, query, "--format", form)
    assert result.exit_code == 2
    assert message in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_query_from_a_file_and_from_standard_input(run: Run, store: Path, tmp_path: Path) -> None:
    file = tmp_path / "q.rq"
    file.write_text(CLAIMANTS, encoding="utf-8")
    from_file = run("query", "--store", store, "--file", file)
    from_stdin = run("query", "--store", store, "-", stdin=CLAIMANTS.encode())
    assert from_file.stdout == from_stdin.stdout
    assert "Mountain Factions" in from_file.stdout


def test_a_mistake_in_the_query_is_one_line_with_its_position(
    run: Run, store: Path, tmp_path: Path
) -> None:
    file = tmp_path / "q.rq"
    file.write_text("SELECT ?x WHERE {\n  ?x a }\n", encoding="utf-8")
    result = run("query", "--store", store, "--file", file)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1
    assert str(file) in result.stderr
    assert "error at 3:1" in result.stderr


@pytest.mark.parametrize(
    "update",
    [
        "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
        "# a comment with # signs\nPREFIX a: <urn:x#y>\nBASE <urn:z>\ndelete where { ?s ?p ?o }",
        "DROP ALL",
        "LOAD <https://example.org/x>",
        "CLEAR DEFAULT",
    ],
)
def test_a_change_is_refused(run: Run, store: Path, update: str) -> None:
    result = run("query", "--store", store, update)
    assert result.exit_code == 2
    assert "would change the store; query only reads" in result.stderr


def test_the_list_names_every_question_in_both_languages(
    run: Run, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "400")
    result = run("query", "--store", store, "--list")
    assert result.exit_code == 0
    assert len(question.names()) > 20
    for name in question.names():
        asked = question.load(name)
        assert name in result.stdout
        assert asked.title_en in result.stdout
        assert asked.title_ar in result.stdout


@pytest.mark.parametrize("name", question.names())
def test_every_named_question_can_be_asked(run: Run, store: Path, name: str) -> None:
    result = run("query", "--store", store, "--name", name)
    assert result.exit_code == 0, result.stderr


def test_a_parameter_narrows_the_answer(run: Run, store: Path) -> None:
    ask = ("query", "--store", store, "--name", "who-is-blamed", "--format", "json")
    everything = json.loads(run(*ask).stdout)["results"]["bindings"]
    shelling = "event=event:bbbbbbbbbbbbbbb2-e2"
    narrow = json.loads(run(*ask, "--param", shelling).stdout)["results"]["bindings"]
    assert 0 < len(narrow) < len(everything)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--name", "moon"], "no question is named 'moon'; there are: "),
        (["--name", "who-is-blamed", "--param", "moon=1"], "it takes: event, lang"),
        (["--name", "who-is-blamed", "--param", "event"], "write it as NAME=VALUE"),
        (["--name", "who-is-blamed", "--param", "event=not an iri"], "is no iri"),
        (["--name", "who-is-blamed", "--param", "lang=ar", "--param", "lang=en"], "given twice"),
        (["--name", "attacks-on-facility", "--param", "from=yesterday"], "is no date"),
        (["--file", "missing.rq"], "missing.rq: cannot be read"),
    ],
)
def test_mistakes_with_questions_are_one_line(
    run: Run, store: Path, arguments: list[str], message: str
) -> None:
    result = run("query", "--store", store, *arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "hostile",
    [
        "event:x> } UNION { GRAPH ?g { ?s ?p ?o } } #",
        "<event:x>",
        'event:x" } #',
        "event:x\\u003E } #",
        "event:x ; ?p ?o",
        "code:killed}",
        "?everything",
    ],
)
def test_no_value_of_a_parameter_gets_into_the_query(run: Run, store: Path, hostile: str) -> None:
    parameters = [
        (name, parameter)
        for name in question.names()
        for parameter in question.load(name).parameters
        if parameter.name != "lang"
    ]
    assert len(parameters) > 20
    for name, parameter in parameters:
        value = f"{parameter.name}={hostile}"
        result = run("query", "--store", store, "--name", name, "--param", value)
        assert result.exit_code == 2, f"{name} {parameter.name}"
        assert f"is no {parameter.kind}" in result.stderr
        assert len(result.stderr.splitlines()) == 1


def test_a_store_that_is_not_there_is_one_line(run: Run, tmp_path: Path) -> None:
    result = run("query", "--store", tmp_path / "none", CLAIMANTS)
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
    assert "none" in result.stderr


def test_output_to_a_file_is_the_same(run: Run, store: Path, tmp_path: Path) -> None:
    file = tmp_path / "answer.csv"
    shown = run("query", "--store", store, CLAIMANTS, "--format", "csv").stdout_bytes
    result = run("query", "--store", store, CLAIMANTS, "--format", "csv", "-o", file)
    assert (result.exit_code, result.stdout) == (0, "")
    assert file.read_bytes() == shown
