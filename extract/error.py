"""What can go wrong for a user: errors that stop a run, and articles that a run leaves out."""

from __future__ import annotations

from dataclasses import dataclass


class ConflictKGError(Exception):
    """A mistake that the user can put right; its text is one line for the terminal, no traceback.

    The text names the file or option, the place in it, and the remedy.
    """


class InputError(ConflictKGError):
    """An input as a whole cannot be used (a path that does not exist): the run stops."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """One article, or one file, that cannot be read. The run goes on and its summary lists it.

    Attributes:
        source: Where it stands, ``file`` or ``file:line``.
        id: Identity of the article, when it could be read.
        reason: One sentence: what is wrong and what puts it right, without the source.
    """

    source: str
    id: str | None
    reason: str

    def __str__(self) -> str:
        name = f" (article {self.id})" if self.id else ""
        return f"{self.source}{name}: {self.reason}"
