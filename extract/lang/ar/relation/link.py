"""Links: words between two parties that say part_of, backed_by, controls or hosts_forces_of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from extract.analysis import Mention, MentionKind, RelationMention
from extract.lang.ar.lexicon import NounClass
from extract.lang.ar.phrase import Phrase
from extract.lang.ar.relation.cue import Leading, Link, cues
from extract.lang.ar.relation.line import Line
from extract.lang.ar.relation.party import FORCES, PLACES, Parties
from extract.lang.ar.relation.statement import stated
from extract.record import RelationKind, SourceKind

_PEOPLE: Final = (MentionKind.VICTIM, MentionKind.PERSON)


class LinkFinder:
    """Finds the relations that stand between two parties."""

    def __init__(self, parties: Parties) -> None:
        self.parties = parties
        self.maker = parties.maker

    def find(self, line: Line) -> Iterator[RelationMention]:
        """The relations of one sentence, in order."""
        for at in range(line.first, line.end):
            if line.is_in("negations", at - 1):
                continue
            yield from self._known(line, at)
            yield from self._branch(line, at)
            yield from self._support(line, at)
            yield from self._own_branch(line, at)
            yield from self._union(line, at)
            found = line.cue(cues().links, at)
            if found is not None:
                yield from self._link(line, at, *found)
            leading = line.cue(cues().leading, at)
            if leading is not None:
                yield from self._leading(line, at, *leading)

    # -- links ----------------------------------------------------------------------------------

    def _link(self, line: Line, at: int, link: Link, after: int) -> Iterator[RelationMention]:
        left = self._left(line, at)
        if left is None:
            return
        if link.back:
            near = self._party(line, left, link, "subject")
            body = self.parties.antecedent(line.words[at].start, near) if near else None
            if near is not None and body is not None:
                yield self._made(link.kind, near, body, (at, after - 1))
            return
        right = self._right(line, after)
        if right is None:
            return
        other = "object" if link.left == "subject" else "subject"
        two = self._party(line, right, link, other)
        one = self._party(line, left, link, link.left)
        if one is None and link.kind is RelationKind.CONTROLS and link.left == "object":
            one = self._held_after(line, right)
        if one is None or two is None:
            return
        if link.kind is RelationKind.HOSTS_FORCES_OF:
            yield from self._stationed(line, link, (one, two), right, (at, after - 1))
            return
        subject, object_ = (one, two) if link.left == "subject" else (two, one)
        yield self._made(link.kind, subject, object_, (at, after - 1))

    def _stationed(
        self,
        line: Line,
        link: Link,
        parties: tuple[Mention, Mention],
        right: Phrase,
        also: tuple[int, int],
    ) -> Iterator[RelationMention]:
        """A base hosts forces, and so does a place said of itself («مدينة تنتشر فيها …»).

        Forces said to be stationed in a town or country are located there.
        """
        one, two = parties
        if link.left == "object":
            if two.kind is MentionKind.PLACE:
                yield self._made(RelationKind.LOCATED_IN, one, two, also)
            else:
                yield self._made(link.kind, two, one, also)
            return
        yield self._made(link.kind, one, two, also)
        for body in self._also_stationed(line, right):
            yield self._made(link.kind, one, body, also)

    def _also_stationed(self, line: Line, right: Phrase) -> Iterator[Mention]:
        """«… القوات … و(قوات) أخرى تتبع لـ…»: others, with whose they are."""
        at = right.last + 1
        at += int(line.text(at) in ("»", '"', "”"))
        if line.norm(at) != "و":
            return
        others = next((n for n in (at + 1, at + 2) if line.is_in("others", n)), None)
        if others is None:
            return
        found = line.cue(cues().links, others + 1)
        if found is None or found[0].kind is not RelationKind.PART_OF or found[0].back:
            return
        part = line.part_from(found[1])
        body = self._forces(line, part) if part is not None else None
        if body is not None:
            yield body

    def _left(self, line: Line, at: int) -> Phrase | None:
        """What a link goes back to: the phrase before it, past «التي», «وهو» or a comma."""
        end = line.before_comma(at)
        part = line.part_before(end)
        if part is None:
            return None
        if line.is_in("foremost", part.first) and line.norm(part.first - 1) == "من":
            return line.part_before(part.first - 1)
        head = line.words[part.head]
        generic = part.first == part.head and not head.has_article and not part.names
        before = line.part_before(part.first)
        if generic and end == at and before is not None and self._is_named_actor(before):
            return before
        if end < at - 1:
            return self._past_place(line, part)
        return part

    def _past_place(self, line: Line, part: Phrase) -> Phrase:
        """Before «وهو», the head of «حقل … وسط …» is the field."""
        while line.plain("toward", part.first) is not None:
            before = line.part_before(part.first)
            if before is None:
                break
            part = before
        return part

    def _is_named_actor(self, part: Phrase) -> bool:
        mention = self.maker.mention(part)
        return mention.kind is MentionKind.ACTOR and mention.entity is not None

    def _right(self, line: Line, at: int) -> Phrase | None:
        """What follows a link, past adverbs and times."""
        while at < line.end:
            skipped = line.plain("adverbs", at)
            if skipped is not None:
                cover = line.covering(at)
                if cover is not None and cover.first == at and cover.last >= skipped:
                    return line.part(cover, skipped, cover.last)
                at = skipped
            elif at in line.times:
                at += 1
            else:
                return line.part_from(at)
        return None

    def _party(self, line: Line, part: Phrase, link: Link | Leading, end: str) -> Mention | None:
        """The party at one end of a relation, when it is of the sort that the relation joins."""
        kind = link.kind
        if kind is RelationKind.CONTROLS:
            return self._holder(line, part) if end == "subject" else self._held(line, part)
        if kind is RelationKind.HOSTS_FORCES_OF:
            if end == "subject":
                return self.parties.site(line, part)
            return self._forces(line, part)
        if kind is RelationKind.BACKED_BY:
            return self._client(line, part) if end == "subject" else self._backer(line, part)
        return self._unit(line, part) if end == "subject" else self._whole(line, part)

    def _holder(self, line: Line, part: Phrase) -> Mention | None:
        actor = self.parties.actor(line, part)
        if actor is None or actor.kind is not MentionKind.ACTOR:
            return None
        full = self.maker.mention(part)
        vague = self.parties.is_generic(actor, part) and full.kind is MentionKind.ACTOR
        return self.parties.resolved(line, full, part) if vague else actor

    def _held(self, line: Line, part: Phrase) -> Mention | None:
        """The place that is held; «مواقع … في تعز» means the place named after «في»."""
        place = self.parties.place(line, part) or self._held_after(line, part)
        return place or self.parties.looked_up(part)

    def _held_after(self, line: Line, part: Phrase) -> Mention | None:
        if line.norm(part.last + 1) in ("في", "ب"):
            return self.parties.place(line, line.part_from(part.last + 2))
        return None

    def _forces(self, line: Line, part: Phrase) -> Mention | None:
        actor = self.parties.actor(line, part) or self._owner(line, part)
        if actor is None or actor.kind is not MentionKind.ACTOR or actor.target_kind not in FORCES:
            return None
        if self.parties.is_generic(actor, part):
            actor = self.maker.mention(part)
        known = actor.country is not None or any(name.actors for name in part.names)
        return actor if known or not self.parties.is_generic(actor, part) else None

    def _client(self, line: Line, part: Phrase) -> Mention | None:
        mention = self.maker.mention(part)
        head = line.words[part.head]
        if mention.kind in PLACES or head.noun(NounClass.SOURCE) is not None:
            return None
        if mention.kind is MentionKind.ACTOR:
            actor = self.parties.resolved(line, mention, part)
            return None if actor.source_kind is SourceKind.MEDIA else actor
        armed = mention.kind is MentionKind.VICTIM or not (head.has_article or mention.entity)
        return mention if armed and mention.kind in _PEOPLE else None

    def _owner(self, line: Line, part: Phrase) -> Mention | None:
        """«مدفعية الجيش»: the body at the end of the part."""
        for first in range(part.first + 1, part.last + 1):
            name = line.name_at(first)
            body = line.words[first].noun(NounClass.ACTOR) is not None
            if body or (name is not None and name.actors):
                return self.parties.actor(line, line.part(part, first, part.last))
        return None

    def _backer(self, line: Line, part: Phrase) -> Mention | None:
        actor = self.parties.actor(line, part)
        if actor is not None:
            return actor
        part = self.parties.tight(line, part)
        mention = self.maker.mention(part)
        if line.is_in("states", part.head):
            return replace(mention, kind=MentionKind.ACTOR)
        name = next((name for name in part.names if name.actors), None)
        person = self.maker.mention_of_name(name) if name is not None else mention
        return person if person.kind is MentionKind.PERSON and person.entity else None

    def _unit(self, line: Line, part: Phrase) -> Mention | None:
        """A unit with a name or a number of its own."""
        mention = self.maker.mention(part)
        if mention.kind in PLACES or mention.kind in (MentionKind.WEAPON, MentionKind.VICTIM):
            return None
        actor = self.parties.actor(line, part)
        if actor is not None and not self.parties.is_generic(actor, part):
            return actor
        return None

    def _whole(self, line: Line, part: Phrase) -> Mention | None:
        actor = self.parties.actor(line, part)
        return actor if actor is not None and actor.kind is MentionKind.ACTOR else None

    def _made(
        self, kind: RelationKind, subject: Mention, object_: Mention, also: tuple[int, int]
    ) -> RelationMention:
        unnamed = subject.entity is None and "-backed" not in (subject.canonical_en or "")
        if kind is RelationKind.BACKED_BY and unnamed and object_.canonical_en:
            client, backer = subject.canonical_en or "group", object_.canonical_en
            loyal = object_.kind is MentionKind.PERSON
            called = f"{client} loyal to {backer}" if loyal else f"{backer}-backed {client}"
            subject = replace(subject, canonical_en=called)
        rule = f"ar.relation.{kind.value.replace('_', '-')}"
        return stated(self.maker, kind, subject, object_, rule, also)

    # -- verbs before both parties --------------------------------------------------------------

    def _leading(self, line: Line, at: int, verb: Leading, after: int) -> Iterator[RelationMention]:
        """«تسيطر القوات على المدينة», «تسيطر على المدينة القوات»."""
        bare = not verb.prepositions
        first_placed = bare or line.norm(after) in verb.prepositions
        one = self._right(line, after + int(first_placed and not bare))
        if one is None:
            return
        next_at = one.last + 1
        while line.text(next_at) in ("»", '"', "”"):
            next_at += 1
        if not first_placed and line.norm(next_at) not in verb.prepositions:
            return
        two = self._right(line, self._past_times(line, next_at) + int(not first_placed))
        if two is None:
            return
        site, body = (one, two) if first_placed else (two, one)
        actor_end = "subject" if verb.kind is RelationKind.CONTROLS else "object"
        site_end = "object" if actor_end == "subject" else "subject"
        actor = self._party(line, body, verb, actor_end)
        place = self._party(line, site, verb, site_end)
        if actor is None or place is None:
            return
        pair = (actor, place) if actor_end == "subject" else (place, actor)
        yield self._made(verb.kind, *pair, (at, at))

    def _past_times(self, line: Line, at: int) -> int:
        while at in line.times or line.norm(at) == "منذ":
            at += 1
        return at

    # -- known by name --------------------------------------------------------------------------

    def _known(self, line: Line, at: int) -> Iterator[RelationMention]:
        """A known name that itself says who backs its bearer («الفصائل المدعومة من تركيا»)."""
        name = line.name_at(at)
        actor = self.maker.actor_of(name) if name is not None else None
        if name is None or actor is None or not actor.backed_by:
            return
        for place in range(name.first + 1, name.last + 1):
            found = line.cue(cues().links, place)
            if found is None or found[0].kind is not RelationKind.BACKED_BY:
                continue
            backer = self.maker.actors.get(actor.backed_by[0])
            if backer is None or found[1] > name.last:
                return
            object_ = Mention(
                self.maker.span(found[1], name.last),
                MentionKind.ACTOR,
                entity=backer.id,
                canonical_en=backer.label_en,
                country=backer.country,
            )
            subject = self.maker.mention_of_name(name)
            yield self._made(RelationKind.BACKED_BY, subject, object_, (name.first, name.last))
            return

    def _support(self, line: Line, at: int) -> Iterator[RelationMention]:
        """«استعادت القوات … بدعم من …», when one body alone stands before it."""
        after = line.plain("support", at)
        part = line.part_from(after) if after is not None else None
        backer = self._backer(line, part) if part is not None else None
        if backer is None:
            return
        clients = {
            client.canonical_en: client
            for phrase in line.phrases
            if phrase.last < at and line.norm(phrase.first - 1) not in ("من", "عن", "ضد", "علي")
            for client in (self.parties.actor(line, phrase),)
            if client is not None and client.target_kind in FORCES
        }
        if len(clients) == 1:
            client = next(iter(clients.values()))
            yield self._made(RelationKind.BACKED_BY, client, backer, (at, at))

    # -- branches -------------------------------------------------------------------------------

    def _branch(self, line: Line, at: int) -> Iterator[RelationMention]:
        """«…، الجناح المسلح لحركة …», «…، وهي فرع تنظيم …»."""
        after = line.plain("branches", at)
        if after is None:
            return
        end = line.before_comma(at)
        part = self.parties.named_end(line, line.part_before(end)) if end < at else None
        whole = line.part_from(after + int(line.norm(after) == "ل"))
        subject = self._unit(line, part) if part is not None else None
        body = self._whole(line, whole) if whole is not None else None
        if subject is not None and body is not None:
            yield self._made(RelationKind.PART_OF, subject, body, (at, after - 1))

    def _own_branch(self, line: Line, at: int) -> Iterator[RelationMention]:
        """«عبر ذراعه اليمنية المسماة «ولاية عدن»»."""
        after = line.plain("own_branches", at)
        if after is None:
            return
        for place in range(after, min(after + 5, line.end)):
            name = line.name_at(place)
            if name is None or not name.actors:
                continue
            unit = self.maker.mention_of_name(name)
            body = self.parties.antecedent(line.words[at].start, unit)
            if unit.kind is MentionKind.ACTOR and body is not None:
                yield self._made(RelationKind.PART_OF, unit, body, (at, at))
            return

    def _union(self, line: Line, at: int) -> Iterator[RelationMention]:
        """«تحالف … المؤلف من … و…»: each member is a part of it."""
        after = line.plain("unions", at)
        body = self.parties.actor(line, line.part_before(at)) if after is not None else None
        if after is None or body is None:
            return
        place: int | None = after
        while place is not None:
            part = line.part_from(place)
            member = self._unit(line, part) if part is not None else None
            if part is None or member is None:
                return
            yield self._made(RelationKind.PART_OF, member, body, (at, at))
            last = part.last + int(line.text(part.last + 1) in ("»", '"', "”"))
            place = last + 2 if line.norm(last + 1) == "و" else None
