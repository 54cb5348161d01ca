"""Reports: who says, claims, denies or keeps silent, how surely, in which words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from spacy.tokens import Span, Token

from extract.analysis import Mention, Report, ReportKind, Words
from extract.lang.en import phrase
from extract.lang.en.article import Article
from extract.lang.en.coreference import is_body, is_pronoun, resolve
from extract.lang.en.event import Draft, match_parts
from extract.lang.en.lexicon import Lexicon
from extract.lang.en.lexicon.schema import HedgeRow, ReportRow
from extract.lang.en.slot import is_passive, subject_of
from extract.record import Certainty, ClaimKind, SourceKind

_ORDER: Final = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE, Certainty.UNSTATED)
_PROFORMS = frozenset({"it", "this", "that", "so", "them", "which"})
_RESPONSIBLE = frozenset({"responsible", "guilty", "culpable"})


class ReportVerbs:
    """Reporting verbs by their first word, longest first."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._rows: dict[str, list[tuple[tuple[str, ...], ReportRow]]] = {}
        for row in lexicon.reporting.verbs:
            for word in row.words:
                parts = tuple(word.split())
                self._rows.setdefault(parts[0], []).append((parts, row))
        for rows in self._rows.values():
            rows.sort(key=lambda item: -len(item[0]))

    def at(self, verb: Token) -> Iterator[tuple[set[int], str, ReportRow]]:
        """The rows that the verb fits, longest first, with their tokens and citation form."""
        for parts, row in self._rows.get(verb.norm_, ()):
            tokens = match_parts(verb, parts)
            if tokens is not None:
                yield tokens, " ".join(parts), row


