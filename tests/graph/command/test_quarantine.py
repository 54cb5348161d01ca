"""``conflictkg quarantine``: list, show, retry."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.document import Document
from extract.record import Record
from graph.build import build
from graph.gate import Gate
from graph.store import Store
from tests.graph.articles import STARTED, MadeUp, document, full_record
from tests.graph.command.conftest import Run

DOC = document(id="d7")
GATE = Gate()


def spoilt(doc: Document) -> Record:
    found = full_record(doc)
    found.events[0].damages[0].text = "تضرر"
    return found


@pytest.fixture
def held(tmp_path: Path) -> Path:
    """A store with nothing but one document in quarantine."""
    with Store.open(tmp_path / "kg", create=True) as store:
        build(
            [DOC],
            store,
            extract=spoilt,
            started=STARTED,
            entities=MadeUp(),
            version="1",
            gate=GATE,
        )
    return tmp_path / "kg"


def test_the_list_names_each_with_its_reason(run: Run, held: Path) -> None:
    result = run("quarantine", "list", "--store", held)
    assert result.exit_code == 0
    header, _, row = result.stdout.splitlines()[:3]
    assert [cell.strip() for cell in header.split("│")] == ["key", "id", "source", "reason"]
    key, name, source, reason = (cell.strip() for cell in row.split("│"))
    assert (key, name, source) == (DOC.key, "d7", "d7.jsonl:1")
    assert reason.startswith("The length of a quote")


def test_the_list_shows_what_cannot_be_read_too(run: Run, held: Path) -> None:
    (held / "quarantine" / DOC.key / "record.json").write_text("{")
    result = run("quarantine", "list", "--store", held)
    assert result.exit_code == 0
    assert DOC.key in result.stdout
    assert "is damaged" in " ".join(result.stdout.split())


def test_one_is_shown_with_its_report_in_both_languages(run: Run, held: Path) -> None:
    result = run("quarantine", "show", DOC.key, "--store", held)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[:2] == [f"key: {DOC.key}", "id: d7"]
    assert "source: d7.jsonl:1" in lines
    assert "extracted by: conflictkg 1" in lines
    assert any(line.startswith("مخالفة: 1") for line in lines)
    assert any(line.startswith("violation: 1") for line in lines)


@pytest.mark.parametrize("command", ["show", "retry"])
def test_a_key_that_is_not_held_is_one_line(run: Run, held: Path, command: str) -> None:
    result = run("quarantine", command, "moon", "--store", held)
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
    assert "«moon»" in result.stderr


def test_a_retry_says_why_not(run: Run, held: Path) -> None:
    result = run("quarantine", "retry", "--store", held)
    assert result.exit_code == 1
    head, line = result.stderr.splitlines()
    assert head.startswith("1 tried: loaded 0, refused again 1, unread 0;")
    assert line.startswith("refused again: d7.jsonl:1 (article d7): The length of a quote")


def test_a_retry_loads_what_passes_now(run: Run, held: Path) -> None:
    record = held / "quarantine" / DOC.key / "record.json"
    record.write_text(full_record(DOC).model_dump_json(), encoding="utf-8")
    result = run("quarantine", "retry", DOC.key, "--store", held)
    assert result.exit_code == 0, result.stderr
    assert f"loaded: {DOC.key}" in result.stderr.splitlines()
    with Store.open(held, read_only=True) as store:
        assert [one.key for one in store.documents()] == [DOC.key]
        assert store.quarantine.keys() == []
    again = run("quarantine", "retry", "--store", held)
    assert (again.exit_code, again.stderr.split(",")[0]) == (0, "0 tried: loaded 0")
