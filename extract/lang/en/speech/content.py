"""What is said, and how surely."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Span, Token

from extract.lang.en.speech.speaker import Speakers
from extract.record import Certainty

_ORDER: Final = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE, Certainty.UNSTATED)


class Contents(Speakers):
    """Finds the stretch of text that a report covers and the hedges on it."""

    def _is_parenthetical(self, verb: Token) -> bool:
        """Whether the report stands beside what is said: "..., a spokesman told the agency"."""
        listener = verb.norm_ in {"tell", "inform"}
        if any(c.dep_ == "mark" or (c.dep_ == "dobj" and not listener) for c in verb.children):
            return False
        if verb.dep_ == "conj":
            joined = any(c.dep_ == "cc" and c.i < verb.i for c in verb.head.children)
            return not joined and any(c.dep_ == "nsubj" for c in verb.children)
        return verb.dep_ in {"parataxis", "ccomp"} and verb.head.pos_ in {"VERB", "AUX"}

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
        self, verb: Token, clause: Token | None, obj: Token | None
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
            return self._quoted(start, end)
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
            return self._quoted(start, end) if end > start else None
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

    def _quoted(self, start: int, end: int) -> tuple[int, int]:
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

    def _certainty(
        self, base: Certainty, verb: Token, clause: Token | None, content: tuple[int, int] | None
    ) -> tuple[Certainty, set[int]]:
        """The verb's certainty, lowered by a hedge on the clause that it reports."""
        if base is Certainty.DENIED:
            return base, set()
        certainty: Certainty
        used: set[int]
        certainty, used = base, set()
        sentence = self._article.sentence_of(verb.idx)
        for span, row in self._article.hedges_in(sentence):
            if not self._hedges(span, verb, clause, content):
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
