"""The Arabic lexicon: words of the domain by what they do, read from YAML and checked.

The files beside this module are meant for linguists and analysts. Every entry carries an English
gloss; unknown keys, unknown values and words listed twice in one class are refused with one line
that names the file and the entry.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Literal, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from extract.error import ConflictKGError
from extract.fold import fold
from extract.lang.ar.inflection import (
    NounForm,
    VerbForm,
    adjective_forms,
    noun_forms,
    verb_forms,
)
from extract.record import (
    CasualtyStatus,
    Certainty,
    ClaimKind,
    EventType,
    SourceKind,
    TargetKind,
)


class LexiconError(ConflictKGError):
    """A lexicon file does not fit its schema."""


class Sense(StrEnum):
    """What a verb does in a report of violence."""

    ATTACK = "attack"
    LAUNCH = "launch"
    FALL = "fall"
    EXPLODE = "explode"
    KILL = "kill"
    DIE = "die"
    WOUND = "wound"
    HIT = "hit"
    CLASH = "clash"
    CAPTURE = "capture"
    ARREST = "arrest"
    ABDUCT = "abduct"
    ASSASSINATE = "assassinate"
    INTERCEPT = "intercept"
    SEIZE_SHIP = "seize_ship"
    LIGHT = "light"
    UNDERTAKE = "undertake"
    CAUSE = "cause"
    DAMAGE = "damage"
    USE = "use"
    THREATEN = "threaten"
    PLAN = "plan"
    ORDER = "order"
    GENERAL = "general"


class Tag(StrEnum):
    """Closed classes of words."""

    PREPOSITION = "prep"
    CONJUNCTION = "conj"
    SUBORDINATOR = "sub"
    RELATIVE = "rel"
    NEGATION = "neg"
    PARTICLE = "aux"
    DETERMINER = "dem"
    PRONOUN = "pron"
    ADVERB = "adv"


class WeaponClass(StrEnum):
    """Classes of weapons that tell the type of an event."""

    MISSILE = "missile"
    DRONE = "drone"
    AIRCRAFT = "aircraft"
    ARTILLERY = "artillery"
    CAR_BOMB = "car_bomb"
    SUICIDE = "suicide"
    IED = "ied"
    BOMB = "bomb"
    SMALL_ARMS = "small_arms"
    BLADE = "blade"
    BOAT = "boat"
    CHEMICAL = "chemical"
    GROUND = "ground"


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    gloss: str


class Verb(_Entry):
    """A verb of violence or of general use; ``sense`` comes from its group."""

    past: str
    present: str
    also: tuple[str, ...] = ()
    sense: Sense = Field(alias="class")
    type: EventType | None = None
    generic: bool = False
    refine: bool = False
    general: bool = False
    weak: bool = False
    kills: bool = False
    wards: bool = False
    needs: tuple[str, ...] = ()
    takes: str | None = None


class ReportVerb(_Entry):
    """A verb of reporting with what it does and how sure its subject is."""

    past: str
    present: str
    also: tuple[str, ...] = ()
    kind: Literal["says", "accuses", "claims", "denies"]
    certainty: Certainty
    topic: ClaimKind | None = None
    needs: str | None = None
    only_before: Literal["subject"] | None = None
    relays: bool = False
    doubted: bool = False


class NounClass(StrEnum):
    """What a noun names."""

    TRIGGER = "trigger"
    WEAPON = "weapon"
    TARGET = "target"
    PLACE = "place"
    VICTIM = "victim"
    CASUALTY = "casualty"
    ACTOR = "actor"
    SOURCE = "source"
    TITLE = "title"
    GENERAL = "general"


class Noun(_Entry):
    """A noun; which fields it may have depends on its class."""

    sg: str
    pl: tuple[str, ...] = ()
    dual: tuple[str, ...] = ()
    sound: Literal["m", "f"] | None = None
    noun_class: NounClass = Field(alias="class")
    type: EventType | None = None
    generic: bool = False
    refine: bool = False
    weak: bool = False
    needs_weapon: bool = False
    idafa: Literal["subject", "object"] = "subject"
    weapon: WeaponClass | None = None
    agentive: bool = False
    service: bool = False
    downs: bool = False
    hostile: bool = False
    needs: str | None = None
    en: str | None = None
    kind: TargetKind | None = None
    place: Literal["site", "town", "district", "admin1"] | None = None
    precision: Literal["site", "town", "district", "admin1"] | None = None
    direction: bool = False
    status: CasualtyStatus | Literal["both"] | None = None
    act: bool = False
    source: SourceKind | None = None
    office: bool = False
    document: bool = False
    unknown: bool = False


class Adjective(_Entry):
    """Adjectives of one meaning; ``weapon`` when they tell the weapon of an act."""

    words: tuple[str, ...]
    weapon: WeaponClass | None = None


class Phrase(_Entry):
    """Fixed phrases of one meaning."""

    words: tuple[str, ...]
    certainty: Certainty | None = None
    topic: ClaimKind | None = None


class Silence(_Entry):
    """Verbs by which somebody is told to say nothing.

    Attributes:
        words: The verbs as they are written.
        after: ``negation`` when a negation must stand before them.
        needs: Words, folded, of which one must stand after them; empty when nothing more is needed.
        topic: What is left unsaid; ``None`` when that depends on who is silent.
    """

    words: tuple[str, ...]
    after: Literal["negation"] | None = None
    needs: tuple[str, ...] = ()
    topic: ClaimKind | None = None


class Closed(_Entry):
    """Closed-class words of one tag."""

    tag: Tag
    words: tuple[str, ...]


class Refinement(BaseModel):
    """Weapon classes, and the event type that they make of a generic event word."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    weapons: tuple[WeaponClass, ...]
    type: EventType


