"""The quick gate: a compiled validator for bulk, with pySHACL as the judge of all that it refuses.

The ``shacl`` library (Rust) finds on the data of one document what pySHACL finds, eight to twenty
times as fast; ``benchmarks.validators`` and a test hold the two against each other on whole
documents and on thousands of spoilt ones. What it lets pass is passed. What it refuses, pySHACL
judges again, so that every report of a refused document is the reference's own.
"""

from __future__ import annotations

from functools import cached_property

import pyoxigraph as ox
import shacl
from rdflib import Dataset, Graph, Literal
from rdflib.namespace import SH

import ontology
from graph import vocabulary
from graph.gate import Data, Gate
from graph.report import Report, Result, Severity, ordered


class QuickGate:
    """The shapes, compiled once for any number of documents."""

    def __init__(self, reference: Gate | None = None) -> None:
        """Compile the shapes of the ``ontology`` package; ``reference`` judges what is refused."""
        self._given = reference

    @cached_property
    def digest(self) -> str:
        """Identity of the shapes, that of the reference."""
        return self.reference.digest

    @cached_property
    def reference(self) -> Gate:
        """The reference, pySHACL, with the same shapes; made when it is first asked."""
        return self._given or Gate()

    def check(self, data: Data) -> Report:
        """Validate the data of one document, all its graphs taken together as one.

        Args:
            data: As ``graph.mapping`` makes it. It is not changed.
        """
        report = self.first_look(data)
        return report if report.is_passed else self.reference.check(data)

    def first_look(self, data: Data) -> Report:
        """What the compiled validator alone says."""
        found = self._compiled.validate_turtle(_lines(data))
        results = {self._result(result) for result in found.results}
        return Report(ordered(results), found.serialize("ntriples"))

    @cached_property
    def _shapes(self) -> Graph:
        return ontology.shapes()

    @cached_property
    def _compiled(self) -> shacl.Shapes:
        return shacl.Shapes.from_text(self._shapes.serialize(format="nt"), "ntriples")

    @cached_property
    def _messages(self) -> dict[str, dict[str, str]]:
        """What each shape says, by language."""
        messages: dict[str, dict[str, str]] = {}
        for shape, text in self._shapes.subject_objects(SH.message):
            if isinstance(text, Literal):
                messages.setdefault(str(shape), {})[text.language or "en"] = str(text)
        return messages

    def _result(self, result: shacl.Result) -> Result:
        shape = _iri(result.source_shape) or ""
        messages = self._messages.get(shape, {})
        anything = next(iter(sorted(messages.values())), "")
        return Result(
            severity=Severity(result.severity.lower()),
            focus=_iri(result.focus_node) or result.focus_node,
            path=_iri(result.path),
            value=result.value_plain,
            shape=shape,
            message_ar=messages.get("ar", anything),
            message_en=messages.get("en", anything),
        )


def _lines(data: Data) -> str:
    """All triples as N-Triples, literals just as they were mapped."""
    if isinstance(data, Graph):
        quads = data.quads() if isinstance(data, Dataset) else data
        made = {quad[:3] for quad in quads}
        triples = [
            ox.Triple(vocabulary.node(s), vocabulary.node(p), vocabulary.term(o))
            for s, p, o in made
        ]
    else:
        triples = [quad.triple for quad in data]
    return (ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b"").decode()


def _iri(text: str | None) -> str | None:
    """A single IRI out of its angle brackets; nothing for a path of several steps."""
    is_iri = text is not None and text.startswith("<") and text.endswith(">") and "> " not in text
    return text[1:-1] if is_iri and text is not None else None


__all__ = ["QuickGate"]
