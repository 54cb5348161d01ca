"""The gate: pySHACL checks the data of one document against the shapes before it is loaded."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection
from functools import cached_property
from typing import Final

import pyoxigraph as ox
from pyshacl.graph_abstraction import DataGraph
from pyshacl.validator import Validator
from rdflib import SH, Dataset, Graph, Literal, URIRef
from rdflib.compare import to_canonical_graph
from rdflib.term import Node

import ontology
from graph.asked import AskedGraph
from graph.compiled import CompiledShapes
from graph.report import Report, Result, Severity, ordered
from ontology import files

_SEVERITIES: Final = {
    SH.Violation: Severity.VIOLATION,
    SH.Warning: Severity.WARNING,
    SH.Info: Severity.INFO,
}

Data = Dataset | Graph | Collection[ox.Quad]
"""What can be validated: as ``graph.mapping`` makes it, or any RDF."""


class Gate:
    """The shapes, read and compiled once for any number of documents."""

    def __init__(self, shapes: Graph | None = None) -> None:
        """Compile ``shapes``; those of the ``ontology`` package if none are given."""
        given = shapes if shapes is not None else ontology.shapes()
        self._shapes = CompiledShapes(given)
        self._given = shapes
        self._validator = Validator(
            DataGraph.from_rdflib_graph(Graph()),
            shacl_graph=self._shapes,
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

    def check(self, data: Data) -> Report:
        """Validate the data of one document, all its graphs taken together as one.

        Args:
            data: As ``graph.mapping`` makes it. It is not changed.
        """
        self._validator.data_graph = DataGraph.from_rdflib_graph(flat(data))
        # A validator keeps the graph of its last run; only its compiled shapes are to be kept.
        self._validator._target_graph = None
        run: Callable[[], tuple[bool, Graph, str]] = self._validator.run
        _, report, _ = run()
        results = [self._result(report, node) for node in report.objects(None, SH.result)]
        return Report(ordered(results), report.serialize(format="nt"))

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


def flat(data: Data) -> AskedGraph:
    """All triples in one graph, literals just as they were mapped."""
    flat = AskedGraph()
    if isinstance(data, Graph):
        quads = data.quads() if isinstance(data, Dataset) else data
        for quad in quads:
            flat.add(quad[:3])
    else:
        written = ox.serialize((q.triple for q in data), format=ox.RdfFormat.N_TRIPLES)
        flat.parse(data=written or b"", format="nt")
    return flat


def _messages(graph: Graph, node: Node | None, name: URIRef) -> dict[str, str]:
    found = graph.objects(node, name) if node is not None else ()
    return {m.language or "en": str(m) for m in found if isinstance(m, Literal)}


def _named(node: Node | None) -> str | None:
    return str(node) if isinstance(node, URIRef | Literal) else None
