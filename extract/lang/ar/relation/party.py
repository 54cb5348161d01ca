"""Parties: the two ends of a relation, made of parts of noun phrases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from extract.actors.schema import Role
from extract.analysis import Mention, MentionKind
from extract.fold import fold
from extract.gazetteer import Entry
from extract.lang.ar.inflection import Number
from extract.lang.ar.lexicon import NounClass
from extract.lang.ar.mention import MentionMaker
from extract.lang.ar.phrase import Phrase
from extract.lang.ar.relation.cue import cues
from extract.lang.ar.relation.line import Line
from extract.lang.ar.word import Word
from extract.record import SpatialPrecision, TargetKind

PLACES: Final = (MentionKind.PLACE, MentionKind.FACILITY)
FORCES: Final = (TargetKind.STATE_FORCES, TargetKind.ARMED_GROUP)
_MOVING: Final = (TargetKind.VEHICLE, TargetKind.AIRCRAFT, TargetKind.SHIP)
_TOWNS: Final = ("city", "town")
_CAPITAL: Final = ("العاصمه", "عاصمه")


class Parties:
    """Makes the parties of one article and resolves those that only point back."""

    def __init__(self, lines: Sequence[Line], maker: MentionMaker) -> None:
        self.maker = maker
        self.words: Sequence[Word] = maker.words
        self._named = sorted(
            (
                mention
                for line in lines
                for mention in self._known(line)
                if mention.entity is not None and not mention.anaphoric
            ),
            key=lambda mention: mention.words.start,
        )

    def _known(self, line: Line) -> Iterator[Mention]:
        """Everything in a sentence that may have an identity: phrases, and names inside them."""
        for phrase in line.phrases:
            yield self.maker.mention(phrase)
        for name in line.names:
            yield self.maker.mention_of_name(name)

    def actor(self, line: Line, part: Phrase | None) -> Mention | None:
        """The body that a part names; a capital or a country stands for its state."""
        if part is None:
            return None
        part = self.tight(line, part)
        mention = self.maker.mention(part)
        if part.first == part.last and self.maker.actors.capital(self.words[part.first].norm):
            return self._state(part, mention)
        if mention.kind is MentionKind.PLACE:
            return self._state(part, mention)
        if mention.kind is MentionKind.VICTIM:
            return self._soldiers(line, part, mention)
        if mention.kind is not MentionKind.ACTOR or self._speaks(part):
            return None
        return self.resolved(line, mention, part)

    def place(self, line: Line, part: Phrase | None) -> Mention | None:
        """The named place that a part names, without «centre of», «north of»."""
        if part is None or part.numeral is not None or self.words[part.head].has_pronoun:
            return None
        part = self._core(line, part)
        if line.plain("centres", part.first) is not None and line.name_at(part.first) is None:
            return None
        capital = self._capital(part)
        if capital is not None:
            return capital
        name = line.name_at(part.first)
        if name is not None and name.places:
            part = line.part(part, part.first, min(name.last, part.last))
            if not name.actors and name.last > name.first:
                return self.of_entry(part, self.maker.resolve(name.places))
        division = self._division(line, part)
        mention = division or self.maker.mention(part)
        if mention.kind not in PLACES and not self._is_site(part, mention):
            return None
        if mention.anaphoric:
            return self.place_back(mention, mention.words.start)
        if mention.entity is None and part.first == part.last and self._is_possessed(part.head):
            return None
        named = mention.entity is not None or self.is_proper(part) or self.is_mission(line, part)
        return mention if named else None

    def _division(self, line: Line, part: Phrase) -> Mention | None:
        """«مديرية المنصورة»: a word that also means an office names a division before a place."""
        head = self.words[part.head]
        if not line.is_in("containers", part.head) or head.noun(NounClass.PLACE) is not None:
            return None
        for name in part.names:
            if name.places and not name.actors and name.first == part.head + 1:
                return self.of_entry(part, self.maker.resolve(name.places))
        return None

    def _is_possessed(self, at: int) -> bool:
        """An unknown word that may end in a pronoun («قبره») is not taken for a name."""
        return self.words[at].plain.endswith(("ه", "ها", "هم", "هما"))

    def _core(self, line: Line, part: Phrase) -> Phrase:
        """«قلب بيروت» is Beirut, unless the whole is a known name («شمال قطاع غزة»)."""
        while part.first < part.last and line.plain("centres", part.first) == part.first + 1:
            if line.name_at(part.first) is not None:
                break
            part = line.part(part, part.first + 1, part.last)
        return part

    def site(self, line: Line, part: Phrase | None) -> Mention | None:
        """A named place, or a base even without a name."""
        found = self.place(line, part)
        if found is not None or part is None:
            return found
        if line.plain("bases", part.head) is None:
            return None
        mention = self.maker.mention(part)
        if part.first == part.last and self.words[part.head].has_article:
            return self._base_back(mention)
        return None if mention.kind is MentionKind.ACTOR else mention

    def is_proper(self, part: Phrase) -> bool:
        """Whether a word of the part can only be a name, or its number names it."""
        if any(self.words[at].is_number or self.words[at].is_quote for at in _after_head(part)):
            return True
        if self._is_settlement(part):
            return True
        if part.head == part.last:
            head = self.words[part.head]
            return not (head.nouns or head.tags or head.adjective or head.verbs) or bool(part.names)
        return bool(part.names) or any(
            self._is_name_word(self.words[at]) for at in range(part.head + 1, part.last + 1)
        )

    def _is_settlement(self, part: Phrase) -> bool:
        """«قرية تل العيد», not «القرية» and not «حي سكني»."""
        head = self.words[part.head]
        place = head.noun(NounClass.PLACE)
        if place is None or place.direction or head.has_article or part.last == part.head:
            return False
        if place.precision not in ("town", "site", "district") or head.number is Number.PLURAL:
            return False
        after = self.words[part.head + 1]
        return after.adjective is None and not after.is_nisba and self.words[part.last].has_article

    def entry(self, mention: Mention) -> Entry | None:
        """The gazetteer's entry of a place; «محافظة حلب» is the region and not its city."""
        entry = self.maker.gazetteer.get(mention.entity) if mention.entity else None
        if entry is None or entry.kind not in _TOWNS or entry.parent is None:
            return entry
        wide = mention.precision is SpatialPrecision.ADMIN1
        return self.maker.gazetteer.get(entry.parent) if wide else entry

    def country_of(self, word: Word) -> Entry | None:
        """The country that an adjective of origin belongs to."""
        demonym = self.maker.actors.demonym(word.norm)
        if demonym is None or demonym.country is None or demonym.kind != "nation":
            return None
        return self.maker.gazetteer.get(demonym.country.lower())

    def antecedent(self, start: int, but: Mention | None = None) -> Mention | None:
        """The last named armed body before an offset, other than ``but``."""
        for mention in reversed(self._named):
            if (
                mention.words.start < start
                and mention.kind is MentionKind.ACTOR
                and mention.target_kind in FORCES
                and (but is None or mention.entity != but.entity)
                and (but is None or mention.words.start < but.words.start)
            ):
                return mention
        return None

    def resolved(self, line: Line, mention: Mention, part: Phrase) -> Mention:
        """An anaphoric body («الحركة») with the identity of the group named before it."""
        if mention.entity is not None:
            return mention
        if part.first == part.last:
            if line.is_in("armies", part.head):
                return self._of_state(mention, Role.ARMED_FORCES)
            if line.is_in("governments", part.head):
                return self._of_state(mention, Role.GOVERNMENT)
        if not line.is_in("groups", part.head) or self.is_proper(part):
            return mention
        if any(self.maker.actors.demonym(self.words[i].norm) for i in _after_head(part)):
            return mention
        return self._group_back(mention)

    def _of_state(self, mention: Mention, role: Role) -> Mention:
        """«الجيش»: the army named before it, else that of the country the article is about."""
        head = mention.words.text.split()[0]
        for earlier in reversed(self._named):
            before = earlier.words.start < mention.words.start
            if before and earlier.kind is MentionKind.ACTOR and head in earlier.words.text.split():
                return _identified(mention, earlier)
        actor = self.maker.actors.institution(self.maker.country or "", role)
        if actor is None:
            return mention
        return replace(mention, entity=actor.id, canonical_en=actor.label_en, country=actor.country)

    def _group_back(self, mention: Mention) -> Mention:
        for earlier in reversed(self._named):
            if (
                earlier.words.start < mention.words.start
                and earlier.kind is MentionKind.ACTOR
                and earlier.target_kind is TargetKind.ARMED_GROUP
            ):
                return _identified(mention, earlier)
        return mention

    def institution(self, mention: Mention, part: Phrase) -> Mention:
        """A body without identity, called after the place in its name: "Aden police"."""
        places = [name for name in part.names if name.places and name.first > part.head]
        if mention.entity is not None or not mention.canonical_en or not places:
            return mention
        label = self.maker.resolve(places[0].places).label_en
        if label in mention.canonical_en:
            return mention
        return replace(mention, canonical_en=f"{label} {mention.canonical_en}")

    def is_generic(self, mention: Mention, part: Phrase) -> bool:
        """Whether a body has no name of its own («قوة», «فصائل مسلحة»)."""
        return mention.entity is None and not self.is_proper(part)

    def tight(self, line: Line, part: Phrase) -> Phrase:
        """The part cut after a known name at its head, before a dependent participle."""
        name = line.name_at(part.first)
        if name is not None and name.actors and name.last <= part.last:
            return line.part(part, part.first, name.last)
        for at in range(part.first + 1, part.last + 1):
            if line.plain("sited", at) is not None or line.is_in("dependents", at):
                return line.part(part, part.first, at - 1)
        return part

    def _state(self, part: Phrase, mention: Mention) -> Mention | None:
        """The state for which a country's or a capital's name stands."""
        if part.head != part.first:
            return None
        entry = self.entry(mention)
        if entry is not None and entry.kind == "country":
            return mention
        demonym = self.maker.actors.capital(self.words[part.first].norm)
        state = self.maker.actors.get(demonym.state) if demonym and demonym.state else None
        if state is None or part.first != part.last:
            return None
        return replace(
            mention, kind=MentionKind.ACTOR, entity=state.id, canonical_en=state.label_en
        )

    def _soldiers(self, line: Line, part: Phrase, mention: Mention) -> Mention | None:
        """«جنود أمريكيون»: the forces that they belong to."""
        demonym = self.maker.demonym(part)
        if demonym is None or line.plain("soldiers", part.head) is None:
            return None
        return self.maker.forces(demonym, mention.words)

    def _speaks(self, part: Phrase) -> bool:
        head = self.words[part.head]
        bare = head.norm.removeprefix("ال")
        return head.noun(NounClass.ACTOR) is None and bare in cues().plain["speaking"].by_key

    def _capital(self, part: Phrase) -> Mention | None:
        """«العاصمة السورية», and «العاصمة» alone: the capital of the article's country."""
        if self.words[part.first].norm not in _CAPITAL:
            return None
        code = self.maker.country
        if part.last > part.first:
            demonym = self.maker.actors.demonym(self.words[part.first + 1].norm)
            code = demonym.country if demonym is not None else None
            if demonym is None:
                return None
        for demonym in self.maker.actors.demonyms:
            if demonym.country == code and demonym.kind == "nation":
                return self._city(part, demonym.capitals)
        return None

    def _city(self, part: Phrase, names: Sequence[str]) -> Mention | None:
        for name in names:
            cities = (e for e in self.maker.gazetteer.lookup(name) if e.kind == "city")
            for entry in cities:
                last = min(part.last, part.first + 1)
                return self.of_entry(replace(part, last=last), entry)
        return None

    def of_entry(self, part: Phrase, entry: Entry) -> Mention:
        """The words of a part as the name of a known place."""
        ranks = {"country": SpatialPrecision.COUNTRY, "region": SpatialPrecision.ADMIN1}
        return Mention(
            self.maker.span(part.first, part.last),
            MentionKind.FACILITY if entry.is_facility else MentionKind.PLACE,
            entity=entry.id,
            canonical_en=entry.label_en,
            country=entry.country,
            precision=ranks.get(entry.kind, SpatialPrecision.TOWN),
        )

    def looked_up(self, part: Phrase) -> Mention | None:
        """A part that can only be a place here, though its name alone would not say so."""
        key = fold(self.maker.span(part.first, part.last).text)
        entries = self.maker.gazetteer.lookup(key)
        return self.of_entry(part, self.maker.resolve(entries)) if entries else None

    def named_end(self, line: Line, part: Phrase | None) -> Phrase | None:
        """The known body at the end of «قاعدة تابعة لكتائب …», else the whole part."""
        for name in part.names if part is not None else ():
            if part is not None and name.actors and name.last == part.last:
                return line.part(part, name.first, name.last)
        return part

    def _is_site(self, part: Phrase, mention: Mention) -> bool:
        """A building or a base with a name («معسكر الرشيد»), a mission («السفارة الأميركية»)."""
        head = self.words[part.head]
        if mention.kind is not MentionKind.OBJECT or head.noun(NounClass.TARGET) is None:
            return False
        if mention.target_kind is TargetKind.MILITARY_POSITION and not part.names:
            return False
        if mention.target_kind in _MOVING:
            return False
        return head.number is not Number.PLURAL and not any(name.actors for name in part.names)

    def is_mission(self, line: Line, part: Phrase) -> bool:
        """An embassy or consulate with the adjective of its state."""
        return line.is_in("missions", part.head) and self.maker.demonym(part) is not None

    def _base_back(self, mention: Mention) -> Mention | None:
        """«القاعدة»: the base named before it."""
        for earlier in reversed(self._named):
            if earlier.words.start < mention.words.start and earlier.kind is MentionKind.FACILITY:
                return _identified(mention, earlier)
        return None

    def _is_town(self, earlier: Mention, mention: Mention) -> bool:
        """Whether «المدينة» may mean this place: a quarter or a district is no city."""
        entry = self.entry(earlier)
        return mention.precision is not SpatialPrecision.TOWN or (
            entry is not None and entry.kind in _TOWNS
        )

    def place_back(self, mention: Mention, before: int) -> Mention | None:
        """«المدينة», «المحافظة»: the last named place of that rank before it."""
        for earlier in reversed(self._named):
            if (
                earlier.words.start < before
                and earlier.kind is MentionKind.PLACE
                and earlier.precision is mention.precision
                and self._is_town(earlier, mention)
            ):
                return _identified(mention, earlier)
        return None

    def _is_name_word(self, word: Word) -> bool:
        return not (
            word.nouns
            or word.tags
            or word.adjective is not None
            or word.is_sign
            or word.is_number
            or word.verbs
            or word.is_nisba
            or self.maker.actors.demonym(word.norm) is not None
        )


def _after_head(part: Phrase) -> range:
    return range(part.head + 1, part.last + 1)


def _identified(mention: Mention, earlier: Mention) -> Mention:
    return replace(
        mention,
        entity=earlier.entity,
        canonical_en=earlier.canonical_en,
        country=earlier.country,
        target_kind=earlier.target_kind,
    )
