"""Events of different documents that are one: linked, with the reason, never merged.

Two events are *compatible* when

* they are of the same type, or of types by which one act goes in different articles (the table
  ``link.yaml``), and both are told as having happened;
* each is placed at the same known site, neighbourhood or town, or aimed at the same known facility;
* their days overlap, and each is known to within three days;
* they name a known target in common, or a known perpetrator in common, besides the place; and where
  both name known targets (or known perpetrators), these are not wholly different. An army and its
  state count as the same; two branches of an army do not.

A shared place and day are never enough: one base may be hit twice in a day. Two compatible events
are linked only when every further event that is compatible with one of them is so with the other,
and when neither is compatible with two events of one document. So a vague report that would fit two
different attacks is linked to neither, and no chain of links joins events that do not fit each
other.

The links depend on what the store holds and on nothing else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations, combinations_with_replacement
from typing import Final

import pyoxigraph as ox
from rdflib import XSD

from graph.database import Database
from graph.incident import Incident, Span, Telling, incidents
from graph.kinship import kinship
from graph.mapping import mint
from graph.vocabulary import LINKS, V
from ontology.namespace import CEV, CODE

_MOST_PAIRED: Final = 20
_REAL: Final = frozenset({str(CODE.status_happened), str(CODE.status_background)})


def links(database: Database) -> set[ox.Quad]:
    """Judge all events of a store.

    Returns:
        The quads of the ``links`` graph, one ``EventLink`` for each pair that is one event.
    """
    found: set[ox.Quad] = set()
    for one, other in same(incidents(database)):
        found |= set(_link(one, other))
    return found


def same(events: Iterable[Incident]) -> Iterator[tuple[Incident, Incident]]:
    """Yield the pairs of events that are one, each pair and all pairs in the order of their IRIs.

    Up to twenty reports of one event are all paired with each other; of more, each is paired with
    the first, so that the links stay as many as the reports.
    """
    found = [pair for group in _groups(events) for pair in _paired(group)]
    yield from sorted(found, key=lambda pair: (pair[0].event, pair[1].event))


def _paired(group: list[Incident]) -> Iterable[tuple[Incident, Incident]]:
    ordered = sorted(group, key=lambda event: event.event)
    if len(ordered) <= _MOST_PAIRED:
        return combinations(ordered, 2)
    return ((ordered[0], other) for other in ordered[1:])


def _groups(events: Iterable[Incident]) -> Iterator[list[Incident]]:
    """Events that all fit each other and the same further events.

    Whether two events fit depends on what is told of them alone, so those that tell the same are
    judged as one.
    """
    alike: dict[Telling, list[Incident]] = defaultdict(list)
    for event in events:
        alike[event.telling].append(event)
    circles: dict[frozenset[Telling], list[Telling]] = defaultdict(list)
    for telling, circle in _circles(alike).items():
        circles[frozenset(circle)].append(telling)
    for fitting, members in circles.items():
        documents = [event.document for telling in fitting for event in alike[telling]]
        if len(set(documents)) == len(documents):
            yield [event for telling in members for event in alike[telling]]


def _circles(alike: dict[Telling, list[Incident]]) -> dict[Telling, set[Telling]]:
    """What each telling is compatible with, itself included."""
    blocks: dict[str, list[Incident]] = defaultdict(list)
    for first, *_ in alike.values():
        for site in first.sites:
            blocks[site].append(first)
    found: dict[Telling, set[Telling]] = defaultdict(set)
    for block in blocks.values():
        for one, other in combinations_with_replacement(block, 2):
            if is_compatible(one, other):
                found[one.telling].add(other.telling)
                found[other.telling].add(one.telling)
    return found


def is_compatible(one: Incident, other: Incident) -> bool:
    """Whether two events of different documents may be one, by the rules of this module."""
    return bool(
        kinship().are_kin(one.type, other.type)
        and one.status in _REAL
        and other.status in _REAL
        and one.sites & other.sites
        and _overlap(one.span, other.span)
        and (_targets(one, other) or not (one.targets and other.targets))
        and (_perpetrators(one, other) or not (one.perpetrators and other.perpetrators))
        and _further_evidence(one, other)
    )


def _overlap(one: Span | None, other: Span | None) -> bool:
    return one is not None and other is not None and one[0] <= other[1] and other[0] <= one[1]


def _targets(one: Incident, other: Incident) -> set[str]:
    return one.shared(other, one.targets, other.targets)


def _perpetrators(one: Incident, other: Incident) -> set[str]:
    return one.shared(other, one.perpetrators, other.perpetrators)


def _further_evidence(one: Incident, other: Incident) -> set[str]:
    """What the two share besides the one place that brings them together."""
    shared = _targets(one, other) | _perpetrators(one, other)
    places = one.sites & other.sites
    return shared - places if len(places) == 1 else shared


def _link(one: Incident, other: Incident) -> Iterator[ox.Quad]:
    pair = f"{one.event} {other.event}"
    node = ox.NamedNode(f"{mint.ID}link/{mint.digest(pair)}")
    arabic, english = _reason(one, other)
    decimal = ox.NamedNode(XSD.decimal)
    pairs: list[tuple[ox.NamedNode, ox.NamedNode | ox.Literal]] = [
        (V.type, V.EventLink),
        (V.linkedEvent, ox.NamedNode(one.event)),
        (V.linkedEvent, ox.NamedNode(other.event)),
        (ox.NamedNode(CEV.linkReason), ox.Literal(arabic, language="ar")),
        (ox.NamedNode(CEV.linkReason), ox.Literal(english, language="en")),
        (ox.NamedNode(CEV.linkScore), ox.Literal(_score(one, other), datatype=decimal)),
    ]
    runs = [run for run in (one.run, other.run) if run]
    if runs:  # a link is judged from what these runs read, not by a run of its own
        pairs.append((V.generated, ox.NamedNode(min(runs))))
    for predicate, value in pairs:
        yield ox.Quad(node, predicate, value, LINKS)


def _score(one: Incident, other: Incident) -> str:
    """How sure the link is, from 0.6 to 1.

    0.6, and a tenth more each for the same type, day, target and perpetrator.
    """
    same_day = one.span == other.span and one.span is not None and one.span[0] == one.span[1]
    marks = [
        one.type == other.type,
        same_day,
        _targets(one, other),
        _perpetrators(one, other),
    ]
    tenths = 6 + sum(1 for mark in marks if mark)
    return "1" if tenths == 10 else f"0.{tenths}"


def _reason(one: Incident, other: Incident) -> tuple[str, str]:
    is_same_type = one.type == other.type
    arabic = ["النوع نفسه" if is_same_type else "نوعان متقاربان", "تاريخ متقاطع", "المكان نفسه"]
    english = [
        "same type" if is_same_type else "related types",
        "overlapping dates",
        "same place",
    ]
    if _targets(one, other):
        arabic.append("هدف مشترك")
        english.append("a target in common")
    if _perpetrators(one, other):
        arabic.append("منفّذ مذكور مشترك")
        english.append("a named perpetrator in common")
    return "، ".join(arabic), ", ".join(english)
