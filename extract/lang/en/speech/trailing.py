"""Reports read from the order of the words: "..., police in the town said on Monday, ...".

News sets the speaker and the verb behind what is said, between commas. The parser often takes such
a tail for something else; the order of the words is plainer than its tree.
"""

from __future__ import annotations

from typing import Final

from spacy.tokens import Span, Token

from extract.analysis import Report, ReportKind
from extract.lang.en.coreference import is_pronoun, resolve
from extract.lang.en.lexicon.schema import ReportRow
from extract.lang.en.speech.content import Contents

_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SPEECH: Final = frozenset({"VBD", "VBZ", "VBP", "VBN"})
_LONGEST: Final = 14
_SHORTEST: Final = 4


class Trailing(Contents):
    """Finds the reports that stand between commas behind what is said."""

    def _trailing(self, verb: Token) -> Report | None:
        row = next(
            (
                (form, row)
                for tokens, form, row in self._verbs.at(verb)
                if row.kind is ReportKind.SAYS and len(tokens) == 1
            ),
            None,
        )
        if row is None or verb.tag_ not in _SPEECH or not self._closes(verb):
            return None
        tail = self._tail(verb)
        if tail is None or tail.start - verb.sent.start < _SHORTEST:
            return None
        return self._told(verb, tail, *row)

    def _told(self, verb: Token, tail: Span, form: str, row: ReportRow) -> Report | None:
        head: Token | None = tail.root
        if head is not None and is_pronoun(head):
            head = resolve(self._article, head)
        if head is None or not self._can_speak(head):
            return None
        content = self._quoted(verb.sent.start, tail.start - 1)
        certainty, _ = self._certainty(row.certainty, verb, None, content)
        return Report(
            source=self._mention(head),
            kind=ReportKind.SAYS,
            certainty=certainty,
            cue=self._article.words(verb.i, verb.i + 1),
            content=content,
            rule="en.report.trailing",
            verb=form,
            relayed_by=self._channels(verb, head),
            on_behalf_of=self._behalf(head),
        )

    def _closes(self, verb: Token) -> bool:
        """Whether no clause of its own follows the verb: the comma or the end comes soon."""
        doc = verb.doc
        for token in doc[verb.i + 1 : min(verb.sent.end, verb.i + _LONGEST)]:
            if token.text in {",", ".", ";", '"'} or token.is_space:
                return True
            if token.tag_ in _FINITE or token.lower_ in {"that", "whether"}:
                return False
        return verb.sent.end - verb.i <= _LONGEST

    def _tail(self, verb: Token) -> Span | None:
        """The words between the comma before and the verb: the speaker."""
        doc, end = verb.doc, verb.i
        while end > verb.sent.start and doc[end - 1].pos_ in {"AUX", "ADV"}:
            end -= 1
        start = end
        while start > verb.sent.start and doc[start - 1].text not in {",", '"', ";", ":"}:
            start -= 1
            if doc[start].tag_ in _FINITE or end - start > _LONGEST:
                return None
        if start == end or start <= verb.sent.start or doc[start].pos_ in {"CCONJ", "SCONJ"}:
            return None
        return doc[start:end]
