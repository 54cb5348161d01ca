"""``conflictkg explain``: an event by any of its names, as text and as JSON."""

from __future__ import annotations

import json
from pathlib import Path

from tests.graph.command.conftest import Run


def test_the_account_as_text(run: Run, store: Path) -> None:
    result = run("explain", "--store", store, "the hills")
    assert result.exit_code == 0
    assert "[LEFT OPEN; nobody says that it is so]" in result.stdout
    assert "\x1b" not in result.stdout
    assert "\u2067" not in result.stdout


def test_the_account_as_json(run: Run, store: Path, tmp_path: Path) -> None:
    file = tmp_path / "event.json"
    result = run("explain", "--store", store, "aaaaaaaaaaaaaaa1-e1", "--format", "json", "-o", file)
    assert (result.exit_code, result.stdout) == (0, "")
    assert json.loads(file.read_text(encoding="utf-8"))["short"] == "aaaaaaaaaaaaaaa1-e1"


def test_an_unknown_event_is_exit_code_2(run: Run, store: Path) -> None:
    result = run("explain", "--store", store, "moon landing")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("conflictkg: no event is called 'moon landing'")


def test_an_ambiguous_name_lists_the_candidates(run: Run, store: Path) -> None:
    result = run("explain", "--store", store, "صاروخي")
    assert result.exit_code == 2
    assert "aaaaaaaaaaaaaaa1-e1" in result.stderr
    assert "bbbbbbbbbbbbbbb2-e1" in result.stderr
