"""The Arabic reader: a spaCy pipeline and the finders that make an analysis of an article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from spacy.language import Language
from spacy.tokens import Doc

from extract.actors.base import ActorBase
from extract.analysis import Analysis
from extract.document import Document
from extract.gazetteer import Gazetteer
from extract.lang.ar.affiliation import AffiliationReader
from extract.lang.ar.cause import CauseFinder
from extract.lang.ar.clash import ClashFinder
from extract.lang.ar.clitic import Clitics
from extract.lang.ar.discourse import breaks
from extract.lang.ar.domain import Domains
from extract.lang.ar.event import FrameFinder
from extract.lang.ar.item import Item, items_of
from extract.lang.ar.lexicon import Lexicon, Tag
from extract.lang.ar.mention import MentionMaker
from extract.lang.ar.name import NameFinder, NameMatch, by_first, name_words
from extract.lang.ar.numeral import number_words
from extract.lang.ar.order import OrderFinder
from extract.lang.ar.phrase import Phrase, Phraser
from extract.lang.ar.relation import RelationFinder
from extract.lang.ar.report import ReportFinder
from extract.lang.ar.sentence import arabic_sentences  # noqa: F401 - registers the component
from extract.lang.ar.tagger import tag
from extract.lang.ar.tail import join_tails
from extract.lang.ar.time import candidates, time_words, timed_words, times_in
from extract.lang.ar.tokenizer import ArabicTokenizer
from extract.lang.ar.toll import TollFinder
from extract.lang.ar.word import Word, words_of


class Arabic(Language):
    """Arabic for this project: nothing of spaCy's Arabic norms, which are wrong for matching."""

    lang = "ar"


@Language.factory("arabic_names")
def _arabic_names(nlp: Language, name: str) -> NameFinder:  # noqa: ARG001 - spaCy's signature
    tokenizer = nlp.tokenizer
    if not isinstance(tokenizer, ArabicTokenizer):
        raise TypeError("arabic_names needs the Arabic tokenizer")
    return NameFinder(tokenizer, Gazetteer.load(), ActorBase.load())


def arabic_pipeline() -> Language:
    """The spaCy pipeline: tokenizer with clitics, sentences, names."""
    lexicon = Lexicon.load()
    nlp = Arabic()
    base = lexicon.known | time_words() | number_words()
    known = base | name_words(Gazetteer.load(), ActorBase.load(), base)
    nlp.tokenizer = ArabicTokenizer(nlp.vocab, Clitics(known, lexicon.keep, lexicon.split))
    nlp.max_length = 20_000_000
    nlp.add_pipe("arabic_sentences")
    nlp.add_pipe("arabic_names")
    return nlp


@dataclass(slots=True)
class Reading:
    """An article cut into words, phrases and items, ready for the finders."""

    words: list[Word]
    phrases: list[Phrase]
    sentences: list[list[Item]]
    names: list[NameMatch]


