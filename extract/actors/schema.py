"""Rows of the data files of this package, as an editor writes them. Unknown keys are refused."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
    model_validator,
)

from extract.record import SourceKind, TargetKind

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Iso2 = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Qid = Annotated[str, StringConstraints(pattern=r"^Q[1-9][0-9]*$")]
ARABIC = r"^[^A-Za-z]*[\u0621-\u064A\u0671-\u06D3][^A-Za-z]*$"
Arabic = Annotated[str, StringConstraints(pattern=ARABIC, strip_whitespace=True)]
Latin = Annotated[str, StringConstraints(pattern=r"^[^\u0600-\u06FF]*[A-Za-z][^\u0600-\u06FF]*$")]


class ActorKind(StrEnum):
    """What sort of actor it is."""

    STATE = "state"
    GOVERNMENT = "government"
    MINISTRY = "ministry"
    STATE_FORCES = "state_forces"
    POLICE = "police"
    INTELLIGENCE = "intelligence"
    ARMED_GROUP = "armed_group"
    POLITICAL_PARTY = "political_party"
    COALITION = "coalition"
    INTERNATIONAL_ORGANISATION = "international_organisation"
    MONITOR = "monitor"
    MEDIA = "media"
    MEDICAL = "medical"
    TRIBE = "tribe"
    PERSON = "person"


class NounKind(StrEnum):
    """What a generic actor noun stands for.

    ``unidentified``: armed people whom nobody names; ``attacker``: the doer of an act;
    ``group``: an organisation without its name; ``forces``: soldiers or units of a state;
    ``platform``: a weapon or vehicle whose owner acts ("the jets bombed"); ``police``; ``guards``;
    ``officials``: authorities; ``civilians``; ``captives``; ``medics``; ``journalists``;
    ``anaphor``: a bare noun that points back ("the movement").
    """

    UNIDENTIFIED = "unidentified"
    ATTACKER = "attacker"
    GROUP = "group"
    FORCES = "forces"
    PLATFORM = "platform"
    POLICE = "police"
    GUARDS = "guards"
    OFFICIALS = "officials"
    CIVILIANS = "civilians"
    CAPTIVES = "captives"
    MEDICS = "medics"
    JOURNALISTS = "journalists"
    ANAPHOR = "anaphor"


class Role(StrEnum):
    """An institution that most states have one of."""

    STATE = "state"
    GOVERNMENT = "government"
    FOREIGN_MINISTRY = "foreign_ministry"
    DEFENCE_MINISTRY = "defence_ministry"
    INTERIOR_MINISTRY = "interior_ministry"
    HEALTH_MINISTRY = "health_ministry"
    ARMED_FORCES = "armed_forces"
    AIR_FORCE = "air_force"
    NAVY = "navy"
    POLICE = "police"
    SECURITY_FORCES = "security_forces"
    INTELLIGENCE = "intelligence"
    CIVIL_DEFENCE = "civil_defence"
    RED_CRESCENT = "red_crescent"
    PARLIAMENT = "parliament"
    BORDER_GUARD = "border_guard"


class Row(BaseModel):
    """Base of all rows: frozen, and unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class NameRow(Row):
    """A name with something to know about it.

    ``ambiguous``: also a common word or the name of another actor; ``needs``: words of which one
    must stand in the article before the name may be read so; ``partisan``: a hostile or
    propaganda name (it still names the actor; whoever uses it takes sides).
    """

    name: Text
    ambiguous: bool = False
    needs: tuple[Text, ...] = ()
    partisan: bool = False

    @model_validator(mode="after")
    def _needs_imply_ambiguous(self) -> NameRow:
        if self.needs and not self.ambiguous:
            raise ValueError(f"name {self.name!r} has needs but is not marked ambiguous")
        return self


class ArabicName(NameRow):
    """A name in Arabic script."""

    name: Arabic


class LatinName(NameRow):
    """A name in Latin script."""

    name: Latin


def _shape(value: object) -> str:
    return "text" if isinstance(value, str) else "row"


ArabicNames = tuple[
    Annotated[
        Annotated[Arabic, Tag("text")] | Annotated[ArabicName, Tag("row")], Discriminator(_shape)
    ],
    ...,
]
LatinNames = tuple[
    Annotated[
        Annotated[Latin, Tag("text")] | Annotated[LatinName, Tag("row")], Discriminator(_shape)
    ],
    ...,
]


class NamedRow(Row):
    """What every named row carries. Abbreviations count only with their capitals."""

    label_ar: Arabic
    label_en: Latin
    variants_ar: ArabicNames = ()
    variants_en: LatinNames = ()
    abbreviations: LatinNames = ()
    wikidata: Qid | None = None


class ActorRow(NamedRow):
    """One actor. ``label_ambiguous`` marks the labels themselves, with ``label_needs``."""

    id: Id
    kind: ActorKind
    country: Iso2 | None = None
    parent: Id | None = None
    backed_by: tuple[Id, ...] = ()
    spokesperson_of: Id | None = None
    office: Text | None = None
    source_kind: SourceKind | None = None
    label_ambiguous: bool = False
    label_needs: tuple[Text, ...] = ()


