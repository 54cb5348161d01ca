"""Claims: who says what of an event, by grammar and by the trained reader."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from extract.analysis import Mention, MentionKind, Words
from extract.assemble.claim import Facts, source_of
from extract.assemble.sameness import overlap, same
from extract.reader.candidate import Mentions
from extract.reader.events import RULE
from extract.reader.judge import Judge, Matter, odds
from extract.reader.label import CERTAINTIES, CLAIMS, Role
from extract.reader.stretch import Stretch
from extract.reader.view import View
from extract.record import Attribution, Certainty, ClaimKind, SourceKind, TargetKind
from extract.span import Span

_ALIKE: Final = 0.5
_BLAMING: Final = (
    ClaimKind.PERPETRATOR,
    ClaimKind.RESPONSIBILITY_CLAIM,
    ClaimKind.DENIAL,
)
_LEAST_BLAME: Final = 0.5
"""To be stated on the reader's word alone, that somebody blames, owns or denies needs this."""
_MUTE: Final = (
    MentionKind.FACILITY,
    MentionKind.WEAPON,
    MentionKind.VICTIM,
    MentionKind.OBJECT,
)
_LEAST_CLAIM: Final = 0.1
_PATHS: Final = {
    ClaimKind.CASUALTIES: "casualties/",
    ClaimKind.TARGET: "targets/",
    ClaimKind.MOTIVE: "motives/",
}


@dataclass(frozen=True)
class Said:
    """A claim that may be in the text: its kind, the speaker, and what the reader thinks.

    ``told`` is grammar's attribution; without it, the reader alone sees the claim.
    """

    kind: ClaimKind
    source: Stretch
    names: tuple[str, ...]
    speaking: float
    claiming: float
    told: Attribution | None = None

    def features(self, event: float) -> tuple[float, ...]:
        """What it is judged by, given the log odds that its event is one."""
        rule = float(self.told is not None)
        chance = odds(self.speaking * self.claiming)
        return rule, odds(self.speaking), odds(self.claiming), chance, rule * chance, event


