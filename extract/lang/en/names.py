"""Known names in an article: actors and demonyms of the actor base, places of the gazetteer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Span

from extract.actors import Actor, ActorBase, ActorKind, Demonym, Name, key
from extract.fold import fold
from extract.gazetteer import Entry, Gazetteer
from extract.lang.en.matcher import NameMatcher
from extract.lang.en.pipeline import load_pipeline
from extract.record import SourceKind, SpatialPrecision, TargetKind

_ARTICLE = ("the ", "The ")


@dataclass(frozen=True, slots=True)
class Named:
    """A known name at tokens ``[start, end)``.

    Attributes:
        entity: Id in the actor base or the gazetteer.
        label: English name for display.
        country: ISO 3166-1 alpha-2.
        demonym: The words are an adjective of origin, the entity is the forces it stands for.
        person, facility: What sort of name.
        armed: An armed group, a force or a state.
    """

    start: int
    end: int
    entity: str
    label: str
    country: str | None = None
    source_kind: SourceKind | None = None
    target_kind: TargetKind | None = None
    demonym: bool = False
    person: bool = False
    facility: bool = False
    armed: bool = False
    state: bool = False
    precision: SpatialPrecision | None = None


_ARMED_KINDS = frozenset(
    {
        ActorKind.STATE,
        ActorKind.GOVERNMENT,
        ActorKind.STATE_FORCES,
        ActorKind.POLICE,
        ActorKind.INTELLIGENCE,
        ActorKind.ARMED_GROUP,
        ActorKind.COALITION,
        ActorKind.POLITICAL_PARTY,
    }
)


class NameTable:
    """Matchers over all English names of the actor base and the gazetteer. One serves a process."""

    def __init__(self, nlp: Language, actors: ActorBase, places: Gazetteer) -> None:
        self._actors = actors
        self._places = places
        names = actors.names("en")
        self._loose = _matcher(nlp, (n.text for n in names if not n.exact))
        self._exact = _matcher(nlp, (n.text for n in names if n.exact), cased=True)
        self._place = _matcher(nlp, (name for name, _ in places.names("en")))

    def actors(self, doc: Doc) -> list[Named]:
        """Known actors and adjectives of origin, in order, the longest where names overlap."""
        words = {key(token.text) for token in doc} | {token.norm_ for token in doc}
        spans = [span for span in self._loose(doc) if _is_name(span)]
        spans += self._exact(doc)
        found = [self._actor(span, words) for span in spans]
        found += [self._demonym(doc, i) for i in range(len(doc))]
        return _longest(item for item in found if item is not None)

    def places(self, doc: Doc) -> list[Named]:
        """Known places, in order. An ambiguous name is resolved near the sure ones."""
        spans = [span for span in self._place(doc) if _is_name(span)]
        spans = _longest_spans(spans)
        countries = self._countries(spans)
        return [named for span in spans if (named := self._entry(span, countries)) is not None]

    def place(self, text: str) -> Entry | None:
        """Look one name up."""
        return self._places.resolve(text)

    def get(self, entity: str) -> Actor | None:
        """The actor with this id."""
        return self._actors.get(entity)

    def _countries(self, spans: Iterable[Span]) -> list[str]:
        sure: dict[str, int] = {}
        for span in spans:
            countries = {entry.country for entry in self._places.lookup(fold(span.text))}
            if len(countries) == 1 and (country := countries.pop()):
                sure[country] = sure.get(country, 0) + 1
        return sorted(sure, key=lambda country: (-sure[country], country))

    def _entry(self, span: Span, countries: list[str]) -> Named | None:
        candidates = self._places.lookup(fold(span.text))
        if not candidates:
            return None
        entry = _nearest(candidates, countries)
        if entry.needs_context and not _has_place_context(span):
            return None
        return Named(
            start=span.start,
            end=span.end,
            entity=entry.id,
            label=entry.label_en,
            country=entry.country,
            facility=entry.is_facility,
            precision=_precision(entry),
        )

    def _actor(self, span: Span, words: set[str]) -> Named | None:
        readings = self._actors.readings(key(span.text), span.text)
        if not readings:
            plain = span.text.removeprefix("the ").removeprefix("The ")
            readings = self._actors.readings(key(plain), plain)
        chosen = _choose(readings, words)
        actor = self._actors.get(chosen.actor) if chosen else None
        return _named(span.start, span.end, actor) if actor else None

    def _demonym(self, doc: Doc, i: int) -> Named | None:
        token = doc[i]
        if not token.text[:1].isupper():
            return None
        demonym = self._actors.demonym(key(token.text), token.text)
        if demonym is None or demonym.kind == "faith":
            return None
        return self._origin(i, demonym)

    def _origin(self, i: int, demonym: Demonym) -> Named | None:
        id_ = demonym.forces or demonym.state
        actor = self._actors.get(id_) if id_ else None
        if actor is None:
            return None
        named = _named(i, i + 1, actor)
        return Named(
            start=i,
            end=i + 1,
            entity=named.entity,
            label=named.label,
            country=demonym.country or named.country,
            source_kind=named.source_kind,
            target_kind=named.target_kind,
            demonym=True,
            armed=named.armed,
        )


def _nearest(candidates: Sequence[Entry], countries: Sequence[str]) -> Entry:
    """The country of that name, else the place in the country that the article speaks of most."""
    for entry in candidates:
        if entry.kind == "country":
            return entry
    for country in countries[:3]:
        near = next((c for c in candidates if c.country == country), None)
        if near is not None:
            return near
    return candidates[0]


def _precision(entry: Entry) -> SpatialPrecision | None:
    if entry.is_facility:
        return SpatialPrecision.SITE
    return _PRECISION.get(entry.kind)


_PRECISION = {
    "country": SpatialPrecision.COUNTRY,
    "region": SpatialPrecision.ADMIN1,
    "border": SpatialPrecision.ADMIN1,
    "district": SpatialPrecision.DISTRICT,
    "city": SpatialPrecision.TOWN,
    "town": SpatialPrecision.TOWN,
    "village": SpatialPrecision.TOWN,
    "camp": SpatialPrecision.TOWN,
    "neighbourhood": SpatialPrecision.TOWN,
}


def _named(start: int, end: int, actor: Actor) -> Named:
    return Named(
        start=start,
        end=end,
        entity=actor.id,
        label=actor.label_en,
        country=actor.country,
        source_kind=actor.source_kind,
        target_kind=actor.target_kind,
        person=actor.kind is ActorKind.PERSON,
        armed=actor.kind in _ARMED_KINDS,
        state=actor.kind is ActorKind.STATE,
    )


def _choose(readings: Iterable[Name], words: set[str]) -> Name | None:
    """The reading whose needs are met; else one that is not ambiguous; else the only one."""
    options = list(readings)
    for name in options:
        if name.needs and any(need in words for need in name.needs):
            return name
    for name in options:
        if not name.ambiguous:
            return name
    loose = [name for name in options if not name.needs]
    return loose[0] if len(loose) == 1 else None


def _matcher(nlp: Language, names: Iterable[str], *, cased: bool = False) -> NameMatcher:
    texts = {name.replace("\u2019", "'").replace("\u2018", "'") for name in names}
    return NameMatcher(nlp, texts, cased=cased)


def _is_name(span: Span) -> bool:
    """Whether the words are written as a name: with a capital that is not only the sentence's."""
    return any(token.text[:1].isupper() for token in span if token.lower_ != "the")


