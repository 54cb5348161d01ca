"""The job: what a worker is sent, and what comes back. All of it can be pickled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from extract.document import Document
from extract.error import Skipped
from extract.record import Record
from graph.report import Report


@dataclass(frozen=True, slots=True)
class Job:
    """One article to prepare.

    Attributes:
        document: The article.
        digest: ``Run.digest`` of it.
    """

    document: Document
    digest: str


@dataclass(frozen=True, slots=True)
class Ready:
    """A document that may be loaded.

    Attributes:
        quads: All its data.
        report: What the shapes found, no violation among it.
        shapes: ``Gate.digest`` of the shapes.
    """

    quads: tuple[ox.Quad, ...]
    report: Report
    shapes: str

    def __reduce__(self) -> tuple[object, ...]:
        """Travel as N-Quads: to pickle thousands of terms one by one takes twenty times as long."""
        lines = ox.serialize(self.quads, format=ox.RdfFormat.N_QUADS)
        return _ready, (lines, self.report, self.shapes)


def _ready(lines: bytes, report: Report, shapes: str) -> Ready:
    return Ready(tuple(ox.parse(lines, format=ox.RdfFormat.N_QUADS)), report, shapes)


@dataclass(frozen=True, slots=True)
class Faulty:
    """A document that breaks the rules.

    Attributes:
        record: What was extracted.
        reason: The first thing that is wrong.
        files: What the quarantine is to keep besides the record, by name.
    """

    record: Record
    reason: str
    files: Mapping[str, bytes]


Outcome = Ready | Faulty | Skipped
"""What became of an article before it reached the store."""
