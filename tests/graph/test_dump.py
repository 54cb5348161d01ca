"""Dump and restore: nothing lost, the same bytes, and nothing but whole dumps taken in."""

from __future__ import annotations

import hashlib
import io
import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
import zstandard

from extract.document import Document
from extract.record import Record
from graph import canonical, dump
from graph.derive import named
from graph.error import DumpError, StoreError
from graph.lines import in_order
from graph.restore import restore
from graph.store import Store
from tests.graph.articles import document, full_record
from tests.graph.building import built

A, B, C = (
    document(id="a"),
    document(id="b", publisher="نشرة"),
    document(id="c", url="https://x.org/c"),
)


def extract(doc: Document) -> Record:
    found = full_record(doc)
    if doc.id == "c":
        found.events[0].damages[0].text = "تضرر"
    return found


def made(path: Path, *items: Document) -> Path:
    with Store.open(path, create=True) as store:
        built(store, *items, extract=extract)
        store.derive(named("own-word"))
    return path


@pytest.fixture(scope="module")
def kg(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("dump") / "kg", A, B, C)


def dumped(path: Path, part: int = dump.PART) -> bytes:
    out = io.BytesIO()
    with Store.open(path, read_only=True) as store:
        dump.compress(store, out, part)
    return out.getvalue()


@pytest.fixture(scope="module")
def packed(kg: Path) -> bytes:
    return dumped(kg)


@pytest.fixture(scope="module")
def text(packed: bytes) -> bytes:
    return unpacked(packed)


def unpacked(data: bytes) -> bytes:
    return zstandard.ZstdDecompressor().stream_reader(data).read()


def restored(data: bytes, path: Path) -> dump.Dumped:
    return restore(io.BytesIO(data), "x.nq.zst", path)


def refused(data: bytes, path: Path) -> str:
    """The one line with which a dump is refused; nothing may be left of it."""
    with pytest.raises(DumpError) as caught:
        restored(data, path)
    assert not path.exists()
    message = str(caught.value)
    assert message.startswith("x.nq.zst: ")
    assert "\n" not in message
    return message


def test_the_quads_of_a_dump_are_those_of_the_export(kg: Path, text: bytes) -> None:
    with Store.open(kg, read_only=True) as store:
        expected = store.export("nquads")
        quads = len(store.database)
    lines = text.splitlines(keepends=True)
    assert b"".join(line for line in lines if not line.startswith(b"# ")) == expected
    assert lines[0] == b"# conflictkg dump 1\n"
    end = json.loads(lines[-1].removeprefix(b"# end "))
    assert end["quads"] == quads
    assert end["sha256"] == hashlib.sha256(b"".join(lines[:-1])).hexdigest()


def test_any_program_reads_a_dump_as_n_quads(kg: Path, text: bytes) -> None:
    with Store.open(kg, read_only=True) as store:
        expected = store.export("nquads")
    assert canonical.nquads(ox.parse(text, format=ox.RdfFormat.N_QUADS)) == expected


def test_what_is_restored_is_what_was_dumped(kg: Path, packed: bytes, tmp_path: Path) -> None:
    done = restored(packed, tmp_path / "new")
    assert dumped(tmp_path / "new") == packed
    with Store.open(kg) as old, Store.open(tmp_path / "new") as new:
        assert done == dump.Dumped(len(old.database), 1)
        assert new.export("nquads") == old.export("nquads")
        assert new.manifest == old.manifest
        assert new.quarantine.keys() == old.quarantine.keys() == [C.key]
        assert new.quarantine.files(C.key) == old.quarantine.files(C.key)


def test_a_restored_store_goes_on_where_the_old_one_was(packed: bytes, tmp_path: Path) -> None:
    def never(doc: Document) -> Record:
        raise AssertionError(doc.id)

    restored(packed, tmp_path / "new")
    with Store.open(tmp_path / "new", create=True) as store:
        found = built(store, B, A, extract=never)
        assert (found.unchanged, found.loaded) == (2, 0)
        assert found.derived == {"own-word": store.info().derived["own-word"]}


