"""The codes of weapons and victims that an English name stands for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from rdflib import SKOS, URIRef

from ontology import files
from ontology.namespace import NOTATIONS, Scheme


def weapon(english: str | None) -> URIRef | None:
    """Return the weapon type of an English name, or none.

    The head of an English noun phrase stands last, so the longest ending that is a code counts:
    "Iranian-made ballistic missiles" is a ballistic missile.

    >>> weapon("Grad rockets")
    rdflib.term.URIRef('https://w3id.org/conflict-event/code/weapon-rocket')
    >>> weapon("sharp words") is None
    True
    """
    return _by_ending(Scheme.WEAPON_TYPE, english)


def victims(english: str | None) -> URIRef | None:
    """Return the victim class of an English description, or none.

    >>> victims("three children")
    rdflib.term.URIRef('https://w3id.org/conflict-event/code/victim-children')
    """
    return _by_ending(Scheme.VICTIM_CLASS, english)


def _by_ending(scheme: Scheme, english: str | None) -> URIRef | None:
    words = (english or "").casefold().replace("-", " ").split()
    names = _names(scheme)
    for start in range(len(words)):
        ending = " ".join(words[start:])
        for form in _numbers(ending):
            if form in names:
                return names[form]
    return None


def _numbers(words: str) -> Iterator[str]:
    """A noun phrase as it is, in the plural, and in the singular."""
    yield words
    yield words + "s"
    if words.endswith("ies"):
        yield words[:-3] + "y"
    if words.endswith("es"):
        yield words[:-2]
    if words.endswith("s"):
        yield words[:-1]


@cache
def _names(scheme: Scheme) -> dict[str, URIRef]:
    names: dict[str, URIRef] = {}
    for notation, concept in sorted(NOTATIONS[scheme].items()):
        names[notation.replace("_", " ")] = concept
        for label in (
            *files.codes().objects(concept, SKOS.prefLabel),
            *files.codes().objects(concept, SKOS.altLabel),
        ):
            if getattr(label, "language", None) == "en":
                names.setdefault(str(label).casefold().replace("-", " "), concept)
    return names
