"""Tolls told by verbs: "killed four", "three died"."""

from __future__ import annotations

from spacy.tokens import Token

from extract.lang.en import phrase
from extract.lang.en.event import match_parts
from extract.lang.en.slot import subject_of, verb_fillers
from extract.lang.en.status import Mood, verb_status
from extract.lang.en.toll.reckon import Reckoning
from extract.record import CasualtyStatus, EventStatus

_NOBODY = frozenset({"nobody", "none", "noone", "anyone", "anybody"})


_UNREAL = frozenset({EventStatus.PLANNED, EventStatus.THREATENED})


def _is_nobody(head: Token) -> bool:
    if head.lower_ in _NOBODY:
        return True
    return head.lower_ == "one" and any(c.lower_ in {"no", "any"} for c in head.children)


def _goes(verb: Token) -> bool:
    """Whether "fall" means going somewhere and not dying."""
    return any(
        c.dep_ in {"prep", "dobj", "acomp", "prt"} and c.lower_ not in {"in", "on", "at", "there"}
        for c in verb.children
    )


class VerbTolls(Reckoning):
    """Finds tolls by verbs."""

    def _verb(self, token: Token) -> bool:
        if token.pos_ not in {"VERB", "AUX"}:
            return False
        if token.norm_ == "leave" and self._with_injuries(token):
            return True
        for parts, status, transitive in self._verbs:
            if token.norm_ != parts[0]:
                continue
            tokens = match_parts(token, parts)
            if tokens is None:
                continue
            mood, event_status = verb_status(self._article, token)
            if event_status in _UNREAL or mood is Mood.UNREAL:
                return True
            return self._victims(token, tokens, status, transitive)
        return False

    def _with_injuries(self, verb: Token) -> bool:
        """As in "left two guards with injuries"."""
        hurt = any(
            n.norm_ in {"injury", "wound"}
            for t in verb.subtree
            if t.lower_ == "with" and t.dep_ == "prep"
            for n in t.children
        )
        heads = [c for c in verb.children if c.dep_ == "dobj" and not self._is_thing(c)]
        if not hurt or not heads:
            return False
        self._add(CasualtyStatus.WOUNDED, verb, list(phrase.conjuncts(heads[0])), verb.i, verb.i)
        return True

    def _victims(
        self, verb: Token, tokens: set[int], status: CasualtyStatus, transitive: bool
    ) -> bool:
        heads: list[Token] = []
        if transitive:
            for filler in verb_fillers(verb):
                if filler.slot == "object" and filler.token.i not in tokens:
                    heads = list(phrase.conjuncts(filler.token))
                    break
        else:
            subject = subject_of(verb)
            heads = list(phrase.conjuncts(subject)) if subject is not None else []
        heads = [h for h in heads if not any(c.lower_ == "whose" for c in h.children)]
        heads = [h for h in heads if not self._is_thing(h) and h.lower_ not in {"more", "less"}]
        if any(_is_nobody(h) for h in heads) or (verb.norm_ == "fall" and _goes(verb)):
            return True
        if verb.dep_ == "acl" and verb.head.norm_ in {"number", "total"}:
            count = self._count_after(verb.i)
            if count is not None:
                self._emit(status, count, None, verb, verb.i, count.end)
                return True
        if not heads:
            return self._elliptic(verb, status)
        self._add(status, verb, heads, min(tokens), max(tokens))
        return True

    def _elliptic(self, verb: Token, status: CasualtyStatus) -> bool:
        """As in "... and 26 wounded": the number stands right before the word."""
        count = self._count_before(verb.i)
        if count is None:
            return False
        self._emit(status, count, None, verb, count.start, verb.i + 1)
        return True
