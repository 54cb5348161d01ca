"""Terms and codes of the ontology as Python names: an unknown one is an error.

Generated from ``conflict.ttl`` and ``codes/`` by ``python -m ontology.generate``: do not edit.
"""

# ruff: noqa: N815

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from rdflib import URIRef

CEV_BASE: Final = "https://w3id.org/conflict-event/ns#"
CODE_BASE: Final = "https://w3id.org/conflict-event/code/"

PREFIXES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "cev": "https://w3id.org/conflict-event/ns#",
        "code": "https://w3id.org/conflict-event/code/",
        "actor": "https://w3id.org/conflict-event/id/actor/",
        "claim": "https://w3id.org/conflict-event/id/claim/",
        "doc": "https://w3id.org/conflict-event/id/doc/",
        "event": "https://w3id.org/conflict-event/id/event/",
        "fact": "https://w3id.org/conflict-event/id/fact/",
        "link": "https://w3id.org/conflict-event/id/link/",
        "object": "https://w3id.org/conflict-event/id/object/",
        "place": "https://w3id.org/conflict-event/id/place/",
        "policy": "https://w3id.org/conflict-event/id/policy/",
        "prop": "https://w3id.org/conflict-event/id/prop/",
        "run": "https://w3id.org/conflict-event/id/run/",
        "graph": "https://w3id.org/conflict-event/graph/",
        "shape": "https://w3id.org/conflict-event/shape#",
        "dct": "http://purl.org/dc/terms/",
        "geo": "http://www.opengis.net/ont/geosparql#",
        "oa": "http://www.w3.org/ns/oa#",
        "owl": "http://www.w3.org/2002/07/owl#",
        "prov": "http://www.w3.org/ns/prov#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "schema": "http://schema.org/",
        "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
        "sh": "http://www.w3.org/ns/shacl#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    }
)
"""Prefixes by which the project's queries and files abbreviate namespaces."""


class CEV:
    """Classes and properties of the ontology."""

    Actor: Final = URIRef(CEV_BASE + "Actor")
    ActorRelation: Final = URIRef(CEV_BASE + "ActorRelation")
    CasualtyEstimate: Final = URIRef(CEV_BASE + "CasualtyEstimate")
    Claim: Final = URIRef(CEV_BASE + "Claim")
    Damage: Final = URIRef(CEV_BASE + "Damage")
    Dating: Final = URIRef(CEV_BASE + "Dating")
    DerivationPolicy: Final = URIRef(CEV_BASE + "DerivationPolicy")
    DerivedFact: Final = URIRef(CEV_BASE + "DerivedFact")
    Document: Final = URIRef(CEV_BASE + "Document")
    Entity: Final = URIRef(CEV_BASE + "Entity")
    EntityLink: Final = URIRef(CEV_BASE + "EntityLink")
    Event: Final = URIRef(CEV_BASE + "Event")
    EventLink: Final = URIRef(CEV_BASE + "EventLink")
    EventProposition: Final = URIRef(CEV_BASE + "EventProposition")
    EventRelation: Final = URIRef(CEV_BASE + "EventRelation")
    ExtractionRun: Final = URIRef(CEV_BASE + "ExtractionRun")
    Facility: Final = URIRef(CEV_BASE + "Facility")
    Launch: Final = URIRef(CEV_BASE + "Launch")
    Link: Final = URIRef(CEV_BASE + "Link")
    Mention: Final = URIRef(CEV_BASE + "Mention")
    Motive: Final = URIRef(CEV_BASE + "Motive")
    Occurrence: Final = URIRef(CEV_BASE + "Occurrence")
    Participation: Final = URIRef(CEV_BASE + "Participation")
    PhysicalObject: Final = URIRef(CEV_BASE + "PhysicalObject")
    Place: Final = URIRef(CEV_BASE + "Place")
    Placement: Final = URIRef(CEV_BASE + "Placement")
    Proposition: Final = URIRef(CEV_BASE + "Proposition")
    Relay: Final = URIRef(CEV_BASE + "Relay")
    Statement: Final = URIRef(CEV_BASE + "Statement")
    WeaponUse: Final = URIRef(CEV_BASE + "WeaponUse")
    about: Final = URIRef(CEV_BASE + "about")
    actorRelation: Final = URIRef(CEV_BASE + "actorRelation")
    actorType: Final = URIRef(CEV_BASE + "actorType")
    anchor: Final = URIRef(CEV_BASE + "anchor")
    attitude: Final = URIRef(CEV_BASE + "attitude")
    basis: Final = URIRef(CEV_BASE + "basis")
    casualtyStatus: Final = URIRef(CEV_BASE + "casualtyStatus")
    certainty: Final = URIRef(CEV_BASE + "certainty")
    certaintyCue: Final = URIRef(CEV_BASE + "certaintyCue")
    channel: Final = URIRef(CEV_BASE + "channel")
    claimType: Final = URIRef(CEV_BASE + "claimType")
    claimant: Final = URIRef(CEV_BASE + "claimant")
    claimantMention: Final = URIRef(CEV_BASE + "claimantMention")
    claimedEventType: Final = URIRef(CEV_BASE + "claimedEventType")
    claimedStatus: Final = URIRef(CEV_BASE + "claimedStatus")
    claimedValue: Final = URIRef(CEV_BASE + "claimedValue")
    codeList: Final = URIRef(CEV_BASE + "codeList")
    configurationSha256: Final = URIRef(CEV_BASE + "configurationSha256")
    countBest: Final = URIRef(CEV_BASE + "countBest")
    countHigh: Final = URIRef(CEV_BASE + "countHigh")
    countLow: Final = URIRef(CEV_BASE + "countLow")
    countryCode: Final = URIRef(CEV_BASE + "countryCode")
    cueMention: Final = URIRef(CEV_BASE + "cueMention")
    damageExtent: Final = URIRef(CEV_BASE + "damageExtent")
    damagedThing: Final = URIRef(CEV_BASE + "damagedThing")
    derivedBy: Final = URIRef(CEV_BASE + "derivedBy")
    derivedEvent: Final = URIRef(CEV_BASE + "derivedEvent")
    derivedPerpetrator: Final = URIRef(CEV_BASE + "derivedPerpetrator")
    earliest: Final = URIRef(CEV_BASE + "earliest")
    end: Final = URIRef(CEV_BASE + "end")
    eventMention: Final = URIRef(CEV_BASE + "eventMention")
    eventRelation: Final = URIRef(CEV_BASE + "eventRelation")
    eventStatus: Final = URIRef(CEV_BASE + "eventStatus")
    eventType: Final = URIRef(CEV_BASE + "eventType")
    evidence: Final = URIRef(CEV_BASE + "evidence")
    exact: Final = URIRef(CEV_BASE + "exact")
    extractionConfidence: Final = URIRef(CEV_BASE + "extractionConfidence")
    facilityType: Final = URIRef(CEV_BASE + "facilityType")
    heldFrom: Final = URIRef(CEV_BASE + "heldFrom")
    heldUntil: Final = URIRef(CEV_BASE + "heldUntil")
    inputDigest: Final = URIRef(CEV_BASE + "inputDigest")
    latest: Final = URIRef(CEV_BASE + "latest")
    linkReason: Final = URIRef(CEV_BASE + "linkReason")
    linkScore: Final = URIRef(CEV_BASE + "linkScore")
    linkedEntity: Final = URIRef(CEV_BASE + "linkedEntity")
    linkedEvent: Final = URIRef(CEV_BASE + "linkedEvent")
    literalType: Final = URIRef(CEV_BASE + "literalType")
    medium: Final = URIRef(CEV_BASE + "medium")
    memberOf: Final = URIRef(CEV_BASE + "memberOf")
    objectType: Final = URIRef(CEV_BASE + "objectType")
    onBehalfOf: Final = URIRef(CEV_BASE + "onBehalfOf")
    operator: Final = URIRef(CEV_BASE + "operator")
    partial: Final = URIRef(CEV_BASE + "partial")
    participant: Final = URIRef(CEV_BASE + "participant")
    perpetrator: Final = URIRef(CEV_BASE + "perpetrator")
    place: Final = URIRef(CEV_BASE + "place")
    polarity: Final = URIRef(CEV_BASE + "polarity")
    policyRule: Final = URIRef(CEV_BASE + "policyRule")
    position: Final = URIRef(CEV_BASE + "position")
    proposition: Final = URIRef(CEV_BASE + "proposition")
    relatedEvent: Final = URIRef(CEV_BASE + "relatedEvent")
    relationObject: Final = URIRef(CEV_BASE + "relationObject")
    relationSubject: Final = URIRef(CEV_BASE + "relationSubject")
    relay: Final = URIRef(CEV_BASE + "relay")
    relayedBy: Final = URIRef(CEV_BASE + "relayedBy")
    reportedIn: Final = URIRef(CEV_BASE + "reportedIn")
    reportingVerb: Final = URIRef(CEV_BASE + "reportingVerb")
    restsOn: Final = URIRef(CEV_BASE + "restsOn")
    restsOnLink: Final = URIRef(CEV_BASE + "restsOnLink")
    role: Final = URIRef(CEV_BASE + "role")
    rule: Final = URIRef(CEV_BASE + "rule")
    saidOn: Final = URIRef(CEV_BASE + "saidOn")
    softwareVersion: Final = URIRef(CEV_BASE + "softwareVersion")
    sourceKind: Final = URIRef(CEV_BASE + "sourceKind")
    spatialPrecision: Final = URIRef(CEV_BASE + "spatialPrecision")
    start: Final = URIRef(CEV_BASE + "start")
    targetKind: Final = URIRef(CEV_BASE + "targetKind")
    temporalPrecision: Final = URIRef(CEV_BASE + "temporalPrecision")
    textLength: Final = URIRef(CEV_BASE + "textLength")
    textSha256: Final = URIRef(CEV_BASE + "textSha256")
    topic: Final = URIRef(CEV_BASE + "topic")
    victimAffiliation: Final = URIRef(CEV_BASE + "victimAffiliation")
    victimClass: Final = URIRef(CEV_BASE + "victimClass")
    weaponType: Final = URIRef(CEV_BASE + "weaponType")
    within: Final = URIRef(CEV_BASE + "within")
    wordMention: Final = URIRef(CEV_BASE + "wordMention")
    words: Final = URIRef(CEV_BASE + "words")


