"""``python -m benchmarks.speed``: how long each stage takes here, for the sample articles."""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from extract.document import Document
from extract.extractor import Extractor
from extract.reading import Metadata, read
from graph.build import build
from graph.store import Store
from ontology import question

ARTICLES: Final = Path(__file__).parents[1] / "data" / "articles"
_MOMENT: Final = datetime(2025, 1, 1, tzinfo=UTC)
_START: Final = (sys.executable, "-c", "from graph.command import main; main()", "--version")


@dataclass(frozen=True, slots=True)
class Timing:
    """How long one stage took.

    Attributes:
        stage: What was done.
        amount: To how many things.
        unit: What these things are.
        seconds: Of each run.
    """

    stage: str
    amount: int
    unit: str
    seconds: tuple[float, ...]

    def __str__(self) -> str:
        middle = statistics.median(self.seconds)
        spread = f"{min(self.seconds):.2f} to {max(self.seconds):.2f}"
        rate = f"{self.amount / middle:.1f} {self.unit} a second"
        return f"{self.stage:26}{middle:8.2f} s   {spread:16}{rate:>28}"


def timed(stage: str, amount: int, unit: str, runs: int, work: Callable[[], object]) -> Timing:
    """Run a stage several times and time each run."""
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return Timing(stage, amount, unit, tuple(seconds))


def timings(runs: int) -> Iterator[Timing]:
    """The stages, from the start of the program to the answers.

    Lexicons and models are loaded before the clock of the extraction runs; the start of the program
    does not load them.
    """
    yield timed("start the program", 1, "starts", runs, start)
    documents = articles()
    count = len(documents)
    yield timed("read", count, "articles", runs, articles)
    extract = Extractor()
    records = [extract(document) for document in documents]
    yield timed("extract", len(records), "articles", runs, lambda: list(map(extract, documents)))
    with tempfile.TemporaryDirectory() as folder:
        stores = iter(Path(folder) / str(number) for number in range(runs))
        loading = "extract, validate, load"
        yield timed(loading, count, "articles", runs, lambda: load(documents, next(stores)))
        with Store.open(Path(folder) / "0") as store:
            asked = len(question.names())
            yield timed("ask every question", asked, "answers", runs, lambda: ask(store))


def start() -> None:
    """Start the command line and let it print its version."""
    subprocess.run(_START, check=True, stdout=subprocess.DEVNULL)


def articles() -> list[Document]:
    """The sample articles."""
    found = read([str(ARTICLES)], defaults=Metadata())
    return [item for item in found if isinstance(item, Document)]


def load(documents: Sequence[Document], path: Path) -> None:
    """Build a store."""
    with Store.open(path, create=True) as store:
        build(documents, store, extract=Extractor(), started=_MOMENT)


def ask(store: Store) -> None:
    """Ask every named question with its defaults, and read every row."""
    for name in question.names():
        asked = question.load(name)
        answer = store.query(asked.text, asked.bind({}))
        if not isinstance(answer, bool):
            for _ in answer:  # type: ignore[union-attr]
                pass


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="benchmarks.speed", description=__doc__)
    parser.add_argument("--runs", type=int, default=3, help="how often each stage is run")
    for timing in timings(parser.parse_args().runs):
        print(timing, flush=True)


if __name__ == "__main__":
    main()
