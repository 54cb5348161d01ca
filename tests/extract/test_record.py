"""The record: JSON and back, sums of tolls, and what is refused."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from extract.record import (
    CasualtyEstimate,
    CasualtyStatus,
    DatePrecision,
    Dating,
    Event,
    EventStatus,
    EventType,
    Record,
    toll,
)
from extract.span import Span
from tests.extract.lang.ar.reading import record_of

TEXT = (
    "قصفت طائرات إسرائيلية مستودعا قرب حمص أمس ردا على إطلاق صاروخ باتجاه الجولان.\n"
    "وقال متحدث باسم الجيش الإسرائيلي إن الغارة قتلت ثلاثة مسلحين بينهم قائد ميداني.\n"
    "ونفى الجيش السوري ذلك، ولم تعلن أي جهة مسؤوليتها."
)


def test_json_and_back() -> None:
    record = record_of(TEXT)
    assert record.events
    again = Record.model_validate_json(record.model_dump_json())
    assert again == record
    assert again.model_dump_json() == record.model_dump_json()


def test_json_keeps_arabic_and_computed_fields() -> None:
    data = json.loads(record_of(TEXT).model_dump_json())
    event = data["events"][0]
    assert event["anchor"] == event["text"]
    assert event["date"] == event["dating"]["earliest"]
    assert event["killed"]["low"] == 3
    assert event["place"]["name"] == event["place"]["text"]


def estimate(low: int | None, high: int | None, *, whole: bool = True) -> CasualtyEstimate:
    return CasualtyEstimate(
        text=f"{low}-{high}",
        start=0,
        end=1,
        sentence=0,
        rule="r",
        confidence=0.5,
        status=CasualtyStatus.KILLED,
        low=low,
        high=high,
        whole=whole,
    )


@pytest.mark.parametrize(
    ("estimates", "low", "high"),
    [
        ([(3, 3)], 3, 3),
        ([(3, None)], 3, None),
        ([(None, None)], None, None),
        ([(3, 3), (5, 5)], 3, 5),
        ([(3, 3), (None, None)], 3, 3),
        ([(10, 15), (12, 12)], 10, 15),
        ([(3, 3), (3, None)], 3, None),
        ([(3, None), (8, 8)], 3, 8),
        ([(0, 0)], 0, 0),
    ],
)
def test_sum_of_estimates(
    estimates: list[tuple[int | None, int | None]], low: int | None, high: int | None
) -> None:
    found = toll([estimate(*one) for one in estimates], CasualtyStatus.KILLED)
    assert found is not None
    assert (found.low, found.high) == (low, high)


def test_parts_and_other_statuses_do_not_count() -> None:
    assert toll([estimate(3, 3, whole=False)], CasualtyStatus.KILLED) is None
    assert toll([estimate(3, 3)], CasualtyStatus.WOUNDED) is None
    assert toll([], CasualtyStatus.KILLED) is None


NUMBERS = st.integers(min_value=0, max_value=500)


@given(st.lists(st.tuples(NUMBERS, NUMBERS).map(sorted), min_size=1, max_size=6))
def test_the_sum_spans_all_estimates(pairs: list[list[int]]) -> None:
    found = toll([estimate(low, high) for low, high in pairs], CasualtyStatus.KILLED)
    assert found is not None
    assert found.low == min(low for low, _ in pairs)
    assert found.high == max(high for _, high in pairs)


def event(**more: object) -> Event:
    return Event.model_validate(
        {
            "text": "غارة",
            "start": 0,
            "end": 4,
            "sentence": 0,
            "rule": "r",
            "confidence": 0.5,
            "id": "e1",
            "type": EventType.AIR_STRIKE,
            "status": EventStatus.HAPPENED,
            **more,
        }
    )


@pytest.mark.parametrize(
    ("earliest", "latest", "shown"),
    [
        ("2024-05-14", "2024-05-14", "2024-05-14"),
        ("2024-05-01", "2024-05-31", "2024-05-01/2024-05-31"),
    ],
)
def test_date_of_an_event(earliest: str, latest: str, shown: str) -> None:
    dating = Dating(
        text="أمس",
        start=0,
        end=3,
        sentence=0,
        rule="r",
        confidence=0.5,
        earliest=earliest,
        latest=latest,
        precision=DatePrecision.DAY,
    )
    assert event(dating=dating).date == shown
    assert event().date is None


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"colour": "red"}, "colour"),
        ({"confidence": 1.5}, "confidence"),
        ({"type": "airstrike"}, "type"),
        ({"start": -1}, "start"),
        ({"status": None}, "status"),
    ],
)
def test_what_does_not_fit_is_refused(more: dict[str, object], field: str) -> None:
    with pytest.raises(ValidationError) as caught:
        event(**more)
    assert field in str(caught.value)


def test_a_negative_count_is_refused() -> None:
    with pytest.raises(ValidationError):
        estimate(-1, 3)


def test_a_span_needs_its_words() -> None:
    with pytest.raises(ValidationError):
        Span.model_validate({"start": 0, "end": 1})
