"""Verbs that carry event nouns: "launched a raid", "came under attack", "was behind it"."""

from __future__ import annotations

from spacy.tokens import Token

from extract.lang.en import mention as mention_of
from extract.lang.en.event.draft import match_parts
from extract.lang.en.event.evidence import Evidence
from extract.lang.en.lexicon import Frame
from extract.lang.en.lexicon.schema import CarrierRow
from extract.lang.en.role import Cast
from extract.lang.en.slot import is_passive, verb_fillers


def _carrier_of(noun: Token, series: tuple[str, ...]) -> tuple[Token | None, str]:
    """The verb that an event noun is the subject or object of, and which of the two."""
    here = noun
    while here.dep_ == "conj" and here.head.pos_ in {"NOUN", "PROPN"}:
        here = here.head
    if here.dep_ == "pobj" and here.head.lower_ == "of" and here.head.head.pos_ == "NOUN":
        outer = here.head.head
        if outer.norm_ in series:
            here = outer
    if here.dep_ == "nsubj" and here.head.pos_ in {"VERB", "AUX"}:
        return here.head, "subject"
    if here.dep_ in {"dobj", "nsubjpass"} and here.head.pos_ == "VERB":
        return here.head, "object"
    if (
        here.dep_ == "pobj"
        and here.head.lower_ in {"under", "into"}
        and here.head.head.pos_ == "VERB"
    ):
        return here.head.head, "object"
    return None, ""


class Carriers(Evidence):
    """Gives an event noun the arguments of the verbs around it."""

    def _carried(self, cast: Cast, noun: Token) -> None:
        """Take over the arguments of the verb that carries an event noun: "launched a raid on"."""
        verb, slot = _carrier_of(noun, self._lexicon.classes.series)
        if verb is None:
            self._of_action(cast, noun)
            return
        row = self._carrier(verb, slot)
        if slot == "subject" and self._has_another(verb):
            return  # "the strike followed the bombing at the gate": where the bombing was
        if row is not None:
            roles: Frame = {}
            for name in ("subject", "object", "by", "into", "through", "at"):
                role = getattr(row, name)
                if role is not None:
                    roles[name] = role
            for prep in ("in", "near", "outside", "across", "inside", "around", "off", "over"):
                roles[prep] = "place"
            if "at" not in roles:
                roles["at"] = "hit"
            for prep in ("on", "against"):
                roles[prep] = "target"
            roles["with"] = roles["using"] = "weapon"
            roles["from"] = "launch"
            roles.pop(slot, None)
            cast.fill(roles, (f for f in verb_fillers(verb) if f.token.i != noun.i))
        if row is None or row.noun == "object":
            self._of_action(cast, noun)

    def _has_another(self, verb: Token) -> bool:
        """Whether the object of the verb is an act of its own."""
        return any(c.dep_ == "dobj" and c.i in self._article.nouns for c in verb.children)

    def _of_action(self, cast: Cast, noun: Token) -> None:
        """Clauses on the noun: "the attack carried out by X", "which killed 7 guards"."""
        for child in noun.children:
            if child.dep_ not in {"acl", "relcl"}:
                continue
            slot = "object" if is_passive(child) else "subject"
            row = self._carrier(child, slot)
            if row is None:
                continue
            roles: Frame = {"in": "place", "at": "hit", "near": "place", "on": "target"}
            if row.by is not None or row.subject is not None:
                roles["by"] = "doer"
            if slot == "object" and not is_passive(child):
                roles["subject"] = "doer"
            if row.noun == "subject":
                roles["object"] = "target"
            cast.fill(roles, (f for f in verb_fillers(child) if f.token.i != noun.i))

    def _origin_of(self, cast: Cast, noun: Token) -> None:
        """As in "attributed to Israel", "blamed on the group": the doer, suspected."""
        for child in noun.children:
            if child.dep_ in {"acl", "relcl"} and child.norm_ in {
                "attribute",
                "ascribe",
                "blame",
                "pin",
            }:
                for prep in child.children:
                    if prep.dep_ == "prep" and prep.lower_ in {"to", "on"}:
                        for party in prep.children:
                            if party.dep_ == "pobj":
                                cast.predication.agents.append(
                                    mention_of.actor(self._article, party)
                                )
                                cast.predication.suspected = True

    def _responsible(self, cast: Cast, noun: Token) -> None:
        """As in "X was behind the attack", "X is responsible for the bombing": X is the doer."""
        prep = noun.head
        if noun.dep_ != "pobj" or prep.lower_ not in {"behind", "for"}:
            return
        verb = prep.head
        if prep.lower_ == "for":
            if verb.lower_ not in {"responsible", "accountable"}:
                return
            verb = verb.head
        if verb.norm_ not in {"be", "stand", "lie"} or any(c.dep_ == "neg" for c in verb.children):
            return
        cast.fill({"subject": "doer"}, (f for f in verb_fillers(verb) if f.slot == "subject"))

    def _carrier(self, verb: Token, slot: str) -> CarrierRow | None:
        for row in self._lexicon.triggers.carriers:
            if row.noun != slot:
                continue
            for words in row.words:
                parts = tuple(words.split())
                if verb.norm_ == parts[0] and match_parts(verb, parts) is not None:
                    return row
        return None
