"""Whom a pronoun means: the speaker of the clause it stands in, else the last fitting subject."""

from __future__ import annotations

from spacy.tokens import Token

from extract.lang.en.article import Article
from extract.record import TargetKind

_PERSONAL = {
    "he": "person", "she": "person", "him": "person", "her": "person", "his": "person",
    "it": "body", "its": "body", "itself": "body", "they": "many", "them": "many", "their": "many",
    "we": "speaker", "our": "speaker", "us": "speaker", "i": "speaker",
}  # fmt: skip


_OBJECTS = frozenset({"dobj", "dative"})
# Words before a speaker that are what is said.
_SAID_BEFORE = 4


def is_pronoun(token: Token) -> bool:
    """Whether the token is a personal or possessive pronoun of the third person, or "we"."""
    return token.lower_ in _PERSONAL and token.pos_ in {"PRON", "DET"}


def is_body(article: Article, token: Token) -> bool:
    """Whether the noun names a party: a group, an institution, people."""
    row = article.targets.get(token.i)
    return (
        token.i in article.actors
        or (row is not None and row.person)
        or token.i in article.source_heads
        or token.ent_type_ in {"ORG", "NORP", "GPE", "PERSON"}
    )


def is_person(article: Article, token: Token) -> bool:
    """Whether the noun names one human being."""
    row = article.targets.get(token.i)
    named = article.actors.get(token.i)
    if token.norm_ in article.lexicon.targets.collective:
        return False
    if named is not None:
        return named.person
    return (
        token.ent_type_ == "PERSON"
        or token.norm_ in article.lexicon.sources.spokesmen
        or token.norm_ in article.lexicon.sources.titles
        or (row is not None and row.kind is TargetKind.PERSON and token.tag_ in {"NN", "NNP"})
        or (row is not None and row.person and token.tag_ == "NN")
        or (token.norm_ in {"source", "witness", "resident", "official"} and token.tag_ == "NN")
    )


def can_mean(article: Article, pronoun: Token, noun: Token) -> bool:
    """Whether the pronoun can stand for the noun, by number and by person or thing."""
    sort = _PERSONAL.get(pronoun.lower_)
    return sort not in {None, "speaker"} and _fits(article, noun, sort or "")


def resolve(article: Article, pronoun: Token) -> Token | None:
    """The noun that a pronoun stands for, ``None`` when nothing fits."""
    sort = _PERSONAL.get(pronoun.lower_)
    if sort is None:
        return None
    speaker = _speaker(article, pronoun, sort)
    if speaker is not None:
        return speaker
    if sort == "speaker":
        return None
    return _last_subject(article, pronoun, sort)


def _fits(article: Article, token: Token, sort: str) -> bool:
    if token.pos_ not in {"NOUN", "PROPN"} or not is_body(article, token):
        return False
    if token.i in article.places and token.i not in article.actors:
        return False
    if sort == "body" and any(c.lower_ in {"its", "their"} for c in token.children):
        return False
    if sort == "person":
        return is_person(article, token)
    plural = token.tag_ in {"NNS", "NNPS"} or any(c.dep_ == "conj" for c in token.children)
    if sort == "body":
        return not is_person(article, token) and token.tag_ != "NNS"
    if sort == "many":
        return plural or (token.i in article.actors and not is_person(article, token))
    return True


def _speaker(article: Article, pronoun: Token, sort: str) -> Token | None:
    here = pronoun
    for _ in range(8):
        if here.head == here:
            return None
        here = here.head
        if here.i == pronoun.head.i and pronoun.dep_ in _OBJECTS:
            continue
        if here.norm_ in article.lexicon.classes.speaks:
            for child in here.children:
                if child.dep_ == "nsubj" and child.i != pronoun.i:
                    noun = child
                    if is_pronoun(child) and child.i < pronoun.i:
                        resolved = _last_subject(article, child, _PERSONAL[child.lower_])
                        noun = resolved if resolved is not None else child
                    if _fits(article, noun, sort):
                        return noun
    return None


def _acts_on(noun: Token, pronoun: Token) -> bool:
    """Whether the noun is the subject of the verb whose object the pronoun is: never the same."""
    return noun.head.i == pronoun.head.i and pronoun.dep_ in _OBJECTS and noun.dep_ == "nsubj"


def _closes_speech(article: Article, pronoun: Token) -> bool:
    """As in "..., its director said": the owner was named before what is said, not in it."""
    noun = pronoun.head
    return (
        pronoun.dep_ == "poss"
        and noun.head.norm_ in article.lexicon.classes.speaks
        and pronoun.i - pronoun.sent.start > _SAID_BEFORE
    )


def _last_subject(article: Article, pronoun: Token, sort: str) -> Token | None:
    doc = article.doc
    start = pronoun.sent.start
    sentences = 0
    i = (start if _closes_speech(article, pronoun) else pronoun.i) - 1
    weak: Token | None = None
    while i >= 0 and sentences <= 2:
        token = doc[i]
        if _fits(article, token, sort) and not _acts_on(token, pronoun):
            if token.dep_ in {"nsubj", "nsubjpass"}:
                return token
            if weak is None and token.dep_ in {"pobj", "dobj", "conj", "appos", "poss", "ROOT"}:
                weak = token
        if token.is_sent_start and i < start:
            sentences += 1
            if weak is not None:
                return weak
        i -= 1
    return weak
