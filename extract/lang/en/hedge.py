"""Suspicion: agents that the text only suspects."""

from __future__ import annotations

from spacy.tokens import Token

from extract.analysis import Mention
from extract.lang.en.article import Article
from extract.lang.en.event import Draft
from extract.lang.en.lexicon.schema import HedgeRow


def mark_suspicion(article: Article, drafts: list[Draft]) -> None:
    """Set ``suspected`` where a hedge stands on the doer or on the verb that tells the act."""
    hedges = {
        t.i
        for span, row in article.matches.get("hedge", ())
        if isinstance(row, HedgeRow)
        for t in span
    }
    for draft in drafts:
        p = draft.predication
        if not p.agents:
            continue
        by_name = any(
            set(_words(a.words.text)).intersection(article.lexicon.classes.suspected)
            for a in p.agents
        )
        verbs = [draft.head]
        if draft.head.dep_ in {"nsubj", "nsubjpass", "dobj"}:
            verbs.append(draft.head.head)
        p.suspected |= by_name or any(_is_hedged(verb, hedges) for verb in verbs)
        p.suspected |= any(_is_suspect(article, a) for a in p.agents)


def _is_suspect(article: Article, agent: Mention) -> bool:
    """As in "militants suspected of belonging to the group"."""
    span = article.doc.char_span(agent.words.start, agent.words.end, alignment_mode="expand")
    return span is not None and any(
        child.dep_ == "acl" and child.norm_ in {"suspect", "believe", "think"}
        for child in span.root.children
    )


def _words(text: str) -> list[str]:
    return text.lower().replace("-", " ").split()


def _is_hedged(head: Token, hedges: set[int]) -> bool:
    """Whether a hedge is the verb's adverb or auxiliary, or governs it ("believed to have")."""
    own = any(c.i in hedges and c.dep_ in {"advmod", "aux"} for c in head.children)
    governed = head.dep_ == "xcomp" and head.head.i in hedges
    return own or governed
