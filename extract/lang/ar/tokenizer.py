"""The Arabic tokenizer: spaCy tokens that keep every character and cut proclitics off.

Each token's ``norm_`` is its folded form; ``token._.plain`` keeps hamza and ta marbuta. A
proclitic is a token of its own with ``token._.proclitic`` set. In ``للجيش`` the article's alef is
not written: the stem token ``لجيش`` gets the norm ``الجيش`` and ``token._.elided`` is set.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

from extract.fold import fold
from extract.lang.ar.clitic import Clitics

_LETTER: Final = (
    "\u0620-\u063f\u0641-\u064a\u0671-\u06d3\u06d5\u06fa-\u06ff\ufb50-\ufdff\ufe70-\ufefc"
)
_MARK: Final = (
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff"
)
_DIGIT: Final = "0-9\u0660-\u0669\u06f0-\u06f9"
_PIECE: Final = re.compile(
    rf"(?P<arabic>[{_LETTER}][{_LETTER}{_MARK}]*)"
    rf"|(?P<number>[{_DIGIT}]+(?:[.,٫٬][{_DIGIT}]+)*)"
    rf"|(?P<latin>[^\W\d_{_LETTER}]+(?:['’.-][^\W\d_{_LETTER}]+)*)"
    rf"|(?P<space>\s+)"
    rf"|(?P<mark>[{_MARK}]+)"
    r"|(?P<other>.)",
    re.DOTALL,
)
_MARKS: Final = re.compile(f"[{_MARK}]")
_PRESENTATION: Final = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")


def plain_form(word: str) -> str:
    """Drop marks and tatweel and resolve presentation forms; keep hamza and ta marbuta."""
    if _PRESENTATION.search(word):
        word = unicodedata.normalize("NFKC", word)
    return _MARKS.sub("", word)


class ArabicTokenizer:
    """Turns a text into a spaCy ``Doc`` whose text is the input, character for character."""

    def __init__(self, vocab: Vocab, clitics: Clitics) -> None:
        self.vocab = vocab
        self.clitics = clitics
        self._known: dict[str, tuple[tuple[str, str, str, bool, bool], ...]] = {}
        for name in ("plain", "proclitic", "elided"):
            if not Token.has_extension(name):
                Token.set_extension(name, default="" if name == "plain" else False)

    def __call__(self, text: str) -> Doc:
        """Tokenise ``text``; the empty text gives an empty ``Doc``."""
        words: list[str] = []
        spaces: list[bool] = []
        details: list[tuple[str, str, bool, bool]] = []
        for match in _PIECE.finditer(text):
            piece = match.group()
            if match.lastgroup == "space" and words and piece.startswith(" ") and not spaces[-1]:
                spaces[-1] = True
                piece = piece[1:]
                if not piece:
                    continue
            for part, norm, plain, proclitic, elided in self._parts(piece, match.lastgroup):
                words.append(part)
                spaces.append(False)
                details.append((norm, plain, proclitic, elided))
        doc = Doc(self.vocab, words=words, spaces=spaces)
        for token, (norm, plain, proclitic, elided) in zip(doc, details, strict=True):
            token.norm_ = norm
            token._.plain = plain
            if proclitic:
                token._.proclitic = True
            if elided:
                token._.elided = True
        return doc

    def norms(self, text: str) -> list[str]:
        """The folded forms of the tokens of ``text``, without making a ``Doc``."""
        found: list[str] = []
        for match in _PIECE.finditer(text):
            if match.lastgroup != "space":
                found.extend(part[1] for part in self._parts(match.group(), match.lastgroup))
        return found

    def _parts(self, piece: str, kind: str | None) -> tuple[tuple[str, str, str, bool, bool], ...]:
        if kind != "arabic":
            norm = fold(piece) or piece
            return ((piece, norm, piece, False, False),)
        cached = self._known.get(piece)
        if cached is None:
            cached = tuple(self._cut(piece))
            self._known[piece] = cached
        return cached

    def _cut(self, piece: str) -> Iterator[tuple[str, str, str, bool, bool]]:
        plain = plain_form(piece)
        whole = len(_MARKS.sub("", piece)) == len(plain)
        cuts = self.clitics.cuts(plain) if whole else ()
        places = _original_offsets(piece, cuts)
        bounds = [0, *places, len(piece)]
        plain_bounds = [0, *cuts, len(plain)]
        last = len(bounds) - 2
        for index in range(len(bounds) - 1):
            part = piece[bounds[index] : bounds[index + 1]]
            form = plain[plain_bounds[index] : plain_bounds[index + 1]]
            elided = (
                index == last
                and index > 0
                and form.startswith("ل")
                and plain[plain_bounds[index] - 1] == "ل"
                and not form.startswith("لل")
            )
            norm = fold(form)
            if elided:
                norm = "ا" + norm
            yield part, norm or part, form, index < last, elided


def _original_offsets(piece: str, cuts: tuple[int, ...]) -> list[int]:
    """Offsets in ``piece`` of offsets counted without marks."""
    if not cuts:
        return []
    if not _MARKS.search(piece):
        return list(cuts)
    offsets: list[int] = []
    seen = 0
    for position, character in enumerate(piece):
        if _MARKS.match(character):
            continue
        if seen in cuts:
            offsets.append(position)
        seen += 1
    return offsets
