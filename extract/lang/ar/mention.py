"""Mentions: what a noun phrase names, with its entity, its kind and its English name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from extract.actors.actor import Actor
from extract.actors.base import ActorBase
from extract.actors.demonym import Demonym
from extract.actors.schema import Role
from extract.analysis import Mention, MentionKind, Words
from extract.fold import fold
from extract.gazetteer import Entry, Gazetteer
from extract.lang.ar.inflection import Number
from extract.lang.ar.lexicon import Noun, NounClass
from extract.lang.ar.name import NameMatch
from extract.lang.ar.numeral import is_number_word
from extract.lang.ar.phrase import Phrase
from extract.lang.ar.word import Word
from extract.record import SourceKind, SpatialPrecision, TargetKind

_PRECISIONS: Final = {
    "country": SpatialPrecision.COUNTRY,
    "region": SpatialPrecision.ADMIN1,
    "sea": SpatialPrecision.ADMIN1,
    "area": SpatialPrecision.DISTRICT,
    "district": SpatialPrecision.DISTRICT,
    "desert": SpatialPrecision.DISTRICT,
    "mountain": SpatialPrecision.DISTRICT,
    "river": SpatialPrecision.DISTRICT,
    "border": SpatialPrecision.DISTRICT,
    "strait": SpatialPrecision.DISTRICT,
    "neighbourhood": SpatialPrecision.SITE,
}
_BACKED: Final = frozenset(
    {
        "مدعوم",
        "مدعومه",
        "المدعوم",
        "المدعومه",
        "مدعومين",
        "المدعومين",
        "موال",
        "مواليه",
        "المواليه",
        "الموالي",
    }
)
_MILITIAS: Final = "ميليشيات"
_BACKED_BY: Final = "مدعومة من"
_ARMY: Final = "جيش"
_NO_GROUP: Final = frozenset(
    ("مهاجم", "مجهول", "انتحاري", "قناص", "ملثم", "منفذ", "مقاومة", "معارضة")
)
_OFFICE_REACH: Final = 40
_SOURCE_OF_KIND: Final = {
    TargetKind.STATE_FORCES: SourceKind.MILITARY,
    TargetKind.ARMED_GROUP: SourceKind.ARMED_GROUP,
}
_FACILITY_TARGETS: Final = {
    "military_base": TargetKind.BASE,
    "air_base": TargetKind.BASE,
    "naval_base": TargetKind.BASE,
    "military_headquarters": TargetKind.BASE,
    "peacekeeper_base": TargetKind.BASE,
    "outpost": TargetKind.MILITARY_POSITION,
    "checkpoint": TargetKind.MILITARY_POSITION,
    "missile_site": TargetKind.MILITARY_POSITION,
    "refugee_camp": TargetKind.RESIDENTIAL,
    "market": TargetKind.CIVILIANS,
    "mosque": TargetKind.OTHER,
    "church": TargetKind.OTHER,
    "embassy": TargetKind.OTHER,
    "hotel": TargetKind.OTHER,
}


class MentionMaker:
    """Makes mentions out of the phrases of one article."""

    def __init__(
        self,
        text: str,
        words: Sequence[Word],
        names: Sequence[NameMatch],
        actors: ActorBase,
        gazetteer: Gazetteer,
    ) -> None:
        self.text = text
        self.words = words
        self.names = names
        self.actors = actors
        self.gazetteer = gazetteer
        self._name_at = {
            index: name for name in names for index in range(name.first, name.last + 1)
        }
        self._folded = frozenset(word.norm for word in words)
        self.country = _main_country(names)

    def span(self, first: int, last: int) -> Words:
        """The words ``first`` to ``last`` (inclusive) as evidence."""
        start, end = self.words[first].start, self.words[last].end
        return Words(start, end, self.text[start:end], self.words[first].sentence)

    def words_between(self, start: int, end: int, sentence: int) -> Words:
        """The text from offset ``start`` to ``end`` as evidence."""
        return Words(start, end, self.text[start:end], sentence)

    def preceded_by(self, start: int, other: int, heads: frozenset[str]) -> bool:
        """Whether one of ``heads`` stands among the words just before the first of two offsets."""
        begin = min(start, other)
        return any(
            word.norm in heads and begin - _OFFICE_REACH <= word.start <= begin
            for word in self.words
            if begin - _OFFICE_REACH <= word.start <= begin
        )

    def mention_of_name(self, name: NameMatch) -> Mention:
        """The mention that a known name makes on its own."""
        return self.mention(Phrase(name.first, name.last, name.first, names=[name]))

    def person_in(self, phrase: Phrase, first: int) -> Mention | None:
        """The words from ``first`` to the end of the phrase, when they are a person's name."""
        if first > phrase.last or any(self.words[i].nouns for i in range(first, phrase.last + 1)):
            return None
        return Mention(
            self.span(first, phrase.last), MentionKind.PERSON, target_kind=TargetKind.PERSON
        )

    def mention(self, phrase: Phrase) -> Mention:
        """What ``phrase`` names: an actor, a person, a place, a weapon, victims or a thing."""
        words = self.span(phrase.first, phrase.last)
        named = self._name_at.get(phrase.head)
        known = named is not None and named.last > named.first and self.actor_of(named) is not None
        order = (self._named, self._weapon) if known else (self._weapon, self._named)
        for make in (*order, self._described):
            found = make(phrase, words)
            if found is not None:
                break
        else:
            found = self._unknown(phrase, words)
        if phrase.placed:
            found = replace(found, placed=True)
        if self.words[phrase.head].has_pronoun:
            found = replace(found, possessed=True)
        if any(n.hostile for w in self.words[phrase.first : phrase.last + 1] for n, _ in w.nouns):
            found = replace(found, hostile=True)
        return self._counted(found, phrase)

    def _counted(self, mention: Mention, phrase: Phrase) -> Mention:
        count = self.count(phrase)
        return mention if count is None else replace(mention, count=count)

    def count(self, phrase: Phrase) -> int | None:
        """How many the phrase says: its numeral, two for a dual, one for an indefinite singular."""
        if phrase.numeral is not None:
            return phrase.numeral.low if phrase.numeral.low == phrase.numeral.high else None
        head = self.words[phrase.head]
        if head.number is Number.DUAL:
            return 2
        if (
            head.number is Number.SINGULAR
            and not head.is_definite
            and head.noun(NounClass.WEAPON, NounClass.VICTIM, NounClass.TARGET)
        ):
            following = self.words[phrase.head + 1] if phrase.head + 1 <= phrase.last else None
            if following is None or not following.has_article:
                return 1
        return None

    def is_stray(self, phrase: Phrase) -> bool:
        """Whether the phrase is one unknown word that nothing shows to be a name."""
        return (
            phrase.first == phrase.last
            and not phrase.names
            and not self.words[phrase.head].nouns
            and phrase.head not in self._name_at
        )

    def head_noun(self, phrase: Phrase, *classes: NounClass) -> Noun | None:
        """The head's first reading of one of these classes."""
        return self.words[phrase.head].noun(*classes)

    def demonym(self, phrase: Phrase) -> Demonym | None:
        """The adjective of origin inside the phrase, if any."""
        for index in range(phrase.first, phrase.last + 1):
            found = self.actors.demonym(self.words[index].norm)
            if found is not None and index != phrase.head:
                return found
        return None

    def _weapon(self, phrase: Phrase, words: Words) -> Mention | None:
        noun = self.head_noun(phrase, NounClass.WEAPON)
        vehicle = self.head_noun(phrase, NounClass.TARGET)
        classes = self.weapon_adjectives(phrase)
        if noun is None and not (vehicle is not None and classes):
            return None
        if noun is not None and noun.needs is not None and not classes:
            return None
        english = noun.en or noun.gloss if noun is not None else "car bomb"
        if "drone" in classes:
            english = "drone"
        demonym = self.demonym(phrase)
        return Mention(
            words,
            MentionKind.WEAPON,
            canonical_en=english,
            country=demonym.country if demonym else None,
            target_kind=TargetKind.AIRCRAFT
            if noun is not None and noun.agentive
            else TargetKind.OTHER,
        )

    def weapon_adjectives(self, phrase: Phrase) -> set[str]:
        """Weapon classes that the phrase's adjectives name."""
        return {
            adjective.weapon.value
            for index in range(phrase.first, phrase.last + 1)
            if (adjective := self.words[index].adjective) is not None
            and adjective.weapon is not None
            and index != phrase.head
        }

    def weapon_classes(self, phrase: Phrase) -> set[str]:
        """All weapon classes in the phrase, of nouns and adjectives."""
        found = self.weapon_adjectives(phrase)
        for index in range(phrase.first, phrase.last + 1):
            noun = self.words[index].noun(NounClass.WEAPON)
            if noun is not None and noun.weapon is not None:
                found.add(noun.weapon.value)
        return found

    def _named(self, phrase: Phrase, words: Words) -> Mention | None:
        head_name = self._name_at.get(phrase.head)
        if head_name is not None and head_name.first == phrase.head:
            actor = self.actor_of(head_name)
            if actor is not None and not (head_name.certain_place and actor.kind == "state"):
                return self._actor_mention(words, actor)
            if head_name.places and (
                not self.words[phrase.head].nouns or head_name.last > head_name.first
            ):
                return self._place_mention(words, head_name.places, None)
        place_head = self.head_noun(phrase, NounClass.PLACE, NounClass.TARGET)
        if place_head is not None and (
            place_head.noun_class is NounClass.PLACE or place_head.place
        ):
            if (
                place_head.noun_class is NounClass.TARGET
                and self.words[phrase.head].number is Number.PLURAL
            ):
                return None
            names = [name for name in phrase.names if name.places]
            if names:
                return self._place_mention(words, names[-1].places, place_head)
            if place_head.noun_class is NounClass.PLACE or phrase.last > phrase.head:
                return self._plain_place(words, place_head, phrase)
        return None

    def actor_of(self, name: NameMatch) -> Actor | None:
        """The actor that a known name means here, if its context allows one."""
        for reading in name.actors:
            if reading.ambiguous and reading.needs and not self._folded.intersection(reading.needs):
                continue
            if reading.ambiguous and not reading.needs and name.last == name.first:
                continue
            return self.actors.get(reading.actor)
        return None

    def _actor_mention(self, words: Words, actor: Actor) -> Mention:
        return Mention(
            words,
            MentionKind.PERSON if actor.kind == "person" else MentionKind.ACTOR,
            entity=actor.id,
            canonical_en=actor.label_en,
            country=actor.country,
            target_kind=actor.target_kind,
            source_kind=actor.source_kind,
        )

    def resolve(self, entries: tuple[Entry, ...]) -> Entry:
        """The entry that a place name means here: in the article's country if it can be."""
        if self.country is not None:
            for entry in entries:
                if entry.country == self.country:
                    return entry
        return entries[0]

    def _place_mention(
        self, words: Words, entries: tuple[Entry, ...], head: Noun | None
    ) -> Mention:
        entry = self.resolve(entries)
        facility = entry.is_facility
        kind = _FACILITY_TARGETS.get(entry.kind) if facility else None
        if head is not None and head.noun_class is NounClass.TARGET:
            kind = head.kind
        elif facility and kind is None:
            kind = TargetKind.INFRASTRUCTURE
        exact = head is None or (head.noun_class is NounClass.PLACE and not head.direction)
        return Mention(
            words,
            MentionKind.FACILITY if facility else MentionKind.PLACE,
            entity=entry.id if exact else None,
            canonical_en=entry.label_en
            if exact or head is None
            else f"{head.gloss} of {entry.label_en}",
            country=entry.country,
            target_kind=kind or TargetKind.OTHER,
            source_kind=SourceKind.OFFICIAL if entry.kind in ("country", "city") else None,
            precision=_precision(entry, head),
        )

    def _plain_place(self, words: Words, head: Noun, phrase: Phrase) -> Mention:
        alone = phrase.last == phrase.head
        vague = self.words[phrase.head].number is Number.PLURAL and not phrase.names
        return Mention(
            words,
            MentionKind.PLACE if head.noun_class is NounClass.PLACE else MentionKind.FACILITY,
            country=self.country,
            target_kind=head.kind or TargetKind.OTHER,
            precision=SpatialPrecision(head.precision or head.place or "district"),
            anaphoric=vague or (alone and self.words[phrase.head].is_definite),
        )

    def _described(self, phrase: Phrase, words: Words) -> Mention | None:
        demonym = self.demonym(phrase)
        target = self.head_noun(phrase, NounClass.TARGET)
        if target is not None:
            return Mention(
                words,
                MentionKind.OBJECT,
                canonical_en=target.gloss,
                country=demonym.country if demonym else None,
                target_kind=target.kind,
                source_kind=self._source_kind(phrase),
            )
        actor = self.head_noun(phrase, NounClass.ACTOR)
        if actor is not None and not (
            self.head_noun(phrase, NounClass.VICTIM)
            and self.words[phrase.head].number is Number.SINGULAR
        ):
            return self._actor_phrase(phrase, words, actor, demonym)
        victim = self.head_noun(phrase, NounClass.VICTIM)
        if victim is not None:
            return Mention(
                words,
                MentionKind.PERSON if victim.kind is TargetKind.PERSON else MentionKind.VICTIM,
                canonical_en=_described_en(demonym, victim.gloss),
                country=demonym.country if demonym else None,
                target_kind=victim.kind,
                source_kind=self._source_kind(phrase),
            )
        title = self.head_noun(phrase, NounClass.TITLE, NounClass.SOURCE)
        if title is not None:
            person = self._person_in(phrase)
            return Mention(
                words,
                MentionKind.PERSON if title.noun_class is NounClass.TITLE else MentionKind.ACTOR,
                entity=person.id if person else None,
                canonical_en=person.label_en if person else _described_en(demonym, title.gloss),
                country=demonym.country if demonym else None,
                target_kind=TargetKind.PERSON,
                source_kind=title.source,
                anaphoric=phrase.last == phrase.head and self.words[phrase.head].is_definite,
            )
        return None

    def _source_kind(self, phrase: Phrase) -> SourceKind | None:
        source = self.head_noun(phrase, NounClass.SOURCE, NounClass.TITLE)
        return source.source if source is not None else None

    def _person_in(self, phrase: Phrase) -> Actor | None:
        for name in phrase.names:
            actor = self.actor_of(name)
            if actor is not None and actor.kind == "person":
                return actor
        return None

    def _backed(self, phrase: Phrase, words: Words, head: Noun) -> Mention | None:
        """«ميليشيات مدعومة من إيران»: a party known by its backer is not the backer."""
        cue = next(
            (i for i in range(phrase.head, phrase.last) if self.words[i].norm in _BACKED), None
        )
        backers = [name for name in phrase.names if cue is not None and name.first > cue]
        if cue is None or not backers:
            return None
        backer = self.actor_of(backers[0])
        if backer is None:
            return None
        known = self.actors.lookup(fold(f"{_MILITIAS} {_BACKED_BY} {backer.label_ar}"))
        if known and head.kind is TargetKind.ARMED_GROUP:
            return self._actor_mention(words, known[0])
        return Mention(
            words,
            MentionKind.ACTOR,
            canonical_en=f"{backer.label_en}-backed {head.gloss}",
            target_kind=head.kind,
            source_kind=_SOURCE_OF_KIND.get(head.kind) if head.kind else None,
        )

    def _actor_phrase(
        self, phrase: Phrase, words: Words, head: Noun, demonym: Demonym | None
    ) -> Mention:
        backed = self._backed(phrase, words, head)
        if backed is not None:
            return backed
        for name in phrase.names:
            actor = self.actor_of(name)
            if actor is not None and actor.kind not in ("person", "media"):
                whole = actor.target_kind is head.kind or actor.kind == "armed_group"
                return replace(
                    self._actor_mention(words, actor), entity=actor.id if whole else None
                )
        forces = self.actors.get(demonym.forces) if demonym and demonym.forces else None
        if forces is not None and head.kind is TargetKind.STATE_FORCES:
            return replace(self._actor_mention(words, forces), entity=None)
        meant = self._meant(phrase, head) if demonym is None else None
        if meant is not None:
            return self._actor_mention(words, meant)
        return Mention(
            words,
            MentionKind.ACTOR,
            canonical_en=_described_en(demonym, head.gloss),
            country=demonym.country if demonym else None,
            target_kind=head.kind,
            source_kind=_SOURCE_OF_KIND.get(head.kind) if head.kind else None,
            anaphoric=phrase.last == phrase.head and self.words[phrase.head].is_definite,
        )

    def _unknown(self, phrase: Phrase, words: Words) -> Mention:
        head = self.words[phrase.head]
        name = self._name_at.get(phrase.head)
        if name is not None and name.places:
            return self._place_mention(words, name.places, None)
        known = head.nouns or head.is_number or head.adjective is not None or head.tags
        if not known and not is_number_word(head.norm):
            if phrase.placed and self._is_name_like(phrase):
                return Mention(
                    words,
                    MentionKind.PLACE,
                    country=self.country,
                    target_kind=TargetKind.OTHER,
                    precision=SpatialPrecision.TOWN,
                )
            return Mention(words, MentionKind.PERSON, target_kind=TargetKind.PERSON)
        return Mention(words, MentionKind.OBJECT, target_kind=TargetKind.OTHER)

    def _is_name_like(self, phrase: Phrase) -> bool:
        """Whether an unknown phrase after «في» can name a place: short, without common nouns."""
        rest = self.words[phrase.head + 1 : phrase.last + 1]
        return len(rest) <= 2 and not any(word.noun(NounClass.GENERAL) for word in rest)

    def _meant(self, phrase: Phrase, head: Noun) -> Actor | None:
        """Whom a bare «الجيش», «التنظيم», «الحركة» means in this article."""
        word = self.words[phrase.head]
        if phrase.last != phrase.head or not word.has_article:
            return None
        if head.sg == _ARMY:
            return self._army()
        if head.kind is not TargetKind.ARMED_GROUP or head.sg in _NO_GROUP:
            return None
        opening = fold(head.sg) + " "
        for name in reversed(self.names):
            actor = self.actor_of(name) if name.first < phrase.first else None
            if actor is None or actor.kind not in ("armed_group", "political_party"):
                continue
            if any(one.lang == "ar" and one.key.startswith(opening) for one in actor.names):
                return actor
        return None

    def _army(self) -> Actor | None:
        """The army that the article speaks of: the one it names most, else its country's."""
        named = [
            actor
            for name in self.names
            if (actor := self.actor_of(name)) is not None and actor.role is Role.ARMED_FORCES
        ]
        if named:
            return max(named, key=lambda actor: (named.count(actor), -named.index(actor)))
        return self.actors.forces_of(self.country) if self.country is not None else None

    def forces(self, demonym: Demonym, words: Words) -> Mention | None:
        """The forces whose act an adjective of origin describes («غارة إسرائيلية»)."""
        actor = self.actors.get(demonym.forces) if demonym.forces else None
        if actor is None:
            return None
        return replace(self._actor_mention(words, actor))


def _precision(entry: Entry, head: Noun | None) -> SpatialPrecision:
    """How exactly a place is named: by its head word, else by what the gazetteer says it is."""
    told = (head.precision or head.place) if head is not None else None
    if told is not None:
        return SpatialPrecision(told)
    if entry.is_facility:
        return SpatialPrecision.SITE
    return _PRECISIONS.get(entry.kind, SpatialPrecision.TOWN)


def _described_en(demonym: Demonym | None, gloss: str) -> str:
    return f"{demonym.gloss} {gloss}" if demonym else gloss


def _main_country(names: Sequence[NameMatch]) -> str | None:
    """The country that most place names of the article lie in; the first named wins a tie."""
    counts: dict[str, int] = {}
    for name in names:
        if name.certain_place:
            country = name.places[0].country
            if country is not None and len({entry.country for entry in name.places}) == 1:
                counts[country] = counts.get(country, 0) + (
                    1 if name.places[0].kind == "country" else 2
                )
    return max(counts, key=lambda code: counts[code]) if counts else None
