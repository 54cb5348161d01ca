"""Victims: which verbs tell of dead and wounded, and which phrase of the clause names them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from extract.lang.ar.count import PeopleCounter
from extract.lang.ar.item import Item, Kind, Link
from extract.lang.ar.lexicon import NounClass, Sense, Verb
from extract.lang.ar.phrase import Phrase
from extract.lang.ar.toll.words import toll_words
from extract.lang.ar.word import Word
from extract.record import TargetKind

_REACH: Final = 8
_PASSIVE: Final = "اغتيل"
_BACK: Final = 12
_ASIDE: Final = (Link.PLACE, Link.CAUSE, Link.WEAPON, Link.AGENT, Link.TARGET)


class VictimReader:
    """Reads the verbs of dying and wounding of one article."""

    def __init__(self, words: Sequence[Word], people: PeopleCounter) -> None:
        self.words = words
        self.people = people

    def verb(self, word: Word) -> Verb | None:
        """The reading under which the word tells of death or wounds, if it does."""
        for verb, form in word.verbs:
            if verb.sense not in (Sense.KILL, Sense.DIE, Sense.WOUND) and not verb.kills:
                continue
            reach = self.words[word.index + 1 : word.index + 9]
            if verb.needs and not any(piece in w.norm for w in reach for piece in verb.needs):
                continue
            after = self.words[word.index + 1 : word.index + 2]
            taken = bool(after) and after[0].norm == "علي"
            if taken != (verb.takes is not None) and any(v.takes for v, _ in word.verbs):
                continue
            if form.jussive and any(other.sense is Sense.GENERAL for other, _ in word.verbs):
                continue
            return verb
        return None

    def victims(self, items: Sequence[Item], place: int, verb: Verb, word: Word) -> int | None:
        """The phrase of the victims: object of an active verb, subject of a passive one.

        A verb in the plural follows its subject, so whoever dies stands before it.
        """
        if verb.takes is not None:
            given = place + 2 if place + 2 < len(items) else None
            named = given is not None and self.people.names_people(items[given].phrase)
            return given if named else None
        plural = any(form.plural for _, form in word.verbs)
        if plural and (verb.sense is Sense.DIE or word.passive):
            return self._before(items, place)
        after = self._phrases_after(items, place)
        people = [p for p in after if self.people.names_people(items[p].phrase)]
        if verb.past == "أصاب":
            people = [p for p in people if self._is_victim(items[p].phrase)]
        if len(people) == 2 and self._acts(items[people[0]].phrase):
            return people[1]
        if people and verb.kills and not word.passive and not word.norm.startswith(_PASSIVE):
            # «اغتال مسلحان الباحث»: an active verb of murder names its doer first
            doer = len(people) == 1 and self._acts(items[people[0]].phrase)
            return None if doer else people[-1]
        if people:
            return people[0]
        if verb.past == "أصاب" or (
            verb.sense is Sense.KILL
            and not word.passive
            and not any(form.plural or form.past for _, form in word.verbs)
        ):
            return None
        return self._before(items, place)

    def _is_victim(self, phrase: Phrase | None) -> bool:
        return phrase is not None and (
            (phrase.numeral is not None and phrase.head == phrase.numeral.last)
            or self.people.names_victims(phrase)
        )

    def _acts(self, phrase: Phrase | None) -> bool:
        if phrase is None or phrase.numeral is not None:
            return False
        head = self.words[phrase.head]
        armed = head.noun(NounClass.VICTIM)
        if armed is not None and armed.kind is TargetKind.ARMED_GROUP:
            return True  # «قتل مسلحون ثلاثة جنود»
        return head.noun(NounClass.ACTOR) is not None or bool(
            phrase.names and phrase.names[0].actors
        )

    def _phrases_after(self, items: Sequence[Item], place: int) -> list[int]:
        found: list[int] = []
        at = place + 1
        while at < len(items) and at <= place + _REACH and len(found) < 2:
            item = items[at]
            if item.phrase is not None:
                found.append(at)
            elif item.link in _ASIDE and not found and at + 1 < len(items) and items[at + 1].phrase:
                at += 1  # «قتل في الهجوم ستة»: what stands between verb and subject
            elif item.kind is Kind.CONJUNCTION and found and self.words[item.first].norm == "و":
                if at + 1 < len(items) and items[at + 1].kind is Kind.VERB:
                    break  # «لقي حتفه وأصيب خمسة»: the next verb has its own
                at += 1
            elif not (
                item.kind in (Kind.TIME, Kind.OTHER)
                or item.bracketed
                or (item.kind is Kind.SIGN and self.words[item.first].text in '،,«»“”"')
            ):
                break
            at += 1
        return found

    def _before(self, items: Sequence[Item], place: int) -> int | None:
        """«24 شخصا … لقوا حتفهم»: the subject before the verb."""
        at = place - 1
        while at >= 0 and at >= place - _BACK:
            item = items[at]
            if item.phrase is not None:
                part = self._among(items, at)
                if part is not None:
                    at = part - 1
                    continue
                governed = at > 0 and items[at - 1].kind is Kind.PREPOSITION
                if governed and item.phrase.numeral is None:
                    at -= 2
                    continue
                return at if self.people.names_people(item.phrase) else None
            opening = self._aside(items, at)
            if opening is not None:
                at = opening - 1
                continue
            if item.kind not in (Kind.TIME, Kind.OTHER, Kind.PREPOSITION):
                return None
            at -= 1
        return None

    def _among(self, items: Sequence[Item], at: int) -> int | None:
        """«ثلاثة بينهم سيدة وطفل استشهدوا»: where the list of a part begins."""
        for before in range(at - 1, max(-1, at - _REACH), -1):
            if self.words[items[before].first].norm in toll_words("among"):
                return before
            if items[before].phrase is None and items[before].kind is not Kind.CONJUNCTION:
                return None
        return None

    def _aside(self, items: Sequence[Item], at: int) -> int | None:
        """«ثلاثة مدنيين، بينهم طفل، أصيبوا»: where what stands between two commas begins."""
        if not self._is_comma(items[at]):
            return None
        for before in range(at - 1, max(-1, at - 1 - _REACH), -1):
            if self._is_comma(items[before]):
                return before
            if items[before].kind in (Kind.VERB, Kind.SUBORDINATOR):
                return None
        return None

    def _is_comma(self, item: Item) -> bool:
        return item.kind is Kind.SIGN and self.words[item.first].text in "،,"
