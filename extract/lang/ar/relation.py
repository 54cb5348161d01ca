"""Standing relations between actors and places, stated in passing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

import yaml
from pydantic import BaseModel, ConfigDict

from extract.analysis import Mention, MentionKind, RelationMention
from extract.fold import fold
from extract.lang.ar.item import Item, Kind
from extract.lang.ar.lexicon import NounClass
from extract.lang.ar.mention import MentionMaker
from extract.lang.ar.speaker import Speaker
from extract.lang.ar.word import Word
from extract.record import RelationKind

_PLACES: Final = (MentionKind.PLACE, MentionKind.FACILITY)
_IN: Final = frozenset("في ب قرب داخل شمال جنوب شرق غرب شمالي جنوبي شرقي غربي وسط".split())
_SPOKESMEN: Final = frozenset("متحدث ناطق المتحدث الناطق متحدثه المتحدثه ناطقه الناطقه".split())


class RelationCue(BaseModel):
    """Words of one relation."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    words: tuple[str, ...]
    kind: RelationKind
    gloss: str


class RelationCues(BaseModel):
    """The cues of ``relations.yaml``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    participles: tuple[RelationCue, ...]
    heads: tuple[RelationCue, ...]
    verbs: tuple[RelationCue, ...]


@dataclass(frozen=True, slots=True)
class _Cues:
    participles: dict[str, RelationKind]
    heads: dict[str, RelationKind]
    verbs: dict[str, RelationKind]


@cache
def _cues() -> _Cues:
    path = resources.files(__package__) / "lexicon" / "relations.yaml"
    rows = RelationCues.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))

    def table(cues: tuple[RelationCue, ...]) -> dict[str, RelationKind]:
        return {fold(word): cue.kind for cue in cues for word in cue.words}

    return _Cues(table(rows.participles), table(rows.heads), table(rows.verbs))


class RelationFinder:
    """Finds the relations of one article."""

    def __init__(
        self,
        words: Sequence[Word],
        sentences: Sequence[Sequence[Item]],
        maker: MentionMaker,
        speakers: Sequence[Speaker],
    ) -> None:
        self.words = words
        self.sentences = sentences
        self.maker = maker
        self.speakers = speakers

    def relations(self) -> list[RelationMention]:
        """All relations, each pair of parties once a kind."""
        found: dict[tuple[object, ...], RelationMention] = {}
        for relation in self._all():
            key = (
                relation.kind,
                relation.subject.entity or fold(relation.subject.words.text),
                relation.object.entity or fold(relation.object.words.text),
            )
            if key[1] != key[2]:
                found.setdefault(key, relation)
        return list(found.values())

    def _all(self) -> Iterator[RelationMention]:
        for speaker in self.speakers:
            yield from self._spokesman(speaker)
        for items in self.sentences:
            for place, item in enumerate(items):
                if item.phrase is not None:
                    yield from self._located(items, place)
                    yield from self._participle(items, place)
                    yield from self._member(items, place)
                elif item.kind is Kind.VERB:
                    yield from self._verb(items, place)

    def _relation(
        self, kind: RelationKind, subject: Mention, object_: Mention, rule: str
    ) -> RelationMention:
        start = min(subject.words.start, object_.words.start)
        end = max(subject.words.end, object_.words.end)
        words = self.maker.words_between(start, end, subject.words.sentence)
        return RelationMention(kind, subject, object_, words, rule)

    def _spokesman(self, speaker: Speaker) -> Iterator[RelationMention]:
        behalf = speaker.on_behalf_of
        if behalf is None or behalf.kind not in (MentionKind.ACTOR, MentionKind.OBJECT):
            return
        if self.maker.preceded_by(speaker.mention.words.start, behalf.words.start, _SPOKESMEN):
            yield self._relation(
                RelationKind.SPOKESPERSON_OF, speaker.mention, behalf, "ar.relation.spokesman"
            )

    def _located(self, items: Sequence[Item], place: int) -> Iterator[RelationMention]:
        phrase = items[place].phrase
        assert phrase is not None
        mention = self.maker.mention(phrase)
        if mention.kind not in _PLACES or mention.anaphoric:
            return
        at = place + 1
        if (
            at < len(items)
            and items[at].kind is Kind.PREPOSITION
            and self.words[items[at].first].norm in _IN
        ):
            at += 1
        elif (
            at < len(items)
            and items[at].phrase is not None
            and (self.words[items[at].first].norm in _IN)
        ):
            pass
        else:
            return
        if at >= len(items) or items[at].phrase is None:
            return
        inner = items[at].phrase
        assert inner is not None
        outer = self.maker.mention(inner)
        if outer.kind in _PLACES and not outer.anaphoric and outer.entity != mention.entity:
            yield self._relation(RelationKind.LOCATED_IN, mention, outer, "ar.relation.located")

    def _participle(self, items: Sequence[Item], place: int) -> Iterator[RelationMention]:
        """«ميليشيات مدعومة من إيران», «كتائب تابعة لـ…»."""
        phrase = items[place].phrase
        assert phrase is not None
        kind, cue = None, phrase.last
        for index in range(phrase.head, phrase.last + 1):
            kind = _cues().participles.get(self.words[index].norm)
            if kind is not None:
                cue = index
                break
        at = place + 1
        if kind is None:
            while at < len(items) and items[at].kind in (Kind.RELATIVE, Kind.SIGN):
                at += 1
            if at < len(items) and items[at].kind is Kind.VERB:
                kind = _cues().participles.get(self.words[items[at].first].norm)
                at += 1
            if kind is None:
                return
        if at < len(items) and items[at].kind is Kind.PREPOSITION:
            at += 1
        inside = [name for name in phrase.names if name.first > cue]
        if inside and cue < phrase.last:
            other = self.maker.mention_of_name(inside[0])
        elif at < len(items) and items[at].phrase is not None:
            other_phrase = items[at].phrase
            assert other_phrase is not None
            other = self.maker.mention(other_phrase)
        else:
            return
        subject = self.maker.mention(phrase)
        if subject.kind not in (MentionKind.ACTOR, MentionKind.VICTIM) or other.kind not in (
            MentionKind.ACTOR,
            MentionKind.PLACE,
        ):
            return
        yield self._relation(kind, subject, other, f"ar.relation.{kind.value.replace('_', '-')}")

    def _member(self, items: Sequence[Item], place: int) -> Iterator[RelationMention]:
        """«القيادي في حركة … فلان», «قائد … فلان»."""
        phrase = items[place].phrase
        assert phrase is not None
        kind = _cues().heads.get(self.words[phrase.head].norm)
        if kind is None:
            return
        at = place + 1
        organisation: Mention | None = None
        names = [name for name in phrase.names if name.actors and name.first > phrase.head]
        if names:
            organisation = self.maker.mention_of_name(names[0])
            after = names[0].last + 1
        elif (
            at + 1 < len(items)
            and self.words[items[at].first].norm in ("في", "ل", "لدي", "ب")
            and items[at + 1].phrase
        ):
            inner = items[at + 1].phrase
            assert inner is not None
            organisation = self.maker.mention(inner)
            after = inner.last + 1
            at += 2
        if organisation is None or organisation.kind is not MentionKind.ACTOR:
            return
        if kind is RelationKind.PART_OF:
            earlier = self._apposed(items, place)
            if earlier is not None and earlier.kind is MentionKind.ACTOR:
                yield self._relation(kind, earlier, organisation, "ar.relation.branch")
            return
        person = self._person_at(items, at)
        if person is None and after <= phrase.last and names:
            person = self.maker.person_in(phrase, after)
        if person is not None:
            yield self._relation(kind, person, organisation, "ar.relation.member")

    def _apposed(self, items: Sequence[Item], place: int) -> Mention | None:
        """The phrase before a comma that this one explains."""
        if (
            place >= 2
            and items[place - 1].kind is Kind.SIGN
            and items[place - 2].phrase is not None
        ):
            earlier = items[place - 2].phrase
            assert earlier is not None
            return self.maker.mention(earlier)
        return None

    def _person_at(self, items: Sequence[Item], at: int) -> Mention | None:
        while (
            at < len(items)
            and items[at].kind is Kind.SIGN
            and self.words[items[at].first].text in '،,«“"'
        ):
            at += 1
        if at < len(items) and items[at].phrase is not None:
            phrase = items[at].phrase
            assert phrase is not None
            mention = self.maker.mention(phrase)
            if mention.kind is MentionKind.PERSON and not self.words[phrase.head].nouns:
                return mention
        return None

    def _verb(self, items: Sequence[Item], place: int) -> Iterator[RelationMention]:
        """«التي تسيطر عليها قوات …», «تتمركز فيها القوات …»."""
        kind = _cues().verbs.get(self.words[items[place].first].norm)
        if kind is None or place > 0 and items[place - 1].kind is Kind.NEGATION:
            return
        before = self._phrase_before(items, place)
        after = self._phrase_after(items, place)
        if before is None or after is None:
            return
        pair = (before, after)
        actor = next((m for m in pair if m.kind in (MentionKind.ACTOR, MentionKind.VICTIM)), None)
        site = next((m for m in pair if m.kind in (*_PLACES, MentionKind.OBJECT)), None)
        if actor is None or site is None:
            return
        if kind is RelationKind.CONTROLS:
            yield self._relation(kind, actor, site, "ar.relation.controls")
        else:
            yield self._relation(kind, site, actor, "ar.relation.hosts")

    def _phrase_before(self, items: Sequence[Item], place: int) -> Mention | None:
        for at in range(place - 1, max(-1, place - 5), -1):
            phrase = items[at].phrase
            if phrase is not None:
                return self.maker.mention(phrase)
            if items[at].kind is Kind.VERB:
                return None
        return None

    def _phrase_after(self, items: Sequence[Item], place: int) -> Mention | None:
        for at in range(place + 1, min(len(items), place + 4)):
            phrase = items[at].phrase
            if phrase is not None and self.maker.head_noun(phrase, NounClass.GENERAL) is None:
                return self.maker.mention(phrase)
            if items[at].kind is Kind.VERB:
                return None
        return None
