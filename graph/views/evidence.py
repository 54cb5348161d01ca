"""What stands behind a proposition: who affirms or denies it, how surely, in which articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from graph.names import code
from graph.rows import rows

if TYPE_CHECKING:
    from graph.store import Store

RANKS: Mapping[str, int] = {"certain": 3, "probable": 2, "possible": 1, "unstated": 0}
"""Certainties of speakers, the surest highest."""

_CLAIMS = """
SELECT ?proposition ?claim ?claimant ?body ?polarity ?certainty ?document ?url ?issued WHERE {
  GRAPH ?graph {
    ?claim cev:proposition ?proposition ; cev:claimant ?claimant ; cev:polarity ?polarity ;
           cev:certainty ?certainty ; cev:evidence ?mention .
    ?mention oa:hasSource ?document .
    OPTIONAL { ?claim cev:onBehalfOf ?body }
    OPTIONAL { ?document schema:url ?url }
    OPTIONAL { ?document dct:issued ?issued }
  }
}
"""


@dataclass(frozen=True, slots=True)
class Voice:
    """One claim about a proposition.

    Attributes:
        claim: IRI of the claim.
        claimants: IRIs of the speakers; mostly one.
        bodies: IRIs of those for whom the speaker speaks.
        polarity: ``affirmed``, ``negated``, or ``open`` where the speaker declines to say.
        certainty: ``certain``, ``probable``, ``possible`` or ``unstated``: the speaker's own.
        sources: Addresses of the articles, or their IRIs where no address is known.
        told: Days on which these were published, where known.
    """

    claim: str
    claimants: frozenset[str]
    bodies: frozenset[str]
    polarity: str
    certainty: str
    sources: frozenset[str]
    told: frozenset[date] = frozenset()


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that is said about one or several propositions."""

    voices: tuple[Voice, ...] = ()

    def __add__(self, other: Evidence) -> Evidence:
        """The evidence of both."""
        return Evidence(tuple(sorted({*self.voices, *other.voices}, key=lambda v: v.claim)))

    @property
    def affirming(self) -> list[Voice]:
        """The claims that say so."""
        return [v for v in self.voices if v.polarity == "affirmed"]

    @property
    def denying(self) -> list[Voice]:
        """The claims that say that it is not so."""
        return [v for v in self.voices if v.polarity == "negated"]

    @property
    def certainty(self) -> str | None:
        """The surest certainty of those who say so; None when nobody does."""
        return max((v.certainty for v in self.affirming), key=RANKS.__getitem__, default=None)

    @property
    def sources(self) -> list[str]:
        """The articles, in order."""
        return sorted({s for v in self.voices for s in v.sources})


def evidence(store: Store) -> dict[str, Evidence]:
    """The evidence for every proposition of a store, by the proposition's IRI."""
    claims: dict[str, dict[str, list[Mapping[str, str]]]] = {}
    for row in rows(store, _CLAIMS):
        claims.setdefault(row["proposition"], {}).setdefault(row["claim"], []).append(row)
    return {
        proposition: Evidence(tuple(_voice(c, said) for c, said in sorted(by_claim.items())))
        for proposition, by_claim in claims.items()
    }


def _voice(claim: str, said: Iterable[Mapping[str, str]]) -> Voice:
    """One claim from its rows, one for each mention and body."""
    lines = list(said)
    return Voice(
        claim=claim,
        claimants=frozenset(r["claimant"] for r in lines),
        bodies=frozenset(r["body"] for r in lines if "body" in r),
        polarity=code(lines[0]["polarity"]),
        certainty=code(lines[0]["certainty"]),
        sources=frozenset(r.get("url", r["document"]) for r in lines),
        told=frozenset(date.fromisoformat(r["issued"][:10]) for r in lines if "issued" in r),
    )
