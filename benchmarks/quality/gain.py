"""The gain of one reader over another on the same articles, with the interval that chance leaves.

Articles are drawn anew, with replacement, both readers on the same draw each time: a paired
bootstrap (Efron and Tibshirani, "An Introduction to the Bootstrap", 1993, chapter 13).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from benchmarks.quality.report import Result
from benchmarks.quality.tally import Count, Tally

_DRAWS: Final = 2000
_SEED: Final = 1
_TAILS: Final = (2.5, 97.5)
"""Per cent: the interval holds the gain in 95 draws of 100."""

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Gain:
    """How much one reader's F1 of a field is above another's.

    Attributes:
        field: The field; ``all facts`` for the sum.
        before: F1 of the one.
        after: F1 of the other.
        low, high: Between which the gain lies in 95 draws of 100.
    """

    field: str
    before: float
    after: float
    low: float
    high: float

    @property
    def is_sure(self) -> bool:
        """Whether the interval leaves no doubt of the sign."""
        return self.low > 0 or self.high < 0


def gains(one: Result, other: Result) -> list[Gain]:
    """The gain of ``other`` over ``one``, field by field, all facts last.

    Raises:
        ValueError: The two did not read the same articles.
    """
    articles = sorted(one.articles)
    if not articles or articles != sorted(other.articles):
        raise ValueError(f"{one.name} and {other.name} are not of the same articles")
    draws = np.random.default_rng(_SEED).integers(len(articles), size=(_DRAWS, len(articles)))
    fields = dict.fromkeys([*one.tally.fields(), *other.tally.fields()])
    return [_gain(field, articles, one, other, draws) for field in (*fields, "all facts")]


def table(found: Sequence[Gain]) -> str:
    """The gains for reading; a star where the sign is no matter of chance."""
    head = f"  {'gain of F1':20}{'before':>8}{'after':>8}{'gain':>8}  95 of 100 draws"
    rows = [
        f"  {gain.field:20}{gain.before:8.3f}{gain.after:8.3f}{gain.after - gain.before:+8.3f}"
        f"  {gain.low:+.3f} to {gain.high:+.3f}{' *' if gain.is_sure else ''}"
        for gain in found
    ]
    return "\n".join([head, *rows])


def _gain(
    field: str,
    articles: Sequence[str],
    one: Result,
    other: Result,
    draws: npt.NDArray[np.int64],
) -> Gain:
    before, after = (
        np.array([_counts(result.articles[name], field) for name in articles], float)
        for result in (one, other)
    )
    gained = _f1(after[draws].sum(1)) - _f1(before[draws].sum(1))
    low, high = np.percentile(gained, _TAILS)
    whole = [float(_f1(counts.sum(0, keepdims=True))[0]) for counts in (before, after)]
    return Gain(field, whole[0], whole[1], float(low), float(high))


def _counts(tally: Tally, field: str) -> tuple[int, int, int]:
    count: Count = tally.facts if field == "all facts" else tally[field]
    return count.hit, count.said, count.owed


def _f1(counts: Floats) -> Floats:
    """F1 of rows of right, said, owed."""
    return np.asarray(2 * counts[:, 0] / np.maximum(1, counts[:, 1] + counts[:, 2]))
