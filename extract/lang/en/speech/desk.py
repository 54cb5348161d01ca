"""What the finders of reports share."""

from __future__ import annotations

from spacy.tokens import Token

from extract.analysis import Report, Words
from extract.lang.en.article import Article
from extract.lang.en.event import Draft
from extract.lang.en.speech.verbs import ReportVerbs


def is_negated(verb: Token) -> bool:
    """Whether the verb has "not" or its like."""
    return any(
        c.dep_ == "neg" or c.lower_ in {"never", "neither", "nowhere"} for c in verb.children
    )


class Desk:
    """One article with the events and tolls that reports may speak of."""

    def __init__(
        self, article: Article, verbs: ReportVerbs, by_token: dict[int, Draft], tolls: set[int]
    ) -> None:
        self._article = article
        self._verbs = verbs
        self._by_token = by_token
        self._tolls = tolls
        self._data = article.lexicon.reporting
        self._cues = article.lexicon.cues
        self._reports: list[Report] = []
        self._verb_of: dict[int, Report] = {}
        self._used_hedges: set[int] = set()
        self._spoken: list[Token] = []

    def _clause(self, verb: Token) -> Token | None:
        for child in verb.children:
            if child.dep_ == "ccomp":
                return child
        for child in verb.children:
            if child.dep_ == "xcomp":
                return child
        return None

    def _object(self, verb: Token, tokens: set[int]) -> Token | None:
        for child in verb.children:
            if child.dep_ in {"dobj", "nsubjpass", "oprd"} and child.i not in tokens:
                return child
        return None

    def _range(self, start: int, end: int) -> tuple[int, int]:
        words = self._article.words(start, end)
        return words.start, words.end

    def _cue(self, verb: Token, tokens: set[int]) -> Words:
        near = sorted(i for i in tokens if abs(i - verb.i) <= 6)
        low, high = near[0], near[-1] + 1
        for child in verb.children:
            if child.dep_ in {"aux", "auxpass", "neg"} and verb.i - 4 < child.i < verb.i:
                low = min(low, child.i)
        return self._article.words(low, high)

    def _claims_event(self, obj: Token | None) -> bool:
        if obj is None:
            return False
        return (
            obj.i in self._by_token
            or obj.i in self._article.nouns
            or obj.lower_ in {"it", "responsibility", "credit", "both"}
        )
