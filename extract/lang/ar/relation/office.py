"""Offices: who speaks for a body, and who is a member or leader of one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from extract.analysis import Mention, MentionKind, RelationMention
from extract.lang.ar.lexicon import NounClass
from extract.lang.ar.phrase import Phrase
from extract.lang.ar.relation.cue import Office, cues
from extract.lang.ar.relation.line import Line
from extract.lang.ar.relation.party import FORCES, Parties
from extract.lang.ar.relation.person import Persons
from extract.lang.ar.relation.statement import stated
from extract.record import RelationKind, SourceKind, TargetKind

_SPOKESMAN_RULE: Final = "ar.relation.spokesman"
_MEMBER_RULE: Final = "ar.relation.member"
_QUOTES: Final = frozenset('«“"')
_CLOSING: Final = frozenset('»”"')
_MARKS: Final = _QUOTES | _CLOSING
_TAIL: Final = 10
_IN: Final = ("في", "ل", "لدي", "من")


class OfficeFinder:
    """Finds spokesmen and members."""

    def __init__(self, parties: Parties) -> None:
        self.parties = parties
        self.maker = parties.maker
        self.persons = Persons(parties.maker)

    def find(self, line: Line) -> Iterator[RelationMention]:
        """The relations of one sentence, in order."""
        at = line.first
        while at < line.end:
            after = line.plain("spokesmen", at)
            if after is not None:
                yield from self._spokesman(line, at, after)
            else:
                yield from self._mouth(line, at)
                yield from self._own_office(line, at)
                yield from self._led(line, at)
                press = line.plain("media_heads", at)
                office = line.cue(cues().offices, at) if press is None else None
                if press is not None:
                    yield from self._press_office(line, at, press)
                if office is not None:
                    yield from self._member(line, at, *office)
                    at = office[1] - 1
            at += 1

    # -- spokesmen ------------------------------------------------------------------------------

    def _spokesman(self, line: Line, at: int, after: int) -> Iterator[RelationMention]:
        while after < line.end and self._qualifies(line, after):
            after += 1
        behalf = line.plain("behalf", after)
        if behalf is not None:
            yield from self._for_body(line, at, behalf)
            return
        own = line.plain("own_behalf", after)
        if own is not None:
            body = self.parties.antecedent(line.words[at].start)
            person = self.persons.after(line, own) or self._holder_before(line, at)
            if body is not None and person is not None:
                yield self._speaks(person, body, (at, own - 1))
            return
        yield from self._known_spokesman(line, at, after)

    def _qualifies(self, line: Line, at: int) -> bool:
        word = line.words[at]
        return not word.proclitic and (
            word.adjective is not None or word.norm.endswith(("ي", "يه"))
        )

    def _for_body(self, line: Line, at: int, behalf: int) -> Iterator[RelationMention]:
        found = self._body(line, behalf)
        if found is None:
            return
        body, last = found
        person = self._holder_before(line, at) or self._holder_after(line, last + 1)
        if person is None:
            medium = self._medium_before(line, at)
            person = medium or self._nameless(line, at, last, body, "spokesperson")
        yield self._speaks(person, self._of_known(person, body, "spokesperson_of"), (at, last))

    def _of_known(self, person: Mention, body: Mention, field: str) -> Mention:
        """A body without identity («وزارة الدفاع») is the one that a known person stands for."""
        actor = self.maker.actors.get(person.entity) if person.entity else None
        known = self.maker.actors.get(getattr(actor, field) or "") if actor is not None else None
        if known is None or body.entity is not None:
            return body
        return replace(body, entity=known.id, canonical_en=known.label_en, country=known.country)

    def _body(self, line: Line, at: int) -> tuple[Mention, int] | None:
        """The body after «باسم», without the name of who speaks for it, and its last word."""
        part = line.part_from(at)
        if part is None:
            return None
        for place in range(part.first + 1, part.last + 1):
            word = line.words[place]
            if word.noun(NounClass.TITLE) is not None and word.has_article:
                part = line.part(part, part.first, place - 1)
                break
            if self.persons.after(line, place) and self._begins_person(line, place):
                part = line.part(part, part.first, place - 1)
                break
        mention = self.maker.mention(part)
        actor = self.parties.actor(line, part) or self._called(part)
        body = actor or replace(mention, kind=MentionKind.ACTOR)
        return self.parties.institution(body, part), part.last

    def _called(self, part: Phrase) -> Mention | None:
        """«عملية "العزم الصلب"»: the known body whose name is all that follows the head."""
        for name in part.names:
            if name.first <= part.head + 2 and name.last >= part.last - 1:
                mention = self.maker.mention_of_name(name)
                if mention.kind is MentionKind.ACTOR and mention.entity is not None:
                    return replace(mention, words=self.maker.span(part.first, part.last))
        return None

    def _begins_person(self, line: Line, at: int) -> bool:
        name = line.name_at(at)
        if name is None or not name.actors:
            return False
        return self.maker.mention_of_name(name).kind is MentionKind.PERSON

    def _holder_after(self, line: Line, at: int) -> Mention | None:
        """The name after an office and its body, past «في …» or «للشؤون …» that belong to it."""
        at += int(line.text(at) in _CLOSING)
        at = _past_brackets(line, at)
        person = self.persons.after(line, at)
        if person is not None:
            return person
        if line.text(at) in ("،", ","):
            return self.persons.after(line, at + 1)
        if line.norm(at) in ("في", "ب", "ل", "لدي") and line.covering(at + 1) is not None:
            phrase = line.covering(at + 1)
            assert phrase is not None
            person = self.persons.after(line, phrase.last + 1)
        return person or self._holder_past_tail(line, at)

    def _holder_past_tail(self, line: Line, at: int) -> Mention | None:
        """«المتحدث باسم عملية … للتحالف الدولي ضد …، العقيد فلان»: the name past the comma."""
        if not (line.words[at].proclitic if at < line.end else None):
            return None
        for place in range(at, min(at + _TAIL, line.end)):
            word = line.words[place]
            if line.text(place) in ("،", ","):
                return self.persons.after(line, place + 1)
            if word.verbs or word.reports or (word.is_sign and line.text(place) not in _MARKS):
                return None
        return None

    def _holder_before(self, line: Line, at: int) -> Mention | None:
        """«فلان، المتحدث …», «فلان، وهو …»."""
        end = line.before_comma(at)
        if end == at and not line.words[at].has_article:
            return None
        person = self.persons.before(line, end)
        if person is None or line.norm(line.first) == "":
            return None
        return person

    def _medium_before(self, line: Line, at: int) -> Mention | None:
        """«قناة … الناطقة باسم …»."""
        part = line.part_before(at)
        if part is None or not line.norm(at).endswith("ه"):
            return None
        mention = self.maker.mention(part)
        return mention if mention.source_kind is SourceKind.MEDIA else None

    def _known_spokesman(self, line: Line, at: int, after: int) -> Iterator[RelationMention]:
        """«المتحدث العسكري فلان»: a known spokesman called so; the actor base knows of whom."""
        person = self.persons.after(line, after)
        actor = self.maker.actors.get(person.entity) if person and person.entity else None
        body = self.maker.actors.get(actor.spokesperson_of or "") if actor is not None else None
        if person is None or body is None:
            return
        office = Mention(
            self.maker.span(at, after - 1),
            MentionKind.ACTOR,
            entity=body.id,
            canonical_en=body.label_en,
            country=body.country,
        )
        yield self._speaks(person, office, (at, after - 1))

    def _press_office(self, line: Line, at: int, after: int) -> Iterator[RelationMention]:
        found = self._body(line, after)
        if found is None:
            return
        person = self._holder_before(line, at) or self._holder_after(line, found[1] + 1)
        if person is not None:
            yield self._speaks(person, found[0], (at, found[1]))

    def _mouth(self, line: Line, at: int) -> Iterator[RelationMention]:
        """«أعلنت القيادة، على لسان فلان»."""
        after = line.plain("mouth", at)
        person = self.persons.after(line, after) if after is not None else None
        if person is None:
            return
        body = self._actor_left_of(line, at)
        if body is not None:
            yield self._speaks(person, body, (at, at))

    def _actor_left_of(self, line: Line, at: int) -> Mention | None:
        for phrase in reversed(line.phrases):
            if phrase.last < at:
                return self.parties.actor(line, line.part(phrase, phrase.first, phrase.last))
        return None

    def _speaks(self, person: Mention, body: Mention, also: tuple[int, int]) -> RelationMention:
        return stated(self.maker, RelationKind.SPOKESPERSON_OF, person, body, _SPOKESMAN_RULE, also)

    def _nameless(self, line: Line, at: int, last: int, body: Mention, post: str) -> Mention:
        """The holder of a post whom the text does not name."""
        of = body.canonical_en
        end = line.words[last].end
        start = line.words[at].start
        return Mention(
            self.maker.words_between(start, end, line.words[at].sentence),
            MentionKind.PERSON,
            canonical_en=f"{of} {post}" if of else post,
            country=body.country,
            target_kind=TargetKind.PERSON,
            source_kind=body.source_kind,
        )

    # -- members --------------------------------------------------------------------------------

    def _member(self, line: Line, at: int, office: Office, after: int) -> Iterator[RelationMention]:
        """«القيادي في … فلان», «قائد … فلان», «فلان، المسؤول … في …»."""
        found = self._body_of(line, office, after)
        if found is None:
            return
        body, last, preposed = found
        person = self._named_after(line, last + 1) or self._holder_before(line, at)
        if person is not None and (office.of or preposed):
            yield self._belongs(person, self._of_known(person, body, "parent"), (at, last))
        elif office.nameless and self._may_lack_name(line, at, body, preposed):
            person = self._nameless(line, at, last, body, office.en)
            yield self._belongs(person, body, (at, last))

    def _may_lack_name(self, line: Line, at: int, body: Mention, preposed: bool) -> bool:
        quoted = not _QUOTES.isdisjoint(body.words.text)
        return (
            (body.entity is not None or quoted)
            and body.target_kind is TargetKind.ARMED_GROUP
            and (preposed or at > line.first)
        )

    def _body_of(self, line: Line, office: Office, after: int) -> tuple[Mention, int, bool] | None:
        """The body of an office, its last word, and whether a preposition stands before it."""
        start, preposed = after, False
        while start < line.end and self._describes(line, start):
            start += 1
        if office.in_ and line.norm(start) in _IN and start not in line.times:
            start, preposed = start + 1, True
        elif not office.of or start > after:
            return None
        part = line.part_from(start)
        if part is None:
            return None
        part = self._without_person(line, part)
        body = self._membership(line, part)
        return (
            (body, part.last + int(line.text(part.last + 1) in ("»", '"', "”")), preposed)
            if (body is not None)
            else None
        )

    def _describes(self, line: Line, at: int) -> bool:
        word = line.words[at]
        return word.adjective is not None or (word.is_nisba and not word.proclitic)

    def _without_person(self, line: Line, part: Phrase) -> Phrase:
        for place in range(part.first + 1, part.last + 1):
            word = line.words[place]
            title = word.noun(NounClass.TITLE) is not None and word.has_article
            if title or self._begins_person(line, place):
                return line.part(part, part.first, place - 1)
        name = line.name_at(part.first)
        if name is not None and name.actors and name.last < part.last:
            return line.part(part, part.first, name.last)
        return part

    def _membership(self, line: Line, part: Phrase) -> Mention | None:
        """A body that one can be a member of: an actor, or an institution that is named."""
        body = self.parties.actor(line, part)
        if body is not None and body.kind is MentionKind.ACTOR:
            return self.parties.institution(body, part)
        head = line.words[part.head]
        if head.noun(NounClass.ACTOR, NounClass.SOURCE) is not None and part.last > part.head:
            body = replace(self.maker.mention(part), kind=MentionKind.ACTOR)
            return self.parties.institution(body, part)
        return None

    def _named_after(self, line: Line, at: int) -> Mention | None:
        named = line.plain("named", at)
        return (
            self.persons.after(line, named) if named is not None else (self._holder_after(line, at))
        )

    def _own_office(self, line: Line, at: int) -> Iterator[RelationMention]:
        after = line.plain("own_offices", at)
        person = self.persons.after(line, after) if after is not None else None
        body = self.parties.antecedent(line.words[at].start) if person is not None else None
        if person is not None and body is not None and body.target_kind in FORCES:
            yield self._belongs(person, body, (at, at))

    def _led(self, line: Line, at: int) -> Iterator[RelationMention]:
        """«… بقيادة فلان»."""
        after = line.plain("led", at)
        person = self.persons.after(line, after) if after is not None else None
        part = self.parties.named_end(line, line.part_before(at))
        body = self.parties.actor(line, part) if person is not None else None
        if person is not None and body is not None:
            yield self._belongs(person, body, (at, at))

    def _belongs(self, person: Mention, body: Mention, also: tuple[int, int]) -> RelationMention:
        return stated(self.maker, RelationKind.MEMBER_OF, person, body, _MEMBER_RULE, also)


def _past_brackets(line: Line, at: int) -> int:
    """The word after a remark in brackets that begins at ``at``; ``at`` where none does."""
    if line.text(at) != "(":
        return at
    for place in range(at + 1, min(at + _TAIL, line.end)):
        if line.text(place) == ")":
            return place + 1
    return at
