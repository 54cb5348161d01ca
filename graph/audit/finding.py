"""One thing that is wrong with a store."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

REBUILD: Final = "build the store anew, or restore a dump"
"""The remedy where no single command mends the store."""


def again(key: str) -> str:
    """The remedy for a document: out, and in again."""
    return f"run conflictkg retract {key}, then build the article again"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that is wrong.

    Attributes:
        family: The kind of thing: a module of this package, or a check of the ontology.
        what: What is wrong, and where.
        remedy: What mends it.
    """

    family: str
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.family}: {' '.join(self.what.split())}; {self.remedy}"
