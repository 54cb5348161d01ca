"""Reports by verbs: saying, accusing, claiming, denying."""

from __future__ import annotations

from spacy.tokens import Token

from extract.analysis import Mention, Report, ReportKind
from extract.lang.en import mention as mention_of
from extract.lang.en import phrase
from extract.lang.en.coreference import is_body, is_pronoun, resolve
from extract.lang.en.lexicon.schema import ReportRow
from extract.lang.en.slot import is_passive
from extract.lang.en.speech.desk import is_negated
from extract.lang.en.speech.disavowal import Disavowals
from extract.record import Certainty, ClaimKind

_PROFORMS = frozenset({"it", "this", "that", "so", "them", "which"})


_RESPONSIBLE = frozenset({"responsible", "guilty", "culpable"})


_NONE = frozenset({"det", "preconj"})


class Statements(Disavowals):
    """Finds reports by verbs."""

    def _verb(self, verb: Token) -> Report | None:
        if verb.i in self._by_token:
            return None  # "put to death" is no "put the toll at"
        for tokens, form, row in self._verbs.at(verb):
            report = self._fit(verb, tokens, form, row)
            if report is not None:
                return report
        return None

    def _fit(self, verb: Token, tokens: set[int], form: str, row: ReportRow) -> Report | None:
        negated = is_negated(verb)
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
        elif self._brands_false(verb):
            kind, topic = ReportKind.DENIES, ClaimKind.DENIAL
        elif not self._is_report(verb, form, row, clause, obj, negated):
            return None
        content = self._content(verb, clause, obj)
        if row.kind is ReportKind.CLAIMS and content is None:
            content = self._claimed(verb)
        if row.kind is ReportKind.SAYS and clause is not None:
            kind, topic, accused = self._reading(clause, accused)
        if kind is ReportKind.SAYS and clause is not None and self._disavows(clause):
            kind, topic = ReportKind.DENIES, ClaimKind.DENIAL
        if kind is ReportKind.SAYS and topic is None:
            if self._tells_deaths(verb, clause):
                topic = ClaimKind.CASUALTIES
            elif self._tells_why(verb, clause):
                topic = ClaimKind.MOTIVE
            elif self._tells_whom(verb, clause):
                topic = ClaimKind.TARGET
        base = Certainty.DENIED if kind is ReportKind.DENIES else row.certainty
        certainty, cue_tokens = self._certainty(base, verb, clause, content)
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
        if clause is not None and clause.dep_ == "xcomp" and row.certainty is not Certainty.CERTAIN:
            return False  # "gunmen suspected to be rebels": nobody says it here
        if clause is not None and not (negated and clause.dep_ == "xcomp"):
            if (
                clause.dep_ == "xcomp"
                and clause.pos_ in {"VERB"}
                and form not in {"claim", "report", "say", "believe", "admit"}
            ):
                return clause.tag_ == "VBG" and form in {"report", "admit", "describe", "mention"}
            return not negated
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
            and any(
                t.i in self._tolls or t.i in self._by_token or t.i in self._article.weapons
                for t in c.subtree
            )
            for c in verb.children
        )

    def _reading(
        self, clause: Token, accused: list[Mention]
    ) -> tuple[ReportKind, ClaimKind | None, list[Mention]]:
        """What a clause makes of the report: "it was behind the attack" is a claim."""
        behind = clause.norm_ == "be" and any(
            c.lower_ == "behind" or c.lower_ in _RESPONSIBLE for c in clause.children
        )
        behind |= clause.norm_ in {"stand"} and any(c.lower_ == "behind" for c in clause.children)
        subject = next((c for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
        if subject is None:
            return ReportKind.SAYS, None, accused
        own = self._is_own(subject)
        if behind and not is_negated(clause):
            if own:
                return ReportKind.CLAIMS, ClaimKind.RESPONSIBILITY_CLAIM, accused
            if is_body(self._article, subject):
                found = [mention_of.actor(self._article, t) for t in phrase.conjuncts(subject)]
                return ReportKind.ACCUSES, ClaimKind.PERPETRATOR, found
        if own and clause.i in self._by_token and not is_passive(clause):
            return ReportKind.CLAIMS, None, accused
        return ReportKind.SAYS, None, accused

    def _claimed(self, verb: Token) -> tuple[int, int] | None:
        """As in "claimed responsibility for the raid on the town": what is claimed."""
        for holder in (verb, *(c for c in verb.children if c.dep_ == "dobj")):
            for child in holder.children:
                if child.dep_ == "prep" and child.lower_ == "for":
                    drafts = [self._by_token.get(t.i) for t in child.children]
                    if any(d is not None and not d.predication.definite for d in drafts):
                        return self._range(child.i, child.right_edge.i + 1)
        return None

    def _tells_deaths(self, verb: Token, clause: Token | None) -> bool:
        """Whether the clause that is said tells of victims, and of its act only beside that."""
        head = clause
        if head is None and self._is_parenthetical(verb):
            head = verb.head
        if head is None:
            return False
        words = self._article.lexicon.casualties.status.values()
        dying = {w.split()[0] for row in words for w in row.intransitive}
        killing = {w for row in words for w in row.verbs}
        return any(
            token.i in self._tolls
            and (token.norm_ in dying or (token.norm_ in killing and is_passive(token)))
            and not any(c.dep_ == "agent" for c in token.children)
            for token in (head, *(c for c in head.children if c.dep_ == "xcomp"))
        )

    def _said_clause(self, verb: Token, clause: Token | None) -> Token | None:
        """The head of what is said, whether it follows the verb or stands before it."""
        if clause is None and self._is_parenthetical(verb):
            return verb.head
        return clause

    def _tells_why(self, verb: Token, clause: Token | None) -> bool:
        """As in "it was revenge for the raid", "the aim was to drive them out"."""
        head = self._said_clause(verb, clause)
        if head is None or head.norm_ not in {"be", "come"}:
            return False
        words = set(self._article.lexicon.cues.reasons)
        named = {c.norm_ for c in head.children if c.dep_ in {"nsubj", "attr"}}
        for child in head.children:
            if child.dep_ == "prep" and child.lower_ == "in":
                named |= {n.norm_ for n in child.children}
        return bool(named & words)

    def _tells_whom(self, verb: Token, clause: Token | None) -> bool:
        """As in "all the victims were civilians": it says who was hit, and not how many."""
        head = self._said_clause(verb, clause)
        if head is None or head.norm_ not in {"be", "belong"}:
            return False
        subject = next((c for c in head.children if c.dep_ == "nsubj"), None)
        if subject is None:
            return False
        both = self._article.lexicon.casualties.both
        about = {subject.norm_, *(n.norm_ for c in subject.children for n in c.children)}
        if not about & {*both, "dead", "passenger", "wounded", "those", "all", "most"}:
            return False
        if head.norm_ == "belong":
            return True
        attributes = [c for c in head.children if c.dep_ == "attr"]
        rows = [self._article.targets.get(c.i) for c in attributes]
        return any(row is not None and row.person for row in rows)

    def _after(self, verb: Token, obj: Token | None) -> list[Token]:
        """The parties after "on" or "to", where the verb takes the act as its object."""
        if verb.norm_ in self._data.on:
            preps = {"on", "at"}
        elif verb.norm_ in self._data.onto:
            preps = {"to", "with"}
        else:
            return []
        holders = [verb, *([obj] if obj is not None else [])]
        return [
            n
            for holder in holders
            for c in holder.children
            if c.dep_ == "prep" and c.lower_ in preps
            for n in c.children
            if n.dep_ == "pobj" and is_body(self._article, n)
        ]

    def _accused(self, verb: Token, obj: Token | None) -> list[Mention]:
        """As in "blame X for", "accuse X of", "blame Y on X", "attribute Y to X"."""
        heads = self._after(verb, obj)
        if not heads and obj is not None and verb.norm_ not in self._data.onto:
            if is_pronoun(obj):
                found = resolve(self._article, obj)
                obj = found if found is not None else obj
            heads = (
                [obj]
                if is_body(self._article, obj)
                or phrase.modifier_name(self._article, obj, phrase.span_of(self._article, obj))
                else []
            )
        return [
            mention_of.actor(self._article, t)
            for head in heads
            for t in phrase.conjuncts(head)
            if not any(c.lower_ in {"no", "neither"} and c.dep_ in _NONE for c in t.children)
        ]
