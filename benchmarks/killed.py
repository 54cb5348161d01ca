"""``python -m benchmarks.killed``: builds killed at random moments; is anything lost or doubled?

Each time a real ``conflictkg build`` is started and killed (SIGKILL) at a moment drawn from the
whole time that such a build takes from the first look at its store to its end. By turns the build
makes a new store, or brings changed, new and unchanged articles into one that is there. After it

* the store opens, or says that its making was not finished and so holds nothing;
* the audit finds nothing;
* each document is, byte for byte, what it was before or what it is after;
* the next build ends with the same canonical N-Quads as one that was never killed.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Protocol

from benchmarks.speed import MAIN, articles
from extract.document import Document
from graph import canonical
from graph.audit import audit
from graph.error import StoreError
from graph.gate import Gate
from graph.store import Store
from graph.vocabulary import document_graph

_MOMENT: Final = "1735689600"
_TIMES: Final = 100
_SHORTEST: Final = 10
"""How many of the sample articles are built, the shortest of them."""


class Process(Protocol):
    """A build that runs."""

    pid: int

    def poll(self) -> int | None:
        """The exit status, or none while it runs."""


class Bench(Protocol):
    """How builds are started, and of what."""

    def start(self, store: Path, edition: str) -> Process:
        """Start a build of the edition ``old`` or ``new`` into a store, in its own process."""


@dataclass(frozen=True, slots=True)
class Whole:
    """A store as an edition makes it when nothing is killed.

    Attributes:
        path: Its folder.
        nquads: Everything in it.
        documents: The graph of each document, by key.
        held: Keys in quarantine.
        seconds: How long the build had the store, from the first look at it to the end.
    """

    path: Path
    nquads: bytes
    documents: dict[str, bytes]
    held: list[str]
    seconds: float


@dataclass(frozen=True, slots=True)
class Kill:
    """One build that was killed.

    Attributes:
        kind: ``creation`` or ``change``.
        moment: Seconds from the first look at the store to the kill.
        state: What the store then was: ``none``, ``unfinished``, ``part``, ``whole``.
        faults: What was lost, doubled or half; nothing if all is well.
    """

    kind: str
    moment: float
    state: str
    faults: tuple[str, ...]


def kills(bench: Bench, folder: Path, times: int, seed: int) -> Iterator[Kill]:
    """Kill builds.

    Args:
        bench: Starts them.
        folder: An empty folder to work in.
        times: How many.
        seed: Decides the moments.
    """
    chance = random.Random(seed)
    folder.mkdir(exist_ok=True)
    gate = Gate()
    old = whole(bench, folder / "old", "old")
    new = whole(bench, folder / "new", "new")
    changed = folder / "changed"
    shutil.copytree(old.path, changed)
    seconds = _finished(bench, changed, "new", was_there=True)
    if _content(changed) != new.nquads:
        raise RuntimeError("a build that was never killed does not end like a fresh one")
    for number in range(times):
        path = folder / f"{number}"
        is_change = number % 2 == 1
        if is_change:
            shutil.copytree(old.path, path)
        moment = chance.uniform(0, seconds if is_change else new.seconds)
        _killed(bench, path, moment, was_there=is_change)
        state, faults = inspected(path, old if is_change else None, new, gate)
        faults += completed(bench, path, new, gate)
        yield Kill("change" if is_change else "creation", moment, state, tuple(faults))
        shutil.rmtree(path)


def whole(bench: Bench, path: Path, edition: str) -> Whole:
    """Build an edition from start to end."""
    seconds = _finished(bench, path, edition, was_there=False)
    with Store.open(path, read_only=True) as store:
        documents = _documents(store)
        return Whole(path, store.export("nquads"), documents, store.quarantine.keys(), seconds)


def inspected(path: Path, old: Whole | None, new: Whole, gate: Gate) -> tuple[str, list[str]]:
    """What a killed build has left, and what is wrong with it."""
    if not path.exists() or not any(path.iterdir()):
        return "none", ["the store is gone"] if old else []
    try:
        store = Store.open(path, read_only=True)
    except StoreError as error:
        is_unfinished = "cut off" in str(error) or "there is no store here" in str(error)
        return "unfinished", [] if is_unfinished and old is None else [str(error)]
    with store:
        faults = [str(finding) for finding in audit(store, gate)]
        documents, held = _documents(store), store.quarantine.keys()
    before = old.documents if old else {}
    for key, content in documents.items():
        if content not in {before.get(key), new.documents.get(key)}:
            faults.append(f"the document {key} is neither what it was nor what it is to be")
    was = {*before, *(old.held if old else ())}
    faults += [f"the document {key} is lost" for key in was - {*documents, *held}]
    faults += [f"the document {key} is in two places" for key in {*documents} & {*held}]
    is_whole = documents == new.documents and held == new.held
    return "whole" if is_whole else "part", faults


def completed(bench: Bench, path: Path, new: Whole, gate: Gate) -> list[str]:
    """Build again to the end; what is then wrong."""
    _finished(bench, path, "new", was_there=path.exists())
    with Store.open(path, read_only=True) as store:
        faults = [f"after the next build: {finding}" for finding in audit(store, gate)]
        if store.export("nquads") != new.nquads:
            faults.append("the next build does not end like one that was never killed")
        if store.quarantine.keys() != new.held:
            faults.append("the next build ends with another quarantine")
    return faults


def _documents(store: Store) -> dict[str, bytes]:
    found = {}
    for document in store.documents():
        graph = document_graph(document.key)
        quads = store.database.quads_for_pattern(None, None, None, graph)
        found[document.key] = canonical.nquads(quads)
    return found


def _content(path: Path) -> bytes:
    with Store.open(path, read_only=True) as store:
        return store.export("nquads")


def _finished(bench: Bench, path: Path, edition: str, *, was_there: bool) -> float:
    before = _opened(path)
    process = bench.start(path, edition)
    began = _looked_at(process, path, before, was_there=was_there)
    while process.poll() is None:
        time.sleep(0.002)
    if process.poll() not in {0, 1}:  # 1: something is in quarantine
        raise RuntimeError(f"a build that was not killed ended with {process.poll()}")
    return time.monotonic() - began


def _killed(bench: Bench, path: Path, moment: float, *, was_there: bool) -> None:
    before = _opened(path)
    process = bench.start(path, "new")
    end = _looked_at(process, path, before, was_there=was_there) + moment
    while process.poll() is None and time.monotonic() < end:
        time.sleep(0.0005)
    if process.poll() is None:
        with suppress(ProcessLookupError):  # it has just ended
            os.kill(process.pid, signal.SIGKILL)
        while process.poll() is None:
            time.sleep(0.0005)


def _looked_at(process: Process, path: Path, before: int, *, was_there: bool) -> float:
    """Wait until a build makes its store, or opens one; return when that was.

    Before it, while the program loads, there is nothing yet that a kill could harm.
    """
    while process.poll() is None:
        if path.exists() and (not was_there or _opened(path) != before):
            break
        time.sleep(0.0005)
    return time.monotonic()


def _opened(path: Path) -> int:
    """A mark that changes when somebody opens the database of a store: its log begins anew."""
    try:
        return (path / "oxigraph" / "LOG").stat().st_ino
    except FileNotFoundError:
        return 0


class Commands:
    """Builds by the command line, from articles with the rules alone."""

    def __init__(self, folder: Path) -> None:
        """Write both editions of the articles into ``folder``."""
        old = sorted(articles(), key=lambda each: len(each.text))[:_SHORTEST]
        new = [replace(one, title=f"{one.title} +") if n % 2 else one for n, one in enumerate(old)]
        self._files = {"old": folder / "old.jsonl", "new": folder / "new.jsonl"}
        _write(self._files["old"], old[:-2])
        _write(self._files["new"], new)

    def start(self, store: Path, edition: str) -> Process:
        """Start ``conflictkg build``."""
        file = self._files[edition]
        return subprocess.Popen(
            [*MAIN, "build", str(file), "--store", str(store), "--reader", "rules"],
            env={**os.environ, "SOURCE_DATE_EPOCH": _MOMENT},
            stderr=subprocess.DEVNULL,
        )


def _write(file: Path, documents: Sequence[Document]) -> None:
    lines = [
        json.dumps(
            {
                "id": one.id,
                "text": one.text,
                "lang": one.lang,
                "title": one.title,
                "published": str(one.published) if one.published else None,
                "publisher": one.publisher,
                "url": one.url,
            },
            ensure_ascii=False,
        )
        for one in documents
    ]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def row(found: Sequence[Kill]) -> str:
    """The row of the table of measurements."""
    good = sum(1 for kill in found if not kill.faults)
    states = Counter(f"{kill.kind}: {kill.state}" for kill in found)
    told = ", ".join(f"{state} {count}" for state, count in sorted(states.items()))
    bar = f"{len(found)} of {len(found)}"
    seen = f"{good} of {len(found)} ({told})"
    return f"| builds killed at random moments: nothing lost, nothing doubled | {bar} | {seen} |"


def main(arguments: Sequence[str] | None = None, say: Callable[[str], None] = print) -> int:
    """Kill builds and print the row; 1 when anything was lost or doubled."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.killed", description=__doc__)
    parser.add_argument("--times", type=int, default=_TIMES, help=f"how many ({_TIMES})")
    parser.add_argument("--seed", type=int, default=1, help="decides the moments (1)")
    options = parser.parse_args(arguments)
    found = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for kill in kills(Commands(folder), folder / "stores", options.times, options.seed):
            found.append(kill)
            for fault in kill.faults:
                say(f"{kill.kind}, {kill.moment:.3f} s: {fault}")
    say(row(found))
    return 1 if any(kill.faults for kill in found) else 0


if __name__ == "__main__":
    sys.exit(main())
