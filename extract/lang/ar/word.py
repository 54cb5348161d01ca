"""Words: the tokens of an Arabic article with everything the lexicon knows of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Doc

from extract.lang.ar.inflection import NounForm, Number, VerbForm
from extract.lang.ar.lexicon import (
    Adjective,
    Lexicon,
    Noun,
    NounClass,
    ReportVerb,
    Sense,
    Tag,
    Verb,
)

_NO_TAGS: Final[frozenset[Tag]] = frozenset()
_QUOTES: Final = frozenset("«»“”\"„‟''‘’'\"")
_NISBA_LENGTH: Final = 4
_PASSIVE_MARK: Final = "\u064f"


@dataclass(slots=True, eq=False)
class Word:
    """One word or sign of the text.

    Attributes:
        index: Place in the article's list of words.
        start, end: Offsets in the document's text.
        text: As written, with the article's letter even where a proclitic swallowed its alef.
        norm: Folded form.
        plain: Without marks, hamza kept.
        sentence: Index of its sentence.
        proclitic: It is one letter cut off the word that follows.
        elided: Its article's alef is not written (after ل).
        tags: Closed classes it may belong to.
        verbs, reports, nouns: Lexicon readings.
        adjective: Lexicon adjective, when it is one.
        is_number: Written in digits.
        is_sign: Punctuation or symbol.
        is_verb: The tagger decided that it is a verb here.
        passive: It is marked, or must be read, as passive.
        gap: A line break or several blanks stand before it.
    """

    index: int
    start: int
    end: int
    text: str
    norm: str
    plain: str
    sentence: int
    proclitic: bool = False
    elided: bool = False
    tags: frozenset[Tag] = _NO_TAGS
    verbs: tuple[tuple[Verb, VerbForm], ...] = ()
    reports: tuple[tuple[ReportVerb, VerbForm], ...] = ()
    nouns: tuple[tuple[Noun, NounForm], ...] = ()
    adjective: Adjective | None = None
    is_number: bool = False
    is_sign: bool = False
    is_verb: bool = False
    passive: bool = False
    gap: bool = False

    @property
    def is_quote(self) -> bool:
        """Whether it is a quotation mark of any style."""
        return self.text in _QUOTES

    @property
    def has_article(self) -> bool:
        """Whether it begins with the article."""
        return (
            len(self.norm) > 3
            and self.norm.startswith("ال")
            and (self.elided or self.plain.startswith("ال"))
        )

    @property
    def is_nisba(self) -> bool:
        """Whether it looks like a relational adjective (ending in -i, -iya, -iyin)."""
        norm = self.norm
        return (
            len(norm) >= _NISBA_LENGTH
            and norm.endswith(("ي", "يه", "يا", "يين", "يون", "يتين", "يات"))
            and not self.nouns
            and not self.tags
        )

    def noun(self, *classes: NounClass) -> Noun | None:
        """The first noun reading of one of these classes, in the order of the classes."""
        for wanted in classes:
            for noun, _ in self.nouns:
                if noun.noun_class is wanted:
                    return noun
        return None

    def sense(self, *senses: Sense) -> Verb | None:
        """The first verb reading of one of these senses."""
        for verb, _ in self.verbs:
            if verb.sense in senses:
                return verb
        return None

    def has(self, *tags: Tag) -> bool:
        """Whether it may belong to one of these closed classes."""
        return any(tag in self.tags for tag in tags)

    @property
    def number(self) -> Number | None:
        """Grammatical number of its first noun reading."""
        return self.nouns[0][1].number if self.nouns else None

    @property
    def is_definite(self) -> bool:
        """Whether article or possessive pronoun makes it definite."""
        return self.has_article or any(form.pronoun for _, form in self.nouns)

    @property
    def has_pronoun(self) -> bool:
        """Whether a possessive pronoun is attached."""
        return bool(self.nouns) and all(form.pronoun for _, form in self.nouns)


def words_of(doc: Doc, lexicon: Lexicon, *, strict: bool = False) -> list[Word]:
    """Make the words of a tokenised article. White space is left out but noted as ``gap``.

    Args:
        doc: The tokenised article with its sentence starts.
        lexicon: Where the words are looked up.
        strict: The article writes ta marbuta, so a final ha is a pronoun («ضربه» is not «ضربة»).
    """
    words: list[Word] = []
    sentence = -1
    gap = False
    for token in doc:
        if token.is_sent_start or sentence < 0:
            sentence += 1
        if token.is_space:
            gap = True
            continue
        norm = token.norm_
        text = token.text
        elided = token._.elided
        word = Word(
            index=len(words),
            start=token.idx - (1 if elided else 0),
            end=token.idx + len(text),
            text=("ل" if elided else "") + text,
            norm=norm,
            plain=token._.plain or text,
            sentence=sentence,
            proclitic=token._.proclitic
            or (len(norm) == 1 and norm in "وفبلك" and not token.whitespace_),
            elided=elided,
            gap=gap,
        )
        gap = False
        if norm[:1].isdigit():
            word.is_number = True
        elif not any(character.isalpha() for character in norm):
            word.is_sign = True
        else:
            _look_up(word, lexicon)
            if strict and word.plain.endswith("ه"):
                word.nouns = tuple(
                    (noun, form)
                    for noun, form in word.nouns
                    if form.pronoun or not noun.sg.endswith("ة")
                )
        words.append(word)
    return words


def _look_up(word: Word, lexicon: Lexicon) -> None:
    norm = word.norm
    word.tags = lexicon.closed.get(norm, _NO_TAGS)
    bare = norm[1:] if norm.startswith("س") and len(norm) > 4 else ""
    word.verbs = lexicon.verbs.get(norm) or (
        lexicon.verbs.get(bare, ()) if bare[:1] in "يتن" else ()
    )
    word.reports = lexicon.report_verbs.get(norm) or (
        lexicon.report_verbs.get(bare, ()) if bare[:1] in "يتن" else ()
    )
    if any(not form.jussive for _, form in word.verbs):
        word.verbs = tuple((verb, form) for verb, form in word.verbs if not form.jussive)
    word.nouns = lexicon.nouns.get(norm, ())
    word.adjective = lexicon.adjectives.get(norm)
    first = 3 if norm.startswith("است") else 1  # «استُهدف», «قُتل»
    if _PASSIVE_MARK in word.text[first : first + 2] and (word.verbs or word.reports):
        word.passive = True


def previous(words: Sequence[Word], index: int) -> Word | None:
    """The word before ``index`` in the same sentence."""
    if index > 0 and words[index - 1].sentence == words[index].sentence:
        return words[index - 1]
    return None


def following(words: Sequence[Word], index: int, step: int = 1) -> Word | None:
    """The word ``step`` places after ``index`` in the same sentence."""
    place = index + step
    if place < len(words) and words[place].sentence == words[index].sentence:
        return words[place]
    return None
