"""The figures, written for reading and for programs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from benchmarks.quality.tally import Count, Tally


@dataclass(slots=True)
class Result:
    """The figures of one labelled set.

    Attributes:
        name: Name of the set.
        tally: All its facts.
        articles: Its articles, each with its own facts.
        seconds: Time that the extraction took.
    """

    name: str
    tally: Tally = field(default_factory=Tally)
    articles: dict[str, Tally] = field(default_factory=dict)
    seconds: float = 0.0

    def add(self, article: str, tally: Tally) -> None:
        """Count one more article."""
        self.articles[article] = tally
        self.tally.update(tally)


def table(result: Result) -> str:
    """Every field of one set, with precision, recall, F1 and the counts behind them."""
    number = len(result.articles)
    head = f"{result.name}: {number} articles, {number / max(result.seconds, 1e-9):.1f} a second"
    columns = f"  {'field':20}{'precision':>10}{'recall':>9}{'F1':>8}{'right':>9}{'said':>7}"
    rows = [_row(name, result.tally[name]) for name in result.tally.fields()]
    return "\n".join([head, columns + f"{'owed':>7}", *rows, _row("all facts", result.tally.facts)])


def _row(name: str, count: Count) -> str:
    figures = f"{count.precision:10.3f}{count.recall:9.3f}{count.f1:8.3f}"
    return f"  {name:20}{figures}{count.hit:9}{count.said:7}{count.owed:7}"


def by_article(result: Result) -> str:
    """The articles of one set, worst first."""
    ranked = sorted(result.articles.items(), key=lambda item: (item[1].facts.f1, item[0]))
    return "\n".join(_row(name, tally.facts) for name, tally in ranked)


def data(results: Iterable[Result]) -> dict[str, dict[str, dict[str, float]]]:
    """The figures by set and field, as JSON data; ``facts`` sums up."""
    return {
        result.name: {
            "facts": _figures(result.tally.facts),
            **{name: _figures(result.tally[name]) for name in result.tally.fields()},
        }
        for result in results
    }


def _figures(count: Count) -> dict[str, float]:
    return {
        "precision": count.precision,
        "recall": count.recall,
        "f1": count.f1,
        "right": count.hit,
        "said": count.said,
        "owed": count.owed,
    }
