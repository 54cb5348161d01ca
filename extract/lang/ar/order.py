"""Orders: who is said to have ordered an act («أمر الرئيس بشن غارات», «بأوامر من …»)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from extract.analysis import Mention, MentionKind
from extract.lang.ar.frame import Frame
from extract.lang.ar.item import Item, Kind
from extract.lang.ar.lexicon import Lexicon, NounClass, Sense
from extract.lang.ar.mention import MentionMaker
from extract.lang.ar.word import Word

_REACH: Final = 16
_WHO: Final = (MentionKind.PERSON, MentionKind.ACTOR)
_SELF: Final = ("نه", "نها", "نهم", "ننا")


class OrderFinder:
    """Adds to the frames of one article who ordered them."""

    def __init__(
        self,
        words: Sequence[Word],
        sentences: Sequence[Sequence[Item]],
        maker: MentionMaker,
        frames: Sequence[Frame],
        lexicon: Lexicon,
    ) -> None:
        self.words = words
        self.sentences = sentences
        self.maker = maker
        self.frames = frames
        self.nouns = lexicon.orders
        self.verbs = lexicon.ordering

    def add(self) -> None:
        """Set ``ordered_by`` of the acts that somebody is said to have ordered."""
        by_sentence: dict[int, list[Frame]] = defaultdict(list)
        for frame in self.frames:
            by_sentence[frame.sentence].append(frame)
        for number, items in enumerate(self.sentences):
            mine = by_sentence.get(number, [])
            for place, item in enumerate(items):
                if item.kind is Kind.VERB and self._is_order(items, place):
                    self._of_verb(items, place, mine)
                elif item.kind is Kind.PREPOSITION and self.words[item.first].norm == "ب":
                    self._of_noun(items, place, mine)
                elif item.phrase is not None and self._is_order_noun(item):
                    self._of_issued(items, place, mine)

    def _is_order(self, items: Sequence[Item], place: int) -> bool:
        negated = place > 0 and items[place - 1].kind is Kind.NEGATION
        return not negated and self.words[items[place].first].sense(Sense.ORDER) is not None

    def _of_verb(self, items: Sequence[Item], place: int, frames: Sequence[Frame]) -> None:
        """«أمر … الجيش بقصف …», «أوعز … بتنفيذ ضربة»: the act stands after «بـ»."""
        for frame in frames:
            joint = self._joint(items, frame)
            if place < frame.place <= place + _REACH and joint is not None and joint > place:
                who = self._subject(items, place, joint)
                if who is not None:
                    frame.predication.ordered_by.append(who)
                return

    def _joint(self, items: Sequence[Item], frame: Frame) -> int | None:
        """The place of the «بـ» right before the act."""
        at = frame.place - 1
        if at < 0 or items[at].kind is not Kind.PREPOSITION:
            return None
        return at if self.words[items[at].first].norm == "ب" else None

    def _subject(self, items: Sequence[Item], place: int, joint: int) -> Mention | None:
        """Who orders: the phrase after the verb, the speaker of «أنه أمر», the phrase before."""
        after = items[place + 1] if place + 1 < joint else None
        if after is not None and after.phrase is not None:
            return self._named_after(items, place + 1, joint) or self._who(after)
        before = items[place - 1] if place > 0 else None
        if before is None:
            return None
        if before.kind is Kind.SUBORDINATOR and self.words[before.first].norm.endswith(_SELF):
            at = items[place].first
            return Mention(self.maker.span(at, at), MentionKind.ACTOR, possessed=True, voice=True)
        return self._who(before) if before.phrase is not None else None

    def _is_order_noun(self, item: Item) -> bool:
        assert item.phrase is not None
        return self.words[item.phrase.head].norm in self.nouns

    def _of_issued(self, items: Sequence[Item], place: int, frames: Sequence[Frame]) -> None:
        """«أصدر … أوامر بقصف …»: whoever gave the order is the subject of the verb before."""
        verb = next(
            (at for at in range(place - 1, max(-1, place - _REACH), -1) if self._gives(items, at)),
            None,
        )
        act = next((frame for frame in frames if frame.place == place + 2), None)
        if verb is None or act is None or self._joint(items, act) != place + 1:
            return
        who = self._subject(items, verb, place)
        if who is not None:
            act.predication.ordered_by.append(who)

    def _gives(self, items: Sequence[Item], at: int) -> bool:
        return items[at].kind is Kind.VERB and self.words[items[at].first].norm in self.verbs

    def _named_after(self, items: Sequence[Item], place: int, joint: int) -> Mention | None:
        """«الرئيس الأمريكي، دونالد ترامب،»: the known name beside the title."""
        for item in items[place + 1 : min(joint, place + 3)]:
            if item.phrase is None:
                if item.kind is not Kind.SIGN:
                    return None
                continue
            mention = self.maker.mention(item.phrase)
            person = mention.kind is MentionKind.PERSON and mention.entity is not None
            return mention if person else None
        return None

    def _of_noun(self, items: Sequence[Item], place: int, frames: Sequence[Frame]) -> None:
        """«… بأمر من …», «… بتوجيهات من …»: of the act before it, else after it."""
        if place + 3 >= len(items):
            return
        order, joint, source = items[place + 1], items[place + 2], items[place + 3]
        if order.phrase is None or not self._is_order_noun(order):
            return
        who = self._who(source) if source.phrase is not None else None
        if self.words[joint.first].norm != "من" or who is None:
            return
        before = [frame for frame in frames if frame.place < place]
        after = [frame for frame in frames if frame.place > place]
        if before or after:
            (before[-1] if before else after[0]).predication.ordered_by.append(who)

    def _who(self, item: Item) -> Mention | None:
        """The person or body that the phrase names; no weapon, place or thing."""
        assert item.phrase is not None
        mention = self.maker.mention(item.phrase)
        named = mention.entity is not None or self.maker.head_noun(
            item.phrase, NounClass.TITLE, NounClass.ACTOR
        )
        return mention if mention.kind in _WHO and named else None
