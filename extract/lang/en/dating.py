"""Tying time expressions to events and to reports by grammar."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from extract.analysis import Report, When
from extract.lang.en.article import Article
from extract.lang.en.event import Draft
from extract.lang.en.slot import verb_fillers


def date_events(article: Article, drafts: list[Draft], times: list[When]) -> list[When]:
    """Give every event the time that stands with it: its own, else that of its clause.

    Returns the times that may date an event: not those of speech ("police said on Monday").
    """
    spoken: list[When] = []
    by_token = {i: draft for draft in drafts for i in draft.tokens}
    loose: dict[int, list[When]] = {}
    for when in times:
        token = _token(article, when)
        if token is None:
            continue
        found, reported = _governors(token, by_token, article.lexicon.classes.speaks)
        for draft in found:
            if draft.predication.when is None:
                draft.predication.when = when
        if reported:
            spoken.append(when)
        elif not found:
            loose.setdefault(when.words.sentence, []).append(when)
    for draft in drafts:
        p = draft.predication
        candidates = loose.get(p.anchor.sentence, [])
        if p.when is None and candidates:
            p.when = min(
                candidates, key=lambda w: (abs(w.words.start - p.anchor.start), w.words.start)
            )
    for draft in drafts:
        _share(draft, by_token)
    return [when for when in times if when not in spoken]


def _share(draft: Draft, by_token: dict[int, Draft]) -> None:
    """Coordinated verbs and "killed when ..." share their time."""
    if draft.predication.when is not None:
        return
    here = draft.head
    for _ in range(3):
        if here.dep_ not in {
            "conj",
            "advcl",
            "xcomp",
            "dobj",
            "pobj",
            "prep",
            "nsubj",
            "nsubjpass",
        }:
            return
        here = here.head
        other = by_token.get(here.i)
        if other is not None and other.predication.when is not None:
            draft.predication.when = other.predication.when
            return


def _token(article: Article, when: When) -> Token | None:
    span = article.doc.char_span(when.words.start, when.words.end, alignment_mode="expand")
    return span.root if span is not None and len(span) else None


def _governors(
    token: Token, by_token: dict[int, Draft], speaks: tuple[str, ...]
) -> tuple[list[Draft], bool]:
    """The events that a time word hangs on; and whether it hangs on a report first."""
    here = token
    for _ in range(8):
        if _tells_no_act(here, by_token):
            return [], True
        if here.i in by_token:
            return [by_token[here.i]], False
        if here.pos_ in {"VERB", "AUX"} and here != token:
            if here.norm_ in speaks:
                return [], True
            drafts = [
                by_token[f.token.i]
                for f in verb_fillers(here)
                if f.token.i in by_token
                and f.slot in {"subject", "object", "by", "in", "from", "under"}
            ]
            drafts += [
                by_token[c.i] for c in here.children if c.dep_ == "advcl" and c.i in by_token
            ]
            if drafts:
                return drafts[:1], False
        if here.head == here:
            break
        here = here.head
    return [], False


def _tells_no_act(verb: Token, by_token: dict[int, Draft]) -> bool:
    """Whether a relative clause tells something else: "where they have fought since June"."""
    return (
        verb.dep_ == "relcl"
        and verb.pos_ in {"VERB", "AUX"}
        and verb.i not in by_token
        and not any(f.token.i in by_token for f in verb_fillers(verb))
    )


def date_reports(article: Article, reports: list[Report], times: list[When]) -> list[Report]:
    """Set ``said_on`` of reports whose verb a time expression hangs on."""
    by_sentence: dict[int, list[int]] = {}
    for n, report in enumerate(reports):
        by_sentence.setdefault(report.cue.sentence, []).append(n)
    for when in times:
        token = _token(article, when)
        verbs = [] if token is None else [t for t in token.ancestors if t.pos_ in {"VERB", "AUX"}]
        if not verbs:
            continue
        for n in by_sentence.get(article.sentence_of(verbs[0].idx), ()):
            report = reports[n]
            if report.cue.start <= verbs[0].idx < report.cue.end and report.said_on is None:
                reports[n] = replace(report, said_on=when)
    return reports
