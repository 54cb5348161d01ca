"""Places in places: «حي … وسط …», «بلدة … في محافظة …», «… (قضاء …)», «…، مركز محافظة …»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from extract.analysis import Mention, RelationMention
from extract.gazetteer import Entry
from extract.lang.ar.lexicon import NounClass
from extract.lang.ar.name import NameMatch
from extract.lang.ar.phrase import Phrase
from extract.lang.ar.relation.line import Line
from extract.lang.ar.relation.party import Parties
from extract.lang.ar.relation.statement import stated
from extract.record import RelationKind, SpatialPrecision

_WIDE: Final = (SpatialPrecision.ADMIN1, SpatialPrecision.COUNTRY)
_WATER: Final = frozenset(("sea", "strait", "river", "border"))


class LocatedFinder:
    """Finds what place lies in what other place."""

    def __init__(self, parties: Parties) -> None:
        self.parties = parties
        self.maker = parties.maker

    def find(self, line: Line) -> Iterator[RelationMention]:
        """The relations of one sentence, in order."""
        for phrase in line.phrases:
            yield from self._adjective(line, phrase)
            for end, part in self._inner(line, phrase):
                yield from self._pair(line, part, end)
        yield from self._framed(line)

    def _pair(self, line: Line, part: Phrase, end: int) -> Iterator[RelationMention]:
        """What a place and the words after it, from word ``end``, say."""
        at = self._past_adjective(line, part, end)
        inner = self.parties.place(line, self._seat_of(line, part, at))
        home = self._homeland(line, inner, at) if inner is not None else None
        outer = home or self._outer(line, at)
        if inner is None or outer is None:
            return
        place: Mention | None = outer[0]
        if place is not None and place.anaphoric:
            place = self.parties.place_back(place, line.words[part.first].start)
        if place is not None and self._fits(inner, place, directed=outer[1]):
            yield stated(self.maker, RelationKind.LOCATED_IN, inner, place, "ar.relation.located")

    def _past_adjective(self, line: Line, part: Phrase, at: int) -> int:
        """«المنطقة … المحصنة بـ…»: an adjective that the phrase did not take."""
        word = line.words[at] if at < line.end else None
        adjectival = word is not None and word.has_article and word.norm.endswith("ه")
        plain = adjectival and word is not None and not (word.nouns or line.name_at(at))
        if plain and line.words[part.last].has_article and line.plain("inside", at + 1):
            return at + 1
        return at

    def _seat_of(self, line: Line, part: Phrase, at: int) -> Phrase:
        """Before «حاضرة ولاية …» the town counts, not the prison of the town."""
        comma = int(line.text(at) in ("،", ","))
        if line.plain("seats", at + comma) is None or not part.names:
            return part
        return line.part(part, part.names[-1].first, part.names[-1].last)

    def _homeland(self, line: Line, inner: Mention, at: int) -> tuple[Mention, bool] | None:
        """«… جنوبي المملكة»: the country that the gazetteer gives to the place before."""
        after = line.plain("toward", at)
        after = line.plain("toward", after) or after if after is not None else None
        small = self.parties.entry(inner)
        if after is None or small is None or small.country is None:
            return None
        if not line.is_in("homelands", after):
            return None
        country = self.maker.gazetteer.get(small.country.lower())
        if country is None:
            return None
        return self.parties.of_entry(Phrase(after, after, after), country), True

    def _inner(self, line: Line, phrase: Phrase) -> Iterator[tuple[int, Phrase]]:
        """The places that end in this phrase, with the first word after each."""
        head = line.words[phrase.head]
        if head.noun(NounClass.TRIGGER) is not None and head.noun(NounClass.PLACE) is None:
            return
        for end in range(phrase.first + 1, phrase.last + 2):
            if end > phrase.last and line.plain("sited", phrase.last) == end:
                continue
            inside = end <= phrase.last
            if inside and line.plain("seats", end) is None and line.plain("sited", end) is None:
                continue
            yield end, line.part(phrase, phrase.first, end - 1)

    def _outer(self, line: Line, at: int) -> tuple[Mention, bool] | None:
        """The place named at word ``at`` as the one in which what stands before it lies."""
        for closing in ("»", "”", '"'):
            if line.text(at) == closing:
                at += 1
                break
        bracketed = line.text(at) == "("
        comma = line.text(at) in ("،", ",")
        at += int(bracketed or comma)
        if line.norm(at) == "و" and comma:
            return None
        seat = line.plain("seats", at)
        if seat is not None:
            return self._named(line, seat, directed=False)
        sited = line.plain("sited", at)
        if sited is not None:
            return self._after_sited(line, sited)
        if comma:
            return self._listed(line, at)
        if bracketed:
            found = self._directed(line, at)
            return found or self._named(line, at, directed=False)
        inside = line.plain("inside", at)
        if inside is not None and at not in line.times:
            return self._named(line, inside, directed=False) or self._directed(line, inside)
        return self._directed(line, at)

    def _after_sited(self, line: Line, at: int) -> tuple[Mention, bool] | None:
        """«الواقعة (على بعد …) في …»: up to five words of distance may stand between."""
        if line.plain("distance", at) is not None:
            for place in range(at + 1, min(at + 7, line.end)):
                if line.plain("toward", place) is not None or line.norm(place) == "من":
                    after = place + 1 if line.norm(place) == "من" else place
                    return self._directed(line, after) or self._named(line, after, directed=True)
            return None
        inside = line.plain("inside", at)
        return self._directed(line, inside or at) or self._named(line, inside or at, directed=False)

    def _directed(self, line: Line, at: int) -> tuple[Mention, bool] | None:
        """«شمال شرقي …»: one or two nouns of direction, then the place."""
        after = line.plain("toward", at)
        if after is None:
            return None
        after = line.plain("toward", after) or after
        whole = line.name_at(at)
        if whole is not None and whole.places and whole.last >= after:
            return self._without_direction(line, whole, after)
        central = line.norm(at) == "وسط"
        return self._named(line, after, directed=not central, toward=True)

    def _without_direction(
        self, line: Line, whole: NameMatch, after: int
    ) -> tuple[Mention, bool] | None:
        """«شمال الضفة الغربية» is known as a whole; what counts is the place without direction."""
        rest = self.parties.looked_up(Phrase(after, whole.last, after))
        if rest is not None:
            return rest, True
        return self._named(line, whole.first, directed=False)

    def _named(
        self, line: Line, at: int, *, directed: bool, toward: bool = False
    ) -> tuple[Mention, bool] | None:
        """The place named at word ``at``; ``toward``: after a direction any name is a place."""
        part = line.part_from(at)
        if part is None or at in line.times:
            return None
        for place in range(part.first + 1, part.last + 1):
            if line.plain("toward", place) or line.plain("seats", place):
                part = line.part(part, part.first, place - 1)
                break
        mention = self.parties.place(line, replace(part, placed=toward))
        known = line.name_at(part.first)  # «دير الزور» is no monastery
        building = known is None and line.words[part.head].noun(NounClass.TARGET) is not None
        if mention is None or (building and not line.is_in("containers", part.head)):
            return None
        return mention, directed

    def _listed(self, line: Line, at: int) -> tuple[Mention, bool] | None:
        """«تربت، إقليم بلوشستان»: a region after a comma, closed by a comma or the end."""
        if not line.is_in("containers", at):
            return None
        found = self._named(line, at, directed=False)
        return found if found is not None and found[0].entity is not None else None

    def _fits(self, inner: Mention, outer: Mention, *, directed: bool) -> bool:
        """Whether the first place can lie in the second one."""
        small, large = self.parties.entry(inner), self.parties.entry(outer)
        if inner.entity is not None and inner.entity == outer.entity:
            return False
        if inner.precision is SpatialPrecision.COUNTRY or (large and large.kind in _WATER):
            return False
        if small is None or large is None:
            return inner.words.text not in outer.words.text and (
                not directed or inner.precision not in _WIDE or outer.precision in _WIDE
            )
        if self._inside(large, small) or (large.country and small.country != large.country):
            return False
        if self._inside(small, large):
            return True
        wide = inner.precision in _WIDE
        return not wide if outer.precision not in _WIDE else large.kind == "country" or not wide

    def _inside(self, small: Entry, large: Entry) -> bool:
        """Whether the gazetteer puts the first place inside the second."""
        if large.kind == "country" and small.country == large.country:
            return small.kind != "country"
        parent = small.parent
        while parent is not None:
            if parent == large.id:
                return True
            above = self.maker.gazetteer.get(parent)
            parent = above.parent if above is not None else None
        return False

    def _adjective(self, line: Line, phrase: Phrase) -> Iterator[RelationMention]:
        """«تربت الباكستانية»: a known place with the adjective of its country."""
        for name in phrase.names:
            at = name.last + 1
            if not name.places or name.actors or at >= line.end or name.first != phrase.head:
                continue
            country = self.parties.country_of(line.words[at])
            inner = self.parties.place(line, line.part(phrase, phrase.first, name.last))
            if country is None or inner is None or inner.country != country.country:
                continue
            if inner.precision is SpatialPrecision.COUNTRY or not line.words[at].has_article:
                continue
            outer = Mention(
                self.maker.span(at, at),
                inner.kind,
                entity=country.id,
                canonical_en=country.label_en,
                country=country.country,
                precision=SpatialPrecision.COUNTRY,
            )
            yield stated(
                self.maker, RelationKind.LOCATED_IN, inner, outer, "ar.relation.located.nisba"
            )

    def _framed(self, line: Line) -> Iterator[RelationMention]:
        """«وفي ولاية … هاجمت … عند …»: the scene of a sentence, where the gazetteer agrees."""
        at = line.first
        while line.norm(at) in ("و", "ف", "-", "•"):
            at += 1
        if line.norm(at) != "في":
            return
        scene = self._named(line, at + 1, directed=False)
        large = self.parties.entry(scene[0]) if scene is not None else None
        if scene is None or large is None or large.kind == "country":
            return
        for phrase in line.phrases:
            inner = self.parties.place(line, phrase) if phrase.first > at + 1 else None
            small = self.parties.entry(inner) if inner is not None else None
            if inner is not None and small is not None and self._inside(small, large):
                yield stated(
                    self.maker,
                    RelationKind.LOCATED_IN,
                    inner,
                    scene[0],
                    "ar.relation.located.scene",
                )
                return
