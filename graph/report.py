"""What the shapes found in the data of one document, for people, for programs and as SHACL."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from rdflib import Graph


class Severity(StrEnum):
    """How grave a result is; only a violation keeps a document out."""

    VIOLATION = "violation"
    WARNING = "warning"
    INFO = "info"


_WORDS: Final = {
    "ar": {
        Severity.VIOLATION: "مخالفة",
        Severity.WARNING: "تنبيه",
        Severity.INFO: "ملاحظة",
    },
    "en": {
        Severity.VIOLATION: "violation",
        Severity.WARNING: "warning",
        Severity.INFO: "info",
    },
}
ORDER: Final = list(Severity)
"""Severities, the gravest first."""


@dataclass(frozen=True, slots=True)
class Result:
    """One thing that a shape found.

    Attributes:
        severity: How grave it is.
        focus: The node found fault with.
        path: The property, if one is at fault.
        value: The value, if one is at fault.
        shape: The shape that found it.
        message_ar: What is wrong, in Arabic.
        message_en: What is wrong, in English.
    """

    severity: Severity
    focus: str
    path: str | None
    value: str | None
    shape: str
    message_ar: str
    message_en: str


def ordered(results: Iterable[Result]) -> tuple[Result, ...]:
    """Each result once, the gravest first."""
    return tuple(
        sorted(
            set(results),
            key=lambda r: (ORDER.index(r.severity), r.focus, r.path or "", r.shape, r.value or ""),
        )
    )


@dataclass(frozen=True)
class Report:
    """What the shapes found in one document, gravest first.

    Attributes:
        results: What was found.
        shacl: The SHACL validation report, as N-Triples.
    """

    results: tuple[Result, ...]
    shacl: str

    @cached_property
    def graph(self) -> Graph:
        """The SHACL validation report as a graph."""
        from rdflib import Graph

        return Graph().parse(data=self.shacl, format="nt")

    @cached_property
    def counts(self) -> dict[Severity, int]:
        """How many results there are of each severity."""
        found = Counter(result.severity for result in self.results)
        return {severity: found[severity] for severity in Severity}

    @property
    def is_passed(self) -> bool:
        """Whether there is no violation."""
        return self.counts[Severity.VIOLATION] == 0

    def text(self, lang: str = "en") -> str:
        """Write the report for people, in ``ar`` or ``en``."""
        words = _WORDS[lang]
        comma = "، " if lang == "ar" else ", "
        head = comma.join(f"{words[severity]}: {self.counts[severity]}" for severity in Severity)
        return "\n".join([head, *(_line(result, lang) for result in self.results)]) + "\n"

    def json(self) -> str:
        """Write the report for programs."""
        data = {
            "passed": self.is_passed,
            "counts": {severity.value: number for severity, number in self.counts.items()},
            "results": [asdict(result) for result in self.results],
        }
        return json.dumps(data, ensure_ascii=False, indent=1) + "\n"

    def turtle(self) -> str:
        """Write the SHACL validation report, the same bytes for the same findings."""
        from rdflib.compare import to_canonical_graph

        return str(to_canonical_graph(self.graph).serialize(format="turtle"))


def _line(result: Result, lang: str) -> str:
    message = result.message_ar if lang == "ar" else result.message_en
    where = " ".join(part for part in (result.path, result.value) if part)
    tail = f" ({where})" if where else ""
    return f"{_WORDS[lang][result.severity]}: {message} {result.focus}{tail}"
