"""Spans: words of the document with their offsets, and facts found in them."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, model_validator

Confidence = Annotated[float, Field(ge=0.0, le=1.0)]


class Model(BaseModel):
    """Base of all record parts: unknown fields are refused, computed ones ignored on reading."""

    model_config = ConfigDict(extra="forbid", validate_assignment=False)

    @model_validator(mode="before")
    @classmethod
    def _drop_computed(cls, data: object) -> object:
        if isinstance(data, dict):
            return {k: v for k, v in data.items() if k not in cls.model_computed_fields}
        return data


class Span(Model):
    """Words of the document: ``text == document.text[start:end]``, in code points."""

    text: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)


class Found(Span):
    """A fact with its words, the sentence it stands in, and what found it.

    ``sentence`` indexes ``Record.sentences``; ``rule`` names the rule; ``confidence`` is the
    extractor's, never the speaker's certainty.
    """

    sentence: int = Field(ge=0)
    rule: str
    confidence: Confidence
