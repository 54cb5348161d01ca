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
            sentence: [
                m for m in mentions if not _is_guess(m) and (m.placed or m.precision not in _COARSE)
            ]
            for sentence, mentions in self.by_sentence().items()
        }
        self._placed = [m for _, places in sorted(self._useful.items()) for m in places if m.placed]
        self._exact = [m for m in self._placed if not _vagueness(m)]

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
        fine.sort(key=lambda m: m.precision is SpatialPrecision.DISTRICT)
        known = [m for m in targets if m.kind is MentionKind.FACILITY and m.entity is not None]
        exact = [m for m in fine if not m.relative]
        for mentions in (known, exact, targets):
            if mentions:
                return mentions[0], CONFIDENCE, "place"
        nearby = self._nearby(one)
        if nearby is not None and (
            not own or self._is_finer(nearby, min(own, key=_vagueness), one)
        ):
            return nearby, CONTEXT_CONFIDENCE, "place.context"
        if own:
            return min(own, key=_vagueness), CONFIDENCE, "place"
        anaphoric = one.all("places")
        return (anaphoric[0] if anaphoric else None), CONTEXT_CONFIDENCE, "place.anaphoric"

    @staticmethod
    def _is_finer(nearby: Mention, own: Mention, one: Cluster) -> bool:
        """Whether a place nearby says better where it was than the wide one that grammar gives.

        A town beats a country wherever it stands; it beats a region in the event's own sentences.
        """
        if nearby.precision in _COARSE:
            return False
        sentences = {p.anchor.sentence for p in one.predications}
        return own.precision is SpatialPrecision.COUNTRY or nearby.words.sentence in sentences

    def _nearby(self, one: Cluster) -> Mention | None:
        """The place that the event's sentence, else the article before it, speaks of."""
        sentences = {p.anchor.sentence for p in one.predications}
        start = one.predications[0].anchor.start
        own = [m for sentence in sorted(sentences) for m in self._useful.get(sentence, ())]
        placed = [m for m in own if m.placed] or own
        if placed:
            return min(placed, key=lambda m: (_vagueness(m), abs(m.words.start - start)))
        earlier = bisect_left(self._placed, min(sentences), key=lambda m: m.words.sentence)
        if not earlier:
            return self._placed[0] if self._placed else None
        named = bisect_left(self._exact, min(sentences), key=lambda m: m.words.sentence)
        return self._exact[named - 1] if named else self._placed[earlier - 1]


def _vagueness(mention: Mention) -> int:
    """Nought for a place by its name; more for a direction from one, a region, a country."""
    if mention.precision is SpatialPrecision.COUNTRY:
        return 2
    return int(mention.precision in _COARSE or mention.relative)


def _is_guess(mention: Mention) -> bool:
    """Whether only its place in the sentence makes the unknown word a place."""
    unnamed = mention.entity is None and mention.precision is None
    return unnamed and mention.kind is MentionKind.PLACE


__all__ = ["PlaceReader"]
