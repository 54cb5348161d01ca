"""Tails: the «تابعة لـ…», «مدعومة من…», «لـ…» that belong to the noun phrase before them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Final

from extract.lang.ar.lexicon import NounClass
from extract.lang.ar.name import NameMatch
from extract.lang.ar.phrase import Phrase
from extract.lang.ar.word import Word

_OWNED: Final = (
    NounClass.TARGET,
    NounClass.WEAPON,
    NounClass.VICTIM,
    NounClass.ACTOR,
    NounClass.PLACE,
)
_BORDERS: Final = frozenset(("الحدود", "حدود"))
_OWNER: Final = "ل"
_STATIONED: Final = frozenset(
    {
        "متمركزه",
        "المتمركزه",
        "متمركز",
        "المتمركز",
        "منتشره",
        "المنتشره",
        "متواجده",
        "المتواجده",
        "مقيمه",
        "المقيمه",
    }
)
_AGAINST: Final = frozenset({"مضاد", "مضاده", "مضادين", "مضادات", "المضاد", "المضاده", "مضادتين"})
_DEPENDENT: Final = {
    **dict.fromkeys(
        [
            "تابع",
            "تابعه",
            "التابع",
            "التابعه",
            "تابعين",
            "التابعين",
            "موال",
            "مواليه",
            "المواليه",
            "الموالي",
        ],
        "ل",
    ),
    **dict.fromkeys(
        [
            "مدعوم",
            "مدعومه",
            "المدعوم",
            "المدعومه",
            "مدعومين",
            "المدعومين",
            "مقرب",
            "مقربه",
            "المقربه",
        ],
        "من",
    ),
    **dict.fromkeys(_AGAINST, "ل"),
    **dict.fromkeys(_STATIONED, "في"),
}


def join_tails(
    words: Sequence[Word],
    phrases: Sequence[Phrase],
    names: Mapping[int, NameMatch],
    timed: Collection[int],
) -> list[Phrase]:
    """Join phrases with the dependent phrase right after them.

    «مواقع تابعة للميليشيات» and «مجمع لحزب الله» become one phrase; «هجوم لداعش» does not, since
    what follows an event word is its argument.
    """
    joined: list[Phrase] = []
    for phrase in phrases:
        before = joined[-1] if joined else None
        if before is not None and (
            _is_border(words, before, phrase) or _belongs(words, before, phrase, names, timed)
        ):
            before.last = _closed(words, before.last + 1, phrase.last)
            before.names.extend(phrase.names)
        else:
            joined.append(phrase)
    return joined


def _closed(words: Sequence[Word], joint: int, last: int) -> int:
    """``last``, or the closing quotation mark after it when one was opened after the joint."""
    opened = words[joint + 1].is_quote
    closes = last + 1 < len(words) and words[last + 1].is_quote
    return last + 1 if opened and closes else last


def _is_border(words: Sequence[Word], before: Phrase, after: Phrase) -> bool:
    """«الحدود بين سورية والعراق»: a border and the two sides that it lies between."""
    if words[before.head].norm not in _BORDERS or after.first != before.last + 2:
        return False
    joint = words[before.last + 1].norm
    return joint == "بين" or (joint == "و" and words[before.head + 1].norm == "بين")


def _belongs(
    words: Sequence[Word],
    before: Phrase,
    after: Phrase,
    names: Mapping[int, NameMatch],
    timed: Collection[int],
) -> bool:
    gap = after.first - before.last
    quoted = gap == 3 and words[after.first - 1].is_quote
    if words[after.first].sentence != words[before.first].sentence or not (gap == 2 or quoted):
        return False
    joint = words[before.last + 1]
    if before.last + 1 in timed or before.bracketed != after.bracketed:
        return False
    needed = _DEPENDENT.get(words[before.last].norm)
    if needed is not None:
        return joint.norm == needed
    if joint.norm != _OWNER or after.numeral is not None:
        return False
    head = words[before.head]
    if head.noun(NounClass.TRIGGER) is not None or head.noun(*_OWNED) is None:
        return False
    owner = words[after.head]
    known = names.get(after.head)
    if head.noun(NounClass.TARGET) is not None and owner.noun(NounClass.VICTIM) is not None:
        return True  # «تجمع للجنود»
    return owner.noun(NounClass.ACTOR) is not None or (known is not None and bool(known.actors))
