"""Channels: the medium through which somebody speaks («عبر "تويتر"», «لوكالة رويترز»)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from extract.analysis import Mention
from extract.lang.ar.item import Item, Kind
from extract.lang.ar.mention import MentionMaker
from extract.lang.ar.word import Word
from extract.record import SourceKind

_THROUGH: Final = frozenset(("عبر", "علي", "في", "ل", "مع", "من خلال"))


class ChannelReader:
    """Reads the media that stand between a reporting verb and what is said."""

    def __init__(self, words: Sequence[Word], maker: MentionMaker) -> None:
        self.words = words
        self.maker = maker

    def channels(
        self, items: Sequence[Item], begin: int, content: tuple[int, int] | None
    ) -> list[Mention]:
        """The known media after a preposition, from item ``begin`` to where the speech begins."""
        found: list[Mention] = []
        governed = False
        for item in items[begin:]:
            begun = content is not None and self.words[item.first].start >= content[0]
            if begun or item.kind in (Kind.VERB, Kind.SUBORDINATOR, Kind.RELATIVE):
                break
            if item.kind is Kind.PREPOSITION:
                governed = self._norms(item) in _THROUGH
            elif item.phrase is not None:
                medium = self._medium(item) if governed else None
                if medium is not None:
                    found.append(medium)
                governed = False
        return found

    def _norms(self, item: Item) -> str:
        return " ".join(word.norm for word in self.words[item.first : item.last + 1])

    def _medium(self, item: Item) -> Mention | None:
        """The known medium that a phrase names, alone or at its end («حسابه في موقع …»)."""
        assert item.phrase is not None
        whole = self.maker.mention(item.phrase)
        named = [self.maker.mention_of_name(name) for name in item.phrase.names]
        for mention in (whole, *reversed(named)):
            if mention.entity is not None and mention.source_kind is SourceKind.MEDIA:
                return mention
        return None
