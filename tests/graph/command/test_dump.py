"""``conflictkg dump``, ``restore`` and ``compact`` as a user runs them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import zstandard

from graph import layout
from graph.store import Store
from tests.graph.command.conftest import Run, Start


def nquads(path: Path) -> bytes:
    with Store.open(path, read_only=True) as store:
        return store.export("nquads")


def test_there_and_back(run: Run, store: Path, tmp_path: Path) -> None:
    file, new = tmp_path / "kg.nq.zst", tmp_path / "new"
    done = run("dump", "--store", store, "-o", file)
    assert (done.exit_code, done.stdout) == (0, "")
    assert re.fullmatch(r"\d+ quads, 0 documents in quarantine\n", done.stderr)
    back = run("restore", file, "--store", new)
    assert (back.exit_code, back.stderr) == (0, done.stderr)
    assert nquads(new) == nquads(store)
    run("dump", "--store", new, "-o", tmp_path / "again.nq.zst")
    assert (tmp_path / "again.nq.zst").read_bytes() == file.read_bytes()


def test_plain_to_standard_output_and_through_a_pipe(
    start: Start, run: Run, store: Path, tmp_path: Path
) -> None:
    new, file = tmp_path / "new", tmp_path / "kg.nq"
    done = start(f"{{}} dump --store {store} -o - | {{}} restore - --store {new}")
    assert done.returncode == 0, done.stderr
    assert nquads(new) == nquads(store)
    run("dump", "--store", store, "-o", file)
    assert file.read_bytes().startswith(b"# conflictkg dump 1\n# store ")
    assert run("restore", file, "--store", tmp_path / "second").exit_code == 0


def test_the_compressed_form_is_the_plain_one(start: Start, store: Path, tmp_path: Path) -> None:
    packed = tmp_path / "kg.zst"
    assert start(f"{{}} dump --store {store} -o {packed}").returncode == 0
    unpacked = zstandard.ZstdDecompressor().stream_reader(packed.read_bytes()).read()
    assert unpacked == start(f"{{}} dump --store {store}").stdout != b""


@pytest.mark.parametrize("content", [b"", b"hello\n", b"# conflictkg dump 9\n"])
def test_a_bad_dump_is_one_line_and_no_store(run: Run, tmp_path: Path, content: bytes) -> None:
    file, new = tmp_path / "kg.nq.zst", tmp_path / "new"
    file.write_bytes(content)
    done = run("restore", file, "--store", new)
    assert done.exit_code == 2
    assert len(done.stderr.splitlines()) == 1
    assert str(file) in done.stderr
    assert not new.exists()


def test_wrong_names_are_one_line(run: Run, store: Path, tmp_path: Path) -> None:
    for done in (
        run("restore", tmp_path / "moon.nq.zst", "--store", tmp_path / "new"),
        run("restore", tmp_path, "--store", tmp_path / "new"),
        run("dump", "--store", store, "-o", tmp_path / "kg.zip"),
        run("dump", "--store", tmp_path / "moon", "-o", tmp_path / "kg.nq.zst"),
    ):
        assert done.exit_code == 2
        assert len(done.stderr.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_restoring_over_a_store_is_refused(run: Run, own_store: Path, tmp_path: Path) -> None:
    before = nquads(own_store)
    run("dump", "--store", own_store, "-o", tmp_path / "kg.nq.zst")
    done = run("restore", tmp_path / "kg.nq.zst", "--store", own_store)
    assert done.exit_code == 2
    assert "holds a store already" in done.stderr
    assert nquads(own_store) == before


def test_compact_gives_room_back_and_changes_nothing(run: Run, own_store: Path) -> None:
    with Store.open(own_store) as store:
        quads = store.content("bbbbbbbbbbbbbbb2")
        for _ in range(40):
            store.remove("bbbbbbbbbbbbbbb2")
            store.replace("bbbbbbbbbbbbbbb2", quads)
    before, whole = layout.size(own_store), nquads(own_store)
    done = run("compact", "--store", own_store)
    assert done.exit_code == 0
    size = r"[\d.]+ \w+"
    assert re.fullmatch(rf"{re.escape(str(own_store))}: {size} before, {size} now\n", done.stderr)
    assert layout.size(own_store) < before
    assert nquads(own_store) == whole
