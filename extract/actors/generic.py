"""Common nouns of actor and source phrases: "gunmen", "a source", "Colonel"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from extract.actors.actor import Language, key
from extract.actors.schema import (
    GenericFile,
    KindsFile,
    NounKind,
    NounRow,
    Numbers,
    Role,
    SourceRow,
    TitleRow,
)
from extract.record import SourceKind, TargetKind

_Reading = TypeVar("_Reading")


class Number(StrEnum):
    """Grammatical number of a form."""

    SINGULAR = "singular"
    DUAL = "dual"
    PLURAL = "plural"


@dataclass(frozen=True, slots=True)
class Noun:
    """One form of a head noun of actor phrases.

    Attributes:
        id: The noun, common to its forms.
        kind: What it stands for.
        number: Grammatical number of this form.
        gloss: English of this form.
        role: Institution of the state that it names when a state is at hand ("the army").
        target_kind: What it is as a target.
        source_kind: What it is as a speaker.
    """

    id: str
    kind: NounKind
    number: Number
    gloss: str
    role: Role | None
    target_kind: TargetKind
    source_kind: SourceKind | None


@dataclass(frozen=True, slots=True)
class SourceNoun:
    """One form of a head noun of source phrases, or of an adjective that refines one.

    ``source_kind`` of an adjective that changes nothing is null.
    """

    id: str
    source_kind: SourceKind | None
    number: Number
    gloss: str


@dataclass(frozen=True, slots=True)
class Title:
    """One form of a title or post noun; ``domain`` is what it says of its bearer."""

    id: str
    domain: str
    source_kind: SourceKind | None
    number: Number
    gloss: str


@dataclass(frozen=True, slots=True)
class Generics:
    """The common nouns, by language and folded form. A form may have several readings."""

    nouns: dict[Language, dict[str, tuple[Noun, ...]]]
    sources: dict[Language, dict[str, tuple[SourceNoun, ...]]]
    modifiers: dict[Language, dict[str, tuple[SourceNoun, ...]]]
    titles: dict[Language, dict[str, tuple[Title, ...]]]


def generics(file: GenericFile, kinds: KindsFile) -> Generics:
    """Index the common nouns by their folded forms.

    Of Arabic singulars and broken plurals the indefinite accusative is added; it stands before
    the dual construct that is written like it.
    """
    result = Generics(
        nouns={"ar": {}, "en": {}},
        sources={"ar": {}, "en": {}},
        modifiers={"ar": {}, "en": {}},
        titles={"ar": {}, "en": {}},
    )
    for noun in file.nouns:
        for lang, form, number in _forms(noun):
            _add(result.nouns[lang], form, _noun(noun, number, kinds))
    for row in file.sources:
        for lang, form, number in _forms(row):
            _add(result.sources[lang], form, _source(row, number))
    for row in file.modifiers:
        for lang, form, number in _forms(row):
            _add(result.modifiers[lang], form, _source(row, number))
    for title in file.titles:
        for lang, form, number in _forms(title):
            _add(result.titles[lang], form, _title(title, number))
    return result


def _add(index: dict[str, tuple[_Reading, ...]], form: str, reading: _Reading) -> None:
    folded = key(form)
    if reading not in index.get(folded, ()):
        index[folded] = (*index.get(folded, ()), reading)


def _forms(row: NounRow | SourceRow | TitleRow) -> Iterator[tuple[Language, str, Number]]:
    languages: tuple[tuple[Language, Numbers | None], ...] = (("ar", row.ar), ("en", row.en))
    for lang, numbers in languages:
        for number in Number if numbers else ():
            forms: tuple[str, ...] = getattr(numbers, number.value)
            for form in forms:
                yield lang, form, number
                if lang == "ar" and number is not Number.DUAL and _takes_alef(form):
                    yield lang, form + "ا", number


_NO_ALEF = ("ة", "ى", "ا", "ء", "ي", "ون", "ين", "ات", "و")


def _takes_alef(form: str) -> bool:
    return " " not in form and not form.startswith("ال") and not form.endswith(_NO_ALEF)


def _gloss(row: NounRow | SourceRow, number: Number) -> str:
    if number is Number.SINGULAR:
        return row.gloss
    plural = row.gloss_plural or (row.en.plural[0] if row.en.plural else row.gloss)
    return f"two {plural}" if number is Number.DUAL else plural


def _noun(row: NounRow, number: Number, kinds: KindsFile) -> Noun:
    kind = kinds.nouns[row.kind]
    return Noun(
        id=row.id,
        kind=row.kind,
        number=number,
        gloss=_gloss(row, number),
        role=row.role,
        target_kind=row.target_kind or kind.target_kind,
        source_kind=kind.source_kind,
    )


def _source(row: SourceRow, number: Number) -> SourceNoun:
    return SourceNoun(row.id, row.source_kind, number, _gloss(row, number))


def _title(row: TitleRow, number: Number) -> Title:
    return Title(row.id, row.domain, row.source_kind, number, row.gloss)
