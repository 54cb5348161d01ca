"""The hybrid: grammar's findings, judged and completed by the trained reader.

Everything that it adds is words of the text; everything carries a calibrated probability.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeVar

from extract.analysis import Analysis, Mention, ReportKind
from extract.assemble.claim import Facts
from extract.assemble.cluster import Cluster, Scene
from extract.assemble.party import Blamed
from extract.assemble.second import Tolls
from extract.assemble.target import Hit
from extract.document import Document
from extract.reader.candidate import Mentions
from extract.reader.claims import ClaimReader
from extract.reader.events import EventReader, Views, is_readers
from extract.reader.judge import Judge, Matter
from extract.reader.label import STATUSES, TYPES
from extract.reader.losses import LossReader
from extract.reader.network import Floats, Network
from extract.reader.opinion import Opinions
from extract.reader.roles import RoleReader
from extract.record import Attribution, EventStatus, EventType, Place

T = TypeVar("T")

_SURE: Final = 0.8
_UNLIKELY: Final = 0.15


class Hybrid:
    """The second opinion of the trained reader on one article."""

    def __init__(
        self, network: Network, judge: Judge, document: Document, analysis: Analysis
    ) -> None:
        self._judge = judge
        self._analysis = analysis
        self._reader = Opinions(network, document.text)
        self._mentions = Mentions(document.text, analysis)
        self._views: Views = {}
        self._denied = [
            report.content
            for report in analysis.reports
            if report.kind is ReportKind.DENIES and report.content is not None
        ]

    def events(self, clusters: list[Cluster], scene: Scene) -> list[Cluster]:
        """Grammar's events and those that only the reader sees, without what neither believes."""
        reader = EventReader(self._reader, self._mentions, self._judge, self._analysis)
        events, self._views = reader.events(clusters, scene)
        return events

    def type_of(self, one: Cluster, kind: EventType) -> EventType:
        """Grammar's, unless the reader alone saw the event or is sure of another."""
        view = self._views.get(id(one))
        if view is None:
            return kind
        return _settled(TYPES, view.opinion.types, kind, alone=is_readers(one))

    def status_of(self, one: Cluster, status: EventStatus) -> EventStatus:
        """Grammar's, unless the reader alone saw the event or is sure of another."""
        view = self._views.get(id(one))
        if view is None:
            return status
        return _settled(STATUSES, view.opinion.statuses, status, alone=is_readers(one))

    def perpetrators(self, one: Cluster, found: Sequence[Blamed]) -> Sequence[Blamed]:
        """Who acted. What stands only in a denial is nobody's blame."""
        roles = self._roles(one)
        return found if roles is None else roles.perpetrators(found)

    def targets(self, one: Cluster, found: Sequence[Hit]) -> Sequence[Hit]:
        """What was hit."""
        roles = self._roles(one)
        return found if roles is None else roles.targets(found)

    def weapons(self, one: Cluster, found: Sequence[Hit]) -> Sequence[Hit]:
        """What with."""
        roles = self._roles(one)
        return found if roles is None else roles.hits(Matter.WEAPON, found)

    def launches(self, one: Cluster, found: Sequence[Hit]) -> Sequence[Hit]:
        """Where it was fired from."""
        roles = self._roles(one)
        return found if roles is None else roles.hits(Matter.LAUNCH, found)

    def place(
        self, one: Cluster, found: tuple[Place, Mention] | None
    ) -> tuple[Place, Mention] | None:
        """Where it took place."""
        roles = self._roles(one)
        return found if roles is None else roles.place(found)

    def tolls(self, clusters: Sequence[Cluster], found: Tolls) -> Tolls:
        """Which statements about victims belong to which event."""
        return LossReader(self._judge, clusters, self._views).tolls(self._analysis.counts, found)

    def attributions(
        self, one: Cluster, facts: Facts, found: Sequence[Attribution]
    ) -> Sequence[Attribution]:
        """Who says what of an event."""
        view = self._views.get(id(one))
        if view is None:
            return found
        return ClaimReader(self._mentions, view, self._judge).claims(facts, found)

    def _roles(self, one: Cluster) -> RoleReader | None:
        view = self._views.get(id(one))
        if view is None:
            return None
        return RoleReader(self._mentions, self._judge, self._denied, one, view)


def _settled(labels: Sequence[T], chances: Floats, given: T, *, alone: bool) -> T:
    """The label that grammar gives, or the reader's: where it is alone, or sure of another."""
    unlikely = float(chances[labels.index(given)]) < _UNLIKELY
    if alone or (unlikely and float(chances.max()) > _SURE):
        return labels[int(chances.argmax())]
    return given


__all__ = ["Hybrid"]
