"""Event words with their arguments: who did what to whom, with what, where, by grammar.

Nominal triggers («غارة», «قصف مدفعي») and verbal ones («استهدف», «هاجمت») open a frame each. Its
arguments come from the phrase itself (adjectives of origin, genitives), from the subject and object
places of the verb, and from the prepositions after it, not from nearness.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from extract.analysis import MentionKind
from extract.lang.ar.argument import ArgumentTaker
from extract.lang.ar.frame import (
    Frame,
    is_killing,
    is_sound,
)
from extract.lang.ar.front import FrontReader
from extract.lang.ar.item import Item, Kind, Link
from extract.lang.ar.lexicon import Lexicon, Sense, WeaponClass
from extract.lang.ar.mention import MentionMaker
from extract.lang.ar.nominal import NominalFinder
from extract.lang.ar.sense import SenseReader
from extract.lang.ar.toll.course import CourseReader
from extract.lang.ar.trigger import TriggerReader
from extract.lang.ar.verbal import VerbalFinder
from extract.lang.ar.walk import ArgumentWalker
from extract.lang.ar.word import Word
from extract.record import EventStatus, EventType, SourceKind, TargetKind

_AIR_POWERS: Final = frozenset({"IL", "US", "RU", "GB", "FR", "SA", "AE", "TR"})
_VAGUE_TYPES: Final = (EventType.ARTILLERY_SHELLING, EventType.IED_OR_MINE)


_LIGHT_ARMS: Final = frozenset({WeaponClass.SMALL_ARMS.value})
_FLYING: Final = frozenset({WeaponClass.MISSILE.value, WeaponClass.DRONE.value})
_CLAUSE_ENDS: Final = (Kind.CONJUNCTION, Kind.SUBORDINATOR, Kind.RELATIVE, Kind.VERB)
_IF: Final = frozenset({"اذا", "لو"})
_POSSIBLE: Final = frozenset(
    ("محتمل", "محتمله", "وشيك", "وشيكه", "مستقبلي", "مستقبليه", "مرتقب", "مرتقبه")
)
_WITHOUT: Final = frozenset(("دون", "بدون", "بلا"))
_WITHOUT_REACH: Final = 5
_JOINING: Final = frozenset({"و", "ثم", "ف"})
_OUTLOOK: Final = 7
_TALLIED: Final = 3


class FrameFinder:
    """Finds the frames of one article."""

    def __init__(
        self,
        words: Sequence[Word],
        sentences: Sequence[Sequence[Item]],
        maker: MentionMaker,
        lexicon: Lexicon,
    ) -> None:
        self.words = words
        self.sentences = sentences
        self.lexicon = lexicon
        arguments = ArgumentTaker(words, maker)
        triggers = TriggerReader(words, maker)
        self.walker = ArgumentWalker(words, maker, arguments, triggers)
        self.nominals = NominalFinder(words, maker, arguments, triggers)
        self.fronts = FrontReader(words, self.walker)
        self._course = CourseReader(words)
        senses = SenseReader(words, maker, self.walker)
        self.verbals = VerbalFinder(words, maker, arguments, triggers, self.walker, senses)

    def frames(self) -> list[Frame]:
        """All frames in the order of the text."""
        found: list[Frame] = []
        for number, items in enumerate(self.sentences):
            here = self._sentence_frames(number, items)
            self._add_used(items, here, [f for f in found if f.sentence == number - 1])
            found.extend(here)
        return found

    def _add_used(
        self, items: Sequence[Item], here: Sequence[Frame], earlier: Sequence[Frame]
    ) -> None:
        """«استخدمت فيه الرشاشات»: weapons used in the act told last, here or a sentence ago."""
        for place, item in enumerate(items):
            if item.kind is not Kind.VERB or self.words[item.first].sense(Sense.USE) is None:
                continue
            if place > 0 and items[place - 1].kind in (Kind.NEGATION, Kind.SUBORDINATOR):
                continue
            frames = [frame for frame in here if frame.place < place] or earlier
            if frames:
                self._take_used(frames[-1], items, place)

    def _take_used(self, frame: Frame, items: Sequence[Item], place: int) -> None:
        for at in self.walker.phrases_after(items, place):
            mention = self.walker.mention(items[at])
            if mention.kind is MentionKind.WEAPON:
                self.walker.take(frame, "weapons", items, at)
                return

    def _sentence_frames(self, number: int, items: Sequence[Item]) -> list[Frame]:
        nominal = {
            place: frame
            for place, item in enumerate(items)
            if (frame := self.nominals.read(number, place, item)) is not None
        }
        tallies = [at for at in nominal if _is_tally(items[at])]
        if tallies and self._course.sums_up(items):
            for at in tallies:
                del nominal[at]
        for place, frame in nominal.items():
            self.walker.walk(frame, items, place + 1, nominal)
        verbal: list[Frame] = []
        for place, item in enumerate(items):
            if item.kind is Kind.VERB:
                frame_or_none = self.verbals.read(number, items, place, nominal)
                if frame_or_none is not None:
                    verbal.append(frame_or_none)
        frames = sorted([*nominal.values(), *verbal], key=lambda frame: frame.place)
        kept = [
            frame
            for frame in frames
            if not (frame.merged or self._is_unreal(frame, items)) and self._is_event(frame, frames)
        ]
        self.fronts.add(items, kept)
        return self._settled(kept, items)

    def _settled(self, found: Sequence[Frame], items: Sequence[Item]) -> list[Frame]:
        """The frames with their types; «برشقة صاروخية» goes into the verb whose means it is."""
        kept: list[Frame] = []
        before: Frame | None = None
        for frame in found:
            self._settle_type(frame)
            if before is not None and self._is_means(frame, before, items):
                before.take_means(frame)
                continue
            frame.predication.weak = self._is_weak(frame) or self._tells_whence(frame, before)
            frame.predication.continues |= self._continues(frame, before, items)
            frame.predication.status = frame.predication.status or self._outlook(frame, items)
            kept.append(frame)
            before = frame
        return kept

    def _is_means(self, frame: Frame, before: Frame, items: Sequence[Item]) -> bool:
        """«قصفت … برشقة صاروخية», «استهدفت … بقصف»: an act after «بـ» in the verb's clause."""
        verb = before.verb
        if verb is None or verb.sense is not Sense.ATTACK or frame.noun is None:
            return False
        between = items[before.place + 1 : frame.place]
        if not between or between[-1].kind is not Kind.PREPOSITION:
            return False
        clause = not any(item.kind in _CLAUSE_ENDS for item in between)
        return clause and self.words[between[-1].first].norm == "ب"

    def _continues(self, frame: Frame, before: Frame | None, items: Sequence[Item]) -> bool:
        """«… وحاصرت … ثم اقتادت»: a verb joined to the one before it, by the same subject."""
        if before is None or frame.verb is None or before.verb is None or frame.place == 0:
            return False
        joint = items[frame.place - 1]
        return joint.kind is Kind.CONJUNCTION and self.words[joint.first].norm in _JOINING

    def _outlook(self, frame: Frame, items: Sequence[Item]) -> EventStatus | None:
        """Planned, pretended or threatened acts, by the verb or pretext that governs them."""
        if frame.place > 0 and self.words[items[frame.place - 1].first].norm in _IF:
            return EventStatus.THREATENED
        for item in reversed(items[max(0, frame.place - _OUTLOOK) : frame.place]):
            if item.link is Link.PRETEXT:
                return EventStatus.PLANNED
            if item.kind is Kind.VERB:
                word = self.words[item.first]
                if word.sense(Sense.PLAN) is not None:
                    return EventStatus.PLANNED
                threat = word.sense(Sense.THREATEN)
                return EventStatus.THREATENED if threat and not threat.general else None
        return None

    def _is_unreal(self, frame: Frame, items: Sequence[Item]) -> bool:
        """Whether the act is one that nobody ordered or that may come: such acts are none."""
        return (
            self._was_not_ordered(frame, items)
            or self._is_possible(items[frame.place])
            or self._is_missing(frame, items)
        )

    def _is_missing(self, frame: Frame, items: Sequence[Item]) -> bool:
        """«من دون الإعلان عن اعتقال أحد»: an act that did not come about."""
        if frame.noun is None:
            return False
        for item in reversed(items[max(0, frame.place - _WITHOUT_REACH) : frame.place]):
            if item.kind in (Kind.VERB, Kind.CONJUNCTION, Kind.SUBORDINATOR, Kind.SIGN):
                return False
            norms = {self.words[index].norm for index in range(item.first, item.last + 1)}
            if norms & _WITHOUT:
                return True
        return False

    def _is_possible(self, item: Item) -> bool:
        """«هجمات محتملة», «هجوم وشيك»."""
        if item.phrase is None:
            return False
        rest = self.words[item.phrase.head + 1 : item.phrase.last + 1]
        return any(word.norm.removeprefix("ال") in _POSSIBLE for word in rest)

    def _was_not_ordered(self, frame: Frame, items: Sequence[Item]) -> bool:
        """«لم يأمر … بقصف القرية»: an act that nobody ordered is none."""
        for place in range(frame.place - 1, max(0, frame.place - _OUTLOOK), -1):
            if items[place].kind is Kind.VERB:
                order = self.words[items[place].first].sense(Sense.ORDER)
                return order is not None and items[place - 1].kind is Kind.NEGATION
        return False

    @staticmethod
    def _tells_whence(frame: Frame, before: Frame | None) -> bool:
        """«ضربت المدينة صواريخ أُطلقت من …»: where the weapons of the act before came from.

        What was intercepted was launched in an act of its own.
        """
        if before is None or before.predication.type is EventType.INTERCEPTION:
            return False
        predication = frame.predication
        return predication.continues and bool(predication.launches) and not predication.targets

    @staticmethod
    def _is_weak(frame: Frame) -> bool:
        """Whether the frame names no kind of act of its own."""
        if is_killing(frame):
            return frame.classes <= _LIGHT_ARMS
        if frame.verb is not None and frame.predication.definite:
            return True
        if frame.noun is not None and (frame.noun.weak or is_sound(frame)):
            return True
        if frame.verb is not None and frame.verb.weak:
            return True
        return frame.predication.type is None and frame.predication.fallback is None

    def _is_event(self, frame: Frame, frames: Sequence[Frame]) -> bool:
        """Whether the frame names an act of its own rather than a part of a neighbour's."""
        predication = frame.predication
        if is_killing(frame):
            if frame.classes or predication.agents:
                return bool(predication.targets) or bool(predication.agents)
            if any(f is not frame and not is_killing(f) for f in frames):
                return False
            first = next(f for f in frames if is_killing(f))
            return first is frame and bool(predication.targets)
        spoken = all(agent.source_kind is SourceKind.MEDIA for agent in predication.agents)
        if predication.agents and spoken and not frame.classes:
            return False  # a paper's attack is one of words
        if frame.noun is not None and frame.noun.weak:
            return bool(frame.classes) or bool(predication.agents and predication.targets)
        return True

    def _settle_type(self, frame: Frame) -> None:
        self._refine_type(frame)
        predication = frame.predication
        source = frame.noun or frame.verb
        if (
            source is not None
            and predication.type in _VAGUE_TYPES
            and source.refine
            and (not frame.classes)
        ):
            predication.fallback, predication.type = predication.type, None

    def _refine_type(self, frame: Frame) -> None:
        predication = frame.predication
        if frame.noun is not None and frame.noun.downs and frame.classes & _FLYING:
            predication.type = EventType.INTERCEPTION
            return
        classes = [WeaponClass(value) for value in sorted(frame.classes)]
        refined = self.lexicon.refine(classes)
        generic = predication.type is None
        source = frame.noun or frame.verb
        refinable = source is not None and source.refine
        if is_killing(frame) or (
            frame.verb is not None
            and frame.verb.sense
            in (
                Sense.LAUNCH,
                Sense.FALL,
                Sense.EXPLODE,
            )
        ):
            predication.type = refined or (
                EventType.IED_OR_MINE
                if frame.verb is not None and frame.verb.sense is Sense.EXPLODE
                else None
            )
        elif (generic or refinable) and refined is not None:
            predication.type = refined
        elif (
            refinable
            and predication.type is EventType.ARTILLERY_SHELLING
            and any(
                agent.country in _AIR_POWERS and agent.target_kind is TargetKind.STATE_FORCES
                for agent in predication.agents
            )
        ):
            predication.type = EventType.AIR_STRIKE


def _is_tally(item: Item) -> bool:
    """«66 هجوماً منذ أكتوبر»: acts counted over a long time are no act of their own."""
    numeral = item.phrase.numeral if item.phrase is not None else None
    return numeral is not None and (numeral.low is None or numeral.low >= _TALLIED)
