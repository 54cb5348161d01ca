"""Mutants: valid data spoilt at random in a place or two, to hold validators against each other."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from rdflib import RDF, XSD, Graph, Literal, URIRef
from rdflib.term import Node

Triple = tuple[Node, Node, Node]
_Change = Callable[[list[Triple], random.Random], None]

_ODD: Final = (
    Literal(""),
    Literal("x"),
    Literal("x", lang="en"),
    Literal("س", lang="ar"),
    Literal(-1),
    Literal(10**12),
    Literal("1.5", datatype=XSD.decimal),
    Literal("-0.1", datatype=XSD.decimal),
    Literal("2024-01-01", datatype=XSD.date),
    Literal("2024-13-41", datatype=XSD.date),
    Literal("twelve", datatype=XSD.integer),
    Literal("true", datatype=XSD.boolean),
    URIRef("https://example.org/nowhere"),
)
"""Values that stand where they should not."""


def mutants(valid: Sequence[Graph], number: int, seed: int) -> Iterator[Graph]:
    """Spoilt copies of valid graphs; the same seed gives the same ones."""
    chance = random.Random(seed)
    sources = [sorted(graph) for graph in valid]
    for _ in range(number):
        triples = list(chance.choice(sources))
        for _ in range(chance.choice((1, 1, 2))):
            chance.choice(_CHANGES)(triples, chance)
        made = Graph()
        for triple in triples:
            made.add(triple)
        yield made


def _drop(triples: list[Triple], chance: random.Random) -> None:
    triples.pop(chance.randrange(len(triples)))


def _drop_property(triples: list[Triple], chance: random.Random) -> None:
    subject, name, _ = chance.choice(triples)
    triples[:] = [t for t in triples if t[:2] != (subject, name)]


def _drop_subject(triples: list[Triple], chance: random.Random) -> None:
    subject = chance.choice(triples)[0]
    triples[:] = [t for t in triples if t[0] != subject]


def _second_value(triples: list[Triple], chance: random.Random) -> None:
    subject, name, _ = chance.choice(triples)
    alike = [t[2] for t in triples if t[1] == name]
    triples.append((subject, name, chance.choice([*alike, *_ODD])))


def _other_value(triples: list[Triple], chance: random.Random) -> None:
    place = chance.randrange(len(triples))
    subject, name, _ = triples[place]
    triples[place] = (subject, name, chance.choice([chance.choice(triples)[2], *_ODD]))


def _other_type(triples: list[Triple], chance: random.Random) -> None:
    places = [place for place, t in enumerate(triples) if t[1] == RDF.type]
    place = chance.choice(places)
    triples[place] = (triples[place][0], RDF.type, triples[chance.choice(places)][2])


def _bare_text(triples: list[Triple], chance: random.Random) -> None:
    places = [place for place, t in enumerate(triples) if isinstance(t[2], Literal)]
    place = chance.choice(places)
    subject, name, value = triples[place]
    triples[place] = (subject, name, Literal(str(value)))


def _mixed(triples: list[Triple], chance: random.Random) -> None:
    subject, name, value = (chance.choice(triples)[column] for column in range(3))
    triples.append((subject, name, value))


_CHANGES: Final[tuple[_Change, ...]] = (
    _drop,
    _drop_property,
    _drop_subject,
    _second_value,
    _other_value,
    _other_type,
    _bare_text,
    _mixed,
)
