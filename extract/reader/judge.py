"""The judge: how likely a fact is, given what grammar and the trained reader each say of it.

For every matter there is one logistic function, fitted on labelled articles that the reader was not
trained on, so that what it gives is a calibrated probability; and a threshold below which a fact is
not stated. Both are part of the model's files.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, Protocol

_LEAST: Final = 1e-4


class Matter(StrEnum):
    """What is judged."""

    EVENT = "event"
    SAME = "same"
    PERPETRATOR = "perpetrator"
    TARGET = "target"
    WEAPON = "weapon"
    LAUNCH = "launch"
    PLACE = "place"
    TOLL = "toll"
    CLAIM = "claim"


FEATURES: Final[Mapping[Matter, tuple[str, ...]]] = {
    Matter.EVENT: ("rule", "chance", "background", "unreal", "again", "anchor", "placeless"),
    Matter.SAME: ("chance", "family", "distance"),
    Matter.CLAIM: ("rule", "source", "claim", "chance", "both", "event"),
} | dict.fromkeys(
    (
        Matter.PERPETRATOR,
        Matter.TARGET,
        Matter.WEAPON,
        Matter.LAUNCH,
        Matter.PLACE,
        Matter.TOLL,
    ),
    ("rule", "vague", "chance", "both", "event"),
)
"""What each matter is judged by, in the order of its weights.

``rule``: grammar says so; ``vague``: only because it stands nearby; ``chance`` and the other names
of probabilities: log odds by the reader; ``both``: those odds where grammar says so too; ``event``:
log odds, as judged, that the event is one, for no fact of an event is surer than the event.
"""


def fact_features(
    chance: float, event: float, *, rule: bool, vague: bool = False
) -> tuple[float, ...]:
    """What a fact in a role or a toll is judged by.

    Args:
        chance: Probability by the reader.
        event: Log odds, as judged, that its event is one.
        rule: Grammar says so.
        vague: Grammar says so only because it stands nearby.
    """
    odd = odds(chance)
    return float(rule), float(vague), odd, float(rule) * odd, event


class Judge(Protocol):
    """Gives probabilities and verdicts."""

    def chance(self, matter: Matter, features: Sequence[float], about: object = None) -> float:
        """Probability that something holds."""

    def accepts(self, matter: Matter, chance: float) -> bool:
        """Whether the probability is enough to state it."""


@dataclass(frozen=True)
class Weights:
    """The logistic function of one matter."""

    weights: tuple[float, ...]
    bias: float
    least: float

    def chance(self, features: Sequence[float]) -> float:
        """The probability."""
        score = self.bias + sum(w * x for w, x in zip(self.weights, features, strict=True))
        return 1 / (1 + math.exp(-max(-60.0, min(60.0, score))))


class FittedJudge:
    """The judge whose weights come with the model."""

    def __init__(self, card: Mapping[str, Any]) -> None:
        self._weights = {
            Matter(name): Weights(tuple(one["weights"]), one["bias"], one["least"])
            for name, one in card.items()
        }

    def chance(self, matter: Matter, features: Sequence[float], about: object = None) -> float:  # noqa: ARG002
        """Probability that something holds."""
        return self._weights[matter].chance(features)

    def accepts(self, matter: Matter, chance: float) -> bool:
        """Whether the probability reaches the threshold of the matter."""
        return chance >= self._weights[matter].least


def odds(chance: float) -> float:
    """Log odds of a probability, kept finite."""
    bounded = min(max(chance, _LEAST), 1 - _LEAST)
    return math.log(bounded / (1 - bounded))
