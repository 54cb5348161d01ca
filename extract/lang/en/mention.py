"""Mentions: what a noun phrase names, as a party, a target, a weapon or a place."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from extract.analysis import Mention, MentionKind
from extract.lang.en.article import Article
from extract.lang.en.names import Named
from extract.lang.en.number import Count, count_of
from extract.lang.en.phrase import (
    is_anaphoric,
    left_edge,
    named_in,
    span_of,
)
from extract.record import SourceKind, SpatialPrecision, TargetKind

_SHIP_PREFIXES = frozenset({"MV", "M/V", "MT", "M/T", "USS", "HMS", "SS", "RV", "FV"})

# How many tokens back the armed group may stand that "the group" points to.
_FAR = 120


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
    if any(t.text in _SHIP_PREFIXES for t in head.doc[left_edge(head) : head.i]):
        return TargetKind.SHIP
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


def _group_before(article: Article, head: Token) -> Named | None:
    """The armed group that "the group" or "the jihadists" points back to.

    "The group" is the one named last; "the jihadists" are a group's only if the article has named
    no other one so far.
    """
    classes = article.lexicon.classes
    if head.norm_ in classes.groups:
        return next(_armed_groups(article, range(head.i - 1, max(head.i - _FAR, -1), -1)), None)
    if head.norm_ not in classes.members or head.tag_ not in {"NNS", "NNPS"}:
        return None
    found = list(_armed_groups(article, range(head.i - 1, -1, -1)))
    return found[0] if len({named.entity for named in found}) == 1 else None


def _armed_groups(article: Article, tokens: range) -> Iterator[Named]:
    for i in tokens:
        named = article.actors.get(i)
        if named is not None and named.target_kind is TargetKind.ARMED_GROUP and not named.person:
            yield named


def _name_of(article: Article, head: Token) -> Token:
    """The name beside a common noun for a group: "a newly formed group, Saraya Awliya al-Dam"."""
    if head.norm_ not in article.lexicon.classes.groups or head.i in article.actors:
        return head
    return next(
        (c for c in head.rights if c.dep_ == "appos" and c.pos_ == "PROPN" and c.i > head.i), head
    )


def actor(article: Article, head: Token) -> Mention:
    """The mention of ``head`` as somebody who acts or speaks."""
    head = _name_of(article, head)
    origin = article.actors.get(head.i)
    if origin is not None and origin.demonym and any(c.dep_ == "amod" for c in head.lefts):
        return adjective(article, origin)  # "heavy Indian shelling", whatever the parse
    row = article.targets.get(head.i)
    whole = head.i in article.actors or (row is not None and not row.person)
    span = span_of(article, head, of=not whole)
    named = named_in(article, head, span)
    at_head = article.actors.get(head.i)
    is_person = at_head.person if at_head is not None else head.ent_type_ == "PERSON"
    entity = named if named is not None and _stands_for(article, head, named) else None
    if named is None and is_anaphoric(article, head, span):
        entity = named = _group_before(article, head)
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
        precision=_precision(article, head, named),
        placed=head.dep_ == "pobj" and head.head.lower_ in article.lexicon.classes.at,
        anaphoric=is_anaphoric(article, head, span),
    )


def _precision(article: Article, head: Token, named: Named | None) -> SpatialPrecision | None:
    """How exactly the phrase says where: by its head ("the Tahoua region"), else by its name."""
    if head.i in article.places:
        return named.precision if named else None
    for precision, words in article.lexicon.classes.extents.items():
        if head.norm_ in words:
            return precision
    return named.precision if named else None


def number(article: Article, head: Token, span: Span) -> int | None:
    """How many, when the phrase says so exactly; "a" with a singular is one."""
    count = count_at(article, head, span)
    if count is None or count.low is None or count.low != count.high:
        return None
    return count.low


def count_at(article: Article, head: Token, span: Span) -> Count | None:
    """The count of the things that ``head`` names."""
    return count_of(article, head, span)
