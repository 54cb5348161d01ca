"""Every fact of an event as a proposition."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import XSD, Literal, URIRef

from extract.record import (
    CasualtyEstimate,
    Damage,
    Dating,
    Event,
    LaunchPlace,
    Motive,
    Participant,
    Place,
    SpatialPrecision,
    Target,
    TargetKind,
    Weapon,
)
from extract.span import Found
from graph.error import MappingError
from graph.mapping import mint
from graph.mapping.entities import EntityTable
from graph.mapping.evidence import Evidence
from graph.mapping.names import clean, day, language_of, whole, worded
from graph.mapping.naming import is_somebody
from graph.mapping.proposition import Fact, Pair, Proposition, about
from graph.mapping.weapon import victims, weapon
from ontology.code import code
from ontology.namespace import CEV, CODE, Scheme

# Statuses of an event that has not come about; its occurrence is claimed as that.
UNREAL = frozenset({"threatened", "planned"})

_FACILITIES = {
    TargetKind.BASE: "military_base",
    TargetKind.MILITARY_POSITION: "military_post",
    TargetKind.INFRASTRUCTURE: "other",
}
_PRECISIONS = {
    SpatialPrecision.SITE: "site",
    SpatialPrecision.TOWN: "town",
    SpatialPrecision.DISTRICT: "district",
    SpatialPrecision.ADMIN1: "province",
    SpatialPrecision.COUNTRY: "country",
}
_PARTIES = {
    TargetKind.ARMED_GROUP: "armed_group",
    TargetKind.STATE_FORCES: "state_forces",
    TargetKind.PERSON: "person",
    TargetKind.CIVILIANS: "civilians",
}


class FactMaker:
    """Turns the facts of a document's events into propositions."""

    def __init__(self, key: str, lang: str, table: EntityTable, evidence: Evidence) -> None:
        """Collect entities in ``table`` and mentions in ``evidence``."""
        self._key = key
        self._lang = lang
        self._table = table
        self._evidence = evidence

    def facts(self, event: Event) -> Iterator[Fact]:
        """Yield every fact of an event, its occurrence first.

        Raises:
            MappingError: A day is none.
        """
        node = mint.event(self._key, event.id)
        yield Fact("type", self._occurrence(node, event), event)
        if event.dating is not None:
            yield Fact("dating", self._dating(node, event, event.dating), event.dating)
        if event.place is not None:
            yield Fact("place", self._placed(node, CEV.Placement, event.place), event.place)
        for number, who in enumerate(event.perpetrators):
            yield Fact(f"perpetrators/{number}", self._party(node, who, CODE.perpetrator), who)
        for number, chief in enumerate(event.ordered_by):
            yield Fact(f"ordered_by/{number}", self._party(node, chief, CODE.ordered_by), chief)
        for number, target in enumerate(event.targets):
            yield Fact(f"targets/{number}", self._target(node, target), target)
            if target.owner is not None:
                yield Fact(owner_of(f"targets/{number}"), self._owner(node, target), target)
        yield from self._means(node, event)
        yield from self._effects(node, event)
        if event.caused_by is not None:
            cause = event.cause or event
            yield Fact("caused_by", self._response(node, event.caused_by), cause)

    def place_of(self, event: Event) -> URIRef | None:
        """Return the node of the event's place, or none."""
        return self._place(event.place) if event.place else None

    def _means(self, node: URIRef, event: Event) -> Iterator[Fact]:
        for number, used in enumerate(event.weapons):
            yield Fact(f"weapons/{number}", self._weapon(node, used), used)
        for number, start in enumerate(event.launched_from):
            launch = self._placed(node, CEV.Launch, start)
            yield Fact(f"launched_from/{number}", launch, start)

    def _effects(self, node: URIRef, event: Event) -> Iterator[Fact]:
        for number, toll in enumerate(event.casualties):
            yield Fact(f"casualties/{number}", self._casualties(node, toll), toll)
        for number, damage in enumerate(event.damages):
            yield Fact(f"damages/{number}", self._damage(node, damage), damage)
        for number, motive in enumerate(event.motives):
            yield Fact(f"motives/{number}", self._motive(node, motive), motive)

    def _occurrence(self, node: URIRef, event: Event) -> Proposition:
        kind = (CEV.claimedEventType, code(Scheme.EVENT_TYPE, event.type))
        unreal: Pair | None = None
        if event.status in UNREAL:
            unreal = (CEV.claimedStatus, code(Scheme.EVENT_STATUS, event.status))
        return about(node, CEV.Occurrence, kind, unreal)

    def _dating(self, node: URIRef, event: Event, dating: Dating) -> Proposition:
        what = f"event {event.id}"
        return about(
            node,
            CEV.Dating,
            (CEV.earliest, day(dating.earliest, what)),
            (CEV.latest, day(dating.latest, what)),
            (CEV.temporalPrecision, code(Scheme.TEMPORAL_PRECISION, dating.precision)),
        )

    def _place(self, place: Place) -> URIRef:
        mention = self._evidence.mention(place)
        return self._table.place(place.text, place.canonical_en, place.entity, mention)

    def _placed(self, node: URIRef, kind: URIRef, place: Place | LaunchPlace) -> Proposition:
        where = self._place(place)
        precision = self._table.precision(
            where, _PRECISIONS[place.precision] if place.precision else "region"
        )
        return about(node, kind, (CEV.place, where), (CEV.spatialPrecision, precision))

    def _party(self, node: URIRef, who: Participant, role: URIRef) -> Proposition:
        mention = self._evidence.mention(who)
        actor = self._table.actor(who.text, who.canonical_en, who.entity, mention)
        return about(node, CEV.Participation, (CEV.role, role), (CEV.participant, actor))

    def _target(self, node: URIRef, target: Target) -> Proposition:
        return about(
            node,
            CEV.Participation,
            (CEV.role, CODE.target),
            (CEV.participant, self._aim(target)),
            (CEV.targetKind, code(Scheme.TARGET_KIND, target.kind)),
            *_counted(target.count, target.count),
        )

    def _owner(self, node: URIRef, target: Target) -> Proposition:
        """Whoever hits somebody's position hits its owner: a target besides the position."""
        owner = target.owner
        assert owner is not None
        mention = self._evidence.mention(owner)
        party = self._table.actor(owner.text, owner.canonical_en, owner.entity, mention)
        return about(
            node,
            CEV.Participation,
            (CEV.role, CODE.target),
            (CEV.participant, party),
            (CEV.targetKind, code(Scheme.TARGET_KIND, target.kind)),
        )

    def _aim(self, target: Target) -> URIRef:
        mention = self._evidence.mention(target)
        name = (target.text, target.canonical_en)
        if target.entity is not None and self._table.is_known(target.entity):
            return self._table.party(*name, target.entity, mention)
        if target.kind in _PARTIES:
            return self._table.actor(
                *name,
                None,
                mention,
                kind=_PARTIES[target.kind],
                only_here=target.kind is TargetKind.CIVILIANS
                or is_somebody(target.canonical_en or target.text),
            )
        if target.kind in _FACILITIES:
            return self._table.facility(*name, _FACILITIES[target.kind], mention)
        return self._table.thing(*name, mention)

    def _weapon(self, node: URIRef, used: Weapon) -> Proposition:
        return about(
            node,
            CEV.WeaponUse,
            (CEV.weaponType, weapon(used.canonical_en) or CODE.weapon_other),
            (CEV.words, self._words(used)),
            *_counted(used.count, used.count),
        )

    def _casualties(self, node: URIRef, toll: CasualtyEstimate) -> Proposition:
        who = victims(toll.victims)
        side = self._side(toll)
        victim_words: Pair | None = None
        if toll.victims and who is None and side is None:
            victim_words = (CEV.words, self._named(toll.victims))
        uncounted = toll.low is None and toll.high is None
        return about(
            node,
            CEV.CasualtyEstimate,
            (CEV.casualtyStatus, code(Scheme.CASUALTY_STATUS, toll.status)),
            (CEV.victimClass, who or CODE.victim_any),
            (CEV.victimAffiliation, side) if side else None,
            (CEV.words, self._words(toll)) if uncounted else None,
            victim_words,
            (CEV.partial, Literal(True, datatype=XSD.boolean)) if not toll.whole else None,
            *_counted(toll.low, toll.high),
        )

    def _side(self, toll: CasualtyEstimate) -> URIRef | None:
        """The body that the victims belonged to: the one found, else the one that names them."""
        body = toll.affiliation
        if body is not None:
            mention = self._evidence.mention(body)
            return self._table.actor(body.text, body.canonical_en, body.entity, mention)
        return self._table.named(toll.victims) if toll.victims else None

    def _damage(self, node: URIRef, damage: Damage) -> Proposition:
        thing: Pair | None = None
        if damage.object:
            thing = (CEV.words, self._named(damage.object))
        return about(
            node,
            CEV.Damage,
            (CEV.words, self._words(damage)),
            thing,
            *_counted(damage.count, damage.count),
        )

    def _motive(self, node: URIRef, motive: Motive) -> Proposition:
        return about(node, CEV.Motive, (CEV.words, self._words(motive)))

    def _response(self, node: URIRef, cause: str) -> Proposition:
        return about(
            node,
            CEV.EventRelation,
            (CEV.eventRelation, CODE.event_response_to),
            (CEV.relatedEvent, mint.event(self._key, cause)),
        )

    def _named(self, name: str) -> Literal:
        return worded(clean(name), language_of(name, self._lang))

    def _words(self, found: Found) -> Literal:
        return worded(found.text, self._lang)


def _counted(low: int | None, high: int | None) -> tuple[Pair | None, Pair | None]:
    return (
        (CEV.countLow, whole(low)) if low is not None else None,
        (CEV.countHigh, whole(high)) if high is not None else None,
    )


def owner_of(path: str) -> str:
    """The path of the owner of a target, beside that of the target."""
    return f"{path}/owner"


def fact_at(facts: dict[str, Fact], path: str, event: Event) -> Fact:
    """Return the fact at a path of an event; ``occurrence`` is another name of ``type``.

    Raises:
        MappingError: The event has no such fact.
    """
    try:
        return facts["type" if path == "occurrence" else path]
    except KeyError as error:
        raise MappingError(
            f"event {event.id}: a claim is about «{path}», but the event has only "
            f"{', '.join(facts)}"
        ) from error
