"""Noun phrases: their span, their head, and the known name in them."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from extract.lang.en.article import Article
from extract.lang.en.names import Named

_LEFT = frozenset(
    {"det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "predet", "advmod", "neg"}
)


_POINTERS = frozenset(
    {"the", "this", "that", "these", "those", "its", "their", "his", "her", "same"}
)


_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})


def left_edge(head: Token) -> int:
    """Index of the first token of the noun phrase of ``head``."""
    start = head.i
    for child in head.lefts:
        if child.dep_ in _LEFT:
            start = min(start, child.left_edge.i)
        elif child.dep_ == "punct" and child.text in {'"', "'", "-"}:
            start = min(start, child.i)
    while start < head.i and start < len(head.doc) and _is_no_start(head.doc[start]):
        start += 1
    return start


def _is_no_start(token: Token) -> bool:
    return token.is_space or token.text in {",", ")", ";", ":", "-", "–", "—", "*", "•"}


def span_of(article: Article, head: Token, *, of: bool = True) -> Span:
    """The noun phrase of ``head`` with its name, "of ..." and "(ABBR)" after it."""
    doc = head.doc
    start, end = left_edge(head), head.i + 1
    for table in (article.actors, article.places):
        named = table.get(head.i)
        if named is not None and named.start >= head.sent.start:
            start, end = min(start, named.start), max(end, named.end)
    end = _entity_end(head, end)
    if of:
        end = _with_of(article, head, end)
    if (
        end + 2 < len(doc)
        and doc[end].text == "("
        and doc[end + 2].text == ")"
        and doc[end + 1].text[:1].isupper()
        and not doc[end + 1].like_num
    ):
        end += 3
    if start > 0 and doc[start - 1].text == '"' and end < len(doc) and doc[end].text == '"':
        start, end = start - 1, end + 1
    return doc[start:end]


def _entity_end(head: Token, end: int) -> int:
    if head.pos_ != "PROPN":
        return end
    sent_end = head.sent.end
    while end < sent_end and head.doc[end].ent_iob_ == "I" and head.doc[end].pos_ == "PROPN":
        end += 1
    return end


def _with_of(article: Article, head: Token, end: int, depth: int = 2) -> int:
    if depth == 0:
        return end
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ == "of" and child.i <= end:
            for noun in child.children:
                if noun.dep_ == "pobj" and noun.i not in article.nouns:
                    inner = span_of(article, noun, of=False)
                    return max(end, _with_of(article, noun, inner.end, depth - 1))
    return end


def conjuncts(head: Token) -> Iterator[Token]:
    """``head`` and the nouns that are coordinated with it."""
    seen = {head.i}
    pending = [head]
    while pending:
        token = pending.pop(0)
        yield token
        for child in token.children:
            if child.dep_ == "conj" and child.i not in seen and is_nominal(child):
                seen.add(child.i)
                pending.append(child)


def is_nominal(token: Token) -> bool:
    """Whether the token can head a noun phrase."""
    return token.pos_ in {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X"} or token.tag_ == "VBG"


def antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for; else the token itself."""
    if token.lower_ not in _RELATIVE or token.pos_ not in {"PRON", "DET", "SCONJ"}:
        return token
    verb = token.head
    steps = 0
    while verb.dep_ not in {"relcl", "acl"} and verb.head != verb and steps < 6:
        verb, steps = verb.head, steps + 1
    return verb.head if verb.dep_ in {"relcl", "acl"} else token


def named_in(article: Article, head: Token, span: Span) -> Named | None:
    """The known actor of a phrase: at its head, else in "of ...", else before the head."""
    at_head = article.actors.get(head.i)
    if at_head is not None:
        return at_head
    if head.pos_ == "PROPN" and head.ent_type_ in {"PERSON", "WORK_OF_ART"}:
        return None
    after = [i for i in range(head.i + 1, span.end) if i in article.actors]
    if after:
        return article.actors[after[0]]
    for i in range(head.i - 1, span.start - 1, -1):
        named = article.actors.get(i)
        if named is not None and not _backs(article, named):
            return named
        if named is None and article.doc[i].pos_ == "PROPN" and i not in article.places:
            return None
    return None


def _backs(article: Article, named: Named) -> bool:
    """Whether the name only stands before "-backed" and the like."""
    doc = article.doc
    return named.end < len(doc) and doc[named.end].text == "-"


def modifier_name(article: Article, head: Token, span: Span) -> Named | None:
    """The known actor among the words before the head."""
    for i in range(head.i - 1, span.start - 1, -1):
        named = article.actors.get(i)
        if named is not None and not _backs(article, named):
            return named
    return None


def is_definite(head: Token) -> bool:
    """Whether the phrase has "the" or its like."""
    return head.doc[left_edge(head)].lower_ in _POINTERS


def is_anaphoric(article: Article, head: Token, span: Span) -> bool:
    """Whether the phrase only points back: a pronoun, or "the group"."""
    if head.pos_ == "PRON":
        return True
    first = span[0]
    words = [t for t in span if t.pos_ not in {"DET", "PRON", "PUNCT", "PART"}]
    plain = all(t.i == head.i or t.lower_ in {"same", "latter"} for t in words)
    return plain and first.lower_ in _POINTERS and head.norm_ in article.lexicon.targets.anaphoric
