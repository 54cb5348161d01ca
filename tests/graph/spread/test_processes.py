from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from extract.document import Document
from extract.error import ConflictKGError, InputError
from graph.error import SpreadError
from graph.spread.here import Here
from graph.spread.processes import Processes
from graph.store import Store
from tests.graph.articles import document
from tests.graph.spread.recipe import Recipe, Stillborn, Unavailable
from tests.graph.spread.runs import MIXED, built


@pytest.fixture(autouse=True)
def nobody_is_left() -> Iterator[None]:
    yield
    assert multiprocessing.active_children() == []


def test_processes_end_like_one(tmp_path: Path) -> None:
    recipe = Recipe(tmp_path)
    one, whole = built(tmp_path / "one", MIXED, Here(recipe))
    (tmp_path / f"worker-{os.getpid()}").unlink()
    found, quads = built(tmp_path / "two", reversed(MIXED), Processes(2, recipe))
    assert quads == whole
    assert found.text() == one.text()
    assert (one.loaded, len(one.quarantined), len(one.skipped), one.repeated) == (10, 1, 2, 3)
    assert "described in 3 ways: a.jsonl:1, other.jsonl:7, third.jsonl:7" in one.text()
    assert len(list(tmp_path.glob("worker-*"))) == 2
    for name in ("one", "two"):
        with Store.open(tmp_path / name, read_only=True) as store:
            assert len(store.quarantine.keys()) == 1
            assert len(list(store.verdicts.path.iterdir())) == 10


def test_what_is_there_is_not_sent_anywhere(tmp_path: Path) -> None:
    items = [document(id=f"d{number}") for number in range(3)]
    _, whole = built(tmp_path / "kg", items, Here(Recipe(tmp_path)))
    found, again = built(tmp_path / "kg", items, Processes(2, Stillborn()))
    assert (found.unchanged, found.articles) == (3, 3)
    assert again == whole


def test_an_article_that_kills_two_workers_is_skipped_and_the_rest_goes_on(tmp_path: Path) -> None:
    poison = document(id="poison-1")
    items = [document(id="a"), poison, document(id="b"), document(id="c")]
    found, _ = built(tmp_path / "kg", items, Processes(2, Recipe(tmp_path)))
    assert found.loaded == 3
    assert [str(one) for one in found.skipped] == [
        "poison-1.jsonl:1 (article poison-1): two worker processes died while they read it "
        "(exit code 7): split the article, or give each process more memory (fewer --workers)"
    ]
    assert len(list(tmp_path.glob("worker-*"))) in {3, 4}


def test_an_article_whose_worker_dies_once_is_read_by_another(tmp_path: Path) -> None:
    found, _ = built(tmp_path / "kg", [document(id="once-1")], Processes(1, Recipe(tmp_path)))
    assert (found.loaded, found.skipped) == (1, [])
    assert len(list(tmp_path.glob("worker-*"))) == 2


def test_a_worker_killed_half_way_is_replaced(tmp_path: Path) -> None:
    killed = list[int]()

    def kill(done: int, _: str) -> None:
        if done == 3:
            victim = multiprocessing.active_children()[0]
            assert victim.pid
            os.kill(victim.pid, signal.SIGKILL)
            killed.append(victim.pid)

    items = [document(id=f"d{number}") for number in range(12)]
    _, whole = built(tmp_path / "one", items, Here(Recipe(tmp_path)))
    found, quads = built(tmp_path / "two", items, Processes(2, Recipe(tmp_path, 0.05)), kill)
    assert len(killed) == 1
    assert found.loaded == 12
    assert quads == whole


def test_an_endless_input_is_read_only_as_far_as_there_are_workers(tmp_path: Path) -> None:
    asked = list[int]()
    ahead = list[int]()

    def endless() -> Iterator[Document | None]:
        number = 0
        while True:
            number += 1
            asked.append(number)
            yield document(id=f"d{number}")

    def stop(done: int, _: str) -> None:
        ahead.append(len(asked) - done)
        if done == 12:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        built(tmp_path / "kg", endless(), Processes(2, Recipe(tmp_path)), stop)
    assert max(ahead) <= 4
    with Store.open(tmp_path / "kg", read_only=True) as store:
        assert len(store.documents()) == store.info().documents == 12


def test_what_is_done_is_loaded_while_the_input_is_silent(tmp_path: Path) -> None:
    done = list[int]()

    def silent_until_loaded() -> Iterator[Document | None]:
        yield document(id="a")
        while not done:
            yield None
        yield document(id="b")

    found, _ = built(
        tmp_path / "kg",
        silent_until_loaded(),
        Processes(2, Recipe(tmp_path)),
        lambda number, _: done.append(number),
    )
    assert (found.loaded, done) == (2, [1, 2])


def test_an_error_that_stops_the_run_comes_from_the_worker_as_it_is(tmp_path: Path) -> None:
    with pytest.raises(InputError) as stopped:
        built(tmp_path / "kg", [document(id="stop-1")], Processes(2, Recipe(tmp_path)))
    assert str(stopped.value) == "lexicon.yaml:3: no such word; mend it"


def test_a_fault_in_the_software_is_not_hidden(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError) as fault:
        built(tmp_path / "kg", [document(id="fault-1")], Processes(2, Recipe(tmp_path)))
    assert "in extract" in "".join(fault.value.__notes__)


def test_what_a_worker_lacks_is_told_in_its_words(tmp_path: Path) -> None:
    with pytest.raises(ConflictKGError, match=r"^model: not there for conflictkg; install it$"):
        built(tmp_path / "kg", [document()], Processes(2, Unavailable()))


def test_workers_that_die_at_their_start_stop_the_run(tmp_path: Path) -> None:
    with pytest.raises(SpreadError, match=r"at their start \(exit code 3\): try fewer --workers"):
        built(tmp_path / "kg", [document()], Processes(2, Stillborn()))
