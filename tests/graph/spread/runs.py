"""Builds of made-up articles, by whoever prepares them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from extract.document import Document
from extract.error import Skipped
from graph.build import Summary, build
from graph.spread import Spread
from graph.store import Store
from tests.graph.articles import STARTED, document, full_record

A = document(id="a")
MIXED: tuple[Document | Skipped, ...] = (
    A,
    document(id="b", publisher="نشرة"),
    document(id="spoilt-1"),
    Skipped("x.jsonl:3", None, "not JSON; mend the line"),
    document(id="wrong-1"),
    replace(A, title="عنوان", source="other.jsonl:7"),
    document(id="c", url="https://x.org/c"),
    replace(A, source="again.jsonl:1"),
    document(id="a", text="نص آخر تماما."),
    replace(A, title="عنوان ثالث", source="third.jsonl:7"),
    *(document(id=f"d{number}") for number in range(6)),
)
"""Whole, spoilt, wrong and unread articles; one thrice described, one repeated, a namesake."""


def built(
    path: Path,
    items: Iterable[Document | Skipped | None],
    spread: Spread,
    progress: Callable[[int, str], None] = lambda _done, _name: None,
) -> tuple[Summary, bytes]:
    """Build a store; its summary and its canonical N-Quads."""
    with Store.open(path, create=True) as store:
        summary = build(
            items,
            store,
            extract=full_record,
            started=STARTED,
            version="1",
            spread=spread,
            progress=progress,
        )
        return summary, store.export("nquads")
