"""Whole words out of probabilities of pieces."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from extract.reader.label import BEGINS, GOES_ON, OUTSIDE
from extract.reader.pieces import Cut
from extract.reader.stretch import Stretch, stretches
from extract.reader.window import SIZE, STEP, windows


def cut(text: str, *spans: tuple[int, int]) -> Cut:
    return Cut(text, tuple(range(len(spans))), spans)


def chances(*labels: tuple[float, float]) -> np.ndarray:
    """Shape (pieces, 3), from the probabilities of beginning and going on."""
    made = np.zeros((len(labels), 3), np.float32)
    for row, (begins, goes_on) in zip(made, labels, strict=True):
        row[BEGINS], row[GOES_ON] = begins, goes_on
        row[OUTSIDE] = 1 - begins - goes_on
    return made


THREE = cut("the army said", (0, 3), (4, 8), (9, 13))


@pytest.mark.parametrize(
    ("labels", "words"),
    [
        pytest.param([(0.9, 0.0), (0.1, 0.8), (0.0, 0.1)], ["the army"], id="one"),
        pytest.param([(0.9, 0.0), (0.9, 0.1), (0.0, 0.0)], ["the", "army"], id="two-side-by-side"),
        pytest.param([(0.0, 0.1), (0.0, 0.9), (0.0, 0.1)], ["army"], id="no-beginning"),
        pytest.param([(0.0, 0.1), (0.1, 0.1), (0.0, 0.0)], [], id="none"),
        pytest.param([(0.9, 0.0), (0.0, 0.0), (0.0, 0.9)], ["the", "said"], id="a-gap-parts"),
    ],
)
def test_words(labels: list[tuple[float, float]], words: list[str]) -> None:
    found = stretches(THREE, chances(*labels), 0.5)
    assert [THREE.text[one.start : one.end] for one in found] == words


def test_arabic_proclitic_stays_outside() -> None:
    text = "بصاروخ باليستي"
    pieces = cut(text, (0, 1), (1, 6), (7, 14))
    found = stretches(pieces, chances((0.1, 0.0), (0.9, 0.0), (0.0, 0.9)), 0.5)
    assert [text[one.start : one.end] for one in found] == ["صاروخ باليستي"]


def test_a_word_is_taken_whole_when_only_its_first_piece_is_likely() -> None:
    pieces = cut("bombardment", (0, 4), (4, 8), (8, 11))
    (found,) = stretches(pieces, chances((0.9, 0.0), (0.0, 0.1), (0.0, 0.2)), 0.5)
    assert found == Stretch(0, 11, pytest.approx(0.9))


def test_words_around_a_gap_are_two() -> None:
    labels = chances((0.9, 0.0), (0.0, 0.9), (0.0, 0.1))
    parted = Cut(THREE.text, THREE.ids, THREE.spans, frozenset({1}))
    found = stretches(parted, labels, 0.5)
    assert [THREE.text[one.start : one.end] for one in found] == ["the", "army"]


def test_signs_at_the_ends_are_left_off() -> None:
    text = "«army»,"
    pieces = cut(text, (0, 1), (1, 5), (5, 6), (6, 7))
    (found,) = stretches(pieces, chances((0.9, 0), (0.1, 0.8), (0.0, 0.9), (0, 0.9)), 0.5)
    assert text[found.start : found.end] == "army"


@pytest.mark.parametrize("length", [0, 1, SIZE - 1, SIZE, SIZE + 1, 3 * SIZE, 10_007])
def test_windows_leave_nothing_out(length: int) -> None:
    found = windows(length)
    assert {i for first, last in found for i in range(first, last)} == set(range(length))
    assert all(last - first <= SIZE for first, last in found)
    for (first, last), (following, _) in pairwise(found):
        assert following - first == STEP
        assert last - following == SIZE - STEP
