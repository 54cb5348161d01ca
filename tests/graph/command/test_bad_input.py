"""What users give that cannot be read: one clear line each, and all the rest goes through.

The commands run as processes of their own, as users run them. Exit codes: 1 when something was
skipped or quarantined, 2 when the run stopped.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from typer.testing import Result

import graph.spread.preparer
from extract.record import Record
from graph.mapping import document_quads
from graph.store import Store
from ontology.namespace import CEV

ROOT = Path(__file__).parents[3]
TEXT = (
    "قُتل ثلاثة جنود في انفجار عبوة ناسفة قرب الرقة أمس الاثنين، وقالت مصادر محلية إن الهجوم متعمد."
)
CHINESE = "周二，武装分子袭击了该市北部的一个军事检查站，造成三名士兵死亡，五人受伤。" * 5
PAGE = "<html><head><title>Home</title></head><body><nav><a href='/'>Home</a></nav></body></html>"

Run = Callable[..., Result]


def conflictkg(*arguments: object, limit: int | None = None) -> subprocess.CompletedProcess[str]:
    """Run the command; with ``limit`` no file may grow beyond so many kilobytes."""
    code = "from graph.command import main; main()"
    shell = "ulimit -f $LIMIT && exec" if limit else "exec"
    return subprocess.run(
        ["bash", "-c", f'{shell} "$@"', "bash", sys.executable, "-c", code, *map(str, arguments)],
        capture_output=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "LIMIT": str(limit)},
        text=True,
    )


def article(name: str, **more: str) -> str:
    told = {"id": name, "text": f"{TEXT} ({name})", "published": "2021-06-29", "publisher": "جريدة"}
    return json.dumps({**told, **more}, ensure_ascii=False) + "\n"


BROKEN_JSON = '{"id": "n3", "text": "قُتل\n'
UTF8 = (TEXT * 5).encode()
SKIPPED: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "empty.txt: the file is empty"),
    "no-letters.txt": (b"1234 5678 !!! ... 90\n", "no letters"),
    "huge.txt": (UTF8 * (20_000_000 // len(UTF8) + 1), "20 MB is the most"),
    "binary.txt": (random.Random(1).randbytes(4000), "binary"),
    "broken.txt": (UTF8[:300] + b"\xff\xfe\xd8" + UTF8[301:], "no valid UTF-8"),
    "ten.jsonl": (
        "".join(article(f"n{n}") if n != 3 else BROKEN_JSON for n in range(1, 11)).encode(),
        "ten.jsonl:3: malformed JSON",
    ),
    "page.html": (PAGE.encode(), "no article was found in the page"),
    "chinese.txt": (CHINESE.encode(), "looks Chinese"),
    "yesterday.jsonl": (article("y", published="yesterday").encode(), '`published` is "yesterday"'),
}
"""Files with what the line about them must say. Nine articles of ``ten.jsonl`` are good."""
GOOD = {
    "twins.jsonl": (article("same") + article("same", text=TEXT.replace("ثلاثة", "أربعة"))),
    "good.txt": TEXT,
}
LOADED = 9 + 2 + 1


@dataclass(frozen=True)
class Built:
    folder: Path
    store: Path
    code: int
    output: str
    lines: list[str]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """One run over a folder of bad files among good ones."""
    folder = tmp_path_factory.mktemp("bad")
    for name, (content, _) in SKIPPED.items():
        (folder / name).write_bytes(content)
    for name, text in GOOD.items():
        (folder / name).write_text(text, encoding="utf-8")
    store = folder.parent / f"{folder.name}-kg"
    done = conflictkg("build", folder, "--store", store)
    return Built(folder, store, done.returncode, done.stdout, done.stderr.splitlines())


def test_the_other_articles_go_through(built: Built) -> None:
    assert built.code == 1
    assert built.output == ""
    with Store.open(built.store, read_only=True) as store:
        assert store.info().documents == LOADED
    heads = [line for line in built.lines if " articles: loaded " in line]
    assert len(heads) == 1
    counts = f"loaded {LOADED}, replaced 0, unchanged 0, repeated 0, quarantined 0, skipped 9;"
    assert f"{LOADED + 9} articles: {counts}" in heads[0]


def test_there_is_no_other_line(built: Built) -> None:
    told = [line.partition(": ")[0] for line in built.lines if " articles: loaded " not in line]
    assert sorted(told) == ["skipped"] * len(SKIPPED) + ["warning"]


@pytest.mark.parametrize("name", SKIPPED)
def test_what_is_skipped_is_one_line_of_the_summary(built: Built, name: str) -> None:
    lines = [line for line in built.lines if str(built.folder / name) in line]
    assert len(lines) == 1
    assert lines[0].startswith("skipped: ")
    assert SKIPPED[name][1] in lines[0]


def test_two_texts_under_one_id_are_both_kept_and_told(built: Built) -> None:
    lines = [line for line in built.lines if line.startswith("warning: ")]
    assert len(lines) == 1
    assert "different texts under one id" in lines[0]
    for number in (1, 2):
        assert f"{built.folder / 'twins.jsonl'}:{number}" in lines[0]
    with Store.open(built.store, read_only=True) as store:
        assert len(store.find("same")) == 2


def test_building_again_skips_the_same_and_extracts_nothing(built: Built) -> None:
    done = conflictkg("build", built.folder, "--store", built.store)
    assert done.returncode == 1
    assert f"loaded 0, replaced 0, unchanged {LOADED}, " in done.stderr
    assert [n for n in done.stderr.splitlines() if n.startswith("skipped: ")] == [
        n for n in built.lines if n.startswith("skipped: ")
    ]


def one_line(done: subprocess.CompletedProcess[str]) -> str:
    """The one line with which a run stopped."""
    assert done.returncode == 2
    assert done.stdout == ""
    lines = done.stderr.splitlines()
    assert len(lines) == 1, lines
    assert lines[0].startswith("conflictkg: ")
    return lines[0]


def test_a_store_path_that_is_a_file(built: Built, tmp_path: Path) -> None:
    file = tmp_path / "kg"
    file.write_text("mine")
    line = one_line(conflictkg("build", built.folder / "good.txt", "--store", file))
    assert f"{file}: this is a file, but a store is a folder" in line
    assert file.read_text() == "mine"


@pytest.mark.parametrize("command", ["build", "info"])
def test_a_store_of_a_newer_version(built: Built, tmp_path: Path, command: str) -> None:
    path = tmp_path / "kg"
    Store.open(path, create=True).close()
    manifest = json.loads((path / "store.json").read_text())
    (path / "store.json").write_text(json.dumps({**manifest, "format": manifest["format"] + 1}))
    inputs = [built.folder / "good.txt"] if command == "build" else []
    line = one_line(conflictkg(command, *inputs, "--store", path))
    assert f"{path}: written by a newer version" in line
    assert "upgrade conflictkg" in line


def test_a_disk_that_is_full(tmp_path: Path) -> None:
    path, many = tmp_path / "kg", tmp_path / "many.jsonl"
    Store.open(path, create=True).close()
    many.write_text("".join(article(f"n{n}", lang="ar") for n in range(40)), encoding="utf-8")
    done = conflictkg("build", many, "--store", path, limit=400)
    assert f"{path}: the disk is full; nothing was half-written" in one_line(done)
    with Store.open(path, read_only=True) as store:
        found = store.info()
        assert 0 < found.documents < 40
        assert len(store.documents()) == found.documents == found.events
    again = conflictkg("build", many, "--store", path)
    assert again.returncode == 0
    with Store.open(path, read_only=True) as store:
        assert store.info().documents == 40


def test_what_violates_the_shapes_is_quarantined_with_its_report(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A mapping that forgets the sentences of one article stands in for a fault of ours."""

    def forgetful(record: Record, **options: Any) -> list[ox.Quad]:
        data = document_quads(record, **options)
        if record.id != "spoilt":
            return data
        return [quad for quad in data if quad.predicate.value != str(CEV.evidence)]

    two, path = tmp_path / "two.jsonl", tmp_path / "kg"
    two.write_text(article("whole") + article("spoilt"), encoding="utf-8")
    with monkeypatch.context() as patched:
        patched.setattr(graph.spread.preparer, "document_quads", forgetful)
        result = run("build", two, "--store", path)
    assert result.exit_code == 1
    lines = [line for line in result.stderr.splitlines() if line.startswith("quarantined: ")]
    assert len(lines) == 1
    assert f"{two}:2 (article spoilt): " in lines[0]
    with Store.open(path, read_only=True) as store:
        assert [known.id for known in store.documents()] == ["whole"]
        keys = store.quarantine.keys()
        assert len(keys) == 1
        assert f"[quarantine/{keys[0]}]" in lines[0]
        assert store.quarantine.record(keys[0]).id == "spoilt"
    held = {file.name for file in (path / "quarantine" / keys[0]).iterdir()}
    reports = {"report.txt", "report.json", "report.ttl"}
    assert held == {"record.json", "origin.json", "data.trig", *reports}
    told = run("info", "--store", path).stdout
    assert [line.split("│")[1].strip() for line in told.splitlines() if "quarantined" in line] == [
        "1"
    ]
    mended = run("build", two, "--store", path)
    assert mended.exit_code == 0
    with Store.open(path, read_only=True) as store:
        assert len(store.documents()) == 2
        assert store.quarantine.keys() == []
