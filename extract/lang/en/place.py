"""Places of events that stand elsewhere in the sentence, and objects that were damaged."""

from __future__ import annotations

from spacy.tokens import Token

from extract.analysis import Mention
from extract.lang.en import mention as mention_of
from extract.lang.en import phrase
from extract.lang.en.article import Article
from extract.lang.en.event import Draft, by_sentence
from extract.lang.en.party import MOBILE
from extract.lang.en.slot import verb_fillers
from extract.record import SpatialPrecision


def add_places(article: Article, drafts: list[Draft]) -> None:
    """Give an event without a place the one of its clause, and note what was damaged."""
    for draft in drafts:
        p = draft.predication
        if not p.places and not p.definite:
            found = _of_clause(article, draft.head)
            if found is not None:
                p.places.append(found)
        p.places.sort(key=_coarseness)
    _damages(article, drafts)


def _coarseness(mention: Mention) -> tuple[bool, int]:
    """Places that point back last, before them the wide ones: a country after a town.

    A name that the gazetteer knows stands before one that it does not.
    """
    wide = (SpatialPrecision.DISTRICT, SpatialPrecision.ADMIN1, SpatialPrecision.COUNTRY)
    rank = wide.index(mention.precision) + 2 if mention.precision in wide else 0
    return mention.anaphoric, rank or int(mention.entity is None)


def _of_clause(article: Article, head: Token) -> Mention | None:
    """The place of a verb above the event word, else the only one of the sentence."""
    for up in head.ancestors:
        for child in up.children:
            if child.dep_ == "prep" and child.lower_ in article.lexicon.classes.at:
                for noun in child.children:
                    if noun.dep_ == "pobj" and _is_named(article, noun):
                        return mention_of.place(article, noun)
    inside = [
        token
        for token in head.sent
        if token.dep_ == "pobj"
        and token.head.lower_ in article.lexicon.classes.at
        and _is_named(article, token)
    ]
    if not inside:
        return None
    return mention_of.place(article, min(inside, key=lambda t: (abs(t.i - head.i), t.i)))


def place_mentions(article: Article) -> list[Mention]:
    """All places that the text locates something at, datelines left out."""
    return [
        mention_of.place(article, token)
        for token in article.doc
        if token.dep_ == "pobj"
        and token.head.lower_ in article.lexicon.classes.at
        and _is_named(article, token)
    ]


def _is_where(article: Article, token: Token) -> bool:
    """Whether a preposition of place governs the name: "in Damascus", not "Damascus said"."""
    placed = token.dep_ == "pobj" and token.head.lower_ in article.lexicon.classes.at
    return placed and _is_named(article, token)


def _is_named(article: Article, token: Token) -> bool:
    if (
        token.ent_type_ in {"DATE", "TIME", "PERSON", "ORG", "NORP"}
        and token.i not in article.places
    ):
        return False
    row = article.targets.get(token.i)
    if row is not None and (row.person or row.kind in MOBILE) and token.i not in article.places:
        return False
    span = phrase.span_of(article, token, of=False)
    known = [i for i in range(span.start, span.end) if i in article.places]
    if token.i in article.nouns:
        # "in the US drone strike": whose it was, and not where.
        return any(i not in article.actors for i in known)
    if known:
        return True
    return any(
        article.doc[i].ent_type_ in {"GPE", "LOC", "FAC"} for i in range(span.start, span.end)
    )


def _damages(article: Article, drafts: list[Draft]) -> None:
    by_head = {i: d for d in drafts for i in d.tokens}
    near = by_sentence(article, drafts)
    words = set(article.lexicon.triggers.damage)
    for token in article.doc:
        if token.pos_ != "VERB" or token.norm_ not in words:
            continue
        draft = _event_of(token, by_head, near.get(article.sentence_of(token.idx), []))
        if draft is None:
            continue
        for filler in verb_fillers(token):
            if filler.slot != "object" or filler.depth > 1:
                continue
            for noun in phrase.conjuncts(filler.token):
                row = article.targets.get(noun.i)
                if row is not None and not row.person and noun.i not in by_head:
                    mention = mention_of.target(article, noun)
                    if all(m.words.start != mention.words.start for m in draft.predication.damages):
                        draft.predication.damages.append(mention)


def _event_of(verb: Token, by_head: dict[int, Draft], inside: list[Draft]) -> Draft | None:
    here = verb
    for _ in range(3):
        if here.i in by_head:
            return by_head[here.i]
        for filler in verb_fillers(here) if here.pos_ == "VERB" else ():
            if filler.slot in {"subject", "by", "in"} and filler.token.i in by_head:
                return by_head[filler.token.i]
        if here.head == here:
            break
        here = here.head
    return inside[0] if len(inside) == 1 else None
