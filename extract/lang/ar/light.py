"""Light verbs: verbs that say nothing of an act but who does or suffers it.

«شن … غارة», «قام … بقصف»: the subject acts; «تعرض … لقصف»: the subject is hit; «لم يشن … أي
غارة»: nothing happened.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from extract.lang.ar.frame import Frame
from extract.lang.ar.item import Item, Kind
from extract.lang.ar.lexicon import Sense
from extract.lang.ar.voice import VoiceReader
from extract.lang.ar.walk import ArgumentWalker
from extract.lang.ar.word import Word

_REACH: Final = 6
_HIT_REACH: Final = 10
_JOINT_REACH: Final = 7
_UNDERTAKEN: Final = frozenset(("ب", "علي", "الي", "من", "في"))


@dataclass(frozen=True, slots=True)
class LightVerb:
    """A light verb where it stands.

    Attributes:
        place: Its item in the sentence.
        left: The phrase before it that may be its subject.
        after: The bare phrases after it.
        nominal: The frames of the sentence that nouns opened, by their items.
        pronoun: It has an object pronoun.
    """

    place: int
    left: int | None
    after: Sequence[int]
    nominal: Mapping[int, Frame]
    pronoun: bool


class LightReader:
    """Gives the acts named beside light verbs their doers and targets."""

    def __init__(self, words: Sequence[Word], walker: ArgumentWalker, voices: VoiceReader) -> None:
        self.words = words
        self.walker = walker
        self.voices = voices

    def take(self, sense: Sense, items: Sequence[Item], verb: LightVerb, *, negated: bool) -> None:
        """Read one light verb; a negated one undoes the act that it names."""
        if sense is Sense.HIT:
            self._suffer(items, verb)
        elif negated:
            self._undo(items, verb)
        elif sense is Sense.UNDERTAKE:
            self._undertake(items, verb)
        else:
            self._do(items, verb)

    def _do(self, items: Sequence[Item], verb: LightVerb) -> None:
        """«شن … غارة»: the subject of the light verb acts in the event that its object names."""
        triggers = [p for p in verb.after if p in verb.nominal]
        if not triggers and not verb.pronoun:
            near = range(verb.place + 1, min(verb.place + _REACH, len(items)))
            triggers = [p for p in near if p in verb.nominal][:1]
        if not triggers:
            return
        others = [p for p in verb.after if p < triggers[0]]
        self._act(items, verb, verb.nominal[triggers[0]], others[0] if others else verb.left)

    def _undertake(self, items: Sequence[Item], verb: LightVerb) -> None:
        """«قامت الطائرات بقصف …»: the subject does the act named right after the preposition."""
        joint = next(
            (
                at
                for at in range(verb.place + 1, min(verb.place + _JOINT_REACH, len(items)))
                if items[at].kind is Kind.PREPOSITION
                and self.words[items[at].first].norm in _UNDERTAKEN
            ),
            None,
        )
        frame = verb.nominal.get(joint + 1) if joint is not None else None
        if joint is None or frame is None:
            return
        if frame.predication.anchor.start != self.words[items[joint + 1].first].start:
            return  # «من صد هجوم»: who foils an act has not done it
        between = [p for p in range(verb.place + 1, joint) if items[p].phrase is not None]
        self._act(items, verb, frame, between[0] if between else verb.left)

    def _act(
        self, items: Sequence[Item], verb: LightVerb, frame: Frame, subject: int | None
    ) -> None:
        """Make the subject, or whoever speaks, the doer of an act that has none yet."""
        if frame.predication.agents:
            return
        if subject is not None:
            self.walker.take(frame, "agents", items, subject)
            return
        voice = self.voices.voice(items, verb.place, self.words[items[verb.place].first])
        frame.predication.agents.extend([voice] if voice is not None else [])

    def _suffer(self, items: Sequence[Item], verb: LightVerb) -> None:
        """«تعرض … لقصف»: the subject of coming under fire is the target."""
        near = range(verb.place + 1, min(verb.place + _HIT_REACH, len(items)))
        frame = next((verb.nominal[p] for p in near if p in verb.nominal), None)
        others = (p for p in verb.after if p not in verb.nominal)
        subject = verb.left if verb.left is not None else next(others, None)
        if frame is not None and subject is not None and subject not in verb.nominal:
            self.walker.take(frame, "targets", items, subject)

    def _undo(self, items: Sequence[Item], verb: LightVerb) -> None:
        """«لم يشن … أي غارة»: what is denied did not happen."""
        for at in range(verb.place + 1, min(verb.place + 5, len(items))):
            if items[at].kind in (Kind.CONJUNCTION, Kind.VERB):
                return
            if at in verb.nominal:
                verb.nominal[at].merged = True
                return
