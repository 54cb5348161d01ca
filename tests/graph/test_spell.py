"""Spells: in order, apart, never backwards."""

from __future__ import annotations

import random
from datetime import date, timedelta
from itertools import pairwise

import pytest

from graph.spell import SpellError, merged, window


def test_a_spell_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(SpellError, match="ends before it starts"):
        merged([(date(2021, 1, 2), date(2021, 1, 1))])


def test_merged_spells_never_touch() -> None:
    chance = random.Random(7)
    start = date(2020, 1, 1)
    spells = []
    for _ in range(200):
        first = start + timedelta(days=chance.randrange(900))
        spells.append((first, first + timedelta(days=chance.randrange(4))))
    done = merged(spells)
    assert 1 < len(done) < 200
    assert all(b[0] - a[1] > timedelta(days=1) for a, b in pairwise(done))  # type: ignore[operator]


def test_the_window_of_a_single_day_reaches_to_the_next() -> None:
    assert window(date(2021, 2, 28), date(2021, 2, 28)) == {
        "start": "2021-02-28",
        "end": "2021-03-01",
    }
    assert window(None, date(2021, 2, 28)) == {"end": "2021-02-28"}
