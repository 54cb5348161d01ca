"""Folding: one spelling for the many that Arabic news gives the same word.

The folded form is for comparison only and never shown. It drops vowel marks and tatweel, writes
every alef as bare alef, alef maqsura as ya, ta marbuta as ha, a hamza on waw or ya as its seat, the
Egyptian «مسئول» like «مسؤول», Persian and Urdu letter shapes as their Arabic twins, Arabic-Indic
and Persian digits as ASCII.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_LETTERS: Final = str.maketrans(
    {
        **dict.fromkeys("أإآٱ", "ا"),
        **dict.fromkeys("ىیئ", "ي"),
        **dict.fromkeys("ةہھۀە", "ه"),
        "ؤ": "و",
        "ک": "ك",
        **{chr(0x0660 + digit): str(digit) for digit in range(10)},
        **{chr(0x06F0 + digit): str(digit) for digit in range(10)},
    }
)
_SILENT: Final = re.compile(
    "[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)
_PRESENTATION: Final = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]+")


def fold(text: str) -> str:
    """Return the folded form of ``text``: idempotent, never longer in words, lower case in Latin.

    Args:
        text: A word, a name or a longer stretch, in any script.

    Returns:
        The comparable form, with runs of white space as one space and none at the ends.
    """
    text = _PRESENTATION.sub(lambda found: unicodedata.normalize("NFKC", found.group()), text)
    text = unicodedata.normalize("NFC", text)
    text = _SILENT.sub("", text).replace("ئو", "ؤو").translate(_LETTERS)
    return " ".join(text.split()).casefold()
