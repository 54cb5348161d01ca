"""Why one article cannot be read, and how that is put in one line."""

from __future__ import annotations

import json

_SHOWN = 40


class Unreadable(Exception):  # noqa: N818 - not an error of the run; it ends as a `Skipped`
    """One article cannot be read; never leaves this package, it becomes a ``Skipped``.

    Attributes:
        reason: One sentence: what is wrong and what puts it right.
        id: Identity of the article, when it was read before the fault was met.
    """

    def __init__(self, reason: str, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(reason)
        self.reason = reason
        self.id = id


def one_line(text: str) -> str:
    """The text with everything escaped that would break a line or cannot be printed.

    File names may hold line feeds and, on Linux, bytes that are no UTF-8 (lone surrogates).
    """
    return "".join(
        ch if ch.isprintable() or ch in "\u200c\u200d" else ch.encode("unicode-escape").decode()
        for ch in text
    )


def quoted(value: object) -> str:
    """A value from the user's data as JSON, shortened, on one line."""
    shown = one_line(json.dumps(value, ensure_ascii=False, default=str))
    return shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + "…"
