"""Quarantine: kept whole, tried again, and never in two places, wherever a process is killed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from extract.document import Document
from extract.record import Record
from graph import verdict
from graph.error import StoreError
from graph.quarantine import Origin, Quarantine
from graph.retry import retry
from graph.run import Run
from graph.store import Store
from tests.graph.articles import STARTED, MadeUp, document, full_record
from tests.graph.building import GATE, built

A, B = document(id="a"), document(id="b", publisher="نشرة")


class KilledError(BaseException):
    """Stands in for the end of the process: nothing may catch it."""


def spoilt(doc: Document) -> Record:
    """A record whose quote is not as long as its offsets say."""
    found = full_record(doc)
    if doc.id == "a":
        found.events[0].damages[0].text = "تضرر"
    return found


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "kg", create=True) as found:
        yield found


def run(store: Store, extract: Callable[[Document], Record], version: str = "1") -> None:
    built(store, A, B, extract=extract, version=version)


def mend(store: Store) -> None:
    """Put into the kept record what today's software would not have spoilt."""
    record = store.quarantine.folder(A.key) / "record.json"
    record.write_text(full_record(A).model_dump_json(), encoding="utf-8")


def places(store: Store) -> tuple[list[str], list[str]]:
    """Which of the two articles are loaded, which in quarantine."""
    names = {A.key: "a", B.key: "b"}
    loaded = sorted(names[document.key] for document in store.documents())
    return loaded, [names[key] for key in store.quarantine.keys()]  # noqa: SIM118


def test_what_is_kept_says_where_it_came_from(store: Store) -> None:
    run(store, spoilt, version="3")
    held = store.quarantine.held(A.key)
    assert held.record.model_dump() == spoilt(A).model_dump()
    assert (held.origin.source, held.origin.version) == ("a.jsonl:1", "3")
    assert held.origin.reason.startswith("The length of a quote")
    assert held.origin.run.id == Run("conflictkg", "3", STARTED).id
    assert held.origin.digest == held.origin.run.digest(A)


def test_a_record_that_is_still_wrong_stays(store: Store) -> None:
    run(store, spoilt)
    before = store.export("nquads")
    done = retry(store, [A.key], entities=MadeUp(), gate=GATE)
    assert [one.key for one in done.refused] == [A.key]
    assert not done.is_done
    assert "refused again: a.jsonl:1 (article a): The length of a quote" in done.text()
    assert places(store) == (["b"], ["a"])
    assert store.export("nquads") == before


def test_a_record_that_passes_now_is_as_if_it_had_always(store: Store, tmp_path: Path) -> None:
    run(store, spoilt)
    mend(store)
    done = retry(store, store.quarantine.keys(), entities=MadeUp(), gate=GATE)
    assert (done.loaded, done.is_done) == ([A.key], True)
    assert places(store) == (["a", "b"], [])
    assert not list(store.quarantine.path.iterdir())
    assert store.verdicts.get(A.key, verdict.digest(store.content(A.key), GATE.digest))
    with Store.open(tmp_path / "other", create=True) as other:
        run(other, full_record)
        assert store.export("nquads") == other.export("nquads")
    before = store.export("nquads")
    run(store, full_record)
    assert store.export("nquads") == before


def test_a_key_that_is_not_held_stops_before_anything_is_tried(store: Store) -> None:
    run(store, spoilt)
    mend(store)
    with pytest.raises(StoreError, match="no document «moon» in quarantine"):
        retry(store, [A.key, "moon"], entities=MadeUp(), gate=GATE)
    assert places(store) == (["b"], ["a"])


@pytest.mark.parametrize("name", ["record.json", "origin.json"])
@pytest.mark.parametrize("text", ["", "{", '{"id": 7}'])
def test_a_damaged_record_is_named_and_left(store: Store, name: str, text: str) -> None:
    run(store, spoilt)
    file = store.quarantine.folder(A.key) / name
    file.write_text(text)
    done = retry(store, [A.key], entities=MadeUp(), gate=GATE)
    assert len(done.unread) == 1
    assert str(file) in done.unread[0]
    assert "build the article again" in done.unread[0]
    assert "\n" not in done.unread[0]
    assert places(store) == (["b"], ["a"])


STEPS = [
    (Quarantine, "draft"),
    (Quarantine, "write"),
    (Quarantine, "keep"),
    (Quarantine, "hide"),
    (Quarantine, "release"),
    (Store, "remove"),
    (Store, "replace"),
    (Store, "apply"),
]


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize(("owner", "step"), STEPS, ids=[step for _, step in STEPS])
@pytest.mark.parametrize("way", ["into", "out of"])
def test_cut_off_anywhere_a_document_is_in_one_place(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    owner: type,
    step: str,
    when: str,
    way: str,
) -> None:
    whole, work = full_record, spoilt
    first, second = (whole, work) if way == "into" else (work, whole)
    path = tmp_path / "kg"
    with Store.open(path, create=True) as store:
        run(store, first)
    real = getattr(owner, step)

    def cut(self: object, *arguments: object, **named: object) -> object:
        if when == "after":
            real(self, *arguments, **named)
        raise KilledError

    store = Store.open(path)
    with monkeypatch.context() as patched:
        patched.setattr(owner, step, cut)
        try:
            run(store, second, version="2")
        except KilledError:
            was_cut = True
        else:
            was_cut = False
    store.close()
    assert was_cut or (way, step) in {
        ("into", "hide"),
        ("out of", "draft"),
        ("out of", "write"),
        ("out of", "keep"),
        ("out of", "remove"),
    }
    with Store.open(path, read_only=True) as read:
        loaded, held = places(read)
        assert sorted(loaded + held) == ["a", "b"]
        if "a" in held:
            assert read.quarantine.record(A.key) == spoilt(A)
            assert "record.json" in read.quarantine.files(A.key)
    with Store.open(path) as settled:
        assert places(settled) == (loaded, held)
        assert [f.name for f in settled.quarantine.path.glob(".*")] == []
        run(settled, second, version="2")
        assert places(settled) == ((["b"], ["a"]) if way == "into" else (["a", "b"], []))


def test_half_a_hidden_folder_is_cleared_away(store: Store) -> None:
    run(store, full_record)
    half = store.quarantine.path / f".{A.key}"
    half.mkdir(parents=True)
    (half / "data.trig").write_text("half")
    assert store.quarantine.keys() == []
    store.quarantine.settle()
    assert not half.exists()


def test_an_origin_keeps_the_time_zone_of_its_run() -> None:
    origin = Origin.of(Run("p", "1", STARTED, {"a": "b"}), source="s", digest="d")
    assert Origin.model_validate_json(origin.model_dump_json()).run == origin.run
