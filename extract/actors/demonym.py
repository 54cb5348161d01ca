"""Demonyms: adjectives of origin and belonging, with all their Arabic and English forms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extract.actors.schema import DemonymRow

_SOUND_ENDINGS = ("", "ون", "ين", "ان", "ا")
_FEMININE_ENDINGS = ("ة", "تان", "تين", "ات")


@dataclass(frozen=True, slots=True)
class Demonym:
    """An adjective of origin or belonging.

    Attributes:
        id: Stable id in kebab case.
        kind: ``nation``, ``people``, ``region``, ``faith`` or ``movement``.
        gloss: English adjective for display.
        country: ISO 3166-1 alpha-2, when it belongs to one state.
        state: Id of that state in the actor base.
        forces: Id of the actor whose forces an act so described is: "an Israeli raid".
        air_force: Id of that state's air force.
        partisan: A hostile word.
        ambiguous: A form of it is also another common word.
        forms: Folded forms, Arabic and English.
        exact: English forms that must keep their capitals ("US").
        capitals: Folded names of the capital, which stand for the government in news style.
    """

    id: str
    kind: str
    gloss: str
    country: str | None
    state: str | None
    forces: str | None
    air_force: str | None
    partisan: bool
    ambiguous: bool
    forms: tuple[str, ...]
    exact: tuple[str, ...]
    capitals: tuple[str, ...]


def masculine(nisba: str, *, definite: bool) -> str:
    """The masculine singular, with the article on demand."""
    return _with_article(nisba) if definite else nisba


def feminine(nisba: str, *, definite: bool) -> str:
    """The feminine singular, with the article on demand."""
    words = nisba.split()
    marked = [w + "ة" if w.endswith("ي") and _inflects(w, words) else w for w in words]
    feminine_form = " ".join(marked)
    return _with_article(feminine_form) if definite else feminine_form


def arabic_forms(row: DemonymRow) -> Iterator[str]:
    """All Arabic forms, with and without the article: gender, number, case."""
    for nisba in row.nisba:
        for form in _inflected(nisba):
            yield form
            yield _with_article(form)
    for plural in row.broken_plurals:
        yield plural
        yield _with_article(plural)


def english_forms(row: DemonymRow) -> Iterator[str]:
    """The English adjectives and nouns."""
    yield from row.english
    yield from row.people
    for person in row.people:
        if person.endswith("s"):
            yield person[:-1]


def _inflected(nisba: str) -> Iterator[str]:
    if not nisba.endswith("ي"):
        yield nisba
        return
    if " " in nisba:
        yield nisba
        yield feminine(nisba, definite=False)
        first, _, last = nisba.rpartition(" ")
        for ending in ("ون", "ين"):
            marked = first + ending if first.endswith("ي") else first
            yield f"{marked} {last}{ending}"
        return
    for ending in (*_SOUND_ENDINGS, *_FEMININE_ENDINGS):
        yield nisba + ending


def _inflects(word: str, words: list[str]) -> bool:
    return word == words[-1] or all(w.endswith("ي") for w in words)


def _with_article(form: str) -> str:
    words = form.split()
    if all(w.endswith(("ي", "ية", "ون", "ين", "ات", "ان")) for w in words):
        return " ".join("ال" + w for w in words)
    return "ال" + form
