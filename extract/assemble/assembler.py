"""The assembler: clusters, dates, parties, tolls and claims into a record."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from extract.analysis import (
    Analysis,
    Mention,
    MentionKind,
    Predication,
    RelationMention,
    TollMention,
    When,
    Words,
)
from extract.assemble.claim import Facts, attributions
from extract.assemble.cluster import Cluster, Scene, cluster
from extract.assemble.party import PartyReader
from extract.assemble.sameness import distinct, same
from extract.document import Document
from extract.record import (
    CasualtyEstimate,
    DatePrecision,
    Dating,
    Event,
    EventStatus,
    EventType,
    Found,
    LaunchPlace,
    Motive,
    Party,
    Perpetrator,
    Place,
    Record,
    Relation,
    Span,
    SpatialPrecision,
    Target,
    TargetKind,
    Weapon,
)

_CONFIDENCE: Final = 0.75
_CONTEXT_CONFIDENCE: Final = 0.4
_BACKGROUND_DAYS: Final = 4
_COARSE: Final = (SpatialPrecision.COUNTRY, SpatialPrecision.ADMIN1)
_PLACES: Final = (MentionKind.PLACE, MentionKind.FACILITY)


def assemble(document: Document, analysis: Analysis) -> Record:
    """Make the record of ``document`` from what its language room found."""
    return _Assembler(document, analysis).record()


class _Assembler:
    """Holds one article while its record is made."""

    def __init__(self, document: Document, analysis: Analysis) -> None:
        self.document = document
        self.analysis = analysis
        self.parties = PartyReader(analysis)

    def record(self) -> Record:
        spoken = _times_of_speech(self.analysis)
        _give_times(self.analysis, spoken)
        main = self._main_day()
        clusters = cluster(self.analysis.predications, self._scene(main))
        tolls = self._tolls(clusters)
        made = [
            self._event(f"e{number}", one, tolls.get(number - 1, []), main)
            for number, one in enumerate(clusters, start=1)
        ]
        facts = [one for _, one in made]
        events = [event for event, _ in made]
        for event, attribution in attributions(
            self.analysis.reports, facts, self._violent_mentions()
        ):
            if not any(
                earlier.claim is attribution.claim
                and earlier.source_text == attribution.source_text
                and earlier.certainty is attribution.certainty
                for earlier in event.attributions
            ):
                event.attributions.append(attribution)
        self._causes(clusters, events)
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
            relations=[_relation(r) for r in _told_once(self.analysis.relations)],
            warnings=[]
            if self.document.published
            else ["published: unknown, relative dates stay open"],
        )

    def _violent_mentions(self) -> list[Mention]:
        """Weapons, armed people and victims: who speaks of them speaks of the event."""
        kinds = (MentionKind.WEAPON, MentionKind.VICTIM)
        return [
            m
            for m in self.analysis.mentions
            if m.kind in kinds
            or (m.kind is MentionKind.ACTOR and m.target_kind is TargetKind.ARMED_GROUP)
        ]

    # -- days -----------------------------------------------------------------------------------

    def _scene(self, main: When | None) -> Scene:
        places: dict[int, list[Mention]] = {}
        for mention in self.analysis.mentions:
            if mention.kind in _PLACES and not mention.anaphoric:
                places.setdefault(mention.words.sentence, []).append(mention)
        return Scene(places, self.analysis.breaks, main, self._is_titled())

    def _is_titled(self) -> bool:
        """Whether the first sentence is a headline: a line of its own without a full stop."""
        bounds = self.analysis.sentences
        if len(bounds) < 2:
            return False
        text = self.document.text
        apart = "\n" in text[bounds[0][1] : bounds[1][0]]
        return apart and not text[bounds[0][0] : bounds[0][1]].rstrip().endswith((".", "؟", "!"))

    def _main_day(self) -> When | None:
        """The day that the article is about: the first given to an event near its publication."""
        for p in self.analysis.predications:
            when = p.when
            if when is not None and when.precision is DatePrecision.DAY and not self._is_old(when):
                return when
        for when in self.analysis.times:
            if when.precision is DatePrecision.DAY and not self._is_old(when):
                return when
        return None

    def _is_old(self, when: When) -> bool:
        if self.analysis.published is None:
            return False
        published = date.fromisoformat(self.analysis.published)
        return when.latest < (published - timedelta(days=_BACKGROUND_DAYS)).isoformat()

    # -- one event ------------------------------------------------------------------------------

    def _event(
        self, id_: str, one: Cluster, tolls: Sequence[TollMention], main: When | None
    ) -> tuple[Event, Facts]:
        head = _head(one)
        status = self._status(one, id_ == "e1")
        event = Event(
            **_found(head.anchor, head.rule, _CONFIDENCE),
            id=id_,
            type=_type(one),
            status=status,
        )
        facts = Facts(event)
        facts.anchors = [(p.anchor.start, p.anchor.end) for p in one.predications]
        event.mentions = [
            Found(**_found(p.anchor, p.rule, _CONFIDENCE))
            for p in one.predications
            if p is not head
        ]
        self._perpetrators(one, event, facts)
        self._targets(one, tolls, event, facts)
        self._weapons(one, event, facts)
        self._launches(one, event, facts)
        self._casualties(tolls, event, facts)
        self._place(one, event, facts)
        self._dating(one, event, facts, main, status)
        for p in one.predications:
            if p.motive is not None:
                path = f"motives/{len(event.motives)}"
                event.motives.append(Motive(**_found(p.motive, p.rule, _CONFIDENCE)))
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
        if not first and whens and all(self._is_old(when) for when in whens):
            return EventStatus.BACKGROUND
        if not first and all(p.several and not p.places for p in one.predications):
            return EventStatus.BACKGROUND
        return EventStatus.HAPPENED

    def _perpetrators(self, one: Cluster, event: Event, facts: Facts) -> None:
        for blamed in self.parties.blamed(one):
            mention = blamed.mention
            path = f"perpetrators/{len(event.perpetrators)}"
            event.perpetrators.append(
                Perpetrator(
                    **_found(mention.words, "perpetrator", _CONFIDENCE),
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
        mentions = one.all("targets")
        victims = [t.victims for t in tolls if t.victims is not None and t.whole]
        useful = (
            [v for v in victims if _is_telling(v)]
            if not mentions
            else [
                v for v in victims if _is_telling(v) and v.target_kind is not TargetKind.ARMED_GROUP
            ]
        )
        agents = one.all("agents")
        chosen = distinct([*mentions, *useful])
        for mention in chosen:
            if any(same(mention, agent) for agent in agents) and mention in useful:
                continue
            path = f"targets/{len(event.targets)}"
            event.targets.append(
                Target(
                    **_found(mention.words, "target", _CONFIDENCE),
                    canonical_en=mention.canonical_en,
                    entity=mention.entity,
                    kind=mention.target_kind or TargetKind.OTHER,
                    count=mention.count,
                )
            )
            alike = [m for m in (*mentions, *useful) if same(m, mention)]
            facts.spans[path] = [(m.words.start, m.words.end) for m in alike]

    def _weapons(self, one: Cluster, event: Event, facts: Facts) -> None:
        for mention in distinct(one.all("weapons")):
            path = f"weapons/{len(event.weapons)}"
            event.weapons.append(
                Weapon(
                    **_found(mention.words, "weapon", _CONFIDENCE),
                    canonical_en=mention.canonical_en,
                    count=mention.count,
                )
            )
            facts.spans[path] = [(mention.words.start, mention.words.end)]

    def _launches(self, one: Cluster, event: Event, facts: Facts) -> None:
        for mention in distinct(one.all("launches")):
            path = f"launched_from/{len(event.launched_from)}"
            event.launched_from.append(
                LaunchPlace(
                    **_found(mention.words, "launch-place", _CONFIDENCE),
                    canonical_en=mention.canonical_en,
                    country=mention.country,
                    entity=mention.entity,
                )
            )
            facts.spans[path] = [(mention.words.start, mention.words.end)]

    def _casualties(self, tolls: Sequence[TollMention], event: Event, facts: Facts) -> None:
        for toll in tolls:
            path = f"casualties/{len(event.casualties)}"
            event.casualties.append(
                CasualtyEstimate(
                    **_found(toll.words, toll.rule, _CONFIDENCE),
                    status=toll.status,
                    victims=toll.victims.words.text if toll.victims else None,
                    low=toll.low,
                    high=toll.high,
                    whole=toll.whole,
                )
            )
            facts.spans[path] = [(toll.words.start, toll.words.end)]

    def _place(self, one: Cluster, event: Event, facts: Facts) -> None:
        best, confidence, rule = self._best_place(one)
        if best is None:
            return
        event.place = Place(
            **_found(best.words, rule, confidence),
            canonical_en=best.canonical_en,
            country=best.country,
            entity=best.entity,
            precision=best.precision,
        )
        alike = [m for m in (*one.all("places"), *one.all("targets")) if same(m, best)] or [best]
        facts.spans["place"] = [(m.words.start, m.words.end) for m in alike]

    def _best_place(self, one: Cluster) -> tuple[Mention | None, float, str]:
        """The finest place that grammar gives, else the target's, else one that stands nearby."""
        own = [m for m in one.all("places") if not m.anaphoric]
        targets = [m for m in one.all("targets") if m.kind in _PLACES and not m.anaphoric]
        fine = [m for m in own if m.precision not in _COARSE]
        known = [m for m in targets if m.kind is MentionKind.FACILITY and m.entity is not None]
        for mentions in (known, fine, targets):
            if mentions:
                return mentions[0], _CONFIDENCE, "place"
        nearby = self._place_nearby(one)
        if nearby is not None and (not own or nearby.precision not in _COARSE):
            return nearby, _CONTEXT_CONFIDENCE, "place.context"
        if own:
            return own[0], _CONFIDENCE, "place"
        anaphoric = one.all("places")
        return (anaphoric[0] if anaphoric else None), _CONTEXT_CONFIDENCE, "place.anaphoric"

    def _place_nearby(self, one: Cluster) -> Mention | None:
        """The place that the event's sentence, else the article before it, speaks of."""
        places = [
            m
            for m in self.analysis.mentions
            if m.kind in _PLACES and not m.anaphoric and (m.placed or m.precision not in _COARSE)
        ]
        sentences = {p.anchor.sentence for p in one.predications}
        start = one.predications[0].anchor.start
        own = [m for m in places if m.words.sentence in sentences]
        placed = [m for m in own if m.placed] or own
        if placed:
            return min(placed, key=lambda m: (_coarseness(m), abs(m.words.start - start)))
        earlier = [m for m in places if m.words.sentence < min(sentences) and m.placed]
        if earlier:
            return earlier[-1]
        return next((m for m in places if m.placed), None)

    def _dating(
        self, one: Cluster, event: Event, facts: Facts, main: When | None, status: EventStatus
    ) -> None:
        whens = one.whens
        days = [w for w in whens if w.precision is DatePrecision.DAY]
        when = next(iter(days or whens), None)
        confidence, rule = _CONFIDENCE, "date"
        if when is None and status in (
            EventStatus.HAPPENED,
            EventStatus.ALLEGED,
            EventStatus.DENIED,
        ):
            when, confidence, rule = main, _CONTEXT_CONFIDENCE, "date.context"
        if when is None:
            return
        event.dating = Dating(
            **_found(when.words, rule, confidence),
            earliest=when.earliest,
            latest=when.latest,
            precision=when.precision,
        )
        facts.spans["dating"] = [(when.words.start, when.words.end)]

    # -- tolls and causes -----------------------------------------------------------------------

    def _tolls(self, clusters: Sequence[Cluster]) -> dict[int, list[TollMention]]:
        """Tolls by cluster: tied by grammar, else to the event spoken of last."""
        home = {index: n for n, one in enumerate(clusters) for index in one.members}
        found: dict[int, list[TollMention]] = {}
        for toll in self.analysis.tolls:
            number = home.get(toll.event) if toll.event is not None else None
            if number is None:
                number = self._event_before(toll.words, clusters)
            if number is not None:
                found.setdefault(number, []).append(toll)
        return found

    @staticmethod
    def _event_before(words: Words, clusters: Sequence[Cluster]) -> int | None:
        best, best_start = None, -1
        for number, one in enumerate(clusters):
            for p in one.predications:
                if best_start < p.anchor.start <= words.start:
                    best, best_start = number, p.anchor.start
        if best is None and clusters:
            return 0
        return best

    def _causes(self, clusters: Sequence[Cluster], events: Sequence[Event]) -> None:
        home = {index: n for n, one in enumerate(clusters) for index in one.members}
        for number, one in enumerate(clusters):
            for p in one.predications:
                cause = home.get(p.answers) if p.answers is not None else None
                if cause is not None and cause != number and p.answer_words is not None:
                    events[number].caused_by = events[cause].id
                    events[number].cause = Found(**_found(p.answer_words, "response", _CONFIDENCE))
                    break


