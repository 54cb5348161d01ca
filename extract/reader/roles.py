"""Roles: who and what plays a part in an event, by grammar and by the reader, judged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from extract.analysis import Mention, MentionKind
from extract.assemble.cluster import Cluster
from extract.assemble.evidence import CONTEXT_CONFIDENCE, evidence
from extract.assemble.party import Blamed
from extract.assemble.sameness import contains
from extract.assemble.target import Hit
from extract.reader.candidate import Candidate, Mentions, chance_of, gathered, target_kind
from extract.reader.events import RULE
from extract.reader.judge import Judge, Matter, fact_features
from extract.reader.label import BASES, Role
from extract.reader.opinion import Opinion
from extract.reader.view import View
from extract.record import Place

_PLACES: Final = (MentionKind.PLACE, MentionKind.FACILITY)
_ROLE: Final = {
    Matter.PERPETRATOR: (Role.PERPETRATOR, MentionKind.ACTOR),
    Matter.TARGET: (Role.TARGET, MentionKind.OBJECT),
    Matter.WEAPON: (Role.WEAPON, MentionKind.WEAPON),
    Matter.LAUNCH: (Role.LAUNCH, MentionKind.PLACE),
    Matter.PLACE: (Role.PLACE, MentionKind.PLACE),
}
_UNFIT: Final[dict[Matter, tuple[MentionKind, ...]]] = {
    Matter.PERPETRATOR: (MentionKind.FACILITY, MentionKind.VICTIM),
    Matter.TARGET: (),
    Matter.WEAPON: (*_PLACES, MentionKind.ACTOR, MentionKind.PERSON, MentionKind.VICTIM),
    Matter.LAUNCH: (MentionKind.WEAPON, MentionKind.VICTIM),
    Matter.PLACE: (MentionKind.WEAPON, MentionKind.VICTIM),
}
"""What is not taken for a role on the reader's word alone."""
_ON_THE_MAP: Final = 1.6
_LEAST_ALONE: Final = 0.35
"""What the reader alone says is not stated below this, whatever the threshold."""
_EITHER: Final = (Role.PERPETRATOR, Role.TARGET, Role.WEAPON)
"""Roles of which words play only one in an event."""

_Told = tuple[Mention, tuple[tuple[int, int], ...], str, bool]
"""What grammar found: the mention, its places, the rule, and whether it only stands nearby."""


