"""The gain of one reader over another, and how sure it is."""

from __future__ import annotations

import pytest

from benchmarks.quality.gain import gains, table
from benchmarks.quality.report import Result
from benchmarks.quality.tally import Tally


def result(name: str, hits: list[int]) -> Result:
    made = Result(name)
    for number, hit in enumerate(hits):
        tally = Tally()
        tally.add("event", hit, 10, 10)
        made.add(f"a{number:02}", tally)
    return made


def test_a_gain_in_every_article_is_sure() -> None:
    found = gains(result("rules", [4] * 30), result("hybrid", [6] * 30))
    assert [gain.field for gain in found] == ["event", "all facts"]
    for gain in found:
        assert gain.before == pytest.approx(0.4)
        assert gain.after == pytest.approx(0.6)
        assert (gain.low, gain.high) == (pytest.approx(0.2), pytest.approx(0.2))
        assert gain.is_sure


def test_a_gain_in_some_and_a_loss_in_others_is_not() -> None:
    found = gains(result("rules", [5] * 20), result("hybrid", [9, 1] * 10))
    assert found[0].low < 0 < found[0].high
    assert not found[0].is_sure
    assert " *" not in table(found)


def test_the_same_articles_give_the_same_interval() -> None:
    one, other = result("rules", [3, 5, 7, 2]), result("hybrid", [4, 5, 8, 1])
    assert gains(one, other) == gains(one, other)


def test_other_articles_cannot_be_compared() -> None:
    with pytest.raises(ValueError, match="not of the same articles"):
        gains(result("rules", [1, 2]), result("hybrid", [1]))
