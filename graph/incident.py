"""Incidents: what the affirmed claims about one event say, as far as it tells events apart."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Final

import pyoxigraph as ox

from graph.database import Database, Pattern
from graph.mapping import mint
from graph.vocabulary import GAZETTEER, PROPOSITIONS, V
from ontology.namespace import CEV, CODE

_MOST_DAYS: Final = 3
_EXACT: Final = frozenset(
    {str(CODE.spatial_site), str(CODE.spatial_neighbourhood), str(CODE.spatial_town)}
)
_PLACE: Final = str(mint.known("place", ""))
READ: Final[tuple[Pattern, ...]] = (
    (None, V.type, V.Event, None),
    *((None, name, None, None) for name in (V.reportedIn, V.generated, V.proposition)),
    *((None, ox.NamedNode(name), None, None) for name in (CEV.eventType, CEV.eventStatus)),
    (None, ox.NamedNode(CEV.polarity), ox.NamedNode(CODE.affirmed), None),
    (None, ox.NamedNode(CEV.memberOf), None, GAZETTEER),
    (None, None, None, PROPOSITIONS),
)
"""All that is read here, for a database that is better copied than looked into."""

Span = tuple[date, date]
Telling = tuple[str, str, frozenset[str], frozenset[str], frozenset[str], Span | None]


@dataclass(slots=True)
class Incident:
    """What decides about one event: the IRIs of what its affirmed claims say.

    ``bodies`` has, for each perpetrator and target, all bodies of which it is a part.
    """

    event: str
    document: str = ""
    type: str = ""
    status: str = ""
    run: str = ""
    places: set[str] = field(default_factory=set)
    targets: set[str] = field(default_factory=set)
    perpetrators: set[str] = field(default_factory=set)
    spans: list[Span] = field(default_factory=list)
    bodies: dict[str, frozenset[str]] = field(default_factory=dict)

    @property
    def telling(self) -> Telling:
        """All that decides whether it fits another event."""
        return (
            self.type,
            self.status,
            frozenset(self.places),
            frozenset(self.targets),
            frozenset(self.perpetrators),
            self.span,
        )

    @property
    def span(self) -> Span | None:
        """First and last day on which it may have been, if that is known closely enough."""
        if not self.spans:
            return None
        first, last = max(s[0] for s in self.spans), min(s[1] for s in self.spans)
        days = (last - first).days + 1
        return (first, last) if 1 <= days <= _MOST_DAYS else None

    def shared(self, other: Incident, mine: set[str], theirs: set[str]) -> set[str]:
        """What of ``mine`` is among ``theirs``, as itself, as a part or as the whole.

        An army and its state may be one perpetrator, named closely here and broadly there; two
        branches of one army are not.
        """
        return {
            one
            for one in mine
            for two in theirs
            if one == two
            or two in self.bodies.get(one, frozenset())
            or one in other.bodies.get(two, frozenset())
        }

    @property
    def sites(self) -> set[str]:
        """Known places at which it was or at which it was aimed."""
        return self.places | {target for target in self.targets if target.startswith(_PLACE)}


def incidents(database: Database) -> list[Incident]:
    """Read every event of the store, sorted by IRI."""
    found = {
        str(_iri(quad.subject)): Incident(event=_iri(quad.subject))
        for quad in database.quads_for_pattern(None, V.type, V.Event)
    }
    for event in found.values():
        _read_event(database, event)
    for proposition in _affirmed(database):
        _read_proposition(database, proposition, found)
    return [found[name] for name in sorted(found)]


def _read_event(database: Database, event: Incident) -> None:
    for quad in database.quads_for_pattern(ox.NamedNode(event.event), None, None):
        value = _iri(quad.object)
        if quad.predicate == V.reportedIn:
            event.document = value
            document = ox.NamedNode(value)
            runs = database.quads_for_pattern(document, V.generated, None, quad.graph_name)
            event.run = min((_iri(run.object) for run in runs), default="")
        elif quad.predicate.value == str(CEV.eventType):
            event.type = value
        elif quad.predicate.value == str(CEV.eventStatus):
            event.status = value


def _affirmed(database: Database) -> set[ox.NamedNode]:
    """Propositions that somebody affirms."""
    affirmed = ox.NamedNode(CODE.affirmed)
    return {
        stated.object
        for claim in database.quads_for_pattern(None, ox.NamedNode(CEV.polarity), affirmed)
        for stated in database.quads_for_pattern(
            claim.subject, V.proposition, None, claim.graph_name
        )
        if isinstance(stated.object, ox.NamedNode)
    }


def _read_proposition(
    database: Database, proposition: ox.NamedNode, found: dict[str, Incident]
) -> None:
    content = {
        quad.predicate.value: quad.object
        for quad in database.quads_for_pattern(proposition, None, None, PROPOSITIONS)
    }
    event = found.get(_iri(content.get(str(CEV.about))))
    if event is None:
        return
    kind = _iri(content.get(V.type.value))
    if kind == str(CEV.Placement) and _iri(content.get(str(CEV.spatialPrecision))) in _EXACT:
        event.places |= _known(content.get(str(CEV.place)))
    elif kind == str(CEV.Participation):
        who = _known(content.get(str(CEV.participant)))
        role = _iri(content.get(str(CEV.role)))
        event.targets |= who if role == str(CODE.target) else set()
        event.perpetrators |= who if role == str(CODE.perpetrator) else set()
        event.bodies.update({party: _bodies(database, party) for party in who})
    elif kind == str(CEV.Dating):
        event.spans.append((_day(content[str(CEV.earliest)]), _day(content[str(CEV.latest)])))


def _bodies(database: Database, party: str) -> frozenset[str]:
    """All that a party is a part of, as far as the reference data know."""
    found: set[str] = set()
    queue = [party]
    while queue:
        node = ox.NamedNode(queue.pop())
        for quad in database.quads_for_pattern(node, ox.NamedNode(CEV.memberOf), None, GAZETTEER):
            body = _iri(quad.object)
            if body not in found:
                found.add(body)
                queue.append(body)
    return frozenset(found)


def _known(term: object) -> set[str]:
    iri = _iri(term)
    return {iri} if iri and "/x-" not in iri else set()


def _iri(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode) else ""


def _day(term: object) -> date:
    assert isinstance(term, ox.Literal)  # the shapes let nothing else through
    return date.fromisoformat(term.value)
