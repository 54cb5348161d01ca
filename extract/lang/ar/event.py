"""Event words with their arguments: who did what to whom, with what, where, by grammar.

Nominal triggers («غارة», «قصف مدفعي») and verbal ones («استهدف», «هاجمت») open a frame each. Its
arguments come from the phrase itself (adjectives of origin, genitives), from the subject and object
places of the verb, and from the prepositions after it, not from nearness.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from extract.analysis import Mention, MentionKind, Predication, Words
from extract.fold import fold
from extract.lang.ar.inflection import Number, VerbForm
from extract.lang.ar.item import Item, Kind, Link
from extract.lang.ar.lexicon import Lexicon, Noun, NounClass, Sense, Verb, WeaponClass
from extract.lang.ar.mention import MentionMaker
from extract.lang.ar.phrase import Phrase
from extract.lang.ar.word import Word
from extract.record import CasualtyStatus, EventStatus, EventType, TargetKind

_EVENT_SENSES: Final = frozenset(
    {
        Sense.ATTACK,
        Sense.ARREST,
        Sense.ABDUCT,
        Sense.ASSASSINATE,
        Sense.INTERCEPT,
        Sense.CAPTURE,
        Sense.CLASH,
        Sense.EXPLODE,
        Sense.FALL,
        Sense.LAUNCH,
        Sense.HIT,
        Sense.KILL,
        Sense.DIE,
        Sense.WOUND,
        Sense.SEIZE_SHIP,
    }
)
_VICTIM_SENSES: Final = frozenset({Sense.KILL, Sense.DIE, Sense.WOUND})
_AIR_POWERS: Final = frozenset({"IL", "US", "RU", "GB", "FR", "SA", "AE", "TR"})
_FLYING: Final = frozenset({"missile", "drone", "aircraft", "artillery"})
_ARGUMENT_LINKS: Final = {
    Link.AGENT: "agents",
    Link.TARGET: "targets",
    Link.PLACE: "places",
    Link.WEAPON: "weapons",
    Link.ORIGIN: "launches",
}
_ENDING_LINKS: Final = (Link.SOURCE, Link.RESPONSE, Link.PURPOSE, Link.PRETEXT, Link.CAUSE)
_ORDINALS: Final = frozenset(
    "الاولي الاول الثانيه الثاني الثالثه الثالث احداهما احدهما الاخري الاخر".split()
)
_SELF: Final = ("نه", "نها", "نهم", "ننا")
_FIRE: Final = frozenset("نار رصاص نيران نيرانا نارا رصاصا".split())
_ORIGINS: Final = frozenset("مصدره مصدرها منفذه منفذها منفذوه".split())
_EDGES: Final = frozenset("الحدود حدود مشارف اطراف الاطراف طريق الطريق تخوم ساحل سواحل".split())
_VAGUE_TYPES: Final = (EventType.ARTILLERY_SHELLING, EventType.IED_OR_MINE)
_NAMELY: Final = frozenset("هما هي هو هم".split())
_LONGEST_WALK: Final = 24
_LONGEST_SKIP: Final = 12
_NEEDED_REACH: Final = 9
_CONTROLLED: Final = frozenset("سيطره نفوذ".split())


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
        self.maker = maker
        self.lexicon = lexicon
        self._mentions: dict[int, Mention] = {}

    def frames(self) -> list[Frame]:
        """All frames in the order of the text."""
        found: list[Frame] = []
        for number, items in enumerate(self.sentences):
            found.extend(self._sentence_frames(number, items))
        return found

    # -- one sentence ---------------------------------------------------------------------------

    def _sentence_frames(self, number: int, items: Sequence[Item]) -> list[Frame]:
        nominal = {
            place: frame
            for place, item in enumerate(items)
            if (frame := self._nominal(number, place, item)) is not None
        }
        for place, frame in nominal.items():
            self._walk(frame, items, place + 1, nominal)
        verbal: list[Frame] = []
        subjects: dict[int, tuple[Item, ...]] = {}
        for place, item in enumerate(items):
            if item.kind is Kind.VERB:
                frame_or_none = self._verbal(number, items, place, nominal, subjects)
                if frame_or_none is not None:
                    verbal.append(frame_or_none)
        frames = sorted([*nominal.values(), *verbal], key=lambda frame: frame.place)
        kept = [frame for frame in frames if not frame.merged and self._is_event(frame, frames)]
        for frame in kept:
            self._settle_type(frame)
            frame.predication.weak = self._is_weak(frame)
        return kept

    @staticmethod
    def _is_weak(frame: Frame) -> bool:
        """Whether the frame names no kind of act of its own."""
        if _is_killing(frame):
            return not frame.classes
        if frame.noun is not None and (frame.noun.weak or _is_sound(frame)):
            return True
        return frame.predication.type is None and frame.predication.fallback is None

    def mention(self, item: Item) -> Mention:
        """The mention of a phrase item, made once."""
        assert item.phrase is not None
        found = self._mentions.get(item.first)
        if found is None:
            found = self._mentions[item.first] = self.maker.mention(item.phrase)
        return found

    # -- nominal triggers -----------------------------------------------------------------------

    def _nominal(self, number: int, place: int, item: Item) -> Frame | None:
        if item.phrase is None:
            return None
        found = self._trigger_word(item.phrase)
        if found is None:
            found = self._killing_word(item.phrase)
        if found is None:
            return None
        index, noun = found
        phrase = item.phrase
        word = self.words[index]
        if noun.weak and index < phrase.last and self.words[index + 1].is_quote:
            return None  # an operation called by its name
        last = phrase.last
        frame = Frame(
            Predication(
                self.maker.span(index, last),
                noun.type if not noun.generic else None,
                f"ar.noun.{noun.gloss.replace(' ', '-')}",
                definite=word.is_definite and self._only_adjectives(index + 1, last),
                several=word.number is Number.PLURAL and phrase.numeral is None,
            ),
            number,
            place,
            noun=noun,
        )
        frame.classes |= self._classes(index + 1, last)
        self._inside(frame, phrase, index)
        if noun.needs_weapon and not frame.classes:
            return None
        return frame

    def _only_adjectives(self, first: int, last: int) -> bool:
        """Whether only adjectives that name no party stand here («الهجمات الصاروخية»)."""
        return all(
            self.words[i].adjective is not None
            and self.maker.actors.demonym(self.words[i].norm) is None
            for i in range(first, last + 1)
        )

    def _trigger_word(self, phrase: Phrase) -> tuple[int, Noun] | None:
        for index in range(phrase.first, phrase.last + 1):
            word = self.words[index]
            noun = word.noun(NounClass.TRIGGER)
            if noun is None or any(name.first <= index <= name.last for name in phrase.names):
                continue
            if noun.weak and phrase.last > index:
                later = self._trigger_word(
                    Phrase(index + 1, phrase.last, index + 1, names=phrase.names)
                )
                if later is not None:
                    return later
            return index, noun
        return None

    def _killing_word(self, phrase: Phrase) -> tuple[int, Noun] | None:
        """«مقتل», «استشهاد» and the like at the head of a phrase: the death may be the event."""
        word = self.words[phrase.head]
        noun = word.noun(NounClass.CASUALTY)
        if (
            noun is None
            or not noun.act
            or noun.status is not CasualtyStatus.KILLED
            or word.is_definite
        ):
            return None
        return phrase.head, noun

    def _classes(self, first: int, last: int) -> set[str]:
        found: set[str] = set()
        for index in range(first, last + 1):
            word = self.words[index]
            if word.adjective is not None and word.adjective.weapon is not None:
                found.add(word.adjective.weapon.value)
            weapon = word.noun(NounClass.WEAPON)
            if weapon is not None and weapon.weapon is not None:
                found.add(weapon.weapon.value)
        return found

    def _inside(self, frame: Frame, phrase: Phrase, index: int) -> None:
        """Arguments inside the trigger's own phrase: genitive and adjective of origin."""
        place = index + 1
        while place <= phrase.last:
            word = self.words[place]
            demonym = self.maker.actors.demonym(word.norm)
            if demonym is not None and not word.nouns:
                forces = self.maker.forces(demonym, self.maker.span(place, place))
                if forces is not None:
                    frame.predication.agents.append(forces)
                place += 1
            elif word.adjective is not None and (not word.nouns or place == index + 1):
                place += 1
            else:
                break
        if (
            place > phrase.last
            or self.words[place].adjective is not None
            and not self.words[place].nouns
        ):
            return
        names = [name for name in phrase.names if name.first >= place]
        genitive = Phrase(place, phrase.last, place, names=names)
        mention = self.maker.mention(genitive)
        if frame.noun is not None and (frame.noun.idafa == "object" or _is_killing(frame)):
            self._add(frame, "targets", mention, genitive)
        elif mention.kind is MentionKind.WEAPON:
            self._add(frame, "weapons", mention, genitive)
        elif is_actor_like(mention):
            self._add(frame, "agents", mention, genitive)
        elif mention.kind in (MentionKind.PLACE, MentionKind.FACILITY):
            self._add(frame, "places", mention, genitive)

    # -- walking right --------------------------------------------------------------------------

    def _walk(
        self, frame: Frame, items: Sequence[Item], start: int, nominal: dict[int, Frame]
    ) -> None:
        """Collect the arguments that follow, up to what belongs to something else."""
        role: str | None = None
        link: Link | None = None
        joined = False
        place = start
        while place < min(len(items), start + _LONGEST_WALK):
            item = items[place]
            if item.bracketed or item.kind in (Kind.TIME, Kind.OTHER):
                joined = joined or self.words[item.first].norm in _NAMELY
            elif item.kind is Kind.SIGN:
                if self.words[item.first].text in ":؛;":
                    return
                if not self.words[item.first].is_quote:
                    link = None
            elif item.kind is Kind.PREPOSITION:
                link, role, joined = item.link, None, False
                if link in _ENDING_LINKS:
                    return
            elif item.kind is Kind.CONJUNCTION:
                if not self._goes_on(items, place, role):
                    return
                joined = True
            elif item.kind in (Kind.RELATIVE, Kind.VERB):
                self._relative(frame, items, place)
                return
            elif item.phrase is None or (place in nominal and nominal[place] is not frame):
                return
            elif self._is_origin(item.phrase):
                place = self._add_origin(frame, items, place)
            elif self._is_ordinal(item.phrase):
                joined = True
                self._drop_counted(frame, role)
            else:
                taken = self._argument(frame, item, link, role if joined else None)
                if taken is None and role is None and link is None:
                    return
                role, link, joined = taken or role, None, False
            place += 1

    def _goes_on(self, items: Sequence[Item], place: int, role: str | None) -> bool:
        """Whether «و» at ``place`` joins another argument."""
        following = items[place + 1] if place + 1 < len(items) else None
        if self.words[items[place].first].norm != "و" or following is None:
            return False
        if following.kind is Kind.PREPOSITION:
            return True
        return following.kind is Kind.PHRASE and role is not None

    def _is_origin(self, phrase: Phrase) -> bool:
        """«مصدره …»: a phrase that says from whom the act came."""
        return self.words[phrase.first].norm in _ORIGINS

    def _add_origin(self, frame: Frame, items: Sequence[Item], place: int) -> int:
        """Take whom «مصدره» names, in its phrase or the next; return the item read last."""
        phrase = items[place].phrase
        assert phrase is not None
        inner: Phrase | None = None
        if phrase.last > phrase.first:
            names = [name for name in phrase.names if name.first > phrase.first]
            inner = Phrase(phrase.first + 1, phrase.last, phrase.first + 1, names=names)
        elif place + 1 < len(items):
            inner, place = items[place + 1].phrase, place + 1
        if inner is not None:
            mention = self.maker.mention(inner)
            if is_actor_like(mention):
                self._add(frame, "agents", mention, inner)
        return place

    def _drop_counted(self, frame: Frame, role: str | None) -> None:
        """«منطقتين الأولى هي …»: the counted word gives way to what is listed."""
        if role is None:
            return
        mentions: list[Mention] = getattr(frame.predication, role)
        if mentions and mentions[-1].entity is None and mentions[-1].count != 1:
            mentions.pop()

    def _is_ordinal(self, phrase: Phrase) -> bool:
        """«الأولى … والثانية …»: words that list what was counted before."""
        return phrase.first == phrase.last and self.words[phrase.head].norm in _ORDINALS

    def _argument(
        self, frame: Frame, item: Item, link: Link | None, role: str | None
    ) -> str | None:
        """Give the phrase its role after ``link``, or ``role`` again when it is coordinated."""
        assert item.phrase is not None
        mention = self.mention(item)
        if self.maker.head_noun(item.phrase, NounClass.CASUALTY) is not None:
            return None
        if link is None and self._is_direction(item.phrase):
            role = "places"
        chosen = role if link is None else self._role_after(frame, link, mention, item.phrase)
        if chosen is None:
            return None
        if not self._fits(chosen, mention, item.phrase):
            return None
        frame.used.add(item.first)
        self._add(frame, chosen, mention, item.phrase)
        return chosen

    def _role_after(self, frame: Frame, link: Link, mention: Mention, phrase: Phrase) -> str | None:
        preposition = _ARGUMENT_LINKS.get(link)
        if link is Link.PLACE and (
            mention.kind is MentionKind.WEAPON or self.maker.weapon_classes(phrase)
        ):
            return "weapons"
        if link is Link.OWNER:
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
        if link is Link.ORIGIN and mention.kind not in (MentionKind.PLACE, MentionKind.FACILITY):
            return "weapons" if mention.kind is MentionKind.WEAPON else None
        if link is Link.TARGET and mention.kind is MentionKind.WEAPON:
            return None
        if link is Link.TARGET and self.words[phrase.head].norm in _EDGES:
            return "places"
        if link is Link.OUTCOME and frame.verb is not None and frame.verb.sense is Sense.LAUNCH:
            return "targets"
        return preposition

    def _turn_subject(self, frame: Frame) -> None:
        """«استهداف القوات لمواقع»: with an object after «لـ», the genitive is who acts."""
        predication = frame.predication
        acting = [m for m in predication.targets if is_actor_like(m)]
        if acting and not predication.agents:
            predication.agents.extend(acting)
            predication.targets = [m for m in predication.targets if m not in acting]

    def _fits(self, role: str, mention: Mention, phrase: Phrase) -> bool:
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
        known = self.maker.head_noun(
            phrase, NounClass.TARGET, NounClass.VICTIM, NounClass.PLACE, NounClass.ACTOR
        )
        return general is None or known is not None or bool(phrase.names)

    def _may_act(self, mention: Mention, phrase: Phrase) -> bool:
        """Whether the phrase can be the one who did it."""
        if is_actor_like(mention) or mention.kind in (MentionKind.PERSON, MentionKind.VICTIM):
            return True
        if mention.kind is not MentionKind.PLACE or phrase.placed:
            return False
        return mention.source_kind is not None and phrase.first == phrase.head

    def _is_bare_name(self, phrase: Phrase) -> bool:
        return phrase.last - phrase.first <= 1 and not self.words[phrase.head].nouns

    def _add(self, frame: Frame, role: str, mention: Mention, phrase: Phrase) -> None:
        predication = frame.predication
        if role == "weapons" and self._is_fire(phrase):
            frame.classes |= self.maker.weapon_classes(phrase)
            self._add_owner(frame, phrase)
            return
        if role == "weapons":
            frame.classes |= self.maker.weapon_classes(phrase)
            self._add_owner(frame, phrase)
        if role == "agents" and mention.kind is MentionKind.WEAPON:
            self._add_platform(frame, mention, phrase)
            return
        if role == "places" and mention.kind is MentionKind.OBJECT:
            predication.targets.append(mention)
            return
        getattr(predication, role).append(mention)

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
                mention = _named_like(mention, owner)
            frame.predication.agents.append(mention)
            return
        if owner is None and mention.possessed:
            owner = replace(mention, kind=MentionKind.ACTOR, canonical_en=None)
        if owner is not None:
            frame.predication.agents.append(owner)
        frame.predication.weapons.append(mention)

    def _owner_inside(self, phrase: Phrase) -> Mention | None:
        """Whose weapon it is: a name, a force, else the forces of an adjective of origin."""
        for name in phrase.names:
            if self.maker.actor_of(name) is not None:
                return self.maker.mention_of_name(name)
        for index in range(phrase.head + 1, phrase.last + 1):
            if self.words[index].noun(NounClass.ACTOR) is not None:
                names = [name for name in phrase.names if name.first >= index]
                return self.maker.mention(Phrase(index, phrase.last, index, names=names))
        demonym = self.maker.demonym(phrase)
        if demonym is None:
            return None
        index = next(
            i
            for i in range(phrase.first, phrase.last + 1)
            if self.maker.actors.demonym(self.words[i].norm) is demonym
        )
        return self.maker.forces(demonym, self.maker.span(index, index))

    def _relative(self, frame: Frame, items: Sequence[Item], place: int) -> None:
        """What a clause about the trigger says: «الذي شنته …», «استهدف …», «نفذه …»."""
        verb_place = place
        if items[place].kind is Kind.RELATIVE:
            verb_place = place + 1
        if verb_place >= len(items) or items[verb_place].kind is not Kind.VERB:
            return
        word = self.words[items[verb_place].first]
        light = word.sense(Sense.LIGHT)
        hits = word.sense(Sense.ATTACK, Sense.WOUND)
        after = self._phrases_after(items, verb_place)
        if light is not None and self._has_object_pronoun(word) and after:
            self._take(frame, "agents", items, after[0])
        elif (
            light is not None
            and after
            and self._is_trigger(items[after[0]]) is False
            and items[place].kind is Kind.VERB
        ):
            return
        elif (
            hits is not None
            and hits.sense is Sense.ATTACK
            and after
            and items[place].kind is not Kind.RELATIVE
        ):
            self._take(frame, "targets", items, after[0])
            self._walk(frame, items, after[0] + 1, {})
        elif hits is not None and after:
            self._take(frame, "targets", items, after[0])
            self._walk(frame, items, after[0] + 1, {})

    def _is_trigger(self, item: Item) -> bool:
        return item.phrase is not None and self._trigger_word(item.phrase) is not None

    def _has_object_pronoun(self, word: Word) -> bool:
        return any(form.pronoun for _, form in word.verbs) or any(
            form.pronoun for _, form in word.reports
        )

    def _take(self, frame: Frame, role: str, items: Sequence[Item], place: int) -> bool:
        """Give the phrase at ``place``, and those coordinated with it, to ``role``."""
        taken = False
        while place < len(items):
            item = items[place]
            if item.kind is not Kind.PHRASE or item.phrase is None:
                break
            mention = self.mention(item)
            if self.maker.head_noun(item.phrase, NounClass.CASUALTY) is not None:
                break
            if not self._fits(role, mention, item.phrase) and not (
                role == "agents" and mention.kind is MentionKind.WEAPON
            ):
                break
            self._add(frame, role, mention, item.phrase)
            frame.used.add(item.first)
            taken = True
            following = self._coordinated(items, place)
            if following is None:
                break
            place = following
        return taken

    def _coordinated(self, items: Sequence[Item], place: int) -> int | None:
        """The phrase that «و» joins to the one at ``place``, closing quotes apart."""
        at = place + 1
        while (
            at < len(items) and items[at].kind is Kind.SIGN and self.words[items[at].first].is_quote
        ):
            at += 1
        if (
            at + 1 < len(items)
            and items[at].kind is Kind.CONJUNCTION
            and self.words[items[at].first].norm == "و"
            and items[at + 1].kind is Kind.PHRASE
            and not self._is_trigger(items[at + 1])
        ):
            return at + 1
        return None

    def _phrases_after(self, items: Sequence[Item], place: int) -> list[int]:
        """Places of the bare phrases right after a verb: at most two, none behind a preposition."""
        found: list[int] = []
        at = place + 1
        governed = False
        while at < len(items) and len(found) < 2:
            item = items[at]
            if item.bracketed or item.kind in (Kind.TIME, Kind.OTHER):
                at += 1
                continue
            if item.kind is Kind.SIGN:
                text = self.words[item.first].text
                if text in "،," and not found or text in "«»“”\"'":
                    at += 1
                    continue
                if text in "،," and at + 1 < len(items) and items[at + 1].kind is Kind.TIME:
                    at += 1
                    continue
                break
            if item.kind is Kind.PREPOSITION:
                governed = True
                at += 1
                continue
            if item.kind is Kind.PHRASE:
                if not governed:
                    found.append(at)
                governed = False
                at += 1
                continue
            if item.kind is Kind.CONJUNCTION and found and self.words[item.first].norm == "و":
                nxt = items[at + 1] if at + 1 < len(items) else None
                if nxt is not None and nxt.kind is Kind.PHRASE and not governed:
                    at += 2
                    continue
            if (
                item.kind is Kind.VERB
                and len(found) == 1
                and self._has_object_pronoun(self.words[item.first])
                and at + 1 < len(items)
                and items[at + 1].kind is Kind.PHRASE
                and not self.words[items[found[0]].first].is_definite
            ):
                at += 2
                continue
            break
        return found

    # -- verbal triggers ------------------------------------------------------------------------

    def _verbal(
        self,
        number: int,
        items: Sequence[Item],
        place: int,
        nominal: dict[int, Frame],
        subjects: dict[int, tuple[Item, ...]],
    ) -> Frame | None:
        word = self.words[items[place].first]
        left, relative = self._left_subject(items, place, nominal)
        after = self._phrases_after(items, place)
        pronoun = self._has_object_pronoun(word)
        light = word.sense(Sense.LIGHT, Sense.HIT)
        if light is not None and light.sense is Sense.LIGHT:
            self._light(items, place, left, after, nominal, pronoun)
            return None
        if light is not None:
            self._hit(items, place, left, after, nominal)
            return None
        around = [*after, left] if left is not None and not relative else after
        verb = self._event_verb(word, items, around)
        if verb is None or self._negated(items, place):
            return None
        subject, objects = self._arguments(word, verb, items, left, relative, after, pronoun)
        trigger = next(
            (nominal[p] for p in (subject, *objects) if p is not None and p in nominal), None
        )
        if trigger is not None:
            self._merge_verb(trigger, verb, items, subject, objects, nominal)
            return None
        frame = self._new_verbal(number, place, items, word, verb, subject, objects)
        last = max(
            [place, *objects, *([subject] if subject is not None and subject > place else [])]
        )
        self._walk(frame, items, last + 1, nominal)
        if word.passive or self._is_future(word):
            self._mark_future(frame, word)
        return frame

    def _event_verb(self, word: Word, items: Sequence[Item], after: list[int]) -> Verb | None:
        """The reading under which the verb names an act, given what stands after it."""
        classes: set[str] = set()
        for place in after:
            phrase = items[place].phrase
            if phrase is not None:
                classes |= self.maker.weapon_classes(phrase)
        intercept = word.sense(Sense.INTERCEPT)
        if intercept is not None and (classes & _FLYING) and self._intercepts(word, items, after):
            return intercept
        for verb, _ in word.verbs:
            if verb.sense not in _EVENT_SENSES or verb.general or verb.sense is Sense.INTERCEPT:
                continue
            if (
                verb.sense is Sense.CAPTURE
                and word.norm[:1] in "يت"
                and not _form_of(word, verb).past
            ):
                continue
            if verb.needs and not self._needed(word, verb):
                continue
            if not self._takes(word, verb):
                continue
            if _form_of(word, verb).jussive and any(
                other.sense is Sense.GENERAL for other, _ in word.verbs
            ):
                continue
            if verb.sense is Sense.ARREST and not self._has_captive(items, after):
                continue
            if verb.sense in (Sense.LAUNCH, Sense.FALL) and not classes:
                continue
            if verb.sense is Sense.EXPLODE and not (classes or self._explodes(word)):
                continue
            if word.noun(NounClass.GENERAL) is not None and not self._known_object(items, after):
                continue
            return verb
        return None

    def _known_object(self, items: Sequence[Item], after: list[int]) -> bool:
        """Whether what follows a verb that is also a common noun can be acted upon."""
        for place in after:
            phrase = items[place].phrase
            if phrase is not None and (
                phrase.names
                or self.maker.head_noun(
                    phrase, NounClass.TARGET, NounClass.VICTIM, NounClass.WEAPON, NounClass.ACTOR
                )
            ):
                return True
        return False

    def _has_captive(self, items: Sequence[Item], after: list[int]) -> bool:
        """Whether people, or a place to be stormed by a force, follow a verb of arresting."""
        for place in after:
            phrase = items[place].phrase
            if phrase is not None and (
                self.maker.head_noun(phrase, NounClass.VICTIM, NounClass.TITLE, NounClass.TARGET)
                or phrase.numeral is not None
                or self.mention(items[place]).kind is MentionKind.PERSON
            ):
                return True
        return False

    def _takes(self, word: Word, verb: Verb) -> bool:
        """Whether the preposition that the verb takes, if any, follows at once."""
        following = self.words[word.index + 1 : word.index + 2]
        joined = following[0].norm if following else ""
        if verb.takes is not None:
            return joined == fold(verb.takes)
        return not (
            joined
            and any(
                other.takes is not None and fold(other.takes) == joined for other, _ in word.verbs
            )
        )

    def _needed(self, word: Word, verb: Verb) -> bool:
        """Whether one of the pieces that the verb needs stands near it."""
        reach = self.words[word.index + 1 : word.index + _NEEDED_REACH]
        return any(piece in other.norm for other in reach for piece in verb.needs)

    def _intercepts(self, word: Word, items: Sequence[Item], after: list[int]) -> bool:
        return bool(after)

    @staticmethod
    def _explodes(word: Word) -> bool:
        return word.norm.startswith(("انفجر", "فجر"))

    def _left_subject(
        self, items: Sequence[Item], place: int, nominal: dict[int, Frame]
    ) -> tuple[int | None, bool]:
        """The bare phrase before a verb in its clause, and whether a relative stands between."""
        at = place - 1
        relative = False
        skipped = 0
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
            if item.kind is not Kind.PHRASE:
                return None, relative
            governed = at > 0 and items[at - 1].kind is Kind.PREPOSITION
            if relative:
                return at, True
            if at in nominal and skipped == 0 and not nominal[at].predication.definite:
                return at, False
            if governed:
                at -= 2
                skipped += 1
                continue
            return at, False
        return None, relative

    def _arguments(
        self,
        word: Word,
        verb: Verb,
        items: Sequence[Item],
        left: int | None,
        relative: bool,
        after: list[int],
        pronoun: bool,
    ) -> tuple[int | None, list[int]]:
        """Which phrase is the subject and which the objects."""
        if (
            word.passive
            or verb.sense is Sense.DIE
            or word.norm in ("اصيب", "اصيبت", "يصاب", "اغتيل", "اغتيلت")
        ):
            if after:
                return None, after[:1]
            return None, [left] if left is not None else []
        if relative and left is not None:
            if pronoun:
                return (after[0] if after else None), [left]
            return left, after[:1]
        if any(form.first_person for _, form in word.verbs):
            return None, after[:1]
        if left is not None:
            return left, after[:1]
        if not after:
            return None, []
        first = self.mention(items[after[0]])
        if len(after) == 2 and self._can_act(items[after[0]], first):
            return after[0], after[1:]
        if pronoun or self._can_act(items[after[0]], first) and verb.sense not in _VICTIM_SENSES:
            return after[0], []
        if verb.sense in _VICTIM_SENSES and self._is_force(first) and len(after) == 2:
            return after[0], after[1:]
        return None, after[:1]

    def _can_act(self, item: Item, mention: Mention) -> bool:
        if is_actor_like(mention):
            return True
        if mention.kind is MentionKind.WEAPON or self._is_trigger(item):
            return True
        if mention.kind is MentionKind.PLACE and mention.source_kind is not None:
            return True
        return mention.kind is MentionKind.PERSON and mention.entity is not None

    @staticmethod
    def _is_force(mention: Mention) -> bool:
        return mention.kind is MentionKind.ACTOR

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
        voice = self._voice(items, place, word) if subject is None else None
        if voice is not None:
            frame.predication.agents.append(voice)
        if subject is not None:
            self._take(frame, "agents", items, subject)
            frame.predication.definite = self._points_back(items[subject])
        elif not objects or self._has_object_pronoun(word):
            frame.predication.definite = True
            if verb.sense in (Sense.EXPLODE, Sense.CLASH):
                frame.predication.type = None
        for p in objects:
            phrase = items[p].phrase
            assert phrase is not None
            if self._is_direction(phrase):
                self._add(frame, "places", self.mention(items[p]), phrase)
                continue
            if self.maker.weapon_classes(phrase) and verb.sense is Sense.INTERCEPT:
                frame.predication.targets.append(self.mention(items[p]))
            elif self.maker.weapon_classes(phrase) and verb.sense in (
                Sense.LAUNCH,
                Sense.FALL,
                Sense.EXPLODE,
            ):
                self._add(frame, "weapons", self.mention(items[p]), phrase)
            elif verb.sense is Sense.EXPLODE and self._is_vehicle(phrase):
                frame.classes.add(WeaponClass.CAR_BOMB.value)
                frame.predication.weapons.append(self.mention(items[p]))
            else:
                self._take(frame, "targets", items, p)
        return frame

    def _voice(self, items: Sequence[Item], place: int, word: Word) -> Mention | None:
        """«إنها دمرت», «استهدفنا»: the one who acts is the one who speaks."""
        before = items[place - 1] if place > 0 else None
        if before is not None and before.kind is Kind.NEGATION:
            return None
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

    def _points_back(self, item: Item) -> bool:
        """«الصواريخ», «الانفجار» as subject: weapons or acts already spoken of."""
        assert item.phrase is not None
        head = self.words[item.phrase.head]
        return (
            head.has_article
            and item.phrase.last == item.phrase.head
            and (head.noun(NounClass.WEAPON, NounClass.TRIGGER) is not None)
        )

    def _is_vehicle(self, phrase: Phrase) -> bool:
        target = self.maker.head_noun(phrase, NounClass.TARGET)
        return target is not None and target.kind is TargetKind.VEHICLE

    def _is_direction(self, phrase: Phrase) -> bool:
        return any(noun.direction for noun, _ in self.words[phrase.head].nouns)

    def _light(
        self,
        items: Sequence[Item],
        place: int,
        left: int | None,
        after: list[int],
        nominal: dict[int, Frame],
        pronoun: bool,
    ) -> None:
        """«شن … غارة»: the subject of the light verb acts in the event that its object names."""
        triggers = [p for p in after if p in nominal]
        if not triggers:
            triggers = [
                p
                for p in range(place + 1, min(place + 6, len(items)))
                if p in nominal and not pronoun
            ][:1]
        if not triggers:
            return
        frame = nominal[triggers[0]]
        others = [p for p in after if p != triggers[0] and p < triggers[0]]
        subject = others[0] if others else left
        if subject is not None and not frame.predication.agents:
            self._take(frame, "agents", items, subject)

    def _hit(
        self,
        items: Sequence[Item],
        place: int,
        left: int | None,
        after: list[int],
        nominal: dict[int, Frame],
    ) -> None:
        """«تعرض … لقصف»: the subject of coming under fire is the target."""
        frame = next(
            (nominal[p] for p in range(place + 1, min(place + 10, len(items))) if p in nominal),
            None,
        )
        subject = left if left is not None else next((p for p in after if p not in nominal), None)
        if frame is not None and subject is not None and subject not in nominal:
            self._take(frame, "targets", items, subject)

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
        for p in objects:
            if p not in nominal and not frame.predication.targets:
                self._take(frame, "targets", items, p)
                self._walk(frame, items, p + 1, nominal)
        if (
            subject is not None
            and subject not in nominal
            and verb.sense in (Sense.CLASH, Sense.INTERCEPT)
        ):
            self._take(frame, "agents", items, subject)
        elif subject is not None and subject not in nominal and not frame.predication.agents:
            self._take(frame, "agents", items, subject)

    # -- status and type ------------------------------------------------------------------------

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

    def _mark_future(self, frame: Frame, word: Word) -> None:
        if self._is_future(word):
            frame.predication.status = EventStatus.THREATENED

    def _is_event(self, frame: Frame, frames: Sequence[Frame]) -> bool:
        """Whether the frame names an act of its own rather than a part of a neighbour's."""
        predication = frame.predication
        if _is_killing(frame):
            if frame.classes or predication.agents:
                return bool(predication.targets) or bool(predication.agents)
            if any(f is not frame and not _is_killing(f) for f in frames):
                return False
            first = next(f for f in frames if _is_killing(f))
            return first is frame and bool(predication.targets)
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
        classes = [WeaponClass(value) for value in sorted(frame.classes)]
        refined = self.lexicon.refine(classes)
        generic = predication.type is None
        source = frame.noun or frame.verb
        refinable = source is not None and source.refine
        if (
            _is_killing(frame)
            or frame.verb is not None
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


def _is_killing(frame: Frame) -> bool:
    """Whether the frame tells of victims only: a verb of dying, «مقتل»."""
    if frame.verb is not None:
        return frame.verb.sense in _VICTIM_SENSES
    return frame.noun is not None and frame.noun.noun_class is NounClass.CASUALTY


def _is_sound(frame: Frame) -> bool:
    """«انفجار» alone: the sound of an act that another word may name."""
    return frame.noun is not None and frame.noun.sg == "انفجار" and not frame.classes


def _form_of(word: Word, verb: Verb) -> VerbForm:
    return next(form for one, form in word.verbs if one is verb)


def is_actor_like(mention: Mention) -> bool:
    """Whether the mention names somebody who can act: a party, a force, armed people."""
    if mention.kind is MentionKind.ACTOR:
        return True
    if mention.kind is MentionKind.VICTIM:
        return mention.target_kind in (TargetKind.ARMED_GROUP, TargetKind.STATE_FORCES)
    return mention.kind is MentionKind.WEAPON and mention.target_kind is TargetKind.AIRCRAFT


def _named_like(mention: Mention, owner: Mention) -> Mention:
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


def anchors(frames: Sequence[Frame]) -> Iterator[Words]:
    """The anchor words of the frames."""
    for frame in frames:
        yield frame.predication.anchor
