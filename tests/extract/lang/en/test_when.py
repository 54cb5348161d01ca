"""Time expressions, resolved against a Friday, 15 March 2024."""

from datetime import date

import pytest

CASES = [
    ("on Tuesday", "2024-03-12", "2024-03-12"),
    ("on Friday", "2024-03-15", "2024-03-15"),
    ("last Friday", "2024-03-08", "2024-03-08"),
    ("yesterday", "2024-03-14", "2024-03-14"),
    ("this morning", "2024-03-15", "2024-03-15"),
    ("three days ago", "2024-03-12", "2024-03-12"),
    ("on March 3", "2024-03-03", "2024-03-03"),
    ("on 3 March", "2024-03-03", "2024-03-03"),
    ("on Dec. 12", "2023-12-12", "2023-12-12"),
    ("on October 7, 2023", "2023-10-07", "2023-10-07"),
    ("last month", "2024-02-01", "2024-02-29"),
    ("in January", "2024-01-01", "2024-01-31"),
    ("in December", "2023-12-01", "2023-12-31"),
    ("in May 2021", "2021-05-01", "2021-05-31"),
    ("in 2015", "2015-01-01", "2015-12-31"),
    ("last week", "2024-03-04", "2024-03-10"),
    ("on Christmas Day", "2023-12-25", "2023-12-25"),
    ("on the night between Sunday and Monday", "2024-03-10", "2024-03-11"),
]


@pytest.mark.parametrize(("words", "earliest", "latest"), CASES)
def test_resolved(read, words, earliest, latest):
    (one,) = read(f"Jets bombed the camp {words}.").times
    assert (one.earliest, one.latest) == (earliest, latest)


@pytest.mark.parametrize("words", ["on Tuesday", "yesterday", "last month", "on March 3"])
def test_relative_days_stay_open_without_a_day_of_publication(read, words):
    analysis = read(f"Jets bombed the camp {words}.", None)
    assert analysis.times == []
    assert analysis.published is None


def test_full_dates_need_no_day_of_publication(read):
    (one,) = read("Jets bombed the camp on 3 March 2021.", None).times
    assert one.earliest == "2021-03-03"


def test_a_full_dateline_stands_in_for_a_missing_day(read):
    analysis = read("ADEN, March 14, 2024 (agencies) - A bomb went off on Tuesday.", None)
    assert analysis.published == "2024-03-14"
    assert analysis.predications[0].when is not None
    assert analysis.predications[0].when.earliest == "2024-03-12"


@pytest.mark.parametrize("text", ["Jets may bomb it.", "They march on.", "31 February is no day."])
def test_what_is_no_time(read, text):
    assert read(text).times == []


def test_the_day_of_the_speech_is_not_the_day_of_the_event(read):
    (one,) = read("Jets bombed the camp, the army said on Tuesday.").predications
    assert one.when is None


def test_two_events_keep_their_own_days(read):
    analysis = read("Jets bombed the camp on Sunday. Gunmen attacked the port on Tuesday.")
    assert [p.when.earliest for p in analysis.predications] == ["2024-03-10", "2024-03-12"]


def test_the_far_past_does_not_break(read):
    assert read("It was 9999 years ago.", date(1, 1, 1)) is not None
