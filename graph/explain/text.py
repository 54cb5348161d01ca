"""The account of an event as text for a reader or as JSON for a program."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from graph.display import isolated, rtl, visible, wrap
from graph.explain.account import Account, Article, Claim, Link, Proposition, Quote

_SPOKEN = {"affirmed": "says so", "negated": "DENIES", "open": "leaves it open"}


def as_json(account: Account) -> str:
    """The account as JSON, one object, readable, with Arabic as it is."""
    return json.dumps(asdict(account), ensure_ascii=False, indent=2) + "\n"


def as_text(account: Account, *, width: int, isolate: bool = False) -> str:
    """The account for a reader; long lines wrap, no sentence is cut.

    Args:
        account: What to tell.
        width: Cells a line may take.
        isolate: Whether to hold each direction apart for a terminal.
    """
    lines: list[str] = []
    for indent, text in _lines(account):
        pieces = wrap(visible(text), max(width - indent, 20))
        left = rtl(text)
        if isolate:
            pieces = [isolated(p, to_the_left=left) for p in pieces]
        lines.extend(" " * indent + piece for piece in pieces)
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _lines(account: Account) -> Iterator[tuple[int, str]]:
    """Indents with texts."""
    yield from ((0, label) for label in (account.label_en, account.label_ar) if label)
    yield 2, f"event: {account.short}"
    yield 2, f"type: {account.type or 'not told'}"
    yield 2, f"status: {account.status or 'not told'}"
    yield 2, f"date: {' | '.join(account.dates) or 'nobody tells it'}"
    yield 2, f"place: {' | '.join(account.places) or 'nobody tells it'}"
    if account.article:
        yield 2, f"told in: {_article(account.article)}"
    for proposition in account.propositions:
        yield 0, ""
        yield from _proposition(proposition, account.article)
    if account.links:
        yield 0, ""
        yield 0, "Told elsewhere (linked by this software, not by a source):"
        yield from _links(account.links)


def _proposition(proposition: Proposition, article: Article | None) -> Iterator[tuple[int, str]]:
    yield 0, f"{proposition.summary}{_stand(proposition)}"
    if not proposition.claims:
        yield 2, "no claim"
    for claim in proposition.claims:
        yield from _claim(claim, article)


def _stand(proposition: Proposition) -> str:
    """What nobody may miss: that a proposition is disputed, or that nobody says that it is so."""
    said = {c.polarity for c in proposition.claims}
    if "negated" in said:
        return " [DISPUTED]" if "affirmed" in said else " [DENIED; nobody says that it is so]"
    return " [LEFT OPEN; nobody says that it is so]" if said == {"open"} else ""


def _claim(claim: Claim, article: Article | None) -> Iterator[tuple[int, str]]:
    who = _join(claim.claimants)
    if claim.on_behalf_of:
        who += f", for {_join(claim.on_behalf_of)}"
    if claim.relayed_by:
        who += f", relayed by {' <- '.join(claim.relayed_by)}"
    yield 2, f"- {who}: {_SPOKEN[claim.polarity]}"
    yield 4, "; ".join(_manner(claim))
    for quote in claim.quotes:
        yield from _quote(quote, article)
    yield 4, _extraction(claim)


def _manner(claim: Claim) -> Iterator[str]:
    yield f"speaker's certainty: {claim.certainty}"
    if claim.cues:
        yield f"cue: {_quoted(claim.cues)}"
    if claim.verbs:
        yield f"verb: {_quoted(claim.verbs)}"
    if claim.claim_type:
        yield f"as: {claim.claim_type}"
    if claim.said_on:
        yield f"said on: {claim.said_on}"


def _quote(quote: Quote, article: Article | None) -> Iterator[tuple[int, str]]:
    """A sentence and where it stands; its article is named where it is not that of the event."""
    yield 4, f"«{quote.text}»"
    elsewhere = "" if quote.article == article else f"{_article(quote.article)}, "
    yield 6, f"{elsewhere}characters {quote.start} to {quote.end}"


def _extraction(claim: Claim) -> str:
    confidence = claim.extraction_confidence
    ours = "not told" if confidence is None else f"{confidence:.2f}"
    return f"[found by: {_join(claim.rules) or 'not told'}; our confidence: {ours}]"


def _links(links: Iterable[Link]) -> Iterator[tuple[int, str]]:
    for link in links:
        yield 2, f"- {link.label} ({link.short})"
        if link.article:
            yield 4, _article(link.article)
        score = "" if link.score is None else f" (score {link.score:.2f})"
        yield 4, f"why: {link.reason or 'not told'}{score}"


def _article(article: Article) -> str:
    parts = (article.title, article.publisher, article.issued, article.url)
    return ", ".join(p for p in parts if p) or article.iri


def _join(names: Iterable[str]) -> str:
    return " and ".join(names)


def _quoted(words: Iterable[str]) -> str:
    return ", ".join(f"«{w}»" for w in words)
