"""Parties: who is said to have acted in an event, and on whose word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from extract.analysis import (
    Analysis,
    Mention,
    MentionKind,
    Predication,
    Report,
    ReportKind,
    Words,
)
from extract.assemble.claim import speaks_of_own
from extract.assemble.cluster import Cluster
from extract.assemble.evidence import CONFIDENCE
from extract.assemble.sameness import distinct, same
from extract.assemble.stretches import Stretches
from extract.record import Basis, Certainty, SourceKind, SpatialPrecision, TargetKind

_ORDER: Final = (
    Basis.STATED_AS_FACT,
    Basis.CLAIMED,
    Basis.ATTRIBUTED,
    Basis.SUSPECTED,
    Basis.UNKNOWN,
)
_ONLOOKERS: Final = (
    SourceKind.MEDIA,
    SourceKind.WITNESS,
    SourceKind.MONITOR,
    SourceKind.LOCAL_SOURCES,
    SourceKind.ANONYMOUS,
)
_UNSURE: Final = (Certainty.POSSIBLE, Certainty.PROBABLE)


@dataclass(frozen=True, slots=True)
class Blamed:
    """A party put behind an event: the mention that names it best, where it stands, the basis."""

    mention: Mention
    places: tuple[tuple[int, int], ...]
    basis: Basis
    rule: str = "perpetrator"
    confidence: float = CONFIDENCE


@dataclass(frozen=True, slots=True)
class _Blame:
    """One place of the text that puts a party behind an event."""

    mention: Mention
    at: Words
    basis: Basis
    voice: bool = False


class PartyReader:
    """Reads who acted out of the analysis of one article.

    A party that stands only in a denial is never among them.
    """

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self._about_what: dict[ReportKind, list[tuple[Report, Words | None]]] = {}
        said = [(r.content, r) for r in analysis.reports if r.content is not None]
        self._denied = Stretches(
            (*place, report) for place, report in said if report.kind is ReportKind.DENIES
        )
        self._said = Stretches(
            (*place, report) for place, report in said if report.kind is not ReportKind.DENIES
        )

    def is_denied(self, words: Words) -> bool:
        """Whether the words stand inside a denial."""
        return bool(self._denied.around(words.start, words.end))

    def blamed(self, one: Cluster) -> list[Blamed]:
        """The parties of one event, each once, with the strongest basis."""
        blames = [
            *self._agents(one),
            *self._claimants(one),
            *self._accused(one),
            *self._holders(one),
        ]
        blames = [blame for blame in blames if not _is_told_for(blame, blames)]
        found: list[Blamed] = []
        parties = distinct([blame.mention for blame in blames])
        for mention in parties:
            if any(_stands_for(mention, other) for other in parties):
                continue
            alike = [
                blame
                for blame in blames
                if same(blame.mention, mention) or _stands_for(blame.mention, mention)
            ]
            basis = min((blame.basis for blame in alike), key=_ORDER.index)
            places = tuple((blame.at.start, blame.at.end) for blame in alike)
            found.append(Blamed(mention, places, basis))
        return found

    def _agents(self, one: Cluster) -> Iterator[_Blame]:
        """Parties that grammar makes the ones who act."""
        for predication in one.predications:
            if self.is_denied(predication.anchor):
                continue
            for mention in predication.agents:
                resolved = self._resolved(mention)
                if resolved is None or self.is_denied(mention.words):
                    continue
                basis = Basis.SUSPECTED if predication.suspected else self._basis(mention, resolved)
                yield _Blame(resolved, mention.words, basis, voice=mention.voice)

    def _holders(self, one: Cluster) -> Iterator[_Blame]:
        """Parties from whose positions it was fired: suspected, no more."""
        for place in one.all("launches"):
            if place.owner is not None and not self.is_denied(place.words):
                yield _Blame(place.owner, place.words, Basis.SUSPECTED)

    def _claimants(self, one: Cluster) -> Iterator[_Blame]:
        """Parties that claim the event for themselves."""
        for report in self._about(one, ReportKind.CLAIMS):
            speaker = report.on_behalf_of or report.source
            if speaker is not None:
                yield _Blame(speaker, report.cue, Basis.CLAIMED)

    def _accused(self, one: Cluster) -> Iterator[_Blame]:
        """Parties that an accusation names."""
        for report in self._about(one, ReportKind.ACCUSES):
            basis = Basis.SUSPECTED if report.certainty in _UNSURE else Basis.ATTRIBUTED
            for mention in report.accused:
                yield _Blame(mention, mention.words, basis)

    def ordering(self, one: Cluster) -> list[tuple[Mention, Words]]:
        """Who is said to have ordered the event, each once, with the words that say so."""
        found: list[tuple[Mention, Words]] = []
        for mention in one.all("ordered_by"):
            who = self._resolved(mention)
            denied = self.is_denied(mention.words)
            if who is not None and not denied and not any(same(who, other) for other, _ in found):
                found.append((who, mention.words))
        return found

    def _about(self, one: Cluster, kind: ReportKind) -> Iterator[Report]:
        mine = {id(p.anchor) for p in one.predications}
        for report, nearest in self._nearest(kind):
            if id(nearest) in mine:
                yield report

    def _nearest(self, kind: ReportKind) -> list[tuple[Report, Words | None]]:
        """The reports of one kind, each with the event word that it is about."""
        if kind not in self._about_what:
            self._about_what[kind] = [
                (report, nearest_anchor(report, self.analysis.predications))
                for report in self.analysis.reports
                if report.kind is kind
            ]
        return self._about_what[kind]

    def _resolved(self, mention: Mention) -> Mention | None:
        """«their aircraft», «we» in somebody's speech are the speaker's; «we» of nobody is none."""
        if not mention.voice and (not mention.possessed or mention.entity is not None):
            return mention
        for report in self._covering(mention.words):
            speaker = report.on_behalf_of or report.source
            if speaker is None:
                continue
            if mention.voice:
                return replace(speaker, possessed=True) if _can_act(speaker) else None
            return replace(
                mention,
                entity=speaker.entity,
                canonical_en=speaker.canonical_en,
                country=speaker.country,
            )
        return None if mention.voice else mention

    def _covering(self, words: Words) -> list[Report]:
        """The reports in whose content the words stand, the innermost first."""
        found = [
            (report.content[0], report)
            for report in self._said.around(words.start, words.end)
            if report.content is not None
        ]
        return [report for _, report in sorted(found, key=lambda one: -one[0])]

    def _basis(self, mention: Mention, resolved: Mention) -> Basis:
        """On whose word the text names the party at this place."""
        covering = self._covering(mention.words)
        if any(report.certainty in _UNSURE for report in covering):
            return Basis.SUSPECTED
        speaking = [report for report in covering if report.source is not None]
        if not speaking:
            return Basis.STATED_AS_FACT
        own = any(
            report.kind is ReportKind.CLAIMS or speaks_of_own(report, resolved)
            for report in speaking
        )
        return Basis.CLAIMED if own else Basis.ATTRIBUTED


def _is_told_for(blame: _Blame, blames: Sequence[_Blame]) -> bool:
    """«استهدفنا» in an official's mouth: the forces of his state, where the text names them."""
    country = blame.mention.country
    return (
        blame.voice
        and country is not None
        and any(other.mention.country == country and not other.voice for other in blames)
    )