def _relation(relation: RelationMention) -> Relation:
    return Relation(
        **_found(relation.words, relation.rule, _CONFIDENCE),
        kind=relation.kind,
        subject_span=_party(relation.subject),
        object_span=_party(relation.object),
    )


def _told_once(relations: Sequence[RelationMention]) -> list[RelationMention]:
    """The relations without those that say of the same two parties what an earlier one says."""
    kept: list[RelationMention] = []
    for relation in relations:
        if not any(
            earlier.kind is relation.kind
            and same(earlier.subject, relation.subject)
            and same(earlier.object, relation.object)
            for earlier in kept
        ):
            kept.append(relation)
    return kept


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


def _is_telling(victims: Mention) -> bool:
    """Whether the victims of a toll say who was hit: a person, soldiers, workers, not «persons»."""
    if victims.kind is MentionKind.PERSON:
        return True
    if victims.kind is MentionKind.ACTOR:
        return True
    return victims.kind is MentionKind.VICTIM and not (victims.canonical_en or "").endswith(
        "person"
    )


def _coarseness(mention: Mention) -> int:
    return int(mention.precision in _COARSE)


def _found(words: Words, rule: str, confidence: float) -> dict[str, object]:
    return {
        "text": words.text,
        "start": words.start,
        "end": words.end,
        "sentence": words.sentence,
        "rule": rule,
        "confidence": confidence,
    }


def _party(mention: Mention) -> Party:
    return Party(
        text=mention.words.text,
        start=mention.words.start,
        end=mention.words.end,
        canonical_en=mention.canonical_en,
        entity=mention.entity,
    )


def _times_of_speech(analysis: Analysis) -> list[When]:
    """Times that stand between a reporting verb and what is said: when it was said."""
    spoken: list[When] = []
    for report in analysis.reports:
        if report.content is None or report.content[0] < report.cue.start:
            continue
        for when in analysis.times:
            if report.cue.end <= when.words.start and when.words.end <= report.content[0]:
                spoken.append(when)
                report.said_on = report.said_on or when
    return spoken


def _give_times(analysis: Analysis, spoken: Sequence[When]) -> None:
    """Give each event word the nearest time of its own sentence, unless grammar gave it one."""
    for p in analysis.predications:
        if p.when is not None:
            continue
        mine = [
            t for t in analysis.times if t.words.sentence == p.anchor.sentence and t not in spoken
        ]
        if mine:
            p.when = min(mine, key=lambda t: _distance(p.anchor, t.words))


def _distance(first: Words, second: Words) -> int:
    if second.start >= first.end:
        return second.start - first.end
    return max(0, first.start - second.end)


__all__ = ["assemble"]
