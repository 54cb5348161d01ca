"""The toll finder: statements about victims, each with its words, its count and its event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from extract.analysis import CountMention, Mention, MentionKind, TollMention
from extract.lang.ar.count import Count, PeopleCounter
from extract.lang.ar.frame import Frame
from extract.lang.ar.inflection import Number
from extract.lang.ar.item import MOTIVES, Item, Kind, Link
from extract.lang.ar.lexicon import Noun, NounClass, Sense
from extract.lang.ar.mention import MentionMaker
from extract.lang.ar.numeral import range_at
from extract.lang.ar.phrase import Phrase
from extract.lang.ar.toll.absence import Absence, AbsenceReader
from extract.lang.ar.toll.course import CourseReader
from extract.lang.ar.toll.total import TotalReader
from extract.lang.ar.toll.words import toll_words
from extract.lang.ar.victim import VictimReader
from extract.lang.ar.word import Word
from extract.record import CasualtyStatus

_WHOLE: Final = (CasualtyStatus.KILLED, CasualtyStatus.WOUNDED)
_PEOPLE: Final = (MentionKind.VICTIM, MentionKind.PERSON, MentionKind.ACTOR)
_PREY_REACH: Final = 4
_ONE: Final = Count(1, 1)
_LEADING: Final = (Link.CAUSE, Link.PLACE, Link.TARGET)
_LEADING_REACH: Final = 8


def _bounds(toll: TollMention) -> tuple[int, int]:
    return toll.words.start, toll.words.end


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
        self._absence = AbsenceReader(words)
        self._totals = TotalReader(words, self.people)
        self._course = CourseReader(words)

    def tolls(self) -> list[TollMention]:
        """All tolls in the order of the text; those summed over a whole war are left out."""
        found: list[TollMention] = []
        for number, items in enumerate(self.sentences):
            if self._course.sums_up(items):
                continue
            seen: set[tuple[int, CasualtyStatus]] = set()
            for place, toll in self._sentence_tolls(items):
                key = (toll.words.start, toll.status)
                if key not in seen:
                    seen.add(key)
                    found.append(self._tied(toll, number, place, items))
        return found

    def counts(self) -> list[CountMention]:
        """All people that the article counts, victims or not, in the order of the text."""
        return [
            self._people_counted(items, place, item.phrase)
            for items in self.sentences
            for place, item in enumerate(items)
            if item.phrase is not None and self.people.names_people(item.phrase)
        ]

    def _people_counted(self, items: Sequence[Item], place: int, phrase: Phrase) -> CountMention:
        count, last = self.people.count(phrase, items, place)
        words = self.maker.span(phrase.first, self.people.end(items, last))
        return CountMention(words, count.low, count.high, self.maker.mention(phrase))

    def _sentence_tolls(self, items: Sequence[Item]) -> Iterator[tuple[int, TollMention]]:
        for first, last in self._absence.only_material(items):
            place = next(at for at, item in enumerate(items) if item.last >= first)
            yield from ((place, toll) for toll in self._zeros(first, last, "ar.toll.material"))
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

    def _zeros(self, first: int, last: int, rule: str) -> Iterator[TollMention]:
        """Nobody killed and nobody wounded."""
        for status in _WHOLE:
            yield self._toll(first, last, status, Count(0, 0), None, rule)

    # -- verbs ----------------------------------------------------------------------------------

    def _of_verb(self, items: Sequence[Item], place: int) -> Iterator[TollMention]:
        word = self.words[items[place].first]
        verb = self._victims.verb(word)
        if verb is None:
            return
        status = CasualtyStatus.WOUNDED if verb.sense is Sense.WOUND else CasualtyStatus.KILLED
        negated = place > 0 and items[place - 1].kind is Kind.NEGATION
        if negated or self._absence.is_governed(items, place):
            yield from self._nobody(items, place, status)
            return
        if self._course.is_war(items, place):
            return
        target = self._victims.victims(items, place, verb, word)
        if target is None:
            return
        phrase = items[target].phrase
        assert phrase is not None
        count, last = self.people.count(phrase, items, target)
        whole = not self._of_them_after(items, target)
        if target > place:
            count = self._of_these(items, place, status, count)
        plural = any(form.plural for _, form in word.verbs)
        if plural and target < place and count == Count(1, 1):
            return
        rule = f"ar.toll.{verb.gloss.split(' ')[0]}"
        first_word = min(items[place].first, phrase.first)
        last_word = max(items[place].last, self.people.end(items, last))
        mention = self.maker.mention(phrase)
        yield self._toll(first_word, last_word, status, count, mention, rule, whole=whole)

    def _nobody(
        self, items: Sequence[Item], place: int, status: CasualtyStatus
    ) -> Iterator[TollMention]:
        """«لم يصب أحد»: nobody wounded, hence nobody killed; «لم يصب أحد منا» speaks of some."""
        found = self._absence.nobody(items, place)
        if found is None:
            return
        first, last, whole = found
        if whole and status is CasualtyStatus.WOUNDED:
            yield from self._zeros(first, last, "ar.toll.none-hurt")
        else:
            yield self._toll(first, last, status, Count(0, 0), None, "ar.toll.none-hurt")

    def _of_these(
        self, items: Sequence[Item], place: int, status: CasualtyStatus, count: Count
    ) -> Count:
        """«مقتل وإصابة عشرين»: two fates share one number, so neither has its own."""
        for step in (-1, 1):
            joint, other = place + step, place + 2 * step
            if not (0 <= other < len(items)) or items[joint].kind is not Kind.CONJUNCTION:
                continue
            if step < 0 and other > 0 and items[other - 1].phrase is not None:
                continue  # «أربعة قضوا وأصيب ستة»: the one before has its own subject
            twin = self._fate(items[other])
            if twin is not None and twin is not status:
                return Count(None, None)
        return count

    def _fate(self, item: Item) -> CasualtyStatus | None:
        """What a bare verb or noun of killing or wounding, without victims of its own, tells."""
        word = self.words[item.first]
        if item.first != item.last:
            return None
        verb = self._victims.verb(word) if item.kind is Kind.VERB else None
        if verb is not None:
            return CasualtyStatus.WOUNDED if verb.sense is Sense.WOUND else CasualtyStatus.KILLED
        noun = word.noun(NounClass.CASUALTY)
        if noun is None or not noun.act or not isinstance(noun.status, CasualtyStatus):
            return None
        return noun.status

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
        if self.words[index].norm in toll_words("prey") and self._is_prey(items, place):
            yield from self._of_prey(items, place, phrase)
            return
        absence = self._absence.before(items, place) or self._absence.inside(phrase, index)
        if absence is not None:
            if absence[0] is Absence.NOBODY and not self._are_others(phrase):
                yield from self._none(absence[1], phrase, casualty)
            return
        status = casualty.status
        if self.words[index].norm in toll_words("losses"):
            return
        chosen = status if isinstance(status, CasualtyStatus) else CasualtyStatus.KILLED
        if self._is_source(items, place, phrase):
            return
        if casualty.act:
            yield from self._of_act(items, place, phrase, index, chosen)
        elif phrase.numeral is None and self._is_total(phrase, index):
            yield from self._of_total(items, place, phrase, chosen)
        else:
            yield self._counted(items, place, phrase, index, chosen)

    def _are_others(self, phrase: Phrase) -> bool:
        """«عدم وجود مصابين آخرين»: no more of them than were told."""
        words = self.words[phrase.first : phrase.last + 2]
        return any(word.norm in toll_words("others") for word in words)

    def _is_source(self, items: Sequence[Item], place: int, phrase: Phrase) -> bool:
        """«نقل عن جريح»: one of the wounded who speaks."""
        if place < 2 or phrase.numeral is not None or not items[place - 1].link:
            return False
        about = self.words[items[place - 1].first].norm == "عن"
        return about and bool(self.words[items[place - 2].first].reports)

    def _is_total(self, phrase: Phrase, index: int) -> bool:
        """«القتلى», «عدد القتلى», «حصيلة ضحايا الهجوم»: victims whose number is told apart."""
        heads = {self.words[phrase.head].norm, self.words[phrase.head].norm.removeprefix("ال")}
        return self.words[index].is_definite or not heads.isdisjoint(toll_words("tally"))

    def _is_manner(self, items: Sequence[Item], place: int, index: int) -> bool:
        """«… بجروح» says how, «بين قتيل وجريح» shares out a number that stands before."""
        before = [self.words[items[at].first].norm for at in range(max(0, place - 3), place)]
        if before[-1:] == ["ب"] and self.words[index].norm in toll_words("wounds"):
            return True
        return before[-1:] == ["بين"] or (before[:1] == ["بين"] and before[-1:] == ["و"])

    def _is_prey(self, items: Sequence[Item], place: int) -> bool:
        return place > 0 and self.words[items[place - 1].first].norm in toll_words("fell")

    def _of_prey(self, items: Sequence[Item], place: int, phrase: Phrase) -> Iterator[TollMention]:
        """«راح ضحية الهجوم تسعة جنود»: the victims follow."""
        for at in range(place + 1, min(len(items), place + _PREY_REACH)):
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
        if casualty.status is CasualtyStatus.MISSING:
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
        """«ارتفع عدد القتلى إلى 12»: the number of a total."""
        found = self._totals.total(items, place, phrase)
        if found is not None:
            first, last, count = found
            yield self._toll(first, last, status, count, None, "ar.toll.total")

    def _of_act(
        self, items: Sequence[Item], place: int, phrase: Phrase, index: int, status: CasualtyStatus
    ) -> Iterator[TollMention]:
        """«مقتل أربعة عسكريين», «إصابة شخص», «مقتل القيادي فلان»."""
        whole = not self._among(items, place)
        inner, at = self._after_act(items, place, phrase, index)
        after = self.words[index + 1 : index + 2]
        if after and after[0].norm in toll_words("anybody"):
            return  # «إصابة أي مدني»: nobody in particular
        if inner is None:
            ranged = self._range_after(items, place)
            if ranged is not None:
                yield self._toll(phrase.first, ranged[1], status, ranged[0], None, "ar.toll.range")
            elif self._of_these(items, place, status, _ONE) != _ONE:
                yield self._toll(index, index, status, Count(None, None), None, "ar.toll.act")
            elif phrase.numeral is not None or self.words[index].number is Number.PLURAL:
                yield self._counted(items, place, phrase, index, status)
            return
        if not self.people.names_people(inner):
            return
        count, last = self.people.count(inner, items, at)
        if phrase.last == index:
            count = self._of_these(items, place, status, count)
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
            return phrase.rest(index + 1), place
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
        if self.words[phrase.head].norm not in toll_words("lives"):
            return
        if phrase.numeral is not None:  # «أزهقت ثمانية أرواح»
            count = self.people.single(phrase, items)
            killed, end = CasualtyStatus.KILLED, self.people.end(items, place)
            yield self._toll(phrase.first, end, killed, count, None, "ar.toll.lives")
            return
        if any(self._course.is_war(items, at) for at in range(max(0, place - 3), place)):
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

    # -- parts ----------------------------------------------------------------------------------

    def _among(self, items: Sequence[Item], place: int) -> bool:
        """«بينهم ثلاثة», «منهم ثلاثة», «هم ثلاثة», «ثلاثة منهم»: a part of another number."""
        for at in range(place - 1, max(-1, place - 4), -1):
            norms = {self.words[i].norm for i in range(items[at].first, items[at].last + 1)}
            if norms & (toll_words("among") | toll_words("of_them")):
                return True
            if norms & toll_words("namely") and at == place - 1:
                return True
            if items[at].kind is Kind.VERB:
                return False
        return self._of_them_after(items, place)

    def _of_them_after(self, items: Sequence[Item], place: int) -> bool:
        """«أربعة منهم بجروح»; in «ستة منهم طفل» the part follows."""
        after = items[place].last + 1
        end = items[-1].last + 1
        if after >= end or self.words[after].norm not in toll_words("of_them"):
            return False
        following = next((item for item in items if item.first == after + 1), None)
        part = following.phrase if following is not None else None
        return part is None or not (part.numeral is not None or self.people.names_people(part))

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
        whole = whole and not any(
            self.words[i].norm.removeprefix("ال").startswith(tuple(toll_words("attackers")))
            for i in range(first, last + 1)
        )
        if victims is not None and victims.kind not in _PEOPLE:
            victims = None
        words = self.maker.span(first, last)
        return TollMention(words, status, count.low, count.high, victims, whole, None, rule)

    # -- which event ----------------------------------------------------------------------------

    def _tied(
        self, toll: TollMention, number: int, place: int, items: Sequence[Item]
    ) -> TollMention:
        """Tie the toll to the frame of its own sentence that grammar offers."""
        mine = [(i, f) for i, f in enumerate(self.frames) if f.sentence == number]
        if toll.rule.endswith("total"):  # «ضحايا الهجوم»: else it goes on with earlier numbers
            inside = [i for i, f in mine if f.predication.anchor.within(*_bounds(toll))]
            return replace(toll, event=inside[0]) if inside else toll
        after = [(i, f) for i, f in mine if f.place > place]
        before = [(i, f) for i, f in mine if f.place <= place]
        if after and (not before or self._leads_to(items, place, after[0][1].place)):
            return replace(toll, event=after[0][0])
        return replace(toll, event=before[-1][0]) if before else toll

    def _leads_to(self, items: Sequence[Item], place: int, frame_place: int) -> bool:
        """Whether «في», «جراء», «إثر», «بـ» joins the toll to a trigger right after it."""
        if frame_place - place > _LEADING_REACH:
            return False
        linked = False
        for item in items[place + 1 : frame_place]:
            if item.kind is Kind.PREPOSITION:
                linked = item.link in _LEADING or linked
            elif item.kind is Kind.VERB or (
                item.kind is Kind.SIGN and self.words[item.first].text in ".؛"
            ):
                return False
        return linked