class ClaimReader:
    """Judges the claims about one event."""

    def __init__(self, mentions: Mentions, view: View, judge: Judge) -> None:
        self._mentions = mentions
        self._opinion = view.opinion
        self._event = view.odds
        self._judge = judge
        self._cues = view.opinion.stretches(Role.CUE)

    def claims(self, facts: Facts, found: Sequence[Attribution]) -> list[Attribution]:
        """The claims that hold, in the order of the text; the outlet's own stay as they are."""
        own = [one for one in found if one.source is None]
        denying = [said for said in map(self._of_rule, found) if said and _is_denial(said)]
        kept = []
        for said in self._gathered(found):
            chance = self._judge.chance(
                Matter.CLAIM, said.features(self._event), (facts.event, said)
            )
            if not self._judge.accepts(Matter.CLAIM, chance) or _is_rash(said, chance, denying):
                continue
            if said.told is None:
                kept.append(self._made(said, facts, chance))
            else:
                kept.append(said.told.model_copy(update={"confidence": chance}))
        return sorted((*own, *kept), key=_place)

    def _gathered(self, found: Sequence[Attribution]) -> list[Said]:
        """Each speaker's claim of a kind once, grammar's before the reader's."""
        told = [said for said in map(self._of_rule, found) if said is not None]
        alone = sorted(self._of_reader(), key=lambda one: -one.speaking * one.claiming)
        kept = list(told)
        for new in alone:
            twin = next((n for n, old in enumerate(kept) if _is_twin(old, new)), None)
            if twin is None:
                kept.append(new)
            elif kept[twin].speaking * kept[twin].claiming < new.speaking * new.claiming:
                kept[twin] = replace(kept[twin], speaking=new.speaking, claiming=new.claiming)
        return kept

    def _of_rule(self, told: Attribution) -> Said | None:
        """Grammar's claim as judged; ``None`` for the outlet's own."""
        source = told.source
        if source is None:
            return None
        words = Words(source.start, source.end, source.text, told.sentence)
        places = self._mentions.occurrences(Mention(words, MentionKind.ACTOR))
        speaking, place = max((self._opinion.of(Role.SOURCE, *place), place) for place in places)
        stretch = Stretch(*place, speaking)
        names = (source.text, source.canonical_en or "")
        return Said(told.claim, stretch, names, speaking, self._claiming(stretch, told.claim), told)

    def _of_reader(self) -> Iterator[Said]:
        for stretch in self._opinion.stretches(Role.SOURCE):
            speaker = self._mentions.at(stretch, MentionKind.ACTOR)
            if speaker.kind in _MUTE:
                continue
            names = (speaker.words.text, speaker.canonical_en or "")
            for kind in CLAIMS:
                claiming = self._claiming(stretch, kind)
                if claiming > _LEAST_CLAIM:
                    yield Said(kind, stretch, names, stretch.chance, claiming)

    def _claiming(self, stretch: Stretch, kind: ClaimKind) -> float:
        pieces = self._opinion.cut.covering(stretch.start, stretch.end)
        if not pieces:
            return 0.0
        return float(self._opinion.claims[pieces, CLAIMS.index(kind)].mean())

    def _made(self, said: Said, facts: Facts, chance: float) -> Attribution:
        start, end = said.source.start, said.source.end
        speaker = self._mentions.at(said.source, MentionKind.ACTOR)
        if speaker.source_kind is None:
            speaker = replace(speaker, source_kind=_kind(speaker, said.kind))
        sentence = self._mentions.sentence(start)
        certainty = CERTAINTIES[self._opinion.likeliest(self._opinion.certainties, start, end)]
        return Attribution(
            source=source_of(speaker),
            claim=said.kind,
            about=self._about(said.kind, speaker, facts, start),
            certainty=certainty,
            cue_span=self._cue(start, end, sentence),
            sentence=sentence,
            rule=RULE,
            confidence=chance,
        )

    def _about(self, kind: ClaimKind, speaker: Mention, facts: Facts, start: int) -> list[str]:
        """The facts of the event that a claim of this kind speaks of.

        An accusation is tied to the accused that stands nearest, never to the speaker.
        """
        if kind is ClaimKind.OCCURRENCE:
            return ["occurrence"]
        if kind is ClaimKind.RESPONSIBILITY_CLAIM:
            return [path for path, agent in facts.agents.items() if same(agent, speaker)]
        if kind is ClaimKind.PERPETRATOR:
            others = [path for path, agent in facts.agents.items() if not same(agent, speaker)]
            return sorted(others, key=lambda path: _apart(facts, path, start))[:1]
        prefix = _PATHS.get(kind)
        paths = [path for path in facts.spans if prefix and path.startswith(prefix)]
        sentence = self._mentions.sentence(start)
        beside = [
            path
            for path in paths
            if any(self._mentions.sentence(first) == sentence for first, _ in facts.spans[path])
        ]
        return beside or paths

    def _cue(self, start: int, end: int, sentence: int) -> Span | None:
        """The words of reporting nearest to the speaker in its sentence."""
        beside = [
            cue
            for cue in self._cues
            if self._mentions.sentence(cue.start) == sentence and not cue.meets(start, end)
        ]
        if not beside:
            return None
        cue = min(beside, key=lambda cue: max(cue.start - end, start - cue.end))
        return Span(text=self._mentions.text[cue.start : cue.end], start=cue.start, end=cue.end)


def _is_rash(said: Said, chance: float, denying: Sequence[Said]) -> bool:
    """Whether the reader alone, not sure, has somebody blame, own or deny an act.

    Who denies an act, by grammar, is not made to own it, however sure the reader is.
    """
    if said.told is not None or said.kind not in _BLAMING:
        return False
    owning = said.kind is ClaimKind.RESPONSIBILITY_CLAIM
    return chance < _LEAST_BLAME or (owning and any(_is_speaker(one, said) for one in denying))


def _is_denial(said: Said) -> bool:
    denied = said.told is not None and said.told.certainty is Certainty.DENIED
    return denied or said.kind is ClaimKind.DENIAL


def _is_twin(old: Said, new: Said) -> bool:
    return old.kind is new.kind and _is_speaker(old, new)


def _is_speaker(old: Said, new: Said) -> bool:
    if old.source.meets(new.source.start, new.source.end):
        return True
    return any(overlap(a, b) >= _ALIKE for a in old.names for b in new.names if a and b)


def _kind(speaker: Mention, claim: ClaimKind) -> SourceKind:
    """What sort of speaker somebody is of whom no word-list says it."""
    armed = speaker.target_kind is TargetKind.ARMED_GROUP
    if armed or claim is ClaimKind.RESPONSIBILITY_CLAIM:
        return SourceKind.ARMED_GROUP
    return SourceKind.OFFICIAL


def _apart(facts: Facts, path: str, start: int) -> int:
    return min(abs(first - start) for first, _ in facts.spans[path])


def _place(one: Attribution) -> tuple[int, int]:
    source = one.source or one.cue_span
    return one.sentence, source.start if source is not None else 0
