"""Progress: one line at a time on standard error."""

from __future__ import annotations

import sys


def say(line: str) -> None:
    """Write a line at once."""
    print(line, file=sys.stderr, flush=True)