class OwnRow(Row):
    """What one state says otherwise of one of its institutions than the pattern does."""

    id: Id | None = None
    label_ar: Arabic | None = None
    label_en: Latin | None = None
    variants_ar: ArabicNames = ()
    variants_en: LatinNames = ()
    abbreviations: LatinNames = ()
    parent: Id | None = None
    wikidata: Qid | None = None


class StateRow(NamedRow):
    """A state, and which institutions it has (``all``, ``basic`` or ``basic`` and more by name)."""

    id: Id
    iso: Iso2
    institutions: Literal["all", "basic"] = "basic"
    without: tuple[Role, ...] = ()
    own: dict[Role, OwnRow] = Field(default_factory=dict)


class PatternRow(Row):
    """How an institution of a state is called.

    Fields in braces are filled from the state and its demonym: ``{the_masc}`` and ``{the_fem}``
    (Arabic adjective with its article), ``{ar}`` (Arabic name), ``{adj}`` (English adjective),
    ``{en}`` (English name). A variant with an adjective is made once for each spelling. The id is
    that of the state and the role.
    """

    role: Role
    kind: ActorKind
    basic: bool = False
    label_ar: Text
    label_en: Text
    variants_ar: tuple[Text, ...] = ()
    variants_en: tuple[Text, ...] = ()
    parent: Role | None = None


class DemonymRow(Row):
    """An adjective of origin or belonging.

    ``nisba``: Arabic masculine singular, indefinite; all other forms are made from it but
    ``broken_plurals``. ``actor``: whose forces an act so described is, when that is not the
    armed forces of ``country``. ``ambiguous``: a form is also another common word.
    """

    id: Id
    kind: Literal["nation", "people", "region", "faith", "movement"]
    gloss: Latin
    country: Iso2 | None = None
    nisba: tuple[Arabic, ...]
    broken_plurals: tuple[Arabic, ...] = ()
    english: tuple[Latin, ...]
    people: tuple[Latin, ...] = ()
    capital_ar: tuple[Arabic, ...] = ()
    capital_en: tuple[Latin, ...] = ()
    actor: Id | None = None
    partisan: bool = False
    ambiguous: bool = False


class Numbers(Row):
    """The forms of a noun by number.

    Arabic duals and sound plurals stand in both cases and in the construct; the indefinite
    accusative (``مسلحا``) is made, see :func:`extract.actors.generic.generics`.
    """

    singular: tuple[Text, ...] = ()
    dual: tuple[Text, ...] = ()
    plural: tuple[Text, ...] = ()

    @model_validator(mode="after")
    def _some_form(self) -> Numbers:
        if not (self.singular or self.dual or self.plural):
            raise ValueError("a noun without any form")
        return self


class NounRow(Row):
    """A head noun of actor phrases."""

    id: Id
    kind: NounKind
    gloss: Latin
    gloss_plural: Latin | None = None
    ar: Numbers
    en: Numbers
    role: Role | None = None
    target_kind: TargetKind | None = None


class SourceRow(Row):
    """A head noun of source phrases, or an adjective that refines one (``modifiers``)."""

    id: Id
    gloss: Latin
    gloss_plural: Latin | None = None
    source_kind: SourceKind | None
    ar: Numbers
    en: Numbers


class TitleRow(Row):
    """A title or post noun that precedes a person's name."""

    id: Id
    gloss: Latin
    domain: Literal[
        "military",
        "police",
        "government",
        "parliament",
        "judiciary",
        "diplomacy",
        "religion",
        "tribe",
        "armed_group",
        "academia",
        "medicine",
        "media",
        "organisation",
        "honorific",
    ]
    source_kind: SourceKind | None
    ar: Numbers | None = None
    en: Numbers


class KindRow(Row):
    """What a kind of actor or noun implies as a source and as a target."""

    label_ar: Arabic
    label_en: Latin
    source_kind: SourceKind | None
    target_kind: TargetKind


class ActorsFile(Row):
    """A file of actors."""

    actors: tuple[ActorRow, ...]


class StatesFile(Row):
    """The states."""

    states: tuple[StateRow, ...]


class PatternsFile(Row):
    """The patterns of institutions."""

    patterns: tuple[PatternRow, ...]


class DemonymsFile(Row):
    """The adjectives of origin."""

    demonyms: tuple[DemonymRow, ...]


class GenericFile(Row):
    """The common nouns: actors, sources with their modifiers, and titles."""

    nouns: tuple[NounRow, ...]
    sources: tuple[SourceRow, ...]
    modifiers: tuple[SourceRow, ...]
    titles: tuple[TitleRow, ...]


class KindsFile(Row):
    """The kinds."""

    actors: dict[ActorKind, KindRow]
    nouns: dict[NounKind, KindRow]
