"""Verbal events: subject, object and voice of verbs of violence; light verbs and «تعرض لـ»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from extract.analysis import Mention, MentionKind, Predication
from extract.lang.ar.argument import ArgumentTaker
from extract.lang.ar.frame import (
    Frame,
)
from extract.lang.ar.item import Item, Kind
from extract.lang.ar.lexicon import NounClass, Sense, Verb, WeaponClass
from extract.lang.ar.light import LightReader, LightVerb
from extract.lang.ar.mention import MentionMaker
from extract.lang.ar.nominal import is_another
from extract.lang.ar.role import RoleReader
from extract.lang.ar.sense import SenseReader
from extract.lang.ar.trigger import TriggerReader
from extract.lang.ar.voice import VoiceReader
from extract.lang.ar.walk import ArgumentWalker
from extract.lang.ar.word import Word
from extract.record import EventStatus, EventType

_THINGS: Final = (
    NounClass.TARGET,
    NounClass.PLACE,
    NounClass.WEAPON,
    NounClass.ACTOR,
    NounClass.VICTIM,
    NounClass.TRIGGER,
)
_PRONOUNS: Final = frozenset(("هو", "هي", "هم"))
_OPENING: Final = "«“„"
_LONGEST_SKIP: Final = 12
_ARABIC: Final = re.compile("[\u0621-\u064a\u066e-\u06d3]")
_CHARGES: Final = frozenset(
    {WeaponClass.CAR_BOMB.value, WeaponClass.SUICIDE.value, WeaponClass.IED.value}
)
_SHOTS: Final = (Sense.LAUNCH, Sense.FALL)


class VerbalFinder:
    """Opens a frame for each event verb, or adds to the frame of a trigger noun."""

    def __init__(
        self,
        words: Sequence[Word],
        maker: MentionMaker,
        arguments: ArgumentTaker,
        triggers: TriggerReader,
        walker: ArgumentWalker,
        senses: SenseReader,
    ) -> None:
        self.words = words
        self.maker = maker
        self.arguments = arguments
        self.triggers = triggers
        self.walker = walker
        self.senses = senses
        self.roles = RoleReader(words, maker, triggers, walker)
        self.voices = VoiceReader(words, maker)
        self.lights = LightReader(words, walker, self.voices)

    def read(
        self,
        number: int,
        items: Sequence[Item],
        place: int,
        nominal: dict[int, Frame],
    ) -> Frame | None:
        """The frame that the verb at ``place`` opens; ``None`` if it opens none."""
        word = self.words[items[place].first]
        left, relative = self._left_subject(items, place, nominal)
        after = self.walker.phrases_after(items, place)
        if len(after) == 2 and self._is_place_after(items, after[1]):
            after = after[:1]
        pronoun = self.walker.has_object_pronoun(word)
        light = word.sense(Sense.LIGHT, Sense.UNDERTAKE, Sense.HIT)
        if light is not None:
            done = LightVerb(place, left, after, nominal, pronoun)
            self.lights.take(light.sense, items, done, negated=self._negated(items, place))
            return None
        around = [*after, left] if left is not None and not relative else after
        verb = self.senses.event_verb(word, items, around)
        if verb is None or self._negated(items, place):
            return None
        voice = self.voices.voice(items, place, word)
        own = voice is not None
        subject, objects = self.roles.arguments(
            word, verb, items, left, relative, after, pronoun, own
        )
        if self._is_figure(verb, items, subject, objects):
            return None
        trigger = next(
            (nominal[p] for p in (subject, *objects) if p is not None and p in nominal), None
        )
        inner: list[Mention] = []
        if trigger is not None and pronoun and self._means_object(trigger):
            inner = [m for m in trigger.predication.targets if m.kind is MentionKind.WEAPON]
            trigger, objects = None, []
        if trigger is not None:
            self._merge_verb(trigger, verb, items, subject, objects, nominal)
            return None
        frame = self._new_verbal(number, place, items, word, verb, subject, objects)
        if voice is not None and subject is None:
            frame.predication.agents.append(voice)
        if inner:
            frame.classes |= nominal[left].classes if left in nominal else set()
            frame.predication.weapons.extend(inner)
        self._between(frame, items, place, (subject, *objects))
        last = max(
            [place, *objects, *([subject] if subject is not None and subject > place else [])]
        )
        self.walker.walk(frame, items, last + 1, nominal)
        flown = verb.sense is Sense.LAUNCH and word.passive
        flown = flown or (verb.sense is Sense.EXPLODE and bool(frame.predication.launches))
        if flown and left == place - 1:
            frame.predication.continues = True  # «صواريخ أُطلقت من …»: a clause about the weapon
        if self._is_future(word):
            frame.predication.status = EventStatus.THREATENED
        return frame

    def _between(
        self, frame: Frame, items: Sequence[Item], place: int, ends: Sequence[int | None]
    ) -> None:
        """«أمطروا بقذائف الهاون تجمعات»: arguments between the verb and its object."""
        last = max((end for end in ends if end is not None), default=place)
        for at in range(place + 1, last - 1):
            if items[at].kind is Kind.PREPOSITION and items[at + 1].phrase is not None:
                self.walker.take_linked(frame, items, at)

    def _is_place_after(self, items: Sequence[Item], place: int) -> bool:
        """«… في هجوم شرق تدمر»: a phrase of direction behind other words is no object."""
        phrase = items[place].phrase
        return phrase is not None and self.arguments.is_direction(phrase)

    def _is_figure(
        self, verb: Verb, items: Sequence[Item], subject: int | None, objects: Sequence[int]
    ) -> bool:
        """«انفجرت الأسعار», «استهدف التضخم»: what goes off or is hit is no thing."""
        if verb.sense not in (Sense.EXPLODE, Sense.ATTACK):
            return False
        ends = objects or ([subject] if subject is not None and verb.sense is Sense.EXPLODE else [])
        phrases = [items[p].phrase for p in ends]
        return bool(phrases) and all(
            phrase is not None
            and not phrase.names
            and self.maker.head_noun(phrase, *_THINGS) is None
            and self.maker.head_noun(phrase, NounClass.GENERAL) is not None
            for phrase in phrases
        )

    @staticmethod
    def _means_object(trigger: Frame) -> bool:
        """«اعتراض طائرة أطلقها …»: the pronoun means what was intercepted, not the act."""
        return trigger.noun is not None and trigger.noun.idafa == "object"

    def _left_subject(
        self, items: Sequence[Item], place: int, nominal: dict[int, Frame]
    ) -> tuple[int | None, bool]:
        """The bare phrase before a verb in its clause, and whether a relative stands between."""
        at = place - 1
        relative = False
        skipped = 0
        if self._opens_quote(items, at):
            return None, False
        while at >= 0 and skipped < _LONGEST_SKIP:
            item = items[at]
            if item.kind in (Kind.TIME, Kind.OTHER) or item.bracketed:
                at -= 1
                continue
            if item.kind is Kind.SIGN:
                if self.words[item.first].text in "،,«»“”\"'":
                    at -= 1
                    skipped += 1
                    continue
                return None, relative
            if item.kind is Kind.RELATIVE and not relative:
                relative = True
                at -= 1
                continue
            if at == place - 1 and self._is_cleft(items, at):
                at -= 2
                continue
            if item.kind is Kind.VERB:
                word = self.words[item.first]
                if word.norm in ("كان", "كانت", "كانوا"):
                    at -= 1
                    continue
                return None, relative
            if item.kind is Kind.CONJUNCTION and items[at + 1].kind is Kind.PREPOSITION:
                at -= 1
                skipped += 1
                continue
            if item.kind is not Kind.PHRASE or self._is_foreign(item):
                return None, relative
            governed = at > 0 and items[at - 1].kind is Kind.PREPOSITION
            if governed and at == place - 1 and self._resumes(items, place):
                return at, False
            if relative and item.phrase is not None and self.arguments.is_direction(item.phrase):
                at -= 1
                continue
            if relative:
                return at, True
            if at in nominal and skipped == 0 and not nominal[at].predication.definite:
                return at, False
            if governed:
                at -= 2
                skipped += 1
                continue
            if (
                at > 0
                and items[at - 1].kind is Kind.VERB
                and self.words[items[at - 1].first].reports
            ):
                return None, False
            return at, False
        return None, relative

    def _is_foreign(self, item: Item) -> bool:
        """«date 2025-08-24 قصفت …»: signs of the page that names nobody, glued to the text."""
        assert item.phrase is not None
        words = self.words[item.first : item.last + 1]
        return not item.phrase.names and not any(_ARABIC.search(word.text) for word in words)

    def _is_cleft(self, items: Sequence[Item], at: int) -> bool:
        """«عناصر الحزب هم من أطلقوا …»: the pronoun and «من» between subject and verb."""
        return (
            at > 0
            and self.words[items[at].first].norm == "من"
            and self.words[items[at - 1].first].norm in _PRONOUNS
        )

    def _opens_quote(self, items: Sequence[Item], at: int) -> bool:
        """Whether a quotation opens at an item: who stands before it speaks and does not act."""
        if at < 0 or not self.words[items[at].first].is_quote:
            return False
        mark = self.words[items[at].first].text
        if mark != '"':
            return mark in _OPENING
        marks = sum(self.words[item.first].text == mark for item in items[: at + 1])
        return marks % 2 == 1

    def _resumes(self, items: Sequence[Item], place: int) -> bool:
        """«بلغم زرعته …»: a clause about the indefinite weapon before it."""
        phrase = items[place - 1].phrase
        assert phrase is not None
        word = self.words[items[place].first]
        flies = word.passive or word.sense(Sense.FALL, Sense.EXPLODE) is not None
        pronoun = flies or self.walker.has_object_pronoun(word)
        indefinite = not self.words[phrase.head].is_definite
        return (
            pronoun
            and indefinite
            and self.walker.mention(items[place - 1]).kind is (MentionKind.WEAPON)
        )

    def _new_verbal(
        self,
        number: int,
        place: int,
        items: Sequence[Item],
        word: Word,
        verb: Verb,
        subject: int | None,
        objects: list[int],
    ) -> Frame:
        ends = [items[place].last, *(items[p].last for p in objects if p > place)]
        if subject is not None and subject == place + 1 and not objects:
            ends.append(items[subject].last)
        type_ = verb.type if not verb.generic else None
        frame = Frame(
            Predication(
                self.maker.span(items[place].first, max(ends)),
                type_,
                f"ar.verb.{verb.gloss.split(' ')[0]}",
            ),
            number,
            place,
            verb=verb,
        )
        frame.predication.other = any(
            self._is_another(items[p]) for p in (subject, *objects) if p is not None
        )
        if subject is not None:
            self.walker.take(frame, "agents", items, subject)
            frame.predication.definite = self._points_back(items[subject])
        elif objects and word.passive and verb.sense in _SHOTS:
            frame.predication.definite = self._points_back(items[objects[0]])
        elif not objects or self.walker.has_object_pronoun(word):
            frame.predication.definite = True
            if verb.sense in (Sense.EXPLODE, Sense.CLASH):
                frame.predication.type = None
        for p in objects:
            phrase = items[p].phrase
            assert phrase is not None
            if any(piece in self.words[phrase.head].norm for piece in verb.needs):
                continue  # «تبادلوا النار»: part of what the verb says
            if self.arguments.is_direction(phrase):
                self.arguments.add(frame, "places", self.walker.mention(items[p]), phrase)
                continue
            if self.maker.weapon_classes(phrase) and verb.sense is Sense.INTERCEPT:
                frame.predication.targets.append(self.walker.mention(items[p]))
            elif (verb.type is EventType.IED_OR_MINE and self._is_charge(items[p])) or (
                self.maker.weapon_classes(phrase)
                and verb.sense
                in (
                    Sense.LAUNCH,
                    Sense.FALL,
                    Sense.EXPLODE,
                )
            ):
                self.arguments.add(frame, "weapons", self.walker.mention(items[p]), phrase)
            elif verb.sense is Sense.EXPLODE and self.arguments.is_vehicle(phrase):
                frame.classes.add(WeaponClass.CAR_BOMB.value)
                frame.predication.weapons.append(self.walker.mention(items[p]))
            else:
                self.walker.take(frame, "targets", items, p)
        return frame

    def _is_another(self, item: Item) -> bool:
        """«عبوة أخرى انفجرت»: not the one told before."""
        weapon = item.phrase is not None and bool(self.maker.weapon_classes(item.phrase))
        return weapon and is_another(self.words, item.first, item.last)

    def _is_charge(self, item: Item) -> bool:
        """«فجر سيارته المفخخة», «فجر حزامه»: what one blows up to hit something else."""
        assert item.phrase is not None
        return self.walker.mention(item).kind is MentionKind.WEAPON and bool(
            self.maker.weapon_classes(item.phrase) & _CHARGES
        )

    def _points_back(self, item: Item) -> bool:
        """«الصواريخ», «الانفجار» as subject: weapons or acts already spoken of."""
        assert item.phrase is not None
        head = self.words[item.phrase.head]
        return (
            head.has_article
            and item.phrase.last == item.phrase.head
            and (head.noun(NounClass.WEAPON, NounClass.TRIGGER) is not None)
        )

    def _merge_verb(
        self,
        frame: Frame,
        verb: Verb,
        items: Sequence[Item],
        subject: int | None,
        objects: list[int],
        nominal: dict[int, Frame],
    ) -> None:
        """A verb about a nominal trigger adds its other argument to the trigger's frame."""
        if verb.wards:
            return  # «أحبطت القوات هجوماً»: they foiled it, they did not carry it out
        for p in objects:
            if p not in nominal and not frame.predication.targets:
                self.walker.take(frame, "targets", items, p)
                self.walker.walk(frame, items, p + 1, nominal)
        if (
            subject is not None
            and subject not in nominal
            and verb.sense in (Sense.CLASH, Sense.INTERCEPT)
        ) or (subject is not None and subject not in nominal and not frame.predication.agents):
            self.walker.take(frame, "agents", items, subject)

    def _negated(self, items: Sequence[Item], place: int) -> bool:
        before = items[place - 1] if place > 0 else None
        return before is not None and before.kind is Kind.NEGATION

    @staticmethod
    def _is_future(word: Word) -> bool:
        return (
            word.norm.startswith("س")
            and any(not form.past for _, form in word.verbs)
            and not any(form.form == word.norm for _, form in word.verbs)
        )
