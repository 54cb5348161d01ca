"""The analysis: what a language room found in one article, before it is made into a record.

A language room (``extract.lang.ar``, ``extract.lang.en``) reads the text and names what stands in
it: mentions, event words with their arguments, tolls, reports of speech, relations. It decides
nothing that needs the whole article. The assembler (``extract.assemble``) knows no language: it
merges event words into events, settles their status, ties tolls and reports to them and writes the
record.

All offsets are code points of the document's text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from extract.record import (
    CasualtyStatus,
    Certainty,
    ClaimKind,
    DatePrecision,
    EventStatus,
    EventType,
    RelationKind,
    SourceKind,
    SpatialPrecision,
    TargetKind,
)


@dataclass(frozen=True, slots=True)
class Words:
    """Words of the text: ``text == document.text[start:end]``, in sentence ``sentence``."""

    start: int
    end: int
    text: str
    sentence: int

    def within(self, start: int, end: int) -> bool:
        """Whether the words lie inside ``[start, end)``."""
        return start <= self.start and self.end <= end


class MentionKind(StrEnum):
    """What a mention names."""

    ACTOR = "actor"
    PERSON = "person"
    PLACE = "place"
    FACILITY = "facility"
    WEAPON = "weapon"
    VICTIM = "victim"
    OBJECT = "object"


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name somebody, some place or some thing.

    Attributes:
        words: The words, without proclitics.
        kind: What sort of thing is named.
        entity: Id in the actor base or the gazetteer, when resolved.
        canonical_en: English name: the entity's label, or a gloss made from the words.
        country: ISO 3166-1 alpha-2 of a place, or of an actor's state.
        target_kind: What it would be as the target of an act.
        source_kind: What sort of speaker it would be.
        count: How many, when a number or a dual says so.
        precision: How exactly a place is named.
        placed: A preposition of place governs it ("in Damascus", not "Damascus said").
        possessed: A pronoun says whose it is ("its aircraft", "our forces").
        hostile: The word is what one calls the other side ("the enemy", "the occupation").
        relative: The place is told by its direction from another ("north of Aleppo").
        voice: The words stand for whoever speaks ("that it destroyed", "we targeted").
        anaphoric: The words only point back ("the group", "the city", "its spokesman").
        ours: A pronoun says that it belongs to whoever speaks ("our forces").
        owner: The known party that a thing is said to belong to ("positions of the army").
    """

    words: Words
    kind: MentionKind
    entity: str | None = None
    canonical_en: str | None = None
    country: str | None = None
    target_kind: TargetKind | None = None
    source_kind: SourceKind | None = None
    count: int | None = None
    precision: SpatialPrecision | None = None
    placed: bool = False
    possessed: bool = False
    hostile: bool = False
    relative: bool = False
    voice: bool = False
    anaphoric: bool = False
    ours: bool = False
    owner: Mention | None = None


@dataclass(frozen=True, slots=True)
class When:
    """A resolved time expression: an inclusive range of ISO days with its precision."""

    words: Words
    earliest: str
    latest: str
    precision: DatePrecision


@dataclass(frozen=True, slots=True)
class TollMention:
    """One statement about victims. Both bounds null: a number of them, not said how many.

    ``whole`` is false for a part of another toll ("three of them children"). ``event`` indexes
    ``Analysis.predications`` when grammar ties the toll to an event word ("the strike killed
    four"). ``body`` is the known party that the victims belonged to.
    """

    words: Words
    status: CasualtyStatus
    low: int | None
    high: int | None
    victims: Mention | None = None
    whole: bool = True
    event: int | None = None
    rule: str = ""
    body: Mention | None = None


@dataclass(frozen=True, slots=True)
class CountMention:
    """People that the text counts, whatever is said of them. Bounds as in ``TollMention``."""

    words: Words
    low: int | None
    high: int | None
    people: Mention | None = None


