"""One parsed article with what the lexicon and the name tables find in it, by token."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span, Token

from extract.analysis import Words
from extract.document import Document
from extract.lang.en.lexicon import Lexicon, TriggerRow, WeaponRow, load_lexicon
from extract.lang.en.lexicon.schema import HedgeRow, TargetRow
from extract.lang.en.names import Named, NameTable
from extract.lang.en.pipeline import load_pipeline, parse
from extract.record import EventType, SourceKind, TargetKind

# One character for one: quotes of all kinds, odd spaces. Offsets stay those of the text.
_PLAIN = str.maketrans(
    {"\u2019": "'", "\u2018": "'", "\u201b": "'", "\u201c": '"', "\u201d": '"', "\u201e": '"',
     "\u00ab": '"', "\u00bb": '"', "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u2011": "-",
     "\u2028": "\n", "\u2029": "\n", "\x85": "\n", "\r": "\n", "\x0b": "\n", "\x0c": "\n"}
)  # fmt: skip


class Vocabulary:
    """Matchers over the nouns of the lexicon. One serves a process."""

    def __init__(self, nlp: Language, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._matcher = PhraseMatcher(nlp.vocab, attr="NORM")
        self._rows: dict[str, object] = {}
        nouns = [row for row in lexicon.triggers.triggers if row.pos == "noun"]
        self._add(nlp, "trigger", ((row.words, row) for row in nouns))
        self._add(nlp, "weapon", ((row.words, row) for row in lexicon.weapons.weapons))
        self._add(nlp, "modifier", ((row.words, row.type) for row in lexicon.weapons.modifiers))
        self._add(nlp, "target", ((row.words, row) for row in lexicon.targets.targets))
        self._add(nlp, "source", ((row.words, row.kind) for row in lexicon.sources.heads))
        self._add(nlp, "source_modifier", ((r.words, r.kind) for r in lexicon.sources.modifiers))
        self._add(nlp, "response", ((lexicon.cues.response, "response"),))
        self._add(nlp, "lead", ((lexicon.cues.response_lead, "lead"),))
        self._add(nlp, "motive", ((lexicon.cues.motive, "motive"),))
        self._add(nlp, "turn", ((lexicon.cues.turns, "turn"),))
        self._add(nlp, "hedge", ((row.words, row) for row in lexicon.cues.hedges))
        self._add(nlp, "unverified", ((lexicon.cues.unverified, "unverified"),))
        self._add(nlp, "at_least", ((lexicon.casualties.at_least, "at_least"),))
        self._add(nlp, "at_most", ((lexicon.casualties.at_most, "at_most"),))
        self._add(nlp, "about", ((lexicon.casualties.about, "about"),))
        self._add(nlp, "vague", ((lexicon.casualties.vague, "vague"),))
        self._add(nlp, "part", ((lexicon.casualties.part, "part"),))
        self._add(nlp, "speaker", ((row.words, row) for row in lexicon.reporting.phrases))

    def _add(
        self, nlp: Language, group: str, rows: Iterable[tuple[tuple[str, ...], object]]
    ) -> None:
        for number, (words, row) in enumerate(rows):
            name = f"{group}:{number}"
            self._rows[name] = row
            patterns = []
            for word in words:
                parts = word.split()
                patterns.append(Doc(nlp.vocab, words=parts))
                if len(parts) > 1:
                    patterns += [Doc(nlp.vocab, words=h) for h in _hyphened(parts)]
            self._matcher.add(name, patterns)

    def find(self, doc: Doc) -> dict[str, list[tuple[Span, object]]]:
        """All matches by group, the longest where two of one group overlap, in order."""
        found: dict[str, list[tuple[Span, object]]] = {}
        for span in self._matcher(doc, as_spans=True):
            group = span.label_.split(":")[0]
            found.setdefault(group, []).append((span, self._rows[span.label_]))
        return {group: _longest(matches) for group, matches in found.items()}


def _hyphened(parts: list[str]) -> Iterator[list[str]]:
    """The ways to write a compound with hyphens: all joined, or all but the last."""
    joined = [piece for part in parts for piece in (part, "-")][:-1]
    yield joined
    if len(parts) > 2:
        yield [*joined[:-2], parts[-1]]
        yield [parts[0], *joined[2:]]
        if len(parts) > 3:
            yield [*[piece for part in parts[:-2] for piece in (part, "-")][:-1], *parts[-2:]]


def _longest(matches: list[tuple[Span, object]]) -> list[tuple[Span, object]]:
    taken: set[int] = set()
    kept = []
    for span, row in sorted(matches, key=lambda m: (-(m[0].end - m[0].start), m[0].start)):
        if not taken.intersection(range(span.start, span.end)):
            taken.update(range(span.start, span.end))
            kept.append((span, row))
    return sorted(kept, key=lambda m: m[0].start)


@cache
def load_vocabulary() -> Vocabulary:
    """Return the matchers over the shipped lexicon, built once per process."""
    return Vocabulary(load_pipeline(), load_lexicon())


_NUMBER_GROUPS = ("at_least", "at_most", "about", "vague")
_LOADED = frozenset({"load", "pack", "fill", "laden", "lade", "rig", "stuff", "cram"})


class Article:
    """A parsed article. Everything is keyed by token index.

    Attributes:
        document: Where the text comes from; its own text gives the words of every span.
        text: The text with quotes and spaces made plain, character for character.
        doc: The parse of ``text``.
    """

    def __init__(self, document: Document, vocabulary: Vocabulary, names: NameTable) -> None:
        self.document = document
        self.text = document.text.translate(_PLAIN)
        self.doc = parse(self.text)
        self.lexicon = vocabulary.lexicon
        self.names = names
        self.matches = vocabulary.find(self.doc)
        self.sentences = _sentences(self.doc)
        self._starts = [start for start, _ in self.sentences]
        self.actors = _by_token(names.actors(self.doc))
        self.places = _by_token(names.places(self.doc))
        self.weapons: dict[int, tuple[Span, WeaponRow]] = {}
        self.targets: dict[int, TargetRow] = {}
        self.nouns: dict[int, tuple[Span, TriggerRow]] = {}
        self.modifiers: dict[int, EventType] = {}
        self._place_matches()
        self._index()

    def _place_matches(self) -> None:
        for span, row in self.matches.get("weapon", ()):
            if isinstance(row, WeaponRow):
                self.weapons[span.root.i] = (span, row)
        for span, row in self.matches.get("target", ()):
            if isinstance(row, TargetRow):
                self.targets[span.end - 1] = row
        self._loaded_vehicles()
        wider = {i: s for s, _ in self.matches.get("target", ()) for i in range(s.start, s.end)}
        for i, (span, row) in list(self.weapons.items()):
            inside = len(wider.get(i, span)) > len(span)
            head = self.doc[i].head
            worker = (
                self.doc[i].dep_ == "compound"
                and head.i in self.targets
                and self.targets[head.i].person
            )
            if (inside or worker) and not row.platform:
                del self.weapons[i]
        for span, row in self.matches.get("trigger", ()):
            if isinstance(row, TriggerRow) and _is_noun(span[-1]):
                self.nouns[span.end - 1] = (span, row)
        for span, row in self.matches.get("modifier", ()):
            if isinstance(row, EventType) and len(wider.get(span.end - 1, span)) <= len(span):
                self.modifiers[span.end - 1] = row
        self.source_heads = {
            span.end - 1: row
            for span, row in self.matches.get("source", ())
            if isinstance(row, SourceKind)
        }
        self.source_modifiers = {
            span.end - 1: row
            for span, row in self.matches.get("source_modifier", ())
            if isinstance(row, SourceKind)
        }

    def _loaded_vehicles(self) -> None:
        """As in "a car loaded with 300 kg of explosives": a weapon, whatever stands between."""
        bombs = [r for r in self.lexicon.weapons.weapons if "car bomb" in r.words]
        for i, row in self.targets.items():
            if row.kind is not TargetKind.VEHICLE or i in self.weapons or not bombs:
                continue
            for child in self.doc[i].children:
                loaded = child.dep_ in {"acl", "amod"} and child.norm_ in _LOADED
                if loaded and any(t.norm_ in {"explosive", "bomb", "tnt"} for t in child.subtree):
                    end = max(child.right_edge.i, i) + 1
                    self.weapons[i] = (self.doc[i:end], bombs[0])

    @property
    def headline_end(self) -> int:
        """Where the headline ends: a first line apart, without a full stop; else 0."""
        end = self.text.find("\n\n")
        first = self.text[:end] if end > 0 else ""
        return end if first and "\n" not in first and not first.rstrip().endswith(".") else 0

    def sentence_of(self, start: int) -> int:
        """Index of the sentence in which the character ``start`` stands."""
        return max(bisect_right(self._starts, start) - 1, 0)

    def words(self, start: int, end: int) -> Words:
        """Words of tokens ``[start, end)``, without the space around them."""
        return self.chars(self.doc[start].idx, self.doc[end - 1].idx + len(self.doc[end - 1].text))

    def chars(self, start: int, end: int) -> Words:
        """Words of characters ``[start, end)``, without the space around them."""
        text = self.document.text[start:end]
        start += len(text) - len(text.lstrip())
        text = text.strip()
        return Words(start, start + len(text), text, self.sentence_of(start))

    def groups(self, group: str) -> list[Span]:
        """Matches of one group of lexicon words."""
        return [span for span, _ in self.matches.get(group, ())]

    def beside(self, group: str, start: int, end: int) -> Span | None:
        """The match of a group that ends right before ``start`` or begins at ``end``."""
        return self._ends[group].get(start) or self._begins[group].get(end)

    def beginning(self, group: str, i: int) -> Span | None:
        """The match of a group that begins at token ``i``."""
        return self._begins[group].get(i)

    def hedges_in(self, sentence: int) -> list[tuple[Span, HedgeRow]]:
        """The hedges of one sentence."""
        return self._hedges.get(sentence, [])

    def _index(self) -> None:
        self._begins = {g: {s.start: s for s in self.groups(g)} for g in _NUMBER_GROUPS}
        self._ends = {g: {s.end: s for s in self.groups(g)} for g in _NUMBER_GROUPS}
        self.bounds = {
            i
            for group in ("at_least", "at_most", "about")
            for span in self.groups(group)
            for i in range(span.start, span.end)
        }
        self._hedges: dict[int, list[tuple[Span, HedgeRow]]] = {}
        for span, row in self.matches.get("hedge", ()):
            if isinstance(row, HedgeRow):
                sentence = self.sentence_of(span.start_char)
                self._hedges.setdefault(sentence, []).append((span, row))


def _is_noun(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN") or (
        token.pos_ == "VERB" and token.tag_ == "VBG" and token.dep_ in _NOUN_DEPS
    )


_NOUN_DEPS = frozenset({"pobj", "dobj", "nsubj", "nsubjpass", "compound", "pcomp", "csubj"})


def _by_token(names: Iterable[Named]) -> dict[int, Named]:
    return {i: named for named in names for i in range(named.start, named.end)}


def _sentences(doc: Doc) -> list[tuple[int, int]]:
    found = []
    for sent in doc.sents:
        text = sent.text
        start = sent.start_char + len(text) - len(text.lstrip())
        end = sent.start_char + len(text.rstrip())
        if end > start:
            found.append((start, end))
    return found
