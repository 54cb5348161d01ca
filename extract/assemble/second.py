"""The second opinion: what else may judge what grammar found, while the record is made.

The assembler asks at each step; grammar alone (``Grammar``) lets everything stand. A trained reader
(``extract.reader``) may drop what it does not believe, add what grammar missed, and say how sure
the two together are.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from extract.analysis import Mention, TollMention
from extract.assemble.target import Hit
from extract.record import EventStatus, EventType, Place

if TYPE_CHECKING:
    from extract.assemble.claim import Facts
    from extract.assemble.cluster import Cluster, Scene
    from extract.assemble.party import Blamed
    from extract.record import Attribution

Tolls = dict[int, list[TollMention]]
"""The tolls of each event, by its place among the clusters."""


class SecondOpinion(Protocol):
    """What the assembler asks of a second opinion."""

    def events(self, clusters: list[Cluster], scene: Scene) -> list[Cluster]:
        """The events of the article, in the order of first mention."""

    def type_of(self, one: Cluster, kind: EventType) -> EventType:
        """The type of an event, for which grammar says ``kind``."""

    def status_of(self, one: Cluster, status: EventStatus) -> EventStatus:
        """The status of an event, for which grammar says ``status``."""

    def perpetrators(self, one: Cluster, found: Sequence[Blamed]) -> Sequence[Blamed]:
        """Who acted."""

    def targets(self, one: Cluster, found: Sequence[Hit]) -> Sequence[Hit]:
        """What was hit."""

    def weapons(self, one: Cluster, found: Sequence[Hit]) -> Sequence[Hit]:
        """What with."""

    def launches(self, one: Cluster, found: Sequence[Hit]) -> Sequence[Hit]:
        """Where it was fired from."""

    def place(
        self, one: Cluster, found: tuple[Place, Mention] | None
    ) -> tuple[Place, Mention] | None:
        """Where it took place."""

    def tolls(self, clusters: Sequence[Cluster], found: Tolls) -> Tolls:
        """Which statements about victims belong to which event."""

    def attributions(
        self, one: Cluster, facts: Facts, found: Sequence[Attribution]
    ) -> Sequence[Attribution]:
        """Who says what of an event."""


class Grammar:
    """No second opinion: what grammar found stands."""

    def events(self, clusters: list[Cluster], scene: Scene) -> list[Cluster]:  # noqa: ARG002
        """As grammar has them."""
        return clusters

    def type_of(self, one: Cluster, kind: EventType) -> EventType:  # noqa: ARG002
        """As grammar has it."""
        return kind

    def status_of(self, one: Cluster, status: EventStatus) -> EventStatus:  # noqa: ARG002
        """As grammar has it."""
        return status

    def perpetrators(self, one: Cluster, found: Sequence[Blamed]) -> Sequence[Blamed]:  # noqa: ARG002
        """As grammar has them."""
        return found

    def targets(self, one: Cluster, found: Sequence[Hit]) -> Sequence[Hit]:  # noqa: ARG002
        """As grammar has them."""
        return found

    def weapons(self, one: Cluster, found: Sequence[Hit]) -> Sequence[Hit]:  # noqa: ARG002
        """As grammar has them."""
        return found

    def launches(self, one: Cluster, found: Sequence[Hit]) -> Sequence[Hit]:  # noqa: ARG002
        """As grammar has them."""
        return found

    def place(
        self,
        one: Cluster,  # noqa: ARG002
        found: tuple[Place, Mention] | None,
    ) -> tuple[Place, Mention] | None:
        """As grammar has it."""
        return found

    def tolls(self, clusters: Sequence[Cluster], found: Tolls) -> Tolls:  # noqa: ARG002
        """As grammar has them."""
        return found

    def attributions(
        self,
        one: Cluster,  # noqa: ARG002
        facts: Facts,  # noqa: ARG002
        found: Sequence[Attribution],
    ) -> Sequence[Attribution]:
        """As grammar has them."""
        return found


__all__ = ["Grammar", "SecondOpinion", "Tolls"]