class RoleReader:
    """Judges the roles in one event.

    Args:
        mentions: The mentions of the article.
        judge: The judge.
        denied: Where the article denies something: nobody is blamed by that.
        one: The event.
        view: What the reader thinks of it.
    """

    def __init__(
        self,
        mentions: Mentions,
        judge: Judge,
        denied: Sequence[tuple[int, int]],
        one: Cluster,
        view: View,
    ) -> None:
        self._mentions = mentions
        self._judge = judge
        self._denied = denied
        self._one = one
        self._view = view

    def perpetrators(self, found: Sequence[Blamed]) -> list[Blamed]:
        """Who acted."""
        opinion = self._view.opinion
        given = {id(blamed.mention): blamed for blamed in found}
        told = [(b.mention, b.places, b.rule, False) for b in found]
        result = []
        for candidate, chance in self._accepted(Matter.PERPETRATOR, told):
            blamed = given.get(id(candidate.mention))
            if blamed is not None:
                result.append(replace(blamed, confidence=chance))
            elif not self._is_denied(candidate):
                words = candidate.mention.words
                basis = BASES[opinion.likeliest(opinion.bases, words.start, words.end)]
                result.append(Blamed(candidate.mention, candidate.places, basis, RULE, chance))
        return result

    def targets(self, found: Sequence[Hit]) -> list[Hit]:
        """What was hit, with its kind."""
        hits = self.hits(Matter.TARGET, found)
        kinds = [target_kind(self._view.opinion, hit.mention) for hit in hits]
        return [
            replace(hit, mention=replace(hit.mention, target_kind=kind))
            for hit, kind in zip(hits, kinds, strict=True)
        ]

    def hits(self, matter: Matter, found: Sequence[Hit]) -> list[Hit]:
        """Things in one role."""
        told = [(hit.mention, hit.places, hit.rule, False) for hit in found]
        return [
            Hit(candidate.mention, candidate.places, candidate.rule or RULE, chance)
            for candidate, chance in self._accepted(matter, told)
        ]

    def place(self, found: tuple[Place, Mention] | None) -> tuple[Place, Mention] | None:
        """Where it took place: the likeliest, if it is likely enough.

        A place that the gazetteer knows is taken before bare words that are little likelier; one
        that grammar ties to the event stands unless the reader has a better one.
        """
        told: list[_Told] = []
        if found is not None:
            place, mention = found
            vague = place.confidence <= CONTEXT_CONFIDENCE
            told = [(mention, ((mention.words.start, mention.words.end),), place.rule, vague)]
        accepted = self._accepted(Matter.PLACE, told)
        if not accepted:
            sure = found is not None and not told[0][3] and found[1].entity is not None
            return found if sure else None
        best, chance = max(accepted, key=_worth)
        inner = [one for one in accepted if contains(best.mention, one[0].mention)]
        if inner:  # a town is told with its region: the narrower place is where it happened
            best, chance = max(inner, key=_worth)
        mention = best.mention
        known = mention.kind in _PLACES
        made = Place(
            **evidence(mention.words, best.rule or RULE, chance),
            canonical_en=mention.canonical_en,
            country=mention.country if known else None,
            entity=mention.entity if known else None,
            precision=mention.precision,
        )
        return made, mention

    def _accepted(self, matter: Matter, told: Sequence[_Told]) -> list[tuple[Candidate, float]]:
        """The candidates that are likely enough: grammar's first, then in the order of the text."""
        judged = []
        for candidate in gathered([*self._of_rules(matter, told), *self._of_reader(matter)]):
            rule = candidate.rule is not None
            features = fact_features(
                candidate.chance, self._view.odds, rule=rule, vague=candidate.vague
            )
            sure = self._judge.chance(matter, features, (self._one, candidate.mention))
            enough = rule or sure >= _LEAST_ALONE
            if enough and self._judge.accepts(matter, sure):
                judged.append((candidate, sure))
        return sorted(judged, key=lambda one: (one[0].rule is None, one[0].mention.words.start))

    def _of_rules(self, matter: Matter, told: Sequence[_Told]) -> list[Candidate]:
        role, _ = _ROLE[matter]
        return [
            Candidate(mention, places, rule, vague, self._chance(role, mention, places))
            for mention, places, rule, vague in told
        ]

    def _chance(self, role: Role, mention: Mention, places: tuple[tuple[int, int], ...]) -> float:
        every = (*places, *self._mentions.occurrences(mention))
        return chance_of(self._view.opinion, role, every)

    def _of_reader(self, matter: Matter) -> list[Candidate]:
        role, kind = _ROLE[matter]
        opinion = self._view.opinion
        weapons = [] if matter is Matter.WEAPON else [m.words for m in self._one.all("weapons")]
        found = []
        for stretch in opinion.stretches(role):
            mention = self._mentions.at(stretch, kind)
            place = (stretch.start, stretch.end)
            unfit = mention.kind in _UNFIT[matter] or any(
                stretch.meets(words.start, words.end) for words in weapons
            )
            if not unfit and not _is_rather(opinion, role, place):
                found.append(Candidate(mention, (place,), None, False, stretch.chance))
        return found

    def _is_denied(self, candidate: Candidate) -> bool:
        return all(
            any(start <= first and last <= end for start, end in self._denied)
            for first, last in candidate.places
        )


def _worth(judged: tuple[Candidate, float]) -> float:
    """Probability of a place, more for one on the map."""
    candidate, chance = judged
    known = candidate.mention.kind in _PLACES and candidate.mention.entity is not None
    return chance * (_ON_THE_MAP if known else 1.0)


def _is_rather(opinion: Opinion, role: Role, place: tuple[int, int]) -> bool:
    """Whether the reader takes the words rather for another role that excludes this one."""
    mine = opinion.of(role, *place)
    others = [opinion.of(other, *place) for other in _EITHER if other is not role]
    return role in _EITHER and max(others) > mine
