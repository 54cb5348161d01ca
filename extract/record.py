"""The record: what one article says, as plain data that can be read, diffed and scored.

Every fact is *found*: it carries its words, their offsets in code points of the document's text,
the sentence they stand in, the rule that made it and a confidence. ``Attribution.about`` ties a
claim to the facts it speaks of, as paths inside its event (``perpetrators/0``, ``casualties/1``,
``type``, ``place``). A fact of which no attribution speaks is the outlet's own statement.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, computed_field

from extract.span import Confidence, Found, Model, Span

Count = Annotated[int, Field(ge=0)]


class EventType(StrEnum):
    """The sixteen kinds of bounded violent act."""

    AIR_STRIKE = "air_strike"
    DRONE_STRIKE = "drone_strike"
    MISSILE_ROCKET_ATTACK = "missile_rocket_attack"
    ARTILLERY_SHELLING = "artillery_shelling"
    ARMED_CLASH = "armed_clash"
    AMBUSH_OR_SHOOTING = "ambush_or_shooting"
    IED_OR_MINE = "ied_or_mine"
    SUICIDE_OR_CAR_BOMB = "suicide_or_car_bomb"
    ASSASSINATION = "assassination"
    RAID_OR_ARREST = "raid_or_arrest"
    ABDUCTION = "abduction"
    INTERCEPTION = "interception"
    NAVAL_ATTACK = "naval_attack"
    SABOTAGE = "sabotage"
    ADVANCE_OR_CAPTURE = "advance_or_capture"
    OTHER_VIOLENCE = "other_violence"


class EventStatus(StrEnum):
    """Whether the article treats the event as having occurred."""

    HAPPENED = "happened"
    ALLEGED = "alleged"
    DENIED = "denied"
    THREATENED = "threatened"
    PLANNED = "planned"
    BACKGROUND = "background"


class Basis(StrEnum):
    """On whose word a perpetrator is named."""

    STATED_AS_FACT = "stated_as_fact"
    ATTRIBUTED = "attributed"
    CLAIMED = "claimed"
    SUSPECTED = "suspected"
    UNKNOWN = "unknown"


class TargetKind(StrEnum):
    """What was hit."""

    BASE = "base"
    MILITARY_POSITION = "military_position"
    VEHICLE = "vehicle"
    AIRCRAFT = "aircraft"
    SHIP = "ship"
    INFRASTRUCTURE = "infrastructure"
    RESIDENTIAL = "residential"
    CIVILIANS = "civilians"
    ARMED_GROUP = "armed_group"
    STATE_FORCES = "state_forces"
    PERSON = "person"
    OTHER = "other"


class ClaimKind(StrEnum):
    """What a claim is about."""

    PERPETRATOR = "perpetrator"
    RESPONSIBILITY_CLAIM = "responsibility_claim"
    DENIAL = "denial"
    CASUALTIES = "casualties"
    OCCURRENCE = "occurrence"
    TARGET = "target"
    MOTIVE = "motive"


class Certainty(StrEnum):
    """The speaker's own certainty; never the extractor's confidence."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    DENIED = "denied"
    UNSTATED = "unstated"


class SourceKind(StrEnum):
    """What sort of speaker makes a claim."""

    OFFICIAL = "official"
    MILITARY = "military"
    ARMED_GROUP = "armed_group"
    MEDIA = "media"
    LOCAL_SOURCES = "local_sources"
    MONITOR = "monitor"
    WITNESS = "witness"
    ANONYMOUS = "anonymous"


class RelationKind(StrEnum):
    """Standing relations between actors and places that an article states."""

    BACKED_BY = "backed_by"
    PART_OF = "part_of"
    MEMBER_OF = "member_of"
    SPOKESPERSON_OF = "spokesperson_of"
    LOCATED_IN = "located_in"
    CONTROLS = "controls"
    HOSTS_FORCES_OF = "hosts_forces_of"


class CasualtyStatus(StrEnum):
    """What happened to the victims."""

    KILLED = "killed"
    WOUNDED = "wounded"
    MISSING = "missing"


