"""Sentence borders in Arabic news, as a spaCy component."""

from __future__ import annotations

from typing import Final

from spacy.language import Language
from spacy.tokens import Doc

_ENDERS: Final = frozenset(".!?؟…")
_CLOSERS: Final = frozenset("»”\")]'’")
_INITIAL_LENGTH: Final = 1
_DOMAINS: Final = frozenset({"نت", "كوم", "نيوز", "اورغ", "com", "net", "org"})


@Language.component("arabic_sentences")
def arabic_sentences(doc: Doc) -> Doc:
    """Begin a sentence after a line break and after a full stop, exclamation or question mark.

    Closing quotes and brackets stay with the sentence that they end; a full stop after a single
    letter («د.») ends none.
    """
    starts = False
    ended = False
    for index, token in enumerate(doc):
        if index == 0:
            token.is_sent_start = True
            continue
        if token.is_space:
            token.is_sent_start = False
            starts = starts or ended or "\n" in token.text or "\r" in token.text
            ended = False
            continue
        if ended and token.text in _CLOSERS:
            token.is_sent_start = False
            continue
        if token.text in _ENDERS and not (starts or ended):
            token.is_sent_start = False
            ended = not _is_abbreviation(doc, index)
            continue
        token.is_sent_start = starts or ended
        if token.text not in _ENDERS:
            starts = ended = False
        else:
            token.is_sent_start = False
    return doc


def _is_abbreviation(doc: Doc, index: int) -> bool:
    before = doc[index - 1]
    if index + 1 < len(doc) and doc[index + 1].norm_ in _DOMAINS and not doc[index].whitespace_:
        return True
    return (
        doc[index].text == "."
        and len(before.text) == _INITIAL_LENGTH
        and before.is_alpha
        and not (index + 1 < len(doc) and "\n" in doc[index + 1].text)
    )
