"""``conflictkg derive``: listed, applied, shown, checked, exported, dropped."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.store import Store
from graph.vocabulary import V, derived_graph
from ontology import files, graphs, policy
from tests.graph.command.conftest import Run

DERIVED = graphs.BASE + "derived/"


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """A store with the example of the ontology, without what policies conclude from it."""
    path = tmp_path / "kg"
    trig = files.ROOT.joinpath("examples", "example.trig").read_bytes()
    with Store.open(path, create=True) as opened:
        quads = ox.parse(trig, format=ox.RdfFormat.TRIG)
        opened.database.extend(q for q in quads if not q.graph_name.value.startswith(DERIVED))
    return path


def test_the_policies_are_listed_in_both_languages(run: Run) -> None:
    english, arabic = run("derive", "--list"), run("derive", "--list", "--lang", "ar")
    assert (english.exit_code, arabic.exit_code) == (0, 0)
    for name in policy.names():
        assert name in english.stdout
        assert name in arabic.stdout
    assert "Blamed by two publishers" in english.stdout
    assert "اتهمه ناشران" in arabic.stdout


def test_what_is_derived_is_told_shown_and_traced(run: Run, example: Path) -> None:
    result = run("derive", "--policy", "own-word", "--store", example)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "derived by own-word: 2\n")
    info = run("info", "--store", example).stdout.splitlines()
    assert [line.split("│") for line in info][-1] == ["derived by own-word ", " 2"]
    asked = ("query", "--store", example, "--name", "derived-blame", "--format", "csv")
    rows = run(*asked, "--param", "policy=policy:own-word").stdout.splitlines()
    assert len(rows) == 3
    assert all("Rayyan Brigades" in row and "تبنّت كتائب الريّان" in row for row in rows[1:])
    assert len(run(*asked, "--param", "policy=policy:two-publishers").stdout.splitlines()) == 1


def test_derived_facts_are_validated(run: Run, example: Path) -> None:
    run("derive", "--policy", "own-word", "--store", example)
    with Store.open(example) as opened:
        facts = list(opened.database.quads_for_pattern(None, V.type, V.DerivedFact))
        fact = min(quad.subject.value for quad in facts)  # type: ignore[union-attr]
        graph, node = derived_graph("own-word"), ox.NamedNode(fact)
        grounds = list(opened.database.quads_for_pattern(node, V.restsOn, None, graph))
    assert "DerivedFact" not in run("validate", "--store", example, "--format", "json").stdout
    with Store.open(example) as opened:
        for ground in grounds:
            opened.database.remove(ground)
    result = run("validate", "--store", example, "--format", "json")
    assert result.exit_code == 1
    assert "shape#DerivedFact-claim" in result.stdout


def test_an_export_keeps_the_derived_graph(run: Run, example: Path) -> None:
    run("derive", "--policy", "two-publishers", "--store", example)
    for form, rdf in (("trig", ox.RdfFormat.TRIG), ("nquads", ox.RdfFormat.N_QUADS)):
        exported = list(ox.parse(run("export", form, "--store", example).stdout_bytes, format=rdf))
        blame = [q for q in exported if q.predicate == V.perpetrator]
        assert {q.graph_name for q in blame} == {derived_graph("two-publishers")}
        assert len(blame) == 2
    assert run("export", "turtle", "--store", example).exit_code == 2


@pytest.mark.parametrize(
    ("graph", "refused"), [("derived/own-word", False), ("propositions", True), ("derived", True)]
)
def test_direct_blame_is_valid_in_derived_graphs_only(
    run: Run, tmp_path: Path, graph: str, refused: bool
) -> None:
    file = tmp_path / "data.trig"
    base = "https://w3id.org/conflict-event/"
    file.write_text(
        f"<{base}graph/{graph}> {{ <{base}id/event/e> <{base}ns#perpetrator> <{base}id/actor/a> }}",
        encoding="utf-8",
    )
    result = run("validate", file, "--format", "json")
    assert ("DirectBlame-blame" in result.stdout) is refused
    assert result.exit_code == int(refused)


def test_what_is_dropped_is_gone(run: Run, example: Path) -> None:
    before = run("export", "nquads", "--store", example).stdout_bytes
    run("derive", "--policy", "own-word", "--store", example)
    result = run("derive", "--policy", "own-word", "--store", example, "--drop")
    assert (result.exit_code, result.stderr) == (0, "dropped: derived/own-word\n")
    assert run("export", "nquads", "--store", example).stdout_bytes == before
    again = run("derive", "--policy", "own-word", "--store", example, "--drop")
    assert (again.exit_code, len(again.stderr.splitlines())) == (2, 1)
    assert "nothing to drop" in again.stderr


def test_mistakes_are_one_line_with_the_remedy(run: Run, example: Path, tmp_path: Path) -> None:
    unknown = run("derive", "--policy", "luck", "--store", example)
    assert (unknown.exit_code, len(unknown.stderr.splitlines())) == (2, 1)
    assert "there are: own-word, two-publishers, two-speakers" in unknown.stderr
    nowhere = run("derive", "--policy", "own-word", "--store", tmp_path / "none")
    assert nowhere.exit_code == 2
    assert "conflictkg build" in nowhere.stderr
    assert "--policy NAME" in run("derive", "--store", example).stderr
    assert "--store PATH" in run("derive", "--policy", "own-word").stderr
