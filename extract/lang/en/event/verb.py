"""Verbs that tell events."""

from __future__ import annotations

from spacy.tokens import Token

from extract.analysis import Predication, Words
from extract.lang.en import phrase
from extract.lang.en.event.carrier import Carriers
from extract.lang.en.event.draft import Draft
from extract.lang.en.lexicon import TriggerRow
from extract.lang.en.role import Cast
from extract.lang.en.slot import verb_fillers
from extract.lang.en.status import Mood, verb_status

_ANCHOR_LIMIT = 14


def _has_none(verb: Token) -> bool:
    """Whether the subject or object is "no ..." or "none", so that nothing happened."""
    for child in verb.children:
        if child.dep_ in {"nsubj", "nsubjpass", "dobj"}:
            if child.lower_ in {"none", "nobody", "nothing", "neither"}:
                return True
            if any(
                c.lower_ in {"no", "neither"} and c.dep_ in {"det", "preconj"}
                for c in child.children
            ):
                return True
            if child.lower_ == "one" and any(c.lower_ == "no" for c in child.children):
                return True
    return False


def _asks(verb: Token) -> bool:
    """Whether the clause asks: "Who killed them is not known", "Who holed the tankers?"."""
    if verb.dep_ not in {"csubj", "csubjpass", "ccomp", "ROOT"}:
        return False
    return any(
        c.lower_ in {"who", "what", "whoever"} and c.dep_ in {"nsubj", "nsubjpass"}
        for c in verb.children
    )


def _is_known(predication: Predication) -> bool:
    """As in "the missiles had been launched from its soil": weapons told before."""
    return bool(predication.weapons) and all(
        m.words.text.lower().startswith(("the ", "those ", "these ")) for m in predication.weapons
    )


class VerbEvents(Carriers):
    """Finds the event verbs of an article."""

    def _verb(self, verb: Token) -> None:
        if self._is_drill(verb) or self._carries_event(verb):
            return
        for tokens, row in self._verbs.at(verb):
            draft = self._try_verb(verb, tokens, row)
            if draft is not None:
                self._finish(draft, self._verb_anchor(draft))
                return

    def _carries_event(self, verb: Token) -> bool:
        """Whether an event noun is the verb's subject or object, and so tells the event."""
        for filler in verb_fillers(verb):
            if (
                filler.depth <= 1
                and filler.slot in {"subject", "object"}
                and filler.token.i in self.by_token
            ):
                if filler.slot == "object" and filler.depth == 1:
                    continue
                if self._carrier(verb, filler.slot) is not None:
                    return True
        return False

    def _try_verb(self, verb: Token, tokens: set[int], row: TriggerRow) -> Draft | None:
        article = self._article
        mood, status = verb_status(article, verb)
        if mood is Mood.UNREAL or _has_none(verb) or _asks(verb):
            return None
        predication = Predication(
            anchor=article.words(verb.i, verb.i + 1), type=row.type, rule=f"en.verb.{row.frame}"
        )
        cast = Cast(article, predication, verb)
        frame = self._lexicon.frames.frames[row.frame]
        fillers = [f for f in verb_fillers(verb) if f.token.i not in tokens]
        cast.fill(frame, fillers)
        self._instrument(cast, verb)
        predication.type = self._refined(row, predication, cast)
        if not self._is_event(row, predication, cast, verb, None):
            return None
        predication.status = status
        predication.several = self._is_habit(verb)
        args = [*predication.agents, *predication.targets]
        back = bool(args) and all(m.anaphoric for m in args) and not predication.weapons
        back |= not args and _is_known(predication)
        predication.definite = back or self._describes(verb, predication)
        predication.weak = row.weak or predication.type is None
        if row.needs == "damage":
            # What was wrecked tells no further act: where it stands sets nothing apart.
            predication.places.clear()
        if row.generic and not cast.platforms and self._is_guess(row, predication):
            predication.fallback, predication.type = predication.type, None
        cast.arm()
        cast.forget_people()
        return Draft(predication, verb, row, tokens)

    def _instrument(self, cast: Cast, verb: Token) -> None:
        """As in "..., using rockets", "armed with knives"."""
        for child in verb.children:
            if child.dep_ == "advcl" and child.norm_ in {
                "use",
                "fire",
                "employ",
                "launch",
                "deploy",
            }:
                cast.fill(
                    {"object": "weapon"}, (f for f in verb_fillers(child) if f.slot == "object")
                )

    def _describes(self, verb: Token, predication: Predication) -> bool:
        """As in "the gang that stormed the base": the clause only says which gang is meant."""
        row = self._article.targets.get(verb.head.i)
        return (
            verb.dep_ == "relcl"
            and row is not None
            and row.person
            and phrase.is_definite(verb.head)
            and not predication.places
            and all(
                m.words.text.lower().startswith(("the ", "it", "them")) for m in predication.targets
            )
        )

    def _is_habit(self, verb: Token) -> bool:
        progressive = verb.tag_ == "VBG" and any(c.lower_ == "been" for c in verb.children)
        adverbs = {c.lower_ for c in verb.children if c.dep_ == "advmod"}
        return progressive or bool(
            adverbs & {"regularly", "repeatedly", "frequently", "often", "routinely", "daily"}
        )

    def _verb_anchor(self, draft: Draft) -> Words:
        """The verb with its subject and object when that is short, else with its object."""
        verb = draft.head
        doc = verb.doc
        starts, ends = min(draft.tokens), max(draft.tokens) + 1
        low, high = starts, ends
        for child in verb.children:
            if child.dep_ in {"nsubj", "nsubjpass"} and child.i < verb.i:
                low = min(low, phrase.left_edge(child))
            elif child.dep_ in {"aux", "auxpass"}:
                low = min(low, child.i)
            elif child.dep_ == "dobj" or (child.dep_ in {"prep", "agent"} and child.i <= high + 8):
                noun = (
                    child
                    if child.dep_ == "dobj"
                    else next((n for n in child.children if n.dep_ == "pobj"), None)
                )
                if noun is not None and noun.ent_type_ not in {"DATE", "TIME"} and noun.i > verb.i:
                    edge = phrase.span_of(self._article, noun).end
                    if edge - starts <= _ANCHOR_LIMIT:
                        high = max(high, edge)
        if verb.dep_ in {"acl", "relcl"} and verb.i - verb.head.i <= 3:
            low = min(low, phrase.left_edge(verb.head))
        if high - low > _ANCHOR_LIMIT + 4:
            low = min((c.i for c in verb.children if c.dep_ in {"aux", "auxpass"}), default=starts)
            low = min(low, starts)
        while low < starts and (doc[low].is_punct or doc[low].is_space) and doc[low].text != '"':
            low += 1
        return self._article.words(low, high)
