"""Subjects: who speaks when a verb of reporting does, wherever in the clause the subject stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from extract.lang.ar.content import ContentReader
from extract.lang.ar.item import Item, Kind
from extract.lang.ar.lexicon import NounClass, Tag
from extract.lang.ar.mention import MentionMaker
from extract.lang.ar.saying import SayingReader, is_participle
from extract.lang.ar.speaker import Speaker, SpeakerReader
from extract.lang.ar.word import Word

_FAR: Final = 10
_NOT_TO: Final = "عدم"
_JOINING: Final = frozenset(("و", "ف", "ثم"))


class SubjectReader:
    """Reads the subjects of the verbs of reporting of one article."""

    def __init__(
        self,
        words: Sequence[Word],
        maker: MentionMaker,
        speakers: SpeakerReader,
        content: ContentReader,
        sayings: SayingReader,
    ) -> None:
        self.words = words
        self.maker = maker
        self.speakers = speakers
        self.content = content
        self.sayings = sayings

    def speaker(
        self, items: Sequence[Item], place: int, *, trusted: bool = False
    ) -> tuple[Speaker | None, int]:
        """The subject of a reporting verb: right before it, else after it, else further before.

        ``trusted``: the verb can only be one of speech, so that any body after it speaks.
        """
        if is_participle(self.words[items[place].first]):
            return self.speakers.last(), place
        close = self._close_before(items, place)
        relative = place > 0 and items[place - 1].kind is Kind.RELATIVE
        if relative and self._speaks_next(items, place):
            close = None  # «الهجوم الذي قالت الوزارة إنه …»: what is spoken of stands before
        if close is not None:
            speaker = self.speakers.read(items, close)
            if speaker is not None:
                return speaker, close
        at = place + 1
        while at < len(items) and self.content.is_light(items[at]):
            at += 1
        if at < len(items) and items[at].phrase is not None:
            sure = trusted or self.sayings.speaks(items, place)
            speaker = self.speakers.read(items, at, trusted=sure)
            if speaker is not None:
                return speaker, at
        left = self._left(items, place)
        speaker = self.speakers.read(items, left) if left is not None else None
        return (speaker, left) if speaker is not None and left is not None else (None, place)

    def shared(self, items: Sequence[Item], place: int) -> Speaker | None:
        """«دانت إيران الهجوم ونفت …»: a verb joined to another one has its subject."""
        if place < 2 or self.words[items[place - 1].first].norm not in _JOINING:
            return None
        verb = next((at for at in range(place - 2, -1, -1) if items[at].kind is Kind.VERB), None)
        if verb is None or self.words[items[verb].first].reports:
            return None
        for at in (verb + 1, verb - 1, verb - 2):
            phrase = items[at].phrase if 0 <= at < place else None
            governed = at > 0 and items[at - 1].kind is Kind.PREPOSITION
            if phrase is None or governed:
                continue
            state = self.maker.mention(phrase).source_kind is not None
            if state or self.speakers.is_somebody(phrase):
                return self.speakers.read(items, at)
        return None

    def _speaks_next(self, items: Sequence[Item], place: int) -> bool:
        """Whether a party or source stands right after the verb, before «أن»."""
        if place + 2 >= len(items) or items[place + 1].phrase is None:
            return False
        phrase = items[place + 1].phrase
        assert phrase is not None
        that = items[place + 2].kind is Kind.SUBORDINATOR
        return that and self.speakers.is_somebody(phrase)

    def _close_before(self, items: Sequence[Item], place: int) -> int | None:
        """The bare phrase that stands right before the verb, closing quotes apart."""
        at = place - 1
        while (
            at > 0
            and items[at].kind is Kind.OTHER
            and self.words[items[at].first].has(Tag.PARTICLE)
        ):
            at -= 1
        if (
            at >= 0
            and self.words[items[at].first].norm == "ف"
            and (
                self.words[items[0].first].norm == "اما"
                or self.words[items[0].last + 1].norm == "اما"
            )
        ):
            return next(
                (
                    i
                    for i, item in enumerate(items[:at])
                    if item.phrase and (i == 0 or items[i - 1].kind is not Kind.PREPOSITION)
                ),
                None,
            )
        relative = at >= 0 and items[at].kind is Kind.RELATIVE
        if relative:
            at -= 1
        while (
            at >= 0
            and items[at].kind is Kind.SIGN
            and (
                self.words[items[at].first].is_quote
                or (relative and self.content.is_comma(items[at]))
            )
        ):
            at -= 1
        phrase = items[at].phrase if at >= 0 else None
        if phrase is None:
            return None
        if self.words[phrase.head].norm == _NOT_TO and items[at - 1].kind is Kind.VERB and at >= 2:
            # «مسؤول اشترط عدم ذكر اسمه قال»
            return at - 2 if items[at - 2].phrase is not None else None
        if relative:
            return self._named_whole(items, at)
        if at > 0 and items[at - 1].kind is Kind.PREPOSITION:
            return None
        document = self.maker.head_noun(phrase, NounClass.SOURCE)
        if document is not None and document.document:
            issuer = self._issuer(items, at)
            return issuer if issuer is not None else at
        return at

    def _named_whole(self, items: Sequence[Item], at: int) -> int:
        """The title before a name that stands in a phrase of its own («وزير الداخلية فلان»)."""
        while at > 0 and items[at - 1].phrase is not None:
            at -= 1
        return at

    def _issuer(self, items: Sequence[Item], place: int) -> int | None:
        """«أصدر التحالف بيانا حمّل فيه …»: who issued the paper that speaks."""
        for at in range(place - 1, -1, -1):
            if items[at].kind is Kind.VERB:
                following = at + 1
                if following < place and items[following].phrase is not None:
                    return following
                return None
        return None

    def _left(self, items: Sequence[Item], place: int) -> int | None:
        """The bare phrase before the verb in the same clause; the first of an apposition."""
        at = place - 1
        candidate: int | None = None
        while at >= 0 and place - at < _FAR:
            item = items[at]
            if self.content.is_light(item) or (
                item.kind is Kind.VERB and self.words[item.first].norm in ("كان", "كانت")
            ):
                at -= 1
            elif item.phrase is None:
                return candidate
            elif at > 0 and items[at - 1].kind is Kind.PREPOSITION:
                at -= 2
            elif self._apposed_to_governed(items, at):
                at -= 4
            else:
                candidate = at
                if at == 0 or items[at - 1].phrase is None:
                    return candidate
                at -= 1
        return candidate

    def _apposed_to_governed(self, items: Sequence[Item], at: int) -> bool:
        """«إلى رئيسة المجلس، فلانة»: an apposition of what a preposition governs."""
        return (
            at >= 3
            and self.content.is_comma(items[at - 1])
            and items[at - 2].phrase is not None
            and items[at - 3].kind is Kind.PREPOSITION
        )
