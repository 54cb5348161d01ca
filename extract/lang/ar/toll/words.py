"""Words around counted victims, from ``tolls.yaml``."""

from __future__ import annotations

from functools import cache
from importlib import resources

import yaml
from pydantic import BaseModel, ConfigDict

from extract.fold import fold


class TollRow(BaseModel):
    """Words of one meaning."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    words: tuple[str, ...]
    gloss: str


class TollSheet(BaseModel):
    """The file ``tolls.yaml``; each field is explained there."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    nothing: tuple[TollRow, ...]
    no_news: tuple[TollRow, ...]
    arises: tuple[TollRow, ...]
    others: tuple[TollRow, ...]
    still: tuple[TollRow, ...]
    whether: tuple[TollRow, ...]
    anybody: tuple[TollRow, ...]
    among: tuple[TollRow, ...]
    of_them: tuple[TollRow, ...]
    namely: tuple[TollRow, ...]
    lives: tuple[TollRow, ...]
    wounds: tuple[TollRow, ...]
    prey: tuple[TollRow, ...]
    fell: tuple[TollRow, ...]
    losses: tuple[TollRow, ...]
    attackers: tuple[TollRow, ...]
    tally: tuple[TollRow, ...]
    amount: tuple[TollRow, ...]
    to: tuple[TollRow, ...]
    only: tuple[TollRow, ...]
    exceed: tuple[TollRow, ...]
    material: tuple[TollRow, ...]
    alone: tuple[TollRow, ...]
    course: tuple[TollRow, ...]
    parts_of_day: tuple[TollRow, ...]
    holds: tuple[TollRow, ...]


@cache
def _sheet() -> TollSheet:
    path = resources.files("extract.lang.ar") / "lexicon" / "tolls.yaml"
    return TollSheet.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))


@cache
def toll_words(group: str) -> frozenset[str]:
    """The folded words of one group of ``tolls.yaml``.

    Raises:
        AttributeError: There is no such group.
    """
    rows: tuple[TollRow, ...] = getattr(_sheet(), group)
    return frozenset(fold(word) for row in rows for word in row.words)


__all__ = ["toll_words"]