class ArabicReader:
    """Reads Arabic articles. One instance serves a process; it keeps no state between articles."""

    def __init__(self) -> None:
        self._nlp = arabic_pipeline()
        self._lexicon = Lexicon.load()
        self._actors = ActorBase.load()
        self._gazetteer = Gazetteer.load()
        self._domains = Domains.load()
        finder = self._nlp.get_pipe("arabic_names")
        assert isinstance(finder, NameFinder)
        self._finder = finder

    def __call__(self, document: Document) -> Analysis:
        """Analyse one article."""
        doc = self._nlp(document.text)
        words = words_of(doc, self._lexicon, strict="ة" in document.text)
        analysis = Analysis(
            sentences=_sentence_bounds(words),
            published=document.published.isoformat() if document.published else None,
        )
        if not words:
            return analysis
        found = candidates(words)
        times = times_in(words, document.text, document.published, found)
        analysis.times = [time.when for time in times]
        timed = timed_words(found)
        reading = self._read(doc, words, timed)
        self._find(document, reading, analysis)
        return analysis

    def _read(self, doc: Doc, words: list[Word], timed: set[int]) -> Reading:
        index_at = {word.start + (1 if word.elided else 0): word.index for word in words}
        names = [name for name in self._finder.matches(doc, index_at) if name.first not in timed]
        tag(words, _inside(words, names))
        usable = {index: name for index, name in by_first(names).items() if _is_usable(name, words)}
        phrases = Phraser(words, usable, self._actors, timed).phrases()
        phrases = join_tails(words, phrases, usable, timed)
        by_word = {phrase.first: phrase for phrase in phrases}
        sentences = [
            items_of(words, group[0].index, group[-1].index + 1, by_word, timed)
            for group in _groups(words)
        ]
        return Reading(words, phrases, sentences, list(usable.values()))

    def _find(self, document: Document, reading: Reading, analysis: Analysis) -> None:
        words, sentences = reading.words, reading.sentences
        maker = MentionMaker(document.text, words, reading.names, self._actors, self._gazetteer)
        reports = ReportFinder(words, sentences, maker, self._lexicon)
        analysis.mentions = [maker.mention(phrase) for phrase in reading.phrases]
        if self._domains.foreign(words) is None:
            frames = FrameFinder(words, sentences, maker, self._lexicon).frames()
            drills = {f.sentence for f in frames}
            drills = {n for n in drills if self._domains.is_drill(words, sentences[n])}
            frames = [frame for frame in frames if frame.sentence not in drills]
            CauseFinder(words, sentences, maker, frames).add()
            ClashFinder(words, sentences, maker, frames).add()
            OrderFinder(words, sentences, maker, frames, self._lexicon).add()
            analysis.predications = [frame.predication for frame in frames]
            losses = TollFinder(words, sentences, maker, frames)
            analysis.tolls = AffiliationReader(words, sentences, maker).affiliated(losses.tolls())
            analysis.counts = losses.counts()
        analysis.breaks = breaks(words, sentences)
        analysis.reports = reports.reports()
        analysis.relations = RelationFinder(
            words, sentences, maker, reports.speakers.heard
        ).relations()


def _groups(words: Sequence[Word]) -> list[list[Word]]:
    return [list(group) for _, group in groupby(words, key=lambda word: word.sentence)]


def _sentence_bounds(words: Sequence[Word]) -> list[tuple[int, int]]:
    """Start and end offset of each sentence; sentences without words are empty."""
    bounds: list[tuple[int, int]] = []
    for group in _groups(words):
        while len(bounds) < group[0].sentence:
            bounds.append((group[0].start, group[0].start))
        bounds.append((group[0].start, group[-1].end))
    return bounds


def _inside(words: Sequence[Word], names: Sequence[NameMatch]) -> list[bool]:
    inside = [False] * len(words)
    for name in names:
        if name.certain_place or name.certain_actor:
            for index in range(name.first, name.last + 1):
                inside[index] = True
    return inside


def _is_usable(name: NameMatch, words: Sequence[Word]) -> bool:
    """Whether the name may stand as a name here.

    A single word that the lexicon knows as something else, or that is a verb here, is not taken for
    a place of the same name.
    """
    if name.last > name.first:
        return True
    word = words[name.first]
    if word.is_verb:
        return False
    if word.nouns or word.tags or word.adjective is not None:
        sure = bool(name.actors and name.certain_actor)
        return sure or _is_called_town(name, words) or _is_out_of_case(name, words)
    if name.certain_place or name.certain_actor:
        return True
    return bool(name.actors) or (name.first > 0 and _is_place_head(words[name.first - 1]))


def _is_called_town(name: NameMatch, words: Sequence[Word]) -> bool:
    """«مدينة الميادين»: after the bare noun for a town, a common word («squares») is its name."""
    before = words[name.first - 1] if name.first > 0 else None
    if before is None or not name.places or before.has_article or before.has_pronoun:
        return False
    return any(noun.precision == "town" for noun, _ in before.nouns)


def _is_out_of_case(name: NameMatch, words: Sequence[Word]) -> bool:
    """«على درعا»: what would be an accusative cannot follow a preposition, so it is the name."""
    word = words[name.first]
    before = words[name.first - 1] if name.first > 0 else None
    if before is None or not name.certain_place or not word.nouns or word.tags:
        return False
    governed = before.has(Tag.PREPOSITION) or _is_place_head(before)
    return governed and all(form.accusative for _, form in word.nouns)


def _is_place_head(word: Word) -> bool:
    return any(noun.precision or noun.place for noun, _ in word.nouns) or word.norm in ("في", "ب")
