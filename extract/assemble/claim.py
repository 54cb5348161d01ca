"""Claims: what each report says of each event, as attributions about its facts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import Final

from extract.analysis import Mention, Report, ReportKind
from extract.assemble.sameness import same
from extract.assemble.stretches import Stretches
from extract.record import (
    Attribution,
    Certainty,
    ClaimKind,
    Event,
    EventType,
    Source,
    SourceKind,
    TargetKind,
)
from extract.span import Span

_OF_A_STATE: Final = (SourceKind.MILITARY, SourceKind.OFFICIAL)
_SETTING: Final = ("place", "dating")
_CONFIDENCE: Final = 0.7
_FAR_CONFIDENCE: Final = 0.5


@dataclass
class Facts:
    """Where the facts of one event stand: path inside the event -> offsets of all its words.

    It is asked about places only once it is complete.
    """

    event: Event
    spans: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    anchors: list[tuple[int, int]] = field(default_factory=list)
    agents: dict[str, Mention] = field(default_factory=dict)

    def within(self, start: int, end: int) -> list[str]:
        """Paths of the facts whose words stand in ``[start, end)``."""
        return list(dict.fromkeys(self._facts.within(start, end)))

    def telling(self, start: int, end: int) -> bool:
        """Whether a fact other than place and date stands in ``[start, end)``."""
        return any(path not in _SETTING for path in self._facts.within(start, end))

    def anchored(self, start: int, end: int) -> bool:
        """Whether one of the event's own words stands in ``[start, end)``."""
        return bool(self._words.within(start, end))

    @cached_property
    def _facts(self) -> Stretches[str]:
        told = ((path, span) for path, spans in self.spans.items() for span in spans)
        return Stretches((first, last, path) for path, (first, last) in told)

    @cached_property
    def _words(self) -> Stretches[None]:
        return Stretches((first, last, None) for first, last in self.anchors)


def source_of(mention: Mention) -> Source:
    """The speaker as it goes into the record."""
    return Source(
        text=mention.words.text,
        start=mention.words.start,
        end=mention.words.end,
        canonical_en=mention.canonical_en,
        entity=mention.entity,
        kind=mention.source_kind or SourceKind.OFFICIAL,
    )


def attributions(
    reports: Sequence[Report], facts: Sequence[Facts], violent: Sequence[Mention]
) -> Iterator[tuple[Event, Attribution]]:
    """Yield every claim with the event that it is about, in the order of the text."""
    current: Facts | None = facts[0] if facts else None
    told = _Told(facts, violent)
    for report in reports:
        about = _events_of(report, told, current)
        for one in about:
            yield from ((one.event, claim) for claim in _claims(report, one))
        if about:
            current = about[-1]


class _Told:
    """Where all events of an article stand, and what else in it speaks of violence."""

    def __init__(self, facts: Sequence[Facts], violent: Sequence[Mention]) -> None:
        self._facts = facts
        self._events = Stretches(
            (first, last, number)
            for number, one in enumerate(facts)
            for path, spans in ((None, one.anchors), *one.spans.items())
            if path not in _SETTING
            for first, last in spans
        )
        self._violent = Stretches((m.words.start, m.words.end, None) for m in violent)
        anchors = sorted(
            (first, -last, number)
            for number, one in enumerate(facts)
            for first, last in one.anchors
        )
        self._starts = [first for first, *_ in anchors]
        self._latest = list(accumulate(((last, n) for _, last, n in anchors), min))

    def named(self, start: int, end: int) -> list[Facts]:
        """The events of which a word, or a fact other than place and date, stands there."""
        return [self._facts[n] for n in dict.fromkeys(self._events.within(start, end))]

    def is_violent(self, start: int, end: int) -> bool:
        """Whether a weapon, armed people or victims are named there."""
        return bool(self._violent.within(start, end))

    def before(self, place: int) -> Facts | None:
        """The event whose words stand last before a place, or at it."""
        at = bisect_right(self._starts, place)
        return self._facts[self._latest[at - 1][1]] if at else None


def _events_of(report: Report, told: _Told, current: Facts | None) -> list[Facts]:
    """The events that a report speaks of: named in what is said, else the one spoken of last."""
    if report.content is not None:
        start, end = report.content
        named = told.named(start, end)
        if named:
            if report.kind in (ReportKind.CLAIMS, ReportKind.DENIES, ReportKind.ACCUSES):
                anchored = [one for one in named if one.anchored(start, end)]
                return (anchored or named)[:1]
            return [one for one in named if one.telling(start, end)] or named
    kinds = (ReportKind.CLAIMS, ReportKind.ACCUSES, ReportKind.DENIES, ReportKind.SILENT)
    topical = report.topic in (ClaimKind.MOTIVE, ClaimKind.TARGET)
    if report.kind in kinds or topical or _speaks_of_violence(report, told):
        nearest = told.before(report.cue.start) or current
        return [nearest] if nearest is not None else []
    return []


def _speaks_of_violence(report: Report, told: _Told) -> bool:
    """Whether what is said names a weapon, armed people or victims: it is about the event told."""
    if report.content is None or report.source is None:
        return False
    return told.is_violent(*report.content)


def _claims(report: Report, facts: Facts) -> Iterator[Attribution]:
    if report.source is None and report.kind is not ReportKind.SILENT:
        return
    if report.kind is ReportKind.SILENT:
        topic = report.topic or _unsaid(report, facts)
        if topic is not None:
            yield _attribution(report, topic, [], Certainty.UNSTATED, None)
        return
    if report.kind is ReportKind.DENIES:
        paths = _own(report, facts) or ["occurrence"]
        yield _attribution(report, ClaimKind.DENIAL, paths, Certainty.DENIED, None)
        return
    if report.kind is ReportKind.CLAIMS:
        paths = _own(report, facts)
        yield _attribution(report, ClaimKind.RESPONSIBILITY_CLAIM, paths, report.certainty, None)
        return
    if report.kind is ReportKind.ACCUSES:
        yield from _accusations(report, facts)
        return
    yield from _said(report, facts)