class CODE:
    """Concepts of the code lists."""

    abduction: Final = URIRef(CODE_BASE + "abduction")
    actor_anonymous_source: Final = URIRef(CODE_BASE + "actor-anonymous-source")
    actor_armed_group: Final = URIRef(CODE_BASE + "actor-armed-group")
    actor_civilians: Final = URIRef(CODE_BASE + "actor-civilians")
    actor_coalition: Final = URIRef(CODE_BASE + "actor-coalition")
    actor_company: Final = URIRef(CODE_BASE + "actor-company")
    actor_ethnic_or_tribal_group: Final = URIRef(CODE_BASE + "actor-ethnic-or-tribal-group")
    actor_government_body: Final = URIRef(CODE_BASE + "actor-government-body")
    actor_humanitarian: Final = URIRef(CODE_BASE + "actor-humanitarian")
    actor_international_organisation: Final = URIRef(CODE_BASE + "actor-international-organisation")
    actor_media: Final = URIRef(CODE_BASE + "actor-media")
    actor_monitor: Final = URIRef(CODE_BASE + "actor-monitor")
    actor_other: Final = URIRef(CODE_BASE + "actor-other")
    actor_person: Final = URIRef(CODE_BASE + "actor-person")
    actor_political_party: Final = URIRef(CODE_BASE + "actor-political-party")
    actor_security_forces: Final = URIRef(CODE_BASE + "actor-security-forces")
    actor_state: Final = URIRef(CODE_BASE + "actor-state")
    actor_state_forces: Final = URIRef(CODE_BASE + "actor-state-forces")
    actor_unnamed_collective: Final = URIRef(CODE_BASE + "actor-unnamed-collective")
    advance_or_capture: Final = URIRef(CODE_BASE + "advance-or-capture")
    affirmed: Final = URIRef(CODE_BASE + "affirmed")
    air_launched_missile: Final = URIRef(CODE_BASE + "air-launched-missile")
    air_strike: Final = URIRef(CODE_BASE + "air-strike")
    airborne_raid: Final = URIRef(CODE_BASE + "airborne-raid")
    aircraft_shootdown: Final = URIRef(CODE_BASE + "aircraft-shootdown")
    allied_with: Final = URIRef(CODE_BASE + "allied-with")
    ambush: Final = URIRef(CODE_BASE + "ambush")
    ambush_or_shooting: Final = URIRef(CODE_BASE + "ambush-or-shooting")
    anti_tank_missile_attack: Final = URIRef(CODE_BASE + "anti-tank-missile-attack")
    armed_clash: Final = URIRef(CODE_BASE + "armed-clash")
    armed_drone_strike: Final = URIRef(CODE_BASE + "armed-drone-strike")
    arrest_campaign: Final = URIRef(CODE_BASE + "arrest-campaign")
    arson: Final = URIRef(CODE_BASE + "arson")
    artillery_shelling: Final = URIRef(CODE_BASE + "artillery-shelling")
    assassination: Final = URIRef(CODE_BASE + "assassination")
    attempted_assassination: Final = URIRef(CODE_BASE + "attempted-assassination")
    attitude_approving: Final = URIRef(CODE_BASE + "attitude-approving")
    attitude_disapproving: Final = URIRef(CODE_BASE + "attitude-disapproving")
    attitude_mixed: Final = URIRef(CODE_BASE + "attitude-mixed")
    attitude_neutral: Final = URIRef(CODE_BASE + "attitude-neutral")
    backed_by: Final = URIRef(CODE_BASE + "backed-by")
    ballistic_missile_attack: Final = URIRef(CODE_BASE + "ballistic-missile-attack")
    barrel_bomb: Final = URIRef(CODE_BASE + "barrel-bomb")
    basis_attributed: Final = URIRef(CODE_BASE + "basis-attributed")
    basis_claimed: Final = URIRef(CODE_BASE + "basis-claimed")
    basis_stated_as_fact: Final = URIRef(CODE_BASE + "basis-stated-as-fact")
    basis_suspected: Final = URIRef(CODE_BASE + "basis-suspected")
    basis_unknown: Final = URIRef(CODE_BASE + "basis-unknown")
    boat_bomb: Final = URIRef(CODE_BASE + "boat-bomb")
    bomb_disposal: Final = URIRef(CODE_BASE + "bomb-disposal")
    bombing_run: Final = URIRef(CODE_BASE + "bombing-run")
    border_clash: Final = URIRef(CODE_BASE + "border-clash")
    capture: Final = URIRef(CODE_BASE + "capture")
    captured: Final = URIRef(CODE_BASE + "captured")
    car_bomb: Final = URIRef(CODE_BASE + "car-bomb")
    certain: Final = URIRef(CODE_BASE + "certain")
    chemical_attack: Final = URIRef(CODE_BASE + "chemical-attack")
    claim_casualties: Final = URIRef(CODE_BASE + "claim-casualties")
    claim_denial: Final = URIRef(CODE_BASE + "claim-denial")
    claim_motive: Final = URIRef(CODE_BASE + "claim-motive")
    claim_no_claim: Final = URIRef(CODE_BASE + "claim-no-claim")
    claim_occurrence: Final = URIRef(CODE_BASE + "claim-occurrence")
    claim_perpetrator: Final = URIRef(CODE_BASE + "claim-perpetrator")
    claim_relation: Final = URIRef(CODE_BASE + "claim-relation")
    claim_report: Final = URIRef(CODE_BASE + "claim-report")
    claim_responsibility_claim: Final = URIRef(CODE_BASE + "claim-responsibility-claim")
    claim_target: Final = URIRef(CODE_BASE + "claim-target")
    commands: Final = URIRef(CODE_BASE + "commands")
    controls: Final = URIRef(CODE_BASE + "controls")
    counter_battery_fire: Final = URIRef(CODE_BASE + "counter-battery-fire")
    cruise_missile_attack: Final = URIRef(CODE_BASE + "cruise-missile-attack")
    cyber_attack: Final = URIRef(CODE_BASE + "cyber-attack")
    displaced: Final = URIRef(CODE_BASE + "displaced")
    drive_by_shooting: Final = URIRef(CODE_BASE + "drive-by-shooting")
    drone_interception: Final = URIRef(CODE_BASE + "drone-interception")
    drone_strike: Final = URIRef(CODE_BASE + "drone-strike")
    event_follows: Final = URIRef(CODE_BASE + "event-follows")
    event_part_of: Final = URIRef(CODE_BASE + "event-part-of")
    event_response_to: Final = URIRef(CODE_BASE + "event-response-to")
    event_same_as: Final = URIRef(CODE_BASE + "event-same-as")
    execution: Final = URIRef(CODE_BASE + "execution")
    explosion_of_unknown_cause: Final = URIRef(CODE_BASE + "explosion-of-unknown-cause")
    extent_damaged: Final = URIRef(CODE_BASE + "extent-damaged")
    extent_destroyed: Final = URIRef(CODE_BASE + "extent-destroyed")
    extent_unharmed: Final = URIRef(CODE_BASE + "extent-unharmed")
    extent_unspecified: Final = URIRef(CODE_BASE + "extent-unspecified")
    facility_air_base: Final = URIRef(CODE_BASE + "facility-air-base")
    facility_airport: Final = URIRef(CODE_BASE + "facility-airport")
    facility_border_crossing: Final = URIRef(CODE_BASE + "facility-border-crossing")
    facility_bridge: Final = URIRef(CODE_BASE + "facility-bridge")
    facility_camp: Final = URIRef(CODE_BASE + "facility-camp")
    facility_depot: Final = URIRef(CODE_BASE + "facility-depot")
    facility_diplomatic: Final = URIRef(CODE_BASE + "facility-diplomatic")
    facility_government_building: Final = URIRef(CODE_BASE + "facility-government-building")
    facility_headquarters: Final = URIRef(CODE_BASE + "facility-headquarters")
    facility_hospital: Final = URIRef(CODE_BASE + "facility-hospital")
    facility_industrial: Final = URIRef(CODE_BASE + "facility-industrial")
    facility_market: Final = URIRef(CODE_BASE + "facility-market")
    facility_media_office: Final = URIRef(CODE_BASE + "facility-media-office")
    facility_military_base: Final = URIRef(CODE_BASE + "facility-military-base")
    facility_military_post: Final = URIRef(CODE_BASE + "facility-military-post")
    facility_naval_base: Final = URIRef(CODE_BASE + "facility-naval-base")
    facility_nuclear: Final = URIRef(CODE_BASE + "facility-nuclear")
    facility_oil_gas: Final = URIRef(CODE_BASE + "facility-oil-gas")
    facility_other: Final = URIRef(CODE_BASE + "facility-other")
    facility_place_of_worship: Final = URIRef(CODE_BASE + "facility-place-of-worship")
    facility_port: Final = URIRef(CODE_BASE + "facility-port")
    facility_power: Final = URIRef(CODE_BASE + "facility-power")
    facility_prison: Final = URIRef(CODE_BASE + "facility-prison")
    facility_school: Final = URIRef(CODE_BASE + "facility-school")
    facility_training_camp: Final = URIRef(CODE_BASE + "facility-training-camp")
    facility_water: Final = URIRef(CODE_BASE + "facility-water")
    fire_on_crowd: Final = URIRef(CODE_BASE + "fire-on-crowd")
    forced_disappearance: Final = URIRef(CODE_BASE + "forced-disappearance")
    grenade_attack: Final = URIRef(CODE_BASE + "grenade-attack")
    grenade_drone: Final = URIRef(CODE_BASE + "grenade-drone")
    ground_assault: Final = URIRef(CODE_BASE + "ground-assault")
    helicopter_strike: Final = URIRef(CODE_BASE + "helicopter-strike")
    hijacking: Final = URIRef(CODE_BASE + "hijacking")
    hostage_taking: Final = URIRef(CODE_BASE + "hostage-taking")
    hosts_forces_of: Final = URIRef(CODE_BASE + "hosts-forces-of")
    house_demolition: Final = URIRef(CODE_BASE + "house-demolition")
    house_raid: Final = URIRef(CODE_BASE + "house-raid")
    ied_or_mine: Final = URIRef(CODE_BASE + "ied-or-mine")
    incursion: Final = URIRef(CODE_BASE + "incursion")
    infighting: Final = URIRef(CODE_BASE + "infighting")
    interception: Final = URIRef(CODE_BASE + "interception")
    killed: Final = URIRef(CODE_BASE + "killed")
    killed_or_wounded: Final = URIRef(CODE_BASE + "killed-or-wounded")
    landmine: Final = URIRef(CODE_BASE + "landmine")
    located_in: Final = URIRef(CODE_BASE + "located-in")
    loitering_munition: Final = URIRef(CODE_BASE + "loitering-munition")
    looting: Final = URIRef(CODE_BASE + "looting")
    massacre: Final = URIRef(CODE_BASE + "massacre")
    medium_audio: Final = URIRef(CODE_BASE + "medium-audio")
    medium_broadcast: Final = URIRef(CODE_BASE + "medium-broadcast")
    medium_call: Final = URIRef(CODE_BASE + "medium-call")
    medium_leak: Final = URIRef(CODE_BASE + "medium-leak")
    medium_left_at_scene: Final = URIRef(CODE_BASE + "medium-left-at-scene")
    medium_official_document: Final = URIRef(CODE_BASE + "medium-official-document")
    medium_online_post: Final = URIRef(CODE_BASE + "medium-online-post")
    medium_speech: Final = URIRef(CODE_BASE + "medium-speech")
    medium_spoken_to_press: Final = URIRef(CODE_BASE + "medium-spoken-to-press")
    medium_video: Final = URIRef(CODE_BASE + "medium-video")
    medium_written_statement: Final = URIRef(CODE_BASE + "medium-written-statement")
    member_of: Final = URIRef(CODE_BASE + "member-of")
    missile_interception: Final = URIRef(CODE_BASE + "missile-interception")
    missile_rocket_attack: Final = URIRef(CODE_BASE + "missile-rocket-attack")
    missing: Final = URIRef(CODE_BASE + "missing")
    mortar_fire: Final = URIRef(CODE_BASE + "mortar-fire")
    naval_attack: Final = URIRef(CODE_BASE + "naval-attack")
    naval_bombardment: Final = URIRef(CODE_BASE + "naval-bombardment")
    naval_mine: Final = URIRef(CODE_BASE + "naval-mine")
    negated: Final = URIRef(CODE_BASE + "negated")
    open: Final = URIRef(CODE_BASE + "open")
    ordered_by: Final = URIRef(CODE_BASE + "ordered-by")
    other_violence: Final = URIRef(CODE_BASE + "other-violence")
    part_of: Final = URIRef(CODE_BASE + "part-of")
    perpetrator: Final = URIRef(CODE_BASE + "perpetrator")
    pipeline_sabotage: Final = URIRef(CODE_BASE + "pipeline-sabotage")
    possible: Final = URIRef(CODE_BASE + "possible")
    probable: Final = URIRef(CODE_BASE + "probable")
    raid_or_arrest: Final = URIRef(CODE_BASE + "raid-or-arrest")
    responder: Final = URIRef(CODE_BASE + "responder")
    roadside_bomb: Final = URIRef(CODE_BASE + "roadside-bomb")
    rocket_artillery: Final = URIRef(CODE_BASE + "rocket-artillery")
    rocket_attack: Final = URIRef(CODE_BASE + "rocket-attack")
    sabotage: Final = URIRef(CODE_BASE + "sabotage")
    sexual_violence: Final = URIRef(CODE_BASE + "sexual-violence")
    ship_attack: Final = URIRef(CODE_BASE + "ship-attack")
    ship_seizure: Final = URIRef(CODE_BASE + "ship-seizure")
    siege: Final = URIRef(CODE_BASE + "siege")
    sniper_fire: Final = URIRef(CODE_BASE + "sniper-fire")
    source_anonymous: Final = URIRef(CODE_BASE + "source-anonymous")
    source_armed_group: Final = URIRef(CODE_BASE + "source-armed-group")
    source_local_sources: Final = URIRef(CODE_BASE + "source-local-sources")
    source_media: Final = URIRef(CODE_BASE + "source-media")
    source_military: Final = URIRef(CODE_BASE + "source-military")
    source_monitor: Final = URIRef(CODE_BASE + "source-monitor")
    source_official: Final = URIRef(CODE_BASE + "source-official")
    source_witness: Final = URIRef(CODE_BASE + "source-witness")
    spatial_country: Final = URIRef(CODE_BASE + "spatial-country")
    spatial_district: Final = URIRef(CODE_BASE + "spatial-district")
    spatial_neighbourhood: Final = URIRef(CODE_BASE + "spatial-neighbourhood")
    spatial_province: Final = URIRef(CODE_BASE + "spatial-province")
    spatial_region: Final = URIRef(CODE_BASE + "spatial-region")
    spatial_site: Final = URIRef(CODE_BASE + "spatial-site")
    spatial_town: Final = URIRef(CODE_BASE + "spatial-town")
    spokesperson_of: Final = URIRef(CODE_BASE + "spokesperson-of")
    stabbing: Final = URIRef(CODE_BASE + "stabbing")
    status_alleged: Final = URIRef(CODE_BASE + "status-alleged")
    status_background: Final = URIRef(CODE_BASE + "status-background")
    status_denied: Final = URIRef(CODE_BASE + "status-denied")
    status_happened: Final = URIRef(CODE_BASE + "status-happened")
    status_planned: Final = URIRef(CODE_BASE + "status-planned")
    status_threatened: Final = URIRef(CODE_BASE + "status-threatened")
    suicide_car_bomb: Final = URIRef(CODE_BASE + "suicide-car-bomb")
    suicide_or_car_bomb: Final = URIRef(CODE_BASE + "suicide-or-car-bomb")
    suicide_vest: Final = URIRef(CODE_BASE + "suicide-vest")
    supporter: Final = URIRef(CODE_BASE + "supporter")
    tank_fire: Final = URIRef(CODE_BASE + "tank-fire")
    target: Final = URIRef(CODE_BASE + "target")
    target_aircraft: Final = URIRef(CODE_BASE + "target-aircraft")
    target_armed_group: Final = URIRef(CODE_BASE + "target-armed-group")
    target_base: Final = URIRef(CODE_BASE + "target-base")
    target_civilians: Final = URIRef(CODE_BASE + "target-civilians")
    target_infrastructure: Final = URIRef(CODE_BASE + "target-infrastructure")
    target_military_position: Final = URIRef(CODE_BASE + "target-military-position")
    target_other: Final = URIRef(CODE_BASE + "target-other")
    target_person: Final = URIRef(CODE_BASE + "target-person")
    target_residential: Final = URIRef(CODE_BASE + "target-residential")
    target_ship: Final = URIRef(CODE_BASE + "target-ship")
    target_state_forces: Final = URIRef(CODE_BASE + "target-state-forces")
    target_vehicle: Final = URIRef(CODE_BASE + "target-vehicle")
    targeted_killing: Final = URIRef(CODE_BASE + "targeted-killing")
    temporal_day: Final = URIRef(CODE_BASE + "temporal-day")
    temporal_month: Final = URIRef(CODE_BASE + "temporal-month")
    temporal_range: Final = URIRef(CODE_BASE + "temporal-range")
    temporal_year: Final = URIRef(CODE_BASE + "temporal-year")
    torture: Final = URIRef(CODE_BASE + "torture")
    tribal_clash: Final = URIRef(CODE_BASE + "tribal-clash")
    unexploded_ordnance: Final = URIRef(CODE_BASE + "unexploded-ordnance")
    unstated: Final = URIRef(CODE_BASE + "unstated")
    vehicle_ramming: Final = URIRef(CODE_BASE + "vehicle-ramming")
    victim: Final = URIRef(CODE_BASE + "victim")
    victim_aid_workers: Final = URIRef(CODE_BASE + "victim-aid-workers")
    victim_any: Final = URIRef(CODE_BASE + "victim-any")
    victim_children: Final = URIRef(CODE_BASE + "victim-children")
    victim_civilians: Final = URIRef(CODE_BASE + "victim-civilians")
    victim_combatants: Final = URIRef(CODE_BASE + "victim-combatants")
    victim_commanders: Final = URIRef(CODE_BASE + "victim-commanders")
    victim_contractors: Final = URIRef(CODE_BASE + "victim-contractors")
    victim_displaced_people: Final = URIRef(CODE_BASE + "victim-displaced-people")
    victim_fighters: Final = URIRef(CODE_BASE + "victim-fighters")
    victim_foreigners: Final = URIRef(CODE_BASE + "victim-foreigners")
    victim_journalists: Final = URIRef(CODE_BASE + "victim-journalists")
    victim_medics: Final = URIRef(CODE_BASE + "victim-medics")
    victim_men: Final = URIRef(CODE_BASE + "victim-men")
    victim_officials: Final = URIRef(CODE_BASE + "victim-officials")
    victim_security_forces: Final = URIRef(CODE_BASE + "victim-security-forces")
    victim_soldiers: Final = URIRef(CODE_BASE + "victim-soldiers")
    victim_women: Final = URIRef(CODE_BASE + "victim-women")
    weapon_aerial_bomb: Final = URIRef(CODE_BASE + "weapon-aerial-bomb")
    weapon_air_defence_missile: Final = URIRef(CODE_BASE + "weapon-air-defence-missile")
    weapon_anti_ship_missile: Final = URIRef(CODE_BASE + "weapon-anti-ship-missile")
    weapon_anti_tank_missile: Final = URIRef(CODE_BASE + "weapon-anti-tank-missile")
    weapon_artillery: Final = URIRef(CODE_BASE + "weapon-artillery")
    weapon_attack_drone: Final = URIRef(CODE_BASE + "weapon-attack-drone")
    weapon_ballistic_missile: Final = URIRef(CODE_BASE + "weapon-ballistic-missile")
    weapon_barrel_bomb: Final = URIRef(CODE_BASE + "weapon-barrel-bomb")
    weapon_boat: Final = URIRef(CODE_BASE + "weapon-boat")
    weapon_car_bomb: Final = URIRef(CODE_BASE + "weapon-car-bomb")
    weapon_chemical: Final = URIRef(CODE_BASE + "weapon-chemical")
    weapon_cluster_munition: Final = URIRef(CODE_BASE + "weapon-cluster-munition")
    weapon_cruise_missile: Final = URIRef(CODE_BASE + "weapon-cruise-missile")
    weapon_drone: Final = URIRef(CODE_BASE + "weapon-drone")
    weapon_explosive: Final = URIRef(CODE_BASE + "weapon-explosive")
    weapon_firearm: Final = URIRef(CODE_BASE + "weapon-firearm")
    weapon_grenade: Final = URIRef(CODE_BASE + "weapon-grenade")
    weapon_helicopter: Final = URIRef(CODE_BASE + "weapon-helicopter")
    weapon_ied: Final = URIRef(CODE_BASE + "weapon-ied")
    weapon_incendiary: Final = URIRef(CODE_BASE + "weapon-incendiary")
    weapon_landmine: Final = URIRef(CODE_BASE + "weapon-landmine")
    weapon_loitering_munition: Final = URIRef(CODE_BASE + "weapon-loitering-munition")
    weapon_machine_gun: Final = URIRef(CODE_BASE + "weapon-machine-gun")
    weapon_melee: Final = URIRef(CODE_BASE + "weapon-melee")
    weapon_missile: Final = URIRef(CODE_BASE + "weapon-missile")
    weapon_mortar_bomb: Final = URIRef(CODE_BASE + "weapon-mortar-bomb")
    weapon_multiple_rocket_launcher: Final = URIRef(CODE_BASE + "weapon-multiple-rocket-launcher")
    weapon_naval_mine: Final = URIRef(CODE_BASE + "weapon-naval-mine")
    weapon_other: Final = URIRef(CODE_BASE + "weapon-other")
    weapon_pistol: Final = URIRef(CODE_BASE + "weapon-pistol")
    weapon_platform: Final = URIRef(CODE_BASE + "weapon-platform")
    weapon_rifle: Final = URIRef(CODE_BASE + "weapon-rifle")
    weapon_rocket: Final = URIRef(CODE_BASE + "weapon-rocket")
    weapon_rpg: Final = URIRef(CODE_BASE + "weapon-rpg")
    weapon_shell: Final = URIRef(CODE_BASE + "weapon-shell")
    weapon_sniper_rifle: Final = URIRef(CODE_BASE + "weapon-sniper-rifle")
    weapon_suicide_belt: Final = URIRef(CODE_BASE + "weapon-suicide-belt")
    weapon_tank: Final = URIRef(CODE_BASE + "weapon-tank")
    weapon_torpedo: Final = URIRef(CODE_BASE + "weapon-torpedo")
    weapon_vehicle_ram: Final = URIRef(CODE_BASE + "weapon-vehicle-ram")
    weapon_warplane: Final = URIRef(CODE_BASE + "weapon-warplane")
    weapon_warship: Final = URIRef(CODE_BASE + "weapon-warship")
    withdrawal: Final = URIRef(CODE_BASE + "withdrawal")
    wounded: Final = URIRef(CODE_BASE + "wounded")


