from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from graph.run import Run
from tests.graph.articles import STARTED, document, record

RUN = Run(software="s", version="1", started=STARTED)


@pytest.mark.parametrize(
    "other",
    [
        replace(RUN, software="t"),
        replace(RUN, version="2"),
        replace(RUN, configuration={"window": "3"}),
    ],
)
def test_what_changes_results_changes_setup_and_digest(other: Run) -> None:
    assert other.setup != RUN.setup
    assert other.id != RUN.id
    assert other.digest(document()) != RUN.digest(document())


def test_the_start_tells_runs_apart_but_reads_nothing_again() -> None:
    later = replace(RUN, started=STARTED + timedelta(seconds=1))
    assert later.id != RUN.id
    assert later.setup == RUN.setup
    assert later.digest(document()) == RUN.digest(document())


@pytest.mark.parametrize(
    "other",
    [
        document(id="b"),
        document(text="نص"),
        document(publisher=None),
        document(url="https://x.org"),
        document(title="t"),
        document(lang="en"),
        document(published=date(2031, 1, 1)),
        document(published=None),
    ],
)
def test_every_field_counts(other: object) -> None:
    assert RUN.digest(other) != RUN.digest(document())  # type: ignore[arg-type]


def test_the_file_does_not_count() -> None:
    assert RUN.digest(replace(document(), source="elsewhere")) == RUN.digest(document())


def test_a_record_has_the_digest_of_its_article() -> None:
    assert RUN.digest(record(document())) == RUN.digest(document())


def test_the_order_of_settings_does_not_count() -> None:
    one = replace(RUN, configuration={"a": "1", "b": "2"})
    assert one.id == replace(RUN, configuration={"b": "2", "a": "1"}).id


def test_a_start_without_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        replace(RUN, started=datetime(2031, 1, 1))
