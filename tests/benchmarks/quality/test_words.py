"""Names are the same when they share half of their content words, spelling folded."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.quality.words import content_words, fold, is_same, overlap


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("القاعدة الأمريكيّة", "قاعده امريكيه"),
        ("مستشفى", "مستشفي"),
        ("٣ صواريخ", "3 صواريخ"),
        ("قـــصف", "قصف"),
        ("والجيش", "الجيش"),
        ("The U.S. Army", "the u s army"),
        ("Saná", "sana"),
    ],
)
def test_spelling_variants_are_one(one: str, other: str) -> None:
    assert content_words(one) == content_words(other) != frozenset()


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Omar oil field", "the Omar oil field", 1.0),
        ("Omar oil field", "Conoco gas field", 1 / 3),
        ("حقل العمر", "حقل العمر النفطي", 0.8),
        ("Mosul", "Basra", 0.0),
        ("", "Basra", 0.0),
        ("the of", "the of", 0.0),
    ],
)
def test_overlap_counts_common_content_words(one: str, other: str, expected: float) -> None:
    assert overlap(content_words(one), content_words(other)) == pytest.approx(expected)


def test_one_name_in_common_is_enough() -> None:
    both = [content_words("الحشد الشعبي"), content_words("Popular Mobilization Forces")]
    assert is_same(both, [content_words("popular mobilization")])
    assert not is_same(both, [content_words("popular front of liberation")])


@given(st.text(), st.text())
def test_overlap_is_symmetric_and_bounded(one: str, other: str) -> None:
    a, b = content_words(one), content_words(other)
    assert overlap(a, b) == overlap(b, a)
    assert 0.0 <= overlap(a, b) <= 1.0


@given(st.text(alphabet=st.characters(min_codepoint=0x600, max_codepoint=0x6FF)))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
