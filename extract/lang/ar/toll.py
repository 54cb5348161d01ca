"""Tolls: how many were killed, wounded or are missing, in every way that Arabic news counts them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from extract.analysis import Mention, MentionKind, TollMention
from extract.lang.ar.event import Frame
from extract.lang.ar.inflection import Number
from extract.lang.ar.item import Item, Kind, Link
from extract.lang.ar.lexicon import NounClass, Sense
from extract.lang.ar.mention import MentionMaker
from extract.lang.ar.numeral import at_least_follows, range_at
from extract.lang.ar.phrase import Phrase
from extract.lang.ar.word import Word
from extract.record import CasualtyStatus

_NOTHING: Final = frozenset("دون بدون بلا لا غير ولا".split())
_NO_NEWS: Final = frozenset("معلومات انباء تفاصيل حصيله تاكيد حديث تقارير".split())
_AMONG: Final = frozenset("بينهم بينها بينهما بينهن ابرزهم".split())
_LIVES: Final = frozenset("حياه ارواح".split())
_WOUND_WORDS: Final = frozenset("اصيب اصيبت اصيبوا جرح جرحت جرحوا".split())
_LOSSES: Final = frozenset("خسائر خساير خساره الخساير".split())
_HUMAN: Final = frozenset("بشريه البشريه الارواح".split())


@dataclass(frozen=True, slots=True)
class Count:
    """Bounds of a count; both ``None`` when it is not said."""

    low: int | None
    high: int | None


class TollFinder:
    """Finds the tolls of one article and ties them to the frames that caused them."""

    def __init__(
        self,
        words: Sequence[Word],
        sentences: Sequence[Sequence[Item]],
        maker: MentionMaker,
        frames: Sequence[Frame],
    ) -> None:
        self.words = words
        self.sentences = sentences
        self.maker = maker
        self.frames = frames

    def tolls(self) -> list[TollMention]:
        """All tolls in the order of the text."""
        found: list[TollMention] = []
        for number, items in enumerate(self.sentences):
            seen: set[tuple[int, CasualtyStatus]] = set()
            for place, toll in self._sentence_tolls(items):
                key = (toll.words.start, toll.status)
                if key not in seen:
                    seen.add(key)
                    found.append(self._tied(toll, number, place, items))
        return found

    def _sentence_tolls(self, items: Sequence[Item]) -> Iterator[tuple[int, TollMention]]:
        previous: CasualtyStatus | None = None
        for place, item in enumerate(items):
            made: list[TollMention] = []
            if item.kind is Kind.VERB:
                made = list(self._of_verb(items, place))
            elif item.phrase is not None:
                made = list(self._of_phrase(items, place, item.phrase))
            if not made and item.phrase is not None and previous is not None:
                made = list(self._of_part(items, place, item.phrase, previous))
            for toll in made:
                if toll.whole:
                    previous = toll.status
                yield place, toll

    # -- verbs ----------------------------------------------------------------------------------

    def _of_verb(self, items: Sequence[Item], place: int) -> Iterator[TollMention]:
        word = self.words[items[place].first]
        verb = word.sense(Sense.KILL, Sense.DIE, Sense.WOUND)
        if verb is None:
            return
        status = CasualtyStatus.WOUNDED if verb.sense is Sense.WOUND else CasualtyStatus.KILLED
        negated = place > 0 and items[place - 1].kind is Kind.NEGATION
        following = items[place + 1] if place + 1 < len(items) else None
        if negated:
            if following is not None and self.words[following.first].norm in ("احد", "اي", "احدا"):
                last = following.last
                yield self._toll(
                    items[place - 1].first, last, status, Count(0, 0), None, "ar.toll.none-hurt"
                )
            return
        phrase_places = [
            p
            for p in self._victims_of(items, place)
            if self._countable(items[p].phrase, verb.sense)
        ]
        if not phrase_places:
            left = self._left_victims(items, place)
            if left is None:
                return
            phrase_places = [left]
        target = (
            phrase_places[-1] if self._is_active(items, place, phrase_places) else phrase_places[0]
        )
        phrase = items[target].phrase
        assert phrase is not None
        count = self._count(phrase, items, target)
        first, last = (
            min(items[place].first, phrase.first),
            max(items[place].last, self._end(items, target)),
        )
        yield self._toll(
            first,
            last,
            status,
            count,
            self.maker.mention(phrase),
            f"ar.toll.{verb.gloss.split(' ')[0]}",
        )

    def _victims_of(self, items: Sequence[Item], place: int) -> list[int]:
        """Bare phrases after the verb, before any preposition but the one of «بحياة»."""
        found: list[int] = []
        at = place + 1
        while at < len(items) and at <= place + 6:
            item = items[at]
            if item.kind in (Kind.TIME, Kind.OTHER) or item.bracketed:
                at += 1
            elif item.kind is Kind.SIGN and self.words[item.first].text in '،,«»“”"':
                at += 1
            elif item.phrase is not None:
                found.append(at)
                if len(found) == 2:
                    break
                at += 1
            elif item.kind is Kind.CONJUNCTION and found and self.words[item.first].norm == "و":
                at += 2
            else:
                break
        return found

    def _left_victims(self, items: Sequence[Item], place: int) -> int | None:
        """«24 شخصا … لقوا حتفهم»: the subject before the verb."""
        at = place - 1
        while at >= 0 and at >= place - 4:
            item = items[at]
            if item.phrase is not None:
                ok = self._countable(item.phrase, None)
                if at > 0 and items[at - 1].kind is Kind.PREPOSITION and not (item.phrase.numeral):
                    at -= 2
                    continue
                return at if ok else None
            if item.kind not in (Kind.TIME, Kind.OTHER, Kind.PREPOSITION):
                return None
            at -= 1
        return None

    def _countable(self, phrase: Phrase | None, sense: Sense | None) -> bool:
        """Whether the phrase can be people: victims, a number alone, a name."""
        if phrase is None:
            return False
        if phrase.numeral is not None and phrase.head == phrase.numeral.last:
            return True
        head = self.words[phrase.head]
        if head.noun(NounClass.VICTIM, NounClass.CASUALTY, NounClass.TITLE) is not None:
            return True
        if head.noun(NounClass.ACTOR) is not None:
            return sense is None or head.number is Number.PLURAL or phrase.numeral is not None
        if self.maker.actors.demonym(head.norm) is not None:
            return True
        if head.nouns:
            return (
                phrase.numeral is not None and head.noun(NounClass.TARGET, NounClass.WEAPON) is None
            )
        return True

    def _is_active(self, items: Sequence[Item], place: int, places: list[int]) -> bool:
        """Whether the verb is active, so that the last phrase names the victims."""
        if len(places) < 2:
            return False
        first = items[places[0]].phrase
        assert first is not None
        head = self.words[first.head]
        return first.numeral is None and head.noun(NounClass.ACTOR) is not None

    # -- nouns ----------------------------------------------------------------------------------

    def _of_phrase(
        self, items: Sequence[Item], place: int, phrase: Phrase
    ) -> Iterator[TollMention]:
        for index in range(phrase.head, phrase.last + 1):
            casualty = self.words[index].noun(NounClass.CASUALTY)
            if casualty is not None:
                break
        else:
            yield from self._of_lives(items, place, phrase)
            return
        statuses = self._statuses(casualty.status, phrase, index)
        if not statuses:
            return
        nothing = self._nothing_before(items, place)
        if nothing is not None:
            if casualty.status == "both" or casualty.act or index == phrase.head:
                zero = (
                    (CasualtyStatus.KILLED, CasualtyStatus.WOUNDED)
                    if (casualty.status in ("both", CasualtyStatus.WOUNDED))
                    else (CasualtyStatus.KILLED,)
                )
                for status in zero:
                    yield self._toll(
                        nothing, phrase.last, status, Count(0, 0), None, "ar.toll.none"
                    )
            return
        if casualty.act:
            yield from self._of_act(items, place, phrase, index, statuses[0])
            return
        if self.words[index].norm in _LOSSES:
            return
        if self._is_back_reference(phrase, index):
            yield from self._of_total(items, place, phrase, statuses)
            return
        count = self._count(phrase, items, place)
        for status in statuses:
            yield self._toll(
                phrase.first,
                self._end(items, place),
                status,
                count,
                None,
                f"ar.toll.{casualty.gloss.split(' ')[0]}",
                whole=not self._among(items, place),
            )

    @staticmethod
    def _statuses(status: object, phrase: Phrase, index: int) -> tuple[CasualtyStatus, ...]:
        if status == "both":
            return (CasualtyStatus.KILLED,)
        return (status,) if isinstance(status, CasualtyStatus) else ()

    def _is_back_reference(self, phrase: Phrase, index: int) -> bool:
        """«حصيلة القتلى», «القتيل»: definite, without a number of its own."""
        return phrase.numeral is None and self.words[index].is_definite

    def _of_total(
        self,
        items: Sequence[Item],
        place: int,
        phrase: Phrase,
        statuses: tuple[CasualtyStatus, ...],
    ) -> Iterator[TollMention]:
        """«ارتفع عدد القتلى إلى 12»: the number after «إلى»."""
        for at in range(place + 1, min(place + 8, len(items) - 1)):
            item = items[at]
            if item.kind is Kind.SIGN and self.words[item.first].text in ".؛":
                return
            if self.words[item.first].norm in ("الي", "نحو") and items[at + 1].phrase is not None:
                total = items[at + 1].phrase
                assert total is not None
                if total.numeral is None:
                    return
                head = self.words[total.head]
                if (
                    total.head != total.numeral.last
                    and head.noun(NounClass.VICTIM, NounClass.CASUALTY) is None
                ):
                    return
                count = self._count(total, items, at + 1)
                for status in statuses:
                    yield self._toll(
                        phrase.first, self._end(items, at + 1), status, count, None, "ar.toll.total"
                    )
                return

    def _of_act(
        self, items: Sequence[Item], place: int, phrase: Phrase, index: int, status: CasualtyStatus
    ) -> Iterator[TollMention]:
        """«مقتل أربعة عسكريين», «إصابة شخص», «مقتل القيادي فلان»."""
        inner: Phrase | None = None
        at = place
        if phrase.last > index:
            names = [name for name in phrase.names if name.first > index]
            inner = Phrase(index + 1, phrase.last, index + 1, names=names)
            if (
                place + 1 < len(items)
                and items[place + 1].phrase is not None
                and (self.words[index + 1].is_number)
            ):
                inner = items[place + 1].phrase
        elif place + 1 < len(items):
            following = items[place + 1]
            if following.kind is Kind.OTHER and place + 2 < len(items):
                following, at = items[place + 2], place + 2
            else:
                at = place + 1
            inner = following.phrase
            ranged = range_at(self.words, following.first, self._sentence_end(items))
            if inner is None and ranged is not None:
                yield self._toll(
                    phrase.first,
                    ranged.last,
                    status,
                    Count(ranged.low, ranged.high),
                    None,
                    "ar.toll.range",
                )
                return
        if inner is None:
            if not self.words[index].is_definite and self.words[index].number is Number.PLURAL:
                yield self._toll(
                    phrase.first, phrase.last, status, Count(None, None), None, "ar.toll.some"
                )
            elif phrase.numeral is not None:
                count = self._count(phrase, items, place)
                yield self._toll(phrase.first, phrase.last, status, count, None, "ar.toll.counted")
            return
        if not self._countable(inner, None):
            return
        count = self._count(inner, items, at)
        yield self._toll(
            index,
            max(inner.last, self._end(items, at)) if at != place else inner.last,
            status,
            count,
            self.maker.mention(inner),
            "ar.toll.act",
            whole=not self._among(items, place),
        )

    def _of_lives(self, items: Sequence[Item], place: int, phrase: Phrase) -> Iterator[TollMention]:
        """«أودى بحياة 12 عسكريا»: people after «حياة»."""
        if self.words[phrase.head].norm not in _LIVES:
            return
        inner, at = None, place
        if phrase.last > phrase.head:
            inner = Phrase(phrase.head + 1, phrase.last, phrase.head + 1)
        elif place + 1 < len(items):
            inner, at = items[place + 1].phrase, place + 1
        if inner is None or not self._countable(inner, None):
            return
        yield self._toll(
            phrase.first,
            self._end(items, at),
            CasualtyStatus.KILLED,
            self._count(inner, items, at),
            self.maker.mention(inner),
            "ar.toll.lives",
        )

    def _of_part(
        self, items: Sequence[Item], place: int, phrase: Phrase, status: CasualtyStatus
    ) -> Iterator[TollMention]:
        """«بينهم ثلاثة أطفال»: a part of the toll before it."""
        if not self._among(items, place):
            return
        head = self.words[phrase.head]
        if head.noun(NounClass.VICTIM) is None and phrase.numeral is None:
            return
        yield self._toll(
            phrase.first,
            phrase.last,
            status,
            self._count(phrase, items, place),
            self.maker.mention(phrase),
            "ar.toll.part",
            whole=False,
        )

    # -- counting -------------------------------------------------------------------------------

    def _count(self, phrase: Phrase, items: Sequence[Item], place: int) -> Count:
        numeral = phrase.numeral
        end = self._sentence_end(items)
        if numeral is not None:
            high = numeral.high
            after = phrase.last + 1
            if after < end and at_least_follows(self.words, after, end):
                high = None
            return Count(numeral.low, high)
        head = self.words[phrase.head]
        if head.number is Number.DUAL:
            return Count(2, 2)
        if head.number is Number.PLURAL:
            return Count(None, None)
        if head.norm in ("اثنان", "اثنين"):
            return Count(2, 2)
        if head.norm.endswith(("ين", "ان")) and self.maker.actors.demonym(head.norm) is not None:
            return Count(2, 2) if head.norm.endswith("ان") else Count(None, None)
        return Count(1, 1)

    def _end(self, items: Sequence[Item], place: int) -> int:
        """Last word of the counted phrase, with its «على الأقل»."""
        last = items[place].last
        end = self._sentence_end(items)
        if last + 1 < end and at_least_follows(self.words, last + 1, end):
            return last + 2
        return last

    @staticmethod
    def _sentence_end(items: Sequence[Item]) -> int:
        return items[-1].last + 1

    def _nothing_before(self, items: Sequence[Item], place: int) -> int | None:
        """First word of a negation that covers the phrase, as in «لم يسفر عن أي», «دون»."""
        at = place - 1
        while at >= 0 and at >= place - 6:
            item = items[at]
            word = self.words[item.first]
            if word.norm in _NO_NEWS or item.kind is Kind.SIGN and word.text in "،؛.":
                return None
            if item.kind is Kind.NEGATION or word.norm in _NOTHING:
                between = [self.words[i.first] for i in items[at + 1 : place]]
                if any(w.norm in _NO_NEWS for w in between):
                    return None
                return item.first
            if any(self.words[i].norm in _NO_NEWS for i in range(item.first, item.last + 1)):
                return None
            if (
                item.kind is Kind.VERB
                and word.sense(Sense.CAUSE, Sense.WOUND, Sense.KILL, Sense.GENERAL) is None
            ):
                return None
            at -= 1
        return None

    def _among(self, items: Sequence[Item], place: int) -> bool:
        for at in range(place - 1, max(-1, place - 4), -1):
            if any(
                self.words[i].norm in _AMONG for i in range(items[at].first, items[at].last + 1)
            ):
                return True
            if items[at].kind is Kind.VERB:
                return False
        return False

    def _toll(
        self,
        first: int,
        last: int,
        status: CasualtyStatus,
        count: Count,
        victims: Mention | None,
        rule: str,
        *,
        whole: bool = True,
    ) -> TollMention:
        if victims is not None and not self._names_people(victims):
            victims = None
        return TollMention(
            self.maker.span(first, last), status, count.low, count.high, victims, whole, None, rule
        )

    @staticmethod
    def _names_people(mention: Mention) -> bool:
        """Whether the mention says who, not only how many."""
        return mention.kind in (MentionKind.VICTIM, MentionKind.PERSON, MentionKind.ACTOR) and any(
            character.isalpha() for character in mention.words.text
        )

    # -- which event ----------------------------------------------------------------------------

    def _tied(
        self, toll: TollMention, number: int, place: int, items: Sequence[Item]
    ) -> TollMention:
        """Tie the toll to the frame of its own sentence that grammar offers."""
        mine = [(i, f) for i, f in enumerate(self.frames) if f.sentence == number]
        if not mine:
            return toll
        after = [(i, f) for i, f in mine if f.place > place]
        before = [(i, f) for i, f in mine if f.place <= place]
        chosen: int | None = None
        if after and self._leads_to(items, place, after[0][1].place):
            chosen = after[0][0]
        elif before:
            chosen = before[-1][0]
        elif after:
            chosen = after[0][0]
        return TollMention(
            toll.words,
            toll.status,
            toll.low,
            toll.high,
            toll.victims,
            toll.whole,
            chosen,
            toll.rule,
        )

    def _leads_to(self, items: Sequence[Item], place: int, frame_place: int) -> bool:
        """Whether «في», «جراء», «إثر», «بـ» joins the toll to a trigger right after it."""
        if frame_place - place > 8:
            return False
        linked = False
        for at in range(place + 1, frame_place):
            item = items[at]
            if item.kind is Kind.PREPOSITION:
                linked = item.link in (Link.CAUSE, Link.PLACE, Link.TARGET) or linked
            elif item.kind is Kind.VERB or (
                item.kind is Kind.SIGN and self.words[item.first].text in ".؛"
            ):
                return False
        return linked
