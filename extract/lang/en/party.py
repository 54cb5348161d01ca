"""Whether a noun can act, and whether it can be where something happens."""

from __future__ import annotations

from spacy.tokens import Token

from extract.lang.en import phrase
from extract.lang.en.article import Article
from extract.lang.en.coreference import resolve
from extract.record import SourceKind, TargetKind

_NO_PLACES = frozenset(
    {"DATE", "TIME", "PERSON", "ORG", "NORP", "CARDINAL", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"}
)
_WHERE = frozenset({"in", "at", "near", "outside", "around"})
MOBILE = frozenset({TargetKind.SHIP, TargetKind.VEHICLE, TargetKind.AIRCRAFT})
_FORCES = MOBILE | {TargetKind.MILITARY_POSITION}


def is_party(article: Article, token: Token) -> bool:
    """Whether the noun names somebody who can act."""
    row = article.targets.get(token.i)
    named = article.actors.get(token.i)
    if token.pos_ not in {"NOUN", "PROPN", "ADJ", "NUM", "X"}:
        return False
    if named is not None:
        return True
    if token.i in article.places:
        return False
    if row is not None and (row.person or not is_force(article, token)):
        return row.person
    if token.ent_type_ in {"ORG", "NORP", "PERSON", "GPE"}:
        return True
    owner = phrase.modifier_name(article, token, phrase.span_of(article, token, of=False))
    if owner is not None and owner.armed and token.i not in article.places:
        return row is not None or token.norm_ in article.lexicon.classes.forces
    return token.norm_ in article.lexicon.classes.parties


def is_force(article: Article, token: Token) -> bool:
    """As in "Houthi air defences": things that stand for those who work them."""
    row = article.targets.get(token.i)
    return row is not None and row.kind in _FORCES


def owner_of(article: Article, token: Token) -> Token | None:
    """As in "its fighters", "its air defences": the party whose they are."""
    row = article.targets.get(token.i)
    if row is None or (row.person and row.kind is TargetKind.PERSON):
        return None
    if not (row.person or is_force(article, token)):
        return None
    pronoun = next(
        (c for c in token.children if c.dep_ == "poss" and c.lower_ in {"its", "their", "our"}),
        None,
    )
    owner = resolve(article, pronoun) if pronoun is not None else None
    return owner if owner is not None and is_party(article, owner) else None


def is_place_name(article: Article, token: Token) -> bool:
    """Whether a name after "in" or "near" is one of a place though nobody knows it.

    The recogniser of names takes villages for persons and companies; people and outlets do not
    stand after "in", unless the text gives them a title or the actor base knows them.
    """
    if token.pos_ != "PROPN" or token.dep_ != "pobj" or token.head.lower_ not in _WHERE:
        return False
    if token.i in article.actors or token.i in article.weapons or token.text.isupper():
        return False
    row = article.targets.get(token.i)
    first = token.doc[phrase.left_edge(token)]
    return (
        (row is None or not row.person)
        and token.ent_type_ in {"", "PERSON", "ORG", "GPE", "LOC", "FAC"}
        and first.norm_ not in article.lexicon.sources.titles
        and not any(c.dep_ == "poss" for c in token.children)
    )


def _is_medium(article: Article, token: Token) -> bool:
    """As in "on the channel": what is said there did not happen there."""
    return article.source_heads.get(token.i) is SourceKind.MEDIA


def is_place(article: Article, token: Token) -> bool:
    """Whether the noun names a place, or stands for one by the name beside it."""
    row = article.targets.get(token.i)
    if token.i in article.places or token.ent_type_ in {"GPE", "LOC", "FAC"}:
        return True
    if is_place_name(article, token):
        return True
    if row is not None and (row.person or row.kind in MOBILE):
        return False
    if token.ent_type_ in _NO_PLACES or _is_medium(article, token):
        return False
    span = phrase.span_of(article, token, of=True)
    has_name = any(
        i in article.places or article.doc[i].ent_type_ in {"GPE", "LOC", "FAC"}
        for i in range(span.start, span.end)
    )
    if has_name and (token.norm_ in article.lexicon.classes.places or row is not None):
        return True
    if token.pos_ == "PROPN" and token.i not in article.actors and token.i not in article.weapons:
        return True
    return token.norm_ in article.lexicon.classes.places and any(t.pos_ == "PROPN" for t in span)
