from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extract.assemble.stretches import Stretches

PLACES = st.tuples(st.integers(0, 12), st.integers(0, 12)).map(lambda pair: (min(pair), max(pair)))


@given(st.lists(PLACES, max_size=12), PLACES)
def test_answers_are_those_of_a_look_at_every_stretch(
    stretches: list[tuple[int, int]], asked: tuple[int, int]
) -> None:
    start, end = asked
    index = Stretches((first, last, n) for n, (first, last) in enumerate(stretches))
    inside = [n for n, (a, b) in enumerate(stretches) if start <= a and b <= end]
    around = [n for n, (a, b) in enumerate(stretches) if a <= start and end <= b]
    assert index.within(start, end) == inside
    assert index.around(start, end) == around
    meeting = [n for n, (a, b) in enumerate(stretches) if a < end and start < b]
    assert index.meeting(start, end) == meeting
