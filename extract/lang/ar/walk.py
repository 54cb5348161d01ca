"""Walking: the arguments that follow an event word, up to what belongs to something else."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from extract.analysis import Mention, MentionKind
from extract.lang.ar.argument import ArgumentTaker
from extract.lang.ar.frame import (
    Frame,
    is_actor_like,
)
from extract.lang.ar.item import Item, Kind, Link
from extract.lang.ar.lexicon import NounClass, Sense
from extract.lang.ar.mention import MentionMaker
from extract.lang.ar.phrase import Phrase
from extract.lang.ar.trigger import TriggerReader
from extract.lang.ar.word import Word
from extract.record import EventType

_ENDING_LINKS: Final = (Link.SOURCE, Link.RESPONSE, Link.PURPOSE, Link.PRETEXT, Link.CAUSE)
_NAMELY: Final = frozenset({"هما", "هي", "هو", "هم"})
_SIDES: Final = frozenset(
    {
        "جنوبي",
        "شمالي",
        "شرقي",
        "غربي",
        "جنوبيه",
        "شماليه",
        "شرقيه",
        "غربيه",
        "وسطي",
        "اوسط",
        "شمال",
        "جنوب",
        "شرق",
        "غرب",
        "وسط",
    }
)
_SIDED: Final = frozenset({"بين", "مع"})
_LONGEST_CLAUSE: Final = 7
_LONGEST_WALK: Final = 24


class ArgumentWalker:
    """Walks over the items of a sentence and collects arguments."""

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
        self._mentions: dict[int, Mention] = {}

    def mention(self, item: Item) -> Mention:
        """The mention of a phrase item, made once."""
        assert item.phrase is not None
        found = self._mentions.get(item.first)
        if found is None:
            found = self._mentions[item.first] = self.maker.mention(item.phrase)
        return found

    def walk(
        self, frame: Frame, items: Sequence[Item], start: int, nominal: dict[int, Frame]
    ) -> None:
        """Collect the arguments that follow, up to what belongs to something else."""
        role: str | None = "targets" if self._lacks_object(frame, items, start) else None
        link: Link | None = None
        joined = role is not None
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
                link, role, joined = self._side(frame, items, place) or item.link, None, False
                if link is Link.ORIGIN and self._is_part(items, place):
                    link = None
                if link in _ENDING_LINKS:
                    return
            elif item.kind is Kind.CONJUNCTION:
                if self._is_twin(frame, items, place):
                    place, role = place + 1, "targets"
                elif not self._goes_on(items, place, role):
                    return
                joined = True
            elif (past := self._past_clause(items, place)) is not None:
                place = past
                continue
            elif item.kind in (Kind.RELATIVE, Kind.VERB):
                self._relative(frame, items, place)
                return
            elif item.phrase is None or (place in nominal and nominal[place] is not frame):
                return
            elif self.arguments.is_origin(item.phrase):
                place = self._add_origin(frame, items, place)
            elif self.arguments.is_ordinal(item.phrase):
                joined = True
                self._drop_counted(frame, role)
            else:
                taken = self._argument(frame, item, items, link, role if joined else None)
                if taken is None and role is None and link is None:
                    return
                role, link, joined = taken or role, None, False
            place += 1

    def _side(self, frame: Frame, items: Sequence[Item], place: int) -> Link | None:
        """«اشتباكات بين الجيش وفصائل», «مواجهات مع مسلحين»: who fights is a side, not a place."""
        clash = frame.predication.type is EventType.ARMED_CLASH
        if not clash or self.words[items[place].first].norm not in _SIDED:
            return None
        following = items[place + 1] if place + 1 < len(items) else None
        if following is None or following.phrase is None:
            return None
        mention = self.mention(following)
        return Link.AGENT if is_actor_like(mention) and not mention.anaphoric else None

    def _past_clause(self, items: Sequence[Item], place: int) -> int | None:
        """The item after a clause that only describes what stands before it."""
        if items[place].kind is not Kind.VERB:
            return None
        aside = self._past_aside(items, place)
        return aside if aside is not None else self._past_launch(items, place)

    def _past_aside(self, items: Sequence[Item], place: int) -> int | None:
        """«…، يستقلون سيارة، على حاجز»: the comma that ends a clause set between two."""
        if place == 0 or not self._is_comma(items[place - 1]):
            return None
        for at in range(place + 1, min(len(items) - 1, place + _LONGEST_CLAUSE)):
            if self._is_comma(items[at]):
                return at if items[at + 1].kind is Kind.PREPOSITION else None
            if items[at].kind in (Kind.VERB, Kind.SUBORDINATOR, Kind.CONJUNCTION):
                return None
        return None

    def _is_comma(self, item: Item) -> bool:
        return item.kind is Kind.SIGN and self.words[item.first].text in "،,"

    def _lacks_object(self, frame: Frame, items: Sequence[Item], start: int) -> bool:
        """«خطف ثلاثة مدنيين»: a counted object right after its noun of action."""
        if frame.noun is None or frame.noun.idafa != "object" or not 0 < start < len(items):
            return False
        after, before = items[start].phrase, items[start - 1].phrase
        counted = after is not None and after.numeral is not None
        bare = before is not None and not self.words[before.last].is_definite
        return counted and bare and not frame.predication.targets

    def _goes_on(self, items: Sequence[Item], place: int, role: str | None) -> bool:
        """Whether «و» at ``place`` joins another argument."""
        following = items[place + 1] if place + 1 < len(items) else None
        if self.words[items[place].first].norm != "و" or following is None:
            return False
        if following.kind is Kind.PREPOSITION:
            return True
        return following.kind is Kind.PHRASE and role is not None

    def _is_part(self, items: Sequence[Item], place: int) -> bool:
        """«المناطق الجنوبية من لبنان»: «من» names the whole, not where it came from."""
        before = items[place - 1].phrase if place > 0 else None
        return before is not None and any(
            self.words[at].norm.removeprefix("ال") in _SIDES
            for at in range(before.first, before.last + 1)
        )

    def _is_twin(self, frame: Frame, items: Sequence[Item], place: int) -> bool:
        """«اعتراض وتدمير طائرتين»: two nouns of action that share what follows."""
        if place + 2 >= len(items) or frame.noun is None or frame.noun.idafa != "object":
            return False
        twin, shared = items[place + 1].phrase, items[place + 2].phrase
        if twin is None or shared is None or frame.predication.targets:
            return False
        bare = twin.first == twin.last and not self.words[twin.head].is_definite
        return bare and self.words[items[place].first].norm == "و"

    def _add_origin(self, frame: Frame, items: Sequence[Item], place: int) -> int:
        """Take whom «مصدره» names, in its phrase or the next; return the item read last."""
        phrase = items[place].phrase
        assert phrase is not None
        inner: Phrase | None = None
        if phrase.last > phrase.first:
            inner = phrase.rest(phrase.first + 1)
        elif place + 1 < len(items):
            inner, place = items[place + 1].phrase, place + 1
        if inner is not None:
            mention = self.maker.mention(inner)
            if is_actor_like(mention):
                self.arguments.add(frame, "agents", mention, inner)
        return place

    def _drop_counted(self, frame: Frame, role: str | None) -> None:
        """«منطقتين الأولى هي …»: the counted word gives way to what is listed."""
        if role is None:
            return
        mentions: list[Mention] = getattr(frame.predication, role)
        if mentions and mentions[-1].entity is None and mentions[-1].count != 1:
            mentions.pop()

    def _argument(
        self,
        frame: Frame,
        item: Item,
        items: Sequence[Item],
        link: Link | None,
        role: str | None,
    ) -> str | None:
        """Give the phrase its role after ``link``, or ``role`` again when it is coordinated."""
        assert item.phrase is not None
        mention = self.mention(item)
        if self.maker.head_noun(item.phrase, NounClass.CASUALTY) is not None:
            return None
        if link is None and self.arguments.is_direction(item.phrase):
            role = "places"
        chosen = (
            role if link is None else self.arguments.role_after(frame, link, mention, item.phrase)
        )
        if chosen is None:
            return None
        if not self.arguments.fits(chosen, mention, item.phrase):
            return None
        frame.used.add(item.first)
        if chosen == "targets":
            mention = self._with_clause(mention, item, items)
        self.arguments.add(frame, chosen, mention, item.phrase)
        return chosen

    def take_linked(self, frame: Frame, items: Sequence[Item], place: int) -> None:
        """Give the phrase after the preposition at ``place`` the role that it has by it."""
        if items[place].link not in _ENDING_LINKS:
            self._argument(frame, items[place + 1], items, items[place].link, None)

    def _with_clause(self, mention: Mention, item: Item, items: Sequence[Item]) -> Mention:
        """«المواقع التي انطلقت منها الصواريخ», «مبان يستخدمها جنود»: a bare noun and its clause."""
        assert item.phrase is not None
        noun = self.maker.head_noun(item.phrase, NounClass.TARGET, NounClass.VICTIM)
        place = bisect_left(items, item.first, key=lambda one: one.first)
        if place == len(items) or items[place] is not item:
            return mention
        if noun is None or item.phrase.first != item.phrase.last or place + 1 >= len(items):
            return mention
        following = items[place + 1]
        definite = self.words[item.phrase.head].has_article
        if following.kind is not (Kind.RELATIVE if definite else Kind.VERB):
            return mention
        last = place + 1
        for at in range(place + 1, min(len(items), place + _LONGEST_CLAUSE)):
            if items[at].kind in (Kind.SIGN, Kind.CONJUNCTION, Kind.SUBORDINATOR, Kind.TIME):
                break
            last = at
        return replace(mention, words=self.maker.span(item.first, items[last].last))

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
        after = self.phrases_after(items, verb_place)
        if light is not None and self.has_object_pronoun(word) and after:
            self.take(frame, "agents", items, after[0])
            self.walk(frame, items, after[0] + 1, {})
        elif (
            light is not None
            and after
            and self.triggers.is_trigger(items[after[0]]) is False
            and items[place].kind is Kind.VERB
        ):
            return
        elif hits is not None and after:
            self.take(frame, "targets", items, after[0])
            self.walk(frame, items, after[0] + 1, {})

    def has_object_pronoun(self, word: Word) -> bool:
        """Whether the verb carries its object as a pronoun («قصفته»)."""
        return any(form.pronoun for _, form in word.verbs) or any(
            form.pronoun for _, form in word.reports
        )

    def take(self, frame: Frame, role: str, items: Sequence[Item], place: int) -> bool:
        """Give the phrase at ``place``, and those coordinated with it, to ``role``."""
        taken = False
        while place < len(items):
            item = items[place]
            if item.kind is not Kind.PHRASE or item.phrase is None:
                break
            mention = self.mention(item)
            if self.maker.head_noun(item.phrase, NounClass.CASUALTY) is not None:
                break
            if not self.arguments.fits(role, mention, item.phrase) and not (
                role == "agents" and mention.kind is MentionKind.WEAPON
            ):
                break
            if role == "targets":
                mention = self._with_clause(mention, item, items)
            self.arguments.add(frame, role, mention, item.phrase)
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
            and not self.triggers.is_trigger(items[at + 1])
        ):
            return at + 1
        return None

    def _past_launch(self, items: Sequence[Item], place: int) -> int | None:
        """«أصابت مسيرة أُطلقت من لبنان، بناية»: the item after a clause about the weapon."""
        word = self.words[items[place].first]
        if items[place].kind is not Kind.VERB or word.sense(Sense.LAUNCH) is None:
            return None
        if not word.passive or not self._is_indefinite(items[place - 1]):
            return None
        at = place + 1
        while at + 1 < len(items) and items[at].link is Link.ORIGIN:
            at += 2
        if at + 1 < len(items) and self._is_comma(items[at]):
            at += 1
        governed = at < len(items) and items[at].kind in (Kind.PREPOSITION, Kind.PHRASE, Kind.TIME)
        return at if governed else None

    def _is_indefinite(self, item: Item) -> bool:
        return item.phrase is not None and not self.words[item.phrase.head].is_definite

    def _joins_governed(self, items: Sequence[Item], at: int) -> bool:
        if not 1 < at < len(items) - 1 or self.words[items[at].first].norm != "و":
            return False
        governed = items[at - 1].phrase is not None and items[at - 2].kind is Kind.PREPOSITION
        return governed and items[at + 1].phrase is not None

    def phrases_after(self, items: Sequence[Item], place: int) -> list[int]:
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
                if (text in "،," and not found) or text in "«»“”\"'()[]":
                    at += 1
                    continue
                timed = [one for one in items[at - 1 : at + 2 : 2] if one.kind is Kind.TIME]
                if text in "،," and timed:
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
            if self._joins_governed(items, at):
                at += 2  # «بالقذائف والصواريخ»: both behind the preposition
                continue
            if item.kind is Kind.CONJUNCTION and found and self.words[item.first].norm == "و":
                nxt = items[at + 1] if at + 1 < len(items) else None
                if nxt is not None and nxt.kind is Kind.PHRASE and not governed:
                    at += 2
                    continue
            past = self._past_launch(items, at) if len(found) == 1 else None
            if past is not None:
                at = past
                continue
            if (
                item.kind is Kind.VERB
                and len(found) == 1
                and self.has_object_pronoun(self.words[item.first])
                and at + 1 < len(items)
                and items[at + 1].kind is Kind.PHRASE
                and not self.words[items[found[0]].first].is_definite
            ):
                at += 2
                continue
            break
        return found
