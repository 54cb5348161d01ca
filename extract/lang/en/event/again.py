"""Retellings: event words that tell again, or go on with, an act told elsewhere in the article."""

from __future__ import annotations

from collections.abc import Sequence

from extract.analysis import Mention, Predication
from extract.lang.en.article import Article
from extract.lang.en.event.draft import Draft
from extract.record import EventStatus, EventType, SpatialPrecision

_UNREAL = frozenset({EventStatus.PLANNED, EventStatus.THREATENED})
# Acts at close quarters: one attack is told as a storming, a shooting, a bomb and a fire at once.
_CLOSE = frozenset(
    {
        EventType.ARMED_CLASH,
        EventType.AMBUSH_OR_SHOOTING,
        EventType.IED_OR_MINE,
        EventType.SUICIDE_OR_CAR_BOMB,
        EventType.SABOTAGE,
        EventType.OTHER_VIOLENCE,
        EventType.ASSASSINATION,
        None,
    }
)
# Acts that do not hit what stands there.
_NO_BLOW = frozenset(
    {
        EventType.INTERCEPTION,
        EventType.RAID_OR_ARREST,
        EventType.ABDUCTION,
        EventType.ADVANCE_OR_CAPTURE,
    }
)
_NEAR = 3
# Characters between the head of a sentence and a word that turns.
_HEAD = 12


def mark_retellings(article: Article, drafts: Sequence[Draft]) -> list[Draft]:
    """Loosen verbs joined to the one before them; return the event words that tell nothing new.

    Those are the words of the headline whose type no event word of the body has, where the body
    tells events: a headline sums up what is told below it in words of its own.
    """
    by_token = {i: draft for draft in drafts for i in draft.tokens}
    for draft in drafts:
        _joined(draft, by_token)
        _looks_back(article, draft)
    gone = _headline(article, drafts)
    _sum_up(article, [d for d in drafts if d not in gone])
    return gone


def _sum_up(article: Article, drafts: Sequence[Draft]) -> None:
    """Let the words of a headline join what the body tells: they have no day of their own."""
    end = article.headline_end
    for draft in drafts:
        p = draft.predication
        if p.anchor.start < end and p.status not in _UNREAL:
            p.weak = p.weak and p.type is None


def _headline(article: Article, drafts: Sequence[Draft]) -> list[Draft]:
    end = article.headline_end
    body = {
        _type(d.predication)
        for d in drafts
        if d.predication.anchor.start >= end
        and d.predication.status not in _UNREAL
        and not d.predication.several
        and not d.predication.definite
    }
    if not body:
        return []
    return [
        d
        for d in drafts
        if d.predication.anchor.start < end
        and (
            _type(d.predication) not in body
            or (_type(d.predication) is None and d.predication.weak)
        )
    ]


def _looks_back(article: Article, draft: Draft) -> None:
    """A series told after the lead is what led up to the act: "a string of assaults in May"."""
    p = draft.predication
    lead = article.sentence_of(article.headline_end) + 1
    if p.several and p.status is None and p.anchor.sentence > lead:
        p.status = EventStatus.BACKGROUND


def _type(p: Predication) -> EventType | None:
    return p.type or p.fallback


def _joined(draft: Draft, by_token: dict[int, Draft]) -> None:
    """As in "they stormed the base and set it on fire": the second verb goes on with the first."""
    verb, p = draft.head, draft.predication
    if verb.pos_ != "VERB" or verb.dep_ != "conj" or p.when is not None or p.places:
        return
    before = by_token.get(verb.head.i)
    own = any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)
    if before is None or before is draft or own:
        return
    p.continues = True
    if p.type is not None and p.type is not before.predication.type:
        p.fallback, p.type, p.weak = p.type, None, True


def join_details(article: Article, drafts: Sequence[Draft], turns: set[int]) -> None:
    """Make weak the words that give details of an attack told just before them.

    Such a word has no place or time that sets it apart, no other known doer and no "another"; an
    earlier event word of an act at close quarters stands at most a few sentences before it, and the
    article did not turn to another matter in between.
    """
    end = article.headline_end
    earlier: list[Predication] = []
    for draft in drafts:
        p = draft.predication
        p.other |= _is_other(article, draft)
        if p.status in _UNREAL or p.several or p.anchor.start < end:
            continue
        if not p.weak and not p.definite and p.type in _CLOSE and _is_detail(p, earlier, turns):
            p.weak = True
        earlier.append(p)
    _lend_types([d.predication for d in drafts])


def _lend_types(told: Sequence[Predication]) -> None:
    """Give a word that says nothing of the kind of act ("was hit") the kind told last before it."""
    last: EventType | None = None
    for p in told:
        if _type(p) is None:
            p.fallback = last
        elif p.status is not EventStatus.BACKGROUND and _type(p) not in _NO_BLOW:
            last = _type(p)


def _is_other(article: Article, draft: Draft) -> bool:
    """As in "another raid", "a second blast"."""
    words = article.lexicon.cues.other
    return draft.head.pos_ == "NOUN" and any(
        c.lower_ in words and c.dep_ in {"det", "amod"} for c in draft.head.lefts
    )


def turns(article: Article) -> set[int]:
    """Sentences that openly turn to another matter: "Separately", "In a further incident"."""
    found = set()
    for span in article.groups("turn"):
        sentence = article.sentence_of(span.start_char)
        if span.start_char - article.sentences[sentence][0] <= _HEAD:
            found.add(sentence)
    return found


def _is_detail(p: Predication, earlier: Sequence[Predication], turns: set[int]) -> bool:
    in_full = p.rule.startswith("en.noun") and p.type is not None and bool(_named(p.places))
    if p.other or p.answers is not None or in_full:
        return False
    here = p.anchor.sentence
    for one in reversed(earlier):
        if here - one.anchor.sentence > _NEAR or any(
            one.anchor.sentence < turn <= here for turn in turns
        ):
            return False
        if one.type in _CLOSE and not _apart(p, one):
            return True
    return False


def _apart(p: Predication, one: Predication) -> bool:
    """Whether time or known doers set two event words apart."""
    if p.when is not None and one.when is not None and p.when.earliest != one.when.earliest:
        return True
    here, there = _named(p.places), _named(one.places)
    if here and there and not here & there:
        return True
    mine = {m.entity for m in p.agents if m.entity is not None}
    others = {m.entity for m in one.agents if m.entity is not None}
    return bool(mine and others and not mine & others)


def _named(places: Sequence[Mention]) -> set[str]:
    return {
        m.entity or m.words.text.lower()
        for m in places
        if not m.anaphoric and m.precision is not SpatialPrecision.COUNTRY
    }
