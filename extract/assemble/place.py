"""Places: where an event took place, by grammar, by what it hit, else by what stands nearby."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from extract.analysis import Analysis, Mention, MentionKind
from extract.assemble.cluster import Cluster
from extract.assemble.evidence import CONFIDENCE, CONTEXT_CONFIDENCE, evidence
from extract.record import Place, SpatialPrecision

_COARSE: Final = (SpatialPrecision.COUNTRY, SpatialPrecision.ADMIN1)
_PLACES: Final = (MentionKind.PLACE, MentionKind.FACILITY)


class PlaceReader:
    """Reads where the events of one article took place."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self._useful = {
            sentence: [m for m in mentions if m.placed or m.precision not in _COARSE]
            for sentence, mentions in self.by_sentence().items()
        }
        self._placed = [m for _, places in sorted(self._useful.items()) for m in places if m.placed]

    def by_sentence(self) -> dict[int, list[Mention]]:
        """The places and facilities that each sentence names."""
        places: dict[int, list[Mention]] = {}
        for mention in self.analysis.mentions:
            if mention.kind in _PLACES and not mention.anaphoric:
                places.setdefault(mention.words.sentence, []).append(mention)
        return places

    def place(self, one: Cluster) -> tuple[Place, Mention] | None:
        """Where the event took place, with the mention that says so; ``None`` when nothing does."""
        best, confidence, rule = self._best(one)
        if best is None:
            return None
        place = Place(
            **evidence(best.words, rule, confidence),
            canonical_en=best.canonical_en,
            country=best.country,
            entity=best.entity,
            precision=best.precision,
        )
        return place, best

    def _best(self, one: Cluster) -> tuple[Mention | None, float, str]:
        """The finest place that grammar gives, else the target's, else one that stands nearby."""
        own = [m for m in one.all("places") if not m.anaphoric]
        targets = [m for m in one.all("targets") if m.kind in _PLACES and not m.anaphoric]
        fine = [m for m in own if m.precision not in _COARSE]
        known = [m for m in targets if m.kind is MentionKind.FACILITY and m.entity is not None]
        for mentions in (known, fine, targets):
            if mentions:
                return mentions[0], CONFIDENCE, "place"
        nearby = self._nearby(one)
        if nearby is not None and (not own or nearby.precision not in _COARSE):
            return nearby, CONTEXT_CONFIDENCE, "place.context"
        if own:
            return own[0], CONFIDENCE, "place"
        anaphoric = one.all("places")
        return (anaphoric[0] if anaphoric else None), CONTEXT_CONFIDENCE, "place.anaphoric"

    def _nearby(self, one: Cluster) -> Mention | None:
        """The place that the event's sentence, else the article before it, speaks of."""
        sentences = {p.anchor.sentence for p in one.predications}
        start = one.predications[0].anchor.start
        own = [m for sentence in sorted(sentences) for m in self._useful.get(sentence, ())]
        placed = [m for m in own if m.placed] or own
        if placed:
            return min(placed, key=lambda m: (_coarseness(m), abs(m.words.start - start)))
        earlier = bisect_left(self._placed, min(sentences), key=lambda m: m.words.sentence)
        return self._placed[max(0, earlier - 1)] if self._placed else None


def _coarseness(mention: Mention) -> int:
    return int(mention.precision in _COARSE)


__all__ = ["PlaceReader"]