M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every written form with the entries that it may belong to. Keys are folded."""

    verbs: Mapping[str, tuple[tuple[Verb, VerbForm], ...]]
    report_verbs: Mapping[str, tuple[tuple[ReportVerb, VerbForm], ...]]
    nouns: Mapping[str, tuple[tuple[Noun, NounForm], ...]]
    adjectives: Mapping[str, Adjective]
    closed: Mapping[str, frozenset[Tag]]
    nominal_cues: tuple[str, ...]
    hedges: Mapping[str, Phrase]
    silences: Mapping[str, tuple[Silence, ...]]
    orders: frozenset[str]
    ordering: frozenset[str]
    refinements: tuple[Refinement, ...]
    keep: frozenset[str]
    split: frozenset[str]
    known: frozenset[str] = field(repr=False)

    @classmethod
    def load(cls) -> Lexicon:
        """Read the lexicon that ships with the package, once a process.

        Raises:
            LexiconError: A file does not fit its schema.
        """
        return _shipped()

    def refine(self, weapons: Iterable[WeaponClass]) -> EventType | None:
        """The event type that these weapon classes tell, by the order of ``refine.yaml``."""
        classes = set(weapons)
        for rule in self.refinements:
            if classes.intersection(rule.weapons):
                return rule.type
        return None


def _read(name: str) -> dict[str, list[dict[str, object]]]:
    path = resources.files(__package__) / "lexicon" / name
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    except yaml.YAMLError as error:
        raise LexiconError(f"{name}: not YAML: {' '.join(str(error).split())}") from error
    if not isinstance(data, dict):
        raise LexiconError(f"{name}: the file must be a mapping of lists")
    return data


def _entries(name: str, rows: Iterable[object], model: type[M]) -> list[M]:
    found: list[M] = []
    for number, row in enumerate(rows, start=1):
        try:
            found.append(model.model_validate(row))
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(part) for part in first["loc"])
            raise LexiconError(
                f"{name}: entry {number} ({row!r}): {where}: {first['msg']}"
            ) from error
    return found


def _grouped(name: str, key: str) -> list[dict[str, object]]:
    """Rows of every group with the group's own fields added."""
    rows: list[dict[str, object]] = []
    for group in _read(name)["groups"]:
        shared = {k: v for k, v in group.items() if k != key}
        members = group[key]
        if not isinstance(members, list):
            raise LexiconError(f"{name}: a group lacks its list of {key}")
        rows.extend({**shared, **member} for member in members)
    return rows


def _refuse_twice(name: str, names: Iterable[tuple[object, str]]) -> None:
    seen: set[tuple[object, str]] = set()
    for one in names:
        if one in seen:
            raise LexiconError(f"{name}: «{one[1]}» stands twice in {one[0]}; remove one")
        seen.add(one)


def _load_verbs() -> dict[str, tuple[tuple[Verb, VerbForm], ...]]:
    verbs = _entries("verbs.yaml", _grouped("verbs.yaml", "verbs"), Verb)
    _refuse_twice("verbs.yaml", ((verb.sense, verb.past) for verb in verbs))
    forms: dict[str, list[tuple[Verb, VerbForm]]] = defaultdict(list)
    for verb in verbs:
        for form in verb_forms(verb.past, verb.present):
            forms[form.form].append((verb, form))
        for also in verb.also:
            forms[fold(also)].append(
                (verb, VerbForm(fold(also), past=not also.startswith(("ي", "ت"))))
            )
    return {form: tuple(found) for form, found in forms.items()}


