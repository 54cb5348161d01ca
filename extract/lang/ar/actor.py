"""Actors: whom a name, a description or a bare «الجيش», «التنظيم» means in the article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import Final

from extract.actors.actor import Actor
from extract.actors.base import ActorBase
from extract.actors.demonym import Demonym
from extract.actors.schema import Role
from extract.analysis import Mention, MentionKind, Words
from extract.fold import fold
from extract.lang.ar.lexicon import Noun
from extract.lang.ar.name import NameMatch
from extract.lang.ar.phrase import Phrase
from extract.lang.ar.word import Word
from extract.record import SourceKind, TargetKind

_BACKED: Final = frozenset(
    {
        "مدعوم",
        "مدعومه",
        "المدعوم",
        "المدعومه",
        "مدعومين",
        "المدعومين",
        "موال",
        "مواليه",
        "المواليه",
        "الموالي",
    }
)
# States whose recognised government is one of several powers: «مسيّرة يمنية» says nothing of whose.
_DISPUTED: Final = ("YE", "LY", "SD")
_MILITIAS: Final = "ميليشيات"
_BACKED_BY: Final = "مدعومة من"
_ARMY: Final = "جيش"
_FORCES: Final = frozenset(("قوة", "جيش"))
_NO_GROUP: Final = frozenset(
    ("مهاجم", "مجهول", "انتحاري", "قناص", "ملثم", "منفذ", "مقاومة", "معارضة")
)
_SOURCE_OF_KIND: Final = {
    TargetKind.STATE_FORCES: SourceKind.MILITARY,
    TargetKind.ARMED_GROUP: SourceKind.ARMED_GROUP,
}


class ActorMaker:
    """Makes the mentions of known and described actors in one article."""

    def __init__(
        self,
        words: Sequence[Word],
        names: Sequence[NameMatch],
        actors: ActorBase,
        country: str | None,
    ) -> None:
        self.words = words
        self.names = names
        self.actors = actors
        self.country = country
        self._folded = frozenset(word.norm for word in words)

    def actor_of(self, name: NameMatch) -> Actor | None:
        """The actor that a known name means here, if its context allows one."""
        for reading in name.actors:
            if reading.ambiguous and reading.needs and not self._folded.intersection(reading.needs):
                continue
            if reading.ambiguous and not reading.needs and name.last == name.first:
                continue
            return self.actors.get(reading.actor)
        return None

    def mention(self, words: Words, actor: Actor) -> Mention:
        """The mention that words make that mean a known actor."""
        return Mention(
            words,
            MentionKind.PERSON if actor.kind == "person" else MentionKind.ACTOR,
            entity=actor.id,
            canonical_en=actor.label_en,
            country=actor.country,
            target_kind=actor.target_kind,
            source_kind=actor.source_kind,
        )

    def forces(self, demonym: Demonym, words: Words) -> Mention | None:
        """The forces whose act an adjective of origin describes («غارة إسرائيلية»)."""
        actor = self.actors.get(demonym.forces) if demonym.forces else None
        if actor is None:
            return None
        if actor.country in _DISPUTED:
            return replace(self.mention(words, actor), entity=None, canonical_en=None)
        return self.mention(words, actor)

    def described(
        self, phrase: Phrase, words: Words, head: Noun, demonym: Demonym | None
    ) -> Mention:
        """The mention of a party that a noun describes: named, backed, by origin or bare."""
        backed = self._backed(phrase, words, head)
        if backed is not None:
            return backed
        for name in phrase.names:
            actor = self.actor_of(name)
            if actor is not None and actor.kind == "state" and head.sg in _FORCES:
                return self._state_forces(words, actor, head)
            if actor is not None and actor.kind not in ("person", "media"):
                whole = actor.target_kind is head.kind or actor.kind == "armed_group"
                return replace(self.mention(words, actor), entity=actor.id if whole else None)
        forces = self.actors.get(demonym.forces) if demonym and demonym.forces else None
        if forces is not None and head.kind is TargetKind.STATE_FORCES:
            return replace(self.mention(words, forces), entity=None)
        meant = self._meant(phrase, head) if demonym is None else None
        if meant is not None:
            return self.mention(words, meant)
        return Mention(
            words,
            MentionKind.ACTOR,
            canonical_en=described_en(demonym, head.gloss),
            country=demonym.country if demonym else None,
            target_kind=head.kind,
            source_kind=_SOURCE_OF_KIND.get(head.kind) if head.kind else None,
            anaphoric=phrase.last == phrase.head and self.words[phrase.head].is_definite,
        )

    def _state_forces(self, words: Words, state: Actor, head: Noun) -> Mention:
        """«القوات المسلحة للولايات المتحدة»: forces of a state are not the state."""
        forces = self.actors.forces_of(state.country) if state.country is not None else None
        if forces is None:
            return replace(self.mention(words, state), entity=None, target_kind=head.kind)
        return self.mention(words, forces)

    def _backed(self, phrase: Phrase, words: Words, head: Noun) -> Mention | None:
        """«ميليشيات مدعومة من إيران»: a party known by its backer is not the backer."""
        cue = next(
            (i for i in range(phrase.head, phrase.last) if self.words[i].norm in _BACKED), None
        )
        backers = [name for name in phrase.names if cue is not None and name.first > cue]
        if cue is None or not backers:
            return None
        backer = self.actor_of(backers[0])
        if backer is None:
            return None
        known = self.actors.lookup(fold(f"{_MILITIAS} {_BACKED_BY} {backer.label_ar}"))
        if known and head.kind is TargetKind.ARMED_GROUP:
            return self.mention(words, known[0])
        return Mention(
            words,
            MentionKind.ACTOR,
            canonical_en=f"{backer.label_en}-backed {head.gloss}",
            target_kind=head.kind,
            source_kind=_SOURCE_OF_KIND.get(head.kind) if head.kind else None,
        )

    def _meant(self, phrase: Phrase, head: Noun) -> Actor | None:
        """Whom a bare «الجيش», «التنظيم», «الحركة» means in this article."""
        word = self.words[phrase.head]
        if phrase.last != phrase.head or not word.has_article:
            return None
        if head.sg == _ARMY:
            return self._army
        if head.kind is not TargetKind.ARMED_GROUP or head.sg in _NO_GROUP:
            return None
        opening = fold(head.sg) + " "
        for name in reversed(self.names):
            actor = self.actor_of(name) if name.first < phrase.first else None
            if actor is None or actor.kind not in ("armed_group", "political_party"):
                continue
            if any(one.lang == "ar" and one.key.startswith(opening) for one in actor.names):
                return actor
        return None

    @cached_property
    def _army(self) -> Actor | None:
        """The army that the article speaks of: the one it names most, else its country's."""
        named = Counter(
            actor.id
            for name in self.names
            if (actor := self.actor_of(name)) is not None and actor.role is Role.ARMED_FORCES
        )
        if named:
            return self.actors.get(max(named, key=named.__getitem__))
        return self.actors.forces_of(self.country) if self.country is not None else None


def described_en(demonym: Demonym | None, gloss: str) -> str:
    """The English of a described party, with its origin («Syrian soldier»)."""
    return f"{demonym.gloss} {gloss}" if demonym else gloss
