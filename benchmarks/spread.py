"""``python -m benchmarks.spread``: how much faster two worker processes build than one.

The articles are copies of the sample articles in which the numbers are changed, so that each is
a document of its own. Runs come in pairs, one worker and then two, so that a busy
machine slows both. Time is that of the clock: the cores have to be free for it to mean anything.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from benchmarks.speed import articles
from extract.choice import ReaderKind
from extract.document import Document
from extract.extractor import Extractor
from graph.build import build
from graph.spread.preparer import OwnRecipe
from graph.spread.processes import Processes
from graph.store import Store

WANTED: Final = 1.7
"""How much faster two workers have to be than one, on two free cores."""
_MOMENT: Final = datetime(2025, 1, 1, tzinfo=UTC)
_SEED: Final = 17
_NUMBER: Final = re.compile(r"(?<!\d)\d{1,2}(?!\d)")


def copies(number: int) -> Iterator[Document]:
    """Articles with other numbers than the samples have, the same at every call."""
    chance = random.Random(_SEED)
    samples = articles()
    for at in range(number):
        sample = samples[at % len(samples)]
        text = _NUMBER.sub(lambda _: str(chance.randrange(2, 28)), sample.text)
        yield replace(sample, id=f"{sample.id}-{at}", url=None, text=text)


def seconds(documents: Sequence[Document], workers: int, reader: ReaderKind) -> float:
    """Build a store with so many worker processes; the time by the clock, their start included."""
    with tempfile.TemporaryDirectory() as folder, Store.open(f"{folder}/kg", create=True) as store:
        start = time.perf_counter()
        summary = build(
            documents,
            store,
            extract=Extractor(reader),
            started=_MOMENT,
            spread=Processes(workers, OwnRecipe(reader)),
        )
        taken = time.perf_counter() - start
    if summary.loaded + len(summary.quarantined) != len(documents):
        raise RuntimeError(summary.text())
    return taken


def pairs(documents: Sequence[Document], number: int, reader: ReaderKind) -> Iterator[float]:
    """How many times as fast two workers are, pair by pair."""
    for _ in range(number):
        one, two = (seconds(documents, workers, reader) for workers in (1, 2))
        rates = f"one {len(documents) / one:6.1f}   two {len(documents) / two:6.1f}"
        print(f"  {rates} articles a second   {one / two:5.2f} times", flush=True)
        yield one / two


def main() -> int:
    """Measure and print; 1 when the bar is missed on cores that were free."""
    parser = argparse.ArgumentParser(prog="benchmarks.spread", description=__doc__)
    parser.add_argument("--articles", type=int, default=520, help="articles of each build")
    parser.add_argument("--pairs", type=int, default=3, help="pairs of builds")
    parser.add_argument("--reader", type=ReaderKind, default=ReaderKind.RULES)
    asked = parser.parse_args()
    cores = os.cpu_count() or 1
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    is_free = cores - load >= 1.5  # a load of 0.5 is what runs on an idle machine
    print(f"{asked.articles} articles, {asked.reader}; {cores} cores, load before {load:.1f}")
    documents = list(copies(asked.articles))
    middle = statistics.median(pairs(documents, asked.pairs, asked.reader))
    judged = f"wanted: {WANTED}" if is_free else f"wanted on two free cores: {WANTED}"
    print(f"  median {middle:.2f} times; {judged}")
    return 1 if is_free and middle < WANTED else 0


if __name__ == "__main__":
    sys.exit(main())
