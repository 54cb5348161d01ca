"""Sequences: the windows of an article with and without marks, and the right answers for each."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import torch
from torch import Tensor

from benchmarks.training.example import Example, Place, Told
from extract.reader.label import BEGINS, GOES_ON, ROLES, STATUSES, TYPES, Role
from extract.reader.window import windows

_MOST_DECOYS = 2  # a window and epoch


@dataclass(eq=False)
class Unmarked:
    """A window read for event words: the label of each piece, and whether it teaches."""

    window: int
    marks: Tensor
    labels: Tensor
    weight: Tensor


@dataclass(eq=False)
class Marked:
    """A window read for one event.

    Attributes:
        window: Number of the window in the batch.
        marks: 0 none, 1 this event, 2 another, for each piece.
        anchor: Its own pieces.
        valid: Whether it is a labelled event.
        types: Share of each type; ``None`` for an event that is none.
        status: Number of its status.
        labels, weight: Shape (pieces, roles): labels, and whether they teach.
        sides: Pieces and the number of their label, by head.
        claims: Pieces of speakers and the kinds of claim that they make.
        same: Pieces of another event, and whether it is the same.
    """

    window: int
    marks: Tensor
    anchor: list[int]
    valid: bool
    types: Tensor | None = None
    status: int = 0
    labels: Tensor | None = None
    weight: Tensor | None = None
    sides: dict[str, list[tuple[list[int], int]]] = field(default_factory=dict)
    claims: list[tuple[list[int], set[int]]] = field(default_factory=list)
    same: list[tuple[list[int], bool]] = field(default_factory=list)


@dataclass(frozen=True)
class Candidate:
    """Words that are taken for one event: their places, and the labelled event that they tell."""

    places: list[Place]
    owed: Told | None
    like: Told | None


@dataclass(frozen=True)
class Batch:
    """Windows, and the sequences made of them."""

    windows: list[tuple[int, ...]]
    sequences: list[Unmarked | Marked]


def batch(examples: Sequence[Example], chance: random.Random, most: int) -> Batch:
    """The sequences of some articles.

    Args:
        examples: The articles.
        chance: Which words stand for each event differs from epoch to epoch.
        most: At most so many events a window.
    """
    made = Batch([], [])
    for one in examples:
        for first, last in windows(len(one.cut.ids)):
            number = len(made.windows)
            made.windows.append(one.cut.ids[first:last])
            made.sequences.append(_unmarked(one, number, first, last))
            made.sequences.extend(_marked(one, number, first, last, chance, most))
    return made


def _unmarked(one: Example, window: int, first: int, last: int) -> Unmarked:
    labels = torch.zeros(last - first, dtype=torch.long)
    weight = torch.ones(last - first)
    vague = [place for guess in one.guessed if guess.like for place in guess.anchors]
    vague += [place for told in one.told for place in told.again]
    for place in vague:
        weight[_pieces(one, place, first, last)] = 0
    for told in one.told:
        _write(labels, weight, _pieces(one, told.anchor, first, last))
    return Unmarked(window, torch.zeros(last - first, dtype=torch.long), labels, weight)


def _write(labels: Tensor, weight: Tensor, pieces: list[int]) -> None:
    if pieces:
        labels[pieces] = GOES_ON
        labels[pieces[0]] = BEGINS
        weight[pieces] = 1


def _marked(
    one: Example, window: int, first: int, last: int, chance: random.Random, most: int
) -> Iterator[Marked]:
    candidates = _candidates(one, chance)
    anchors = [
        [i for place in candidate.places for i in _pieces(one, place, first, last)]
        for candidate in candidates
    ]
    present = [number for number, pieces in enumerate(anchors) if pieces]
    if len(present) > most:
        present = chance.sample(present, most)
    for number in present:
        candidate = candidates[number]
        marks = torch.zeros(last - first, dtype=torch.long)
        for other, pieces in enumerate(anchors):
            if other != number:
                marks[pieces] = 2
        marks[anchors[number]] = 1
        made = Marked(window, marks, anchors[number], candidate.owed is not None)
        if candidate.owed is not None:
            _answer(made, one, candidate.owed, first, last)
        for other, pieces in enumerate(anchors):
            like = candidates[other].like
            if other != number and pieces and like is not None and candidate.like is not None:
                made.same.append((pieces, like is candidate.like))
        yield made


def _candidates(one: Example, chance: random.Random) -> list[Candidate]:
    """Events as the rules tell them, or as labelled: the reader must cope with either."""
    decoys = chance.sample(one.decoys, min(len(one.decoys), chance.randint(0, _MOST_DECOYS)))
    return [*_events(one, chance), *(Candidate([place], None, None) for place in decoys)]


def _events(one: Example, chance: random.Random) -> list[Candidate]:
    if one.guessed and chance.random() < 0.5:
        found = [Candidate(guess.anchors, guess.owed, guess.like) for guess in one.guessed]
        matched = {id(guess.owed) for guess in one.guessed}
        found += [Candidate([t.anchor], t, t) for t in one.told if id(t) not in matched]
        return found
    return [Candidate(_varied(one, told, chance), told, told) for told in one.told]


def _varied(one: Example, told: Told, chance: random.Random) -> list[Place]:
    """The event word alone, or with others that name the event, or one of those instead."""
    places = [told.anchor]
    if told.again and chance.random() < 0.5:
        places += [place for place in told.again if chance.random() < 0.7]
    elif told.again and chance.random() < 0.3:
        places = [chance.choice(told.again)]
    for guess in one.guessed:
        if guess.owed is told and chance.random() < 0.5:
            places = [*places, *guess.anchors]
    return places


def _answer(made: Marked, one: Example, told: Told, first: int, last: int) -> None:
    length = last - first
    labels = torch.zeros(length, len(ROLES), dtype=torch.long)
    weight = torch.ones(length, len(ROLES))
    for column, role in enumerate(ROLES):
        if role in told.unknown:
            weight[:, column] = 0
        for place in told.open[role]:
            weight[_pieces(one, place, first, last), column] = 0
        for place in sorted(told.places[role]):
            _write(labels[:, column], weight[:, column], _pieces(one, place, first, last))
    made.labels, made.weight = labels, weight
    shares = torch.zeros(len(TYPES))
    for kind in told.event.type_alt or ():
        shares[[str(t) for t in TYPES].index(kind)] += 1
    shares[[str(t) for t in TYPES].index(told.event.type)] += 2
    made.types = shares / shares.sum()
    made.status = [str(s) for s in STATUSES].index(told.event.status)
    given = {"basis": told.bases, "kind": told.kinds, "certainty": told.certainties}
    made.sides = {
        head: [(_pieces(one, place, first, last), label) for place, label in labelled]
        for head, labelled in given.items()
    }
    made.claims = [
        (_pieces(one, place, first, last), kinds) for place, kinds in told.claims.items()
    ]


def _pieces(one: Example, place: Place, first: int, last: int) -> list[int]:
    return [i - first for i in one.cut.covering(*place) if first <= i < last]


__all__ = ["Batch", "Marked", "Role", "Unmarked", "batch"]
