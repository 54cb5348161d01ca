"""Tolls: how many were killed, wounded or are missing, in the ways that Arabic news counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from extract.analysis import Mention, MentionKind, TollMention
from extract.lang.ar.count import Count, PeopleCounter
from extract.lang.ar.frame import Frame
from extract.lang.ar.inflection import Number
from extract.lang.ar.item import MOTIVES, Item, Kind, Link
from extract.lang.ar.lexicon import Noun, NounClass, Sense
from extract.lang.ar.mention import MentionMaker
from extract.lang.ar.numeral import range_at
from extract.lang.ar.phrase import Phrase
from extract.lang.ar.victim import VictimReader
from extract.lang.ar.word import Word
from extract.record import CasualtyStatus

_NOTHING: Final = frozenset({"دون", "بدون", "بلا", "لا", "غير", "ولا"})
_NO_NEWS: Final = frozenset(
    {
        "معلومات",
        "انباء",
        "تفاصيل",
        "حصيله",
        "تاكيد",
        "حديث",
        "تقارير",
        "عدد",
        "يعرف",
        "تعرف",
        "يتضح",
        "تتضح",
        "يعلن",
        "تعلن",
        "يحدد",
    }
)
_AMONG: Final = frozenset({"بينهم", "بينها", "بينهما", "بينهن", "ابرزهم"})
_LIVES: Final = frozenset({"حياه", "ارواح"})
_WOUNDS: Final = frozenset({"جروح", "جراح", "كسور", "حروق", "رضوض"})
_PREY: Final = frozenset({"ضحيه", "ضحيته", "ضحيتها"})
_FELL: Final = ("راح", "ذهب", "سقط", "وقع", "يروح")
_LOSSES: Final = frozenset({"خسائر", "خساير", "خساره", "الخساير", "الخسائر"})
_ANYBODY: Final = frozenset({"احد", "احدا", "اي", "ايا"})
_ATTACKERS: Final = ("مهاجم", "منفذ", "انتحاري", "قراصن")
_LONG_SINCE: Final = frozenset({"حرب", "الحرب", "النزاع", "الصراع", "الثوره"})
_WHOLE: Final = (CasualtyStatus.KILLED, CasualtyStatus.WOUNDED)
_TOTAL_REACH: Final = 8
_NEGATION_REACH: Final = 6


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
        self.people = PeopleCounter(words, maker)
        self._victims = VictimReader(words, self.people)

    def tolls(self) -> list[TollMention]:
        """All tolls in the order of the text; those summed over a whole war are left out."""
        found: list[TollMention] = []
        for number, items in enumerate(self.sentences):
            if self._sums_up_a_war(items):
                continue
            seen: set[tuple[int, CasualtyStatus]] = set()
            for place, toll in self._sentence_tolls(items):
                key = (toll.words.start, toll.status)
                if key not in seen:
                    seen.add(key)
                    found.append(self._tied(toll, number, place, items))
        return found

    def _sums_up_a_war(self, items: Sequence[Item]) -> bool:
        norms = [word.norm for word in self.words[items[0].first : items[-1].last + 1]]
        if "منذ" not in norms:
            return False
        return bool(_LONG_SINCE.intersection(norms))

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
        verb = self._victims.verb(word)
        if verb is None:
            return
        status = CasualtyStatus.WOUNDED if verb.sense is Sense.WOUND else CasualtyStatus.KILLED
        if place > 0 and items[place - 1].kind is Kind.NEGATION:
            yield from self._nobody(items, place, status)
            return
        target = self._victims.victims(items, place, verb, word)
        if target is None:
            return
        phrase = items[target].phrase
        assert phrase is not None
        count, last = self.people.count(phrase, items, target)
        plural = any(form.plural for _, form in word.verbs)
        if plural and target < place and count == Count(1, 1):
            return
        rule = f"ar.toll.{verb.gloss.split(' ')[0]}"
        first_word = min(items[place].first, phrase.first)
        last_word = max(items[place].last, self.people.end(items, last))
        yield self._toll(first_word, last_word, status, count, self.maker.mention(phrase), rule)

    def _nobody(
        self, items: Sequence[Item], place: int, status: CasualtyStatus
    ) -> Iterator[TollMention]:
        """«لم يصب أحد»."""
        following = items[place + 1] if place + 1 < len(items) else None
        if following is not None and self.words[following.first].norm in _ANYBODY:
            first = items[place - 1].first
            yield self._toll(first, following.last, status, Count(0, 0), None, "ar.toll.none-hurt")

    # -- nouns ----------------------------------------------------------------------------------

    def _of_phrase(
        self, items: Sequence[Item], place: int, phrase: Phrase
    ) -> Iterator[TollMention]:
        if place > 0 and items[place - 1].link in MOTIVES:
            return  # «انتقاما لمقتل …»: the dead of the cause
        found = self._casualty_in(phrase)
        if found is None:
            yield from self._of_lives(items, place, phrase)
            return
        index, casualty = found
        if self._is_manner(items, place, index):
            return
        if self.words[index].norm in _PREY:
            yield from self._of_prey(items, place, phrase)
            return
        nothing = self._nothing_before(items, place)
        if nothing is not None:
            yield from self._none(nothing, phrase, casualty)
            return
        status = casualty.status
        if self.words[index].norm in _LOSSES:
            return
        chosen = status if isinstance(status, CasualtyStatus) else CasualtyStatus.KILLED
        if casualty.act:
            yield from self._of_act(items, place, phrase, index, chosen)
        elif phrase.numeral is None and self.words[index].is_definite:
            yield from self._of_total(items, place, phrase, chosen)
        else:
            yield self._counted(items, place, phrase, index, chosen)

    def _is_manner(self, items: Sequence[Item], place: int, index: int) -> bool:
        """«… بجروح» says how, «بين قتيل وجريح» shares out a number that stands before."""
        before = [self.words[items[at].first].norm for at in range(max(0, place - 3), place)]
        if before[-1:] == ["ب"] and self.words[index].norm in _WOUNDS:
            return True
        return before[-1:] == ["بين"] or (before[:1] == ["بين"] and before[-1:] == ["و"])

    def _of_prey(self, items: Sequence[Item], place: int, phrase: Phrase) -> Iterator[TollMention]:
        """«راح ضحية الهجوم تسعة جنود»: the victims follow."""
        if place == 0 or not self.words[items[place - 1].first].norm.startswith(_FELL):
            return
        for at in range(place + 1, min(len(items), place + 4)):
            inner = items[at].phrase
            if inner is not None and self.people.names_people(inner):
                count, last = self.people.count(inner, items, at)
                end = max(inner.last, self.people.end(items, last))
                mention = self.maker.mention(inner)
                killed = CasualtyStatus.KILLED
                yield self._toll(phrase.first, end, killed, count, mention, "ar.toll.prey")
                return

    def _casualty_in(self, phrase: Phrase) -> tuple[int, Noun] | None:
        for index in range(phrase.head, phrase.last + 1):
            noun = self.words[index].noun(NounClass.CASUALTY)
            if noun is not None:
                return index, noun
        return None

    def _none(self, first: int, phrase: Phrase, casualty: Noun) -> Iterator[TollMention]:
        """«من دون إصابات», «لم يسفر عن ضحايا»: nobody hurt at all, or nobody killed."""
        if casualty.act and casualty.status is CasualtyStatus.KILLED:
            return
        whole = casualty.status == "both" or casualty.status is CasualtyStatus.WOUNDED
        for status in _WHOLE if whole else (CasualtyStatus.KILLED,):
            yield self._toll(first, phrase.last, status, Count(0, 0), None, "ar.toll.none")

    def _counted(
        self, items: Sequence[Item], place: int, phrase: Phrase, index: int, status: CasualtyStatus
    ) -> TollMention:
        """«سبعة قتلى», «15 قتيلا», «قتلى»."""
        if phrase.numeral is not None or index == phrase.head:
            count = self.people.single(phrase, items)
        else:
            count = self.people.of_word(index)
        whole = not self._among(items, place)
        last = self.people.end(items, place)
        return self._toll(phrase.first, last, status, count, None, "ar.toll.counted", whole=whole)

    def _of_total(
        self, items: Sequence[Item], place: int, phrase: Phrase, status: CasualtyStatus
    ) -> Iterator[TollMention]:
        """«ارتفع عدد القتلى إلى 12», «ارتفعت إلى 12 جنديا حصيلة القتلى»: the number of a total."""
        for at in (*range(place + 1, place + _TOTAL_REACH), *range(place - 1, place - 4, -1)):
            if not 0 <= at < len(items) - 1:
                continue
            total = items[at + 1].phrase if at > place else items[at].phrase
            marked = items[at] if at > place else items[at - 1] if at else None
            if marked is None or total is None or total.numeral is None:
                continue
            if self.words[marked.first].norm not in ("الي", "نحو", "عند", "بلغ", "بلغت"):
                continue
            if total.head != total.numeral.last and not self.people.names_people(total):
                continue
            count = self.people.single(total, items)
            first, last = min(phrase.first, total.first), max(phrase.last, total.last)
            yield self._toll(first, last, status, count, None, "ar.toll.total")
            return

    def _of_act(
        self, items: Sequence[Item], place: int, phrase: Phrase, index: int, status: CasualtyStatus
    ) -> Iterator[TollMention]:
        """«مقتل أربعة عسكريين», «إصابة شخص», «مقتل القيادي فلان»."""
        whole = not self._among(items, place)
        inner, at = self._after_act(items, place, phrase, index)
        if inner is None:
            ranged = self._range_after(items, place)
            if ranged is not None:
                yield self._toll(phrase.first, ranged[1], status, ranged[0], None, "ar.toll.range")
            elif phrase.numeral is not None or self.words[index].number is Number.PLURAL:
                yield self._counted(items, place, phrase, index, status)
            return
        if not self.people.names_people(inner):
            return
        count, last = self.people.count(inner, items, at)
        last_word = max(inner.last, self.people.end(items, last) if last >= at else inner.last)
        mention = self.maker.mention(inner)
        yield self._toll(index, last_word, status, count, mention, "ar.toll.act", whole=whole)

    def _after_act(
        self, items: Sequence[Item], place: int, phrase: Phrase, index: int
    ) -> tuple[Phrase | None, int]:
        """The people whose death or wounding a noun like «مقتل» names."""
        if phrase.last > index:
            if self.words[index + 1].adjective is not None and not self.words[index + 1].nouns:
                return None, place
            names = [name for name in phrase.names if name.first > index]
            return Phrase(index + 1, phrase.last, index + 1, names=names), place
        at = place + 1
        if at < len(items) and items[at].kind is Kind.OTHER:
            at += 1
        if at < len(items) and items[at].phrase is not None:
            return items[at].phrase, at
        return None, place

    def _range_after(self, items: Sequence[Item], place: int) -> tuple[Count, int] | None:
        if place + 1 >= len(items):
            return None
        found = range_at(self.words, items[place + 1].first, items[-1].last + 1)
        return None if found is None else (Count(found.low, found.high), found.last)

    def _of_lives(self, items: Sequence[Item], place: int, phrase: Phrase) -> Iterator[TollMention]:
        """«أودى بحياة 12 عسكريا»: people after «حياة»."""
        if self.words[phrase.head].norm not in _LIVES:
            return
        inner, at = self._after_act(items, place, phrase, phrase.head)
        if inner is None or not self.people.names_people(inner):
            return
        count, last = self.people.count(inner, items, at)
        end = max(inner.last, self.people.end(items, last))
        mention = self.maker.mention(inner)
        yield self._toll(phrase.first, end, CasualtyStatus.KILLED, count, mention, "ar.toll.lives")

    def _of_part(
        self, items: Sequence[Item], place: int, phrase: Phrase, status: CasualtyStatus
    ) -> Iterator[TollMention]:
        """«بينهم ثلاثة أطفال»: a part of the toll before it."""
        head = self.words[phrase.head]
        if not self._among(items, place):
            return
        if head.noun(NounClass.VICTIM) is None and phrase.numeral is None:
            return
        count = self.people.single(phrase, items)
        mention = self.maker.mention(phrase)
        yield self._toll(
            phrase.first, phrase.last, status, count, mention, "ar.toll.part", whole=False
        )

    # -- negation and parts ---------------------------------------------------------------------

    def _nothing_before(self, items: Sequence[Item], place: int) -> int | None:
        """First word of a negation that covers the phrase, as in «لم يسفر عن أي», «دون»."""
        at = place - 1
        while at >= 0 and at >= place - _NEGATION_REACH:
            item = items[at]
            norms = [self.words[i].norm for i in range(item.first, item.last + 1)]
            if _NO_NEWS.intersection(norms) or item.kind in (Kind.SUBORDINATOR, Kind.RELATIVE):
                return None
            if item.kind is Kind.SIGN and self.words[item.first].text in "،؛.":
                return None
            if item.kind is Kind.NEGATION or _NOTHING.intersection(norms):
                return item.first if self._negates(items, at, place) else None
            at -= 1
        return None

    def _negates(self, items: Sequence[Item], at: int, place: int) -> bool:
        """Whether the negation at ``at`` reaches the phrase: past one verb of causing at most."""
        verbs = [i for i in range(at + 1, place) if items[i].kind is Kind.VERB]
        if not verbs:
            return True
        word = self.words[items[verbs[0]].first]
        if len(verbs) > 1 or word.norm in ("يقل", "تقل"):
            return False
        return (
            word.sense(Sense.CAUSE, Sense.WOUND, Sense.KILL, Sense.GENERAL, Sense.FALL) is not None
        )

    def _among(self, items: Sequence[Item], place: int) -> bool:
        for at in range(place - 1, max(-1, place - 4), -1):
            span = range(items[at].first, items[at].last + 1)
            if any(self.words[i].norm in _AMONG for i in span):
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
        if victims is not None:
            whole = whole and not any(
                self.words[i].norm.removeprefix("ال").startswith(_ATTACKERS)
                for i in range(first, last + 1)
            )
            if victims.kind not in (MentionKind.VICTIM, MentionKind.PERSON, MentionKind.ACTOR):
                victims = None
        words = self.maker.span(first, last)
        return TollMention(words, status, count.low, count.high, victims, whole, None, rule)

    # -- which event ----------------------------------------------------------------------------

    def _tied(
        self, toll: TollMention, number: int, place: int, items: Sequence[Item]
    ) -> TollMention:
        """Tie the toll to the frame of its own sentence that grammar offers."""
        mine = [(i, f) for i, f in enumerate(self.frames) if f.sentence == number]
        after = [(i, f) for i, f in mine if f.place > place]
        before = [(i, f) for i, f in mine if f.place <= place]
        if after and (not before or self._leads_to(items, place, after[0][1].place)):
            return replace(toll, event=after[0][0])
        return replace(toll, event=before[-1][0]) if before else toll

    def _leads_to(self, items: Sequence[Item], place: int, frame_place: int) -> bool:
        """Whether «في», «جراء», «إثر», «بـ» joins the toll to a trigger right after it."""
        if frame_place - place > 8:
            return False
        linked = False
        for item in items[place + 1 : frame_place]:
            if item.kind is Kind.PREPOSITION:
                linked = item.link in (Link.CAUSE, Link.PLACE, Link.TARGET) or linked
            elif item.kind is Kind.VERB or (
                item.kind is Kind.SIGN and self.words[item.first].text in ".؛"
            ):
                return False
        return linked
