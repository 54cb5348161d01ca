"""Roles: which phrase around an event verb is its subject and which its objects."""

from __future__ import annotations

from collections.abc import Sequence

from extract.analysis import Mention, MentionKind
from extract.lang.ar.frame import VICTIM_SENSES, is_actor_like
from extract.lang.ar.item import Item
from extract.lang.ar.lexicon import NounClass, Sense, Tag, Verb
from extract.lang.ar.mention import MentionMaker
from extract.lang.ar.trigger import TriggerReader
from extract.lang.ar.walk import ArgumentWalker
from extract.lang.ar.word import Word
from extract.record import SpatialPrecision


class RoleReader:
    """Tells subjects from objects in one article."""

    def __init__(
        self,
        words: Sequence[Word],
        maker: MentionMaker,
        triggers: TriggerReader,
        walker: ArgumentWalker,
    ) -> None:
        self.words = words
        self.maker = maker
        self.triggers = triggers
        self.walker = walker

    def arguments(
        self,
        word: Word,
        verb: Verb,
        items: Sequence[Item],
        left: int | None,
        relative: bool,
        after: list[int],
        pronoun: bool,
        own: bool,
    ) -> tuple[int | None, list[int]]:
        """Which phrase is the subject and which the objects."""
        if (
            word.passive
            or verb.sense is Sense.DIE
            or word.norm in ("اصيب", "اصيبت", "يصاب", "اغتيل", "اغتيلت")
        ):
            adjoining = left is not None and items[left].last + 1 == word.index
            if adjoining and left is not None and verb.sense is Sense.LAUNCH:
                return None, [left]  # «صواريخ أُطلقت …»
            if after:
                return None, after[:1]
            return None, [left] if left is not None else []
        if relative and left is not None:
            if not pronoun and self._dies(items[left], word, verb, after):
                return None, [left]
            if pronoun:
                return (after[0] if after else None), [left]
            return left, after[:1]
        if own:
            return None, after[:1]
        if left is not None and pronoun and not self.words[items[left].first].is_definite:
            return (after[0] if after else None), [left]
        if left is not None and not after and self._suffers(items[left], word, verb):
            return None, [left]
        if left is not None:
            return left, after[:1]
        if not after:
            return None, []
        first = self.walker.mention(items[after[0]])
        if len(after) == 2 and self._can_act(items[after[0]], first):
            return after[0], after[1:]
        if verb.sense is Sense.INTERCEPT and not pronoun and self._is_counted_craft(first):
            return None, after[:1]
        fired = first.kind is MentionKind.WEAPON and verb.sense is Sense.LAUNCH
        if fired and not pronoun:
            return None, after[:1]  # «فتحوا النار»: the subject is in the verb
        town = first.kind is MentionKind.PLACE and first.precision is not SpatialPrecision.COUNTRY
        acts = self._can_act(items[after[0]], first) and not town
        if pronoun or (acts and verb.sense not in VICTIM_SENSES):
            return after[0], []
        if verb.sense in VICTIM_SENSES and self._is_force(first) and len(after) == 2:
            return after[0], after[1:]
        return None, after[:1]

    def _dies(self, item: Item, word: Word, verb: Verb, after: Sequence[int]) -> bool:
        """«القيادي الذي قتل في غارة»: a verb of killing without an object is passive."""
        following = self.words[word.index + 1 : word.index + 2]
        governs = bool(following) and following[0].has(Tag.PREPOSITION)
        if verb.sense is not Sense.KILL or (after and not governs):
            return False
        mention = self.walker.mention(item)
        return mention.kind in (MentionKind.PERSON, MentionKind.VICTIM)

    def _suffers(self, item: Item, word: Word, verb: Verb) -> bool:
        """«ثمانية جنود قتلوا»: a plural verb of killing without object is passive."""
        if verb.sense is not Sense.KILL or not any(form.plural for _, form in word.verbs):
            return False
        phrase = item.phrase
        assert phrase is not None
        victims = self.maker.head_noun(phrase, NounClass.VICTIM)
        return victims is not None or phrase.numeral is not None

    def _can_act(self, item: Item, mention: Mention) -> bool:
        if is_actor_like(mention):
            return True
        if mention.kind is MentionKind.WEAPON or self.triggers.is_trigger(item):
            return True
        if mention.kind is MentionKind.PLACE and mention.source_kind is not None:
            return True
        return mention.kind is MentionKind.PERSON and mention.entity is not None

    @staticmethod
    def _is_counted_craft(mention: Mention) -> bool:
        """«دمرت ست مقاتلات»: counted machines after a verb of destroying are what it destroyed."""
        return mention.kind is MentionKind.WEAPON and mention.count is not None

    @staticmethod
    def _is_force(mention: Mention) -> bool:
        return mention.kind is MentionKind.ACTOR