class SpatialPrecision(StrEnum):
    """How exactly a place is known, from a building to a country."""

    SITE = "site"
    TOWN = "town"
    DISTRICT = "district"
    ADMIN1 = "admin1"
    COUNTRY = "country"


class DatePrecision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    RANGE = "range"
    MONTH = "month"
    YEAR = "year"


class Place(Found):
    """Where an event took place. ``name`` repeats ``text`` for readers of the evaluation schema."""

    canonical_en: str | None = None
    country: str | None = None
    entity: str | None = None
    precision: SpatialPrecision | None = None

    @computed_field  # type: ignore[prop-decorator]
    @property
    def name(self) -> str:
        """The place's words as in the text."""
        return self.text


class LaunchPlace(Place):
    """Where a weapon was fired from."""


class Participant(Found):
    """A party to an event, with its English name and the entity of the actor base, when known."""

    canonical_en: str | None = None
    entity: str | None = None


class Perpetrator(Participant):
    """A party said to have acted."""

    basis: Basis


class Target(Participant):
    """What or whom the act was directed at.

    ``owner`` is the party that a position, base or vehicle is said to belong to, when it is known.
    """

    kind: TargetKind
    count: Count | None = None
    owner: Participant | None = None


class Weapon(Found):
    """A weapon with the number used, when given."""

    canonical_en: str | None = None
    count: Count | None = None


class CasualtyEstimate(Found):
    """One statement about victims.

    ``low`` and ``high`` are both null for "dozens" and the like; ``high`` alone for "at least".
    ``whole`` is false when the number is a part of another ("three of them children").
    ``affiliation`` is the known body that the victims belonged to.
    """

    status: CasualtyStatus
    victims: str | None = None
    affiliation: Participant | None = None
    low: Count | None = None
    high: Count | None = None
    whole: bool = True


class Damage(Found):
    """Material damage: what was damaged and how many."""

    object: str | None = None
    count: Count | None = None


class Motive(Found):
    """A stated purpose or reason of an event."""


class Dating(Found):
    """When an event took place, as an inclusive range of ISO days."""

    earliest: str
    latest: str
    precision: DatePrecision


class Toll(Model):
    """Summary of the casualty estimates of one event and status: lowest low, highest high."""

    low: Count | None = None
    high: Count | None = None
    text: str | None = None


class Source(Span):
    """A speaker named in the text."""

    canonical_en: str | None = None
    entity: str | None = None
    kind: SourceKind


class Attribution(Model):
    """Who says something about an event, how surely, and in which words.

    ``source`` is null when the outlet itself speaks. ``relayed_by`` lists the channels between the
    outlet and the source, nearest the outlet first (an agency that quotes an official).
    """

    source: Source | None = None
    on_behalf_of: Source | None = None
    relayed_by: list[Source] = Field(default_factory=list)
    claim: ClaimKind
    claimed_value: str | None = None
    about: list[str] = Field(default_factory=list)
    certainty: Certainty
    cue_span: Span | None = None
    reporting_verb: str | None = None
    said_on: str | None = None
    sentence: int = Field(ge=0)
    rule: str
    confidence: Confidence

    @computed_field  # type: ignore[prop-decorator]
    @property
    def source_text(self) -> str | None:
        """The speaker's words, null for the outlet."""
        return self.source.text if self.source else None

    @computed_field  # type: ignore[prop-decorator]
    @property
    def source_canonical_en(self) -> str | None:
        """The speaker's English name; ``outlet`` for the outlet itself."""
        return self.source.canonical_en if self.source else "outlet"

    @computed_field  # type: ignore[prop-decorator]
    @property
    def source_kind(self) -> SourceKind:
        """What sort of speaker it is."""
        return self.source.kind if self.source else SourceKind.MEDIA

    @computed_field  # type: ignore[prop-decorator]
    @property
    def cue(self) -> str | None:
        """The words that show the certainty or the act of reporting."""
        return self.cue_span.text if self.cue_span else None


