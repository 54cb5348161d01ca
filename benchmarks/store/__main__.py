"""``python -m benchmarks.store``: loading, memory and questions, as a store grows.

The articles are made up by ``press`` and read by the rules; that is not counted. What is counted is
the processor time of mapping, validating and writing ready records, in a process of its own for
each size, whose largest memory is counted too; Oxigraph's own bulk loader on the same quads, as a
measure of the machine; and every named question, on the store and on rdflib's memory store.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox

from benchmarks.store.asking import timings
from benchmarks.store.press import Press
from extract.document import Document
from extract.extractor import Extractor
from extract.record import Record
from graph.build import build
from graph.store import Store

_SEED: Final = 5
_MOMENT: Final = datetime(2025, 1, 1, tzinfo=UTC)
_IS_MAC: Final = sys.platform == "darwin"


def main() -> int:
    """Measure and print; exit code 1 when a bar is missed."""
    options = _options()
    if options.load:
        _load(options.records, options.load)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        return _measure(Path(folder), options)


def _measure(folder: Path, options: argparse.Namespace) -> int:
    costs = []
    for size in options.sizes:
        records = folder / f"{size}.jsonl"
        _print(records, size)
        told = _loaded(records, folder / f"kg-{size}")
        costs.append(told["seconds"] / size)
        print(
            f"load {size:>7} documents: {1 / costs[-1]:.1f} a CPU-second, {told['quads']} quads, "
            f"peak {told['peak']:.0f} MiB; bulk loader {told['bulk']:.2f} CPU-seconds of its own, "
            f"share {told['bulk'] / told['seconds']:.3f}",
            flush=True,
        )
        records.unlink()
    print(f"cost a document, largest against smallest: {costs[-1] / costs[0]:.2f} times")
    is_met = _ask(folder / f"kg-{options.sizes[-1]}", options.runs, options.seconds)
    return 0 if is_met else 1


def _print(records: Path, size: int) -> None:
    """Have the rules read made-up articles: a document and its record on each line."""
    extract = Extractor()
    with records.open("w", encoding="utf-8") as out:
        for document in Press(_SEED).articles(size):
            head: dict[str, str | None] = {"id": document.id, "text": document.text}
            head |= {"published": str(document.published), "publisher": document.publisher}
            head |= {"lang": document.lang, "url": document.url}
            out.write(json.dumps([head, json.loads(extract(document).model_dump_json())]) + "\n")


def _loaded(records: Path, store: Path) -> dict[str, Any]:
    """Load in a process of its own."""
    run = [sys.executable, "-m", "benchmarks.store", "--load", str(store), "--records"]
    done = subprocess.run([*run, str(records)], check=True, capture_output=True, text=True)
    told: dict[str, Any] = json.loads(done.stdout)
    with Store.open(store, read_only=True) as source:
        written = store.with_suffix(".nq")
        source.embedded.dump(str(written), format=ox.RdfFormat.N_QUADS)
        told["quads"] = len(source.database)
    other = ox.Store(str(store.with_suffix(".bulk")))
    start = time.process_time()
    other.bulk_load(path=str(written), format=ox.RdfFormat.N_QUADS)
    told["bulk"] = time.process_time() - start
    written.unlink()
    return told


def _load(records: Path, path: Path) -> None:
    """Build a store of ready records, and print what it took."""
    ready: dict[str, Record] = {}

    def documents() -> Iterator[Document]:
        with records.open(encoding="utf-8") as lines:
            for line in lines:
                head, record = json.loads(line)
                head["published"] = datetime.fromisoformat(head["published"]).date()
                document = Document(**head)
                ready[document.key] = Record.model_validate(record)
                yield document

    with Store.open(path, create=True) as store:
        start = time.process_time()
        build(documents(), store, extract=lambda one: ready.pop(one.key), started=_MOMENT)
        seconds = time.process_time() - start
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    peak = most / (1 << 20 if _IS_MAC else 1 << 10)  # macOS counts bytes, others KiB
    print(json.dumps({"seconds": seconds, "peak": peak}))


def _ask(path: Path, runs: int, limit: float) -> bool:
    """Ask every question and print what it took; return whether all bars were met."""
    missed = 0
    for timing in timings(path, runs, limit):
        print(timing.line(), flush=True)
        missed += bool(timing.missed)
    print(f"questions that missed a bar: {missed}")
    return not missed


def _options(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.store", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10000], help="documents")
    parser.add_argument("--runs", type=int, default=3, help="how often each question is asked")
    parser.add_argument(
        "--seconds", type=float, default=60, help="most CPU-seconds for rdflib a question"
    )
    parser.add_argument("--load", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--records", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
