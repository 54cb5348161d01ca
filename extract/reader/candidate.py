"""Candidates: what may play a role in an event, by grammar, by the reader, or by both."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from extract.analysis import Analysis, Mention, MentionKind, Words
from extract.assemble.sameness import same
from extract.assemble.stretches import Stretches
from extract.reader.label import KINDS, Role
from extract.reader.opinion import Opinion
from extract.reader.stretch import Stretch
from extract.record import TargetKind

Place = tuple[int, int]

_ALIKE: Final = 0.5
_MOST: Final = 12  # occurrences of a name that are looked at


@dataclass(frozen=True)
class Candidate:
    """Something that may play a role.

    Attributes:
        mention: It.
        places: Where the text names it in the role.
        rule: What found it; ``None`` for the reader alone.
        vague: Grammar found it only because it stands nearby.
        chance: How likely the reader thinks it, not calibrated.
    """

    mention: Mention
    places: tuple[Place, ...]
    rule: str | None
    vague: bool
    chance: float


class Mentions:
    """The mentions of an article, to be found by place; new ones are made of bare words."""

    def __init__(self, text: str, analysis: Analysis) -> None:
        self.text = text
        sources = [r.source for r in analysis.reports if r.source is not None]
        arguments = [
            mention
            for p in analysis.predications
            for mention in (*p.agents, *p.targets, *p.weapons, *p.launches, *p.places)
        ]
        known = [*analysis.mentions, *sources, *arguments]
        self._known = Stretches(
            (m.words.start, m.words.end, m) for m in known if not m.anaphoric and not m.voice
        )
        self._sentences = [start for start, _ in analysis.sentences]

    def at(self, stretch: Stretch, kind: MentionKind) -> Mention:
        """The mention that fills most of a stretch, else that it is a part of, else its words."""
        best, most = None, _ALIKE
        for mention in self._known.meeting(stretch.start, stretch.end):
            share = _shared(stretch, mention.words)
            better = share > most or (share == most and best is None)
            if better or (share == most and best is not None and best.entity is None):
                best, most = mention, share
        if best is None:
            around = self._known.around(stretch.start, stretch.end)  # «السريع» of «الدعم السريع»
            best = min(around, key=lambda m: m.words.end - m.words.start, default=None)
        return best or Mention(self.words(stretch.start, stretch.end), kind)

    def words(self, start: int, end: int) -> Words:
        """Words of the text with their sentence."""
        return Words(start, end, self.text[start:end], self.sentence(start))

    def sentence(self, place: int) -> int:
        """The sentence at a place."""
        return max(0, bisect_right(self._sentences, place) - 1)

    def occurrences(self, mention: Mention) -> list[Place]:
        """Its own place, and others where the same words stand."""
        words = mention.words
        found = [(words.start, words.end)]
        start = self.text.find(words.text)
        while start >= 0 and len(found) < _MOST:
            end = start + len(words.text)
            if (start, end) != found[0] and not self.text[end : end + 1].isalnum():
                found.append((start, end))
            start = self.text.find(words.text, start + 1)
        return found


def chance_of(opinion: Opinion, role: Role, places: Iterable[Place]) -> float:
    """The highest probability of a role among places."""
    return max((opinion.of(role, *place) for place in places), default=0.0)


def gathered(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Each thing once: grammar's before the reader's, the likelier before the less likely.

    What both found keeps grammar's mention, and the higher probability.
    """
    kept: list[Candidate] = []
    for new in sorted(candidates, key=lambda one: (one.rule is None, -one.chance)):
        for number, old in enumerate(kept):
            if same(old.mention, new.mention) or _meet(old.mention.words, new.mention.words):
                places = tuple(dict.fromkeys((*old.places, *new.places)))
                chance = max(old.chance, new.chance)
                kept[number] = Candidate(old.mention, places, old.rule, old.vague, chance)
                break
        else:
            kept.append(new)
    return kept


def target_kind(opinion: Opinion, mention: Mention) -> TargetKind:
    """What a thing is as a target: as known, else as the reader thinks."""
    if mention.target_kind is not None:
        return mention.target_kind
    words = mention.words
    return KINDS[opinion.likeliest(opinion.kinds, words.start, words.end)]


def _shared(stretch: Stretch, words: Words) -> float:
    """Characters in common over characters of both."""
    common = min(stretch.end, words.end) - max(stretch.start, words.start)
    whole = max(stretch.end, words.end) - min(stretch.start, words.start)
    return max(0, common) / max(1, whole)


def _meet(one: Words, other: Words) -> bool:
    return one.start < other.end and other.start < one.end
