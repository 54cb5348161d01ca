"""Tolls told by nouns and adjectives: "six deaths", "the dead at 37"."""

from __future__ import annotations

from spacy.tokens import Token

from extract.lang.en import phrase
from extract.lang.en.number import counts
from extract.lang.en.slot import subject_of
from extract.lang.en.toll.reckon import Reckoning


class NounTolls(Reckoning):
    """Finds tolls by nouns and adjectives."""

    def _adjective(self, token: Token) -> bool:
        status = self._adjectives.get(token.lower_)
        if status is None:
            return False
        doc = self._article.doc
        if token.i + 1 < len(doc) and doc[token.i + 1].lower_ in {"sea", "end", "zone", "or"}:
            return False
        count = self._count_before(token.i) or self._count_after(token.i)
        if count is not None:
            self._emit(
                status, count, None, token, min(count.start, token.i), max(count.end, token.i + 1)
            )
            return True
        head = token.head
        if token.dep_ == "acomp" and head.pos_ in {"AUX", "VERB"}:
            subject = subject_of(head)
            if subject is not None and not self._is_thing(subject):
                self._add(status, head, list(phrase.conjuncts(subject)), token.i, token.i)
                return True
        if token.dep_ == "amod" and token.head.pos_ in {"NOUN"} and token.head.i > token.i:
            row = self._article.targets.get(token.head.i)
            if row is not None and row.person:
                before = counts(self._article, phrase.left_edge(token.head), token.i)
                if before:
                    self._emit(
                        status, before[-1], token.head, token, before[-1].start, token.head.i + 1
                    )
                    return True
        return False

    def _noun(self, token: Token) -> bool:
        status = self._nouns.get(token.norm_)
        if token.norm_ in {"body", "corpse"} and token.tag_ != "NNS":
            return False
        if status is None or token.pos_ not in {"NOUN", "PROPN"} or token.norm_ in {"life"}:
            return False
        article = self._article
        if token.norm_ in {"toll", "death toll"} and token.i + 1 < len(article.doc):
            count = self._count_after(token.i)
            if count is not None:
                self._emit(status, count, None, token, token.i, count.end)
                return True
            return False
        before = counts(article, phrase.left_edge(token), token.i)
        if before:
            self._emit(status, before[0], None, token, before[0].start, token.i + 1)
            return True
        for child in token.children:
            if (
                child.dep_ == "prep"
                and child.lower_ in {"of", "among"}
                and token.norm_ in {"death", "killing", "body", "corpse"}
            ):
                for noun in child.children:
                    if noun.dep_ == "pobj" and not self._is_thing(noun):
                        self._add(status, token, list(phrase.conjuncts(noun)), token.i, token.i)
                        return True
        if (
            token.norm_ in {"injury", "wound"}
            and token.head.norm_ in {"sustain", "suffer", "receive"}
            and token.dep_ == "dobj"
        ):
            subject = subject_of(token.head)
            if subject is not None and not self._is_thing(subject):
                self._add(
                    status, token.head, list(phrase.conjuncts(subject)), token.head.i, token.i
                )
                return True
        count = self._count_after(token.i)
        if count is not None and token.norm_ != "body":
            self._emit(status, count, None, token, token.i, count.end)
            return True
        return False
