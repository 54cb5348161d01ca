"""Examples: a labelled article as the network sees it, with the right answers at their places.

A labelled fact gives its words once, wherever the article may repeat them. The occurrence nearest
to the event word is taken as meant; the others are neither right nor wrong and teach nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from benchmarks.quality import pairing
from benchmarks.quality.labelled import Article
from benchmarks.quality.sheet import Claim, Event, Sheet
from extract.reader.label import BASES, CERTAINTIES, CLAIMS, KINDS, Role
from extract.reader.pieces import Cut, Pieces
from extract.record import Record

Place = tuple[int, int]

_PROCLITICS: Final = "وفبكلس"
_AMPLE: Final = 1.6
"""Likeness at which an event that the rules tell twice is taken for a labelled one."""
_LISTS: Final = {
    "perpetrators": Role.PERPETRATOR,
    "targets": Role.TARGET,
    "weapons": Role.WEAPON,
    "launched_from": Role.LAUNCH,
}


@dataclass(eq=False)
class Told:
    """One labelled event.

    Attributes:
        event: Its labels.
        anchor: Where its event word stands.
        again: Where other words name it.
        places: Where the words of each role stand.
        open: Places of each role that are neither right nor wrong.
        unknown: Roles that the labels leave open altogether.
        bases, kinds, certainties: Numbers of the labels of perpetrators, targets, speakers.
        claims: Numbers of the kinds of claim that the speaker at a place makes.
    """

    event: Event
    anchor: Place
    again: list[Place]
    places: dict[Role, list[Place]] = field(default_factory=lambda: {role: [] for role in Role})
    open: dict[Role, list[Place]] = field(default_factory=lambda: {role: [] for role in Role})
    unknown: set[Role] = field(default_factory=set)
    bases: list[tuple[Place, int]] = field(default_factory=list)
    kinds: list[tuple[Place, int]] = field(default_factory=list)
    certainties: list[tuple[Place, int]] = field(default_factory=list)
    claims: dict[Place, set[int]] = field(default_factory=dict)

    def put(self, role: Role, words: str | None, text: str) -> Place | None:
        """Note words in a role at their occurrence nearest to the event word."""
        found = occurrences(text, words)
        if not found:
            return None
        nearest = min(found, key=lambda place: abs(place[0] - self.anchor[0]))
        self.places[role].append(nearest)
        self.open[role] += [place for place in found if place != nearest]
        return nearest


@dataclass(eq=False)
class Guessed:
    """One event as the rules tell it.

    Attributes:
        anchors: Where its event words stand.
        owed: The labelled event that it is paired with.
        like: The labelled event that it tells, paired or told twice.
    """

    anchors: list[Place]
    owed: Told | None = None
    like: Told | None = None


@dataclass(eq=False)
class Example:
    """One article: its pieces, the labelled events and the rules' events.

    ``decoys``: places of words that look like events and are none, see ``decoy``.
    """

    id: str
    lang: str
    cut: Cut
    told: list[Told]
    guessed: list[Guessed]
    decoys: list[Place] = field(default_factory=list)


def example(article: Article, record: Record, pieces: Pieces) -> Example:
    """Make an example of a labelled article and what the rules find in it."""
    text, sheet = article.document.text, article.sheet
    told = [one for one in (_told(event, text) for event in sheet.events) if one is not None]
    guessed = _guessed(told, record)
    return Example(sheet.id, sheet.lang, pieces.cut(text), told, guessed)


def occurrences(text: str, words: str | None) -> list[Place]:
    """Where words stand whole, an Arabic proclitic before them allowed; else their first place."""
    found: list[Place] = []
    start = text.find(words) if words else -1
    first = start
    while words and start >= 0:
        end = start + len(words)
        before, behind = text[start - 1 : start], text[end : end + 1]
        if not behind.isalnum() and (not before.isalnum() or before in _PROCLITICS):
            found.append((start, end))
        start = text.find(words, start + 1)
    return found or ([(first, first + len(words))] if words and first >= 0 else [])


def _told(event: Event, text: str) -> Told | None:
    found = occurrences(text, event.anchor)
    if not found:
        return None
    named = [thing.written for role in _LISTS for thing in event.role(role)]
    around = [place[0] for words in named for place in occurrences(text, words)]
    anchor = min(found, key=lambda place: min((abs(place[0] - x) for x in around), default=0))
    again = [place for words in event.again or () for place in occurrences(text, words)]
    told = Told(event, anchor, again)
    told.places[Role.AGAIN] = [anchor, *again]
    if event.again is None:
        told.unknown.add(Role.AGAIN)
    _things(told, text)
    _tolls(told, text)
    for claim in event.attributions:
        _claim(told, claim, text)
    for role, places in told.places.items():
        told.open[role] = [place for place in told.open[role] if place not in places]
    return told


def _things(told: Told, text: str) -> None:
    for name, role in _LISTS.items():
        for thing in told.event.role(name):
            place = told.put(role, thing.written, text)
            if place is not None and thing.basis in BASES:
                told.bases.append((place, BASES.index(thing.basis)))
            if place is not None and thing.kind in KINDS:
                told.kinds.append((place, KINDS.index(thing.kind)))
    if told.event.place is not None:
        told.put(Role.PLACE, told.event.place.written, text)


def _tolls(told: Told, text: str) -> None:
    for role, toll in ((Role.KILLED, told.event.killed), (Role.WOUNDED, told.event.wounded)):
        if toll is not None and toll.text:
            told.put(role, toll.text, text)
        elif toll is not None:
            told.unknown.add(role)


def _claim(told: Told, claim: Claim, text: str) -> None:
    """Speaker and cue are those that stand nearest to each other."""
    sources, cues = occurrences(text, claim.source_text), occurrences(text, claim.cue)
    near = told.anchor[0]
    some: list[Place | None] = [*sources] or [None]
    others: list[Place | None] = [*cues] or [None]
    pairs = [(source, cue) for source in some for cue in others]

    def apart(pair: tuple[Place | None, Place | None]) -> float:
        source, cue = pair
        if source is None or cue is None:
            return abs((source or cue or told.anchor)[0] - near)
        return abs(source[0] - cue[0]) + 0.1 * abs(source[0] - near)

    source, cue = min(pairs, key=apart)
    if cue is not None:
        told.places[Role.CUE].append(cue)
    if source is None:
        return
    if source not in told.places[Role.SOURCE]:
        told.places[Role.SOURCE].append(source)
    told.open[Role.SOURCE] += [place for place in sources if place != source]
    told.claims.setdefault(source, set()).add([str(c) for c in CLAIMS].index(claim.claim))
    if claim.certainty in CERTAINTIES:
        told.certainties.append((source, CERTAINTIES.index(claim.certainty)))


def _guessed(told: Sequence[Told], record: Record) -> list[Guessed]:
    said = Sheet.of(record.model_dump(mode="json")).events
    owed = {id(one.event): one for one in told}
    pairs = {
        id(b): owed[id(a)] for a, b in pairing.pair([t.event for t in told], said, pairing.events)
    }
    found = []
    for event, sheet in zip(record.events, said, strict=True):
        one = Guessed([(event.start, event.end), *((m.start, m.end) for m in event.mentions)])
        one.owed = pairs.get(id(sheet))
        one.like = one.owed or _like(one.anchors, sheet, told)
        found.append(one)
    return found


def _like(anchors: Sequence[Place], said: Event, told: Sequence[Told]) -> Told | None:
    """The labelled event that an unpaired one tells a second time."""
    for one in told:
        if any(a < one.anchor[1] and one.anchor[0] < b for a, b in anchors):
            return one
    best = max(told, key=lambda one: pairing.events(one.event, said), default=None)
    if best is not None and pairing.events(best.event, said) >= _AMPLE:
        return best
    return None
