"""Stores built of ready records, with made-up parties and places."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final

from extract.document import Document
from extract.error import Skipped
from extract.record import Record
from graph.build import Summary, build
from graph.gate import Gate
from graph.store import Store
from tests.graph.articles import STARTED, MadeUp, full_record

GATE: Final = Gate()


def built(
    store: Store,
    *items: Document | Skipped,
    extract: Callable[[Document], Record] = full_record,
    version: str = "1",
    started: datetime = STARTED,
) -> Summary:
    """One run of ``build`` over a store."""
    return build(
        items,
        store,
        extract=extract,
        started=started,
        entities=MadeUp(),
        version=version,
        gate=GATE,
    )
