"""Nouns that tell events."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Span, Token

from extract.analysis import Predication, Words
from extract.lang.en import phrase
from extract.lang.en.domain import is_figure
from extract.lang.en.event.carrier import Carriers
from extract.lang.en.event.draft import Draft
from extract.lang.en.lexicon import TriggerRow
from extract.lang.en.role import Cast
from extract.lang.en.slot import Filler, noun_fillers
from extract.lang.en.status import Mood, noun_status
from extract.record import EventType

_DEFINITE = frozenset(
    {"the", "this", "that", "these", "those", "its", "their", "his", "such", "both"}
)


_ANCHOR_LIMIT = 14
_BEFORE = 5
_LASTING = re.compile(
    r"(?:\w[- ](?:week|month|year)|(?:weeks?|months?|years?)[- ]?long)(?: \w+)?$", re.I
)
_SUFFERED = frozenset(
    {
        EventType.SUICIDE_OR_CAR_BOMB,
        EventType.IED_OR_MINE,
        EventType.AMBUSH_OR_SHOOTING,
        EventType.ABDUCTION,
        EventType.OTHER_VIOLENCE,
    }
)


class NounEvents(Carriers):
    """Finds the event nouns of an article."""

    def _noun(self, i: int) -> None:
        article, doc = self._article, self._article.doc
        span, row = article.nouns[i]
        noun = doc[i]
        modifies = noun.dep_ in {"compound", "amod"} and noun.head.i > noun.i
        if modifies and noun.head.dep_ != "conj" and noun.head.pos_ in {"NOUN", "PROPN"}:
            return
        if is_figure(article, i, span.start) or self._is_drill(noun) or self._is_kind(noun, span):
            return
        if self._is_campaign(noun):
            return
        mood, status = noun_status(article, noun)
        if mood is Mood.UNREAL:
            return
        predication = Predication(
            anchor=article.words(span.start, span.end), type=row.type, rule=f"en.noun.{row.frame}"
        )
        cast = Cast(article, predication, noun)
        frame = self._lexicon.frames.frames[row.frame]
        cast.fill(frame, (self._seated(f, row) for f in noun_fillers(noun, span)))
        self._carried(cast, noun)
        self._origin_of(cast, noun)
        self._responsible(cast, noun)
        modifier = self._modifier_type(noun, span)
        predication.type = modifier or self._refined(row, predication, cast)
        if not self._is_event(row, predication, cast, noun, modifier):
            return
        if modifier is None and row.generic and self._is_guess(row, predication):
            predication.fallback, predication.type = predication.type, None
            # A blast is as often how another act is heard.
            predication.weak = row.frame == "explode"
        predication.status = status
        first = doc[phrase.left_edge(noun)]
        empty = not (predication.agents or predication.targets or predication.places)
        predication.definite = first.lower_ in _DEFINITE and (
            empty
            or (
                row.generic
                and not predication.agents
                and not (predication.targets and predication.places)
            )
        )
        if any(c.dep_ == "poss" and c.ent_type_ == "DATE" for c in noun.lefts):
            predication.definite = True
        if predication.definite and row.generic and modifier is None and not predication.weapons:
            predication.type = None
        predication.several = self._is_several(noun)
        cast.forget_people()
        self._finish(
            Draft(predication, noun, row, set(range(span.start, span.end))),
            self._noun_anchor(noun, span),
        )

    def _seated(self, filler: Filler, row: TriggerRow) -> Filler:
        """As in "Nigeria's first suicide bombing": whose it is says where, not who.

        States shell and bomb; blasts, murders and abductions they only suffer.
        """
        named = self._article.actors.get(filler.token.i)
        suffered = filler.slot == "possessor" and named is not None and named.state
        return replace(filler, slot="in") if suffered and row.type in _SUFFERED else filler

    def _is_kind(self, noun: Token, span: Span) -> bool:
        """Whether the noun is part of a name, or means a kind of act: "such attacks"."""
        named = self._article.actors.get(noun.i)
        if named is not None and not named.demonym:
            return True
        if (
            noun.pos_ == "PROPN"
            and noun.ent_type_ in {"ORG", "PERSON", "WORK_OF_ART", "EVENT"}
            and noun.is_title
        ):
            return True
        lefts = {child.lower_ for child in noun.lefts}
        if "such" in lefts or "any" in lefts:
            return True
        plural = noun.tag_ == "NNS"
        superlative = any(child.tag_ in {"JJS", "RBS"} for child in noun.lefts)
        if superlative and noun.dep_ == "attr":
            return True
        after = " ".join(t.lower_ for t in noun.doc[span.end : span.end + 3])
        return plural and (
            superlative
            or after.startswith(("of this kind", "like this", "of that kind", "like these"))
        )

    @staticmethod
    def _is_campaign(noun: Token) -> bool:
        """Whether it lasts for weeks and more: "a 14-month offensive" is no bounded act."""
        before = noun.doc[max(noun.sent.start, noun.i - _BEFORE) : noun.i].text
        return _LASTING.search(before) is not None

    def _noun_anchor(self, noun: Token, span: Span) -> Words:
        start = min(phrase.left_edge(noun), span.start)
        end = span.end
        for child in noun.children:
            if (
                child.dep_ == "prep"
                and child.i >= span.end
                and child.lower_ in {"on", "of", "against", "at", "in", "by", "between", "with"}
            ):
                edge = child.right_edge.i + 1
                for inner in child.subtree:
                    if inner.dep_ in {"relcl", "appos", "acl"} and inner.i > child.i:
                        edge = min(edge, inner.left_edge.i)
                if edge - start > _ANCHOR_LIMIT:
                    nouns = [n for n in child.children if n.dep_ == "pobj"]
                    edge = phrase.span_of(self._article, nouns[0]).end if nouns else end
                if edge - start <= _ANCHOR_LIMIT and edge > end and child.i <= end + 2:
                    end = edge
        if noun.dep_ == "pobj" and noun.head.lower_ == "under" and noun.head.head.pos_ == "VERB":
            start = min(start, noun.head.head.i)
        while self._article.doc[end - 1].is_punct and end - 1 > noun.i:
            end -= 1
        return self._article.words(start, end)

    def _is_several(self, noun: Token) -> bool:
        several = self._lexicon.triggers.several
        lefts = {child.norm_ for child in noun.lefts}
        plural = noun.tag_ in {"NNS", "NNPS"}
        if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.norm_ in several:
            return True
        if not plural:
            return False
        of = noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ == "NOUN"
        bare = not any(child.dep_ in {"nummod", "det"} for child in noun.lefts)
        return bool(lefts.intersection(several)) or (of and bare)
