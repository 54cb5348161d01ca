"""Claims: who affirms, denies or leaves open which proposition, how surely, in which words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from rdflib import RDF, Literal, URIRef

from graph.mapping.names import PROV, Triple, decimal, whole
from graph.mapping.proposition import Proposition
from ontology.namespace import CEV, CODE


@dataclass(frozen=True, kw_only=True)
class Claim:
    """One claim of a document, still without its IRI.

    Attributes:
        proposition: What it is about.
        claimant: Who says it.
        kind: What the claimant does by saying it, a code of the list of claim types.
        polarity: Affirmed, negated or open, a code.
        certainty: The claimant's own, a code.
        source_kind: What sort of speaker it is, a code; none where the text does not tell.
        evidence: Sentences that carry it.
        rule: Rules that found it.
        confidence: The extractor's, from 0 to 1.
        on_behalf_of: For whom the claimant speaks.
        channels: Who passed it on, the one nearest the outlet first.
        basis: On whose word a perpetrator is named, a code.
        cue: Words of certainty or reporting.
        verb: The reporting verb.
        value: What is claimed, in the text's words.
        said_on: The day it was said.
        cue_mentions: Where the cue stands.
        word_mentions: Where the words of the proposition stand.
        claimant_mentions: Where the claimant is named.
    """

    proposition: Proposition
    claimant: URIRef
    kind: URIRef
    polarity: URIRef
    certainty: URIRef
    source_kind: URIRef | None
    evidence: tuple[URIRef, ...]
    rule: str
    confidence: float
    on_behalf_of: URIRef | None = None
    channels: tuple[URIRef, ...] = ()
    basis: URIRef | None = None
    cue: Literal | None = None
    verb: Literal | None = None
    value: Literal | None = None
    said_on: Literal | None = None
    cue_mentions: tuple[URIRef, ...] = field(default=())
    word_mentions: tuple[URIRef, ...] = field(default=())
    claimant_mentions: tuple[URIRef, ...] = field(default=())

    @property
    def is_affirmed(self) -> bool:
        """Whether the claimant says that the proposition holds."""
        return self.polarity == CODE.affirmed

    def triples(self, iri: URIRef, run: URIRef) -> Iterator[Triple]:
        """Describe the claim under an IRI, as made by a run."""
        yield iri, RDF.type, CEV.Claim
        yield iri, PROV.wasGeneratedBy, run
        yield iri, CEV.proposition, self.proposition.iri
        yield iri, CEV.claimant, self.claimant
        yield iri, CEV.claimType, self.kind
        yield iri, CEV.polarity, self.polarity
        yield iri, CEV.certainty, self.certainty
        yield iri, CEV.rule, Literal(self.rule)
        yield iri, CEV.extractionConfidence, decimal(self.confidence)
        yield from ((iri, name, value) for name, value in self._optional() if value is not None)
        for name, mentions in self._mentions():
            yield from ((iri, name, mention) for mention in mentions)
        yield from self._relays(iri)

    def _optional(self) -> tuple[tuple[URIRef, URIRef | Literal | None], ...]:
        return (
            (CEV.sourceKind, self.source_kind),
            (CEV.onBehalfOf, self.on_behalf_of),
            (CEV.basis, self.basis),
            (CEV.certaintyCue, self.cue),
            (CEV.reportingVerb, self.verb),
            (CEV.claimedValue, self.value),
            (CEV.saidOn, self.said_on),
        )

    def _mentions(self) -> tuple[tuple[URIRef, tuple[URIRef, ...]], ...]:
        return (
            (CEV.evidence, self.evidence),
            (CEV.cueMention, self.cue_mentions),
            (CEV.wordMention, self.word_mentions),
            (CEV.claimantMention, self.claimant_mentions),
        )

    def _relays(self, iri: URIRef) -> Iterator[Triple]:
        """Name every channel; where there are several, also their order."""
        yield from ((iri, CEV.relayedBy, channel) for channel in self.channels)
        if len(self.channels) < 2:
            return
        for position, channel in enumerate(self.channels, start=1):
            step = URIRef(f"{iri}/relay-{position}")
            yield iri, CEV.relay, step
            yield step, RDF.type, CEV.Relay
            yield step, CEV.channel, channel
            yield step, CEV.position, whole(position)
