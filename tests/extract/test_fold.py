from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.fold import fold

ARABIC = st.text(
    alphabet="ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهويىپچکگیہ ـًٌٍَُِّْٰٓٔٱ٠١٢٣۴۵۶ﻻﷲ‏\u200c \n-7aZ", max_size=40
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("أإآٱ", "اااا"),
        ("مصطفى", "مصطفي"),
        ("غزّة", "غزه"),
        ("مؤتة", "موته"),
        ("مئذنة", "ميذنه"),
        ("دَيْر الزَّوْر", "دير الزور"),
        ("بغـــداد", "بغداد"),
        ("٢٠٢۱ و۴", "2021 و4"),
        ("ﻻﻫﻮر", "لاهور"),
        ("کرکوک", "كركوك"),
        ("تل\u200f  أبيض\n", "تل ابيض"),
        ("Deir  Ez-Zor", "deir ez-zor"),
        ("", ""),
    ],
)
def test_folds_spellings_of_one_word_alike(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_keeps_hamza_on_the_line_and_waw() -> None:
    assert fold("صنعاء") == "صنعاء"
    assert fold("بدء") != fold("بد")


@given(ARABIC)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
