"""``python -m benchmarks.validators``: the quick gate against pySHACL, for agreement and speed.

Both judge the sample articles as they are, and thousands of spoilt copies. They must agree on what
passes, and on every result (shape, node, property, value, gravity) of what passes. Of what both
refuse, pySHACL writes the report; there rdflib, which compares values of different types that
SPARQL does not compare, may find more.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final

from rdflib import Dataset, Graph

from benchmarks.mutant import mutants
from benchmarks.speed import articles
from extract.extractor import Extractor
from graph.gate import Gate, flat
from graph.mapping import document_dataset
from graph.mapping.known import KnownEntities
from graph.quick import QuickGate
from graph.run import Run

_RUN: Final = Run("conflictkg", "benchmark", datetime(2025, 1, 1, tzinfo=UTC), {})
_SMALLEST: Final = 8
"""Of so many sample articles, those with the least data, copies are spoilt: pySHACL takes long."""


def samples() -> list[Dataset]:
    """The sample articles as data, the smallest first."""
    extract, known = Extractor(), KnownEntities()
    made = [document_dataset(extract(one), run=_RUN, entities=known) for one in articles()]
    return sorted(made, key=len)


def agree(quick: QuickGate, reference: Gate, data: Dataset | Graph) -> bool:
    """Whether both say the same: refused, or passed with the same results."""
    told, expected = quick.first_look(data), reference.check(data)
    if not expected.is_passed:
        return not told.is_passed
    return told.results == expected.results


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; exit code 1 when the two differ anywhere."""
    parser = argparse.ArgumentParser(prog="benchmarks.validators", description=__doc__)
    parser.add_argument("--mutants", type=int, default=3000, help="how many spoilt copies")
    parser.add_argument("--seed", type=int, default=1, help="which ones")
    options = parser.parse_args(arguments)
    whole, quick, reference = samples(), QuickGate(), Gate()
    quick.first_look(whole[0])
    ratios, slow, fast = [], [], []
    for data in whole:
        start = time.process_time()
        reference.check(data)
        middle = time.process_time()
        quick.first_look(data)
        slow.append(middle - start)
        fast.append(time.process_time() - middle)
        ratios.append(slow[-1] / fast[-1])
    print(
        f"validate a sample article: pySHACL {1000 * statistics.median(slow):.1f} ms, quick "
        f"{1000 * statistics.median(fast):.1f} ms, ratio {statistics.median(ratios):.1f} "
        f"(medians of {len(whole)} pairs)"
    )
    spoilt = mutants([flat(data) for data in whole[:_SMALLEST]], options.mutants, options.seed)
    different = [data for data in [*whole, *spoilt] if not agree(quick, reference, data)]
    judged = len(whole) + options.mutants
    print(f"agreement on whole and spoilt articles: {judged - len(different)} of {judged}")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
