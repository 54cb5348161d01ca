"""``python -m benchmarks.speed``: how much processor time each stage takes here.

Time is that of the processor, user and system, of this process and those it starts: a busy machine
changes it little. All stages run on one core, but for libraries that use more by themselves.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Final

from extract.choice import ReaderKind
from extract.document import Document
from extract.extractor import Extractor
from extract.reading import Metadata, read
from graph.build import build
from graph.store import Store
from ontology import question

ARTICLES: Final = Path(__file__).parents[1] / "data" / "articles"
_MOMENT: Final = datetime(2025, 1, 1, tzinfo=UTC)
MAIN: Final = (sys.executable, "-c", "from graph.command import main; main()")
_WORDS: Final = 250
_SHORT: Final = 2_000
_LONG: Final = 1_000_000
_IS_MAC: Final = sys.platform == "darwin"


@dataclass(frozen=True, slots=True)
class Timing:
    """How much processor time one stage took.

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
        return f"{self.stage:42}{middle:8.2f} s   {spread:16}{rate:>28}"


def timed(stage: str, amount: int, unit: str, runs: int, work: Callable[[], object]) -> Timing:
    """Run a stage several times and time each run."""
    seconds = []
    for _ in range(runs):
        start = _used()
        work()
        seconds.append(_used() - start)
    return Timing(stage, amount, unit, tuple(seconds))


def _used() -> float:
    """Seconds of the processor used up to now; of other processes, those that have ended."""
    return sum(os.times()[:4])


def timings(runs: int) -> Iterator[Timing]:
    """The stages, from the start of the program to the answers.

    Lexicons and models are loaded before the clock of the extraction runs. They are in the time of
    the first Arabic article, which a process of its own extracts.
    """
    yield timed("start the program", 1, "starts", runs, lambda: command("--version"))
    documents = articles()
    arabic = [document for document in documents if document.lang == "ar"]
    first = arabic[0].text
    for reader in ReaderKind:
        stage, alone = f"first Arabic article, {reader}", partial(extract_alone, first, reader)
        yield timed(stage, 1, "starts", runs, alone)
    count = len(documents)
    yield timed("read", count, "articles", runs, articles)
    extract = Extractor()
    records = [extract(document) for document in documents]
    yield timed("extract", len(records), "articles", runs, partial(extract_all, extract, documents))
    yield from arabic_timings(arabic, extract, runs)
    hybrid = Extractor(ReaderKind.HYBRID)
    pieces = of_one_length(arabic)
    stage = f"extract Arabic, {_WORDS} words, hybrid"
    yield timed(stage, len(pieces), "articles", runs, partial(extract_all, hybrid, pieces))
    with tempfile.TemporaryDirectory() as folder:
        stores = iter(Path(folder) / str(number) for number in range(runs))
        loading = "extract, validate, load"
        yield timed(loading, count, "articles", runs, lambda: load(documents, next(stores)))
        with Store.open(Path(folder) / "0") as store:
            asked = len(question.names())
            yield timed("ask every question", asked, "answers", runs, lambda: ask(store))


def arabic_timings(arabic: Sequence[Document], extract: Extractor, runs: int) -> Iterator[Timing]:
    """Arabic articles of one length, and a very long one beside a short one.

    The texts are the sample articles, one after another and again from the first.
    """
    text = _joined(arabic)
    pieces = of_one_length(arabic)
    stage = f"extract Arabic, {_WORDS} words each"
    yield timed(stage, len(pieces), "articles", runs, partial(extract_all, extract, pieces))
    data = (text * (1 + _LONG // len(text))).encode()
    for size, times in ((_SHORT, 20), (_LONG, 1)):
        one = replace(arabic[0], text=data[:size].decode(errors="ignore"))
        stage, work = (
            f"extract Arabic, {size:,} bytes",
            partial(extract_all, extract, [one] * times),
        )
        yield timed(stage, times * len(one.text.split()), "words", runs, work)


def of_one_length(arabic: Sequence[Document]) -> list[Document]:
    """The sample articles as articles of ``_WORDS`` words."""
    words = _joined(arabic).split(" ")
    return [
        replace(arabic[0], text=" ".join(words[start : start + _WORDS]))
        for start in range(0, len(words) - _WORDS, _WORDS)
    ]


def _joined(arabic: Sequence[Document]) -> str:
    return "\n\n".join(document.text for document in arabic)


def extract_all(extract: Extractor, documents: Sequence[Document]) -> None:
    """Extract documents, one after another."""
    for document in documents:
        extract(document)


def command(*arguments: str, stdin: str = "") -> None:
    """Run a command of the program in a process of its own."""
    run = (*MAIN, *arguments)
    subprocess.run(run, check=True, input=stdin.encode(), stdout=subprocess.DEVNULL)


def extract_alone(text: str, reader: ReaderKind) -> None:
    """Extract one Arabic text in a process of its own."""
    stdin = json.dumps({"text": text, "lang": "ar"})
    command("extract", "--reader", reader, "-", stdin=stdin)


def peak(reader: ReaderKind) -> str:
    """The most memory that a process which extracts one Arabic article takes.

    It counts the largest process up to now: ask for the smaller reader first.
    """
    import resource  # not on Windows

    extract_alone(next(one.text for one in articles() if one.lang == "ar"), reader)
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    mebibytes = most / (1 << 20 if _IS_MAC else 1 << 10)  # macOS counts bytes, others KiB
    return f"{f'memory, first Arabic article, {reader}':42}{mebibytes:8.0f} MiB"


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
    for reader in ReaderKind:
        print(peak(reader), flush=True)
    for timing in timings(parser.parse_args().runs):
        print(timing, flush=True)


if __name__ == "__main__":
    main()
