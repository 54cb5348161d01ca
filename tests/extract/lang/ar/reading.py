"""Reading short Arabic texts in tests, and facts of an event as plain values."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import pytest
from pydantic import ValidationError

from extract.analysis import Analysis
from extract.document import Document
from extract.extractor import Extractor
from extract.lang.ar.reader import ArabicReader
from extract.record import Event, Record, Toll

WEDNESDAY = date(2024, 5, 15)
_FAILED = (AssertionError, pytest.fail.Exception, ValidationError)


def document(
    text: str,
    published: date | None = WEDNESDAY,
    title: str | None = None,
    publisher: str | None = None,
) -> Document:
    return Document(
        id="t", text=text, lang="ar", published=published, title=title, publisher=publisher
    )


@cache
def extractor() -> Extractor:
    return Extractor()


@cache
def reader() -> ArabicReader:
    return ArabicReader()


def record_of(
    text: str,
    published: date | None = WEDNESDAY,
    title: str | None = None,
    publisher: str | None = None,
) -> Record:
    return extractor()(document(text, published, title, publisher))


def analysis_of(text: str, published: date | None = WEDNESDAY) -> Analysis:
    return reader()(document(text, published))


def gap(reason: str, *values: Any, id: str | None = None) -> Any:  # noqa: A002 - pytest's word
    """A case that must hold one day and does not yet; it turns red when it begins to hold."""
    mark = pytest.mark.xfail(strict=True, raises=_FAILED, reason=reason)
    return pytest.param(*values, marks=mark, id=id)


def bounds(toll: Toll | None) -> tuple[int | None, int | None] | None:
    return None if toll is None else (toll.low, toll.high)


def facts(event: Event) -> dict[str, Any]:
    """The facts of an event as plain values: English names where known, else the text's words."""
    return {
        "type": event.type.value,
        "status": event.status.value,
        "date": event.date,
        "by": [p.canonical_en or p.text for p in event.perpetrators],
        "by_words": [p.text for p in event.perpetrators],
        "basis": [p.basis.value for p in event.perpetrators],
        "targets": [t.text for t in event.targets],
        "target_kinds": [t.kind.value for t in event.targets],
        "counts": [t.count for t in event.targets],
        "weapons": [w.text for w in event.weapons],
        "weapons_en": [w.canonical_en for w in event.weapons],
        "weapon_counts": [w.count for w in event.weapons],
        "place": event.place.text if event.place else None,
        "place_en": event.place.canonical_en if event.place else None,
        "country": event.place.country if event.place else None,
        "killed": bounds(event.killed),
        "wounded": bounds(event.wounded),
    }


def only(record: Record) -> Event:
    """The one event of the record."""
    assert len(record.events) == 1, [(e.type.value, e.text) for e in record.events]
    return record.events[0]


def assert_facts(event: Event, wanted: dict[str, Any]) -> None:
    """Compare the facts named in ``wanted``, and no others."""
    found = facts(event)
    assert {key: found[key] for key in wanted} == wanted
