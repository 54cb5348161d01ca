"""The view of an event: what the reader thinks of it, and how sure it is that it is one."""

from __future__ import annotations

from dataclasses import dataclass

from extract.reader.opinion import Opinion


@dataclass(frozen=True)
class View:
    """An opinion on an event with its log odds, as judged, of being one."""

    opinion: Opinion
    odds: float
