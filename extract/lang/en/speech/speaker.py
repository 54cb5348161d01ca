"""Who speaks, for whom, through whom."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from extract.analysis import Mention
from extract.lang.en import mention as mention_of
from extract.lang.en import phrase
from extract.lang.en.coreference import can_mean, is_body, is_pronoun, resolve
from extract.lang.en.slot import is_passive, subject_of
from extract.lang.en.speech.desk import Desk
from extract.record import SourceKind

# Sentences over which "he added" still means the one who spoke last.
_GOES_ON = 2


class Speakers(Desk):
    """Finds the speaker of a report."""

    def _speaker(self, verb: Token, tokens: set[int]) -> Token | None:
        for child in verb.children:
            if child.dep_ == "agent":
                for noun in child.children:
                    if noun.dep_ == "pobj" and self._can_speak(noun):
                        return noun
        if is_passive(verb) and verb.norm_ not in {"quote", "cite"}:
            return None
        if (
            verb.tag_ == "VBN"
            and not any(c.dep_ in {"aux", "nsubj"} for c in verb.children)
            and verb.dep_ != "conj"
        ):
            return None
        subject = subject_of(verb)
        if subject is None or subject.i in tokens:
            return None
        if subject.dep_ == "nsubjpass" and verb.dep_ in {"advcl", "acl"}:
            return None
        if subject.pos_ == "NOUN" and verb.norm_ in self._data.human and self._is_somebody(subject):
            return subject
        return self._as_speaker(subject)

    def _is_somebody(self, noun: Token) -> bool:
        """Whether the subject of a verb that only people do is no nobody and no time."""
        return noun.ent_type_ not in {"DATE", "TIME", "CARDINAL"} and not any(
            c.lower_ in {"no", "neither"} for c in noun.children
        )

    def _as_speaker(self, noun: Token) -> Token | None:
        if is_pronoun(noun):
            found = self._spoke_last(noun) or resolve(self._article, noun)
            return found if found is not None and self._can_speak(found) else None
        return noun if self._can_speak(noun) else None

    def _spoke_last(self, pronoun: Token) -> Token | None:
        """Who speaks on: in "it was a blast, they added" those who spoke before go on speaking."""
        here = self._article.sentence_of(pronoun.idx)
        for token in reversed(self._spoken):
            if token.i >= pronoun.i:
                continue
            if here - self._article.sentence_of(token.idx) > _GOES_ON:
                return None
            if can_mean(self._article, pronoun, token):
                return token
        return None

    def _can_speak(self, noun: Token) -> bool:
        article = self._article
        if noun.ent_type_ in {"DATE", "TIME", "CARDINAL"} and noun.i not in article.source_heads:
            return False
        if any(
            c.lower_ in {"no", "neither"} and c.dep_ in {"det", "preconj"} for c in noun.children
        ):
            return False
        return (
            is_body(article, noun)
            or noun.norm_ in self._data.statements
            or noun.norm_ in article.lexicon.sources.spokesmen
            or noun.norm_ in self._data.possessed
            or (noun.pos_ == "PROPN" and noun.i not in article.weapons)
            or noun.lower_ in {"others", "some", "many", "most", "another"}
            or noun.norm_ in {"owner", "investigator", "outlet", "witness", "survivor", "boss"}
        )

    def _mention(self, head: Token) -> Mention:
        """The speaker, with all that are coordinated: "police and medics"."""
        article = self._article
        self._spoken.append(head)
        mention = mention_of.actor(article, head)
        last = head
        for token in phrase.conjuncts(head):
            if token.i > last.i and is_body(article, token):
                last = token
        if last.i != head.i:
            end = phrase.span_of(article, last).end
            start = phrase.span_of(article, head).start
            if end - start <= 12:
                mention = replace(mention, words=article.words(start, end))
        return self._with_apposition(self._of_owner(mention, head), head)

    def _of_owner(self, mention: Mention, head: Token) -> Mention:
        """As in "its statement said", "the group's statement": whoever issued it speaks."""
        if mention.entity is not None or head.norm_ not in self._data.statements:
            return mention
        owner = next((c for c in head.children if c.dep_ == "poss"), None)
        if owner is not None and is_pronoun(owner):
            owner = resolve(self._article, owner)
        if owner is None or not is_body(self._article, owner):
            return mention
        issuer = mention_of.actor(self._article, owner)
        return replace(
            mention,
            entity=issuer.entity,
            canonical_en=issuer.canonical_en or issuer.words.text,
            country=issuer.country,
            source_kind=issuer.source_kind,
        )

    def _with_apposition(self, mention: Mention, head: Token) -> Mention:
        """As in "a resident, Garba Umar": the name belongs to the speaker's words."""
        article = self._article
        for child in head.children:
            if child.dep_ == "appos" and child.i > head.i:
                span = phrase.span_of(article, child)
                start = min(phrase.span_of(article, head).start, span.start)
                if span.end - start <= 14 and "\n" not in article.doc[start : span.end].text:
                    words = article.words(start, span.end)
                    if words.start <= mention.words.start and words.end >= mention.words.end:
                        named = article.actors.get(child.i)
                        if mention.entity is None and named is not None:
                            return replace(
                                mention, words=words, entity=named.entity, canonical_en=named.label
                            )
                        return replace(mention, words=words)
        return mention

    def _behalf(self, head: Token) -> Mention | None:
        """Whom a spokesman speaks for."""
        article = self._article
        for token in (head, *(c for c in head.children if c.dep_ == "appos")):
            spokes = (
                token
                if token.norm_ in article.lexicon.sources.spokesmen
                else next(
                    (c for c in token.lefts if c.norm_ in article.lexicon.sources.spokesmen), None
                )
            )
            if spokes is None:
                continue
            for owner in (spokes, token):
                for child in owner.children:
                    if child.dep_ == "prep" and child.lower_ in {"of", "for"}:
                        for noun in child.children:
                            if noun.dep_ == "pobj":
                                return mention_of.actor(article, noun)
                    if child.dep_ in {"poss", "compound", "amod", "nmod"} and (
                        child.i in article.actors or child.ent_type_ in {"ORG", "NORP"}
                    ):
                        return mention_of.actor(article, child)
                    if child.dep_ == "poss" and is_body(article, child):
                        return mention_of.actor(article, child)
        return self._known_behalf(head)

    def _known_behalf(self, head: Token) -> Mention | None:
        """As in "the same spokesman", "Marotto said": he was introduced with his side before."""
        spokesmen = self._article.lexicon.sources.spokesmen
        named = head.ent_type_ == "PERSON" and head.pos_ == "PROPN"
        if not named and not (head.norm_ in spokesmen and phrase.is_definite(head)):
            return None
        for token in reversed(self._article.doc[: head.i]):
            if token.norm_ not in spokesmen or token.pos_ not in {"NOUN", "PROPN"}:
                continue
            bearers = {c.text for c in token.subtree if c.pos_ == "PROPN"}
            if token.dep_ in {"compound", "nmod", "appos"}:
                bearers |= {c.text for c in token.head.subtree if c.pos_ == "PROPN"}
            if named and head.text not in bearers:
                continue
            owner = self._owner(token)
            if owner is not None:
                return mention_of.actor(self._article, owner)
        return None

    def _owner(self, spokesman: Token) -> Token | None:
        """The party in "a spokesman for the army", "the army's spokesman"."""
        for child in spokesman.children:
            if child.dep_ == "prep" and child.lower_ in {"of", "for"}:
                return next((n for n in child.children if n.dep_ == "pobj"), None)
            if child.dep_ in {"poss", "compound", "amod", "nmod"} and (
                child.i in self._article.actors or is_body(self._article, child)
            ):
                return child
        return None

    def _channels(self, verb: Token, speaker: Token) -> list[Mention]:
        """As in "told AFP", "in remarks carried by IRNA"."""
        found: list[Mention] = []
        article = self._article
        for token in verb.subtree:
            medium = article.actors.get(token.i)
            is_medium = (medium is not None and medium.source_kind is SourceKind.MEDIA) or (
                article.source_heads.get(token.i) is SourceKind.MEDIA
                and token.norm_
                in {
                    "agency",
                    "channel",
                    "newspaper",
                    "television",
                    "broadcaster",
                    "news agency",
                    "radio",
                }
            )
            if not is_medium or token.i == speaker.i:
                continue
            listener = token.dep_ in {"dobj", "dative"} and token.head.i == verb.i
            carrier = (
                token.dep_ == "pobj"
                and token.head.dep_ == "agent"
                and token.head.head.norm_
                in {"carry", "publish", "air", "broadcast", "run", "report"}
            )
            if listener or carrier:
                found.append(mention_of.actor(article, token))
        return found