class ReportFinder:
    """Finds the reports of one article."""

    def __init__(
        self, article: Article, verbs: ReportVerbs, by_token: dict[int, Draft], tolls: set[int]
    ) -> None:
        self._article = article
        self._verbs = verbs
        self._by_token = by_token
        self._tolls = tolls
        self._data = article.lexicon.reporting
        self._cues = article.lexicon.cues
        self._reports: list[Report] = []
        self._verb_of: dict[int, Report] = {}
        self._used_hedges: set[int] = set()

    def find(self) -> list[Report]:
        """All reports in the order of their cues."""
        for token in self._article.doc:
            if token.pos_ in {"VERB", "AUX"}:
                report = self._silence(token) or self._relay(token) or self._verb(token)
                if report is not None:
                    self._reports.append(report)
                    self._verb_of[token.i] = report
            elif token.pos_ in {"NOUN", "PROPN"}:
                report = self._no_word(token)
                if report is not None:
                    self._reports.append(report)
        self._reports += self._phrases()
        self._reports += self._possessed()
        self._reports += self._outlet()
        self._reports.sort(key=lambda r: (r.cue.start, r.cue.end))
        headline = self._headline()
        return [r for r in self._reports if r.cue.start >= headline]

    def _headline(self) -> int:
        """Where the body begins, when a headline stands before it: what it reports is told again there."""
        text = self._article.doc.text
        end = text.find("\n\n")
        first = text[:end] if end > 0 else ""
        return end if first and "\n" not in first and not first.rstrip().endswith(".") else 0

    # -- verbs

    def _verb(self, verb: Token) -> Report | None:
        for tokens, form, row in self._verbs.at(verb):
            report = self._fit(verb, tokens, form, row)
            if report is not None:
                return report
        return None

    def _fit(self, verb: Token, tokens: set[int], form: str, row: ReportRow) -> Report | None:
        negated = _is_negated(verb)
        speaker = self._speaker(verb, tokens)
        if speaker is None or (negated and row.kind is not ReportKind.SAYS):
            return None
        clause = self._clause(verb)
        obj = self._object(verb, tokens)
        kind, topic, accused = row.kind, None, []
        if row.kind is ReportKind.CLAIMS:
            if form == "claim" and not self._claims_event(obj):
                return None
            topic = ClaimKind.RESPONSIBILITY_CLAIM
        elif row.kind is ReportKind.ACCUSES:
            accused = self._accused(verb, obj)
            if not accused:
                return None
            topic = ClaimKind.PERPETRATOR
        elif row.kind is ReportKind.DENIES:
            if clause is None and obj is None and not self._has_quote(verb):
                return None
            topic = ClaimKind.DENIAL
        elif not self._is_report(verb, form, row, clause, obj, negated):
            return None
        content = self._content(verb, tokens, clause, obj)
        if row.kind is ReportKind.SAYS and clause is not None:
            kind, topic, accused = self._reading(clause, verb, accused)
        certainty, cue_tokens = self._certainty(row.certainty, verb, clause, content)
        source = self._mention(speaker)
        return Report(
            source=source,
            kind=kind,
            certainty=certainty,
            cue=self._cue(verb, tokens | cue_tokens),
            content=content,
            rule=f"en.report.{row.kind}",
            verb=form,
            topic=topic,
            accused=accused,
            relayed_by=self._channels(verb, speaker),
            on_behalf_of=self._behalf(speaker),
        )

    def _is_report(
        self,
        verb: Token,
        form: str,
        row: ReportRow,
        clause: Token | None,
        obj: Token | None,
        negated: bool,
    ) -> bool:
        if clause is not None and not (negated and clause.dep_ == "xcomp"):
            if (
                clause.dep_ == "xcomp"
                and clause.pos_ in {"VERB"}
                and form not in {"claim", "report", "say", "believe", "admit"}
            ):
                return clause.tag_ == "VBG" and form in {"report", "admit", "describe", "mention"}
            return not (negated and form not in {"say", "tell"})
        if negated:
            return False
        if row.clause:
            return False
        if self._has_quote(verb) or self._is_parenthetical(verb):
            return True
        with_toll = form in self._data.with_toll and any(t.i in self._tolls for t in verb.subtree)
        if form in self._data.with_clause:
            return with_toll
        if with_toll:
            return True
        if obj is not None:
            if is_pronoun(obj) or obj.lower_ in _PROFORMS:
                return form in {"confirm", "report"}
            return form not in {"say", "tell", "inform"} or any(
                t.i in self._by_token for t in obj.subtree
            )
        return any(
            c.dep_ == "prep"
            and c.lower_ in {"of", "to"}
            and any(t.i in self._tolls or t.i in self._by_token for t in c.subtree)
            for c in verb.children
        )

    def _reading(
        self, clause: Token, verb: Token, accused: list[Mention]
    ) -> tuple[ReportKind, ClaimKind | None, list[Mention]]:
        """ "it was behind the attack" is a claim; "the rebels were behind it" an accusation."""
        behind = clause.norm_ == "be" and any(
            c.lower_ == "behind" or c.lower_ in _RESPONSIBLE for c in clause.children
        )
        behind |= clause.norm_ in {"stand"} and any(c.lower_ == "behind" for c in clause.children)
        subject = next((c for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
        if subject is None:
            return ReportKind.SAYS, None, accused
        own = self._is_own(subject, verb)
        if behind and not _is_negated(clause):
            if own:
                return ReportKind.CLAIMS, ClaimKind.RESPONSIBILITY_CLAIM, accused
            if is_body(self._article, subject):
                found = [phrase.actor(self._article, t) for t in phrase.conjuncts(subject)]
                return ReportKind.ACCUSES, ClaimKind.PERPETRATOR, found
        if own and clause.i in self._by_token and not is_passive(clause):
            return ReportKind.CLAIMS, None, accused
        return ReportKind.SAYS, None, accused

    def _is_own(self, subject: Token, verb: Token) -> bool:
        """Whether the subject is the speaker, or the speaker's men ("its fighters")."""
        if subject.lower_ in {"it", "they", "we"}:
            return True
        return any(
            c.dep_ == "poss" and c.lower_ in {"its", "their", "our"} for c in subject.children
        ) and (
            subject.norm_
            in {
                "fighter",
                "force",
                "man",
                "unit",
                "troop",
                "soldier",
                "wing",
                "army",
                "militant",
                "drone",
                "jet",
                "air",
                "navy",
            }
        )

    def _speaker(self, verb: Token, tokens: set[int]) -> Token | None:
        for child in verb.children:
            if child.dep_ == "agent":
                for noun in child.children:
                    if noun.dep_ == "pobj" and self._can_speak(noun):
                        return noun
        if is_passive(verb) and verb.norm_ not in {"quote", "cite"}:
            return None
        if (
            verb.tag_ == "VBN"
            and not any(c.dep_ in {"aux", "nsubj"} for c in verb.children)
            and verb.dep_ != "conj"
        ):
            return None
        subject = subject_of(verb)
        if subject is None or subject.i in tokens:
            return None
        if subject.dep_ == "nsubjpass" and verb.dep_ in {"advcl", "acl"}:
            return None
        return self._as_speaker(subject)

    def _as_speaker(self, noun: Token) -> Token | None:
        if is_pronoun(noun):
            found = resolve(self._article, noun)
            return found if found is not None and self._can_speak(found) else None
        return noun if self._can_speak(noun) else None

    def _can_speak(self, noun: Token) -> bool:
        article = self._article
        if noun.ent_type_ in {"DATE", "TIME", "CARDINAL"} and noun.i not in article.source_heads:
            return False
        if any(
            c.lower_ in {"no", "neither"} and c.dep_ in {"det", "preconj"} for c in noun.children
        ):
            return False
        return (
            is_body(article, noun)
            or noun.norm_ in self._data.statements
            or noun.norm_ in article.lexicon.sources.spokesmen
            or noun.norm_ in self._data.possessed
            or (noun.pos_ == "PROPN" and noun.i not in article.weapons)
            or noun.lower_ in {"others", "some", "many", "most", "another"}
            or noun.norm_ in {"owner", "investigator", "outlet", "witness", "survivor", "boss"}
        )

    def _clause(self, verb: Token) -> Token | None:
        for child in verb.children:
            if child.dep_ == "ccomp":
                return child
        for child in verb.children:
            if child.dep_ == "xcomp":
                return child
        return None

    def _object(self, verb: Token, tokens: set[int]) -> Token | None:
        for child in verb.children:
            if child.dep_ in {"dobj", "nsubjpass", "oprd"} and child.i not in tokens:
                return child
        return None

    def _claims_event(self, obj: Token | None) -> bool:
        if obj is None:
            return False
        return (
            obj.i in self._by_token
            or obj.i in self._article.nouns
            or obj.lower_ in {"it", "responsibility", "credit", "both"}
        )

    def _accused(self, verb: Token, obj: Token | None) -> list[Mention]:
        """ "blame X for", "accuse X of", "blame Y on X"."""
        on = [
            n
            for c in verb.children
            if c.dep_ == "prep" and c.lower_ in {"on", "at"}
            for n in c.children
            if n.dep_ == "pobj"
        ]
        heads = (
            [n for n in on if is_body(self._article, n)] if verb.norm_ in {"blame", "pin"} else []
        )
        if not heads and obj is not None:
            if is_pronoun(obj):
                found = resolve(self._article, obj)
                obj = found if found is not None else obj
            heads = (
                [obj]
                if is_body(self._article, obj)
                or phrase.modifier_name(self._article, obj, phrase.span_of(self._article, obj))
                else []
            )
        return [phrase.actor(self._article, t) for head in heads for t in phrase.conjuncts(head)]

    # -- what is said

    def _is_parenthetical(self, verb: Token) -> bool:
        return (
            verb.dep_ in {"parataxis", "ccomp"}
            and verb.head.pos_ in {"VERB", "AUX"}
            and not any(c.dep_ == "mark" for c in verb.children)
            and not any(c.dep_ == "dobj" for c in verb.children)
        )

    def _has_quote(self, verb: Token) -> bool:
        """Whether a quotation of some words stands with the verb in its sentence."""
        quotes = [t.i for t in verb.sent if t.text == '"']
        return (
            len(quotes) >= 1
            and any(
                b - a > 3 for a, b in zip([*quotes], [*quotes[1:], verb.sent.end], strict=False)
            )
            and verb.dep_ in {"ROOT", "parataxis", "ccomp", "conj"}
        )

    def _content(
        self, verb: Token, tokens: set[int], clause: Token | None, obj: Token | None
    ) -> tuple[int, int] | None:
        doc = self._article.doc
        if clause is not None:
            part = [t.i for t in clause.subtree if not self._belongs(t, verb, clause)]
            start, end = min(part), max(part) + 1
            if start < verb.i < end:
                if clause.i < verb.i:
                    end = max(i for i in part if i < verb.i) + 1
                else:
                    start = min(i for i in part if i > verb.i)
            return self._quoted(start, end, verb)
        if self._is_parenthetical(verb) or (obj is None and self._has_quote(verb)):
            sent = verb.sent
            own = [t.i for t in verb.subtree]
            before, after = (sent.start, min(own)), (max(own) + 1, sent.end)
            if verb.dep_ == "ROOT":
                own = [
                    verb.i,
                    *(t.i for c in verb.children if c.dep_ == "nsubj" for t in c.subtree),
                ]
                before, after = (sent.start, min(own)), (max(own) + 1, sent.end)
            start, end = max((before, after), key=lambda r: r[1] - r[0])
            return self._quoted(start, end, verb) if end > start else None
        if obj is not None:
            part = [t.i for t in obj.subtree]
            rest = [
                t.i
                for c in verb.children
                if c.i > verb.i and c.dep_ in {"prep", "conj", "dobj", "oprd", "advcl"}
                for t in c.subtree
            ]
            start, end = min(part), max([*part, *(i for i in rest if i > min(part))]) + 1
            return self._range(start, end)
        rest = [
            t.i
            for c in verb.children
            if c.dep_ == "prep" and c.lower_ in {"of", "to"}
            for t in c.subtree
        ]
        return self._range(min(rest), max(rest) + 1) if rest and doc else None

    def _belongs(self, token: Token, verb: Token, clause: Token) -> bool:
        """Whether a token of the clause's subtree is the report itself set in between."""
        if token.i == clause.i:
            return False
        return token.i == verb.i or (
            verb.i in {a.i for a in token.ancestors}
            and clause.i not in {a.i for a in token.ancestors}
        )

    def _quoted(self, start: int, end: int, verb: Token) -> tuple[int, int]:
        """Widen to a quotation that began in an earlier sentence of the paragraph."""
        doc = self._article.doc
        inside = [i for i in range(start, min(end + 2, len(doc))) if doc[i].text == '"']
        if len(inside) % 2 == 1:
            i = start - 1
            while i >= 0 and not (doc[i].is_space and "\n" in doc[i].text):
                if doc[i].text == '"':
                    if doc[i].whitespace_ == "":
                        start = i
                    break
                i -= 1
        return self._range(start, end)

    def _range(self, start: int, end: int) -> tuple[int, int]:
        words = self._article.words(start, end)
        return words.start, words.end

    def _cue(self, verb: Token, tokens: set[int]) -> Words:
        near = sorted(i for i in tokens if abs(i - verb.i) <= 6)
        low, high = near[0], near[-1] + 1
        for child in verb.children:
            if child.dep_ in {"aux", "auxpass", "neg"} and verb.i - 4 < child.i < verb.i:
                low = min(low, child.i)
        return self._article.words(low, high)

    def _certainty(
        self, base: Certainty, verb: Token, clause: Token | None, content: tuple[int, int] | None
    ) -> tuple[Certainty, set[int]]:
        """The verb's certainty, lowered by a hedge on the clause that it reports."""
        if base is Certainty.DENIED:
            return base, set()
        certainty, used = base, set()
        for span, row in self._article.matches.get("hedge", ()):
            if not isinstance(row, HedgeRow) or not self._hedges(span, verb, clause, content):
                continue
            self._used_hedges.add(span.start)
            if _ORDER.index(row.certainty) > _ORDER.index(certainty):
                certainty, used = row.certainty, set(range(span.start, span.end))
        return certainty, used

    def _hedges(
        self, span: Span, verb: Token, clause: Token | None, content: tuple[int, int] | None
    ) -> bool:
        token = span.root
        if token.i == verb.i or span.start <= verb.i < span.end:
            return False
        if token.head.i == verb.i and token.dep_ in {"advmod", "aux"}:
            return True
        if content is None or not content[0] <= token.idx < content[1]:
            return False
        if clause is None:
            return True
        return clause.i in {token.i, token.head.i, token.head.head.i} and token.dep_ in {
            "advmod",
            "aux",
            "ROOT",
            "ccomp",
            "acomp",
            "amod",
            "nsubj",
            "auxpass",
            "xcomp",
        }

    # -- who speaks

    def _mention(self, head: Token) -> Mention:
        """The speaker, with all that are coordinated: "police and medics"."""
        article = self._article
        mention = phrase.actor(article, head)
        last = head
        for token in phrase.conjuncts(head):
            if token.i > last.i and is_body(article, token):
                last = token
        if last.i != head.i:
            end = phrase.span_of(article, last).end
            start = phrase.span_of(article, head).start
            if end - start <= 12:
                mention = replace(mention, words=article.words(start, end))
        return self._with_apposition(mention, head)

    def _with_apposition(self, mention: Mention, head: Token) -> Mention:
        """ "a resident, Garba Umar": the name belongs to the speaker's words."""
        article = self._article
        for child in head.children:
            if child.dep_ == "appos" and child.i > head.i:
                span = phrase.span_of(article, child)
                start = min(phrase.span_of(article, head).start, span.start)
                if span.end - start <= 14 and "\n" not in article.doc[start : span.end].text:
                    words = article.words(start, span.end)
                    if words.start <= mention.words.start and words.end >= mention.words.end:
                        named = article.actors.get(child.i)
                        if mention.entity is None and named is not None:
                            return replace(
                                mention, words=words, entity=named.entity, canonical_en=named.label
                            )
                        return replace(mention, words=words)
        return mention

    def _behalf(self, head: Token) -> Mention | None:
        """Whom a spokesman speaks for."""
        article = self._article
        for token in (head, *(c for c in head.children if c.dep_ == "appos")):
            spokes = (
                token
                if token.norm_ in article.lexicon.sources.spokesmen
                else next(
                    (c for c in token.lefts if c.norm_ in article.lexicon.sources.spokesmen), None
                )
            )
            if spokes is None:
                continue
            for owner in (spokes, token):
                for child in owner.children:
                    if child.dep_ == "prep" and child.lower_ in {"of", "for"}:
                        for noun in child.children:
                            if noun.dep_ == "pobj":
                                return phrase.actor(article, noun)
                    if child.dep_ in {"poss", "compound", "amod", "nmod"} and (
                        child.i in article.actors or child.ent_type_ in {"ORG", "NORP"}
                    ):
                        return phrase.actor(article, child)
                    if child.dep_ == "poss" and is_body(article, child):
                        return phrase.actor(article, child)
        return None

    def _channels(self, verb: Token, speaker: Token) -> list[Mention]:
        """ "told AFP", "in remarks carried by IRNA"."""
        found: list[Mention] = []
        article = self._article
        for token in verb.subtree:
            medium = article.actors.get(token.i)
            is_medium = (medium is not None and medium.source_kind is SourceKind.MEDIA) or (
                article.source_heads.get(token.i) is SourceKind.MEDIA
                and token.norm_
                in {
                    "agency",
                    "channel",
                    "newspaper",
                    "television",
                    "broadcaster",
                    "news agency",
                    "radio",
                }
            )
            if not is_medium or token.i == speaker.i:
                continue
            listener = token.dep_ in {"dobj", "dative"} and token.head.i == verb.i
            carrier = (
                token.dep_ == "pobj"
                and token.head.dep_ == "agent"
                and token.head.head.norm_
                in {"carry", "publish", "air", "broadcast", "run", "report"}
            )
            if listener or carrier:
                found.append(phrase.actor(article, token))
        return found

    # -- relayed speech: "the agency quoted a source as saying"

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
        content = self._content(said, {said.i}, clause, self._object(said, set()))
        certainty, _ = self._certainty(Certainty.CERTAIN, said, clause, content)
        return Report(
            source=self._mention(source),
            kind=ReportKind.SAYS,
            certainty=certainty,
            cue=self._article.words(verb.i, verb.i + 1),
            content=content,
            rule="en.report.relay",
            verb=verb.norm_,
            relayed_by=[phrase.actor(self._article, channel)] if channel is not None else [],
            on_behalf_of=self._behalf(source),
        )

    # -- phrases

    def _phrases(self) -> Iterator[Report]:
        """ "according to police", "as reported by the agency"."""
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
        """ "sources whom the agency quoted"."""
        found = []
        for child in head.children:
            if child.dep_ in {"relcl", "acl"} and child.norm_ in {"quote", "cite"}:
                subject = next(
                    (c for c in child.children if c.dep_ == "nsubj" and self._can_speak(c)), None
                )
                if subject is not None:
                    found.append(phrase.actor(self._article, subject))
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

    def _possessed(self) -> Iterator[Report]:
        """ "by his account", "in the group's words", "by the ministry's count"."""
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

    # -- silence

    def _silence(self, verb: Token) -> Report | None:
        """ "has not commented", "declined to comment", "no group has claimed it", "went unanswered"."""
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
            _is_negated(verb)
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
        """ "nobody has said they did it"."""
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
        """ "there was no immediate comment from X", "no claim of responsibility"."""
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

    # -- the outlet's own hedges

    def _outlet(self) -> Iterator[Report]:
        """ "reportedly", "is believed to", "could not be verified": nobody named stands behind it."""
        article = self._article
        sentences = {r.cue.sentence for r in self._reports if r.content is not None}
        for span in article.groups("unverified"):
            sent = span.sent
            yield Report(
                source=None,
                kind=ReportKind.SAYS,
                certainty=Certainty.UNSTATED,
                cue=article.words(span.start, span.end),
                content=self._range(sent.start, sent.end),
                rule="en.report.unverified",
                topic=ClaimKind.OCCURRENCE,
            )
            self._used_hedges.add(span.start)
        for span, row in article.matches.get("hedge", ()):
            if not isinstance(row, HedgeRow) or span.start in self._used_hedges:
                continue
            token = span.root
            words = article.words(span.start, span.end)
            if (
                words.sentence in sentences
                or token.dep_ in {"aux"}
                or row.certainty is Certainty.UNSTATED
                and token.dep_ == "amod"
            ):
                continue
            if token.dep_ in {"amod", "compound"} or token.lower_ in {
                "may",
                "might",
                "possible",
                "fear",
                "seem",
                "appear",
            }:
                continue
            if (
                token.pos_ == "VERB"
                and token.dep_ in {"ROOT", "conj", "ccomp"}
                and not is_passive(token)
            ):
                continue
            clause = token if token.pos_ in {"VERB", "AUX"} else token.head
            if not any(t.i in self._by_token or t.i in self._tolls for t in clause.subtree):
                continue
            part = [t.i for t in clause.subtree if not t.is_space]
            yield Report(
                source=None,
                kind=ReportKind.SAYS,
                certainty=row.certainty,
                cue=words,
                content=self._range(min(part), max(part) + 1),
                rule="en.report.hedge",
            )


def _is_negated(verb: Token) -> bool:
    return any(c.dep_ == "neg" or c.lower_ in {"never", "neither"} for c in verb.children)
