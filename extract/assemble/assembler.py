"""The assembler: clusters, days, places, parties, tolls and claims into a record."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from extract.analysis import (
    Analysis,
    Mention,
    MentionKind,
    Predication,
    TollMention,
)
from extract.assemble.claim import Facts, attributions
from extract.assemble.cluster import Cluster, Scene, cluster
from extract.assemble.day import DayReader
from extract.assemble.evidence import evidence, participant
from extract.assemble.loss import losses
from extract.assemble.party import PartyReader
from extract.assemble.place import PlaceReader
from extract.assemble.relation import relations
from extract.assemble.sameness import distinct, overlap, same
from extract.assemble.second import Grammar, SecondOpinion
from extract.assemble.target import Hit, kind_of, targets
from extract.document import Document
from extract.record import (
    Attribution,
    CasualtyEstimate,
    Certainty,
    ClaimKind,
    Event,
    EventStatus,
    EventType,
    LaunchPlace,
    Motive,
    Perpetrator,
    Record,
    Target,
    TargetKind,
    Weapon,
)
from extract.span import Found, Span

_SAME_OUTLET: Final = 0.66


def assemble(document: Document, analysis: Analysis, second: SecondOpinion | None = None) -> Record:
    """Make the record of ``document`` from what its language room found.

    Args:
        document: The article.
        analysis: What its language room found in it.
        second: What judges the facts besides grammar, if anything does.
    """
    return _Assembler(document, analysis, second or Grammar()).record()


class _Assembler:
    """Holds one article while its record is made."""

    def __init__(self, document: Document, analysis: Analysis, second: SecondOpinion) -> None:
        self.document = document
        self.analysis = analysis
        self.second = second
        self.parties = PartyReader(analysis)
        self.places = PlaceReader(analysis)
        self.days = DayReader(analysis)

    def record(self) -> Record:
        scene = self._scene()
        clusters = self.second.events(cluster(self.analysis.predications, scene), scene)
        self.days.give_times(p for one in clusters for p in one.predications)
        tolls = self.second.tolls(clusters, losses(clusters, self.analysis.tolls))
        made = [
            self._event(f"e{number}", one, tolls.get(number - 1, []))
            for number, one in enumerate(clusters, start=1)
        ]
        facts = [one for _, one in made]
        events = [event for event, _ in made]
        told: dict[tuple[str, ClaimKind, str | None, Certainty], list[Attribution]] = {}
        for event, attribution in attributions(
            self.analysis.reports, facts, self._violent_mentions()
        ):
            key = event.id, attribution.claim, attribution.source_text, attribution.certainty
            earlier = told.setdefault(key, [])
            if not _repeats(attribution, earlier):
                earlier.append(attribution)
                event.attributions.append(attribution)
        for one, (event, known) in zip(clusters, made, strict=True):
            event.attributions = list(self.second.attributions(one, known, event.attributions))
        self._causes(clusters, events)
        self._drop_own_channel(events)
        return Record(
            id=self.document.id,
            key=self.document.key,
            lang=self.document.lang,
            title=self.document.title,
            published=self.analysis.published,
            publisher=self.document.publisher,
            url=self.document.url,
            text_sha256=self.document.text_sha256,
            text_length=len(self.document.text),
            sentences=[
                Span(text=self.document.text[start:end], start=start, end=end)
                for start, end in self.analysis.sentences
            ],
            events=events,
            relations=relations(self.analysis.relations),
            warnings=[]
            if self.document.published
            else ["published: unknown, relative dates stay open"],
        )

    def _drop_own_channel(self, events: Sequence[Event]) -> None:
        """What is told to the outlet itself came through no other channel."""
        publisher = self.document.publisher
        if publisher is None:
            return
        for attribution in (a for event in events for a in event.attributions):
            attribution.relayed_by = [
                channel
                for channel in attribution.relayed_by
                if overlap(channel.text, publisher) < _SAME_OUTLET
                and overlap(channel.canonical_en or "", publisher) < _SAME_OUTLET
            ]

    def _violent_mentions(self) -> list[Mention]:
        """Weapons, armed people and victims: who speaks of them speaks of the event."""
        kinds = (MentionKind.WEAPON, MentionKind.VICTIM)
        return [
            m
            for m in self.analysis.mentions
            if m.kind in kinds
            or (m.kind is MentionKind.ACTOR and m.target_kind is TargetKind.ARMED_GROUP)
        ]

    def _scene(self) -> Scene:
        return Scene(
            self.places.by_sentence(),
            sorted(self.analysis.breaks),
            self.days.main,
            self._is_titled(),
            self.analysis.reaching,
        )

    def _is_titled(self) -> bool:
        """Whether the first sentence is a headline: a line of its own without a full stop."""
        bounds = self.analysis.sentences
        if len(bounds) < 2:
            return False
        text = self.document.text
        apart = "\n" in text[bounds[0][1] : bounds[1][0]]
        return apart and not text[bounds[0][0] : bounds[0][1]].rstrip().endswith((".", "؟", "!"))

    # -- one event ------------------------------------------------------------------------------

    def _event(self, id_: str, one: Cluster, tolls: Sequence[TollMention]) -> tuple[Event, Facts]:
        head = _head(one)
        event = Event(
            **evidence(head.anchor, head.rule),
            id=id_,
            type=self.second.type_of(one, _type(one)),
            status=self.second.status_of(one, self._status(one, id_ == "e1")),
        )
        facts = Facts(event)
        facts.anchors = [(p.anchor.start, p.anchor.end) for p in one.predications]
        event.mentions = [
            Found(**evidence(p.anchor, p.rule)) for p in one.predications if p is not head
        ]
        self._perpetrators(one, event, facts)
        self._targets(one, tolls, event, facts)
        self._weapons(one, event, facts)
        self._launches(one, event, facts)
        self._orders(one, event, facts)
        self._casualties(tolls, event, facts)
        self._place(one, event, facts)
        self._dating(one, event, facts)
        for p in one.predications:
            if p.motive is not None:
                path = f"motives/{len(event.motives)}"
                event.motives.append(Motive(**evidence(p.motive, p.rule)))
                facts.spans[path] = [(p.motive.start, p.motive.end)]
        return event, facts

    def _status(self, one: Cluster, first: bool) -> EventStatus:
        told = [p.status for p in one.predications]
        given = [status for status in told if status is not None]
        if given and len(given) == len(told):
            return given[0]
        if all(self.parties.is_denied(p.anchor) for p in one.predications):
            return EventStatus.DENIED
        whens = one.whens
        if not first and whens and all(self.days.is_old(when) for when in whens):
            return EventStatus.BACKGROUND
        if not first and all(p.several and not p.places for p in one.predications):
            return EventStatus.BACKGROUND
        return EventStatus.HAPPENED

    def _perpetrators(self, one: Cluster, event: Event, facts: Facts) -> None:
        for blamed in self.second.perpetrators(one, self.parties.blamed(one)):
            mention = blamed.mention
            path = f"perpetrators/{len(event.perpetrators)}"
            event.perpetrators.append(
                Perpetrator(
                    **evidence(mention.words, blamed.rule, blamed.confidence),
                    canonical_en=mention.canonical_en,
                    entity=mention.entity,
                    basis=blamed.basis,
                )
            )
            facts.spans[path] = list(blamed.places)
            facts.agents[path] = mention

    def _targets(
        self, one: Cluster, tolls: Sequence[TollMention], event: Event, facts: Facts
    ) -> None:
        for hit in self.second.targets(one, targets(one, tolls)):
            mention = hit.mention
            path = f"targets/{len(event.targets)}"
            event.targets.append(
                Target(
                    **evidence(mention.words, hit.rule, hit.confidence),
                    canonical_en=mention.canonical_en,
                    entity=mention.entity,
                    kind=kind_of(mention),
                    count=mention.count,
                    owner=participant(mention.owner, "owner") if mention.owner else None,
                )
            )
            facts.spans[path] = list(hit.places)

    def _weapons(self, one: Cluster, event: Event, facts: Facts) -> None:
        for hit in self.second.weapons(one, _hits(one.all("weapons"), "weapon")):
            mention = hit.mention
            path = f"weapons/{len(event.weapons)}"
            event.weapons.append(
                Weapon(
                    **evidence(mention.words, hit.rule, hit.confidence),
                    canonical_en=mention.canonical_en,
                    count=mention.count,
                )
            )
            facts.spans[path] = list(hit.places)

    def _launches(self, one: Cluster, event: Event, facts: Facts) -> None:
        for hit in self.second.launches(one, _hits(one.all("launches"), "launch-place")):
            mention = hit.mention
            path = f"launched_from/{len(event.launched_from)}"
            event.launched_from.append(
                LaunchPlace(
                    **evidence(mention.words, hit.rule, hit.confidence),
                    canonical_en=mention.canonical_en,
                    country=mention.country,
                    entity=mention.entity,
                )
            )
            facts.spans[path] = list(hit.places)

    def _orders(self, one: Cluster, event: Event, facts: Facts) -> None:
        for who, words in self.parties.ordering(one):
            path = f"ordered_by/{len(event.ordered_by)}"
            event.ordered_by.append(participant(who, "order"))
            facts.spans[path] = [(words.start, words.end)]

    def _casualties(self, tolls: Sequence[TollMention], event: Event, facts: Facts) -> None:
        for toll in tolls:
            path = f"casualties/{len(event.casualties)}"
            event.casualties.append(
                CasualtyEstimate(
                    **evidence(toll.words, toll.rule),
                    status=toll.status,
                    victims=toll.victims.words.text if toll.victims else None,
                    affiliation=participant(toll.body, "affiliation") if toll.body else None,
                    low=toll.low,
                    high=toll.high,
                    whole=toll.whole,
                )
            )
            facts.spans[path] = [(toll.words.start, toll.words.end)]

    def _place(self, one: Cluster, event: Event, facts: Facts) -> None:
        found = self.second.place(one, self.places.place(one))
        if found is None:
            return
        event.place, best = found
        alike = [m for m in (*one.all("places"), *one.all("targets")) if same(m, best)] or [best]
        facts.spans["place"] = [(m.words.start, m.words.end) for m in alike]

    def _dating(self, one: Cluster, event: Event, facts: Facts) -> None:
        event.dating = self.days.dating(one, event.status)
        if event.dating is not None:
            facts.spans["dating"] = [(event.dating.start, event.dating.end)]

    # -- causes --------------------------------------------------------------------------------

    def _causes(self, clusters: Sequence[Cluster], events: Sequence[Event]) -> None:
        home = {index: n for n, one in enumerate(clusters) for index in one.members}
        for number, one in enumerate(clusters):
            for p in one.predications:
                cause = home.get(p.answers) if p.answers is not None else None
                if cause is not None and cause != number and p.answer_words is not None:
                    events[number].caused_by = events[cause].id
                    events[number].cause = Found(**evidence(p.answer_words, "response"))
                    break


def _repeats(new: Attribution, told: Sequence[Attribution]) -> bool:
    """Whether a claim says nothing new; ``told``: claims of its kind by the same speaker.

    Numbers of other victims are news.
    """
    if new.claim is ClaimKind.CASUALTIES:
        return any(set(new.about) & set(earlier.about) for earlier in told)
    return bool(told)


def _hits(mentions: Sequence[Mention], rule: str) -> list[Hit]:
    """Each thing once, at its own place."""
    return [
        Hit(mention, ((mention.words.start, mention.words.end),), rule)
        for mention in distinct(mentions)
    ]


def _head(one: Cluster) -> Predication:
    """The event word that names the event best: specific, with arguments, early."""

    def weight(p: Predication) -> tuple[int, int, int, int]:
        return (
            int(not p.definite),
            int(p.type is not None),
            int(p.anchor.sentence > 0),
            len(p.targets) + len(p.agents) + len(p.places) + len(p.weapons),
        )

    return max(one.predications, key=weight)


def _type(one: Cluster) -> EventType:
    if one.type is not None:
        return one.type
    kinds = {m.target_kind for m in one.all("targets")}
    if kinds & {TargetKind.STATE_FORCES, TargetKind.MILITARY_POSITION, TargetKind.ARMED_GROUP}:
        return EventType.AMBUSH_OR_SHOOTING
    return EventType.OTHER_VIOLENCE


__all__ = ["assemble"]
