"""Every named question, asked of a store and of rdflib's memory store with the same data."""

from __future__ import annotations

import gc
import json
import math
import os
import resource
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyoxigraph as ox
from rdflib import Dataset
from rdflib.term import Identifier
from rdflib.util import from_n3

from graph.store import Store
from ontology import question
from ontology.question import Value

_ANCHORS: Final = {
    "event": "SELECT ?x { GRAPH ?g { ?x a cev:Event ; cev:reportedIn ?d } } ORDER BY ?x LIMIT 1",
    "entity": "SELECT ?x { GRAPH ?g { ?x a cev:Actor } } ORDER BY ?x LIMIT 1",
    "speaker": "SELECT ?x { GRAPH ?g { ?c cev:claimant ?x } } ORDER BY ?x LIMIT 1",
    "facility": "SELECT ?x { GRAPH ?g { ?x a cev:Facility } } ORDER BY ?x LIMIT 1",
}
"""Something of the store that a question can be asked about, by the name of its parameter."""
_ANCHORED: Final = 0.1
_AGGREGATE: Final = 3.0
"""Most CPU-seconds of a question about one thing, and of one about everything."""
_TIMES: Final = 10
"""How many times faster than rdflib each is at least."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with the values of its variables; ``is_anchored`` when it is about one thing."""

    name: str
    text: str
    values: Mapping[str, Value]
    is_anchored: bool


@dataclass(frozen=True, slots=True)
class Timing:
    """What the answers to one question took.

    Attributes:
        seconds: Processor time of the store, median of the runs.
        other: That of rdflib in one run; ``None`` when it did not end in time.
        limit: The seconds that rdflib had.
    """

    asked: Asked
    seconds: float
    other: float | None
    limit: float

    @property
    def ratio(self) -> float:
        """How many times faster than rdflib, or at least how many where rdflib did not end."""
        return (self.limit if self.other is None else self.other) / self.seconds

    @property
    def missed(self) -> list[str]:
        """The bars that were missed; how much faster is not known where rdflib did not end."""
        bar = _ANCHORED if self.asked.is_anchored else _AGGREGATE
        missed = [] if self.seconds <= bar else [f"{bar:g} s"]
        if self.ratio < _TIMES and self.other is not None:
            missed.append(f"{_TIMES} times rdflib")
        return missed

    def line(self) -> str:
        """The row to print."""
        kind = "anchored" if self.asked.is_anchored else "aggregate"
        over = self.other is None
        rdflib = f"over {self.limit:g} s" if self.other is None else f"{self.other:.3f} s"
        end = f"  MISSED: {', '.join(self.missed)}" if self.missed else ""
        return (
            f"ask {self.asked.name:26} {kind:9} {1000 * self.seconds:9.1f} ms, "
            f"rdflib {rdflib:>11}, {'over ' if over else ''}{self.ratio:.1f} times{end}"
        )


def timings(path: Path, runs: int, limit: float) -> Iterator[Timing]:
    """Ask every question in turn, of the store and then of rdflib.

    Args:
        path: The folder of the store.
        runs: How often the store is asked; rdflib is asked once.
        limit: Most seconds for an answer of rdflib.
    """
    data = path.with_suffix(".asked.nq")
    with Store.open(path, read_only=True) as store:
        store.embedded.dump(str(data), format=ox.RdfFormat.N_QUADS)
        every = list(_questions(store))
        other = _Other(data)
        try:
            for asked in every:
                took = [_timed(store, asked) for _ in range(runs)]
                yield Timing(asked, statistics.median(took), other.ask(asked, limit), limit)
        finally:
            other.end()
            data.unlink()


def _questions(store: Store) -> Iterator[Asked]:
    anchors = {name: _first(store, text) for name, text in _ANCHORS.items()}
    for name in question.names():
        asked = question.load(name)
        values = {p.name: anchors[p.name] for p in asked.parameters if p.name in anchors}
        yield Asked(name, asked.text, asked.bind(values), is_anchored=bool(values))


def _first(store: Store, text: str) -> str:
    found = store.query(text)
    assert isinstance(found, ox.QuerySolutions)
    value = next(found)[0]
    assert isinstance(value, ox.NamedNode)
    return value.value


def _timed(store: Store, asked: Asked) -> float:
    start = time.process_time()
    found = store.query(asked.text, asked.values)
    assert isinstance(found, ox.QuerySolutions)
    for _ in found:
        pass
    return time.process_time() - start


class _Other:
    """A process that holds the data in rdflib's memory store.

    It forks for each question, so that an answer that takes too long can be stopped without
    reading the data anew.
    """

    def __init__(self, data: Path) -> None:
        command = [sys.executable, "-m", "benchmarks.store.asking", str(data)]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def ask(self, asked: Asked, limit: float) -> float | None:
        """Processor time of the answer in seconds, or ``None`` when it did not end in time."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        values = {name: str(value) for name, value in asked.values.items()}
        print(json.dumps([asked.text, values, limit]), file=self._process.stdin, flush=True)
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"rdflib has no answer to {asked.name}; see its message above")
        seconds: float | None = json.loads(line)
        return seconds

    def end(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()


def _serve(data: str) -> None:
    """Read the data, then answer one question a line until there are no more."""
    dataset = Dataset()
    dataset.parse(data, format="nquads")
    gc.freeze()  # so that a fork shares the data and does not copy them
    for line in sys.stdin:
        text, values, limit = json.loads(line)
        print(json.dumps(_in_time(dataset, text, values, limit)), flush=True)


def _in_time(dataset: Dataset, text: str, values: Mapping[str, str], limit: float) -> float | None:
    """Processor time of an answer, counted and limited in a fork of this process."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        most = math.ceil(limit)
        resource.setrlimit(resource.RLIMIT_CPU, (most, most + 1))
        start = time.process_time()
        terms = {name: from_n3(value) for name, value in values.items()}
        bound = {name: term for name, term in terms.items() if isinstance(term, Identifier)}
        for _ in dataset.query(text, initBindings=bound):
            pass
        os.write(writing, str(time.process_time() - start).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as answer:
        told = answer.read()
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) in {signal.SIGXCPU, signal.SIGKILL}:
        return None
    if status != 0:
        raise RuntimeError(f"rdflib cannot answer: {text}")
    return float(told)


if __name__ == "__main__":
    _serve(sys.argv[1])