class Event(Found):
    """One bounded violent act. ``text`` with its offsets is the anchor, the words that name it.

    ``mentions`` are the other places where the article speaks of the same act. ``cause`` holds the
    words that say that this event answers ``caused_by``.
    """

    id: str
    type: EventType
    status: EventStatus
    dating: Dating | None = None
    place: Place | None = None
    perpetrators: list[Perpetrator] = Field(default_factory=list)
    targets: list[Target] = Field(default_factory=list)
    weapons: list[Weapon] = Field(default_factory=list)
    launched_from: list[LaunchPlace] = Field(default_factory=list)
    ordered_by: list[Participant] = Field(default_factory=list)
    casualties: list[CasualtyEstimate] = Field(default_factory=list)
    damages: list[Damage] = Field(default_factory=list)
    motives: list[Motive] = Field(default_factory=list)
    attributions: list[Attribution] = Field(default_factory=list)
    mentions: list[Found] = Field(default_factory=list)
    caused_by: str | None = None
    cause: Found | None = None

    @computed_field  # type: ignore[prop-decorator]
    @property
    def anchor(self) -> str:
        """The words that name the event."""
        return self.text

    @computed_field  # type: ignore[prop-decorator]
    @property
    def date(self) -> str | None:
        """The day as ``YYYY-MM-DD``, a range as ``from/to``, or null."""
        if self.dating is None:
            return None
        if self.dating.earliest == self.dating.latest:
            return self.dating.earliest
        return f"{self.dating.earliest}/{self.dating.latest}"

    @computed_field  # type: ignore[prop-decorator]
    @property
    def killed(self) -> Toll | None:
        """The dead over all estimates."""
        return toll(self.casualties, CasualtyStatus.KILLED)

    @computed_field  # type: ignore[prop-decorator]
    @property
    def wounded(self) -> Toll | None:
        """The wounded over all estimates."""
        return toll(self.casualties, CasualtyStatus.WOUNDED)


def toll(estimates: list[CasualtyEstimate], status: CasualtyStatus) -> Toll | None:
    """Sum up the estimates of one status: lowest low to highest high.

    An estimate without any number ("dozens") yields a toll without numbers only when it stands
    alone. A single "at least N" keeps its open upper bound. Estimates of a part of the victims
    (``whole`` false) do not count.
    """
    mine = [e for e in estimates if e.status is status and e.whole]
    if not mine:
        return None
    counted = [e for e in mine if e.low is not None or e.high is not None]
    words = "; ".join(dict.fromkeys(e.text for e in counted or mine))
    if not counted:
        return Toll(text=words)
    if len(counted) == 1:
        return Toll(low=counted[0].low, high=counted[0].high, text=words)
    lows = {e.low for e in counted}
    if len(lows) == 1 and any(e.high is None for e in counted):
        return Toll(low=lows.pop(), high=None, text=words)
    numbers = [n for e in counted for n in (e.low, e.high) if n is not None]
    return Toll(low=min(numbers), high=max(numbers), text=words)


class Party(Span):
    """One end of a relation."""

    canonical_en: str | None = None
    entity: str | None = None


class Relation(Found):
    """A standing relation that the article states; ``text`` holds the words that say so."""

    kind: RelationKind
    subject_span: Party
    object_span: Party

    @computed_field  # type: ignore[prop-decorator]
    @property
    def subject(self) -> str:
        """Words of the subject."""
        return self.subject_span.text

    @computed_field  # type: ignore[prop-decorator]
    @property
    def object(self) -> str:
        """Words of the object."""
        return self.object_span.text

    @computed_field  # type: ignore[prop-decorator]
    @property
    def subject_en(self) -> str | None:
        """English name of the subject."""
        return self.subject_span.canonical_en

    @computed_field  # type: ignore[prop-decorator]
    @property
    def object_en(self) -> str | None:
        """English name of the object."""
        return self.object_span.canonical_en


class Record(Model):
    """What one article says. Offsets count code points of the text with hash ``text_sha256``."""

    id: str
    key: str
    lang: str
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    text_sha256: str
    text_length: int = Field(ge=0)
    sentences: list[Span] = Field(default_factory=list)
    events: list[Event] = Field(default_factory=list)
    relations: list[Relation] = Field(default_factory=list)
    warnings: list[str] = Field(default_factory=list)
