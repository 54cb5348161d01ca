"""Text in pictures: directions, lines, and fonts that have what a line needs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.picture.text import (
    ARABIC_FONTS,
    MIXED_FONTS,
    fonts,
    is_right_to_left,
    isolated,
    width,
    wrapped,
)


@pytest.mark.parametrize(
    ("text", "is_right"),
    [("قاعدة", True), ("123 قاعدة", True), ("PMF قوات", False), ("قوات PMF", True), ("12", False)],
)
def test_the_first_letter_gives_the_direction(text: str, is_right: bool) -> None:
    assert is_right_to_left(text) is is_right
    assert isolated(text)[0] == ("\u2067" if is_right else "\u2066")
    assert isolated(text)[-1] == "\u2069"


def test_days_in_arabic_keep_their_order() -> None:
    assert isolated("غارة، 2020-01-08/2020-01-09 هنا") == (
        "\u2067غارة، \u20662020-01-08/2020-01-09\u2069 هنا\u2069"
    )


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("Army", None), ("جيش 22", ARABIC_FONTS), ("جيش Army", MIXED_FONTS)],
)
def test_fonts(text: str, wanted: str | None) -> None:
    assert fonts(text) == wanted


@given(st.text(max_size=200), st.integers(1, 4))
def test_lines_fit_and_keep_the_words(text: str, most: int) -> None:
    lines = wrapped(text, 12, 120, most)
    assert 1 <= len(lines) <= most
    assert all(width(line, 12) <= 120 for line in lines if len(line) > 1)
    if not lines[-1].endswith("..."):
        assert "".join(lines).replace(" ", "") == "".join(text.split())


def test_what_does_not_fit_is_marked() -> None:
    lines = wrapped("ق" * 10_000, 12, 120)
    assert len(lines) == 3
    assert lines[-1].endswith("...")
