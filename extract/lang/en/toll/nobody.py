"""Tolls of nobody: "no casualties", "without anyone being hurt"."""

from __future__ import annotations

from spacy.tokens import Token

from extract.analysis import TollMention
from extract.lang.en.slot import subject_of
from extract.lang.en.toll.reckon import Reckoning
from extract.record import CasualtyStatus

_NOBODY = frozenset({"nobody", "none", "noone", "anyone", "anybody"})


class NoTolls(Reckoning):
    """Finds statements that nobody was hurt."""

    def _none(self, token: Token) -> None:
        """As in "no casualties", "nobody was hurt", "without anyone being hurt"."""
        both = (CasualtyStatus.KILLED, CasualtyStatus.WOUNDED)
        lefts = {c.lower_ for c in token.lefts}
        if token.norm_ in self._data.both or token.norm_ in {"death", "fatality", "injury"}:
            negated = "no" in lefts or (token.head.lower_ in {"without"} and token.dep_ == "pobj")
            if (
                not negated
                and token.dep_ == "conj"
                and token.head.norm_ in {"casualty", "death", "injury", "damage"}
            ):
                negated = any(c.lower_ == "no" for c in token.head.lefts) and "or" in {
                    c.lower_ for c in token.head.children
                }
            if (
                not negated
                or token.head.norm_ in self._article.lexicon.classes.tellings
                or token.head.head.norm_ in self._article.lexicon.classes.tellings
            ):
                return
            statuses: tuple[CasualtyStatus, ...] = both
            if token.norm_ in {"death", "fatality"}:
                statuses = (CasualtyStatus.KILLED,)
            elif token.norm_ == "injury":
                statuses = both
            start = min((c.i for c in token.lefts if c.lower_ == "no"), default=token.i)
            self._zero(statuses, start, token.i + 1, token)
            return
        nobody = token.lower_ in _NOBODY or (token.lower_ == "one" and "no" in lefts)
        if nobody and token.dep_ in {"nsubjpass", "nsubj", "dobj"}:
            verb = token.head
            word = next(
                (
                    t
                    for t in (verb, *verb.children)
                    if t.norm_ in {"hurt", "injure", "wound", "kill", "harm", "injured"}
                ),
                None,
            )
            if word is None:
                return
            if token.lower_ in {"anyone", "anybody"} and not any(
                t.lower_ in {"without", "not", "n't"}
                for t in verb.sent[: token.i - verb.sent.start]
            ):
                return
            statuses = (CasualtyStatus.KILLED,) if word.norm_ == "kill" else both
            start = min(token.left_edge.i, token.i)
            self._zero(statuses, start, max(verb.i, word.i) + 1, verb)
            return
        if token.norm_ in self._data.zero:
            subject = subject_of(token.head) if token.head.pos_ in {"VERB", "AUX"} else token.head
            if subject is not None and subject.norm_ in {
                "crew",
                "crew member",
                "everyone",
                "all",
                "passenger",
                "staff",
                "member",
            }:
                self._zero(both, min(subject.i, token.i), max(subject.i, token.i) + 1, token)

    def _zero(
        self, statuses: tuple[CasualtyStatus, ...], start: int, end: int, head: Token
    ) -> None:
        for status in statuses:
            self._append(
                TollMention(
                    words=self._article.words(start, end),
                    status=status,
                    low=0,
                    high=0,
                    event=self._link(head),
                    rule="en.toll.none",
                ),
                start,
            )