@dataclass(slots=True)
class Predication:
    """One event word with the arguments that grammar gives it.

    Attributes:
        anchor: The words that name the event.
        type: Its type; ``None`` for a generic word ("attack", "operation") that nothing refines.
        rule: What found it.
        fallback: The type to take when neither this nor another word of the event gives one.
        definite: It points to an event already known ("the attack"): it makes none of its own.
        other: Its words set it apart from what was told ("another raid", "a second blast").
        continues: It goes on with the act before it in the same sentence ("stormed … and seized").
        weak: It tells of an act without naming its kind ("was killed", "attacked"): it joins an
            event nearby when there is one.
        several: A series or a habit ("repeated attacks"), not one bounded act.
        agents, targets, weapons, launches, places: Arguments, best first.
        ordered_by: Who is said to have ordered it.
        suspected: The agents are only suspected by a hedge or by the place of launch.
        when: Its date, when grammar ties one to it.
        status: What its own clause says of its occurrence; ``None`` when it says nothing special.
        answers: Index of the predication that this one is said to answer.
        answer_words: The words that say so.
        damages: Objects said to be damaged.
        motive: Words that give a purpose or reason.
    """

    anchor: Words
    type: EventType | None
    rule: str
    fallback: EventType | None = None
    definite: bool = False
    several: bool = False
    other: bool = False
    continues: bool = False
    weak: bool = False
    agents: list[Mention] = field(default_factory=list)
    targets: list[Mention] = field(default_factory=list)
    weapons: list[Mention] = field(default_factory=list)
    launches: list[Mention] = field(default_factory=list)
    places: list[Mention] = field(default_factory=list)
    ordered_by: list[Mention] = field(default_factory=list)
    suspected: bool = False
    when: When | None = None
    status: EventStatus | None = None
    answers: int | None = None
    answer_words: Words | None = None
    damages: list[Mention] = field(default_factory=list)
    motive: Words | None = None


class ReportKind(StrEnum):
    """What a speaker does."""

    SAYS = "says"
    ACCUSES = "accuses"
    CLAIMS = "claims"
    DENIES = "denies"
    SILENT = "silent"


@dataclass(slots=True)
class Report:
    """Somebody says something.

    Attributes:
        source: The speaker; ``None`` when the outlet itself or nobody named speaks ("it is
            believed").
        kind: Saying, accusing, claiming for oneself, denying, or giving no word ("has not
            commented").
        certainty: The speaker's own.
        cue: The words that report or hedge.
        verb: The reporting verb in its citation form, when it is one.
        content: Start and end of what is said; ``None`` when only the act of speaking is told.
        topic: What the report is about when the cue itself fixes it.
        accused: Whom an accusation names.
        relayed_by: Channels between the outlet and the speaker, nearest the outlet first.
        on_behalf_of: Whom a spokesman speaks for.
        said_on: Day of the speech, when given.
        statement: What is said of the target of an act that a relative clause only recalls.
        rule: What found it.
    """

    source: Mention | None
    kind: ReportKind
    certainty: Certainty
    cue: Words
    content: tuple[int, int] | None
    rule: str
    verb: str | None = None
    topic: ClaimKind | None = None
    accused: list[Mention] = field(default_factory=list)
    relayed_by: list[Mention] = field(default_factory=list)
    on_behalf_of: Mention | None = None
    said_on: When | None = None
    statement: Words | None = None


@dataclass(frozen=True, slots=True)
class RelationMention:
    """A standing relation between two parties; ``words`` say so."""

    kind: RelationKind
    subject: Mention
    object: Mention
    words: Words
    rule: str


@dataclass(slots=True)
class Analysis:
    """Everything that a language room found in one article, in the order of the text.

    ``counts`` holds all people that are counted, those of ``tolls`` among them.
    ``breaks`` holds the sentences that openly turn to another matter ("in a separate incident").
    ``reaching`` says that the language has a definite word only for what was told, so that "the
    attack" means the attack told last, however far above; not so where the article also stands
    with things in general.
    """

    sentences: list[tuple[int, int]] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    predications: list[Predication] = field(default_factory=list)
    tolls: list[TollMention] = field(default_factory=list)
    counts: list[CountMention] = field(default_factory=list)
    reports: list[Report] = field(default_factory=list)
    relations: list[RelationMention] = field(default_factory=list)
    times: list[When] = field(default_factory=list)
    published: str | None = None
    breaks: set[int] = field(default_factory=set)
    reaching: bool = False
