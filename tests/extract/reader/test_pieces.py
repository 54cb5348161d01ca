"""Pieces: every one tied to its place in the text, whatever the text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.reader.network import FOLDER
from extract.reader.pieces import Cut, Pieces

PIECES = Pieces(FOLDER / "pieces.model")
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


def words(cut: Cut) -> list[str]:
    return [cut.text[cut.spans[pieces[0]][0] : cut.spans[pieces[-1]][1]] for pieces in cut.words]


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_spans_are_in_the_text_and_in_order(text: str) -> None:
    cut = PIECES.cut(text)
    assert len(cut.ids) == len(cut.spans)
    before = 0
    for start, end in cut.spans:
        assert 0 <= start <= end <= len(text)
        assert start >= before or end == start
        before = max(before, start)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("قصف الجيش المدينة", ["قصف", "الجيش", "المدينة"], id="arabic"),
        pytest.param("قَصَفَ الجَيْشُ", ["قَصَفَ", "الجَيْشُ"], id="vowel-signs"),
        pytest.param("مقـــتل جندي", ["مقـــتل", "جندي"], id="stretched"),
        pytest.param("\u200fقصف\u200e", ["قصف"], id="marks-of-direction"),
        pytest.param("The U.S. base", ["The", "U", ".", "S", ".", "base"], id="english"),
        pytest.param("", [], id="empty"),
        pytest.param("\u200f\u064b", [], id="nothing-to-hear"),
        pytest.param(" \n\t ", [], id="only-space"),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(PIECES.cut(text)) == expected


def test_signs_of_one_meaning_are_one_piece() -> None:
    plain, signed = PIECES.cut("قصف الجيش"), PIECES.cut("قَصَفَ الجَيـشُ")
    assert plain.ids == signed.ids


def test_covering() -> None:
    cut = PIECES.cut("Jets bombed a base")
    start = cut.text.index("bombed")
    found = cut.covering(start, start + len("bombed"))
    assert cut.text[cut.spans[found[0]][0] : cut.spans[found[-1]][1]] == "bombed"
    assert cut.covering(0, 0) == []


def test_a_part_keeps_places_and_marks_what_is_left_out() -> None:
    cut = Cut("one two three four", (0, 1, 2, 3), ((0, 3), (4, 7), (8, 13), (14, 18)))
    part = cut.part([0, 1, 3])
    assert words(part) == ["one", "two", "four"]
    assert part.gaps == {2}
    assert part.covering(8, 13) == []
    assert part.covering(14, 18) == [2]
