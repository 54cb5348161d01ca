"""Weapons told beside the act: "light weapons were used", "the weapon was a cruise missile"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from extract.lang.en import mention as mention_of
from extract.lang.en import phrase
from extract.lang.en.article import Article
from extract.lang.en.event.draft import Draft
from extract.lang.en.status import Mood, verb_status

_NEAR = 2


def add_arms(article: Article, drafts: Sequence[Draft]) -> None:
    """Give the act told last the weapons that a clause without an act of its own says were used."""
    heads = {i for draft in drafts for i in draft.tokens}
    for token in article.doc:
        if token.pos_ not in {"VERB", "AUX"} or token.i in heads:
            continue
        used = [n for noun in _used(article, token) for n in phrase.conjuncts(noun)]
        used = [n for n in used if n.i in article.weapons and not _is_none(n)]
        draft = _last(article, drafts, token) if used else None
        if draft is None:
            continue
        weapons = draft.predication.weapons
        for noun in used:
            mention = mention_of.weapon(article, noun)
            if all(m.canonical_en != mention.canonical_en for m in weapons):
                weapons.append(mention)


def _is_none(noun: Token) -> bool:
    return any(c.lower_ in {"no", "neither"} for c in noun.children)


def _used(article: Article, verb: Token) -> list[Token]:
    """The nouns of a clause that says what was used."""
    mood, status = verb_status(article, verb)
    if mood is Mood.UNREAL or status is not None or any(c.tag_ == "MD" for c in verb.children):
        return []
    if verb.norm_ in article.lexicon.triggers.uses:
        return [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
    if verb.norm_ == "be" and any(
        c.dep_ == "nsubj" and c.norm_ in {"weapon", "device"} for c in verb.children
    ):
        return [c for c in verb.children if c.dep_ == "attr"]
    return []


def _last(article: Article, drafts: Sequence[Draft], verb: Token) -> Draft | None:
    here = article.sentence_of(verb.idx)
    near = [
        d
        for d in drafts
        if d.head.i < verb.i
        and 0 <= here - article.sentence_of(d.head.idx) <= _NEAR
        and not d.predication.several
    ]
    return max(near, key=lambda d: d.head.i) if near else None
