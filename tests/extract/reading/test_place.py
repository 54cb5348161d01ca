from __future__ import annotations

import json
import os
from datetime import date
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any, BinaryIO

import pytest

from extract.document import Document
from extract.error import InputError, Skipped
from extract.reading import Metadata, read

TEXT = "أعلنت وزارة الدفاع مقتل ثلاثة من جنودها في هجوم شرق المدينة"


def test_a_folder_is_read_in_order_with_all_its_kinds(
    file: Any, items: Any, tmp_path: Path
) -> None:
    file("f/b.txt", TEXT + " ب")
    file("f/a.jsonl", {"text": TEXT + " ا", "id": "a"})
    file("f/sub/one.json", {"text": TEXT + " ج"})
    file("f/sub/deep/c.TXT", TEXT + " د")
    file("f/z.htm", f"<html><body><p>{TEXT}</p></body></html>")
    file("f/.hidden.txt", TEXT)
    file("f/.git/x.txt", TEXT)
    file("f/notes.docx", b"PK\x03\x04")
    file("f/README", "read me")
    found = items(str(tmp_path / "f"))
    assert [(type(item), item.id) for item in found] == [
        (Skipped, None),
        (Document, "a"),
        (Document, "b"),
        (Skipped, None),
        (Document, "c"),
        (Document, "one"),
        (Document, "z"),
    ]
    assert found[0].source.endswith("README")
    assert "no ending" in found[0].reason
    assert found[3].source.endswith("notes.docx")
    assert ".docx" in found[3].reason
    assert ".jsonl" in found[3].reason  # what could be read instead


def test_an_empty_folder_is_told(tmp_path: Path, refusal: Any) -> None:
    assert "no files" in refusal(str(tmp_path)).reason


def test_a_file_of_unknown_kind_is_told_and_the_rest_goes_on(file: Any, items: Any) -> None:
    bad, good = items(file("a.pdf", b"%PDF-"), file("b.txt", TEXT))
    assert isinstance(bad, Skipped)
    assert isinstance(good, Document)


def test_plain_text_with_defaults(file: Any, document: Any) -> None:
    found = document(
        file("dz-001.txt", TEXT),
        published=date(2021, 6, 29),
        publisher="وكالة",
        url="https://example.org/1",
        lang="ar-SY",
    )
    assert (found.id, found.text, found.lang) == ("dz-001", TEXT, "ar")
    assert (found.published, found.publisher) == (date(2021, 6, 29), "وكالة")
    assert (found.url, found.title) == ("https://example.org/1", None)


def test_the_title_line_of_a_plain_text_is_text(file: Any, document: Any) -> None:
    text = f"عنوان\n\n{TEXT}\n"
    found = document(file("a.txt", text))
    assert (found.text, found.title) == (text, None)


def test_a_sidecar_tells_the_origin(file: Any, document: Any, tmp_path: Path) -> None:
    path = file("005.txt", TEXT)
    file(
        "005.json",
        {"id": "ar-005", "published": "2021-07-05", "title": "عنوان", "lang": "ar", "events": []},
    )
    expected = ("ar-005", date(2021, 7, 5), "عنوان", TEXT)
    for inputs in ((path,), (str(tmp_path),), (path, str(tmp_path / "005.json"))):
        found = document(*inputs, published=date(1999, 1, 1))
        assert (found.id, found.published, found.title, found.text) == expected


def test_a_sidecar_named_alone_is_told(file: Any, refusal: Any) -> None:
    file("a.txt", TEXT)
    assert "metadata of a.txt" in refusal(file("a.json", {"published": "2021-07-05"})).reason


@pytest.mark.parametrize(
    ("content", "telling"),
    [
        (b"{", "malformed JSON at line 1, column 2"),
        (b'{\n"id": "x",\n]', "malformed JSON at line 3"),
        (b"[]", "not an object"),
        (b"", "empty"),
        (b'{"published": "yesterday"}', "YYYY-MM-DD"),
        (b'{"text": "another text"}', "`text` of its own"),
    ],
)
def test_a_wrong_sidecar_holds_its_article_back(
    content: bytes, telling: str, file: Any, refusal: Any
) -> None:
    file("a.json", content)
    found = refusal(file("a.txt", TEXT))
    assert found.id == "a"
    assert found.reason.startswith("its sidecar a.json: ")
    assert telling in found.reason


def test_one_article_as_json(file: Any, document: Any, refusal: Any) -> None:
    path = file("x.json", json.dumps({"text": TEXT, "published": "2021-06-29"}, indent=2))
    found = document(path)
    assert (found.id, found.text, found.published) == ("x", TEXT, date(2021, 6, 29))
    assert found.source == path
    assert document(file("y.json", {"text": TEXT, "id": "own"})).id == "own"
    assert ".jsonl" in refusal(file("list.json", [{"text": TEXT}])).reason
    wrong = refusal(file("z.json", '{"text": "abc",\n "id": }'))
    assert "line 2, column 8" in wrong.reason
    assert "`published`" in refusal(file("d.json", {"text": TEXT, "published": "soon"})).reason


