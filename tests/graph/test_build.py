from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import permutations
from pathlib import Path

import pytest

from extract.document import Document
from extract.error import ConflictKGError, InputError, Skipped
from extract.record import Record
from graph.build import Summary, build
from graph.store import Store
from tests.graph.articles import STARTED, MadeUp, document, full_record
from tests.graph.building import GATE
from tests.graph.building import built as run


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "kg", create=True) as found:
        yield found


def spoilt(doc: Document) -> Record:
    """A record whose quote is not as long as its offsets say."""
    found = full_record(doc)
    found.events[0].damages[0].text = "تضرر"
    return found


A, B, C = (
    document(id="a"),
    document(id="b", publisher="نشرة"),
    document(id="c", url="https://x.org/c"),
)


def test_the_summary_tells_what_became_of_each_article(store: Store) -> None:
    bad = document(id="bad")
    broken = document(id="broken")

    def extract(doc: Document) -> Record:
        if doc.id == "broken":
            raise ConflictKGError("no sentence was found; is this an article?")
        return spoilt(doc) if doc.id == "bad" else full_record(doc)

    unread = Skipped("x.jsonl:3", None, "not JSON; mend the line")
    found = run(store, A, unread, bad, broken, A, B, extract=extract)
    assert (found.loaded, found.repeated, len(found.quarantined), len(found.skipped)) == (
        2,
        1,
        1,
        2,
    )
    assert found.articles == 6
    lines = found.text().splitlines()
    assert lines[1].startswith("quarantined: bad.jsonl:1 (article bad): The length of a quote")
    assert lines[2:] == [
        "skipped: broken.jsonl:1 (article broken): no sentence was found; is this an article?",
        "skipped: x.jsonl:3: not JSON; mend the line",
    ]
    assert [d.id for d in store.documents()] == sorted(
        ["a", "b"], key=lambda i: {"a": A, "b": B}[i].key
    )


def test_any_order_gives_the_same_bytes(tmp_path: Path) -> None:
    items = [A, B, C, document(id="a", text="نص آخر تماما."), replace(A, title="عنوان")]

    def extract(doc: Document) -> Record:
        found = full_record(replace(A, id=doc.id, publisher=doc.publisher, url=doc.url))
        changes = {"key": doc.key, "text_sha256": doc.text_sha256, "title": doc.title}
        return found.model_copy(update=changes)

    found = set()
    for number, order in enumerate(list(permutations(items))[::31]):
        with Store.open(tmp_path / str(number), create=True) as store:
            summary = run(store, *order, extract=extract)
            found.add((store.export("nquads"), summary.text()))
    assert len(found) == 1


def test_a_second_build_changes_nothing_and_extracts_nothing(store: Store) -> None:
    run(store, A, B)
    before = store.export("nquads")

    def never(doc: Document) -> Record:
        raise AssertionError(doc.id)

    later = datetime(2032, 1, 1, tzinfo=UTC)
    found = run(store, B, A, extract=never, started=later)
    assert (found.loaded, found.replaced, found.unchanged) == (0, 0, 2)
    assert store.export("nquads") == before


@pytest.mark.parametrize("change", ["title", "version"])
def test_what_has_changed_replaces_itself(tmp_path: Path, change: str) -> None:
    new = replace(A, title="عنوان جديد") if change == "title" else A
    version = "2" if change == "version" else "1"
    with Store.open(tmp_path / "one", create=True) as store:
        run(store, A, B, version=version if change == "version" else "1")
        run(store, new, version=version)
        if change == "version":
            return_to = run(store, A, B, version="1")
            assert return_to.replaced == 2
            run(store, A, B, version="2")
        found = store.export("nquads")
    with Store.open(tmp_path / "two", create=True) as store:
        run(store, new, B, version=version)
        assert store.export("nquads") == found


def test_two_builds_end_like_one(tmp_path: Path) -> None:
    with Store.open(tmp_path / "two", create=True) as store:
        run(store, B)
        run(store, A, C)
        found = store.export("nquads")
    with Store.open(tmp_path / "one", create=True) as store:
        run(store, A, B, C)
        assert store.export("nquads") == found


