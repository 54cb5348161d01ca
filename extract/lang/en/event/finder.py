"""All event words of an article."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from extract.analysis import Mention, Predication
from extract.lang.en.event.again import mark_retellings
from extract.lang.en.event.arms import add_arms
from extract.lang.en.event.draft import Draft
from extract.lang.en.event.noun import NounEvents
from extract.lang.en.event.verb import VerbEvents


def _merge(main: Predication, other: Predication) -> None:
    for name in ("agents", "targets", "launches", "places"):
        mine: list[Mention] = getattr(main, name)
        starts = {m.words.start for m in mine}
        mine += [m for m in getattr(other, name) if m.words.start not in starts]
    main.suspected |= other.suspected


def _during_which(verb: Token) -> bool:
    """Whether a relative clause tells what went on in the act that its noun names."""
    return any(
        c.dep_ == "prep"
        and c.lower_ in {"in", "during"}
        and any(n.lower_ == "which" for n in c.children)
        for c in verb.children
    )


def predications(drafts: Iterable[Draft]) -> list[Predication]:
    """The predications of the drafts, in their order."""
    return [draft.predication for draft in drafts]


class EventFinder(NounEvents, VerbEvents):
    """Finds the event words of one article and brings those of one clause together."""

    def find(self) -> list[Draft]:
        """All event words, in the order of the text."""
        if not self.reads_events:
            return []
        for i in sorted(self._article.nouns):
            self._noun(i)
        for token in self._article.doc:
            if token.pos_ in {"VERB", "AUX"} and token.i not in self._article.nouns:
                self._verb(token)
        self._merge_clauses()
        self._merge_relatives()
        self._merge_deaths()
        self._drop(mark_retellings(self._article, self.drafts))
        add_arms(self._article, self.drafts)
        self.drafts.sort(key=lambda d: (d.predication.anchor.start, d.head.i))
        return self.drafts

    def _merge_clauses(self) -> None:
        """Let "missiles fired by X struck Y" be one event, told by the main verb."""
        gone: set[int] = set()
        for draft in self.drafts:
            noun = draft.head.head
            if draft.head.dep_ not in {"acl", "relcl"} or noun.i not in self._article.weapons:
                continue
            start = noun.idx
            below = {t.i for t in noun.subtree}
            near = self.sentences.get(self._article.sentence_of(draft.head.idx), ())
            main = next(
                (
                    d
                    for d in near
                    if d is not draft
                    and id(d) not in gone
                    and d.head.i not in below
                    and any(w.words.start <= start < w.words.end for w in d.predication.weapons)
                ),
                None,
            )
            if main is not None:
                self._join(main, draft, gone)
        self.drafts = [d for d in self.drafts if id(d) not in gone]

    def _merge_relatives(self) -> None:
        """Let "a raid in which gunmen shot two guards" be one event, told by the noun."""
        gone: set[int] = set()
        for draft in self.drafts:
            verb = draft.head
            main = self.by_token.get(verb.head.i) if verb.dep_ == "relcl" else None
            if main is None or main is draft or not _during_which(verb):
                continue
            self._join(main, draft, gone)
        self.drafts = [d for d in self.drafts if id(d) not in gone]

    def _merge_deaths(self) -> None:
        """Let "struck a base, killing three" be one event, told by the main verb."""
        gone: set[int] = set()
        for draft in self.drafts:
            verb = draft.head
            if draft.row.toll is None or verb.dep_ not in {"advcl", "xcomp", "conj"}:
                continue
            main = self.by_token.get(verb.head.i)
            own_subject = any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)
            if main is None or main is draft or own_subject or id(main) in gone:
                continue
            self._join(main, draft, gone)
        self.drafts = [d for d in self.drafts if id(d) not in gone]

    def _drop(self, gone: list[Draft]) -> None:
        self.drafts = [d for d in self.drafts if d not in gone]
        self.by_token = {i: d for i, d in self.by_token.items() if d not in gone}

    def _join(self, main: Draft, other: Draft, gone: set[int]) -> None:
        _merge(main.predication, other.predication)
        gone.add(id(other))
        for i in other.tokens:
            self.by_token[i] = main
