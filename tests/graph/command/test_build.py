"""``conflictkg build`` with several processes, and what it shows on a terminal."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from extract.reading.count import count
from graph.store import Store
from tests.graph.command.conftest import Run, Start

ROOT = Path(__file__).parents[3]
SAMPLES = ROOT / "data" / "articles"


def test_two_workers_build_the_samples_like_one(start: Start, tmp_path: Path) -> None:
    told, stores = set[bytes](), set[bytes]()
    for workers in (1, 2):
        path = tmp_path / str(workers)
        done = start(
            f"{{}} build {SAMPLES} --store {path} --reader rules --workers {workers}",
            SOURCE_DATE_EPOCH="1700000000",
        )
        assert done.returncode == 0, done.stderr
        told.add(done.stderr)
        with Store.open(path, read_only=True) as store:
            stores.add(store.export("nquads"))
    assert len(told) == len(stores) == 1
    assert b"loaded 26" in told.pop()


def test_workers_and_a_cluster_are_not_both_used(run: Run, tmp_path: Path) -> None:
    options = ("--workers", 2, "--dask", "tcp://127.0.0.1:1")
    result = run("build", SAMPLES, "--store", tmp_path / "kg", *options)
    assert result.exit_code == 2
    assert "not both" in result.stderr


def test_interrupted_on_a_silent_feed_it_keeps_what_was_given(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "from graph.command import main; main()", "build", "-"]
    command += ["--store", str(tmp_path / "kg"), "--reader", "rules", "--workers", "2"]
    article = {"id": "a", "lang": "en", "text": "Two soldiers were killed on 3 May 2021 in Mosul."}
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        start_new_session=True,
        preexec_fn=_heed_interrupts,
    ) as process:
        assert process.stdin
        assert process.stderr
        process.stdin.write(json.dumps(article).encode() + b"\n")
        process.stdin.flush()
        verdicts = tmp_path / "kg" / "verdicts"
        until = time.monotonic() + 90
        while not (verdicts.is_dir() and any(verdicts.glob("*.json"))):
            assert time.monotonic() < until
            time.sleep(0.05)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to all of them
        told = process.stderr.read()
        assert process.wait() == 130
    assert told == (b"conflictkg: interrupted; nothing is half-written, the same command goes on\n")
    with Store.open(tmp_path / "kg", read_only=True) as store:
        assert [known.id for known in store.documents()] == ["a"]


def test_a_terminal_shows_count_and_rate(start: Start, tmp_path: Path) -> None:
    lines = "".join(json.dumps({"id": f"a{n}", "text": "word"}) + "\n" for n in range(30))
    (tmp_path / "many.jsonl").write_text(lines, encoding="utf-8")
    line = f"{{}} build {tmp_path}/many.jsonl --store {tmp_path}/kg --reader rules"
    quoted = line.replace('"', '\\"')
    shown = start(f"script -qec '{quoted}' /dev/null", TERM="xterm", COLUMNS="120")
    assert b"30/30" in shown.stdout
    silent = start(line)
    assert b"30/30" not in silent.stderr + silent.stdout


def test_articles_are_counted_without_being_read(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("x", encoding="utf-8")
    (tmp_path / "one.json").write_text("{}", encoding="utf-8")
    (tmp_path / "many.jsonl").write_text("{}\n{}\n{}", encoding="utf-8")
    assert count([str(tmp_path), str(tmp_path / "one.txt")]) == 4
    assert count([str(tmp_path), "-"]) is None


@pytest.mark.parametrize("number", ["0", "-1", "two"])
def test_a_number_of_workers_that_is_none_is_refused(run: Run, tmp_path: Path, number: str) -> None:
    result = run("build", SAMPLES, "--store", tmp_path / "kg", "--workers", number)
    assert result.exit_code == 2
    assert "--workers" in result.stderr


def _heed_interrupts() -> None:
    """A suite that was started in the background is deaf to them, and so are its children."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
