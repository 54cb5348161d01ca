"""The choice of who reads; a module of its own, so that the command line knows it at once."""

from __future__ import annotations

from enum import StrEnum


class ReaderKind(StrEnum):
    """Who reads: grammar alone, or grammar judged and completed by the trained reader."""

    RULES = "rules"
    HYBRID = "hybrid"


__all__ = ["ReaderKind"]
