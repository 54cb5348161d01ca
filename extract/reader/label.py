"""Labels: what the reader can say of a piece of text, of an event, and of a pair of events.

The order is part of the model: the columns of its heads follow it.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from extract.record import Basis, Certainty, ClaimKind, EventStatus, EventType, TargetKind


class Role(StrEnum):
    """What words are to one event."""

    PERPETRATOR = "perpetrator"
    TARGET = "target"
    WEAPON = "weapon"
    PLACE = "place"
    LAUNCH = "launch"
    KILLED = "killed"
    WOUNDED = "wounded"
    SOURCE = "source"
    CUE = "cue"
    AGAIN = "again"


ROLES: Final = tuple(Role)
TYPES: Final = tuple(EventType)
STATUSES: Final = tuple(EventStatus)
BASES: Final = tuple(Basis)
KINDS: Final = tuple(TargetKind)
CERTAINTIES: Final = tuple(Certainty)
CLAIMS: Final = tuple(ClaimKind)

OUTSIDE, BEGINS, GOES_ON = 0, 1, 2
"""What a piece is to a stretch of words with one label."""
