"""Frames: event words with the arguments found so far, before they become predications."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from extract.analysis import Mention, MentionKind, Predication
from extract.lang.ar.inflection import VerbForm
from extract.lang.ar.lexicon import Noun, NounClass, Sense, Verb
from extract.lang.ar.word import Word
from extract.record import TargetKind

VICTIM_SENSES: Final = frozenset({Sense.KILL, Sense.DIE, Sense.WOUND})


@dataclass(slots=True, eq=False)
class Frame:
    """A predication in the making.

    Attributes:
        predication: What is known so far.
        sentence: Index of its sentence.
        place: Index of its item in the sentence.
        noun, verb: The lexicon entry that opened it.
        classes: Weapon classes found with it.
        used: Items that its arguments stand in.
    """

    predication: Predication
    sentence: int
    place: int
    noun: Noun | None = None
    verb: Verb | None = None
    classes: set[str] = field(default_factory=set)
    used: set[int] = field(default_factory=set)
    merged: bool = False

    def take_means(self, other: Frame) -> None:
        """Take over the type and arguments of an act that is only the means of this one."""
        mine, its = self.predication, other.predication
        mine.type = its.type or mine.type
        for role in ("targets", "places", "weapons", "launches"):
            getattr(mine, role).extend(getattr(its, role))
        if not mine.agents:
            mine.agents.extend(its.agents)


def is_killing(frame: Frame) -> bool:
    """Whether the frame tells of victims only: a verb of dying, «مقتل»."""
    if frame.verb is not None:
        return frame.verb.sense in VICTIM_SENSES
    return frame.noun is not None and frame.noun.noun_class is NounClass.CASUALTY


def is_sound(frame: Frame) -> bool:
    """«انفجار» alone: the sound of an act that another word may name."""
    return frame.noun is not None and frame.noun.sg == "انفجار" and not frame.classes


def form_of(word: Word, verb: Verb) -> VerbForm:
    """The form in which the word stands under one of its readings as a verb."""
    return next(form for one, form in word.verbs if one is verb)


def is_actor_like(mention: Mention) -> bool:
    """Whether the mention names somebody who can act: a party, a force, armed people."""
    if mention.kind is MentionKind.ACTOR:
        return True
    if mention.kind is MentionKind.VICTIM:
        return mention.target_kind in (TargetKind.ARMED_GROUP, TargetKind.STATE_FORCES)
    return mention.kind is MentionKind.WEAPON and mention.target_kind is TargetKind.AIRCRAFT


def named_like(mention: Mention, owner: Mention) -> Mention:
    """Aircraft that stand for their owner: their words, the owner's identity."""
    return Mention(
        mention.words,
        MentionKind.ACTOR,
        entity=owner.entity,
        canonical_en=owner.canonical_en,
        country=owner.country,
        target_kind=owner.target_kind,
        source_kind=owner.source_kind,
    )
