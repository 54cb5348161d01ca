"""Denials in the words of a plain report: "said it had nothing to do with the attack"."""

from __future__ import annotations

from spacy.tokens import Token

from extract.lang.en.speech.content import Contents
from extract.lang.en.speech.desk import is_negated

_NONE = frozenset({"no", "nothing", "none", "neither"})


class Disavowals(Contents):
    """Tells whether what is said denies the act, one's part in it or what others say of it."""

    def _disavows(self, clause: Token) -> bool:
        """Whether the reported clause is a denial."""
        return self._calls_false(clause) or self._had_no_part(clause) or self._did_not(clause)

    def _calls_false(self, clause: Token) -> bool:
        """As in "the figure was a lie", "the claim is baseless"."""
        return clause.norm_ == "be" and any(
            c.norm_ in self._cues.false and c.dep_ in {"acomp", "attr"} for c in clause.children
        )

    def _had_no_part(self, clause: Token) -> bool:
        """As in "had nothing to do with it", "was not involved", "played no role in the blast"."""
        parts = self._cues.parts
        if clause.norm_ in {"have", "play", "take", "bear"}:
            objects = [c for c in clause.children if c.dep_ == "dobj"]
            nothing = any(o.lower_ == "nothing" for o in objects)
            none = any(c.lower_ in _NONE for o in objects for c in o.children)
            part = any(o.norm_ in parts for o in objects)
            return nothing or (part and (none or is_negated(clause)))
        if not is_negated(clause):
            return False
        words = {clause.norm_, *(c.norm_ for c in clause.children if c.dep_ in _STATES)}
        return bool(words & set(parts)) or any(c.lower_ == "behind" for c in clause.children)

    def _did_not(self, clause: Token) -> bool:
        """As in "its forces did not fire on the town": the speaker's own side did not do it."""
        if not is_negated(clause):
            return False
        subject = next((c for c in clause.children if c.dep_ == "nsubj"), None)
        if subject is None or not self._is_own(subject):
            return False
        acts = self._article.lexicon.triggers
        verbs = {w for row in acts.triggers if row.pos == "verb" for w in row.words}
        carriers = {w for row in acts.carriers if row.noun == "object" for w in row.words}
        return clause.norm_ in verbs or (
            clause.norm_ in carriers
            and any(c.i in self._article.nouns for c in clause.children if c.dep_ == "dobj")
        )

    def _is_own(self, subject: Token) -> bool:
        """Whether the subject is the speaker, or the speaker's men ("its fighters")."""
        if subject.lower_ in {"it", "they", "we"}:
            return True
        return any(
            c.dep_ == "poss" and c.lower_ in {"its", "their", "our"} for c in subject.children
        ) and (subject.norm_ in self._article.lexicon.classes.followers)

    def _brands_false(self, verb: Token) -> bool:
        """As in "called the claim baseless", "described the report as false"."""
        words = [c for c in verb.children if c.dep_ == "oprd"]
        for child in verb.children:
            if child.dep_ == "prep" and child.lower_ == "as":
                words += child.children
        return any(word.norm_ in self._cues.false for word in words)


_STATES = frozenset({"acomp", "attr", "oprd", "prep"})
