"""Grammatical slots: which noun fills which place of a verb or an event noun."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from extract.lang.en.phrase import antecedent

_SUBJECTS = frozenset({"nsubj", "csubj"})
_OUTER = frozenset(
    [
        "from",
        "out",
        "off",
        "up",
        "inside",
        "outside",
        "away",
        "near",
        "close",
        "next",
        "across",
        "over",
        "onto",
        "in",
        "at",
    ]
)
_CHARGES = frozenset({"accuse", "suspect", "blame", "condemn", "convict"})
_CLAUSES = frozenset({"conj", "xcomp", "advcl", "oprd", "acomp"})


@dataclass(frozen=True, slots=True)
class Filler:
    """A noun in a slot. ``depth`` counts how far down it hangs: 0 for the word's own argument."""

    slot: str
    token: Token
    depth: int = 0


def is_passive(verb: Token) -> bool:
    """Whether the verb form is passive, reduced ones ("missiles fired by") included."""
    if any(child.dep_ in {"nsubjpass", "auxpass", "agent"} for child in verb.children):
        return True
    if verb.tag_ != "VBN" or any(child.dep_ in {"aux", "nsubj"} for child in verb.children):
        return False
    if verb.dep_ in {"acl", "oprd", "acomp"}:
        return True
    return verb.dep_ == "conj" and is_passive(verb.head) if verb.head != verb else False


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb as grammar gives it: its own, else that of the verb it depends on."""
    seen = 0
    here = verb
    while seen < 5:
        for child in here.lefts:
            if child.dep_ in {"nsubj", "nsubjpass", "csubj"}:
                return antecedent(child)
        for child in here.rights:
            if child.dep_ in {"nsubj", "nsubjpass"}:
                return antecedent(child)
        if here.dep_ == "pcomp" and here.head.head.norm_ in _CHARGES:
            charged = [c for c in here.head.head.children if c.dep_ in {"dobj", "nsubjpass"}]
            return charged[0] if charged else None
        if here.dep_ in {"acl", "relcl"} and here.head.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}:
            return here.head
        if here.dep_ not in _CLAUSES or here.head == here or here.head.pos_ not in {"VERB", "AUX"}:
            return None
        here, seen = here.head, seen + 1
    return None


def verb_fillers(verb: Token) -> Iterator[Filler]:
    """The slots of a verb with what fills them, nearest first."""
    passive = is_passive(verb)
    own = list(verb.children)
    has_subject = False
    objects: list[Token] = []
    for child in own:
        if child.dep_ in _SUBJECTS:
            has_subject = True
            yield Filler("subject", antecedent(child))
        elif child.dep_ == "nsubjpass":
            has_subject = True
            objects.append(child)
            yield Filler("object", antecedent(child))
        elif child.dep_ in {"dobj", "oprd"} and child.pos_ not in {"ADJ"}:
            objects.append(child)
            yield Filler("object", antecedent(child))
        elif child.dep_ == "agent":
            yield from (Filler("by", noun) for noun in child.children if noun.dep_ == "pobj")
    if not has_subject:
        subject = subject_of(verb)
        if subject is not None and subject.i != verb.i:
            yield Filler("object" if passive else "subject", subject, 1)
    if verb.dep_ == "relcl" and not passive and not objects:
        related = [c for c in own if c.dep_ in {"nsubj"} and antecedent(c) == c]
        if related and not _has_stranded(verb):
            yield Filler("object", verb.head, 1)
    yield from _prepositions(verb, 0)
    for noun in objects:
        yield from _prepositions(noun, 1, skip_of=True)


def _has_stranded(verb: Token) -> bool:
    return any(
        c.dep_ == "prep" and not any(n.dep_ in {"pobj", "pcomp"} for n in c.children)
        for c in verb.children
    )


def _prepositions(head: Token, depth: int, *, skip_of: bool = False) -> Iterator[Filler]:
    for child in head.children:
        if child.dep_ in {"prep", "dative"} or (child.dep_ == "prt" and list(child.children)):
            if skip_of and child.lower_ == "of":
                continue
            yield from _objects(child.lower_, child, depth)
        elif child.dep_ == "advmod":
            for prep in child.children:
                if prep.dep_ == "prep":
                    yield from _objects(prep.lower_, prep, depth)


def _objects(slot: str, prep: Token, depth: int) -> Iterator[Filler]:
    for noun in prep.children:
        if noun.dep_ == "pobj":
            yield Filler(slot, antecedent(noun), depth)
            if slot != "of" and depth < 3:
                yield from _prepositions(noun, depth + 1, skip_of=True)
        elif noun.dep_ == "prep" and slot in _OUTER:
            yield from _objects(noun.lower_, noun, depth)


def noun_fillers(noun: Token, span: Span) -> Iterator[Filler]:
    """The slots of an event noun with what fills them."""
    for child in noun.lefts:
        if child.dep_ == "poss":
            yield Filler("possessor", child)
        elif child.dep_ in {"amod", "compound", "nmod"} and child.i < span.start:
            yield Filler("modifier", child)
            yield from (
                Filler("modifier", c)
                for c in child.children
                if c.dep_ in {"amod", "compound", "conj"}
            )
    yield from _prepositions(noun, 0)
    for child in noun.children:
        if child.dep_ == "acl" and child.tag_ == "VBG":
            for obj in child.children:
                if obj.dep_ == "dobj" and child.lower_ == "targeting":
                    yield Filler("targeting", obj)
        elif child.dep_ == "appos":
            yield from _prepositions(child, 1)
