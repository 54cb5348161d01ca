"""The account of an event: plain data, ready for a reader or for JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Article:
    """A document as its reader knows it; unknown parts are None."""

    iri: str
    title: str | None
    publisher: str | None
    issued: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an article, at offsets in code points of its text."""

    text: str
    start: int
    end: int
    article: Article


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim about a proposition.

    Attributes:
        iri: The claim.
        claimants: Names of those who say it.
        on_behalf_of: Names of those for whom they speak.
        relayed_by: Names of the channels between them and the outlet, nearest the outlet first.
        claim_type: What the speaker does by saying it.
        polarity: ``affirmed``, ``negated`` or ``open``.
        certainty: The speaker's own certainty.
        cues: The words that show it.
        verbs: The verbs of saying, in the text's words.
        said_on: Day of the statement, if told.
        quotes: The sentences that carry it.
        rules: The rules that found it.
        extraction_confidence: Ours, from 0 to 1; it says nothing about the speaker.
    """

    iri: str
    claimants: tuple[str, ...]
    on_behalf_of: tuple[str, ...]
    relayed_by: tuple[str, ...]
    claim_type: str | None
    polarity: str
    certainty: str
    cues: tuple[str, ...]
    verbs: tuple[str, ...]
    said_on: str | None
    quotes: tuple[Quote, ...]
    rules: tuple[str, ...]
    extraction_confidence: float | None


@dataclass(frozen=True, slots=True)
class Proposition:
    """What claims are about; nothing is asserted by it.

    Attributes:
        iri: The proposition.
        kind: Name of its class (``Participation``, ``CasualtyEstimate``, ...).
        summary: One line for a reader.
        fields: Its properties by name, with names or plain values.
        claims: Every claim about it.
    """

    iri: str
    kind: str
    summary: str
    fields: Mapping[str, tuple[str, ...]]
    claims: tuple[Claim, ...]

    @property
    def affirmed(self) -> bool:
        """Whether anybody says that it is so."""
        return any(c.polarity == "affirmed" for c in self.claims)


@dataclass(frozen=True, slots=True)
class Link:
    """A judgement that an event of another article is the same, with its reason and score."""

    event: str
    short: str
    label: str
    reason: str | None
    score: float | None
    article: Article | None


@dataclass(frozen=True, slots=True)
class Account:
    """All about one event.

    ``dates`` and ``places`` repeat what somebody affirms; ``propositions`` holds everything.
    """

    event: str
    short: str
    label_ar: str
    label_en: str
    type: str | None
    status: str | None
    dates: tuple[str, ...]
    places: tuple[str, ...]
    article: Article | None
    propositions: tuple[Proposition, ...]
    links: tuple[Link, ...]
