"""Weapons, armed people and victims anywhere in an article, not only beside event words.

Who speaks of them speaks of the event told: "a source said five rockets fell on the city".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from extract.analysis import Mention, MentionKind
from extract.lang.en import mention as mention_of
from extract.lang.en.article import Article
from extract.record import TargetKind


def violent_mentions(article: Article) -> list[Mention]:
    """Mentions of weapons and armed people, and words for victims, in the order of the text."""
    found = list(_mentions(article))
    return sorted(found, key=lambda m: (m.words.start, m.words.end))


def _mentions(article: Article) -> Iterator[Mention]:
    for i, (_, row) in article.weapons.items():
        if row.munition or row.platform:
            yield mention_of.weapon(article, article.doc[i])
    for i, target in article.targets.items():
        if target.person and target.kind is TargetKind.ARMED_GROUP:
            yield replace(mention_of.actor(article, article.doc[i]), kind=MentionKind.ACTOR)
    words = {
        w
        for row in article.lexicon.casualties.status.values()
        for w in (*row.verbs, *row.nouns, *row.adjectives)
    } | set(article.lexicon.casualties.both)
    for token in article.doc:
        if token.norm_ in words and _is_word(token):
            yield Mention(words=article.words(token.i, token.i + 1), kind=MentionKind.VICTIM)


def _is_word(token: Token) -> bool:
    return token.pos_ in {"NOUN", "VERB", "ADJ"} and token.norm_ not in {"life", "body", "bury"}
