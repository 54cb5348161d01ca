"""Reports of speech: who says, accuses, claims, denies or keeps silent, how surely, and what.

Found by reporting verbs in both word orders, by nominal cues («بحسب», «وفق»), by clauses like
«حسبما أعلن», by impersonal hedges («يُعتقد أن») and by negated reporting («لم تعلن أي جهة»).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from extract.analysis import Mention, Report, ReportKind, Words
from extract.lang.ar.blame import BlameFinder
from extract.lang.ar.item import Item, Kind, Link
from extract.lang.ar.lexicon import Lexicon, NounClass, ReportVerb, Tag
from extract.lang.ar.mention import MentionMaker
from extract.lang.ar.speaker import Speaker, SpeakerReader
from extract.lang.ar.word import Word
from extract.record import Certainty, ClaimKind

_KINDS: Final = {
    "says": ReportKind.SAYS,
    "accuses": ReportKind.ACCUSES,
    "claims": ReportKind.CLAIMS,
    "denies": ReportKind.DENIES,
}
_TRAILING: Final = frozenset("حسبما كما ما".split())
_RESPONSIBILITY: Final = "مسووليت"
_ANYBODY: Final = frozenset("اي احد جهه ايه طرف".split())
_SILENT_VERBS: Final = frozenset("يصدر تصدر يعلق تعلق يرد ترد يوكد توكد ينف تنف ينفي تنفي".split())
_CLAIMING: Final = frozenset(
    "تبني تبنيه تبنيها بتبنيه تبن مسووليه مسووليته مسووليتها وقوفه وقوفها مسووليتهم".split()
)
_AMBIGUOUS: Final = frozenset(
    "بين حمل نقل القي كشف وصف نشر بث قدر سجل تابع خلص كتب اورد حذر".split()
)
_HEDGE_REACH: Final = 30
_FAR: Final = 10


class ReportFinder:
    """Finds the reports of one article."""

    def __init__(
        self,
        words: Sequence[Word],
        sentences: Sequence[Sequence[Item]],
        maker: MentionMaker,
        lexicon: Lexicon,
    ) -> None:
        self.words = words
        self.sentences = sentences
        self.maker = maker
        self.lexicon = lexicon
        self.speakers = SpeakerReader(words, maker)
        self.blame = BlameFinder(words, maker)

    def reports(self) -> list[Report]:
        """All reports in the order of the text."""
        found: list[Report] = []
        for items in self.sentences:
            for place, item in enumerate(items):
                if item.bracketed:
                    continue
                report: Report | None = None
                if item.kind is Kind.VERB:
                    report = self._of_verb(items, place)
                elif item.kind is Kind.PREPOSITION and item.link is Link.SOURCE:
                    report = self._of_cue(items, place)
                if report is not None:
                    found.append(report)
            hedges = self._hedges(items)
            found = [part for one in found for part in self._split(one, hedges)]
            found.extend(hedges)
            found.extend(self._silences(items))
        return found

    @staticmethod
    def _split(report: Report, hedges: Sequence[Report]) -> list[Report]:
        """Cut what is said at a hedge inside it: what follows the hedge is less sure."""
        if report.kind is not ReportKind.SAYS or report.content is None or report.source is None:
            return [report]
        start, end = report.content
        for hedge in hedges:
            cue = hedge.cue
            if start + _HEDGE_REACH <= cue.start and cue.end < end:
                sure = replace(report, content=(start, cue.start))
                unsure = replace(
                    report, content=(cue.start, end), certainty=hedge.certainty, cue=cue
                )
                return [sure, unsure]
        return [report]

    # -- verbs ----------------------------------------------------------------------------------

    def _of_verb(self, items: Sequence[Item], place: int) -> Report | None:
        word = self.words[items[place].first]
        if not word.reports:
            return None
        verb = self._reading(word, items, place)
        if verb is None or self._is_negated(items, place):
            return None
        if self._claims_responsibility(items, place, verb):
            return self._claim(items, place, word)
        if verb.kind == "accuses":
            return self._accusation(items, place, word, verb)
        speaker, speaker_place = self._speaker(items, place, word, verb)
        if verb.relays:
            return self._relayed(items, place, speaker, word)
        if speaker is None and not self._may_go_on(items, place, verb):
            return None
        blamed = self.blame.behind(items, place) if verb.kind == "says" else []
        trailing = self._is_trailing(items, place)
        begin = (
            max(place, speaker.last if speaker is not None and speaker_place > place else place) + 1
        )
        content = self._before(items, place) if trailing else self._after(items, begin)
        heard = speaker or self.speakers.last()
        if heard is None and verb.kind != "says":
            return None
        return Report(
            source=heard.mention if heard else None,
            kind=ReportKind.ACCUSES if blamed else _KINDS[verb.kind],
            certainty=self._hedged(content, verb.certainty),
            cue=self.maker.span(items[place].first, items[place].last),
            content=content,
            rule=f"ar.report.{verb.gloss.split(' ')[0]}",
            verb=verb.past,
            topic=ClaimKind.PERPETRATOR if blamed else verb.topic,
            accused=blamed,
            on_behalf_of=heard.on_behalf_of if heard else None,
        )

    def _hedged(self, content: tuple[int, int] | None, certainty: Certainty) -> Certainty:
        """The speaker's certainty, lowered by a hedge at the beginning of what is said."""
        if content is None or certainty is not Certainty.CERTAIN:
            return certainty
        inside = [w for w in self.words if content[0] <= w.start < content[0] + _HEDGE_REACH]
        for length in (3, 2, 1):
            for at in range(len(inside) - length + 1):
                phrase = self.lexicon.hedges.get(" ".join(w.norm for w in inside[at : at + length]))
                if phrase is not None and phrase.certainty is not None:
                    return phrase.certainty
        return certainty

    def _reading(self, word: Word, items: Sequence[Item], place: int) -> ReportVerb | None:
        for verb, form in word.reports:
            if verb.needs is not None and not self._near(items, place, verb.needs):
                continue
            if (
                word.norm.startswith(("ت", "ي", "ا"))
                and form.pronoun
                and verb.kind == "says"
                and verb.past
                not in (
                    "أعلن",
                    "وصف",
                    "نشر",
                    "نقل",
                    "أورد",
                    "بث",
                    "ذكر",
                    "أكد",
                    "كشف",
                    "سجل",
                    "اعتبر",
                )
            ):
                continue
            if (
                verb.past in _AMBIGUOUS
                and verb.kind == "says"
                and not self._speaks_about(items, place)
            ):
                continue
            return verb
        return None

    def _speaks_about(self, items: Sequence[Item], place: int) -> bool:
        """Whether a verb of many meanings has what speech has: «أن», «عن», a quotation."""
        for at in range(place + 1, min(place + _FAR, len(items))):
            item = items[at]
            if item.kind is Kind.SUBORDINATOR:
                return True
            if item.kind is Kind.VERB:
                return False
            text = self.words[item.first].text
            if text in '«“"' or self.words[item.first].norm in ("عن", "بان"):
                return True
        return self._is_trailing(items, place)

    def _near(self, items: Sequence[Item], place: int, norm: str) -> bool:
        stem = norm.replace("ؤ", "و").rstrip("ةه")
        for at in range(place + 1, min(place + _FAR + 4, len(items))):
            item = items[at]
            if any(stem in self.words[i].norm for i in range(item.first, item.last + 1)):
                return True
        return False

    def _is_negated(self, items: Sequence[Item], place: int) -> bool:
        return place > 0 and items[place - 1].kind is Kind.NEGATION

    def _is_trailing(self, items: Sequence[Item], place: int) -> bool:
        """«حسبما أفاد …», «كما قال …», «على ما أعلنت …» after what is said."""
        before = items[place - 1] if place > 0 else None
        return before is not None and self.words[before.last].norm in _TRAILING and place > 2

    def _speaker(
        self, items: Sequence[Item], place: int, word: Word, verb: ReportVerb
    ) -> tuple[Speaker | None, int]:
        """The subject of a reporting verb: after it, else before it."""
        if self._is_participle(word):
            return self.speakers.last(), place
        if place > 0 and items[place - 1].phrase is not None and self._is_bare(items, place - 1):
            speaker = self.speakers.read(items, place - 1)
            if speaker is not None:
                return speaker, place - 1
        at = place + 1
        while at < len(items) and (
            items[at].kind in (Kind.TIME, Kind.OTHER)
            or items[at].bracketed
            or (items[at].kind is Kind.SIGN and self.words[items[at].first].text in "،,")
        ):
            at += 1
        if at < len(items) and items[at].phrase is not None:
            speaker = self.speakers.read(items, at)
            if speaker is not None:
                return speaker, at
        left = self._left(items, place)
        if left is not None:
            speaker = self.speakers.read(items, left)
            if speaker is not None:
                return speaker, left
        return None, place

    @staticmethod
    def _is_participle(word: Word) -> bool:
        """«مضيفا», «مؤكدة», «قائلا»: the last speaker goes on."""
        return word.norm.startswith(
            ("م", "قايل", "زاعم", "نافي", "لافت", "كاشف", "ذاكر", "واصف", "ناسب")
        ) and (
            word.norm.endswith(("ا", "ه", "ين"))
            and not any(
                form.past and not form.pronoun and form.form == word.norm and len(word.norm) <= 3
                for _, form in word.reports
            )
        )

    def _is_bare(self, items: Sequence[Item], place: int) -> bool:
        """Whether no preposition governs the phrase."""
        return place == 0 or items[place - 1].kind is not Kind.PREPOSITION

    def _left(self, items: Sequence[Item], place: int) -> int | None:
        """The bare phrase before the verb in the same clause."""
        at = place - 1
        candidate: int | None = None
        while at >= 0 and place - at < 9:
            item = items[at]
            if item.kind in (Kind.TIME, Kind.OTHER) or item.bracketed:
                at -= 1
                continue
            if item.kind is Kind.SIGN and self.words[item.first].text in '،,»”"«“':
                at -= 1
                continue
            if item.kind is Kind.VERB and self.words[item.first].norm in ("كان", "كانت"):
                at -= 1
                continue
            if item.phrase is not None:
                governed = at > 0 and items[at - 1].kind is Kind.PREPOSITION
                if governed:
                    at -= 2
                    continue
                if self._apposed_to_governed(items, at):
                    at -= 4
                    continue
                candidate = at
                earlier = items[at - 1] if at > 0 else None
                if earlier is not None and (
                    earlier.phrase is not None
                    or (
                        earlier.kind is Kind.SIGN
                        and self.words[earlier.first].text in "،,"
                        and at - 2 >= 0
                        and items[at - 2].phrase is not None
                        and candidate == at
                        and place - at == 1
                    )
                ):
                    at -= 1
                    if earlier.phrase is None:
                        at -= 1
                    continue
                return candidate
            return candidate
        return candidate

    def _apposed_to_governed(self, items: Sequence[Item], at: int) -> bool:
        """«إلى رئيسة المجلس، فلانة»: an apposition of what a preposition governs."""
        return (
            at >= 3
            and items[at - 1].kind is Kind.SIGN
            and self.words[items[at - 1].first].text in "،,"
            and items[at - 2].phrase is not None
            and items[at - 3].kind is Kind.PREPOSITION
        )

    def _may_go_on(self, items: Sequence[Item], place: int, verb: ReportVerb) -> bool:
        """Whether a verb without subject goes on with the last speaker («وأضاف أن …»)."""
        if verb.kind == "says" and not self._speaks_about(items, place):
            return False
        return self.speakers.last() is not None

    # -- kinds of reports -----------------------------------------------------------------------

    def _claims_responsibility(self, items: Sequence[Item], place: int, verb: ReportVerb) -> bool:
        if verb.kind == "claims":
            return True
        if verb.past != "أعلن":
            return False
        return any(
            self.words[i].norm.startswith(_RESPONSIBILITY)
            for item in items[place + 1 : place + _FAR]
            for i in range(item.first, item.last + 1)
        )

    def _claim(self, items: Sequence[Item], place: int, word: Word) -> Report | None:
        verb = word.reports[0][0]
        speaker, _ = self._speaker(items, place, word, verb)
        if speaker is None:
            return None
        return Report(
            source=speaker.mention,
            kind=ReportKind.CLAIMS,
            certainty=Certainty.CERTAIN,
            cue=self.maker.span(items[place].first, items[place].last),
            content=self._whole(items, place),
            rule="ar.report.claims-responsibility",
            verb=verb.past,
            topic=ClaimKind.RESPONSIBILITY_CLAIM,
            on_behalf_of=speaker.on_behalf_of,
        )

    def _accusation(
        self, items: Sequence[Item], place: int, word: Word, verb: ReportVerb
    ) -> Report | None:
        speaker, at = self._speaker(items, place, word, verb)
        if speaker is None:
            speaker = self.speakers.last()
            at = place
        if speaker is None:
            return None
        accused = self._accused(items, max(at, place, speaker.last if at > place else place), verb)
        return Report(
            source=speaker.mention,
            kind=ReportKind.ACCUSES,
            certainty=verb.certainty,
            cue=self.maker.span(items[place].first, items[place].last),
            content=self._after(items, place + 1),
            rule=f"ar.report.{verb.gloss.split(' ')[0]}",
            verb=verb.past,
            topic=ClaimKind.PERPETRATOR,
            accused=accused,
            on_behalf_of=speaker.on_behalf_of,
        )

    def _accused(self, items: Sequence[Item], place: int, verb: ReportVerb) -> list[Mention]:
        """Whom an accusation names: the second object, or after «إلى» for verbs of ascribing."""
        ascribing = verb.past in ("نسب", "عزا", "ألقى")
        found: list[Mention] = []
        governed = False
        aside = self._aside(items, place + 1)
        for at in range(place + 1, min(place + 18, len(items))):
            item = items[at]
            if at in aside:
                continue
            if item.kind is Kind.PREPOSITION:
                norm = self.words[item.first].norm
                governed = True
                if ascribing and norm in ("الي", "ل", "علي"):
                    governed = False
                    ascribing = False
                elif found:
                    break
                continue
            if item.phrase is None:
                if item.kind is Kind.CONJUNCTION and found:
                    continue
                if item.kind is Kind.SIGN and self.words[item.first].text in '،,«“"»”':
                    continue
                if item.kind in (Kind.TIME, Kind.OTHER) or item.bracketed:
                    continue
                if item.kind in (Kind.VERB, Kind.RELATIVE) and self.words[
                    item.first
                ].norm.startswith("سم"):
                    continue
                if self.words[item.first].norm == "ما":
                    continue
                break
            if governed or ascribing:
                governed = False
                continue
            head = self.words[item.phrase.head]
            if (
                head.norm.startswith("مسوول")
                or head.noun(NounClass.TRIGGER, NounClass.GENERAL) is not None
            ):
                break
            found.append(self.maker.mention(item.phrase))
        return found

    def _aside(self, items: Sequence[Item], begin: int) -> range:
        """Items of an aside between two commas right at ``begin``, such as «، وهو …،»."""
        commas = [
            at
            for at in range(begin, min(begin + 16, len(items)))
            if items[at].kind is Kind.SIGN and self.words[items[at].first].text in "،,"
        ]
        if len(commas) >= 2 and commas[0] == begin:
            return range(commas[0], commas[1] + 1)
        return range(0)

    def _relayed(
        self, items: Sequence[Item], place: int, channel: Speaker | None, word: Word
    ) -> Report | None:
        """«نقلت وكالة … عن مصدر …»: the source after «عن», the channel before it."""
        for at in range(place + 1, min(place + _FAR, len(items) - 1)):
            item = items[at]
            if item.kind is Kind.VERB:
                return None
            if self.words[item.first].norm in ("عن", "علي") and items[at + 1].phrase is not None:
                if self.words[item.first].norm == "علي":
                    return None
                source = self.speakers.read(items, at + 1)
                if source is None:
                    return None
                trailing = self._is_trailing(items, place)
                content = (
                    self._before(items, place) if trailing else self._after(items, source.last + 1)
                )
                return Report(
                    source=source.mention,
                    kind=ReportKind.SAYS,
                    certainty=Certainty.CERTAIN,
                    cue=self.maker.span(items[place].first, items[place].last),
                    content=content,
                    rule="ar.report.relayed",
                    verb=word.reports[0][0].past,
                    relayed_by=[channel.mention] if channel is not None else [],
                    on_behalf_of=source.on_behalf_of,
                )
        return None

    def _of_cue(self, items: Sequence[Item], place: int) -> Report | None:
        """«بحسب مصدر», «وفق بيان لـ…»: a source named by a preposition."""
        at = place + 1
        if at >= len(items) or items[at].phrase is None:
            return None
        phrase = items[at].phrase
        assert phrase is not None
        noun = self.maker.head_noun(phrase, NounClass.SOURCE)
        if (
            noun is not None
            and noun.document
            and at + 2 < len(items)
            and items[at + 2].phrase is not None
        ):
            if self.words[items[at + 1].first].norm in ("ل", "عن", "من"):
                at += 2
        speaker = self.speakers.read(items, at)
        if speaker is None:
            return None
        first = place <= 1 or (place <= 3 and items[0].kind is not Kind.PHRASE)
        content = self._after(items, speaker.last + 1) if first else self._before(items, place)
        return Report(
            source=speaker.mention,
            kind=ReportKind.SAYS,
            certainty=Certainty.CERTAIN,
            cue=self.maker.span(items[place].first, items[place].last),
            content=content,
            rule="ar.report.according-to",
            on_behalf_of=speaker.on_behalf_of,
        )

    def _hedges(self, items: Sequence[Item]) -> list[Report]:
        """Impersonal hedges and hedges inside speech."""
        found: list[Report] = []
        first, end = items[0].first, items[-1].last + 1
        index = first
        while index < end:
            for length in (4, 3, 2, 1):
                if index + length > end:
                    continue
                key = " ".join(word.norm for word in self.words[index : index + length])
                phrase = self.lexicon.hedges.get(key)
                if phrase is None or phrase.certainty is None:
                    continue
                found.append(
                    Report(
                        source=None,
                        kind=ReportKind.SAYS,
                        certainty=phrase.certainty,
                        cue=self.maker.span(index, index + length - 1),
                        content=(self.words[index].start, self.words[end - 1].end),
                        rule="ar.report.hedge",
                    )
                )
                index += length - 1
                break
            index += 1
        return found

    def _silences(self, items: Sequence[Item]) -> list[Report]:
        """«لم تعلن أي جهة مسؤوليتها», «لم يصدر تعليق»: speech that did not come."""
        for place, item in enumerate(items):
            if item.kind is not Kind.NEGATION or place + 1 >= len(items):
                continue
            following = self.words[items[place + 1].first]
            norms = [
                self.words[i].norm
                for i in range(item.first, min(items[-1].last + 1, item.first + 14))
            ]
            claiming = bool(_CLAIMING.intersection(norms)) or any(
                n.startswith("تبن") for n in norms[:3]
            )
            known = following.norm in _SILENT_VERBS or any(
                verb.past in ("أعلن", "تبنى", "كشف", "حدد") for verb, _ in following.reports
            )
            if claiming and (known or following.norm.startswith(("تبن", "تعرف"))):
                return [self._silent(items, place, ClaimKind.RESPONSIBILITY_CLAIM, None)]
            if known and following.norm in ("يوكد", "توكد", "ينف", "تنف", "ينفي"):
                speaker, _ = self._speaker(items, place + 1, following, self._any_report(following))
                return (
                    [self._silent(items, place, ClaimKind.OCCURRENCE, speaker)] if speaker else []
                )
        return []

    @staticmethod
    def _any_report(word: Word) -> ReportVerb:
        return word.reports[0][0]

    def _silent(
        self, items: Sequence[Item], place: int, topic: ClaimKind, speaker: Speaker | None
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

    # -- content --------------------------------------------------------------------------------

    def _after(self, items: Sequence[Item], begin: int) -> tuple[int, int] | None:
        """From item ``begin`` to the end of the sentence or the next trailing cue."""
        for at in range(begin, min(begin + _FAR + 4, len(items))):
            if items[at].kind is Kind.SUBORDINATOR:
                begin = at
                break
            if items[at].kind is Kind.VERB:
                break
        if begin >= len(items):
            return None
        end = len(items) - 1
        for at in range(begin + 1, len(items)):
            if items[at].kind is Kind.PREPOSITION and items[at].link is Link.SOURCE:
                end = at - 1
                break
        if end < begin:
            return None
        return self.words[items[begin].first].start, self.words[items[end].last].end

    def _before(self, items: Sequence[Item], place: int) -> tuple[int, int] | None:
        """From the beginning of the clause to the cue at ``place``."""
        if place == 0:
            return None
        begin = 0
        for at in range(place - 1, 0, -1):
            text = self.words[items[at].first].text
            if items[at].kind is Kind.SIGN and text in "؛;":
                begin = at + 1
                break
            if items[at].kind is Kind.PREPOSITION and items[at].link is Link.SOURCE:
                begin = min(at + 2, place - 1)
                break
        return self.words[items[begin].first].start, self.words[items[place - 1].last].end

    def _whole(self, items: Sequence[Item], place: int) -> tuple[int, int]:
        return self.words[items[0].first].start, self.words[items[-1].last].end


def cue_words(report: Report) -> Words:
    """The cue of a report."""
    return report.cue


__all__ = ["ReportFinder", "Tag"]
