"""The command line as a process: pipes, exit codes, nothing but results on standard output."""

from __future__ import annotations

import json
from pathlib import Path

from tests.graph.command.conftest import Start

QUERY = "SELECT ?s ?p ?o WHERE { GRAPH ?g { ?s ?p ?o } }"


def test_a_reader_that_goes_away_is_met_with_silence(start: Start, store: Path) -> None:
    done = start(f'{{}} query --store {store} --format csv "{QUERY}" | head -n 1')
    assert done.stdout == b"s,p,o\r\n"
    assert done.stderr == b""
    assert done.returncode == 141


def test_a_query_on_standard_input_and_json_on_standard_output(start: Start, store: Path) -> None:
    done = start(f'echo "{QUERY}" | {{}} query --store {store} --format json -')
    assert done.returncode == 0
    assert len(json.loads(done.stdout)["results"]["bindings"]) > 300


def test_no_colours_and_no_isolates_without_a_terminal(start: Start, store: Path) -> None:
    done = start(f"{{}} explain --store {store} aaaaaaaaaaaaaaa1-e1", TERM="xterm-256color")
    assert done.returncode == 0
    assert b"\x1b" not in done.stdout
    assert "\u2067".encode() not in done.stdout


def test_a_terminal_gets_isolates(start: Start, store: Path) -> None:
    line = f"{{}} explain --store {store} aaaaaaaaaaaaaaa1-e1".replace('"', '\\"')
    done = start(f"script -qec '{line}' /dev/null", TERM="xterm")
    assert done.returncode == 0
    assert "\u2067".encode() in done.stdout


def test_a_stop_is_one_line_without_traceback(start: Start, tmp_path: Path) -> None:
    done = start(f"{{}} info --store {tmp_path}/none")
    assert done.returncode == 2
    assert done.stdout == b""
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith(b"conflictkg: ")


def test_output_works_in_a_plain_locale(start: Start, store: Path) -> None:
    done = start(f"{{}} query --store {store} --list", LC_ALL="C", PYTHONUTF8="0")
    assert done.returncode == 0
    assert "من".encode() in done.stdout


def test_messages_with_arabic_work_in_a_plain_locale(start: Start, store: Path) -> None:
    done = start(
        f"{{}} explain --store {store} صاروخي", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0"
    )
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
