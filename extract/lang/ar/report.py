"""Reports of speech: who says, accuses, claims or denies, how surely, and what.

Found by reporting verbs in both word orders, by nominal cues («بحسب», «وفق») and by clauses like
«حسبما أعلن». Verbs, their subjects, hedges and silences have modules of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from extract.analysis import Mention, Report, ReportKind, Words
from extract.lang.ar.accusation import AccusedReader
from extract.lang.ar.blame import BlameFinder
from extract.lang.ar.channel import ChannelReader
from extract.lang.ar.content import ContentReader
from extract.lang.ar.hedge import HedgeFinder
from extract.lang.ar.item import Item, Kind, Link
from extract.lang.ar.lexicon import Lexicon, NounClass, ReportVerb
from extract.lang.ar.mention import MentionMaker
from extract.lang.ar.phrase import Phrase
from extract.lang.ar.saying import TELLING, SayingReader
from extract.lang.ar.silence import SilenceFinder
from extract.lang.ar.speaker import Speaker, SpeakerReader
from extract.lang.ar.statement import StatementReader
from extract.lang.ar.subject import SubjectReader
from extract.lang.ar.word import Word
from extract.record import Certainty, ClaimKind

_KINDS: Final = {
    "says": ReportKind.SAYS,
    "accuses": ReportKind.ACCUSES,
    "claims": ReportKind.CLAIMS,
    "denies": ReportKind.DENIES,
}
_OWN_DEED: Final = ("مسووليت", "المسووليه", "وقوفه")
_STANDS: Final = frozenset({"جاء", "ورد", "جاءت", "وردت"})
_ISSUED_BY: Final = frozenset({"ل", "عن", "من"})
_CLAIM_NOUN: Final = "تبني"
_RELAYING: Final = "نقلا"
_FAR: Final = 10
_HEADED: Final = 9
_SHORTEST: Final = 8


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
        self.speakers = SpeakerReader(words, maker)
        self.content = ContentReader(words)
        self.hedges = HedgeFinder(words, maker, lexicon)
        self._sayings = SayingReader(words)
        self._subjects = SubjectReader(words, maker, self.speakers, self.content, self._sayings)
        self._silence = SilenceFinder(words, maker, self.speakers, lexicon.silences)
        self._accused = AccusedReader(words, maker, self.content)
        self._blame = BlameFinder(words, maker)
        self._statements = StatementReader(words, maker)
        self._channels = ChannelReader(words, maker)

    def reports(self) -> list[Report]:
        """All reports in the order of the text."""
        found: list[Report] = []
        for items in self.sentences:
            hedges = self.hedges.hedges(items)
            for place, item in enumerate(items):
                report = None if item.bracketed else self._at(items, place)
                if report is not None:
                    for part in self.hedges.split(report, hedges):
                        found.extend(self._statements.split(part, items))
            headed = self._of_colon(items)
            if headed is not None:
                found.extend(self.hedges.split(headed, hedges))
            found.extend(hedges)
            found.extend(self._silence.silences(items))
        return _joined_relays(found)

    def _at(self, items: Sequence[Item], place: int) -> Report | None:
        item = items[place]
        if item.kind is Kind.VERB and self.words[item.first].norm in _STANDS:
            return self._of_paper(items, place)
        if item.kind is Kind.VERB:
            return self._of_verb(items, place)
        if item.kind is Kind.PREPOSITION and item.link is Link.SOURCE:
            return self._of_cue(items, place)
        if item.phrase is not None and self.words[item.first].plain == _CLAIM_NOUN:
            return self._of_claim_noun(items, place)
        if item.phrase is not None and self.words[item.phrase.head].norm in TELLING:
            return self._of_telling_noun(items, place, item.phrase)
        return None

    def _of_telling_noun(self, items: Sequence[Item], place: int, phrase: Phrase) -> Report | None:
        """«بعد إعلان الجيش أنه …»: the party in the genitive says what follows."""
        that = place + 1
        if that >= len(items) or items[that].kind is not Kind.SUBORDINATOR:
            return None
        speaker = self.speakers.in_genitive(phrase, place)
        if speaker is None:
            return None
        return self._report(
            items,
            place,
            speaker,
            kind=ReportKind.SAYS,
            content=self.content.after(items, that),
            rule="ar.report.telling-noun",
            cue=self.maker.span(phrase.head, phrase.head),
        )

    def _of_colon(self, items: Sequence[Item]) -> Report | None:
        """«مصدر أمني لرويترز: مقتل …»: who stands before a colon at the beginning says the rest."""
        begin = next((n for n, item in enumerate(items) if item.phrase is not None), None)
        if begin is None or any(item.kind is Kind.VERB for item in items[:begin]):
            return None
        colon = next(
            (n for n, item in enumerate(items[: begin + _HEADED]) if self._is_colon(item)), None
        )
        if colon is None or colon <= begin or colon + 1 >= len(items):
            return None
        head = items[begin:colon]
        if any(item.kind in (Kind.VERB, Kind.SUBORDINATOR, Kind.RELATIVE) for item in head):
            return None
        phrase = items[begin].phrase
        if phrase is None or not self.speakers.is_somebody(phrase):
            return None
        speaker = self.speakers.read(items, begin)
        if speaker is None or speaker.last >= colon:
            return None
        content = self.content.after(items, colon + 1)
        return self._report(
            items,
            colon,
            speaker,
            kind=ReportKind.SAYS,
            content=content,
            rule="ar.report.colon",
            relayed_by=self._channels.channels(items, speaker.last + 1, content),
            cue=speaker.mention.words,
        )

    def _is_colon(self, item: Item) -> bool:
        return item.kind is Kind.SIGN and self.words[item.first].text == ":"

    def _of_paper(self, items: Sequence[Item], place: int) -> Report | None:
        """«جاء في بيان لـ… أن», «ورد في تقرير …»: a paper says, by whoever issued it."""
        at = place + 2
        if at >= len(items) or self.words[items[place + 1].first].norm != "في":
            return None
        paper = items[at].phrase
        noun = self.maker.head_noun(paper, NounClass.SOURCE) if paper is not None else None
        if noun is None or not noun.document:
            return None
        if (
            at + 2 < len(items)
            and self.words[items[at + 1].first].norm in _ISSUED_BY
            and (items[at + 2].phrase is not None)
        ):
            at += 2
        speaker = self.speakers.read(items, at, trusted=True)
        if speaker is None:
            return None
        return self._report(
            items,
            place,
            speaker,
            kind=ReportKind.SAYS,
            content=self.content.after(items, speaker.last + 1),
            rule="ar.report.paper",
        )

    # -- verbs ----------------------------------------------------------------------------------

    def _of_verb(self, items: Sequence[Item], place: int) -> Report | None:
        verb = self._sayings.verb(items, place)
        if verb is None or (place > 0 and items[place - 1].kind is Kind.NEGATION):
            return None
        if verb.kind == "denies" and self._neither_nor(items, place):
            return None
        speaker, at = self._subjects.speaker(items, place, trusted=verb.kind == "claims")
        if speaker is None:
            speaker = self._subjects.shared(items, place)
        if self._claims_own_deed(items, place, verb):
            return self._claim(items, place, verb, speaker or self._behind_object(items, place))
        if verb.kind == "accuses":
            return self._accusation(items, place, verb, speaker or self.speakers.last(), at)
        if verb.relays:
            return self._relayed(items, place, speaker, verb)
        if speaker is None and not self._sayings.speaks(items, place):
            return None
        return self._speech(items, place, verb, speaker, at)

    def _neither_nor(self, items: Sequence[Item], place: int) -> bool:
        """«لم يشأ أن يؤكد أو ينفي»: no denial."""
        return (
            place >= 2
            and self.words[items[place - 1].first].norm in ("او", "ولا")
            and items[place - 2].kind is Kind.VERB
        )

    def _speech(
        self, items: Sequence[Item], place: int, verb: ReportVerb, speaker: Speaker | None, at: int
    ) -> Report | None:
        heard = speaker or self.speakers.last()
        if heard is None:
            return None
        begin = max(place, speaker.last if speaker is not None and at > place else place) + 1
        trailing = self._sayings.is_trailing(items, place)
        content = (
            self.content.before(items, place) if trailing else self.content.after(items, begin)
        )
        if content is not None and content[1] - content[0] < _SHORTEST:
            return None
        blamed = self._blame.behind(items, place) if verb.kind == "says" else []
        certainty, hedge = self.hedges.lowered(self.words[items[place].last].end, content, verb)
        if verb.kind == "says" and not blamed:
            blamed = self._blame.suspected(items, place)
            certainty = Certainty.POSSIBLE if blamed else certainty
        return self._report(
            items,
            place,
            heard,
            kind=ReportKind.ACCUSES if blamed else _KINDS[verb.kind],
            certainty=certainty,
            cue=hedge,
            content=content,
            rule=_rule(verb),
            verb=verb,
            topic=ClaimKind.PERPETRATOR if blamed else verb.topic,
            accused=blamed,
            relayed_by=[] if trailing else self._channels.channels(items, begin, content),
        )

    def _report(
        self,
        items: Sequence[Item],
        place: int,
        speaker: Speaker,
        *,
        kind: ReportKind,
        content: tuple[int, int] | None,
        rule: str,
        certainty: Certainty = Certainty.CERTAIN,
        verb: ReportVerb | None = None,
        topic: ClaimKind | None = None,
        accused: list[Mention] | None = None,
        relayed_by: list[Mention] | None = None,
        cue: Words | None = None,
    ) -> Report:
        return Report(
            source=speaker.mention,
            kind=kind,
            certainty=certainty,
            cue=cue or self.maker.span(items[place].first, items[place].last),
            content=content,
            rule=rule,
            verb=verb.past if verb is not None else None,
            topic=topic,
            accused=accused or [],
            relayed_by=relayed_by or [],
            on_behalf_of=speaker.on_behalf_of,
        )

    # -- claims, accusations, relays ------------------------------------------------------------

    def _claims_own_deed(self, items: Sequence[Item], place: int, verb: ReportVerb) -> bool:
        if verb.kind == "claims":
            return True
        return verb.past == "أعلن" and any(
            self.words[i].norm.startswith(_OWN_DEED)
            for item in items[place + 1 : place + _FAR]
            for i in range(item.first, item.last + 1)
        )

    def _behind_object(self, items: Sequence[Item], place: int) -> Speaker | None:
        """«تبنت الهجوم جماعة …»: who claims stands after what is claimed."""
        if place + 2 >= len(items) or items[place + 1].phrase is None:
            return None
        return self.speakers.read(items, place + 2) if items[place + 2].phrase else None

    def _claim(
        self, items: Sequence[Item], place: int, verb: ReportVerb | None, speaker: Speaker | None
    ) -> Report | None:
        if speaker is None:
            return None
        return self._report(
            items,
            place,
            speaker,
            kind=ReportKind.CLAIMS,
            content=self.content.whole(items),
            rule="ar.report.claims-responsibility",
            verb=verb,
            topic=ClaimKind.RESPONSIBILITY_CLAIM,
        )

    def _of_claim_noun(self, items: Sequence[Item], place: int) -> Report | None:
        """«سارع التنظيم إلى تبني الهجوم»: the subject of the verb before claims."""
        for at in range(place - 1, -1, -1):
            if items[at].kind is Kind.NEGATION:
                return None
            if items[at].kind is Kind.VERB:
                following = at + 1
                while following < place and self.content.is_light(items[following]):
                    following += 1
                speaker = self.speakers.read(items, following) if following < place else None
                return self._claim(items, place, None, speaker)
        return None

    def _accusation(
        self, items: Sequence[Item], place: int, verb: ReportVerb, speaker: Speaker | None, at: int
    ) -> Report | None:
        if speaker is not None and at > place and self._accused.is_next(items, at):
            # «الذي تتهم الجماعة بتنفيذه»: the one party after the verb is accused, and who
            # accuses it is only a pronoun.
            self.speakers.heard.remove(speaker)
            return self._accusation_again(items, place, verb, at)
        if speaker is None:
            return None
        begin = max(place, speaker.last if at > place else place)
        return self._accuses(items, place, verb, speaker, self._accused.accused(items, begin, verb))

    def _accuses(
        self,
        items: Sequence[Item],
        place: int,
        verb: ReportVerb,
        speaker: Speaker,
        accused: list[Mention],
    ) -> Report:
        return self._report(
            items,
            place,
            speaker,
            kind=ReportKind.ACCUSES,
            certainty=verb.certainty,
            content=self.content.after(items, place + 1),
            rule=_rule(verb),
            verb=verb,
            topic=ClaimKind.PERPETRATOR,
            accused=accused,
        )

    def _accusation_again(
        self, items: Sequence[Item], place: int, verb: ReportVerb, at: int
    ) -> Report | None:
        """«نفت … واتهمت … بتنفيذه»: whoever spoke before in the sentence accuses."""
        relative = place > 0 and items[place - 1].kind is Kind.RELATIVE
        heard = self.speakers.last()
        accused = items[at].phrase
        assert accused is not None
        sentence = self.words[items[place].first].sentence
        if relative or heard is None or heard.mention.words.sentence != sentence:
            return None
        return self._accuses(items, place, verb, heard, [self.maker.mention(accused)])

    def _relayed(
        self, items: Sequence[Item], place: int, channel: Speaker | None, verb: ReportVerb
    ) -> Report | None:
        """«نقلت وكالة … عن مصدر …»: the source after «عن», the channel before it."""
        for at in range(place + 1, min(place + _FAR, len(items) - 1)):
            item = items[at]
            if item.kind is Kind.VERB or self.words[item.first].norm == "الي":
                return None
            if self.words[item.first].norm != "عن" or items[at + 1].phrase is None:
                continue
            source = self.speakers.read(items, at + 1, trusted=True)
            if source is None:
                return None
            trailing = self._sayings.is_trailing(items, place)
            return self._report(
                items,
                place,
                source,
                kind=ReportKind.SAYS,
                content=self.content.before(items, place)
                if trailing
                else self.content.after(items, source.last + 1),
                rule="ar.report.relayed",
                verb=verb,
                relayed_by=[channel.mention] if channel is not None else [],
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
        if noun is not None and noun.document and at + 2 < len(items):
            issued = self.words[items[at + 1].first].norm in _ISSUED_BY
            if issued and items[at + 2].phrase is not None:
                at += 2
        speaker = self.speakers.read(items, at, trusted=True)
        if speaker is None:
            return None
        opens = place <= 1 or (place <= 3 and items[0].kind is not Kind.PHRASE)
        return self._report(
            items,
            place,
            speaker,
            kind=ReportKind.SAYS,
            content=self.content.after(items, speaker.last + 1)
            if opens
            else self.content.before(items, place),
            rule="ar.report.according-to",
        )


def _joined_relays(reports: list[Report]) -> list[Report]:
    """«بث التلفزيون نقلا عن مصدر أن …»: the first speaker only passes on what the second says."""
    joined: list[Report] = []
    for report in reports:
        before = joined[-1] if joined else None
        if (
            before is not None
            and before.content is not None
            and before.content == report.content
            and report.cue.text.startswith(_RELAYING)
            and before.source is not None
        ):
            joined[-1] = replace(report, relayed_by=[before.source])
        else:
            joined.append(report)
    return joined


def _rule(verb: ReportVerb) -> str:
    return f"ar.report.{verb.gloss.split(' ')[0]}"
