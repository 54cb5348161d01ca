"""Who says what: the claims of one event.

The rules, in the order in which they are tried:

1. An attribution claims every fact that its ``about`` names. ``denial`` as kind, or ``denied`` as
   certainty, makes the claim negated; a flat denial is certain.
2. An attribution about nothing in particular claims the fact of its kind that its words name; a
   speaker that rejects or claims the act and is itself among the accused speaks of its own part in
   it; an occurrence claims that the event took place. What is left is kept in the speaker's own
   words, as a ``Statement``. Such words never make anybody a perpetrator.
3. Silence (``unstated`` about no fact: nobody has claimed it, nobody knows who, no comment) is an
   open claim: the speaker neither affirms nor denies. It never affirms anything.
4. A fact that no attribution affirms is the outlet's own: certain. But the outlet is never made
   to say what it only passes on: a perpetrator named on another's word is claimed by an unnamed
   source or by the perpetrator itself, one that is suspected is possible, one of unknown basis is
   unstated; and all facts of an event for which the article does not vouch (alleged, denied) come
   from an unnamed source, unstated.
   A perpetrator that the article states as fact, in a sentence in which nobody else is quoted on
   it, is the outlet's own word besides that of others.
5. A fact that is only denied is not affirmed by the outlet, except a perpetrator whose basis says
   that somebody does name it, and the occurrence of an event that the article does not itself deny.
6. Facts of an event that has not come about (threatened, planned) are affirmed by nobody: their
   claims are open. Only the threat or plan itself, the occurrence with that status, is affirmed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from rdflib import Literal, URIRef

from extract.fold import fold
from extract.record import (
    Attribution,
    Basis,
    Certainty,
    ClaimKind,
    Event,
    EventStatus,
    Perpetrator,
    Source,
)
from graph.mapping import mint
from graph.mapping.claim import Claim
from graph.mapping.evidence import Evidence
from graph.mapping.facts import UNREAL, fact_at, owner_of
from graph.mapping.names import clean, day, worded
from graph.mapping.proposition import Fact, about
from graph.mapping.sense import FACTS_OF_KIND, WHO, basis, claim_type, is_silence, names
from graph.mapping.speaker import Speakers
from ontology.code import code
from ontology.namespace import CEV, CODE, Scheme

_VOUCHED: Final = frozenset({EventStatus.HAPPENED, EventStatus.BACKGROUND})
_OWN_PART: Final = frozenset({ClaimKind.DENIAL, ClaimKind.RESPONSIBILITY_CLAIM})


class Claims:
    """Makes the claims of the events of one document."""

    def __init__(self, key: str, lang: str, speakers: Speakers, evidence: Evidence) -> None:
        """Take speakers from ``speakers`` and collect mentions in ``evidence``."""
        self._key = key
        self._lang = lang
        self._speakers = speakers
        self._evidence = evidence

    def of_event(self, event: Event, facts: dict[str, Fact]) -> Iterator[Claim]:
        """Yield the claims about an event: those that the text attributes, then the outlet's.

        Raises:
            MappingError: A claim is about a fact that the event does not have.
        """
        affirmed: set[str] = set()
        denied: set[str] = set()
        for attribution in event.attributions:
            for fact in self._subjects(attribution, event, facts):
                claim = self._said(attribution, fact, event)
                (denied if claim.polarity == CODE.negated else affirmed).add(fact.path)
                yield self._real(claim, event)
            if is_silence(attribution):
                yield self._silence(attribution, event)
        for path, fact in facts.items():
            if path not in affirmed or _is_own_besides(fact, event):
                yield from self._unattributed(fact, event, is_denied=path in denied)

    def _subjects(
        self, attribution: Attribution, event: Event, facts: dict[str, Fact]
    ) -> list[Fact]:
        if is_silence(attribution):
            return []
        if attribution.about:
            paths = dict.fromkeys(attribution.about)
            owners = [owner for path in paths if (owner := owner_of(path)) in facts]
            return [fact_at(facts, path, event) for path in (*paths, *owners)]
        return [self._unanchored(attribution, event, facts)]

    def _unanchored(self, attribution: Attribution, event: Event, facts: dict[str, Fact]) -> Fact:
        """The fact that an attribution without ``about`` speaks of (rule 2)."""
        words = fold(attribution.claimed_value or "")
        for prefix in FACTS_OF_KIND.get(attribution.claim, ()):
            for path, fact in facts.items():
                if words and path.startswith(prefix) and words in names(fact):
                    return fact
        if attribution.claim in _OWN_PART:
            for fact in self._own_part(attribution, facts):
                return fact
        if attribution.claim is ClaimKind.OCCURRENCE:
            return facts["type"]
        return self._statement(attribution, event)

    def _own_part(self, attribution: Attribution, facts: dict[str, Fact]) -> Iterator[Fact]:
        speakers = {
            self._speakers.source(source)
            for source in (attribution.source, attribution.on_behalf_of)
            if source is not None
        }
        for path, fact in facts.items():
            who = fact.proposition.value(CEV.participant)
            if path.startswith("perpetrators/") and who in speakers:
                yield fact

    def _statement(self, attribution: Attribution, event: Event) -> Fact:
        """What is said, in the text's own words; it blames and counts nobody."""
        sentence = self._evidence.sentence_span(attribution.sentence)
        spoken = attribution.claimed_value or sentence.text
        proposition = about(
            mint.event(self._key, event.id),
            CEV.Statement,
            (CEV.topic, code(Scheme.CLAIM_TYPE, attribution.claim)),
            (CEV.words, worded(spoken, self._lang)),
        )
        place = self._evidence.find(spoken, attribution.sentence) or sentence
        found = event.model_copy(
            update={
                "text": place.text,
                "start": place.start,
                "end": place.end,
                "sentence": attribution.sentence,
                "rule": attribution.rule,
                "confidence": attribution.confidence,
            }
        )
        return Fact("", proposition, found)

    def _said(self, attribution: Attribution, fact: Fact, event: Event) -> Claim:
        is_denial = (
            attribution.claim is ClaimKind.DENIAL or attribution.certainty is Certainty.DENIED
        )
        claim = self._spoken(attribution, fact, event)
        return replace(claim, polarity=CODE.negated) if is_denial else claim

    def _spoken(self, attribution: Attribution, fact: Fact, event: Event) -> Claim:
        """An affirmed claim by the speaker of an attribution."""
        certainty = (
            Certainty.CERTAIN
            if attribution.certainty is Certainty.DENIED
            else attribution.certainty
        )
        found = fact.found
        said = f"event {event.id}, said on"
        cue = attribution.cue_span
        value = attribution.claimed_value
        return Claim(
            proposition=fact.proposition,
            claimant=self._speakers.source(attribution.source),
            on_behalf_of=self._speakers.body(attribution),
            channels=tuple(self._speakers.source(s) for s in attribution.relayed_by),
            kind=claim_type(attribution.claim, fact),
            polarity=CODE.affirmed,
            certainty=code(Scheme.CERTAINTY, certainty),
            source_kind=code(Scheme.SOURCE_KIND, attribution.source_kind),
            basis=basis(fact),
            cue=self._words(cue.text if cue else None),
            verb=self._words(attribution.reporting_verb),
            value=self._words(value),
            said_on=day(attribution.said_on, said) if attribution.said_on else None,
            evidence=(self._evidence.sentence(attribution.sentence),),
            cue_mentions=(self._evidence.mention(cue),) if cue else (),
            word_mentions=self._word_mentions(fact, value, attribution.sentence),
            claimant_mentions=self._named(attribution.source),
            rule=attribution.rule
            if attribution.rule == found.rule
            else (f"{attribution.rule} + {found.rule}"),
            confidence=min(attribution.confidence, found.confidence),
        )

    def _silence(self, attribution: Attribution, event: Event) -> Claim:
        """An open claim: whose doing it was, or whatever else, is left open (rule 3)."""
        fact = self._statement(attribution, event)
        if attribution.claim in WHO:
            node = mint.event(self._key, event.id)
            question = about(node, CEV.Participation, (CEV.role, CODE.perpetrator))
            fact = replace(fact, proposition=question)
        claim = self._spoken(attribution, fact, event)
        return replace(
            claim,
            polarity=CODE.open,
            certainty=CODE.unstated,
            kind=CODE.claim_no_claim,
            word_mentions=(),
            basis=None,
        )

    def _unattributed(self, fact: Fact, event: Event, *, is_denied: bool) -> Iterator[Claim]:
        """The claim for a fact that no attribution affirms (rules 4 and 5), if any is due."""
        found = fact.found
        if isinstance(found, Perpetrator):
            if not (is_denied and found.basis is Basis.UNKNOWN):
                yield self._real(self._blame(fact, found, event), event)
        elif not is_denied or (fact.path == "type" and event.status is not EventStatus.DENIED):
            if event.status in _VOUCHED or event.status in UNREAL:
                yield self._real(self._own(fact), event)
            else:
                yield self._hearsay(self._own(fact))

    def _blame(self, fact: Fact, who: Perpetrator, event: Event) -> Claim:
        own = replace(self._own(fact), kind=CODE.claim_perpetrator)
        actor = fact.proposition.value(CEV.participant)
        match who.basis:
            case Basis.ATTRIBUTED:
                return self._hearsay(own)
            case Basis.CLAIMED if isinstance(actor, URIRef):
                return replace(
                    own,
                    claimant=actor,
                    kind=CODE.claim_responsibility_claim,
                    certainty=CODE.unstated,
                    source_kind=None,
                )
            case _ if event.status in {EventStatus.ALLEGED, EventStatus.DENIED}:
                return self._hearsay(own)
            case Basis.SUSPECTED:
                return replace(own, certainty=CODE.possible)
            case Basis.UNKNOWN:
                return replace(own, certainty=CODE.unstated)
            case _:
                return own

    def _own(self, fact: Fact) -> Claim:
        """The outlet's own, plain statement."""
        found = fact.found
        return Claim(
            proposition=fact.proposition,
            claimant=self._speakers.outlet,
            kind=CODE.claim_occurrence if fact.path == "type" else CODE.claim_report,
            polarity=CODE.affirmed,
            certainty=CODE.certain,
            source_kind=CODE.source_media,
            basis=basis(fact),
            evidence=(self._evidence.sentence(found.sentence),),
            word_mentions=self._word_mentions(fact, None, found.sentence),
            rule=found.rule,
            confidence=found.confidence,
        )

    def _hearsay(self, own: Claim) -> Claim:
        """What the outlet passes on from a source that it does not name."""
        return replace(
            own,
            claimant=self._speakers.unnamed(),
            certainty=CODE.unstated,
            source_kind=CODE.source_anonymous,
        )

    def _real(self, claim: Claim, event: Event) -> Claim:
        """Leave open what is said of an event that has not come about (rule 6)."""
        if event.status not in UNREAL or not claim.is_affirmed:
            return claim
        if claim.proposition.kind == CEV.Occurrence:
            return claim
        return replace(claim, polarity=CODE.open)

    def _named(self, source: Source | None) -> tuple[URIRef, ...]:
        return (self._evidence.mention(source),) if source else ()

    def _words(self, words: str | None) -> Literal | None:
        return worded(clean(words), self._lang) if words else None

    def _word_mentions(self, fact: Fact, value: str | None, sentence: int) -> tuple[URIRef, ...]:
        place = self._evidence.find(value, sentence) if value else None
        spans = [fact.found, *([place] if place else [])]
        return tuple(dict.fromkeys(self._evidence.mention(span) for span in spans))


def _is_own_besides(fact: Fact, event: Event) -> bool:
    """Whether the outlet itself names a perpetrator that others name too (rule 4)."""
    found = fact.found
    if not isinstance(found, Perpetrator) or found.basis is not Basis.STATED_AS_FACT:
        return False
    quoted = {said.sentence for said in event.attributions if fact.path in said.about}
    return event.status in _VOUCHED and found.sentence not in quoted