@pytest.mark.parametrize("name", ["missing.txt", "missing/", "a\x00b", "x" * 5000])
def test_an_input_that_does_not_exist_stops_before_anything_is_read(name: str, file: Any) -> None:
    good = file("a.txt", TEXT)
    with pytest.raises(InputError, match="no file or folder") as caught:
        read([good, name], defaults=Metadata())
    assert len(str(caught.value).splitlines()) == 1


def test_no_inputs_and_standard_input_twice() -> None:
    with pytest.raises(InputError, match="no input"):
        read([], defaults=Metadata())
    with pytest.raises(InputError, match="only once"):
        read(["-", "-"], defaults=Metadata())


def test_a_default_address_must_be_one() -> None:
    with pytest.raises(InputError, match="--url"):
        read(["-"], defaults=Metadata(url="example.org"))


def test_the_process_standard_input_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    line = json.dumps({"text": TEXT}).encode()
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=BytesIO(line)))
    (found,) = read(["-"], defaults=Metadata())
    assert isinstance(found, Document)
    assert found.text == TEXT


def test_a_file_named_twice_is_read_once(file: Any, items: Any, tmp_path: Path) -> None:
    path = file("a.txt", TEXT)
    assert len(items(path, str(tmp_path), str(tmp_path / "." / "a.txt"))) == 1


def test_the_same_bytes_give_the_same_documents(file: Any, items: Any, tmp_path: Path) -> None:
    file("a.jsonl", {"text": TEXT})
    file("b.txt", TEXT)
    assert items(str(tmp_path)) == items(str(tmp_path))


def test_a_file_that_cannot_be_opened(
    file: Any, items: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [file(f"{name}", TEXT) for name in ("a.txt", "b.jsonl", "c.txt")]
    opened = Path.open

    def refuse(self: Path, *args: Any, **options: Any) -> BinaryIO:
        if self.name in ("a.txt", "b.jsonl"):
            raise PermissionError(13, "Permission denied", str(self))
        found: BinaryIO = opened(self, *args, **options)
        return found

    monkeypatch.setattr(Path, "open", refuse)
    one, other, good = items(*paths)
    for bad, path in ((one, paths[0]), (other, paths[1])):
        assert isinstance(bad, Skipped)
        assert (bad.source, "Permission denied" in bad.reason) == (path, True)
    assert isinstance(good, Document)


def test_a_folder_and_a_sidecar_that_cannot_be_opened(
    file: Any, items: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file("f/a.txt", TEXT)
    file("f/closed/b.txt", TEXT)
    file("f/d.txt", TEXT)
    file("f/d.json", {"id": "d"})
    listed, opened = Path.iterdir, Path.open

    def refuse_listing(self: Path) -> Any:
        if self.name == "closed":
            raise PermissionError(13, "Permission denied", str(self))
        return listed(self)

    def refuse_opening(self: Path, *args: Any, **options: Any) -> Any:
        if self.name == "d.json":
            raise PermissionError(13, "Permission denied", str(self))
        return opened(self, *args, **options)

    monkeypatch.setattr(Path, "iterdir", refuse_listing)
    monkeypatch.setattr(Path, "open", refuse_opening)
    article, folder, metadata = items(str(tmp_path / "f"))
    assert article.id == "a"
    assert folder.source.endswith("closed")
    assert "Permission denied" in folder.reason
    assert metadata.id == "d"
    assert "sidecar d.json cannot be read (Permission denied)" in metadata.reason


def test_an_entry_that_cannot_be_looked_at(
    file: Any, items: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file("a.txt", TEXT)
    file("b.txt", TEXT)
    looked = Path.is_dir

    def refuse(self: Path) -> bool:
        if self.name == "a.txt":
            raise PermissionError(13, "Permission denied", str(self))
        return looked(self)

    monkeypatch.setattr(Path, "is_dir", refuse)
    bad, good = items(str(tmp_path))
    assert "Permission denied" in bad.reason
    assert good.id == "b"


def test_links_are_not_followed_round_in_circles(file: Any, items: Any, tmp_path: Path) -> None:
    file("f/a.txt", TEXT)
    (tmp_path / "f" / "loop").symlink_to(tmp_path / "f", target_is_directory=True)
    (tmp_path / "f" / "nowhere.txt").symlink_to(tmp_path / "gone.txt")
    article, loop, nowhere = items(str(tmp_path / "f"))
    assert article.id == "a"
    assert "link to a folder" in loop.reason
    assert "no regular file" in nowhere.reason


@pytest.mark.skipif(os.name == "nt", reason="Windows refuses such names itself")
def test_odd_file_names_stay_on_one_line(tmp_path: Path, items: Any) -> None:
    name = os.fsencode(tmp_path) + b"/a\nb\xff.txt"
    Path(os.fsdecode(name)).write_bytes(TEXT.encode())
    Path(os.fsdecode(name.replace(b".txt", b".pdf"))).write_bytes(b"")
    bad, good = items(str(tmp_path))
    assert "a\\nb\\udcff.pdf" in str(bad)
    str(bad).encode()
    assert good.id == "a\\nb\\udcff"
    assert len(good.key) == 16
