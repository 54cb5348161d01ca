"""The finder of relations: runs the rules over every sentence and keeps each relation once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.analysis import Mention, MentionKind, RelationMention
from extract.fold import fold
from extract.lang.ar.item import Item
from extract.lang.ar.mention import MentionMaker
from extract.lang.ar.relation.line import Line
from extract.lang.ar.relation.link import LinkFinder
from extract.lang.ar.relation.located import LocatedFinder
from extract.lang.ar.relation.office import OfficeFinder
from extract.lang.ar.relation.party import Parties
from extract.lang.ar.speaker import Speaker
from extract.lang.ar.word import Word


class RelationFinder:
    """Finds the relations of one article."""

    def __init__(
        self,
        words: Sequence[Word],
        sentences: Sequence[Sequence[Item]],
        maker: MentionMaker,
        speakers: Sequence[Speaker],
    ) -> None:
        self.lines = [Line(words, items) for items in sentences if items]
        self.speakers = speakers
        parties = Parties(self.lines, maker)
        self._rules = (LocatedFinder(parties), OfficeFinder(parties), LinkFinder(parties))

    def relations(self) -> list[RelationMention]:
        """All relations, each pair of parties once a kind."""
        found: dict[tuple[object, ...], RelationMention] = {}
        for relation in self._all():
            key = (relation.kind, _identity(relation.subject), _identity(relation.object))
            if key[1] != key[2]:
                found.setdefault(key, relation)
        return list(found.values())

    def _all(self) -> Iterator[RelationMention]:
        for line in self.lines:
            for rule in self._rules:
                yield from rule.find(line)


def _identity(party: Mention) -> str:
    """What makes two parties one: identity, what a person is called, else the words."""
    named = party.canonical_en if party.kind is MentionKind.PERSON else None
    return party.entity or named or fold(party.words.text)
