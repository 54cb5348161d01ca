"""Sentence borders in Arabic news, as a spaCy component."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, cast

from spacy.language import Language
from spacy.tokens import Doc

_ENDERS: Final = frozenset(".!?؟…")
_CLOSERS: Final = frozenset("»”\")]'’")
_INITIAL_LENGTH: Final = 1
_GOES_ON: Final = 2**64 - 1  # how spaCy writes -1, "no sentence begins here"
_DOMAINS: Final = frozenset({"نت", "كوم", "نيوز", "اورغ", "com", "net", "org"})


@Language.component("arabic_sentences")
def arabic_sentences(doc: Doc) -> Doc:
    """Begin a sentence after a line break and after a full stop, exclamation or question mark.

    Closing quotes and brackets stay with the sentence that they end; a full stop after a single
    letter («د.») ends none.
    """
    begins = doc.to_array("SENT_START")
    for index, is_start in enumerate(_starts(doc)):
        begins[index] = 1 if is_start else _GOES_ON
    # Told token by token, spaCy would look through the whole document for each.
    return doc.from_array(["SENT_START"], cast("Any", begins))


def _starts(doc: Doc) -> Iterator[bool]:
    """For each token, whether it begins a sentence."""
    starts = False
    ended = False
    for index, token in enumerate(doc):
        if index == 0:
            yield True
            continue
        if token.is_space:
            yield False
            starts = starts or ended or "\n" in token.text or "\r" in token.text
            ended = False
            continue
        if ended and token.text in _CLOSERS:
            yield False
            continue
        if token.text in _ENDERS and not (starts or ended):
            yield False
            ended = not _is_abbreviation(doc, index)
            continue
        if token.text in _ENDERS:
            yield False
            continue
        yield starts or ended
        starts = ended = False


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
