"""Evidence: the words behind a fact as fields of the record, and how sure a rule is of them."""

from __future__ import annotations

from typing import Final

from extract.analysis import Words

CONFIDENCE: Final = 0.75
"""Of what grammar gives."""

CONTEXT_CONFIDENCE: Final = 0.4
"""Of what only stands nearby."""


def evidence(words: Words, rule: str, confidence: float = CONFIDENCE) -> dict[str, object]:
    """The fields that every found fact has, for the constructor of its model."""
    return {
        "text": words.text,
        "start": words.start,
        "end": words.end,
        "sentence": words.sentence,
        "rule": rule,
        "confidence": confidence,
    }


__all__ = ["CONFIDENCE", "CONTEXT_CONFIDENCE", "evidence"]
