"""Reports of speech: who says, accuses, claims or denies, how surely, and what.

Found by reporting verbs in both word orders, by nominal cues («بحسب», «وفق») and by clauses like
«حسبما أعلن». Hedges and silences have modules of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from extract.analysis import Mention, Report, ReportKind
from extract.lang.ar.accusation import AccusedReader
from extract.lang.ar.blame import BlameFinder
from extract.lang.ar.content import ContentReader
from extract.lang.ar.hedge import HedgeFinder
from extract.lang.ar.item import Item, Kind, Link
from extract.lang.ar.lexicon import Lexicon, NounClass, ReportVerb
from extract.lang.ar.mention import MentionMaker
from extract.lang.ar.silence import SilenceFinder
from extract.lang.ar.speaker import Speaker, SpeakerReader
from extract.lang.ar.word import Word
from extract.record import Certainty, ClaimKind

_KINDS: Final = {
    "says": ReportKind.SAYS,
    "accuses": ReportKind.ACCUSES,
    "claims": ReportKind.CLAIMS,
    "denies": ReportKind.DENIES,
}
_TRAILING: Final = frozenset({"حسبما", "كما", "ما"})
_OWN_DEED: Final = ("مسووليت", "المسووليه", "وقوفه")
_PARTICIPLES: Final = ("م", "قايل", "زاعم", "نافي", "لافت", "كاشف", "ذاكر", "واصف", "ناسب")
_TELLING_PRONOUN: Final = frozenset(
    (
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
        "نفى",
        "تبنى",
        "قال",
    )
)
_AMBIGUOUS: Final = frozenset(
    (
        "بين",
        "حمل",
        "نقل",
        "ألقى",
        "كشف",
        "وصف",
        "نشر",
        "بث",
        "قدر",
        "سجل",
        "تابع",
        "خلص",
        "كتب",
        "أورد",
        "حذر",
        "رصد",
    )
)
_STANDS: Final = frozenset({"جاء", "ورد", "جاءت", "وردت"})
_ISSUED_BY: Final = frozenset({"ل", "عن", "من"})
_CLAIM_NOUN: Final = "تبني"
_RELAYING: Final = "نقلا"
_FAR: Final = 10
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
        self._silence = SilenceFinder(words, maker, self.speakers)
        self._accused = AccusedReader(words, maker, self.content)
        self._blame = BlameFinder(words, maker)

    def reports(self) -> list[Report]:
        """All reports in the order of the text."""
        found: list[Report] = []
        for items in self.sentences:
            hedges = self.hedges.hedges(items)
            for place, item in enumerate(items):
                report = None if item.bracketed else self._at(items, place)
                if report is not None:
                    found.extend(self.hedges.split(report, hedges))
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
        return None

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
        word = self.words[items[place].first]
        verb = self._reading(word, items, place)
        if verb is None or (place > 0 and items[place - 1].kind is Kind.NEGATION):
            return None
        speaker, at = self._speaker(items, place, word)
        if self._claims_own_deed(items, place, verb):
            return self._claim(items, place, verb, speaker)
        if verb.kind == "accuses":
            return self._accusation(items, place, verb, speaker or self.speakers.last(), at)
        if verb.relays:
            return self._relayed(items, place, speaker, verb)
        if speaker is None and not self._speaks(items, place):
            return None
        return self._speech(items, place, verb, speaker, at)

    def _speech(
        self, items: Sequence[Item], place: int, verb: ReportVerb, speaker: Speaker | None, at: int
    ) -> Report | None:
        heard = speaker or self.speakers.last()
        if heard is None:
            return None
        begin = max(place, speaker.last if speaker is not None and at > place else place) + 1
        trailing = self._is_trailing(items, place)
        content = (
            self.content.before(items, place) if trailing else self.content.after(items, begin)
        )
        if content is not None and content[1] - content[0] < _SHORTEST:
            return None
        blamed = self._blame.behind(items, place) if verb.kind == "says" else []
        return self._report(
            items,
            place,
            heard,
            kind=ReportKind.ACCUSES if blamed else _KINDS[verb.kind],
            certainty=self.hedges.lowered(content, verb.certainty),
            content=content,
            rule=_rule(verb),
            verb=verb,
            topic=ClaimKind.PERPETRATOR if blamed else verb.topic,
            accused=blamed,
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
    ) -> Report:
        return Report(
            source=speaker.mention,
            kind=kind,
            certainty=certainty,
            cue=self.maker.span(items[place].first, items[place].last),
            content=content,
            rule=rule,
            verb=verb.past if verb is not None else None,
            topic=topic,
            accused=accused or [],
            relayed_by=relayed_by or [],
            on_behalf_of=speaker.on_behalf_of,
        )

    def _reading(self, word: Word, items: Sequence[Item], place: int) -> ReportVerb | None:
        """The verb of reporting that stands here, if what is around it bears that out."""
        for verb, form in word.reports:
            if verb.needs is not None and not self._near(items, place, verb.needs):
                continue
            if form.pronoun and verb.kind == "says" and verb.past not in _TELLING_PRONOUN:
                continue
            unclear = verb.past in _AMBIGUOUS or self._is_participle(word)
            if unclear and verb.kind == "says" and not self._speaks(items, place):
                continue
            return verb
        return None

    def _speaks(self, items: Sequence[Item], place: int) -> bool:
        """Whether the verb has what speech has after it: «أن», «عن», a quotation."""
        for item in items[place + 1 : place + _FAR]:
            if item.kind is Kind.SUBORDINATOR:
                return True
            if item.kind is Kind.VERB:
                return False
            word = self.words[item.first]
            if word.text in '«“"' or word.norm == "عن":
                return True
        return self._is_trailing(items, place)

    def _near(self, items: Sequence[Item], place: int, word: str) -> bool:
        stem = word.replace("ؤ", "و").rstrip("ةه")
        return any(
            stem in self.words[i].norm
            for item in items[place + 1 : place + _FAR + 4]
            for i in range(item.first, item.last + 1)
        )

    def _is_trailing(self, items: Sequence[Item], place: int) -> bool:
        """«حسبما أفاد …», «كما قال …», «على ما أعلنت …» after what is said."""
        before = items[place - 1] if place > 0 else None
        return before is not None and self.words[before.last].norm in _TRAILING and place > 2

    @staticmethod
    def _is_participle(word: Word) -> bool:
        """«مضيفا», «مؤكدة», «قائلا»: the last speaker goes on."""
        return (
            len(word.norm) > 4
            and word.norm.startswith(_PARTICIPLES)
            and word.norm.endswith(("ا", "ه", "ين"))
        )

    # -- speakers -------------------------------------------------------------------------------

    def _speaker(self, items: Sequence[Item], place: int, word: Word) -> tuple[Speaker | None, int]:
        """The subject of a reporting verb: right before it, else after it, else further before."""
        if self._is_participle(word):
            return self.speakers.last(), place
        close = self._close_before(items, place)
        if close is not None:
            speaker = self.speakers.read(items, close)
            if speaker is not None:
                return speaker, close
        at = place + 1
        while at < len(items) and self.content.is_light(items[at]):
            at += 1
        if at < len(items) and items[at].phrase is not None:
            speaker = self.speakers.read(items, at, trusted=self._speaks(items, place))
            if speaker is not None:
                return speaker, at
        left = self._left(items, place)
        speaker = self.speakers.read(items, left) if left is not None else None
        return (speaker, left) if speaker is not None and left is not None else (None, place)

    def _close_before(self, items: Sequence[Item], place: int) -> int | None:
        """The bare phrase that stands right before the verb, closing quotes apart."""
        at = place - 1
        if (
            at >= 0
            and self.words[items[at].first].norm == "ف"
            and (
                self.words[items[0].first].norm == "اما"
                or self.words[items[0].last + 1].norm == "اما"
            )
        ):
            return next((i for i, item in enumerate(items[:at]) if item.phrase), None)
        relative = at >= 0 and items[at].kind is Kind.RELATIVE
        if relative:
            at -= 1
        while (
            at >= 0
            and items[at].kind is Kind.SIGN
            and (
                self.words[items[at].first].is_quote
                or (relative and self.content.is_comma(items[at]))
            )
        ):
            at -= 1
        if at < 0 or items[at].phrase is None:
            return None
        if relative:
            return self._named_whole(items, at)
        if at > 0 and items[at - 1].kind is Kind.PREPOSITION:
            return None
        document = self.maker.head_noun(items[at].phrase, NounClass.SOURCE)
        if document is not None and document.document:
            issuer = self._issuer(items, at)
            return issuer if issuer is not None else at
        return at

    def _named_whole(self, items: Sequence[Item], at: int) -> int:
        """The title before a name that stands in a phrase of its own («وزير الداخلية فلان»)."""
        while at > 0 and items[at - 1].phrase is not None:
            at -= 1
        return at

    def _issuer(self, items: Sequence[Item], place: int) -> int | None:
        """«أصدر التحالف بيانا حمّل فيه …»: who issued the paper that speaks."""
        for at in range(place - 1, -1, -1):
            if items[at].kind is Kind.VERB:
                following = at + 1
                if following < place and items[following].phrase is not None:
                    return following
                return None
        return None

    def _left(self, items: Sequence[Item], place: int) -> int | None:
        """The bare phrase before the verb in the same clause; the first of an apposition."""
        at = place - 1
        candidate: int | None = None
        while at >= 0 and place - at < _FAR:
            item = items[at]
            if self.content.is_light(item) or (
                item.kind is Kind.VERB and self.words[item.first].norm in ("كان", "كانت")
            ):
                at -= 1
            elif item.phrase is None:
                return candidate
            elif at > 0 and items[at - 1].kind is Kind.PREPOSITION:
                at -= 2
            elif self._apposed_to_governed(items, at):
                at -= 4
            else:
                candidate = at
                if at == 0 or items[at - 1].phrase is None:
                    return candidate
                at -= 1
        return candidate

    def _apposed_to_governed(self, items: Sequence[Item], at: int) -> bool:
        """«إلى رئيسة المجلس، فلانة»: an apposition of what a preposition governs."""
        return (
            at >= 3
            and self.content.is_comma(items[at - 1])
            and items[at - 2].phrase is not None
            and items[at - 3].kind is Kind.PREPOSITION
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

    def _claim(
        self, items: Sequence[Item], place: int, verb: ReportVerb, speaker: Speaker | None
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
                if speaker is None:
                    return None
                return self._report(
                    items,
                    place,
                    speaker,
                    kind=ReportKind.CLAIMS,
                    content=self.content.whole(items),
                    rule="ar.report.claims-responsibility",
                    topic=ClaimKind.RESPONSIBILITY_CLAIM,
                )
        return None

    def _accusation(
        self, items: Sequence[Item], place: int, verb: ReportVerb, speaker: Speaker | None, at: int
    ) -> Report | None:
        if speaker is None:
            return None
        begin = max(place, speaker.last if at > place else place)
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
            accused=self._accused.accused(items, begin, verb),
        )

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
            trailing = self._is_trailing(items, place)
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
