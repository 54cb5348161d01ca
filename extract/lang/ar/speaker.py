"""Speakers: who speaks, read from a noun phrase and what is added to it.

«المتحدث باسم الجيش العقيد فلان», «مصدر أمني في المحافظة», «جون كيربي» and later «كيربي» or
«المصدر».
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from extract.analysis import Mention, MentionKind, Words
from extract.fold import fold
from extract.lang.ar.holder import HolderReader
from extract.lang.ar.item import Item, Kind
from extract.lang.ar.lexicon import NounClass
from extract.lang.ar.mention import MentionMaker
from extract.lang.ar.phrase import Phrase
from extract.lang.ar.word import Word
from extract.record import SourceKind, TargetKind

_SHORTEST_SLIP: Final = 4
_NAMING_REACH: Final = 6
_SELVES: Final = frozenset(("نفسها", "نفسه", "نفسهم"))
_NAMING: Final = frozenset(("اسم", "تسميه", "لقب"))
_OCCASIONS: Final = frozenset(
    ("رساله", "خطاب", "كلمه", "مقابله", "موتمر", "تصريح", "تصريحات", "حديث", "اتصال", "لقاء")
)
_IN_NAME_OF: Final = "اسم"
_EXTENDING: Final = frozenset({"في", "من", "ب", "ل", "لدي", "عن"})
_ANONYMOUS_HEADS: Final = frozenset({"مصدر", "مصادر"})
_SPEAKERS: Final = (NounClass.SOURCE, NounClass.TITLE)
_LOCAL: Final = frozenset({"محليه", "محلي", "اهليه", "ميدانيه", "طبيه", "طبي"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker as read at one place: its mention, whom it speaks for, and its last item."""

    mention: Mention
    on_behalf_of: Mention | None
    last: int


