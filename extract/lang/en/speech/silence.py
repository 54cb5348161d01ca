"""Silence: nobody claimed it, they did not comment."""

from __future__ import annotations

from spacy.tokens import Token

from extract.analysis import Mention, Report, ReportKind
from extract.lang.en import phrase
from extract.lang.en.slot import subject_of
from extract.lang.en.speech.content import Contents
from extract.lang.en.speech.desk import is_negated
from extract.record import Certainty, ClaimKind


class Silences(Contents):
    """Finds who said nothing."""

    def _silence(self, verb: Token) -> Report | None:
        """As in "declined to comment", "no group has claimed it", "calls went unanswered"."""
        silence = self._cues.silence
        claims = verb.norm_ in {"claim", "take", "assume"} or self._says_did(verb)
        comments = (
            verb.norm_ in {"comment", "respond", "reply", "react"}
            or (
                verb.norm_ == "say"
                and any(c.dep_ == "dobj" and c.norm_ == "word" for c in verb.children)
            )
            or (
                verb.norm_ in {"issue", "release", "make", "give", "offer"}
                and any(
                    c.dep_ == "dobj"
                    and c.norm_ in {"statement", "comment", "explanation", "response"}
                    for c in verb.children
                )
            )
        )
        unanswered = verb.norm_ == "go" and any(c.lower_ == "unanswered" for c in verb.children)
        if not (claims or comments or unanswered):
            return None
        subject = subject_of(verb)
        nobody = subject is not None and self._is_nobody(subject)
        obj = self._object(verb, set())
        if (
            claims
            and obj is not None
            and not (self._claims_event(obj) or obj.norm_ in {"responsibility", "credit", "none"})
            and not self._says_did(verb)
        ):
            return None
        lacking = (
            is_negated(verb)
            or self._is_declined(verb)
            or any(
                c.dep_ == "dobj" and any(d.lower_ in {"no"} for d in c.children)
                for c in verb.children
            )
            or (obj is not None and obj.lower_ == "none")
        )
        if not (lacking or nobody or unanswered):
            return None
        source: Mention | None = None
        if not nobody and subject is not None:
            head: Token | None = subject
            if unanswered:
                head = next(
                    (
                        n
                        for c in subject.children
                        if c.dep_ == "prep"
                        for n in c.children
                        if n.dep_ == "pobj"
                    ),
                    None,
                )
            speaker = self._as_speaker(head) if head is not None else None
            if speaker is None:
                return None
            source = self._mention(speaker)
        start = min([verb.i, *(c.i for c in verb.children if c.dep_ in {"aux", "neg"})])
        if nobody and subject is not None:
            start = min(start, subject.left_edge.i)
        end = (
            max(
                [
                    verb.i,
                    *(
                        c.i
                        for c in verb.children
                        if c.dep_ in {"dobj", "acomp"} and c.i <= verb.i + 3
                    ),
                ]
            )
            + 1
        )
        return Report(
            source=source,
            kind=ReportKind.SILENT,
            certainty=Certainty.UNSTATED,
            cue=self._article.words(start, end),
            content=None,
            rule="en.report.silence",
            verb=verb.norm_ if silence else None,
            topic=ClaimKind.RESPONSIBILITY_CLAIM if claims else None,
        )

    def _says_did(self, verb: Token) -> bool:
        """As in "nobody has said they did it"."""
        if verb.norm_ != "say":
            return False
        clause = self._clause(verb)
        return (
            clause is not None
            and clause.norm_ == "do"
            and any(c.lower_ in {"it", "this"} for c in clause.children)
        )

    def _is_nobody(self, subject: Token) -> bool:
        nobody = {w for w in self._cues.silence.nobody if " " not in w}
        if subject.lower_ in nobody or (
            subject.lower_ == "one" and any(c.lower_ == "no" for c in subject.children)
        ):
            return True
        return any(c.lower_ == "no" and c.dep_ == "det" for c in subject.children)

    def _is_declined(self, verb: Token) -> bool:
        head = verb.head
        if verb.dep_ == "xcomp" and head.norm_ in {"decline", "refuse", "fail", "have", "avoid"}:
            return head.norm_ != "have" or any(
                c.lower_ == "yet" for c in (*head.children, *verb.children)
            )
        return any(c.lower_ in {"yet", "neither"} for c in verb.children) and any(
            c.tag_ == "TO" for c in verb.children
        )

    def _no_word(self, noun: Token) -> Report | None:
        """As in "there was no immediate comment from X", "no claim of responsibility"."""
        if noun.norm_ not in {"comment", "word", "claim", "response", "reaction", "statement"}:
            return None
        if not any(c.lower_ == "no" for c in noun.lefts) or noun.dep_ == "dobj":
            return None
        source: Mention | None = None
        for child in (*noun.children, *noun.head.children):
            if child.dep_ == "prep" and child.lower_ in {"from", "by"}:
                for party in child.children:
                    if party.dep_ == "pobj" and self._can_speak(party):
                        source = self._mention(party)
        claim = noun.norm_ == "claim"
        if source is None and not claim:
            return None
        start = phrase.left_edge(noun)
        return Report(
            source=source,
            kind=ReportKind.SILENT,
            certainty=Certainty.UNSTATED,
            cue=self._article.words(start, noun.i + 1),
            content=None,
            rule="en.report.silence",
            topic=ClaimKind.RESPONSIBILITY_CLAIM if claim else None,
        )
