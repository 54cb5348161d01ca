"""``python -m benchmarks.quality``: measure the extraction on every labelled set that is here."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final

from benchmarks.quality import floors, gain, report
from benchmarks.quality.labelled import LabelledSet, find, taught_ids
from benchmarks.quality.measure import measure
from benchmarks.quality.report import Result
from benchmarks.quality.sheet import Sheet
from extract.choice import ReaderKind
from extract.error import ConflictKGError
from extract.extractor import Extractor

OWN: Final = Path(__file__).parents[2] / "data" / "labelled"
"""The project's own labelled articles."""
_FEW: Final = 5
"""Articles without which chance cannot be told from a gain."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, report, and compare with the floors.

    Returns:
        0 when no figure is below its floor, 1 when one is, 2 when something could not be read.
    """
    options = _options(arguments)
    try:
        least = floors.load(options.floors)
        sets, absent = _sets([("own", options.own), *((p.name, p) for p in options.more)])
        taught = taught_ids(options.own)
        readers = [Extractor(kind) for kind in options.reader or list(ReaderKind)]
        results = [evaluate(each, reader, taught) for each in sets for reader in readers]
    except ConflictKGError as error:
        print(f"quality: {error}", file=sys.stderr)
        return 2
    if options.json:
        print(json.dumps(report.data(results), ensure_ascii=False, indent=1))
    else:
        for result in (result for result in results if result.articles):
            print(report.table(result))
            if options.by_article:
                print(report.by_article(result))
            print()
        for before, after in pairwise(results):
            is_pair = before.articles.keys() == after.articles.keys()
            if is_pair and len(before.articles) >= _FEW:
                print(f"{before.name} -> {after.name}")
                print(gain.table(gain.gains(before, after)), end="\n\n")
    return _verdict(results, absent, least)


def evaluate(labelled: LabelledSet, extract: Extractor, taught: frozenset[str]) -> Result:
    """Extract every article of a set and compare it with its labels.

    Articles that the trained reader was made from (``taught``) are left out: they would flatter.
    """
    result = Result(f"{labelled.name} {extract.reader}")
    for article in labelled.articles():
        if article.sheet.id in taught:
            continue
        start = time.perf_counter()
        record = extract(article.document)
        result.seconds += time.perf_counter() - start
        said = Sheet.of(record.model_dump(mode="json"))
        result.add(article.sheet.id, measure(article.sheet, said))
    return result


def _sets(places: Sequence[tuple[str, Path]]) -> tuple[list[LabelledSet], list[Path]]:
    """The labelled sets of these folders, and the folders without one."""
    found = [(folder, find(folder, name)) for name, folder in places]
    absent = [folder for folder, sets in found if not sets]
    return [each for _, sets in found for each in sets], absent


def _verdict(results: Sequence[Result], absent: Sequence[Path], least: floors.Floors) -> int:
    """Say on standard error what was not measured, and what is below its floor."""
    for folder in absent:
        print(f"not measured: {folder} holds no labelled articles here", file=sys.stderr)
    measured = {result.name for result in results if result.articles}
    for name in least:
        if name not in measured:
            print(f"not measured: {name}, which has a floor, is not here", file=sys.stderr)
    if not measured:
        print("NOTHING WAS MEASURED: there is no labelled article here", file=sys.stderr)
    short = [s for r in results for s in floors.shortfalls(r.name, r.tally, least)]
    for each in short:
        print(f"below the floor: {each}", file=sys.stderr)
    return 1 if short else 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.quality", description=__doc__)
    parser.add_argument("--own", type=Path, default=OWN, help="the project's own labelled sets")
    parser.add_argument(
        "--more", type=Path, action="append", default=[], help="a folder of further labelled sets"
    )
    parser.add_argument("--floors", type=Path, default=floors.FILE, help="the least figures")
    parser.add_argument(
        "--reader", type=ReaderKind, action="append", help="rules or hybrid; both when not given"
    )
    parser.add_argument("--by-article", action="store_true", help="list the articles, worst first")
    parser.add_argument("--json", action="store_true", help="write the figures as JSON")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