def test_a_document_that_breaks_the_shapes_is_kept_apart_with_its_report(store: Store) -> None:
    empty = store.export("nquads")
    found = run(store, A, extract=spoilt)
    assert store.export("nquads") == empty
    assert store.quarantine.keys() == [A.key]
    folder = store.quarantine.path / A.key
    assert sorted(p.name for p in folder.iterdir()) == [
        "data.trig",
        "origin.json",
        "record.json",
        "report.json",
        "report.ttl",
        "report.txt",
    ]
    assert "مخالفة: 1" in (folder / "report.txt").read_text(encoding="utf-8")
    assert store.quarantine.record(A.key).model_dump() == spoilt(A).model_dump()
    assert f"quarantine/{A.key}" in found.text()


def test_a_record_that_cannot_be_mapped_is_kept_too(store: Store) -> None:
    def extract(doc: Document) -> Record:
        return full_record(doc).model_copy(update={"sentences": []})

    found = run(store, A, extract=extract)
    assert [one.key for one in found.quarantined] == store.quarantine.keys() == [A.key]
    folder = store.quarantine.path / A.key
    assert sorted(p.name for p in folder.iterdir()) == ["origin.json", "record.json", "report.txt"]


def test_a_document_is_never_both_loaded_and_quarantined(store: Store) -> None:
    run(store, A)
    run(store, A, extract=spoilt, version="2")
    assert store.documents() == []
    assert store.quarantine.keys() == [A.key]
    run(store, A, version="3")
    assert [d.key for d in store.documents()] == [A.key]
    assert store.quarantine.keys() == []


@pytest.mark.parametrize("builds", [1, 2])
def test_two_texts_under_one_id_are_both_kept_and_reported(store: Store, builds: int) -> None:
    other = replace(A, text=A.text + " زيادة.", source="other.jsonl:9")
    if builds == 1:
        found = run(store, A, other)
        expected = "a.jsonl:1"
    else:
        run(store, A)
        found = run(store, other)
        expected = "an earlier run"
    assert {d.key for d in store.documents()} == {A.key, other.key}
    assert len(found.warnings) == 1
    assert "other.jsonl:9" in found.warnings[0]
    assert expected in found.warnings[0]
    assert A.key in found.warnings[0]


def test_one_id_of_two_publishers_is_no_clash(store: Store) -> None:
    found = run(store, A, replace(A, publisher="نشرة", text=A.text + " زيادة."))
    assert (found.loaded, found.warnings) == (2, [])


def test_a_bad_input_stops_the_run_and_keeps_what_was_loaded(store: Store) -> None:
    def items() -> Iterator[Document]:
        yield A
        raise InputError("no such file: y.jsonl; check the path")

    with pytest.raises(InputError, match=r"y\.jsonl"):
        build(items(), store, extract=full_record, started=STARTED, entities=MadeUp(), gate=GATE)
    assert [d.key for d in store.documents()] == [A.key]


def test_a_fault_in_the_software_is_not_hidden(store: Store) -> None:
    def extract(doc: Document) -> Record:
        raise ZeroDivisionError(doc.id)

    with pytest.raises(ZeroDivisionError):
        run(store, A, extract=extract)


def test_progress_is_told_after_each_item(store: Store) -> None:
    told: list[tuple[int, str]] = []
    build(
        [A, Skipped("x:1", None, "r")],
        store,
        extract=full_record,
        started=STARTED,
        entities=MadeUp(),
        gate=GATE,
        progress=lambda number, source: told.append((number, source)),
    )
    assert told == [(1, "a.jsonl:1"), (2, "x:1")]


def test_a_new_rule_set_reads_documents_again(store: Store) -> None:
    class Extractor:
        def __init__(self, version: str) -> None:
            self.version = version

        def __call__(self, doc: Document) -> Record:
            return full_record(doc)

    def once(version: str) -> Summary:
        return build(
            [A], store, extract=Extractor(version), started=STARTED, entities=MadeUp(), gate=GATE
        )

    assert once("7").loaded == 1
    assert once("7").unchanged == 1
    assert once("8").replaced == 1


def test_dates_are_part_of_what_a_document_is(store: Store) -> None:
    run(store, A)
    assert run(store, replace(A, published=date(2031, 5, 8))).replaced == 1
