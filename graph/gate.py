"""The gate: pySHACL checks the data of one document against the shapes before it is loaded."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import cached_property
from typing import Final

from pyshacl.graph_abstraction import DataGraph
from pyshacl.validator import Validator
from rdflib import RDFS, SH, Dataset, Graph, Literal, URIRef
from rdflib.compare import to_canonical_graph
from rdflib.term import Node

import ontology
from graph.asked import AskedGraph
from ontology import files


class Severity(StrEnum):
    """How grave a result is; only a violation keeps a document out."""

    VIOLATION = "violation"
    WARNING = "warning"
    INFO = "info"


_SEVERITIES: Final = {
    SH.Violation: Severity.VIOLATION,
    SH.Warning: Severity.WARNING,
    SH.Info: Severity.INFO,
}
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
_ORDER: Final = list(Severity)


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


@dataclass(frozen=True)
class Report:
    """What the shapes found in one document, gravest first."""

    results: tuple[Result, ...]
    graph: Graph

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
        return str(to_canonical_graph(self.graph).serialize(format="turtle"))


class Gate:
    """The shapes, read and compiled once for any number of documents."""

    def __init__(self, shapes: Graph | None = None) -> None:
        """Compile ``shapes``; those of the ``ontology`` package if none are given."""
        given = shapes if shapes is not None else ontology.shapes()
        own = Graph()
        own += given  # the validator adds to the graph it is given
        own.remove((None, RDFS.isDefinedBy, None))  # the validator looks at it for every node
        self._shapes = own
        self._given = shapes
        self._validator = Validator(
            DataGraph.from_rdflib_graph(Graph()),
            shacl_graph=own,
            options={"inplace": True, "allow_infos": True, "allow_warnings": True},
        )

    @cached_property
    def digest(self) -> str:
        """Identity of the shapes: SHA-256 of their files, or of the triples of a graph given."""
        if self._given is None:  # to name blank nodes alike takes seconds; the files are at hand
            texts = [
                source.read_text(encoding="utf-8") for source in files.listing("shapes", ".ttl")
            ]
        else:
            texts = sorted(to_canonical_graph(self._given).serialize(format="nt").splitlines())
        return hashlib.sha256("\n".join(texts).encode()).hexdigest()

    def check(self, data: Dataset | Graph) -> Report:
        """Validate the data of one document, all its graphs taken together as one.

        Args:
            data: As ``graph.mapping`` makes it. It is not changed.
        """
        flat = AskedGraph()
        quads = data.quads() if isinstance(data, Dataset) else data
        for quad in quads:
            flat.add(quad[:3])
        self._validator.data_graph = DataGraph.from_rdflib_graph(flat)
        # A validator keeps the graph of its last run; only its compiled shapes are to be kept.
        self._validator._target_graph = None
        run: Callable[[], tuple[bool, Graph, str]] = self._validator.run
        _, report, _ = run()
        results = [self._result(report, node) for node in report.objects(None, SH.result)]
        ordered = sorted(
            set(results),
            key=lambda r: (_ORDER.index(r.severity), r.focus, r.path or "", r.shape, r.value or ""),
        )
        return Report(tuple(ordered), report)

    def _result(self, report: Graph, node: Node) -> Result:
        severity = report.value(node, SH.resultSeverity)
        shape = report.value(node, SH.sourceShape)
        # pySHACL passes on one message only of a SPARQL constraint; the shape has them all.
        messages = _messages(report, node, SH.resultMessage)
        messages |= _messages(self._shapes, shape, SH.message)
        anything = next(iter(sorted(messages.values())), "")
        return Result(
            severity=_SEVERITIES[severity] if isinstance(severity, URIRef) else Severity.VIOLATION,
            focus=str(report.value(node, SH.focusNode)),
            path=_named(report.value(node, SH.resultPath)),
            value=_named(report.value(node, SH.value)),
            shape=_named(shape) or "",
            message_ar=messages.get("ar", anything),
            message_en=messages.get("en", anything),
        )


def _messages(graph: Graph, node: Node | None, name: URIRef) -> dict[str, str]:
    found = graph.objects(node, name) if node is not None else ()
    return {m.language or "en": str(m) for m in found if isinstance(m, Literal)}


def _named(node: Node | None) -> str | None:
    return str(node) if isinstance(node, URIRef | Literal) else None


def _line(result: Result, lang: str) -> str:
    message = result.message_ar if lang == "ar" else result.message_en
    where = " ".join(part for part in (result.path, result.value) if part)
    tail = f" ({where})" if where else ""
    return f"{_WORDS[lang][result.severity]}: {message} {result.focus}{tail}"
