"""Weighing: logistic functions, calibration, thresholds."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
import pytest

from benchmarks.training.weigh import Row, Table, calibration_error, held_out, weights
from extract.reader.judge import FEATURES, Matter


def rows(matter: Matter, number: int = 400, seed: int = 3) -> list[Row]:
    """Things that are right the likelier, the higher the reader's odds, more so by a rule."""
    chance = np.random.default_rng(seed)
    made = []
    for article in range(number):
        rule = float(chance.random() < 0.5)
        odd = float(chance.normal())
        features = [0.0] * len(FEATURES[matter])
        features[0] = rule
        features[2 if matter is not Matter.SAME else 1] = odd
        right = chance.random() < 1 / (1 + np.exp(-(2 * rule + odd - 1)))
        made.append(Row(f"a{article:03}", tuple(features), bool(right)))
    return made


@pytest.fixture(scope="module")
def table() -> Table:
    return Table(defaultdict(list, {matter: rows(matter) for matter in Matter}), defaultdict(int))


def test_weights_are_found_again(table: Table) -> None:
    found = weights(table)[Matter.TARGET]
    assert found["weights"][0] == pytest.approx(2, abs=0.6)
    assert found["weights"][2] == pytest.approx(1, abs=0.3)
    assert found["bias"] == pytest.approx(-1, abs=0.4)


def test_every_matter_gets_its_weights(table: Table) -> None:
    found = weights(table)
    assert set(found) == {str(matter) for matter in Matter}
    for name, one in found.items():
        assert len(one["weights"]) == len(FEATURES[Matter(name)])
        assert 0 < one["least"] < 1


def test_a_blame_needs_more_than_an_even_chance(table: Table) -> None:
    assert weights(table)[Matter.PERPETRATOR]["least"] >= 0.5


def test_held_out_probabilities_are_calibrated(table: Table) -> None:
    made = table.rows[Matter.TARGET]
    chances = held_out(table, Matter.TARGET)
    right = np.array([row.right for row in made], float)
    assert calibration_error(chances, right) < 0.08
    assert chances[right == 1].mean() > chances[right == 0].mean() + 0.1


@pytest.mark.parametrize(
    ("chances", "right", "error"),
    [
        pytest.param([0.0, 1.0], [0, 1], 0.0, id="perfect"),
        pytest.param([1.0, 1.0], [0, 0], 1.0, id="sure-and-wrong"),
        pytest.param([0.75, 0.75], [1, 0], 0.25, id="too-sure"),
    ],
)
def test_calibration_error(chances: list[float], right: list[int], error: float) -> None:
    assert calibration_error(np.array(chances), np.array(right, float)) == pytest.approx(error)
