"""Nominal events: «غارة إسرائيلية», «قصف مدفعي», «اغتيال القائد»."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from extract.analysis import MentionKind, Predication
from extract.lang.ar.argument import ArgumentTaker
from extract.lang.ar.frame import (
    Frame,
    is_actor_like,
    is_killing,
)
from extract.lang.ar.inflection import Number
from extract.lang.ar.item import Item
from extract.lang.ar.lexicon import Noun, NounClass
from extract.lang.ar.mention import HELD, MentionMaker
from extract.lang.ar.phrase import Phrase
from extract.lang.ar.trigger import TriggerReader
from extract.lang.ar.word import Word
from extract.record import EventType

_OTHERS: Final = frozenset(
    {
        "اخر",
        "اخري",
        "اخرين",
        "ثان",
        "ثاني",
        "ثانيه",
        "ثالث",
        "ثالثه",
        "رابع",
        "رابعه",
        "مماثل",
        "مماثله",
        "منفصل",
        "منفصله",
        "مشابه",
        "مشابهه",
        "ممثال",
    }
)

_BLASTS: Final = (EventType.SUICIDE_OR_CAR_BOMB, EventType.IED_OR_MINE)


def is_another(words: Sequence[Word], first: int, last: int) -> bool:
    """«هجوم آخر», «انفجار ثان»: whether the words set an act apart from one told before."""
    return any(words[i].norm in _OTHERS for i in range(first, last + 1))


class NominalFinder:
    """Opens a frame for each trigger noun."""

    def __init__(
        self,
        words: Sequence[Word],
        maker: MentionMaker,
        arguments: ArgumentTaker,
        triggers: TriggerReader,
    ) -> None:
        self.words = words
        self.maker = maker
        self.arguments = arguments
        self.triggers = triggers

    def read(self, number: int, place: int, item: Item) -> Frame | None:
        """The frame that an item of sentence ``number`` opens, if its noun names an act."""
        if item.phrase is None:
            return None
        found = self.triggers.trigger_word(item.phrase)
        if found is None:
            found = self.triggers.killing_word(item.phrase)
        if found is None:
            return None
        index, noun = found
        phrase = item.phrase
        word = self.words[index]
        if noun.weak and index < phrase.last and self.words[index + 1].is_quote:
            return None  # an operation called by its name
        if index > phrase.first and self._is_held(index):
            return None  # «مناطق سيطرة …»: whose area it is, no act
        last = phrase.last
        frame = Frame(
            Predication(
                self.maker.span(index, last),
                noun.type if not noun.generic else None,
                f"ar.noun.{noun.gloss.replace(' ', '-')}",
                definite=word.is_definite and self.triggers.only_adjectives(index + 1, last),
                other=is_another(self.words, index, last),
                several=word.number is Number.PLURAL and phrase.numeral is None,
            ),
            number,
            place,
            noun=noun,
        )
        frame.classes |= self.triggers.classes(index + 1, last)
        self._inside(frame, phrase, index)
        if (noun.needs_weapon and not frame.classes) or self._is_figure(noun, phrase, index):
            return None
        return frame

    def _is_held(self, index: int) -> bool:
        before = self.words[index - 1]
        held = before.noun(NounClass.PLACE, NounClass.TARGET) is not None
        return held and self.words[index].norm in HELD

    def _is_figure(self, noun: Noun, phrase: Phrase, index: int) -> bool:
        """«استهداف معدل التضخم»: what is aimed at is no thing."""
        if noun.idafa != "object" or index >= phrase.last or phrase.names:
            return False
        readings = {one.noun_class for one, _ in self.words[index + 1].nouns}
        return readings == {NounClass.GENERAL}

    def _is_service(self, genitive: Phrase) -> bool:
        """«استهداف الطيران …»: an arm of the forces after a noun of action is who acts."""
        noun = self.maker.head_noun(genitive, NounClass.WEAPON)
        return noun is not None and noun.service

    @staticmethod
    def _is_arm(frame: Frame, word: Word) -> bool:
        objective = frame.noun is not None and frame.noun.idafa == "object"
        return objective and word.noun(NounClass.WEAPON) is not None

    @staticmethod
    def _is_blast(frame: Frame) -> bool:
        """«تفجير سيارة مفخخة»: what goes off is the means, not the target."""
        return frame.noun is not None and frame.noun.type in _BLASTS

    def _inside(self, frame: Frame, phrase: Phrase, index: int) -> None:
        """Arguments inside the trigger's own phrase: genitive and adjective of origin."""
        place = index + 1
        while place <= phrase.last:
            word = self.words[place]
            demonym = self.maker.actors.demonym(word.norm)
            if demonym is not None and is_killing(frame):
                break  # «استشهاد فلسطينيين»: those who died
            if demonym is not None and not word.nouns:
                forces = self.maker.forces(demonym, self.maker.span(place, place))
                if forces is not None:
                    frame.predication.agents.append(forces)
                place += 1
            elif self._is_arm(frame, word):
                break  # «إسقاط مسيرة»: the machine, not an adjective
            elif word.adjective is not None and (not word.nouns or place == index + 1):
                place += 1
            else:
                break
        if place > phrase.last or (
            self.words[place].adjective is not None and not self.words[place].nouns
        ):
            return
        genitive = phrase.rest(place)
        mention = self.maker.mention(genitive)
        if mention.kind is MentionKind.WEAPON and self._is_service(genitive):
            self.arguments.add(frame, "agents", mention, genitive)
            return
        charge = mention.kind is MentionKind.WEAPON and self._is_blast(frame)
        if (
            frame.noun is not None
            and not charge
            and (frame.noun.idafa == "object" or is_killing(frame))
        ):
            self.arguments.add(frame, "targets", mention, genitive)
        elif mention.kind is MentionKind.WEAPON:
            self.arguments.add(frame, "weapons", mention, genitive)
        elif is_actor_like(mention):
            self.arguments.add(frame, "agents", mention, genitive)
        elif mention.kind in (MentionKind.PLACE, MentionKind.FACILITY):
            self.arguments.add(frame, "places", mention, genitive)
