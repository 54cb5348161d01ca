"""The application as a whole: help, start-up, exit codes."""

from __future__ import annotations

import subprocess
import sys

import pytest
from typer.testing import CliRunner

from graph.command.app import app

COMMANDS = [
    ["extract"],
    ["build"],
    ["validate"],
    ["query"],
    ["explain"],
    ["derive"],
    ["export", "gexf"],
    ["export", "trig"],
    ["export", "nquads"],
    ["export", "turtle"],
    ["compact"],
    ["dump"],
    ["restore"],
    ["quarantine", "list"],
    ["quarantine", "show"],
    ["quarantine", "retry"],
    ["retract"],
    ["info"],
]
HEAVY = "spacy rdflib pyoxigraph networkx lxml pydantic pyshacl trafilatura rich numpy yaml"


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_help_has_an_example_that_names_the_command(command: list[str]) -> None:
    result = CliRunner().invoke(app, [*command, "--help"])
    assert result.exit_code == 0
    assert f"Example: conflictkg {' '.join(command)}" in result.stdout


def test_the_help_of_the_whole_lists_every_command_and_the_exit_codes() -> None:
    result = CliRunner().invoke(app, ["--help"])
    assert result.exit_code == 0
    for command in COMMANDS:
        assert command[0] in result.stdout
    assert "Exit codes: 0" in result.stdout


def test_starting_loads_nothing_heavy() -> None:
    code = (
        f"import sys, graph.command.app\nprint(sorted(set({HEAVY!r}.split()) & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    "arguments",
    [
        ["frobnicate"],
        ["query"],
        ["query", "--store", "s"],
        ["query", "--store", "s", "ASK {}", "--list"],
        ["query", "--store", "s", "ASK {}", "--param", "a=b"],
        ["query", "--store", "s", "ASK {}", "--format", "xls"],
        ["extract", "a.txt", "--published", "yesterday"],
        ["export", "gexf", "--store", "s", "--view", "moon"],
    ],
    ids=" ".join,
)
def test_wrong_use_is_exit_code_2_and_no_traceback(arguments: list[str]) -> None:
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 2
    assert "Traceback" not in result.stderr
    assert result.stdout == ""


def test_the_day_of_publication_must_be_a_day() -> None:
    result = CliRunner().invoke(app, ["extract", "a.txt", "--published", "yesterday"])
    assert "'yesterday' is no day; write it as 2021-06-30" in result.stderr
