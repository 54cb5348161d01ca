"""Mentions: what a noun phrase names, with its entity, its kind and its English name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from extract.actors.actor import Actor
from extract.actors.base import ActorBase
from extract.actors.demonym import Demonym
from extract.analysis import Mention, MentionKind, Words
from extract.gazetteer import Entry, Gazetteer
from extract.lang.ar.actor import ActorMaker, described_en
from extract.lang.ar.inflection import Number
from extract.lang.ar.lexicon import Noun, NounClass
from extract.lang.ar.name import NameMatch
from extract.lang.ar.numeral import is_number_word
from extract.lang.ar.phrase import Phrase
from extract.lang.ar.place import PlaceMaker
from extract.lang.ar.word import Word
from extract.record import SourceKind, TargetKind

_OURS: Final = "نا"
# Nouns of control between an area and who holds it.
HELD: Final = frozenset(("سيطره", "نفوذ"))
_STANDING: Final = (TargetKind.BASE, TargetKind.MILITARY_POSITION)
_MILITARY: Final = (*_STANDING, TargetKind.VEHICLE, TargetKind.AIRCRAFT, TargetKind.SHIP)
_NO_OWNERS: Final = ("person", "media", "state", "international_organisation", "monitor")
# Patterns of nouns of action (افتعال، انفعال، استفعال، تفعيل), which name no place.
_MASDAR: Final = re.compile("ا..ا.|ان..ا.|است..ا.|ت..ي.")


class MentionMaker:
    """Makes mentions out of the phrases of one article."""

    def __init__(
        self,
        text: str,
        words: Sequence[Word],
        names: Sequence[NameMatch],
        actors: ActorBase,
        gazetteer: Gazetteer,
    ) -> None:
        self.text = text
        self.words = words
        self.names = names
        self.actors = actors
        self.gazetteer = gazetteer
        self._name_at = {
            index: name for name in names for index in range(name.first, name.last + 1)
        }
        self._made: dict[Phrase, Mention] = {}
        self._places = PlaceMaker(names)
        self.country = self._places.country
        self._actors = ActorMaker(words, names, actors, self.country)

    def span(self, first: int, last: int) -> Words:
        """The words ``first`` to ``last`` (inclusive) as evidence."""
        start, end = self.words[first].start, self.words[last].end
        return Words(start, end, self.text[start:end], self.words[first].sentence)

    def words_between(self, start: int, end: int, sentence: int) -> Words:
        """The text from offset ``start`` to ``end`` as evidence."""
        return Words(start, end, self.text[start:end], sentence)

    def mention_of_name(self, name: NameMatch) -> Mention:
        """The mention that a known name makes on its own."""
        return self.mention(Phrase(name.first, name.last, name.first, names=[name]))

    def mention(self, phrase: Phrase) -> Mention:
        """What ``phrase`` names: an actor, a person, a place, a weapon, victims or a thing."""
        made = self._made.get(phrase)
        if made is None:
            made = self._made[phrase] = self._make(phrase)
        return made

    def _make(self, phrase: Phrase) -> Mention:
        words = self.span(phrase.first, phrase.last)
        named = self._name_at.get(phrase.head)
        known = named is not None and named.last > named.first and self.actor_of(named) is not None
        order = (self._named, self._weapon) if known else (self._weapon, self._named)
        for make in (*order, self._described):
            found = make(phrase, words)
            if found is not None:
                break
        else:
            found = self._unknown(phrase, words)
        if phrase.placed:
            found = replace(found, placed=True)
        if found.kind is MentionKind.PLACE and self._is_directed(phrase):
            found = replace(found, relative=True)
        if self.words[phrase.head].has_pronoun:
            ours = self.words[phrase.head].norm.endswith(_OURS)
            found = replace(found, possessed=True, ours=ours)
        if found.entity is None and found.target_kind in _MILITARY:
            found = self._owned(found, phrase)
        elif found.entity is None and found.kind is MentionKind.PLACE:
            found = self._held(found, phrase)
        if any(n.hostile for w in self.words[phrase.first : phrase.last + 1] for n, _ in w.nouns):
            found = replace(found, hostile=True)
        return self._counted(found, phrase)

    def _owned(self, mention: Mention, phrase: Phrase) -> Mention:
        """«مواقع لحزب الله», «قاعدة أميركية»: a military thing with the known party it is of."""
        if self.head_noun(phrase, NounClass.TARGET, NounClass.WEAPON) is None:
            return mention
        owner = self._owner(phrase)
        if owner is None:
            return mention
        english = f"{owner.canonical_en} {mention.canonical_en}" if mention.canonical_en else None
        return replace(mention, owner=owner, canonical_en=english)

    def _held(self, mention: Mention, phrase: Phrase) -> Mention:
        """«مناطق سيطرة النظام»: an area known only by who holds it."""
        for index in range(phrase.head + 1, phrase.last):
            if self.words[index].norm in HELD:
                holder = self.mention(phrase.rest(index + 1))
                armed = holder.target_kind in (TargetKind.STATE_FORCES, TargetKind.ARMED_GROUP)
                return replace(mention, owner=holder) if armed else mention
        return mention

    def _owner(self, phrase: Phrase) -> Mention | None:
        for name in phrase.names:
            actor = self.actor_of(name)
            if actor is not None and actor.kind not in _NO_OWNERS:
                return self._actors.mention(self.span(name.first, name.last), actor)
        head = self.head_noun(phrase, NounClass.TARGET)
        if head is None or head.kind not in _STANDING:
            return None
        if phrase.last > phrase.head + 1:
            following = self.words[phrase.head + 1]
            if following.noun(NounClass.ACTOR) is not None and following.has_article:
                return self.mention(Phrase(phrase.head + 1, phrase.last, phrase.head + 1))
        for index in range(phrase.head + 1, phrase.last + 1):
            demonym = self.actors.demonym(self.words[index].norm)
            if demonym is not None:
                forces = self.forces(demonym, self.span(index, index))
                return forces if forces is not None and forces.entity is not None else None
        return None

    def _counted(self, mention: Mention, phrase: Phrase) -> Mention:
        count = self.count(phrase)
        return mention if count is None else replace(mention, count=count)

    def count(self, phrase: Phrase) -> int | None:
        """How many the phrase says: its numeral, two for a dual, one for an indefinite singular."""
        if phrase.numeral is not None:
            return phrase.numeral.low if phrase.numeral.low == phrase.numeral.high else None
        head = self.words[phrase.head]
        if head.number is Number.DUAL:
            return 2
        if (
            head.number is Number.SINGULAR
            and not head.is_definite
            and head.noun(NounClass.WEAPON, NounClass.VICTIM, NounClass.TARGET)
        ):
            following = self.words[phrase.head + 1] if phrase.head + 1 <= phrase.last else None
            if following is None or not following.has_article:
                return 1
        return None

    def is_stray(self, phrase: Phrase) -> bool:
        """Whether the phrase is one unknown word that nothing shows to be a name."""
        return (
            phrase.first == phrase.last
            and not phrase.names
            and not self.words[phrase.head].nouns
            and phrase.head not in self._name_at
        )

    def head_noun(self, phrase: Phrase, *classes: NounClass) -> Noun | None:
        """The head's first reading of one of these classes."""
        return self.words[phrase.head].noun(*classes)

    def demonym(self, phrase: Phrase) -> Demonym | None:
        """The adjective of origin inside the phrase, if any."""
        for index in range(phrase.first, phrase.last + 1):
            found = self.actors.demonym(self.words[index].norm)
            if found is not None and index != phrase.head:
                return found
        return None

    def _weapon(self, phrase: Phrase, words: Words) -> Mention | None:
        noun = self.head_noun(phrase, NounClass.WEAPON)
        vehicle = self.head_noun(phrase, NounClass.TARGET)
        classes = self.weapon_adjectives(phrase)
        if noun is None and not (vehicle is not None and classes):
            return None
        if noun is not None and noun.needs is not None and not classes:
            return None
        english = noun.en or noun.gloss if noun is not None else "car bomb"
        if "drone" in classes:
            english = "drone"
        elif "artillery" in classes and "fire" in english:
            english = "artillery fire"
        demonym = self.demonym(phrase)
        return Mention(
            words,
            MentionKind.WEAPON,
            canonical_en=english,
            country=demonym.country if demonym else None,
            target_kind=TargetKind.AIRCRAFT
            if noun is not None and noun.agentive
            else TargetKind.OTHER,
        )

    def weapon_adjectives(self, phrase: Phrase) -> set[str]:
        """Weapon classes that the phrase's adjectives name."""
        return {
            adjective.weapon.value
            for index in range(phrase.first, phrase.last + 1)
            if (adjective := self.words[index].adjective) is not None
            and adjective.weapon is not None
            and index != phrase.head
        }

    def weapon_classes(self, phrase: Phrase) -> set[str]:
        """All weapon classes in the phrase, of nouns and adjectives."""
        found = self.weapon_adjectives(phrase)
        sited = self.head_noun(phrase, NounClass.TARGET, NounClass.PLACE) is not None
        if sited and self.head_noun(phrase, NounClass.WEAPON) is None:
            return found  # «مستودع أسلحة», «حقل للغاز»: what stands in a place is no means
        for index in range(phrase.first, phrase.last + 1):
            noun = self.words[index].noun(NounClass.WEAPON)
            if noun is not None and noun.weapon is not None:
                found.add(noun.weapon.value)
        return found

    def _named(self, phrase: Phrase, words: Words) -> Mention | None:
        head_name = self._name_at.get(phrase.head)
        if head_name is not None and head_name.first == phrase.head:
            actor = self.actor_of(head_name)
            if actor is not None and not (head_name.certain_place and actor.kind == "state"):
                return self._actors.mention(words, actor)
            if head_name.places and (
                not self.words[phrase.head].nouns or head_name.last > head_name.first
            ):
                return self._places.named(words, head_name.places, None)
        place_head = self.head_noun(phrase, NounClass.PLACE, NounClass.TARGET)
        if place_head is not None and place_head.direction and self._names_people(phrase):
            return None
        if place_head is not None and (
            place_head.noun_class is NounClass.PLACE or place_head.place
        ):
            if (
                place_head.noun_class is NounClass.TARGET
                and self.words[phrase.head].number is Number.PLURAL
            ):
                return None
            names = [name for name in phrase.names if name.places]
            if names:
                return self._places.named(words, names[-1].places, place_head)
            if place_head.noun_class is NounClass.PLACE or phrase.last > phrase.head:
                return self._places.plain(words, place_head, anaphoric=self._is_vague(phrase))
        return None

    def _names_people(self, phrase: Phrase) -> bool:
        """«وسط عشرات الشبان», «وسط أنباء»: a crowd or a state of things is no place."""
        rest = self.words[phrase.head + 1 : phrase.last + 1]
        return any(
            word.noun(NounClass.VICTIM, NounClass.SOURCE) is not None
            or is_number_word(word.norm)
            or (bool(word.nouns) and all(n.noun_class is NounClass.GENERAL for n, _ in word.nouns))
            for word in rest[:1]
        )

    def _is_vague(self, phrase: Phrase) -> bool:
        """«القرى», «المدينة»: several places without a name, or one spoken of before."""
        head = self.words[phrase.head]
        vague = head.number is Number.PLURAL and not phrase.names
        return vague or (phrase.last == phrase.head and head.is_definite)

    def actor_of(self, name: NameMatch) -> Actor | None:
        """The actor that a known name means here, if its context allows one."""
        return self._actors.actor_of(name)

    def forces(self, demonym: Demonym, words: Words) -> Mention | None:
        """The forces whose act an adjective of origin describes («غارة إسرائيلية»)."""
        return self._actors.forces(demonym, words)

    def resolve(self, entries: tuple[Entry, ...]) -> Entry:
        """The entry that a place name means here: in the article's country if it can be."""
        return self._places.resolve(entries)

    def _described(self, phrase: Phrase, words: Words) -> Mention | None:
        demonym = self.demonym(phrase)
        target = self.head_noun(phrase, NounClass.TARGET)
        if target is not None:
            return Mention(
                words,
                MentionKind.OBJECT,
                canonical_en=target.gloss,
                country=demonym.country if demonym else None,
                target_kind=target.kind,
                source_kind=self._source_kind(phrase),
                anaphoric=self._points_back(phrase),
            )
        actor = self.head_noun(phrase, NounClass.ACTOR)
        if actor is not None and not (
            self.head_noun(phrase, NounClass.VICTIM)
            and self.words[phrase.head].number is Number.SINGULAR
        ):
            return self._actors.described(phrase, words, actor, demonym)
        victim = self.head_noun(phrase, NounClass.VICTIM)
        if victim is not None:
            return Mention(
                words,
                MentionKind.PERSON if victim.kind is TargetKind.PERSON else MentionKind.VICTIM,
                canonical_en=described_en(demonym, victim.gloss),
                country=demonym.country if demonym else None,
                target_kind=victim.kind,
                source_kind=self._source_kind(phrase),
            )
        title = self.head_noun(phrase, NounClass.TITLE, NounClass.SOURCE)
        if title is not None:
            person = self._person_in(phrase)
            return Mention(
                words,
                MentionKind.PERSON if title.noun_class is NounClass.TITLE else MentionKind.ACTOR,
                entity=person.id if person else None,
                canonical_en=person.label_en if person else described_en(demonym, title.gloss),
                country=demonym.country if demonym else None,
                target_kind=TargetKind.PERSON,
                source_kind=title.source,
                anaphoric=phrase.last == phrase.head and self.words[phrase.head].is_definite,
            )
        return None

    def _is_directed(self, phrase: Phrase) -> bool:
        """«جنوب لبنان»: a part of a country by its direction, even where it has an entry."""
        return any(n.direction and not f.article for n, f in self.words[phrase.head].nouns)

    def _points_back(self, phrase: Phrase) -> bool:
        """«السيارة», «المبنى»: one thing spoken of before."""
        head = self.words[phrase.head]
        alone = phrase.first == phrase.last
        noun = head.noun(NounClass.TARGET)
        if alone and head.has_pronoun and noun is not None and noun.kind is TargetKind.OTHER:
            return True  # «أصاب هدفه»
        return alone and head.has_article and head.number is Number.SINGULAR

    def _source_kind(self, phrase: Phrase) -> SourceKind | None:
        source = self.head_noun(phrase, NounClass.SOURCE, NounClass.TITLE)
        return source.source if source is not None else None

    def _person_in(self, phrase: Phrase) -> Actor | None:
        for name in phrase.names:
            actor = self.actor_of(name)
            if actor is not None and actor.kind == "person":
                return actor
        return None

    def _unknown(self, phrase: Phrase, words: Words) -> Mention:
        head = self.words[phrase.head]
        name = self._name_at.get(phrase.head)
        if name is not None and name.places:
            return self._places.named(words, name.places, None)
        known = head.nouns or head.is_number or head.adjective is not None or head.tags
        if not known and not is_number_word(head.norm):
            if phrase.placed and self._is_name_like(phrase):
                return self._places.unknown(words)
            return Mention(words, MentionKind.PERSON, target_kind=TargetKind.PERSON)
        return Mention(words, MentionKind.OBJECT, target_kind=TargetKind.OTHER)

    def _is_name_like(self, phrase: Phrase) -> bool:
        """Whether an unknown phrase after «في» can name a place: short, without common nouns."""
        head = self.words[phrase.head]
        if not head.has_article and _MASDAR.fullmatch(head.norm):
            return False
        rest = self.words[phrase.head + 1 : phrase.last + 1]
        return len(rest) <= 2 and not any(word.noun(NounClass.GENERAL) for word in rest)
