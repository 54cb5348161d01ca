"""Accusations: whom «اتهم», «حمّل … مسؤولية», «نسب … إلى» name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from extract.analysis import Mention
from extract.lang.ar.content import ContentReader
from extract.lang.ar.item import Item, Kind
from extract.lang.ar.lexicon import NounClass, ReportVerb
from extract.lang.ar.mention import MentionMaker
from extract.lang.ar.word import Word

_REACH: Final = 18
_ASCRIBING: Final = frozenset(("نسب", "عزا", "ألقى"))
_TOWARDS: Final = frozenset({"الي", "ل", "علي"})
_NAMING: Final = "سم"


class AccusedReader:
    """Reads whom an accusation names."""

    def __init__(self, words: Sequence[Word], maker: MentionMaker, content: ContentReader) -> None:
        self.words = words
        self.maker = maker
        self.content = content

    def is_next(self, items: Sequence[Item], last: int) -> bool:
        """Whether the deed follows right after item ``last``: the party there is accused."""
        after = last + 1
        while after < len(items) and self.words[items[after].first].is_quote:
            after += 1
        if after >= len(items) - 1:
            return False
        deed = items[after + 1].phrase
        of = items[after].kind is Kind.PREPOSITION and self.words[items[after].first].norm == "ب"
        return of and deed is not None

    def accused(self, items: Sequence[Item], place: int, verb: ReportVerb) -> list[Mention]:
        """The second object after ``place``, or what follows «إلى» for verbs of ascribing."""
        ascribing = verb.past in _ASCRIBING
        found: list[Mention] = []
        governed = False
        aside = self.content.aside(items, place + 1)
        for at in range(place + 1, min(place + _REACH, len(items))):
            item = items[at]
            if at in aside or self.content.is_light(item) or self._is_naming(item):
                continue
            if item.kind is Kind.CONJUNCTION and found:
                continue
            if item.kind is Kind.PREPOSITION:
                if found and not ascribing:
                    break
                towards = ascribing and self.words[item.first].norm in _TOWARDS
                governed = not towards
                ascribing = ascribing and not towards
                continue
            if item.phrase is None:
                break
            if not found and not governed and self._is_blame(item):
                ascribing = True
                continue
            if governed or ascribing:
                governed = False
                continue
            if self.words[item.phrase.head].reports or not self._may_be_accused(item):
                break
            found.append(self.maker.mention(item.phrase))
        return found

    def _is_naming(self, item: Item) -> bool:
        """«ما سماه»: words that put a name in the speaker's mouth."""
        norm = self.words[item.first].norm
        return norm == "ما" or (item.kind is Kind.VERB and norm.startswith(_NAMING))

    def _is_blame(self, item: Item) -> bool:
        """«حمّل المسؤولية لـ…»: whom it is laid on follows after «لـ», «على»."""
        assert item.phrase is not None
        return self.words[item.phrase.head].norm.removeprefix("ال").startswith("مسوول")

    def _may_be_accused(self, item: Item) -> bool:
        assert item.phrase is not None
        head = self.words[item.phrase.head]
        return (
            not head.norm.startswith("مسوول")
            and head.noun(NounClass.TRIGGER, NounClass.GENERAL) is None
        )
