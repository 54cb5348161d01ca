"""What other schemes can say of one event, and how it is said here: ``crosswalk.yaml``."""

from __future__ import annotations

from functools import cache
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict

from ontology import files


class Strict(BaseModel):
    """Refuses keys that it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Said(Strict):
    """A text in both languages."""

    en: str
    ar: str

    def in_language(self, lang: str) -> str:
        """The text in one language."""
        return self.ar if lang == "ar" else self.en


class Row(Strict):
    """One thing that a scheme can say.

    Attributes:
        says: What it is.
        kept: Whether it has terms here, follows by a query, stays in the words, or is not kept.
        ours: The terms that say it, without prefix.
        why: What there is to add.
    """

    says: Said
    kept: Literal["term", "query", "words", "no"]
    ours: tuple[str, ...]
    why: Said | None = None


class Scheme(Strict):
    """A scheme with what it can say."""

    name: str
    title: Said
    source: str
    rows: tuple[Row, ...]


@cache
def schemes() -> tuple[Scheme, ...]:
    """All schemes, in the order of the file.

    Raises:
        pydantic.ValidationError: The file has an unknown key, or a text lacks a language.
    """
    source = files.ROOT.joinpath("reference", "crosswalk.yaml").read_text(encoding="utf-8")
    return tuple(Scheme.model_validate(one) for one in yaml.safe_load(source))
