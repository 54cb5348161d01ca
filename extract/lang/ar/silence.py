"""Silence: «لم تعلن أي جهة مسؤوليتها», «لم يعلّق الجيش», «رفض متحدث التعليق»."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from extract.analysis import Report, ReportKind
from extract.lang.ar.item import Item, Kind
from extract.lang.ar.lexicon import Silence
from extract.lang.ar.mention import MentionMaker
from extract.lang.ar.speaker import Speaker, SpeakerReader
from extract.lang.ar.word import Word
from extract.record import Certainty, ClaimKind

_REACH: Final = 14
_FROM_REACH: Final = 6
_FROM: Final = frozenset({"عن", "من"})
_ANYBODY: Final = frozenset({"اي", "ايه", "احد", "جهه", "جماعه", "طرف"})
_CLAIMING: Final = frozenset(
    {
        "تبني",
        "تبنيه",
        "تبنيها",
        "بتبنيه",
        "تبن",
        "مسووليه",
        "مسووليته",
        "مسووليتها",
        "وقوفه",
        "وقوفها",
        "مسووليتهم",
        "المسووليه",
        "وقوفهم",
    }
)
_UNKNOWN: Final = frozenset({"مجهوله", "مجهولا", "مجهول"})
_DOERS: Final = ("جهه", "الجهه", "هويه", "الفاعل", "المنفذ", "الجناه", "المهاجم")
_KNOWING: Final = frozenset({"تعرف", "يعرف", "تتضح", "يتضح", "تحدد", "يحدد"})
_CONFIRMING: Final = frozenset({"يوكد", "توكد", "ينف", "تنف", "ينفي", "تنفي", "ينفه", "تنفه"})
_CLAIM_VERBS: Final = ("تبن", "يتبن", "تتبن")
_STATING: Final = ("أعلن", "تبنى")


class SilenceFinder:
    """Finds the speech that did not come."""

    def __init__(
        self,
        words: Sequence[Word],
        maker: MentionMaker,
        speakers: SpeakerReader,
        silences: Mapping[str, Sequence[Silence]],
    ) -> None:
        self.words = words
        self.maker = maker
        self.speakers = speakers
        self._silences = silences

    def silences(self, items: Sequence[Item]) -> list[Report]:
        """At most one silence of each sentence."""
        for place, item in enumerate(items):
            if item.kind is Kind.VERB:
                withheld = self._withheld(items, place)
                if withheld is not None:
                    return [withheld]
            if item.kind is Kind.NEGATION and place + 1 < len(items):
                found = self._negated(items, place)
                if found is not None:
                    return [found]
            if item.phrase is not None and self._names_unknown_doer(items, place):
                return [self._silent(items, place, ClaimKind.PERPETRATOR, None)]
        return []

    def _withheld(self, items: Sequence[Item], place: int) -> Report | None:
        """«لم يعلّق الجيش», «رفض متحدث التعليق»: somebody named says nothing."""
        verb = self.words[items[place].first]
        negated = place > 0 and items[place - 1].kind is Kind.NEGATION
        start = place - 1 if negated else place
        behind = self.words[verb.index + 1 : min(items[-1].last + 1, verb.index + _REACH)]
        norms = {word.norm for word in behind}
        for silence in self._silences.get(verb.norm, ()):
            if (silence.after is not None) is not negated:
                continue
            if silence.needs and not norms.intersection(silence.needs):
                continue
            speaker = self._silent_one(items, start, place)
            if speaker is not None:
                return self._silent(items, start, silence.topic, speaker)
        return None

    def _silent_one(self, items: Sequence[Item], start: int, place: int) -> Speaker | None:
        """Who says nothing: behind the verb, before it, or behind «عن» or «من» after it."""
        ends = range(place + 2, min(len(items), place + _FROM_REACH))
        behind = [at for at in ends if self.words[items[at - 1].first].norm in _FROM]
        for at in (place + 1, start - 1, *behind):
            phrase = items[at].phrase if 0 <= at < len(items) else None
            if phrase is None or self.words[phrase.first].norm in _ANYBODY:
                continue
            speaker = self.speakers.read(items, at)
            if speaker is not None:
                return speaker
        return None

    def _negated(self, items: Sequence[Item], place: int) -> Report | None:
        first = items[place].first
        following = self.words[items[place + 1].first]
        norms = [w.norm for w in self.words[first : min(items[-1].last + 1, first + _REACH)]]
        if following.norm.startswith(_CLAIM_VERBS) or (
            _CLAIMING.intersection(norms) and self._may_state(following)
        ):
            return self._silent(items, place, ClaimKind.RESPONSIBILITY_CLAIM, None)
        if following.norm in _KNOWING and any(n.startswith(_DOERS) for n in norms):
            return self._silent(items, place, ClaimKind.PERPETRATOR, None)
        if following.norm in _CONFIRMING:
            speaker = self._beside(items, place)
            if speaker is not None:
                return self._silent(items, place, ClaimKind.OCCURRENCE, speaker)
        return None

    @staticmethod
    def _may_state(word: Word) -> bool:
        return word.norm in ("يصدر", "تصدر") or any(
            verb.past in _STATING for verb, _ in word.reports
        )

    def _names_unknown_doer(self, items: Sequence[Item], place: int) -> bool:
        phrase = items[place].phrase
        assert phrase is not None
        if not self.words[phrase.first].norm.startswith(_DOERS):
            return False
        end = min(items[-1].last + 1, phrase.last + 3)
        return any(w.norm in _UNKNOWN for w in self.words[phrase.first : end])

    def _beside(self, items: Sequence[Item], place: int) -> Speaker | None:
        """Who did not confirm: the phrase before the negation, else the one after the verb."""
        for at in (place - 1, place + 2):
            if 0 <= at < len(items) and items[at].phrase is not None:
                speaker = self.speakers.read(items, at)
                if speaker is not None:
                    return speaker
        return None

    def _silent(
        self, items: Sequence[Item], place: int, topic: ClaimKind | None, speaker: Speaker | None
    ) -> Report:
        last = min(place + 3, len(items) - 1)
        while last > place and items[last].kind is Kind.SIGN:
            last -= 1
        return Report(
            source=speaker.mention if speaker else None,
            kind=ReportKind.SILENT,
            certainty=Certainty.UNSTATED,
            cue=self.maker.span(items[place].first, items[last].last),
            content=None,
            rule="ar.report.silence",
            topic=topic,
            on_behalf_of=speaker.on_behalf_of if speaker else None,
        )