def _stands_for(place: Mention, party: Mention) -> bool:
    """«واشنطن», «إسرائيل»: a place that acts for its state, beside the forces of that state."""
    return (
        place.kind is MentionKind.PLACE
        and place.country is not None
        and party.country == place.country
        and (party.kind is not MentionKind.PLACE or _is_finer(place, party))
        and (party.target_kind is TargetKind.STATE_FORCES or party.kind is MentionKind.PLACE)
    )


def _is_finer(place: Mention, other: Mention) -> bool:
    return (
        place.precision is not SpatialPrecision.COUNTRY
        and other.precision is SpatialPrecision.COUNTRY
    )


def nearest_anchor(report: Report, predications: Sequence[Predication]) -> Words | None:
    """The event word that a report is about: inside what is said, else the last before it."""
    if report.content is not None:
        inside = [p for p in predications if p.anchor.within(*report.content)]
        if inside:
            told = [p for p in inside if not p.definite]  # «that strike» may point to nothing kept
            return (told or inside)[0].anchor
    before = [p.anchor for p in predications if p.anchor.start <= report.cue.start]
    if before:
        return max(before, key=lambda anchor: anchor.start)
    return predications[0].anchor if predications else None


def _can_act(speaker: Mention) -> bool:
    """Whether one who says "we" of a deed can have done it: no outlet, witness or monitor."""
    return speaker.source_kind not in _ONLOOKERS
