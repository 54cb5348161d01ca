"""``conflictkg retract`` and ``conflictkg info``."""

from __future__ import annotations

from pathlib import Path

from tests.graph.command.conftest import Run


def numbers(text: str) -> dict[str, str]:
    rows = [line.split("│") for line in text.splitlines()[2:]]
    return {row[0].strip(): row[1].strip() for row in rows}


def test_info_counts(run: Run, store: Path) -> None:
    result = run("info", "--store", store)
    assert result.exit_code == 0
    shown = numbers(result.stdout)
    assert (shown["documents"], shown["events"], shown["claims"]) == ("2", "3", "12")


def test_a_document_is_retracted_by_its_address(run: Run, own_store: Path) -> None:
    result = run("retract", "https://example.org/en/1", "--store", own_store)
    assert (result.exit_code, result.stderr) == (0, "retracted bbbbbbbbbbbbbbb2\n")
    shown = numbers(run("info", "--store", own_store).stdout)
    assert (shown["documents"], shown["events"], shown["claims"]) == ("1", "1", "7")
    blamed = run("query", "--store", own_store, "--name", "who-is-blamed", "--format", "csv")
    assert "Coast Mail" not in blamed.stdout


def test_an_unknown_document_is_one_line(run: Run, own_store: Path) -> None:
    result = run("retract", "moon", "--store", own_store)
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
    assert "moon" in result.stderr
