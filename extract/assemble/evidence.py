"""Evidence: the words behind a fact as fields of the record, and how sure a rule is of them."""

from __future__ import annotations

from typing import Final

from extract.analysis import Mention, Words
from extract.record import Participant

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


def participant(mention: Mention, rule: str) -> Participant:
    """A known party beside what it owns or orders."""
    return Participant(
        **evidence(mention.words, rule),
        canonical_en=mention.canonical_en,
        entity=mention.entity,
    )


__all__ = ["CONFIDENCE", "CONTEXT_CONFIDENCE", "evidence", "participant"]
