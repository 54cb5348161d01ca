"""Arguments: which role a phrase may have beside an event word, and how it takes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from extract.analysis import Mention, MentionKind
from extract.lang.ar.frame import (
    Frame,
    is_actor_like,
    named_like,
)
from extract.lang.ar.item import Link
from extract.lang.ar.lexicon import NounClass, Sense, WeaponClass
from extract.lang.ar.mention import MentionMaker
from extract.lang.ar.phrase import Phrase
from extract.lang.ar.word import Word
from extract.record import TargetKind

_ARGUMENT_LINKS: Final = {
    Link.AGENT: "agents",
    Link.TARGET: "targets",
    Link.PLACE: "places",
    Link.WEAPON: "weapons",
    Link.ORIGIN: "launches",
}
_ORDINALS: Final = frozenset(
    {
        "الاولي",
        "الاول",
        "الثانيه",
        "الثاني",
        "الثالثه",
        "الثالث",
        "احداهما",
        "احدهما",
        "الاخري",
        "الاخر",
    }
)
_THINGS: Final = (NounClass.WEAPON, NounClass.TARGET, NounClass.TRIGGER, NounClass.GENERAL)
_FIRE: Final = frozenset({"نار", "رصاص", "نيران", "نيرانا", "نارا", "رصاصا"})
_ORIGINS: Final = frozenset({"مصدره", "مصدرها", "منفذه", "منفذها", "منفذوه"})
_EDGES: Final = frozenset(
    {"الحدود", "حدود", "مشارف", "اطراف", "الاطراف", "طريق", "الطريق", "تخوم", "ساحل", "سواحل"}
)


class ArgumentTaker:
    """Gives phrases their roles in frames."""

    def __init__(self, words: Sequence[Word], maker: MentionMaker) -> None:
        self.words = words
        self.maker = maker

    def role_after(self, frame: Frame, link: Link, mention: Mention, phrase: Phrase) -> str | None:
        """The role that a preposition gives the mention it governs, or ``None`` for no argument."""
        preposition = _ARGUMENT_LINKS.get(link)
        placed = mention.kind in (MentionKind.PLACE, MentionKind.FACILITY) or (
            self.maker.head_noun(phrase, NounClass.TRIGGER) is not None
        )
        if link is Link.PLACE and (
            mention.kind is MentionKind.WEAPON or (self.maker.weapon_classes(phrase) and not placed)
        ):
            return "weapons"
        if link is Link.OWNER:
            if is_actor_like(mention) and self._is_owner(frame):
                return None
            if is_actor_like(mention):
                agents = frame.predication.agents
                return (
                    "targets"
                    if agents and frame.noun and frame.noun.idafa == "object"
                    else "agents"
                )
            if frame.noun is None or frame.noun.idafa != "object":
                return None
            self._turn_subject(frame)
            return "targets"
        if link is Link.ORIGIN and is_actor_like(mention):
            launched = frame.verb is not None and frame.verb.sense is Sense.LAUNCH
            return "agents" if launched else None
        if link is Link.ORIGIN and mention.kind is MentionKind.OBJECT and mention.owner is not None:
            return "launches"
        if link is Link.ORIGIN and mention.kind not in (MentionKind.PLACE, MentionKind.FACILITY):
            if self._is_firing_site(frame, mention, phrase):
                return "launches"
            return "weapons" if mention.kind is MentionKind.WEAPON else None
        if link is Link.TARGET and mention.kind is MentionKind.WEAPON:
            return None
        if link is Link.TARGET and self.words[phrase.head].norm in _EDGES:
            return "places"
        if link is Link.OUTCOME and frame.verb is not None and frame.verb.sense is Sense.LAUNCH:
            return "targets"
        return preposition

    def _is_firing_site(self, frame: Frame, mention: Mention, phrase: Phrase) -> bool:
        """«صواريخ أُطلقت من مواقع …»: a site without a name from which weapons fly."""
        sited = self.maker.head_noun(phrase, NounClass.TARGET) is not None
        fired = frame.verb is not None and frame.verb.sense in (Sense.LAUNCH, Sense.EXPLODE)
        return mention.kind is MentionKind.OBJECT and sited and fired and bool(frame.classes)

    def _is_owner(self, frame: Frame) -> bool:
        """«استهداف مقر للحزب»: after the object, «لـ» says whose it is."""
        noun = frame.noun
        return noun is not None and noun.idafa == "object" and bool(frame.predication.targets)

    def _turn_subject(self, frame: Frame) -> None:
        """«استهداف القوات لمواقع»: with an object after «لـ», the genitive is who acts."""
        predication = frame.predication
        acting = [m for m in predication.targets if is_actor_like(m)]
        if acting and not predication.agents:
            predication.agents.extend(acting)
            predication.targets = [m for m in predication.targets if m not in acting]

    def fits(self, role: str, mention: Mention, phrase: Phrase) -> bool:
        """Whether what the mention names can play the role."""
        if role == "places":
            return (
                mention.kind in (MentionKind.PLACE, MentionKind.FACILITY)
                or (
                    mention.kind is MentionKind.OBJECT
                    and self.maker.head_noun(phrase, NounClass.TARGET) is not None
                )
                or (
                    mention.kind is MentionKind.PERSON
                    and mention.entity is None
                    and self._is_bare_name(phrase)
                )
            )
        if role == "weapons":
            return mention.kind is MentionKind.WEAPON or bool(self.maker.weapon_classes(phrase))
        if (
            role != "places"
            and mention.kind is not MentionKind.ACTOR
            and self.maker.is_stray(phrase)
        ):
            return False
        if role == "agents":
            return self._may_act(mention, phrase)
        if role == "launches":
            return mention.kind in (MentionKind.PLACE, MentionKind.FACILITY, MentionKind.OBJECT)
        general = self.maker.head_noun(phrase, NounClass.GENERAL)
        if mention.kind is MentionKind.PERSON and mention.entity is None and self._is_mixed(phrase):
            return False
        known = self.maker.head_noun(
            phrase, NounClass.TARGET, NounClass.VICTIM, NounClass.PLACE, NounClass.ACTOR
        )
        return general is None or known is not None or bool(phrase.names)

    def _may_act(self, mention: Mention, phrase: Phrase) -> bool:
        """Whether the phrase can be the one who did it; a spokesman or a paper only tells."""
        if self.maker.head_noun(phrase, NounClass.SOURCE) is not None and not (
            self.maker.head_noun(phrase, NounClass.ACTOR, NounClass.VICTIM)
        ):
            return False
        if is_actor_like(mention) or mention.kind is MentionKind.VICTIM:
            return True
        if mention.kind is MentionKind.PERSON:
            return mention.entity is not None or not self._is_mixed(phrase)
        if mention.kind is not MentionKind.PLACE or phrase.placed:
            return False
        return mention.source_kind is not None and phrase.first == phrase.head

    def _is_mixed(self, phrase: Phrase) -> bool:
        """«ثاني صاروخ»: an unknown head with a known thing after it is no name."""
        return not self.words[phrase.head].nouns and any(
            word.noun(*_THINGS) is not None for word in self.words[phrase.head : phrase.last + 1]
        )

    def _is_bare_name(self, phrase: Phrase) -> bool:
        words = self.words[phrase.first : phrase.last + 1]
        return len(words) <= 2 and not any(word.nouns for word in words)

    def add(self, frame: Frame, role: str, mention: Mention, phrase: Phrase) -> None:
        """Give the frame the mention in a role; a weapon brings its owner."""
        predication = frame.predication
        if role == "weapons" and self._is_fire(phrase):
            frame.classes |= self.maker.weapon_classes(phrase)
            self._add_owner(frame, phrase)
            return
        if role == "weapons":
            frame.classes |= self.maker.weapon_classes(phrase)
            self._add_owner(frame, phrase)
        if role == "agents" and self._is_suicide(phrase):
            frame.classes.add(WeaponClass.SUICIDE.value)
        if role == "agents" and mention.kind is MentionKind.WEAPON:
            self._add_platform(frame, mention, phrase)
            return
        if role == "places" and mention.kind is MentionKind.OBJECT:
            predication.targets.append(mention)
            return
        getattr(predication, role).append(mention)

    def _is_suicide(self, phrase: Phrase) -> bool:
        """«فجر انتحاري …»: the doer tells the means."""
        adjective = self.words[phrase.head].adjective
        return adjective is not None and adjective.weapon is WeaponClass.SUICIDE

    def _add_owner(self, frame: Frame, phrase: Phrase) -> None:
        """«صاروخ روسي», «رصاص الشرطة»: whose weapon it is, when nobody else acts."""
        owner = self._owner_inside(phrase)
        if owner is not None and not frame.predication.agents:
            frame.predication.agents.append(owner)

    def _is_fire(self, phrase: Phrase) -> bool:
        """«النار», «الرصاص»: the act of firing, not a weapon that is named."""
        word = self.words[phrase.head]
        following = self.words[phrase.head + 1] if phrase.head < phrase.last else None
        bare = following is None or following.adjective is None
        return bare and word.norm.removeprefix("ال") in _FIRE

    def _add_platform(self, frame: Frame, mention: Mention, phrase: Phrase) -> None:
        """A weapon as the one who acts: its owner is the agent, aircraft stand for their owner."""
        classes = self.maker.weapon_classes(phrase)
        frame.classes |= classes
        owner = self._owner_inside(phrase)
        if "aircraft" in classes and "drone" not in classes:
            if owner is not None:
                frame.predication.agents.append(named_like(mention, owner))
            else:
                frame.predication.agents.append(mention)
            noun = self.maker.head_noun(phrase, NounClass.WEAPON)
            if noun is not None and not noun.service:
                frame.predication.weapons.append(mention)
            return
        if owner is None and mention.possessed:
            owner = replace(mention, kind=MentionKind.ACTOR, canonical_en=None)
        if owner is not None:
            frame.predication.agents.append(owner)
        if not self._is_fire(phrase):
            frame.predication.weapons.append(mention)

    def _owner_inside(self, phrase: Phrase) -> Mention | None:
        """Whose weapon it is: a name, a force, else the forces of an adjective of origin."""
        for name in phrase.names:
            if self.maker.actor_of(name) is not None:
                return self.maker.mention_of_name(name)
        for index in range(phrase.head + 1, phrase.last + 1):
            word = self.words[index]
            if word.noun(NounClass.ACTOR) is not None and word.adjective is None:
                return self.maker.mention(phrase.rest(index))
        demonym = self.maker.demonym(phrase)
        if demonym is None:
            return None
        index = next(
            i
            for i in range(phrase.first, phrase.last + 1)
            if self.maker.actors.demonym(self.words[i].norm) is demonym
        )
        return self.maker.forces(demonym, self.maker.span(index, index))

    def is_direction(self, phrase: Phrase) -> bool:
        """«شمال …», «غرب …»: whether the phrase is headed by a point of the compass."""
        return any(noun.direction for noun, _ in self.words[phrase.head].nouns)

    def is_vehicle(self, phrase: Phrase) -> bool:
        """Whether the phrase names a vehicle."""
        target = self.maker.head_noun(phrase, NounClass.TARGET)
        return target is not None and target.kind is TargetKind.VEHICLE

    def is_ordinal(self, phrase: Phrase) -> bool:
        """«الأولى … والثانية …»: words that list what was counted before."""
        return phrase.first == phrase.last and self.words[phrase.head].norm in _ORDINALS

    def is_origin(self, phrase: Phrase) -> bool:
        """«مصدره …»: a phrase that says from whom the act came."""
        return self.words[phrase.first].norm in _ORIGINS