class Scheme(StrEnum):
    """Names of the code lists."""

    ACTOR_RELATION = "actor-relation"
    ACTOR_TYPE = "actor-type"
    ATTITUDE = "attitude"
    BASIS = "basis"
    CASUALTY_STATUS = "casualty-status"
    CERTAINTY = "certainty"
    CLAIM_TYPE = "claim-type"
    DAMAGE_EXTENT = "damage-extent"
    EVENT_RELATION = "event-relation"
    EVENT_STATUS = "event-status"
    EVENT_TYPE = "event-type"
    FACILITY_TYPE = "facility-type"
    MEDIUM = "medium"
    POLARITY = "polarity"
    ROLE = "role"
    SOURCE_KIND = "source-kind"
    SPATIAL_PRECISION = "spatial-precision"
    TARGET_KIND = "target-kind"
    TEMPORAL_PRECISION = "temporal-precision"
    VICTIM_CLASS = "victim-class"
    WEAPON_TYPE = "weapon-type"


NOTATIONS: Final[Mapping[Scheme, Mapping[str, URIRef]]] = MappingProxyType(
    {
        Scheme.ACTOR_RELATION: MappingProxyType(
            {
                "allied_with": CODE.allied_with,
                "backed_by": CODE.backed_by,
                "commands": CODE.commands,
                "controls": CODE.controls,
                "hosts_forces_of": CODE.hosts_forces_of,
                "located_in": CODE.located_in,
                "member_of": CODE.member_of,
                "part_of": CODE.part_of,
                "spokesperson_of": CODE.spokesperson_of,
            }
        ),
        Scheme.ACTOR_TYPE: MappingProxyType(
            {
                "anonymous_source": CODE.actor_anonymous_source,
                "armed_group": CODE.actor_armed_group,
                "civilians": CODE.actor_civilians,
                "coalition": CODE.actor_coalition,
                "company": CODE.actor_company,
                "ethnic_or_tribal_group": CODE.actor_ethnic_or_tribal_group,
                "government_body": CODE.actor_government_body,
                "humanitarian": CODE.actor_humanitarian,
                "international_organisation": CODE.actor_international_organisation,
                "media": CODE.actor_media,
                "monitor": CODE.actor_monitor,
                "other": CODE.actor_other,
                "person": CODE.actor_person,
                "political_party": CODE.actor_political_party,
                "security_forces": CODE.actor_security_forces,
                "state": CODE.actor_state,
                "state_forces": CODE.actor_state_forces,
                "unnamed_collective": CODE.actor_unnamed_collective,
            }
        ),
        Scheme.ATTITUDE: MappingProxyType(
            {
                "approving": CODE.attitude_approving,
                "disapproving": CODE.attitude_disapproving,
                "mixed": CODE.attitude_mixed,
                "neutral": CODE.attitude_neutral,
            }
        ),
        Scheme.BASIS: MappingProxyType(
            {
                "attributed": CODE.basis_attributed,
                "claimed": CODE.basis_claimed,
                "stated_as_fact": CODE.basis_stated_as_fact,
                "suspected": CODE.basis_suspected,
                "unknown": CODE.basis_unknown,
            }
        ),
        Scheme.CASUALTY_STATUS: MappingProxyType(
            {
                "captured": CODE.captured,
                "displaced": CODE.displaced,
                "killed": CODE.killed,
                "killed_or_wounded": CODE.killed_or_wounded,
                "missing": CODE.missing,
                "wounded": CODE.wounded,
            }
        ),
        Scheme.CERTAINTY: MappingProxyType(
            {
                "certain": CODE.certain,
                "possible": CODE.possible,
                "probable": CODE.probable,
                "unstated": CODE.unstated,
            }
        ),
        Scheme.CLAIM_TYPE: MappingProxyType(
            {
                "casualties": CODE.claim_casualties,
                "denial": CODE.claim_denial,
                "motive": CODE.claim_motive,
                "no_claim": CODE.claim_no_claim,
                "occurrence": CODE.claim_occurrence,
                "perpetrator": CODE.claim_perpetrator,
                "relation": CODE.claim_relation,
                "report": CODE.claim_report,
                "responsibility_claim": CODE.claim_responsibility_claim,
                "target": CODE.claim_target,
            }
        ),
        Scheme.DAMAGE_EXTENT: MappingProxyType(
            {
                "damaged": CODE.extent_damaged,
                "destroyed": CODE.extent_destroyed,
                "unharmed": CODE.extent_unharmed,
                "unspecified": CODE.extent_unspecified,
            }
        ),
        Scheme.EVENT_RELATION: MappingProxyType(
            {
                "follows": CODE.event_follows,
                "part_of": CODE.event_part_of,
                "response_to": CODE.event_response_to,
                "same_as": CODE.event_same_as,
            }
        ),
        Scheme.EVENT_STATUS: MappingProxyType(
            {
                "alleged": CODE.status_alleged,
                "background": CODE.status_background,
                "denied": CODE.status_denied,
                "happened": CODE.status_happened,
                "planned": CODE.status_planned,
                "threatened": CODE.status_threatened,
            }
        ),
        Scheme.EVENT_TYPE: MappingProxyType(
            {
                "abduction": CODE.abduction,
                "advance_or_capture": CODE.advance_or_capture,
                "air_launched_missile": CODE.air_launched_missile,
                "air_strike": CODE.air_strike,
                "airborne_raid": CODE.airborne_raid,
                "aircraft_shootdown": CODE.aircraft_shootdown,
                "ambush": CODE.ambush,
                "ambush_or_shooting": CODE.ambush_or_shooting,
                "anti_tank_missile_attack": CODE.anti_tank_missile_attack,
                "armed_clash": CODE.armed_clash,
                "armed_drone_strike": CODE.armed_drone_strike,
                "arrest_campaign": CODE.arrest_campaign,
                "arson": CODE.arson,
                "artillery_shelling": CODE.artillery_shelling,
                "assassination": CODE.assassination,
                "attempted_assassination": CODE.attempted_assassination,
                "ballistic_missile_attack": CODE.ballistic_missile_attack,
                "barrel_bomb": CODE.barrel_bomb,
                "boat_bomb": CODE.boat_bomb,
                "bomb_disposal": CODE.bomb_disposal,
                "bombing_run": CODE.bombing_run,
                "border_clash": CODE.border_clash,
                "capture": CODE.capture,
                "car_bomb": CODE.car_bomb,
                "chemical_attack": CODE.chemical_attack,
                "counter_battery_fire": CODE.counter_battery_fire,
                "cruise_missile_attack": CODE.cruise_missile_attack,
                "cyber_attack": CODE.cyber_attack,
                "drive_by_shooting": CODE.drive_by_shooting,
                "drone_interception": CODE.drone_interception,
                "drone_strike": CODE.drone_strike,
                "execution": CODE.execution,
                "explosion_of_unknown_cause": CODE.explosion_of_unknown_cause,
                "fire_on_crowd": CODE.fire_on_crowd,
                "forced_disappearance": CODE.forced_disappearance,
                "grenade_attack": CODE.grenade_attack,
                "grenade_drone": CODE.grenade_drone,
                "ground_assault": CODE.ground_assault,
                "helicopter_strike": CODE.helicopter_strike,
                "hijacking": CODE.hijacking,
                "hostage_taking": CODE.hostage_taking,
                "house_demolition": CODE.house_demolition,
                "house_raid": CODE.house_raid,
                "ied_or_mine": CODE.ied_or_mine,
                "incursion": CODE.incursion,
                "infighting": CODE.infighting,
                "interception": CODE.interception,
                "landmine": CODE.landmine,
                "loitering_munition": CODE.loitering_munition,
                "looting": CODE.looting,
                "massacre": CODE.massacre,
                "missile_interception": CODE.missile_interception,
                "missile_rocket_attack": CODE.missile_rocket_attack,
                "mortar_fire": CODE.mortar_fire,
                "naval_attack": CODE.naval_attack,
                "naval_bombardment": CODE.naval_bombardment,
                "naval_mine": CODE.naval_mine,
                "other_violence": CODE.other_violence,
                "pipeline_sabotage": CODE.pipeline_sabotage,
                "raid_or_arrest": CODE.raid_or_arrest,
                "roadside_bomb": CODE.roadside_bomb,
                "rocket_artillery": CODE.rocket_artillery,
                "rocket_attack": CODE.rocket_attack,
                "sabotage": CODE.sabotage,
                "sexual_violence": CODE.sexual_violence,
                "ship_attack": CODE.ship_attack,
                "ship_seizure": CODE.ship_seizure,
                "siege": CODE.siege,
                "sniper_fire": CODE.sniper_fire,
                "stabbing": CODE.stabbing,
                "suicide_car_bomb": CODE.suicide_car_bomb,
                "suicide_or_car_bomb": CODE.suicide_or_car_bomb,
                "suicide_vest": CODE.suicide_vest,
                "tank_fire": CODE.tank_fire,
                "targeted_killing": CODE.targeted_killing,
                "torture": CODE.torture,
                "tribal_clash": CODE.tribal_clash,
                "unexploded_ordnance": CODE.unexploded_ordnance,
                "vehicle_ramming": CODE.vehicle_ramming,
                "withdrawal": CODE.withdrawal,
            }
        ),
        Scheme.FACILITY_TYPE: MappingProxyType(
            {
                "air_base": CODE.facility_air_base,
                "airport": CODE.facility_airport,
                "border_crossing": CODE.facility_border_crossing,
                "bridge": CODE.facility_bridge,
                "camp": CODE.facility_camp,
                "depot": CODE.facility_depot,
                "diplomatic": CODE.facility_diplomatic,
                "government_building": CODE.facility_government_building,
                "headquarters": CODE.facility_headquarters,
                "hospital": CODE.facility_hospital,
                "industrial": CODE.facility_industrial,
                "market": CODE.facility_market,
                "media_office": CODE.facility_media_office,
                "military_base": CODE.facility_military_base,
                "military_post": CODE.facility_military_post,
                "naval_base": CODE.facility_naval_base,
                "nuclear": CODE.facility_nuclear,
                "oil_gas": CODE.facility_oil_gas,
                "other": CODE.facility_other,
                "place_of_worship": CODE.facility_place_of_worship,
                "port": CODE.facility_port,
                "power": CODE.facility_power,
                "prison": CODE.facility_prison,
                "school": CODE.facility_school,
                "training_camp": CODE.facility_training_camp,
                "water": CODE.facility_water,
            }
        ),
        Scheme.MEDIUM: MappingProxyType(
            {
                "audio": CODE.medium_audio,
                "broadcast": CODE.medium_broadcast,
                "call": CODE.medium_call,
                "leak": CODE.medium_leak,
                "left_at_scene": CODE.medium_left_at_scene,
                "official_document": CODE.medium_official_document,
                "online_post": CODE.medium_online_post,
                "speech": CODE.medium_speech,
                "spoken_to_press": CODE.medium_spoken_to_press,
                "video": CODE.medium_video,
                "written_statement": CODE.medium_written_statement,
            }
        ),
        Scheme.POLARITY: MappingProxyType(
            {
                "affirmed": CODE.affirmed,
                "negated": CODE.negated,
                "open": CODE.open,
            }
        ),
        Scheme.ROLE: MappingProxyType(
            {
                "ordered_by": CODE.ordered_by,
                "perpetrator": CODE.perpetrator,
                "responder": CODE.responder,
                "supporter": CODE.supporter,
                "target": CODE.target,
                "victim": CODE.victim,
            }
        ),
        Scheme.SOURCE_KIND: MappingProxyType(
            {
                "anonymous": CODE.source_anonymous,
                "armed_group": CODE.source_armed_group,
                "local_sources": CODE.source_local_sources,
                "media": CODE.source_media,
                "military": CODE.source_military,
                "monitor": CODE.source_monitor,
                "official": CODE.source_official,
                "witness": CODE.source_witness,
            }
        ),
        Scheme.SPATIAL_PRECISION: MappingProxyType(
            {
                "country": CODE.spatial_country,
                "district": CODE.spatial_district,
                "neighbourhood": CODE.spatial_neighbourhood,
                "province": CODE.spatial_province,
                "region": CODE.spatial_region,
                "site": CODE.spatial_site,
                "town": CODE.spatial_town,
            }
        ),
        Scheme.TARGET_KIND: MappingProxyType(
            {
                "aircraft": CODE.target_aircraft,
                "armed_group": CODE.target_armed_group,
                "base": CODE.target_base,
                "civilians": CODE.target_civilians,
                "infrastructure": CODE.target_infrastructure,
                "military_position": CODE.target_military_position,
                "other": CODE.target_other,
                "person": CODE.target_person,
                "residential": CODE.target_residential,
                "ship": CODE.target_ship,
                "state_forces": CODE.target_state_forces,
                "vehicle": CODE.target_vehicle,
            }
        ),
        Scheme.TEMPORAL_PRECISION: MappingProxyType(
            {
                "day": CODE.temporal_day,
                "month": CODE.temporal_month,
                "range": CODE.temporal_range,
                "year": CODE.temporal_year,
            }
        ),
        Scheme.VICTIM_CLASS: MappingProxyType(
            {
                "aid_workers": CODE.victim_aid_workers,
                "any": CODE.victim_any,
                "children": CODE.victim_children,
                "civilians": CODE.victim_civilians,
                "combatants": CODE.victim_combatants,
                "commanders": CODE.victim_commanders,
                "contractors": CODE.victim_contractors,
                "displaced_people": CODE.victim_displaced_people,
                "fighters": CODE.victim_fighters,
                "foreigners": CODE.victim_foreigners,
                "journalists": CODE.victim_journalists,
                "medics": CODE.victim_medics,
                "men": CODE.victim_men,
                "officials": CODE.victim_officials,
                "security_forces": CODE.victim_security_forces,
                "soldiers": CODE.victim_soldiers,
                "women": CODE.victim_women,
            }
        ),
        Scheme.WEAPON_TYPE: MappingProxyType(
            {
                "aerial_bomb": CODE.weapon_aerial_bomb,
                "air_defence_missile": CODE.weapon_air_defence_missile,
                "anti_ship_missile": CODE.weapon_anti_ship_missile,
                "anti_tank_missile": CODE.weapon_anti_tank_missile,
                "artillery": CODE.weapon_artillery,
                "attack_drone": CODE.weapon_attack_drone,
                "ballistic_missile": CODE.weapon_ballistic_missile,
                "barrel_bomb": CODE.weapon_barrel_bomb,
                "boat": CODE.weapon_boat,
                "car_bomb": CODE.weapon_car_bomb,
                "chemical": CODE.weapon_chemical,
                "cluster_munition": CODE.weapon_cluster_munition,
                "cruise_missile": CODE.weapon_cruise_missile,
                "drone": CODE.weapon_drone,
                "explosive": CODE.weapon_explosive,
                "firearm": CODE.weapon_firearm,
                "grenade": CODE.weapon_grenade,
                "helicopter": CODE.weapon_helicopter,
                "ied": CODE.weapon_ied,
                "incendiary": CODE.weapon_incendiary,
                "landmine": CODE.weapon_landmine,
                "loitering_munition": CODE.weapon_loitering_munition,
                "machine_gun": CODE.weapon_machine_gun,
                "melee": CODE.weapon_melee,
                "missile": CODE.weapon_missile,
                "mortar_bomb": CODE.weapon_mortar_bomb,
                "multiple_rocket_launcher": CODE.weapon_multiple_rocket_launcher,
                "naval_mine": CODE.weapon_naval_mine,
                "other": CODE.weapon_other,
                "pistol": CODE.weapon_pistol,
                "platform": CODE.weapon_platform,
                "rifle": CODE.weapon_rifle,
                "rocket": CODE.weapon_rocket,
                "rpg": CODE.weapon_rpg,
                "shell": CODE.weapon_shell,
                "sniper_rifle": CODE.weapon_sniper_rifle,
                "suicide_belt": CODE.weapon_suicide_belt,
                "tank": CODE.weapon_tank,
                "torpedo": CODE.weapon_torpedo,
                "vehicle_ram": CODE.weapon_vehicle_ram,
                "warplane": CODE.weapon_warplane,
                "warship": CODE.weapon_warship,
            }
        ),
    }
)
