"""Where places lie, as the text says: "Nadigam village of Shopian", "Ethiopia's Oromia"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from spacy.tokens import Token

from extract.analysis import Mention, MentionKind, RelationMention
from extract.gazetteer import Gazetteer
from extract.lang.en.article import Article
from extract.lang.en.names import Named
from extract.record import RelationKind, SpatialPrecision, TargetKind

_SIDE: Final = (
    r"(?:far )?(?:north|south|east|west)(?:ern|-?east(?:ern)?|-?west(?:ern)?)?"
    r"|central|upper|lower|coastal|rural|restive|remote|mountainous|the heart|the centre|the center"
)
_SORT: Final = (
    r"city|town|village|camp|district|province|region|state|county|area|neighbou?rhood|suburb"
    r"|township|governorate|quarter|island|port city|border town|port|peninsula"
)
# Between the inner place and the outer one.
_IN: Final = re.compile(
    rf"^(?:in|inside|within|on) (?:the )?(?:(?:{_SIDE}) (?:of )?(?:the )?)?(?:(?:{_SORT}) of )?$"
)
_OF: Final = re.compile(rf"^of (?:the )?(?:(?:{_SIDE}) )?(?:(?:{_SORT}) of )?$")
_COMMA: Final = re.compile(
    rf"^, (?:(?:in|on) (?:the )?(?:(?:{_SIDE}) of )?)?"
    rf"(?:the )?(?:(?:{_SIDE}) )?(?:(?:{_SORT}) of )?$"
)
_IS: Final = re.compile(
    rf"^,? ?(?:is |was )?,? ?(?:(?:a|an|the) )?(?:[\w-]+ ){{0,2}}(?:capital|{_SORT})"
    rf" (?:of|in) (?:the )?(?:(?:{_SIDE}) (?:of )?(?:the )?)?$"
)
# Between the outer place and the inner one.
_OWN: Final = re.compile(rf"^'s (?:(?:{_SIDE}) )?(?:(?:{_SORT}) of )?$")
_KINDS: Final = frozenset({"GPE", "LOC", "FAC"})
_CAPITAL: Final = re.compile(rf"^, (?:the |a )?(?:capital|{_SORT}) (?:of|in)")
_SITES: Final = frozenset({TargetKind.BASE, TargetKind.CIVILIANS, TargetKind.INFRASTRUCTURE})
_LONGEST: Final = 8
_WORDS: Final = 3


@dataclass(frozen=True, slots=True)
class _Name:
    """A place name at tokens ``[start, end)``; ``sort`` when a word such as "district" follows."""

    start: int
    end: int
    named: Named | None
    sort: bool


class Nesting:
    """Finds which named place lies in which."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._gazetteer = Gazetteer.load()

    def find(self) -> Iterator[RelationMention]:
        """The relations in the order of the text."""
        names = list(self._names())
        for first, second in pairwise(names):
            if second.start - first.end > _LONGEST or second.start <= first.end - 1:
                continue
            between = self._between(first, second)
            if between is None:
                continue
            if _OWN.match(between):
                if self._lies(second, first, sure=True):
                    yield self._relation(second, first)
            elif self._fits(between, first, second):
                yield self._relation(first, second)

    def _fits(self, between: str, inner: _Name, outer: _Name) -> bool:
        if _IN.match(between) or _IS.match(between):
            return self._lies(inner, outer, sure=True)
        if _OF.match(between):
            return inner.sort and self._lies(inner, outer, sure=True)
        if not _COMMA.match(between):
            return False
        sure = inner.sort or between != ", " or self._is_wider(inner, outer)
        return self._lies(inner, outer, sure=sure)

    @staticmethod
    def _is_wider(inner: _Name, outer: _Name) -> bool:
        """A town before a region of its country."""
        mine, other = inner.named, outer.named
        return (
            mine is not None
            and other is not None
            and mine.country == other.country
            and mine.precision in {SpatialPrecision.TOWN, SpatialPrecision.SITE}
            and other.precision in {SpatialPrecision.ADMIN1, SpatialPrecision.DISTRICT, None}
        )

    def _lies(self, inner: _Name, outer: _Name, *, sure: bool) -> bool:
        """Whether what is known of the two places allows it; without ``sure``, demands it."""
        mine = inner.named.entity if inner.named is not None else None
        other = outer.named.entity if outer.named is not None else None
        if mine is not None and mine == other:
            return False
        if mine is not None and other is not None:
            entry = self._gazetteer.get(mine)
            if entry is not None and any(p.id == other for p in self._gazetteer.within(entry)):
                return True
            country = outer.named is not None and outer.named.precision is SpatialPrecision.COUNTRY
            return sure and not country and not self._holds(mine, other)
        return sure or outer.sort

    def _holds(self, outer: str, inner: str) -> bool:
        entry = self._gazetteer.get(inner)
        return entry is not None and any(p.id == outer for p in self._gazetteer.within(entry))

    # -- names ----------------------------------------------------------------------------------

    def _names(self) -> Iterator[_Name]:
        doc, i = self._article.doc, 0
        while i < len(doc):
            end = self._end(i)
            if end is None:
                i += 1
                continue
            named = next(
                (self._article.places[t] for t in range(i, end) if t in self._article.places), None
            )
            sort = False
            while end < len(doc) and self._is_sort(doc[end]):
                end, sort = end + 1, True
            yield _Name(i, end, named, sort)
            i = end

    def _end(self, i: int) -> int | None:
        """End of the place name that begins at token ``i``."""
        article, doc = self._article, self._article.doc
        actor = article.actors.get(i)
        if actor is not None and (actor.demonym or not (actor.state or i in article.places)):
            return None
        named = article.places.get(i)
        if named is not None:
            end = max(named.end, i + 1)
            following = doc[end] if end < len(doc) else None
            broken = following is not None and (
                following.text == "-"
                or (
                    following.pos_ == "PROPN"
                    and following.dep_ != "appos"
                    and not self._is_sort(following)
                    and following.i not in article.places
                )
            )
            return None if broken else end
        token = doc[i]
        if (
            token.ent_type_ in {"DATE", "TIME"}
            or not token.text[:1].isupper()
            or token.pos_ not in {"PROPN", "ADJ", "NOUN"}
        ):
            return None
        end = i + 1
        if token.ent_type_ in _KINDS:
            while end < len(doc) and doc[end].ent_iob_ == "I" and doc[end].pos_ == "PROPN":
                end += 1
            return end
        while end < len(doc) and self._goes_on(doc[end]):
            end += 1
        if end - i > _WORDS or token.pos_ == "NOUN":
            return None
        return end if self._is_named_place(i, end) else None

    def _goes_on(self, token: Token) -> bool:
        return (
            token.pos_ == "PROPN"
            and token.text[:1].isupper()
            and not self._is_sort(token)
            and token.i not in self._article.actors
        )

    def _is_named_place(self, start: int, end: int) -> bool:
        """By the words around it: "at Kakindawa", "Tsafe LGA", "El Obeid, capital of"."""
        doc = self._article.doc
        if end < len(doc) and self._is_sort(doc[end]):
            return True
        if doc[start].norm_ in self._article.lexicon.sources.titles:
            return False
        before = doc[start - 1].lower_ if start else ""
        after = " ".join(t.lower_ for t in doc[end : end + 4])
        return doc[start].pos_ == "PROPN" and (
            before in {"at", "in", "near"} or bool(_CAPITAL.match(after))
        )

    def _is_sort(self, token: Token) -> bool:
        if token.norm_ in self._article.lexicon.relations.sorts:
            return True
        row = self._article.targets.get(token.i)
        return row is not None and not row.person and row.kind in _SITES and token.tag_ == "NN"

    def _between(self, first: _Name, second: _Name) -> str | None:
        doc = self._article.doc
        tokens = doc[first.end : second.start]
        if any("\n" in t.text for t in tokens) or doc[first.start].sent != doc[second.start].sent:
            return None
        words = " ".join(t.lower_ for t in tokens if t.text != '"')
        return f"{words} " if words else None

    def _relation(self, inner: _Name, outer: _Name) -> RelationMention:
        start, end = min(inner.start, outer.start), max(inner.end, outer.end)
        return RelationMention(
            RelationKind.LOCATED_IN,
            self._mention(inner),
            self._mention(outer),
            self._article.words(start, end),
            "en.relation.located",
        )

    def _mention(self, name: _Name) -> Mention:
        named = name.named
        facility = named is not None and named.facility
        return Mention(
            words=self._article.words(name.start, name.end),
            kind=MentionKind.FACILITY if facility else MentionKind.PLACE,
            entity=named.entity if named else None,
            canonical_en=named.label if named else None,
            country=named.country if named else None,
            precision=named.precision if named else None,
        )
