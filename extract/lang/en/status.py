"""What a clause says of the occurrence of its event: denied, threatened, planned."""

from __future__ import annotations

from enum import Enum, auto

from spacy.tokens import Token

from extract.lang.en.article import Article
from extract.record import EventStatus


class Mood(Enum):
    """How a clause presents its event."""

    REAL = auto()
    UNREAL = auto()


_CONDITIONS = frozenset({"if", "unless", "whether", "should", "lest", "until"})
_FUTURE = frozenset({"will", "would", "'ll", "shall", "wo"})
_CLIMB = frozenset({"xcomp", "ccomp", "conj", "dobj", "pobj", "prep", "pcomp", "advcl", "acl"})


def _is_negated(verb: Token) -> bool:
    return any(
        child.dep_ == "neg"
        or (child.lower_ in {"never", "neither"} and child.dep_ in {"advmod", "preconj"})
        for child in verb.children
    )


def verb_status(article: Article, verb: Token) -> tuple[Mood, EventStatus | None]:
    """Mood and status of the event that a verb tells.

    A plain negation makes the event unreal; a denial above it makes it denied.
    """
    cues = article.lexicon.cues
    denied = _governor(verb, cues.denial)
    if _is_negated(verb):
        return (Mood.REAL, EventStatus.DENIED) if denied else (Mood.UNREAL, None)
    if denied:
        return Mood.REAL, EventStatus.DENIED
    if _is_conditional(verb):
        return Mood.UNREAL, None
    if _future(verb):
        threat = _governor(verb, cues.threat)
        return Mood.REAL, EventStatus.THREATENED if threat else EventStatus.PLANNED
    if _is_bare_infinitive(verb):
        if _governor(verb, cues.threat):
            return Mood.REAL, EventStatus.THREATENED
        if _governor(verb, cues.plan):
            return Mood.REAL, EventStatus.PLANNED
        if any(
            c.lower_ in {"can", "could", "may", "might", "should", "must"} for c in verb.children
        ):
            return Mood.UNREAL, None
    return Mood.REAL, None


def noun_status(article: Article, noun: Token) -> tuple[Mood, EventStatus | None]:
    """Mood and status of the event that a noun names."""
    cues = article.lexicon.cues
    lefts = {child.lower_ for child in noun.lefts}
    if "no" in lefts or ("any" in lefts and _has_negation(noun)):
        return Mood.UNREAL, None
    if "alleged" in lefts:
        return Mood.REAL, EventStatus.ALLEGED
    if lefts.intersection(article.lexicon.classes.planned) or (
        "further" in lefts and noun.tag_ == "NNS"
    ):
        return Mood.REAL, EventStatus.PLANNED
    verb = noun.head
    if noun.dep_ in {"dobj", "pobj", "conj"}:
        while verb.pos_ in {"ADP", "NOUN"} and verb.head != verb and verb.dep_ != "nsubj":
            if verb.norm_ in {"threat", "plan", "preparation"}:
                status = EventStatus.THREATENED if verb.norm_ == "threat" else EventStatus.PLANNED
                return Mood.REAL, status
            verb = verb.head
        if verb.pos_ == "VERB":
            if verb.norm_ in cues.threat:
                return Mood.REAL, EventStatus.THREATENED
            if verb.norm_ in cues.plan and noun.dep_ == "dobj" and not _is_past_plan(verb):
                return Mood.REAL, EventStatus.PLANNED
            if noun.dep_ == "dobj":
                return verb_status(article, verb)
    return Mood.REAL, None


def _is_past_plan(verb: Token) -> bool:
    return verb.dep_ == "relcl"


def _has_negation(noun: Token) -> bool:
    return any(_is_negated(up) for up in noun.ancestors if up.pos_ in {"VERB", "AUX"})


def _is_conditional(verb: Token) -> bool:
    here = verb
    for _ in range(3):
        if here.dep_ in {"advcl", "ccomp"} and any(
            child.dep_ == "mark" and child.lower_ in _CONDITIONS for child in here.children
        ):
            return True
        if here.dep_ not in {"conj", "xcomp"}:
            return False
        here = here.head
    return False


def _future(verb: Token) -> bool:
    here = verb
    for _ in range(3):
        if any(c.dep_ == "aux" and c.lower_ in _FUTURE for c in here.children):
            perfect = any(c.dep_ == "aux" and c.lower_ == "have" for c in here.children)
            return not perfect
        if here.dep_ != "conj" or any(c.dep_ in {"nsubj", "nsubjpass"} for c in here.children):
            return False
        here = here.head
    return False


def _is_bare_infinitive(verb: Token) -> bool:
    return verb.tag_ in {"VB", "VBG"} or any(c.tag_ == "TO" for c in verb.children)


def _governor(verb: Token, words: tuple[str, ...]) -> bool:
    """Whether a word of the list governs the verb through complement clauses."""
    here = verb
    for _ in range(4):
        if here.dep_ not in _CLIMB or here.head == here:
            return False
        joined = here.dep_ == "conj"
        here = here.head
        if here.norm_ in words and not joined:
            return True
        if (
            here.pos_ == "VERB"
            and here.tag_ in {"VBD", "VBN"}
            and here.norm_ not in words
            and not joined
        ):
            return False
    return False