def _load_report_verbs(
    rows: list[dict[str, object]],
) -> dict[str, tuple[tuple[ReportVerb, VerbForm], ...]]:
    verbs = _entries("reports.yaml", rows, ReportVerb)
    _refuse_twice("reports.yaml", ((verb.kind, verb.past) for verb in verbs))
    forms: dict[str, list[tuple[ReportVerb, VerbForm]]] = defaultdict(list)
    for verb in verbs:
        for form in verb_forms(verb.past, verb.present):
            forms[form.form].append((verb, form))
        for also in verb.also:
            forms[fold(also)].append((verb, VerbForm(fold(also), past=True)))
    return {form: tuple(found) for form, found in forms.items()}


def _load_nouns() -> dict[str, tuple[tuple[Noun, NounForm], ...]]:
    nouns = _entries("nouns.yaml", _grouped("nouns.yaml", "nouns"), Noun)
    _refuse_twice("nouns.yaml", ((noun.noun_class, noun.sg) for noun in nouns))
    forms: dict[str, list[tuple[Noun, NounForm]]] = defaultdict(list)
    for noun in nouns:
        seen: set[str] = set()
        for form in noun_forms(noun.sg, noun.pl, sound=noun.sound, duals=noun.dual):
            if form.form not in seen:
                seen.add(form.form)
                forms[form.form].append((noun, form))
    return {form: tuple(found) for form, found in forms.items()}


def _load_adjectives() -> dict[str, Adjective]:
    found: dict[str, Adjective] = {}
    for adjective in _entries("adjectives.yaml", _read("adjectives.yaml")["adjectives"], Adjective):
        for word in adjective.words:
            for form in adjective_forms(word):
                found.setdefault(form, adjective)
    return found


def _load_closed() -> dict[str, frozenset[Tag]]:
    found: dict[str, set[Tag]] = defaultdict(set)
    for group in _entries("function.yaml", _read("function.yaml")["words"], Closed):
        for word in group.words:
            found[fold(word)].add(group.tag)
    return {word: frozenset(tags) for word, tags in found.items()}


def _phrases(rows: Iterable[object]) -> dict[str, Phrase]:
    return {
        fold(word): phrase
        for phrase in _entries("reports.yaml", rows, Phrase)
        for word in phrase.words
    }


def _silences(rows: Iterable[object]) -> dict[str, tuple[Silence, ...]]:
    found: dict[str, list[Silence]] = defaultdict(list)
    for row in _entries("reports.yaml", rows, Silence):
        folded = row.model_copy(update={"needs": tuple(fold(word) for word in row.needs)})
        for word in row.words:
            found[fold(word)].append(folded)
    return {word: tuple(listed) for word, listed in found.items()}


def _words(name: str, rows: Iterable[object]) -> frozenset[str]:
    return frozenset(fold(word) for row in _entries(name, rows, Phrase) for word in row.words)


def _clitic_rows(keep: object) -> list[Mapping[str, object]]:
    """The rows under every letter of ``clitics.yaml``."""
    if not isinstance(keep, dict):
        raise LexiconError("clitics.yaml: keep must be a mapping of letters to lists")
    return [row for rows in keep.values() for row in rows]


@cache
def _shipped() -> Lexicon:
    reports = _read("reports.yaml")
    clitics, orders = _read("clitics.yaml"), _read("orders.yaml")
    keep_rows = _clitic_rows(clitics["keep"])
    verbs, nouns = _load_verbs(), _load_nouns()
    report_verbs = _load_report_verbs(reports["verbs"])
    adjectives, closed = _load_adjectives(), _load_closed()
    hedges, silences = _phrases(reports["hedges"]), _silences(reports["silence"])
    nominals = _phrases(reports["nominals"])
    keep = _words("clitics.yaml", keep_rows)
    known = {
        part
        for source in (verbs, report_verbs, nouns, adjectives, closed, nominals)
        for form in source
        for part in form.split()
    }
    return Lexicon(
        verbs=verbs,
        report_verbs=report_verbs,
        nouns=nouns,
        adjectives=adjectives,
        closed=closed,
        nominal_cues=tuple(sorted(nominals, key=lambda cue: (-len(cue.split()), cue))),
        hedges=hedges,
        silences=silences,
        orders=_words("orders.yaml", orders["nouns"]),
        ordering=_words("orders.yaml", orders["verbs"]),
        refinements=tuple(_entries("refine.yaml", _read("refine.yaml")["rules"], Refinement)),
        keep=keep,
        split=_words("clitics.yaml", clitics["split"]),
        known=frozenset(known),
    )