def test_the_order_of_articles_and_the_parts_change_no_byte(packed: bytes, tmp_path: Path) -> None:
    other = made(tmp_path / "other", C, B, A)
    assert dumped(other, part=100) == packed


def test_a_plain_dump_is_restored_too(text: bytes, packed: bytes, tmp_path: Path) -> None:
    restored(text, tmp_path / "new")
    assert dumped(tmp_path / "new") == packed


def test_an_empty_folder_will_do(packed: bytes, tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    restored(packed, tmp_path / "new")
    assert dumped(tmp_path / "new") == packed


def test_an_empty_folder_stays_when_a_dump_is_refused(packed: bytes, tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    with pytest.raises(DumpError):
        restored(packed[:-9], tmp_path / "new")
    assert list((tmp_path / "new").iterdir()) == []


def test_a_store_is_not_written_over(packed: bytes, tmp_path: Path) -> None:
    restored(packed, tmp_path / "new")
    with pytest.raises(StoreError, match="holds a store already"):
        restored(packed, tmp_path / "new")
    assert dumped(tmp_path / "new") == packed


def test_what_else_is_in_a_folder_stays(packed: bytes, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(StoreError, match="choose an empty or new folder"):
        restored(packed, tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("share", [0.0005, 0.01, 0.3, 0.7, 0.999])
@pytest.mark.parametrize("kind", ["plain", "packed"])
def test_a_dump_that_is_cut_off_is_refused(
    text: bytes, packed: bytes, tmp_path: Path, share: float, kind: str
) -> None:
    whole = text if kind == "plain" else packed
    message = refused(whole[: int(len(whole) * share)], tmp_path / "new")
    assert "damaged" in message or "is no dump" in message


def test_a_dump_cut_off_after_a_line_is_refused(text: bytes, tmp_path: Path) -> None:
    lines = text.splitlines(keepends=True)
    for number in (1, 2, 500, len(lines) - 1):
        assert "cut off" in refused(b"".join(lines[:number]), tmp_path / "new")


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("kind", ["plain", "packed"])
def test_a_dump_with_a_changed_byte_is_refused(
    text: bytes, packed: bytes, tmp_path: Path, kind: str, seed: int
) -> None:
    whole = bytearray(text if kind == "plain" else packed)
    chance = random.Random(seed)
    place = chance.randrange(60, len(whole))
    whole[place] ^= 1 << chance.randrange(7)
    refused(bytes(whole), tmp_path / "new")


Change = Callable[[list[bytes]], None]
CHANGES: dict[str, Change] = {
    "a quad is missing": lambda lines: lines.pop(1000),
    "a quad is there twice": lambda lines: lines.insert(1000, lines[1000]),
    "a file of the quarantine is missing": lambda lines: lines.pop(-2),
    "no RDF": lambda lines: lines.insert(1000, b"<a> <b> .\n"),
    "an unknown comment": lambda lines: lines.insert(-1, b"# hello\n"),
    "more after the end": lambda lines: lines.append(b"more\n"),
    "its second line": lambda lines: lines.__setitem__(1, b'# store {"format": "1"}\n'),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_dump_with_changed_lines_is_refused(text: bytes, tmp_path: Path, change: str) -> None:
    lines = text.splitlines(keepends=True)
    CHANGES[change](lines)
    assert "damaged" in refused(b"".join(lines), tmp_path / "new")


@pytest.mark.parametrize("change", ["a quad is missing", "a file of the quarantine is missing"])
def test_what_is_missing_is_missed_although_the_digest_fits(
    text: bytes, tmp_path: Path, change: str
) -> None:
    lines = text.splitlines(keepends=True)
    CHANGES[change](lines)
    end = json.loads(lines[-1].removeprefix(dump.END))
    end["sha256"] = hashlib.sha256(b"".join(lines[:-1])).hexdigest()
    lines[-1] = dump.END + json.dumps(end).encode() + b"\n"
    assert "its content is not what its last line says" in refused(
        b"".join(lines), tmp_path / "new"
    )


@pytest.mark.parametrize(
    "key", ["../up", ".hidden", "a/b", ""], ids=["up", "hidden", "deep", "empty"]
)
def test_a_name_cannot_lead_out_of_the_quarantine(text: bytes, tmp_path: Path, key: str) -> None:
    lines = [line for line in text.splitlines(keepends=True) if b"# quarantine" not in line]
    kept = {"base64": "eA==", "file": "record.json", "key": key}
    lines.insert(-1, dump.QUARANTINE + json.dumps(kept).encode() + b"\n")
    assert "a name in the quarantine" in refused(b"".join(lines), tmp_path / "new")


@pytest.mark.parametrize(
    "data",
    [b"", b"x", b"hello\n", b"\0" * 5000, b"<a:a> <a:b> <a:c> .\n" * 9, b"(\xb5/\xfdrubbish"],
    ids=["empty", "letter", "text", "zeros", "quads", "broken zstd"],
)
def test_what_is_no_dump_is_refused(tmp_path: Path, data: bytes) -> None:
    assert "is no dump" in refused(data, tmp_path / "new")


def test_another_zstd_file_is_no_dump(tmp_path: Path) -> None:
    packed = zstandard.ZstdCompressor().compress(b"a book\n" * 1000)
    assert "is no dump" in refused(packed, tmp_path / "new")


def test_a_newer_form_asks_for_an_upgrade(text: bytes, tmp_path: Path) -> None:
    newer = text.replace(b"# conflictkg dump 1\n", b"# conflictkg dump 2\n")
    assert "upgrade conflictkg" in refused(newer, tmp_path / "new")
    newer = text.replace(b'"format": 1', b'"format": 2')
    assert "upgrade conflictkg" in refused(newer, tmp_path / "new")


def test_a_restore_that_was_killed_can_be_done_again(packed: bytes, tmp_path: Path) -> None:
    restored(packed, tmp_path / "new")
    manifest = json.loads((tmp_path / "new" / "store.json").read_text())
    manifest["complete"] = False
    (tmp_path / "new" / "store.json").write_text(json.dumps(manifest))
    with pytest.raises(StoreError, match="cut off"):
        Store.open(tmp_path / "new", read_only=True)
    restored(packed, tmp_path / "new")
    assert dumped(tmp_path / "new") == packed


@pytest.mark.parametrize(("part", "most"), [(1000, 2), (7, 2), (7, 3), (1, 5), (50, 64), (49, 64)])
def test_lines_are_sorted_by_their_bytes_however_many(part: int, most: int) -> None:
    words = [f"{random.Random(n).choice('abçنب😀ﷺ')}{n % 9}\n".encode() for n in range(50)]
    with in_order(iter(words), part, most) as found:
        assert list(found) == sorted(words)
    with in_order([], part, most) as found:
        assert list(found) == []


def test_temporary_files_that_cannot_be_written_are_one_line(
    kg: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "gone"))
    with Store.open(kg, read_only=True) as store, pytest.raises(DumpError, match="TMPDIR"):
        dump.dump(store, io.BytesIO(), part=100)


def test_memory_does_not_grow_with_the_lines() -> None:
    """The most that is held at once, counted in lines, is one part."""
    held = most = 0

    class Counted(bytes):
        def __del__(self) -> None:
            nonlocal held
            held -= 1

    def counted() -> Iterator[bytes]:
        nonlocal held, most
        for number in range(20_000):
            held += 1
            most = max(most, held)
            yield Counted(b"%06d\n" % (number * 7919 % 20_000))

    with in_order(counted(), part=500, most=4) as found:
        assert sum(1 for _ in found) == 20_000
    assert most <= 1002
