"""The day of publication, as data states it."""

from __future__ import annotations

import re
from datetime import date, datetime

_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?P<time>[T ][0-9]{2}:[0-9]{2}.*)?")


def parse_day(stated: str) -> date | None:
    """The calendar day of an ISO 8601 date or date-time, ``None`` when it is neither.

    A time with an offset is not moved to another zone: the day meant is the one that the
    publisher's own clock showed, for «أمس» and "yesterday" count from that.
    """
    match = _ISO.fullmatch(stated.strip())
    if match is None:
        return None
    try:
        if match["time"] is None:
            return date.fromisoformat(match[0])
        return datetime.fromisoformat(match[0]).date()
    except ValueError:
        return None
