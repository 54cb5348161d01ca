"""What an attribution and a fact mean by themselves."""

from __future__ import annotations

from typing import Final

from rdflib import URIRef

from extract.fold import fold
from extract.record import Attribution, Certainty, ClaimKind, Perpetrator
from graph.mapping.proposition import Fact
from ontology.code import code
from ontology.namespace import CODE, Scheme

# Paths of the facts that each kind of claim is for; words of an unanchored one may name them.
FACTS_OF_KIND: Final = {
    ClaimKind.PERPETRATOR: ("perpetrators/",),
    ClaimKind.RESPONSIBILITY_CLAIM: ("perpetrators/",),
    ClaimKind.CASUALTIES: ("casualties/",),
    ClaimKind.TARGET: ("targets/",),
    ClaimKind.MOTIVE: ("motives/",),
    ClaimKind.OCCURRENCE: ("type",),
}
WHO: Final = frozenset({ClaimKind.PERPETRATOR, ClaimKind.RESPONSIBILITY_CLAIM})


def is_silence(attribution: Attribution) -> bool:
    """Whether nothing is stated: by nobody, on no fact, or no responsibility taken."""
    if attribution.certainty is not Certainty.UNSTATED:
        return False
    if attribution.claim is ClaimKind.PERPETRATOR and attribution.source is None:
        return True
    return attribution.claim is ClaimKind.RESPONSIBILITY_CLAIM or not attribution.about


def claim_type(claim: ClaimKind, fact: Fact) -> URIRef:
    """What the speaker does by saying a fact: who blames and tells of a weapon too, reports it."""
    facts = FACTS_OF_KIND.get(claim, ())
    if facts and fact.path and not fact.path.startswith((*facts, "type")):
        return CODE.claim_report
    return code(Scheme.CLAIM_TYPE, claim)


def names(fact: Fact) -> set[str]:
    """Folded words by which a text may mean a fact."""
    english = getattr(fact.found, "canonical_en", None)
    return {fold(fact.found.text), *([fold(english)] if english else [])}


def basis(fact: Fact) -> URIRef | None:
    """On whose word a perpetrator is named, a code; none for other facts."""
    found = fact.found
    return code(Scheme.BASIS, found.basis) if isinstance(found, Perpetrator) else None
