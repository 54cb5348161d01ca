"""The shape of the data files beside this module. Unknown keys are refused.

Words are lemmas in lower case, without hyphens ("anti tank missile" fits "anti-tank missiles").
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from extract.analysis import ReportKind
from extract.record import (
    CasualtyStatus,
    Certainty,
    EventType,
    SourceKind,
    SpatialPrecision,
    TargetKind,
)

Word = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Words = tuple[Word, ...]
Role = Literal["doer", "target", "weapon", "place", "launch", "hit", "clash", "none"]
Frame = dict[str, Role]
Refine = Literal["weapon", "agent", "target", "group"]
Need = Literal[
    "violent",
    "weapon",
    "munition",
    "target",
    "armed",
    "armed_doer",
    "person",
    "flying",
    "place",
    "named_place",
    "front",
    "front_from",
    "armed_target",
    "incoming",
    "ship",
    "fall_to",
    "shooting",
    "strike",
    "victims",
    "damage",
]


class Row(BaseModel):
    """Base of all rows."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class FramesFile(Row):
    """Slots and roles by frame, see ``frames.yaml``."""

    frames: dict[Word, Frame]


class TriggerRow(Row):
    """An event word, see the head of ``triggers.yaml``."""

    words: Words
    pos: Literal["verb", "noun"]
    frame: Word
    type: EventType | None = None
    refine: tuple[Refine, ...] = ()
    needs: Need | None = None
    toll: CasualtyStatus | None = None
    generic: bool = False
    weak: bool = False


class CarrierRow(Row):
    """A verb that carries an event noun in the slot ``noun``."""

    words: Words
    noun: Literal["subject", "object"]
    subject: Role | None = None
    object: Role | None = None
    by: Role | None = None
    into: Role | None = None
    through: Role | None = None
    at: Role | None = None


class TriggersFile(Row):
    """Event words and what goes with them."""

    triggers: tuple[TriggerRow, ...]
    by_target: dict[TargetKind, EventType]
    person_of_note: EventType
    carriers: tuple[CarrierRow, ...]
    damage: Words
    several: Words
    uses: Words


class WeaponRow(Row):
    """A weapon noun with the kind of act that its use makes."""

    words: Words
    canonical: Word
    type: EventType | None = None
    munition: bool = False
    platform: bool = False
    flying: bool = False


class ModifierRow(Row):
    """Words before an event noun that make it an act with that weapon."""

    words: Words
    type: EventType


class WeaponsFile(Row):
    """Weapons and weapon words before event nouns."""

    weapons: tuple[WeaponRow, ...]
    modifiers: tuple[ModifierRow, ...]


class TargetRow(Row):
    """Head nouns of one kind of target."""

    kind: TargetKind
    person: bool = False
    words: Words


class TargetsFile(Row):
    """Targets by head noun, and the heads that point back."""

    targets: tuple[TargetRow, ...]
    collective: Words
    anaphoric: Words


class ReportRow(Row):
    """Verbs that report in one way."""

    words: Words
    kind: ReportKind
    certainty: Certainty
    clause: bool = False
    told: bool = False


class PhraseRow(Row):
    """Prepositions that name a speaker."""

    words: Words
    certainty: Certainty


class ReportingFile(Row):
    """How speech is reported."""

    verbs: tuple[ReportRow, ...]
    on: Words
    onto: Words
    with_clause: Words
    with_toll: Words
    phrases: tuple[PhraseRow, ...]
    possessed: Words
    relays: Words
    human: Words
    statements: Words


class HedgeRow(Row):
    """Words that lower certainty to the same degree."""

    words: Words
    certainty: Certainty


class SilenceRow(Row):
    """Words by which a text says that somebody said nothing."""

    claim: Words
    comment: Words
    nobody: Words
    lack: Words


class CuesFile(Row):
    """Words that turn or lower a statement."""

    hedges: tuple[HedgeRow, ...]
    unverified: Words
    silence: SilenceRow
    negation: Words
    false: Words
    parts: Words
    reasons: Words
    denial: Words
    threat: Words
    plan: Words
    attempt: Words
    thwart: Words
    drill: Words
    response: Words
    response_lead: Words
    motive: Words
    turns: Words
    other: Words


class StatusRow(Row):
    """The words for one status of victims."""

    verbs: Words = ()
    intransitive: Words = ()
    nouns: Words = ()
    adjectives: Words = ()
    clause: Words = ()


class CasualtiesFile(Row):
    """Words for victims and their numbers."""

    status: dict[CasualtyStatus, StatusRow]
    both: Words
    harms: Words
    zero: Words
    vague: Words
    at_least: Words
    at_most: Words
    about: Words
    part: Words
    more: Words


class SourceRow(Row):
    """Speakers of one kind."""

    kind: SourceKind
    words: Words


class SourcesFile(Row):
    """Speakers."""

    heads: tuple[SourceRow, ...]
    modifiers: tuple[SourceRow, ...]
    spokesmen: Words
    titles: Words


class RelationsFile(Row):
    """Wording of standing relations."""

    backed: Words
    backed_by: Words
    held: Words
    holders: Words
    units: Words
    seats: Words
    controls: Words
    part: Words
    member: Words
    spokesman: Words
    located: Words
    hosts: Words
    sorts: Words
    portfolios: Words
    forces: Words
    places: Words
    allied: Words
    support: Words


class DomainRow(Row):
    """Words of one field of life."""

    words: Words


class FigurativeRow(Row):
    """Words beside an event word that make it a figure of speech."""

    before: Words
    after: Words


class DomainsFile(Row):
    """Fields in which words of war mean something else."""

    sport: DomainRow
    economy: DomainRow
    weather: DomainRow
    health: DomainRow
    culture: DomainRow
    accident: DomainRow
    labour: DomainRow
    drill: DomainRow
    history: DomainRow
    law: DomainRow
    mixed: Words
    retrospect: Words
    figurative: FigurativeRow


class TimeFile(Row):
    """Names of days and months."""

    weekdays: Words = Field(min_length=7, max_length=7)
    weekday_short: dict[Word, Word]
    months: Words = Field(min_length=12, max_length=12)
    month_short: dict[Word, Word]
    today: Words
    yesterday: Words
    eve: Words
    parts: Words
    numbers: dict[Word, int]
    christmas: dict[Word, tuple[int, int]]


class ClassesFile(Row):
    """Small classes of nouns, see the head of ``classes.yaml``."""

    at: Words
    places: Words
    extents: dict[SpatialPrecision, Words]
    ways: Words
    launches: Words
    amounts: Words
    forces: Words
    parties: Words
    not_forces: Words
    groups: Words
    members: Words
    bodies: Words
    followers: Words
    people: Words
    attackers: Words
    toll_links: Words
    counting: Words
    tellings: Words
    no_targets: Words
    measures: Words
    series: Words
    planned: Words
    suspected: Words
    speaks: Words


class Lexicon(Row):
    """All data files, checked."""

    frames: FramesFile
    triggers: TriggersFile
    weapons: WeaponsFile
    targets: TargetsFile
    reporting: ReportingFile
    cues: CuesFile
    casualties: CasualtiesFile
    sources: SourcesFile
    relations: RelationsFile
    domains: DomainsFile
    time: TimeFile
    classes: ClassesFile
