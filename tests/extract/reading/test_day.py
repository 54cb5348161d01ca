from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.reading.day import parse_day


@given(st.dates())
def test_every_iso_day(day: date) -> None:
    assert parse_day(day.isoformat()) == day


@given(st.datetimes(timezones=st.timezones()))
def test_a_time_never_moves_the_day(moment: object) -> None:
    stated = moment.isoformat()  # type: ignore[attr-defined]
    # Offsets of a fraction of a minute (before 1900) are no ISO 8601.
    assert parse_day(stated) in (moment.date(), None)  # type: ignore[attr-defined]
    assert parse_day(stated[:10] + "T23:59:59-11:00") == moment.date()  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "stated",
    ["2021-06-29T23:30:00+03:00", "2021-06-29T00:30:00Z", "2021-06-29 12:00", " 2021-06-29 ",
     "2021-06-29T08:00:00+0300", "2021-06-29T08:00:00.123Z"],
)  # fmt: skip
def test_forms_of_one_day(stated: str) -> None:
    assert parse_day(stated) == date(2021, 6, 29)


@pytest.mark.parametrize(
    "stated",
    ["yesterday", "", "2021", "2021-06", "2021-13-01", "2021-02-30", "29.06.2021", "20210629",
     "2021-W26-2", "2021-06-29Tnoon", "2021-06-29T25:00", "٢٠٢١-٠٦-٢٩", "1624924800"],
)  # fmt: skip
def test_what_is_no_day(stated: str) -> None:
    assert parse_day(stated) is None
