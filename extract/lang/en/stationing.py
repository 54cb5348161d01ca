"""Whose forces a site houses: "the camp, the headquarters of the peacekeepers"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from extract.analysis import Mention, RelationMention
from extract.lang.en import mention as mention_of
from extract.lang.en import phrase
from extract.lang.en.article import Article
from extract.record import RelationKind, TargetKind

_KINDS = frozenset({TargetKind.BASE, TargetKind.MILITARY_POSITION, TargetKind.INFRASTRUCTURE})


class Stationing:
    """Finds the sites that the text says house somebody's forces."""

    def __init__(self, article: Article) -> None:
        self._article = article

    def find(self) -> Iterator[RelationMention]:
        """The relations in the order of the text."""
        for token in self._article.doc:
            if token.norm_ in self._article.lexicon.relations.seats:
                yield from self._seat(token)
            elif token.norm_ == "share" and token.pos_ == "VERB":
                yield from self._shared(token)

    def _seat(self, seat: Token) -> Iterator[RelationMention]:
        """As in "Halane, the headquarters of the peacekeepers", "it is home to the mission"."""
        site = self._site(seat)
        if site is None:
            return
        for child in seat.children:
            if child.dep_ == "prep" and child.lower_ in {"of", "to", "for"}:
                for noun in child.children:
                    if noun.dep_ == "pobj":
                        for party in phrase.conjuncts(noun):
                            if self._is_forces(party):
                                yield self._relation(site, party, seat)

    def _site(self, seat: Token) -> Token | None:
        if seat.dep_ == "appos":
            start = phrase.left_edge(seat)
            near = seat.doc[max(start - 2, 0)]  # the noun before the comma, whatever the parse
            return next((noun for noun in (seat.head, near) if self._is_site(noun)), None)
        if seat.dep_ == "attr" and seat.head.norm_ == "be":
            return next((c for c in seat.head.children if c.dep_ == "nsubj"), None)
        return None

    def _shared(self, verb: Token) -> Iterator[RelationMention]:
        """As in "the base that local soldiers share with US troops"."""
        site = verb.head if verb.dep_ == "relcl" else None
        if site is None or not self._is_site(site):
            return
        if site.dep_ == "appos":
            site = site.head
        parties = [c for c in verb.children if c.dep_ == "nsubj"]
        parties += [
            noun
            for c in verb.children
            if c.dep_ == "prep" and c.lower_ == "with"
            for noun in c.children
            if noun.dep_ == "pobj"
        ]
        for party in parties:
            if self._is_forces(party):
                yield self._relation(site, party, verb)

    def _is_site(self, token: Token) -> bool:
        row = self._article.targets.get(token.i)
        if row is not None:
            return row.kind in _KINDS
        named = token.pos_ == "PROPN" and token.i not in self._article.actors
        return token.i in self._article.places or named

    def _is_forces(self, token: Token) -> bool:
        row = self._article.targets.get(token.i)
        named = self._article.actors.get(token.i)
        if named is not None:
            return named.armed and not named.person
        return row is not None and row.person and row.kind is TargetKind.STATE_FORCES

    def _relation(self, site: Token, party: Token, link: Token) -> RelationMention:
        where: Mention = mention_of.target(self._article, site)
        whose = mention_of.actor(self._article, party)
        start = min(site.i, party.i, link.i)
        end = max(site.i, party.i, link.i) + 1
        return RelationMention(
            RelationKind.HOSTS_FORCES_OF,
            where,
            whose,
            self._article.words(start, end),
            "en.relation.seat",
        )