class SpeakerReader:
    """Reads speakers and remembers who has spoken."""

    def __init__(self, words: Sequence[Word], maker: MentionMaker) -> None:
        self.words = words
        self.maker = maker
        self.holders = HolderReader(words, maker)
        self.heard: list[Speaker] = []

    def read(self, items: Sequence[Item], place: int, *, trusted: bool = False) -> Speaker | None:
        """Read the speaker whose phrase stands at ``place``; ``None`` when it cannot speak.

        ``trusted``: grammar makes it a speaker, so an office or body that the lexicon does not
        know as one is taken too.
        """
        item = items[place]
        if item.phrase is None:
            return None
        mention = self.maker.mention(item.phrase)
        known = self._may_speak(item.phrase, mention)
        if not known and not (trusted and self._is_body(item.phrase, mention)):
            return None
        itself = self._self_named(items, place)
        if itself is not None:
            return self._under_name(items, itself, mention)
        behalf, last = self._office(items, place)
        person, person_last = self.holders.after(items, last, item.phrase)
        if person is not None:
            kind = self._kind(item.phrase, mention, behalf) or mention.source_kind
            mention = replace(person, source_kind=kind or SourceKind.OFFICIAL)
            last = person_last
        else:
            inner = self.holders.inside(item.phrase)
            kind = self._kind(item.phrase, mention, behalf)
            if inner is not None:
                mention = replace(mention, words=inner, source_kind=kind)
            else:
                extended = self._extended(items, place, last)
                mention = replace(mention, words=extended, source_kind=kind)
        speaker = Speaker(self._known(mention), behalf, last)
        self.heard.append(speaker)
        return speaker

    def _under_name(self, items: Sequence[Item], place: int, kind: Mention) -> Speaker:
        phrase = items[place].phrase
        assert phrase is not None
        named = self.maker.mention(phrase)
        source = named.source_kind or kind.source_kind or SourceKind.ARMED_GROUP
        mention = replace(
            named, kind=MentionKind.ACTOR, source_kind=source, target_kind=TargetKind.ARMED_GROUP
        )
        speaker = Speaker(self._known(mention), None, place)
        self.heard.append(speaker)
        return speaker

    def last(self) -> Speaker | None:
        """Whoever spoke last."""
        return self.heard[-1] if self.heard else None

    def in_genitive(self, phrase: Phrase, place: int) -> Speaker | None:
        """The party in the genitive of a noun of speech («إعلان الجيش»)."""
        if phrase.last == phrase.head:
            return None
        party = phrase.rest(phrase.head + 1)
        if not self.is_somebody(party):
            return None
        speaker = Speaker(self._known(self.maker.mention(party)), None, place)
        self.heard.append(speaker)
        return speaker

    def is_somebody(self, phrase: Phrase) -> bool:
        """Whether the phrase names a party, a person or a source for certain: no place, no act."""
        head = self.words[phrase.head]
        if head.noun(NounClass.TRIGGER, NounClass.CASUALTY, NounClass.WEAPON) is not None:
            return False
        mention = self.maker.mention(phrase)
        if head.noun(*_SPEAKERS) is not None:
            return True
        known = mention.entity is not None and mention.kind in (
            MentionKind.ACTOR,
            MentionKind.PERSON,
        )
        return known or (
            mention.kind is MentionKind.ACTOR and head.noun(NounClass.ACTOR) is not None
        )

    def _is_body(self, phrase: Phrase, mention: Mention) -> bool:
        """Whether the phrase can be a body of people: no time, number, weapon, act or casualty."""
        head = self.words[phrase.head]
        barred = head.noun(
            NounClass.WEAPON, NounClass.TRIGGER, NounClass.CASUALTY, NounClass.GENERAL
        )
        if head.norm.startswith(_DEEDS):
            return False
        return barred is None and not head.is_number and mention.kind is not MentionKind.WEAPON

    def _may_speak(self, phrase: Phrase, mention: Mention) -> bool:
        head = self.words[phrase.head]
        if head.noun(*_SPEAKERS, NounClass.ACTOR) is not None:
            return True
        if head.norm.startswith(_DEEDS):
            return False
        if mention.kind in (MentionKind.ACTOR, MentionKind.PERSON):
            return not head.is_number
        if mention.kind is MentionKind.PLACE:
            return (
                mention.entity is not None and phrase.head == phrase.last
            ) or mention.source_kind is not None
        if mention.kind is MentionKind.VICTIM:
            return True
        return mention.source_kind is not None

    def _office(self, items: Sequence[Item], place: int) -> tuple[Mention | None, int]:
        """«باسم …», «في …» after an office: whom the speaker speaks for."""
        if place + 2 >= len(items):
            return None, place
        preposition, following = items[place + 1], items[place + 2]
        if preposition.kind is not Kind.PREPOSITION or following.phrase is None:
            return None, place
        norm = self.words[preposition.first].norm
        phrase = following.phrase
        if (
            norm == "ب"
            and self.words[phrase.first].norm == _IN_NAME_OF
            and phrase.last > phrase.first
        ):
            inner = phrase.rest(phrase.first + 1)
            last = place + 2
            behalf = self.maker.mention(inner)
            if (
                last + 2 < len(items)
                and self.words[items[last + 1].first].norm == "ل"
                and items[last + 2].phrase
            ):
                last += 2
            return behalf, last
        if norm == "ب" and self.words[phrase.first].norm == _IN_NAME_OF:
            return self._quoted_office(items, place)
        own = items[place].phrase
        assert own is not None
        noun = self.maker.head_noun(own, *_SPEAKERS, NounClass.VICTIM, NounClass.ACTOR)
        if norm in _EXTENDING and noun is not None:
            told = self.maker.head_noun(phrase, NounClass.SOURCE)
            if told is not None and told.document:
                return None, place
            if self.maker.head_noun(phrase, NounClass.TRIGGER, NounClass.CASUALTY) is not None:
                return None, place
            if self.words[phrase.head].has_pronoun:
                return None, place  # «من جهتها», «في بيانه»
            if norm == "في" and self.words[phrase.head].norm in _OCCASIONS:
                return None, place
            if norm in ("عن", "ل") and noun.noun_class is not NounClass.TITLE and not noun.office:
                return None, place
            behalf = self.maker.mention(phrase)
            if norm == "ب" and behalf.kind not in (MentionKind.PLACE, MentionKind.FACILITY):
                return None, place  # «أقر الجيش بوقوع …»
            if behalf.kind in (
                MentionKind.ACTOR,
                MentionKind.PLACE,
                MentionKind.FACILITY,
                MentionKind.OBJECT,
            ):
                return (behalf if behalf.kind is MentionKind.ACTOR else None), place + 2
        return None, place

    def _quoted_office(self, items: Sequence[Item], place: int) -> tuple[Mention | None, int]:
        """«متحدث باسم "…"»: the body stands in quotation marks of its own."""
        at = place + 3
        while at < len(items) and self.words[items[at].first].is_quote:
            at += 1
        phrase = items[at].phrase if at < len(items) else None
        if phrase is None or at == place + 3:
            return None, place + 2
        return self.maker.mention(phrase), at

    def _self_named(self, items: Sequence[Item], place: int) -> int | None:
        """«مجموعة تسمي نفسها "…"»: where the name stands that the body gives itself."""
        at, named = place + 1, False
        while at < len(items) and at <= place + _NAMING_REACH:
            item = items[at]
            norms = {self.words[i].norm for i in range(item.first, item.last + 1)}
            if item.phrase is not None and named and not norms <= _NAMING:
                return at
            named = named or bool(norms & _SELVES)
            light = item.kind in (Kind.PREPOSITION, Kind.OTHER) or self.words[item.first].is_quote
            naming = bool(norms & (_NAMING | _SELVES))
            if not (light or naming or (item.kind is Kind.VERB and at == place + 1)):
                return None
            at += 1
        return None

    def _extended(self, items: Sequence[Item], place: int, last: int) -> Words:
        """The phrase with the «في …» or «من …» that belongs to it."""
        return self.maker.span(items[place].first, items[last].last)

    def _kind(self, phrase: Phrase, mention: Mention, behalf: Mention | None) -> SourceKind | None:
        head = self.words[phrase.head]
        if head.norm.removeprefix("ال") in _ANONYMOUS_HEADS:
            words = {w.norm.removeprefix("ال") for w in self.words[phrase.first : phrase.last + 1]}
            return (
                SourceKind.LOCAL_SOURCES
                if words & _LOCAL and head.norm.endswith("مصادر")
                else SourceKind.ANONYMOUS
            )
        if behalf is not None and behalf.source_kind is not None:
            return behalf.source_kind
        return mention.source_kind

    def _known(self, mention: Mention) -> Mention:
        """Give a surname or a repeated office the identity of the full mention before it."""
        tokens = mention.words.text.split()
        for speaker in reversed(self.heard):
            earlier = speaker.mention
            if (
                earlier.words.text == mention.words.text
                or (
                    len(tokens) <= 2
                    and mention.entity is None
                    and set(tokens) & set(earlier.words.text.split())
                )
                or (mention.anaphoric and _same_head(earlier.words.text, mention.words.text))
                or (mention.entity is None and self._is_slip_of(tokens, earlier))
            ):
                return replace(
                    mention,
                    entity=mention.entity or earlier.entity,
                    canonical_en=earlier.canonical_en or mention.canonical_en,
                    source_kind=earlier.source_kind or mention.source_kind,
                    country=mention.country or earlier.country,
                )
        return mention

    def _is_slip_of(self, tokens: Sequence[str], earlier: Mention) -> bool:
        """«ايدن» for «بايدن»: a name met once that lacks a letter at one end of a known one."""
        if len(tokens) != 1 or earlier.kind is not MentionKind.PERSON or earlier.entity is None:
            return False
        written = fold(tokens[0])
        if len(written) < _SHORTEST_SLIP or self._times(written) > 1:
            return False
        return any(
            name[1:] == written or name[:-1] == written for name in fold(earlier.words.text).split()
        )

    def _times(self, norm: str) -> int:
        return self._counts[norm]

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(word.norm for word in self.words)


def _same_head(earlier: str, later: str) -> bool:
    return earlier.split()[0].removeprefix("ال") == later.split()[0].removeprefix("ال")


_DEEDS: Final = ("وقوف", "ضلوع", "تورط", "مسووليه", "احتمال", "امكانيه", "وجود", "وقوع", "عدم")
