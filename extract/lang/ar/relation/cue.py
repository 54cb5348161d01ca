"""The cues of ``relations.yaml``: words that state a relation, read and checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final, Generic, Literal, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from extract.fold import fold
from extract.lang.ar.lexicon import LexiconError
from extract.record import RelationKind

_FILE: Final = "relations.yaml"
_ENDINGS: Final = ("", "ة", "ين", "ون", "ان", "ا", "تان", "تين", "ات")
T = TypeVar("T", bound="Cue")


class Cue(BaseModel):
    """Words of one meaning; ``inflect`` when the first word is a participle in all its forms."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    words: tuple[str, ...]
    gloss: str
    inflect: bool = False


class Link(Cue):
    """Words between two parties; ``left`` is the end that stands before them."""

    kind: RelationKind
    left: Literal["subject", "object"] = "subject"
    back: bool = False


class Leading(Cue):
    """A verb before both of its parties, and the preposition of the second one."""

    kind: RelationKind
    with_: tuple[str, ...] = Field(alias="with")

    @property
    def prepositions(self) -> tuple[str, ...]:
        """The prepositions of the place, folded; none when the place follows bare."""
        return tuple(map(fold, self.with_))


class Office(Cue):
    """A post in a body, which follows in the genitive (``of``) or after a preposition (``in``)."""

    en: str
    nameless: bool = False
    of: bool = False
    in_: bool = Field(default=False, alias="in")


class _Sheet(BaseModel):
    """The lists of the file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    links: tuple[Link, ...]
    leading: tuple[Leading, ...]
    offices: tuple[Office, ...]
    adverbs: tuple[Cue, ...]
    branches: tuple[Cue, ...]
    own_branches: tuple[Cue, ...]
    unions: tuple[Cue, ...]
    spokesmen: tuple[Cue, ...]
    behalf: tuple[Cue, ...]
    own_behalf: tuple[Cue, ...]
    mouth: tuple[Cue, ...]
    media_heads: tuple[Cue, ...]
    own_offices: tuple[Cue, ...]
    led: tuple[Cue, ...]
    named: tuple[Cue, ...]
    inside: tuple[Cue, ...]
    toward: tuple[Cue, ...]
    sited: tuple[Cue, ...]
    distance: tuple[Cue, ...]
    seats: tuple[Cue, ...]
    centres: tuple[Cue, ...]
    bases: tuple[Cue, ...]
    soldiers: tuple[Cue, ...]
    pronouns: tuple[Cue, ...]
    relatives: tuple[Cue, ...]
    negations: tuple[Cue, ...]
    groups: tuple[Cue, ...]
    armies: tuple[Cue, ...]
    governments: tuple[Cue, ...]
    containers: tuple[Cue, ...]
    missions: tuple[Cue, ...]
    states: tuple[Cue, ...]
    speaking: tuple[Cue, ...]
    dependents: tuple[Cue, ...]
    ranks: tuple[Cue, ...]
    given: tuple[Cue, ...]
    support: tuple[Cue, ...]
    homelands: tuple[Cue, ...]
    foremost: tuple[Cue, ...]
    others: tuple[Cue, ...]


@dataclass(frozen=True, slots=True)
class CueTable(Generic[T]):
    """Cues by their folded words without blanks, so that clitics may be cut off or not.

    Attributes:
        by_key: The cues.
        longest: Letters of the longest.
        letters: With which they begin.
    """

    by_key: Mapping[str, T]
    longest: int
    letters: frozenset[str]


@dataclass(frozen=True, slots=True)
class Cues:
    """Every list of the file as a table."""

    links: CueTable[Link]
    leading: CueTable[Leading]
    offices: CueTable[Office]
    plain: Mapping[str, CueTable[Cue]]


def _forms(cue: Cue) -> Iterator[str]:
    for words in cue.words:
        yield fold(words)
        if cue.inflect:
            first, _, rest = words.partition(" ")
            for ending in _ENDINGS:
                for article in ("", "ال"):
                    yield fold(f"{article}{first}{ending} {rest}".strip())


def _table(section: str, cues: Iterable[T]) -> CueTable[T]:
    found: dict[str, T] = {}
    for cue in cues:
        for form in dict.fromkeys(_forms(cue)):
            key = form.replace(" ", "")
            if found.setdefault(key, cue) is not cue:
                raise LexiconError(f"{_FILE}: «{form}» stands twice in {section}; remove one")
    return CueTable(found, max(map(len, found), default=0), frozenset(key[0] for key in found))


def read_cues(text: str) -> Cues:
    """Read the text of a ``relations.yaml``.

    Raises:
        LexiconError: It does not fit its schema, or says the same words twice in one list.
    """
    try:
        sheet = _Sheet.model_validate(yaml.safe_load(text))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise LexiconError(f"{_FILE}: {where}: {first['msg']}") from error
    except yaml.YAMLError as error:
        raise LexiconError(f"{_FILE}: not YAML: {' '.join(str(error).split())}") from error
    special = ("links", "leading", "offices")
    return Cues(
        links=_table("links", sheet.links),
        leading=_table("leading", sheet.leading),
        offices=_table("offices", sheet.offices),
        plain={
            name: _table(name, getattr(sheet, name))
            for name in _Sheet.model_fields
            if name not in special
        },
    )


@cache
def cues() -> Cues:
    """The cues that ship with the package, read once a process."""
    path = resources.files("extract.lang.ar") / "lexicon" / _FILE
    return read_cues(path.read_text(encoding="utf-8"))
