"""Reports by phrases: "according to", "by his account", relayed speech."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from extract.analysis import Mention, Report, ReportKind
from extract.lang.en import mention as mention_of
from extract.lang.en.coreference import is_pronoun, resolve
from extract.lang.en.slot import is_passive, subject_of
from extract.lang.en.speech.content import Contents
from extract.record import Certainty


class Phrases(Contents):
    """Finds reports without a verb of their own, and speech that a channel passes on."""

    def _relay(self, verb: Token) -> Report | None:
        if verb.norm_ not in self._data.relays:
            return None
        passive = is_passive(verb)
        objects = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
        if not objects and verb.dep_ in {"acl"} and passive:
            objects = [verb.head]
        if not objects or not self._can_speak(objects[0]):
            return None
        speech = next(
            (
                p
                for c in verb.children
                if c.dep_ == "prep" and c.lower_ == "as"
                for p in c.children
                if p.dep_ == "pcomp"
            ),
            None,
        )
        if speech is None and not any(c.dep_ in {"ccomp"} for c in verb.children):
            return None
        source = objects[0]
        channel: Token | None = None
        if passive:
            channel = next(
                (
                    n
                    for c in verb.children
                    if c.dep_ == "agent"
                    for n in c.children
                    if n.dep_ == "pobj"
                ),
                None,
            )
        else:
            subject = subject_of(verb)
            channel = self._as_speaker(subject) if subject is not None else None
        said = speech if speech is not None else verb
        clause = self._clause(said)
        content = self._content(said, clause, self._object(said, set()))
        certainty, _ = self._certainty(Certainty.CERTAIN, said, clause, content)
        return Report(
            source=self._mention(source),
            kind=ReportKind.SAYS,
            certainty=certainty,
            cue=self._article.words(verb.i, verb.i + 1),
            content=content,
            rule="en.report.relay",
            verb=verb.norm_,
            relayed_by=[mention_of.actor(self._article, channel)] if channel is not None else [],
            on_behalf_of=self._behalf(source),
        )

    def _phrases(self) -> Iterator[Report]:
        """As in "according to police", "as reported by the agency"."""
        article, doc = self._article, self._article.doc
        for span in article.groups("speaker"):
            if span[0].norm_ in {"cite", "quote"} and span[0].dep_ not in {"advcl", "prep"}:
                continue
            head = next(
                (
                    t
                    for t in doc[span.end : min(span.sent.end, span.end + 12)]
                    if t.dep_ in {"pobj", "dobj"}
                    and t.head.i <= span.end - 1
                    and t.head.i >= span.start
                ),
                None,
            )
            if head is None:
                continue
            if is_pronoun(head):
                found = resolve(article, head)
                if found is None:
                    continue
                source = found
            else:
                source = head
            if (
                not (self._can_speak(source) or source.pos_ == "NOUN")
                or source.i in self._article.nouns
            ):
                continue
            own = (
                {t.i for t in span[0].subtree}
                | {t.i for t in head.subtree}
                | set(range(span.start, span.end))
            )
            content = self._around(span, own)
            certainty, _ = self._certainty(Certainty.CERTAIN, span[0], None, content)
            yield Report(
                source=self._mention(source),
                kind=ReportKind.SAYS,
                certainty=certainty,
                cue=article.words(span.start, span.end),
                content=content,
                rule="en.report.phrase",
                verb=None,
                on_behalf_of=self._behalf(source),
                relayed_by=self._quoted_by(head),
            )

    def _quoted_by(self, head: Token) -> list[Mention]:
        """As in "sources whom the agency quoted"."""
        found = []
        for child in head.children:
            if child.dep_ in {"relcl", "acl"} and child.norm_ in {"quote", "cite"}:
                subject = next(
                    (c for c in child.children if c.dep_ == "nsubj" and self._can_speak(c)), None
                )
                if subject is not None:
                    found.append(mention_of.actor(self._article, subject))
        return found

    def _around(self, span: Span, own: set[int]) -> tuple[int, int] | None:
        """The clause that a speaker phrase stands in, without the phrase."""
        sent = span.sent
        before = [t.i for t in sent if t.i < min(own) and not t.is_space]
        after = [t.i for t in sent if t.i > max(own) and not t.is_space]
        anchor = span[0].head
        side = (
            before if (before and (anchor.i < span.start or len(before) >= len(after))) else after
        )
        if len(before) <= 2:
            side = after
        if not side:
            return None
        return self._range(side[0], side[-1] + 1)

    def _claim_nouns(self) -> Iterator[Report]:
        """As in "the group's claim that it had attacked a ship"."""
        article = self._article
        for noun in article.doc:
            if noun.norm_ not in {"claim", "assertion", "allegation", "announcement", "statement"}:
                continue
            owner = next((c for c in noun.children if c.dep_ == "poss"), None)
            clause = next(
                (
                    c
                    for c in noun.children
                    if c.dep_ in {"acl", "ccomp"} and any(d.dep_ == "mark" for d in c.children)
                ),
                None,
            )
            source = self._as_speaker(owner) if owner is not None else None
            if source is None or clause is None:
                continue
            yield Report(
                source=self._mention(source),
                kind=ReportKind.SAYS,
                certainty=Certainty.CERTAIN,
                cue=article.words(noun.i, noun.i + 1),
                content=self._range(clause.left_edge.i, clause.right_edge.i + 1),
                rule="en.report.claim-noun",
            )

    def _possessed(self) -> Iterator[Report]:
        """As in "by his account", "in the group's words", "by the ministry's count"."""
        article = self._article
        for noun in article.doc:
            if (
                noun.norm_ not in self._data.possessed
                or noun.dep_ != "pobj"
                or noun.head.lower_ not in {"by", "in", "on", "per"}
            ):
                continue
            owner = next((c for c in noun.children if c.dep_ == "poss"), None)
            if owner is None:
                owner = next(
                    (
                        n
                        for c in noun.children
                        if c.dep_ == "prep" and c.lower_ == "of"
                        for n in c.children
                        if n.dep_ == "pobj"
                    ),
                    None,
                )
            if owner is None:
                continue
            source = self._as_speaker(owner)
            if source is None:
                continue
            prep = noun.head
            own = {t.i for t in prep.subtree if t.i <= noun.right_edge.i} | {prep.i}
            span = article.doc[prep.i : noun.i + 1]
            yield Report(
                source=self._mention(source),
                kind=ReportKind.SAYS,
                certainty=Certainty.CERTAIN,
                cue=article.words(prep.i, noun.i + 1),
                content=self._around(span, own),
                rule="en.report.account",
                on_behalf_of=self._behalf(source),
            )
