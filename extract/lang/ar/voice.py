"""Voices: verbs whose doer is whoever speaks («إنها دمرت», «استهدفنا»)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from extract.analysis import Mention, MentionKind
from extract.lang.ar.item import Item, Kind
from extract.lang.ar.mention import MentionMaker
from extract.lang.ar.word import Word

_SELF: Final = ("نه", "نها", "نهم", "ننا")


class VoiceReader:
    """Finds the verbs of one article that have the speaker as their subject."""

    def __init__(self, words: Sequence[Word], maker: MentionMaker) -> None:
        self.words = words
        self.maker = maker

    def voice(self, items: Sequence[Item], place: int, word: Word) -> Mention | None:
        """«إنها دمرت», «استهدفنا»: the one who acts is the one who speaks."""
        at = place - 1
        while at > 0 and self.words[items[at].first].is_quote:
            at -= 1
        before = items[at] if at >= 0 else None
        if before is not None and before.kind is Kind.NEGATION:
            return None
        if at > 0 and items[at - 1].kind is Kind.CONJUNCTION:
            return None  # «وأنها ألقت …»: the pronoun goes back to what was said before
        said = (
            before is not None
            and before.kind is Kind.SUBORDINATOR
            and self.words[before.first].norm.endswith(_SELF)
            and not word.passive
        )
        if said or any(form.first_person for _, form in word.verbs):
            at = before.first if said and before is not None else items[place].first
            return Mention(self.maker.span(at, at), MentionKind.ACTOR, possessed=True, voice=True)
        return None