def _has_place_context(span: Span) -> bool:
    before = span.doc[span.start - 1] if span.start else None
    after = span.doc[span.end] if span.end < len(span.doc) else None
    if before is not None and before.lower_ in {
        "in",
        "at",
        "near",
        "from",
        "of",
        "around",
        "outside",
    }:
        return True
    heads = {"city", "town", "village", "province", "district", "region", "area", "governorate"}
    return after is not None and after.lower_ in heads


def _longest_spans(spans: Iterable[Span]) -> list[Span]:
    taken: set[int] = set()
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (-(s.end - s.start), s.start)):
        if not taken.intersection(range(span.start, span.end)):
            taken.update(range(span.start, span.end))
            kept.append(span)
    return sorted(kept, key=lambda s: s.start)


def _longest(found: Iterable[Named]) -> list[Named]:
    taken: set[int] = set()
    kept: list[Named] = []
    for named in sorted(found, key=lambda n: (-(n.end - n.start), n.demonym, n.start)):
        if not taken.intersection(range(named.start, named.end)):
            taken.update(range(named.start, named.end))
            kept.append(named)
    return sorted(kept, key=lambda n: n.start)


@cache
def load_names() -> NameTable:
    """Return the table over the shipped actor base and gazetteer, built once per process."""
    return NameTable(load_pipeline(), ActorBase.load(), Gazetteer.load())
