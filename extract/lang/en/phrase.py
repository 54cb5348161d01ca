"""Noun phrases: their span, their count, and the mention they make."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from extract.analysis import Mention, MentionKind
from extract.lang.en.article import Article
from extract.lang.en.names import Named
from extract.lang.en.number import Count, count_of
from extract.record import SourceKind, TargetKind

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


def target_kind(article: Article, head: Token, named: Named | None) -> TargetKind:
    """What the phrase is as the target of an act."""
    row = article.targets.get(head.i)
    at_head = article.actors.get(head.i)
    if at_head is not None and at_head.target_kind is not None and row is None:
        return at_head.target_kind
    if row is not None:
        return row.kind
    inside = _facility_word(article, head)
    if inside is not None:
        return inside
    weapon = article.weapons.get(head.i)
    if weapon is not None:
        return TargetKind.AIRCRAFT if weapon[1].platform else TargetKind.OTHER
    if head.ent_type_ == "PERSON":
        return TargetKind.PERSON
    if head.i in article.places or head.ent_type_ in {"GPE", "LOC"}:
        return TargetKind.RESIDENTIAL
    if named is not None and named.target_kind is not None:
        return named.target_kind
    return TargetKind.OTHER


def _facility_word(article: Article, head: Token) -> TargetKind | None:
    """The kind of a named thing by a word of its name: "Camp Simba", "Port Sudan" is none."""
    if head.pos_ != "PROPN" or head.i in article.places:
        return None
    for child in head.lefts:
        row = article.targets.get(child.i)
        if child.dep_ == "compound" and row is not None and not row.person:
            return row.kind
    return None


def source_kind(article: Article, head: Token, span: Span, named: Named | None) -> SourceKind:
    """What sort of speaker the phrase names."""
    at_head = article.actors.get(head.i)
    if at_head is not None and at_head.source_kind is not None:
        return at_head.source_kind
    kind = article.source_heads.get(head.i)
    before = [
        article.source_modifiers[i]
        for i in range(span.start, head.i)
        if i in article.source_modifiers
    ]
    spokesman = head.norm_ in article.lexicon.sources.spokesmen
    if (kind is SourceKind.ANONYMOUS or spokesman or kind is None) and before:
        return before[-1]
    if spokesman or kind is None:
        if named is not None and named.source_kind is not None:
            return named.source_kind
        for i in range(head.i + 1, span.end):
            if i in article.source_heads:
                return article.source_heads[i]
        for child in head.children:
            if child.dep_ == "appos" and child.i in article.source_heads:
                return article.source_heads[child.i]
        if any(t.i in article.source_heads for t in span):
            return next(article.source_heads[t.i] for t in span if t.i in article.source_heads)
        if head.ent_type_ == "PERSON" or named is not None or head.ent_type_ in {"ORG", "GPE"}:
            return SourceKind.OFFICIAL
        row = article.targets.get(head.i)
        if row is not None and row.kind is TargetKind.ARMED_GROUP:
            return SourceKind.ARMED_GROUP
        return SourceKind.LOCAL_SOURCES
    return kind


def actor(article: Article, head: Token) -> Mention:
    """The mention of ``head`` as somebody who acts or speaks."""
    row = article.targets.get(head.i)
    whole = head.i in article.actors or (row is not None and not row.person)
    span = span_of(article, head, of=not whole)
    named = named_in(article, head, span)
    is_person = head.ent_type_ == "PERSON" or (named is not None and named.person)
    entity = named if named is not None and _stands_for(article, head, named) else None
    return Mention(
        words=article.words(span.start, span.end),
        kind=MentionKind.PERSON if is_person else MentionKind.ACTOR,
        entity=entity.entity if entity else None,
        canonical_en=entity.label if entity else None,
        country=named.country if named else None,
        target_kind=target_kind(article, head, named),
        source_kind=source_kind(article, head, span, named),
        count=number(article, head, span),
        possessed=any(c.dep_ == "poss" and c.pos_ == "PRON" for c in head.children),
        anaphoric=is_anaphoric(article, head, span),
    )


def _stands_for(article: Article, head: Token, named: Named) -> bool:
    """Whether the whole phrase is the actor: "Israeli troops" is, "Iraqi officials" not."""
    if named.start <= head.i < named.end:
        return True
    if (
        head.norm_ in article.lexicon.sources.spokesmen
        or head.norm_ in article.lexicon.sources.titles
    ):
        return False
    row = article.targets.get(head.i)
    if named.demonym or named.state:
        if head.i in article.weapons:
            return True
        return (
            row is not None
            and (row.kind is TargetKind.STATE_FORCES or not row.person)
            and (head.norm_ not in article.lexicon.classes.not_forces)
        )
    return (
        head.i not in article.source_heads
        or (row is not None and row.person)
        or head.norm_ in article.lexicon.classes.bodies
    )


def adjective(article: Article, named: Named) -> Mention:
    """The mention of an actor by its name or adjective alone: "Israeli" in "an Israeli strike"."""
    return Mention(
        words=article.words(named.start, named.end),
        kind=MentionKind.ACTOR,
        entity=named.entity,
        canonical_en=named.label,
        country=named.country,
        target_kind=named.target_kind,
        source_kind=named.source_kind,
    )


def target(article: Article, head: Token) -> Mention:
    """The mention of ``head`` as what an act is directed at."""
    span = span_of(article, head, of=not _of_place(article, head))
    at_head = article.actors.get(head.i)
    place = article.places.get(head.i)
    kind = target_kind(article, head, at_head)
    entity, label = None, None
    if at_head is not None:
        entity, label = at_head.entity, at_head.label
    elif place is not None:
        entity, label = place.entity, place.label
    person = kind is TargetKind.PERSON
    return Mention(
        words=article.words(span.start, span.end),
        kind=MentionKind.PERSON if person else MentionKind.OBJECT,
        entity=entity,
        canonical_en=label,
        country=place.country if place else None,
        target_kind=kind,
        count=number(article, head, span),
        anaphoric=is_anaphoric(article, head, span),
    )


def _of_place(article: Article, head: Token) -> bool:
    """Whether "of ..." after the head names where it is: "the airport of the city"."""
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ == "of":
            for noun in child.children:
                row = article.targets.get(noun.i)
                if noun.i in article.places or (
                    row is not None and row.kind is TargetKind.RESIDENTIAL
                ):
                    return True
    return False


def weapon(article: Article, head: Token) -> Mention:
    """The mention of a weapon."""
    span = span_of(article, head, of=False)
    row = article.weapons[head.i][1]
    match = article.weapons[head.i][0]
    start, end = min(span.start, match.start), max(span.end, match.end, head.i + 1)
    return Mention(
        words=article.words(start, end),
        kind=MentionKind.WEAPON,
        canonical_en=row.canonical,
        count=number(article, head, span),
    )


def place(article: Article, head: Token) -> Mention:
    """The mention of a place or facility; "the heart of Baghdad" is one in Baghdad."""
    part = head.i not in article.places and _of_place(article, head)
    span = span_of(article, head, of=part)
    named = article.places.get(head.i)
    if named is None:
        named = next(
            (
                article.places[i]
                for i in range(span.end - 1, span.start - 1, -1)
                if i in article.places
            ),
            None,
        )
    return Mention(
        words=article.words(span.start, span.end),
        kind=MentionKind.FACILITY if named is not None and named.facility else MentionKind.PLACE,
        entity=named.entity if named else None,
        canonical_en=named.label if named else None,
        country=named.country if named else None,
        precision=named.precision if named else None,
        placed=head.dep_ == "pobj" and head.head.lower_ in _AT,
        anaphoric=is_anaphoric(article, head, span),
    )


_AT = frozenset(
    {
        "in",
        "at",
        "near",
        "outside",
        "inside",
        "around",
        "across",
        "off",
        "over",
        "along",
        "on",
        "of",
    }
)


def number(article: Article, head: Token, span: Span) -> int | None:
    """How many, when the phrase says so exactly; "a" with a singular is one."""
    count = count_at(article, head, span)
    if count is None or count.low is None or count.low != count.high:
        return None
    return count.low


def count_at(article: Article, head: Token, span: Span) -> Count | None:
    """The count of the things that ``head`` names."""
    return count_of(article, head, span)
