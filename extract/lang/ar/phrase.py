"""Phrases: a shallow cut of Arabic sentences into noun phrases, verbs and the words between.

Written Arabic marks few borders, but definiteness marks many: after a definite noun only adjectives
and names go on; an indefinite noun after it begins a new phrase. That rule, the closed classes and
the lexicon are the whole grammar here. The cut is linear in the length of the text.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from extract.actors.base import ActorBase
from extract.lang.ar.inflection import Number
from extract.lang.ar.lexicon import NounClass, Sense, Tag
from extract.lang.ar.name import NameMatch
from extract.lang.ar.numeral import Numeral, is_number_word, numeral_at, opens_count
from extract.lang.ar.word import Word

_OPEN: Final = frozenset("«“\"„‘'([")
_CLOSE: Final = frozenset("»”\"’')]")
_LONGEST_QUOTE: Final = 7
_LONGEST_NAME: Final = 4
_FIRE: Final = frozenset(("النار", "الرصاص", "النيران"))
_SERVANT: Final = "عبد"
_PARTITIVE: Final = "من"
_NAME_AFTER: Final = (
    NounClass.TITLE,
    NounClass.PLACE,
    NounClass.ACTOR,
    NounClass.SOURCE,
    NounClass.VICTIM,
)
_THINGS: Final = (NounClass.WEAPON, NounClass.TARGET, NounClass.TRIGGER, NounClass.PLACE)
_BOUNDARY_TAGS: Final = (
    Tag.PREPOSITION,
    Tag.CONJUNCTION,
    Tag.SUBORDINATOR,
    Tag.RELATIVE,
    Tag.NEGATION,
    Tag.PARTICLE,
    Tag.ADVERB,
    Tag.PRONOUN,
)


@dataclass(slots=True, eq=False)
class Phrase:
    """A noun phrase: words ``first`` to ``last`` (inclusive) of the article.

    Attributes:
        head: Index of its head noun.
        numeral: The count before the head, if any.
        names: Known names inside it.
        quoted: It stands inside quotation marks.
        bracketed: It stands inside brackets.
        placed: A preposition of place governs it.
        aimed: A preposition of aim («على», «باتجاه») or nearness governs it.
    """

    first: int
    last: int
    head: int
    numeral: Numeral | None = None
    names: list[NameMatch] = field(default_factory=list)
    quoted: bool = False
    bracketed: bool = False
    placed: bool = False
    aimed: bool = False

    def rest(self, first: int) -> Phrase:
        """What is left of the phrase from word ``first`` on, as a phrase with that head."""
        names = [name for name in self.names if name.first >= first]
        return Phrase(first, self.last, first, names=names, quoted=self.quoted)


def opens_phrase(word: Word) -> bool:
    """Whether the word, without article, opens a phrase of time or direction of its own."""
    return not word.has_article and any(
        noun.direction and not form.pronoun for noun, form in word.nouns
    )


class Phraser:
    """Cuts sentences into phrases."""

    def __init__(
        self,
        words: Sequence[Word],
        names: Mapping[int, NameMatch],
        actors: ActorBase,
        timed: Collection[int] = frozenset(),
    ) -> None:
        self.words = words
        self.names = names
        self.actors = actors
        self.timed = timed
        self._ends = {word.sentence: word.index + 1 for word in words}

    def phrases(self) -> list[Phrase]:
        """All noun phrases of the article in order; they do not overlap."""
        found: list[Phrase] = []
        index, depth = 0, 0
        while index < len(self.words):
            word = self.words[index]
            if word.text in "([":
                depth += 1
            elif word.text in ")]":
                depth = max(0, depth - 1)
            phrase = self._phrase_at(index) if self._may_begin(index) else None
            if phrase is None:
                index += 1
                continue
            phrase.bracketed = depth > 0
            found.append(phrase)
            index = phrase.last + 1
        return found

    def _end(self, index: int) -> int:
        """First index after the sentence of word ``index``."""
        return self._ends[self.words[index].sentence]

    def _may_begin(self, index: int) -> bool:
        word = self.words[index]
        if index in self.timed:
            return False
        if word.is_number or is_number_word(word.norm):
            return True
        if opens_count(self.words, index, self._end(index)):
            return True
        if word.is_sign or word.is_verb or word.proclitic:
            return False
        if index in self.names:
            return True
        return not self._bounds(word)

    def _bounds(self, word: Word) -> bool:
        return word.has(*_BOUNDARY_TAGS)

    def _phrase_at(self, index: int) -> Phrase | None:
        limit = min(self._end(index), index + 40)
        place = index
        numeral = numeral_at(self.words, index, limit)
        if numeral is not None and numeral.first == index:
            place = numeral.last + 1
            if (
                place < limit
                and self.words[place].norm == _PARTITIVE
                and not self.words[numeral.last].is_sign
            ):
                place += 1
        else:
            numeral = None
        if place >= limit or not self._continues_bare(place):
            if numeral is None:
                return None
            return Phrase(index, numeral.last, numeral.last, numeral)
        phrase = Phrase(index, place, place, numeral)
        self._grow(phrase, limit)
        return phrase

    def _continues_bare(self, place: int) -> bool:
        word = self.words[place]
        return place not in self.timed and (
            not (word.is_sign or word.is_verb or word.is_number or self._bounds(word))
            or place in self.names
        )

    def _grow(self, phrase: Phrase, limit: int) -> None:
        """Extend the phrase from its head to the right as far as grammar allows."""
        place = phrase.head
        last_noun = self.words[place]
        name = self.names.get(place)
        if name is not None and name.last < limit:
            phrase.names.append(name)
            phrase.last = name.last
            place = name.last
        definite = last_noun.is_definite or name is not None
        adjectival = False
        unknown_run = 0
        while place + 1 < limit:
            at = place + 1
            word = self.words[at]
            if at in self.timed:
                break
            if word.text in _OPEN and word.text != "(":
                close = self._quote_end(at, limit)
                if close is None or not self._takes_quote(last_noun, adjectival):
                    break
                phrase.last = place = close
                definite = True
                continue
            if word.is_sign or word.is_verb or word.proclitic or word.is_number:
                break
            name = self.names.get(at)
            if name is not None and self._is_origin(name, last_noun, definite, adjectival):
                phrase.last = place = at
                adjectival = True
                continue
            if name is not None:
                if not self._takes_name(last_noun, definite, adjectival):
                    break
                if unknown_run and self._is_land(name) and last_noun.noun(NounClass.TITLE):
                    break  # «رئيس الوزراء فلان | إيران»: a country is no part of a person's name
                phrase.names.append(name)
                phrase.last = place = min(name.last, limit - 1)
                definite, adjectival, last_noun, unknown_run = True, False, self.words[place], 0
                continue
            if opens_phrase(word) and opens_phrase(last_noun) and place == phrase.head:
                phrase.last = place = at  # «جنوب شرقي …»: one direction of two words
                last_noun = word
                continue
            if self._bounds(word) or word.has(Tag.DETERMINER) or opens_phrase(word):
                break
            if is_number_word(word.norm) and word.adjective is None:
                break
            if opens_count(self.words, at, limit):
                break
            arms = word.has_article and not definite and word.noun(NounClass.WEAPON) is not None
            arms = arms and last_noun.noun(NounClass.WEAPON) is not None  # «قذائف المدفعية»
            if self._is_adjective(word, last_noun) and not arms:
                if word.has_article != definite and not (definite and not last_noun.has_article):
                    break
                phrase.last = place = at
                adjectival = True
                continue
            if word.has_article:
                servant = self.words[place].norm == _SERVANT
                if servant or (unknown_run and self._is_surname(word)):
                    phrase.last = place = at
                    continue
                if definite or adjectival or self._is_closed_form(last_noun):
                    break
                if word.norm in _FIRE and last_noun.noun(NounClass.VICTIM, NounClass.ACTOR):
                    break
                definite = True
            elif word.nouns:
                if self._is_object(word, last_noun):
                    break
                if definite or adjectival or self._is_closed_form(last_noun):
                    break
                definite = word.has_pronoun
            else:
                named_before = last_noun.noun(*_NAME_AFTER) is not None
                if adjectival and not named_before:
                    break
                if definite and not (named_before or unknown_run):
                    break
                unknown_run += 1
                if unknown_run > _LONGEST_NAME:
                    break
                phrase.last = place = at
                continue
            unknown_run = 0
            phrase.last = place = at
            last_noun = word

    def _is_object(self, word: Word, subject: Word) -> bool:
        """«أصاب صاروخ مبنى», «أطلقت فصائل صواريخ», «استهدفت غارة مقرا»: subject, then object."""
        if subject.has_article:
            return False
        if self._is_lone_doer(subject):
            return word.noun(NounClass.TARGET, NounClass.WEAPON, NounClass.PLACE) is not None
        if subject.noun(NounClass.WEAPON) is not None:
            return self._is_goal(word)
        if subject.noun(NounClass.TRIGGER) is not None:
            verb = self.words[subject.index - 1] if subject.index > 0 else None
            hits = verb is not None and verb.is_verb and verb.sense(Sense.ATTACK) is not None
            return self._is_goal(word) and (hits or word.plain.endswith("ا"))
        plural = subject.number is Number.PLURAL
        fired = word.noun(NounClass.WEAPON) is not None and word.noun(NounClass.ACTOR) is None
        return plural and fired and subject.noun(NounClass.ACTOR) is not None

    def _is_lone_doer(self, subject: Word) -> bool:
        """«فجر انتحاري سيارته»: a participle for a person, after a verb, takes no genitive."""
        before = self.words[subject.index - 1] if subject.index > 0 else None
        actor = subject.noun(NounClass.ACTOR, NounClass.VICTIM)
        return (
            before is not None
            and before.is_verb
            and actor is not None
            and actor.sound == "m"
            and subject.number is Number.SINGULAR
        )

    @staticmethod
    def _is_goal(word: Word) -> bool:
        """«أصاب صاروخ مبنى»: after a weapon, a site or town is what was hit, not its owner."""
        return (
            word.noun(NounClass.TARGET, NounClass.PLACE) is not None
            and word.noun(NounClass.ACTOR, NounClass.WEAPON, NounClass.TRIGGER) is None
        )

    def _is_adjective(self, word: Word, after: Word) -> bool:
        """Whether the word can go on a phrase as an adjective of the noun ``after``.

        «مسلح», «مدني», «انتحاري» are people on their own, but adjectives of things and acts.
        """
        if word.adjective is not None and (
            word.adjective.weapon is not None
            or after.noun(*_THINGS) is not None
            or word.noun(NounClass.WEAPON, NounClass.VICTIM, NounClass.TRIGGER, NounClass.ACTOR)
            is None
        ):
            return True
        actor = word.noun(NounClass.ACTOR)
        if actor is not None and actor.unknown and after.noun(NounClass.VICTIM, NounClass.ACTOR):
            return True  # «مسلحون مجهولون»
        return self.actors.demonym(word.norm) is not None or word.is_nisba

    def _is_origin(
        self, name: NameMatch, last_noun: Word, definite: bool, adjectival: bool
    ) -> bool:
        """«مواقع عسكرية سورية»: the name of the country is also the adjective of origin."""
        if name.last > name.first or definite or not (adjectival or last_noun.nouns):
            return False
        if last_noun.noun(*_THINGS, NounClass.VICTIM, NounClass.ACTOR) is None:
            return False
        word = self.words[name.first]
        country = adjectival and word.norm.endswith("ه") and not word.has_article
        return country and self.actors.demonym(word.norm) is not None

    @staticmethod
    def _is_land(name: NameMatch) -> bool:
        return bool(name.places) and name.certain_place and name.first == name.last

    def _takes_name(self, last_noun: Word, definite: bool, adjectival: bool) -> bool:
        if last_noun.noun(NounClass.TITLE, NounClass.PLACE) is not None:
            return True
        if not definite and not adjectival:
            return not self._is_closed_form(last_noun)
        return False

    @staticmethod
    def _is_surname(word: Word) -> bool:
        """An unknown word with the article after an unknown first name («خليل الصالح»)."""
        return not word.nouns and word.adjective is None and not word.is_nisba

    @staticmethod
    def _is_closed_form(word: Word) -> bool:
        """A form that no genitive may follow: accusative with alef, sound plural or dual in -n."""
        if not word.nouns:
            return False
        noun, form = word.nouns[0]
        if form.accusative or form.pronoun:
            return True
        if noun.sound == "m" and word.norm.endswith(("ون", "ين")):
            return True
        return form.number is Number.DUAL and word.norm.endswith(("ان", "ين"))

    def _takes_quote(self, last_noun: Word, adjectival: bool) -> bool:
        return (
            not adjectival
            and last_noun.noun(
                NounClass.ACTOR,
                NounClass.SOURCE,
                NounClass.PLACE,
                NounClass.TARGET,
                NounClass.WEAPON,
                NounClass.TRIGGER,
                NounClass.VICTIM,
                NounClass.TITLE,
            )
            is not None
        )

    def _quote_end(self, index: int, limit: int) -> int | None:
        """The closing mark of a short quotation without a verb, or ``None``."""
        for at in range(index + 1, min(index + 2 + _LONGEST_QUOTE, limit)):
            word = self.words[at]
            if word.text in _CLOSE:
                return at if at > index + 1 else None
            if (word.is_verb and word.nouns == ()) or word.text in ".،,":
                return None
            if word.has(Tag.SUBORDINATOR):
                return None  # a quoted clause is no name
        return None
