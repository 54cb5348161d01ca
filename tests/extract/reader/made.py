"""Opinions made by hand: which words the reader would take for what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from extract.analysis import Analysis, Mention, MentionKind, Predication, Words
from extract.assemble.cluster import Cluster, Scene
from extract.reader.judge import Matter
from extract.reader.label import (
    BASES,
    BEGINS,
    CERTAINTIES,
    CLAIMS,
    GOES_ON,
    KINDS,
    OUTSIDE,
    ROLES,
    STATUSES,
    TYPES,
    Role,
)
from extract.reader.opinion import Opinion
from extract.reader.pieces import Cut
from extract.reader.view import View
from extract.record import Basis, ClaimKind


def cut(text: str) -> Cut:
    """Every word a piece."""
    spans = []
    start = 0
    for word in text.split(" "):
        spans.append((start, start + len(word)))
        start += len(word) + 1
    return Cut(text, tuple(range(len(spans))), tuple(spans))


def opinion(
    text: str,
    words: Mapping[Role, Mapping[str, float]],
    *,
    claims: Mapping[ClaimKind, float] | None = None,
    basis: Basis = Basis.ATTRIBUTED,
) -> Opinion:
    """The reader gives the words of each role a probability, and all others none."""
    pieces = cut(text)
    roles = np.zeros((len(pieces.ids), len(ROLES), 3), np.float32)
    roles[:, :, OUTSIDE] = 1
    for role, chances in words.items():
        for phrase, chance in chances.items():
            start = text.index(phrase)
            for place, piece in enumerate(pieces.covering(start, start + len(phrase))):
                label = GOES_ON if place else BEGINS
                roles[piece, ROLES.index(role)] = 0
                roles[piece, ROLES.index(role), OUTSIDE] = 1 - chance
                roles[piece, ROLES.index(role), label] = chance
    number = len(pieces.ids)
    bases = np.zeros((number, len(BASES)), np.float32)
    bases[:, BASES.index(basis)] = 1
    claimed = np.zeros((number, len(CLAIMS)), np.float32)
    for kind, chance in (claims or {}).items():
        claimed[:, CLAIMS.index(kind)] = chance
    return Opinion(
        pieces,
        0.9,
        np.full(len(TYPES), 1 / len(TYPES), np.float32),
        np.full(len(STATUSES), 1 / len(STATUSES), np.float32),
        roles,
        bases,
        np.full((number, len(KINDS)), 1 / len(KINDS), np.float32),
        np.full((number, len(CERTAINTIES)), 1 / len(CERTAINTIES), np.float32),
        claimed,
    )


def view(made: Opinion) -> View:
    """The event is sure to be one."""
    return View(made, 4.0)


def analysis(text: str, *mentions: Mention) -> Analysis:
    """One sentence with some known mentions."""
    return Analysis(sentences=[(0, len(text))], mentions=list(mentions))


def words(text: str, phrase: str) -> Words:
    start = text.index(phrase)
    return Words(start, start + len(phrase), phrase, 0)


def mention(text: str, phrase: str, kind: MentionKind) -> Mention:
    return Mention(words(text, phrase), kind)


def event(text: str, anchor: str) -> Cluster:
    """An event with one event word."""
    one = Cluster()
    told = Predication(words(text, anchor), None, "test")
    one.add(0, told, Scene({}, [], None))
    return one


class Even:
    """A judge that takes the reader's own probability, and believes it from one half on."""

    def chance(self, matter: Matter, features: Sequence[float], about: object = None) -> float:  # noqa: ARG002
        odds = features[3] if matter is Matter.CLAIM else features[2]
        return float(1 / (1 + np.exp(-odds)))

    def accepts(self, matter: Matter, chance: float) -> bool:  # noqa: ARG002
        return chance >= 0.5