def _unsaid(report: Report, facts: Facts) -> ClaimKind | None:
    """What a silence leaves open: whether the act was one's own, or whether there was one.

    The first of those who stand accused and, where nobody does, of armed groups and foreign states.
    """
    speaker = report.source
    if speaker is None:
        return None
    place = facts.event.place
    is_abroad = (
        speaker.country is not None
        and place is not None
        and place.country is not None
        and speaker.country != place.country
    )
    is_group = speaker.target_kind is TargetKind.ARMED_GROUP
    may_own = bool(_own(report, facts)) or (not facts.agents and (is_abroad or is_group))
    return ClaimKind.RESPONSIBILITY_CLAIM if may_own else ClaimKind.OCCURRENCE


def _own(report: Report, facts: Facts) -> list[str]:
    """Paths of the perpetrators that the speaker is or speaks for."""
    return [path for path, agent in facts.agents.items() if speaks_of_own(report, agent)]


def speaks_of_own(report: Report, agent: Mention) -> bool:
    """Whether the speaker tells of what its own side did.

    Its own side is itself, whom it speaks for, "its aircraft", and, for officials and soldiers, the
    forces of their state: those of the same country, or forces named without any ("the army").
    """
    speakers = [m for m in (report.source, report.on_behalf_of) if m is not None]
    if not speakers:
        return False
    if agent.hostile:
        return False
    if agent.possessed or any(same(speaker, agent) for speaker in speakers):
        return True
    if agent.target_kind not in (TargetKind.STATE_FORCES, TargetKind.AIRCRAFT):
        return False
    official = [m for m in speakers if m.source_kind in _OF_A_STATE]
    return any(
        speaker.country == agent.country
        if speaker.country is not None and agent.country is not None
        else agent.entity is None and agent.target_kind is TargetKind.STATE_FORCES
        for speaker in official
    )


def _accusations(report: Report, facts: Facts) -> Iterator[Attribution]:
    paths = [
        path
        for path, agent in facts.agents.items()
        if any(same(accused, agent) for accused in report.accused)
    ]
    value = " و".join(m.words.text for m in report.accused) if report.accused else None
    yield _attribution(report, ClaimKind.PERPETRATOR, paths, report.certainty, value)


def _said(report: Report, facts: Facts) -> Iterator[Attribution]:
    assert report.content is not None
    start, end = report.content
    inside = facts.within(start, end)
    certainty = report.certainty
    if report.statement is not None:
        yield _attribution(report, ClaimKind.TARGET, [], certainty, report.statement.text)
        if inside:  # who recalls an act says that it took place
            act = facts.event.text
            yield _attribution(report, ClaimKind.OCCURRENCE, inside, certainty, act)
        return
    if report.topic is not None:
        chosen = [path for path in inside if _kind_of(path, report, facts) is report.topic]
        yield _attribution(report, report.topic, chosen, certainty, None)
        return
    groups: dict[ClaimKind, list[str]] = {}
    for path in inside:
        groups.setdefault(_kind_of(path, report, facts), []).append(path)
    minor = groups.pop(ClaimKind.OCCURRENCE, [])
    # Who says that somebody was murdered tells the act itself; its one death is no toll.
    if facts.event.type is EventType.ASSASSINATION and facts.anchored(start, end):
        minor += groups.pop(ClaimKind.CASUALTIES, [])
    blamed = ClaimKind.PERPETRATOR in groups or ClaimKind.RESPONSIBILITY_CLAIM in groups
    if (ClaimKind.TARGET in groups and (blamed or ClaimKind.CASUALTIES in groups)) or (
        ClaimKind.TARGET in groups and facts.anchored(start, end)
    ):
        minor += groups.pop(ClaimKind.TARGET)
    if not groups:
        groups[ClaimKind.OCCURRENCE] = ["occurrence"]
    first = True
    for kind, paths in groups.items():
        value = facts.event.text if kind is ClaimKind.OCCURRENCE else None
        yield _attribution(report, kind, paths + (minor if first else []), certainty, value)
        first = False


def _kind_of(path: str, report: Report, facts: Facts) -> ClaimKind:
    role = path.split("/")[0]
    if role == "perpetrators":
        agent = facts.agents[path]
        if speaks_of_own(report, agent):
            return ClaimKind.RESPONSIBILITY_CLAIM
        named = agent.entity is not None or agent.country is not None
        return ClaimKind.PERPETRATOR if named else ClaimKind.OCCURRENCE
    return {
        "casualties": ClaimKind.CASUALTIES,
        "targets": ClaimKind.TARGET,
        "motives": ClaimKind.MOTIVE,
    }.get(role, ClaimKind.OCCURRENCE)


def _attribution(
    report: Report,
    claim: ClaimKind,
    about: list[str],
    certainty: Certainty,
    value: str | None,
) -> Attribution:
    cue = report.cue
    return Attribution(
        source=source_of(report.source) if report.source is not None else None,
        on_behalf_of=source_of(report.on_behalf_of) if report.on_behalf_of is not None else None,
        relayed_by=[source_of(channel) for channel in report.relayed_by],
        claim=claim,
        claimed_value=value,
        about=about,
        certainty=certainty,
        cue_span=Span(text=cue.text, start=cue.start, end=cue.end),
        reporting_verb=report.verb,
        said_on=report.said_on.earliest if report.said_on is not None else None,
        sentence=cue.sentence,
        rule=report.rule,
        confidence=_CONFIDENCE if about else _FAR_CONFIDENCE,
    )
