"""Opinions: what the trained reader thinks of an article and of each event told in it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Final

import numpy as np

from extract.reader.label import OUTSIDE, ROLES, Role
from extract.reader.network import Floats, Integers, Network
from extract.reader.pieces import Cut
from extract.reader.stretch import Stretch, stretches
from extract.reader.window import windows

_KEPT: Final = 16
"""Windows whose lower half is kept: all of any usual article, a bounded share of a long one."""
LEAST_ANCHOR: Final = 0.3
LEAST_ROLE: Final = 0.2
"""Words less likely than this are never candidates."""

Place = tuple[int, int]
"""Start and end of words in the text."""


@dataclass(frozen=True)
class Opinion:
    """What the reader thinks of one event, given the words that tell of it.

    Attributes:
        cut: The pieces of the windows in which the words of the event stand.
        chance: Probability (not calibrated) that the words tell of an event at all.
        types, statuses: Probabilities by ``label.TYPES`` and ``label.STATUSES``.
        roles: Shape (pieces, roles, 3): outside, begins, goes on.
        bases, kinds, certainties, claims: Shape (pieces, labels): of words, should they be a
            perpetrator, a target, a speaker, a speaker.
        same: Probability that another event of the article is the same, by its number.
    """

    cut: Cut
    chance: float
    types: Floats
    statuses: Floats
    roles: Floats
    bases: Floats
    kinds: Floats
    certainties: Floats
    claims: Floats
    same: dict[int, float] = field(default_factory=dict)

    @cached_property
    def inside(self) -> Floats:
        """Shape (pieces, roles): probability of belonging to a role at all."""
        return np.asarray(1 - self.roles[:, :, OUTSIDE], np.float32)

    def of(self, role: Role, start: int, end: int) -> float:
        """Mean probability of the pieces of ``[start, end)`` for a role."""
        pieces = self.cut.covering(start, end)
        return float(self.inside[pieces, ROLES.index(role)].mean()) if pieces else 0.0

    def stretches(self, role: Role) -> list[Stretch]:
        """The words that may play a role."""
        return stretches(self.cut, self.roles[:, ROLES.index(role)], LEAST_ROLE)

    def likeliest(self, values: Floats, start: int, end: int) -> int:
        """The likeliest label of words, by one of the arrays over pieces; else the first."""
        pieces = self.cut.covering(start, end)
        return int(values[pieces].mean(0).argmax()) if pieces else 0


class Opinions:
    """The reader at work on one article: event words first, then each event."""

    def __init__(self, network: Network, text: str) -> None:
        self.network = network
        self.cut = network.pieces.cut(text)
        self._windows = windows(len(self.cut.ids)) if self.cut.ids else []
        self._lower = lru_cache(maxsize=_KEPT)(self._read)

    def anchors(self) -> list[Stretch]:
        """Words that tell of an event, wherever they stand."""
        length = len(self.cut.ids)
        if not length:
            return []
        total, seen = np.zeros((length, 3), np.float32), np.zeros((length, 1), np.float32)
        for number, (first, last) in enumerate(self._windows):
            thought = self._think(number, np.zeros(last - first, np.int64))
            total[first:last] += softmax(self.network.head("anchor", thought))
            seen[first:last] += 1
        return stretches(self.cut, total / seen, LEAST_ANCHOR)

    def events(
        self, events: Sequence[Sequence[Place]], asked: Collection[int] | None = None
    ) -> list[Opinion | None]:
        """What the reader thinks of each event; ``None`` where it sees none of its words.

        Args:
            events: The places of the words that tell of each event.
            asked: Numbers of the events to think about; all when not given.
        """
        pieces = [sorted({i for place in one for i in self.cut.covering(*place)}) for one in events]
        return [
            self._event(number, pieces) if asked is None or number in asked else None
            for number in range(len(events))
        ]

    def _event(self, number: int, events: Sequence[Sequence[int]]) -> Opinion | None:
        mine = events[number]
        seen_in = [
            window
            for window, (first, last) in enumerate(self._windows)
            if any(first <= piece < last for piece in mine)
        ]
        if not seen_in:
            return None
        numbers = sorted({i for window in seen_in for i in range(*self._windows[window])})
        place_of = {piece: place for place, piece in enumerate(numbers)}
        length = len(numbers)
        roles = np.zeros((length, len(ROLES), 3), np.float32)
        roles[:, :, OUTSIDE] = 1
        seen = np.zeros(length, np.float32)
        sides: dict[str, Floats] = {
            name: np.zeros((length, self.network.heads[name + ".b"].shape[0]), np.float32)
            for name in ("basis", "kind", "certainty", "claim")
        }
        views = []
        for window in seen_in:
            first, last = self._windows[window]
            marks = np.zeros(last - first, np.int64)
            inside = [[i - first for i in one if first <= i < last] for one in events]
            for other, places in enumerate(inside):
                if other != number:
                    marks[places] = 2
            marks[inside[number]] = 1
            thought = self._think(window, marks)
            told = softmax(self.network.head("role", thought).reshape(-1, len(ROLES), 3))
            here = slice(place_of[first], place_of[first] + last - first)
            before = seen[here, None, None]
            roles[here] = (roles[here] * before + told) / (before + 1)
            seen[here] += 1
            for name, values in sides.items():
                scores = self.network.head(name, thought)
                values[here] = sigmoid(scores) if name == "claim" else softmax(scores)
            views.append(self._view(thought, number, inside))
        chance, types, statuses, same = max(views, key=lambda view: view[0])
        return Opinion(
            self.cut.part(numbers),
            chance,
            types,
            statuses,
            roles,
            sides["basis"],
            sides["kind"],
            sides["certainty"],
            sides["claim"],
            same,
        )

    def _view(
        self, thought: Floats, number: int, inside: Sequence[Sequence[int]]
    ) -> tuple[float, Floats, Floats, dict[int, float]]:
        """What one window says of the event as a whole."""
        net = self.network
        mine = thought[inside[number]].mean(0)
        same = {
            other: float(sigmoid(self._pair(mine, thought[places].mean(0))))
            for other, places in enumerate(inside)
            if other != number and places
        }
        return (
            float(sigmoid(net.head("valid", mine)[0])),
            softmax(net.head("event_type", mine)),
            softmax(net.head("status", mine)),
            same,
        )

    def _pair(self, one: Floats, other: Floats) -> Floats:
        a, b = self.network.head("same_one", one), self.network.head("same_other", other)
        return np.asarray(self.network.head("same", np.concatenate([a, b, a * b]))[0], np.float32)

    def _read(self, window: int) -> tuple[Floats, Floats]:
        """The lower half on one window."""
        first, last = self._windows[window]
        return self.network.read([self.cut.ids[first:last]])

    def _think(self, window: int, marks: Integers) -> Floats:
        """The upper half on one window, without the signs for beginning and end."""
        lower, mask = self._lower(window)
        framed = np.concatenate([[0], marks, [0]])[None]
        thought = self.network.think(lower, mask, framed)[0, 1:-1]
        return np.asarray(thought, np.float32)


def softmax(values: Floats) -> Floats:
    """Probabilities out of raw scores, over the last axis."""
    powers = np.exp(values - values.max(-1, keepdims=True))
    return np.asarray(powers / powers.sum(-1, keepdims=True), np.float32)


def sigmoid(value: float | Floats) -> Floats:
    """Probability out of a raw score."""
    return np.asarray(1 / (1 + np.exp(-value)), np.float32)
