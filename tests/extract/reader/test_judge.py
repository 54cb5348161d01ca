"""The judge: features to probabilities to verdicts."""

from __future__ import annotations

import math

import pytest

from extract.reader.judge import FEATURES, FittedJudge, Matter, odds


def judge() -> FittedJudge:
    width = len(FEATURES[Matter.TARGET])
    return FittedJudge(
        {"target": {"weights": [2.0] + [0.0] * (width - 1), "bias": -1, "least": 0.5}}
    )


def test_every_matter_has_features() -> None:
    assert set(FEATURES) == set(Matter)


def test_probability_is_logistic() -> None:
    nothing = [0.0] * len(FEATURES[Matter.TARGET])
    rule = [1.0, *nothing[1:]]
    assert judge().chance(Matter.TARGET, nothing) == pytest.approx(1 / (1 + math.e))
    assert judge().chance(Matter.TARGET, rule) == pytest.approx(1 / (1 + math.exp(-1)))


@pytest.mark.parametrize(("chance", "verdict"), [(0.49, False), (0.5, True), (0.51, True)])
def test_threshold_itself_is_enough(chance: float, verdict: bool) -> None:
    assert judge().accepts(Matter.TARGET, chance) is verdict


def test_wrong_number_of_features_is_refused() -> None:
    with pytest.raises(ValueError, match="zip"):
        judge().chance(Matter.TARGET, [1.0])


@pytest.mark.parametrize("chance", [0.0, 1e-9, 0.5, 1.0])
def test_odds_are_finite(chance: float) -> None:
    assert math.isfinite(odds(chance))
    assert odds(0.5) == 0
