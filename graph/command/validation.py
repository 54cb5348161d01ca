"""``conflictkg validate``: data against the shapes of the ontology."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extract.error import ConflictKGError
from graph.command import options
from graph.command.commands import INCOMPLETE
from graph.command.output import opened, say
from graph.command.progress import progress
from graph.validator import ValidatorKind, validator

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pyoxigraph as ox

    from graph.report import Report
    from graph.validator import Validator

SUFFIXES = (".trig", ".nq", ".ttl", ".nt")
"""Ends of the names of RDF files that can be read."""


class ReportFormat(StrEnum):
    """How a validation report is written."""

    TEXT = "text"
    JSON = "json"
    TURTLE = "turtle"


class ValidationError(ConflictKGError):
    """There is nothing that could be validated."""


def validate(
    file: Annotated[
        Path | None,
        typer.Argument(metavar="[FILE]", help="RDF file: .trig, .nq, .ttl or .nt."),
    ] = None,
    store: Annotated[
        str | None,
        typer.Option("--store", metavar="PATH", help="Check every document of this store."),
    ] = None,
    form: Annotated[
        ReportFormat, typer.Option("--format", help="turtle is a SHACL validation report.")
    ] = ReportFormat.TEXT,
    lang: options.NameLanguage = options.Language.EN,
    judge: options.Validator = ValidatorKind.QUICK,
    output: options.Output = None,
) -> None:
    """Check data against the SHACL shapes of the ontology.

    Example: conflictkg validate --store kg --format json -o report.json

    Of a store, documents that are still as they were when they were loaded keep the verdict that
    they got then. Exit code 1 when a shape is violated; warnings and infos alone are exit code 0.
    """
    if (file is None) == (store is None):
        raise typer.BadParameter("give either FILE or --store")
    gate = validator(judge)
    report = _of_file(file, gate) if file is not None else _of_store(store or "", gate)
    text = {
        ReportFormat.TEXT: lambda: report.text(lang),
        ReportFormat.JSON: report.json,
        ReportFormat.TURTLE: report.turtle,
    }[form]()
    with opened(output) as out:
        out.write(text.encode())
    if not report.is_passed:
        raise typer.Exit(INCOMPLETE)


def _of_file(file: Path, gate: Validator) -> Report:
    import pyoxigraph as ox

    from graph.judge import flat

    if file.suffix.lower() not in SUFFIXES:
        known = ", ".join(SUFFIXES)
        raise ValidationError(f"{file}: not a kind of RDF file that is known; name it {known}")
    try:
        data = file.read_bytes()
    except OSError as error:
        raise ValidationError(f"{file}: cannot be read ({error.strerror})") from error
    form = ox.RdfFormat.from_extension(file.suffix[1:].lower())
    try:
        return gate.check(flat(_visible(ox.parse(data, format=form))))
    except (SyntaxError, ValueError) as error:
        raise ValidationError(f"{file}: is not valid RDF: {error}; mend it there") from error


def _visible(quads: Iterable[ox.Quad | ox.Triple]) -> Iterator[ox.Quad | ox.Triple]:
    """Leave out the direct blame of derived graphs; that of any other graph breaks a shape."""
    import pyoxigraph as ox

    from graph.derive import without_blame

    for quad in quads:
        yield from without_blame([quad]) if isinstance(quad, ox.Quad) else [quad]


def _of_store(path: str, gate: Validator) -> Report:
    from rdflib import Graph

    from graph.judge import flat, judged
    from graph.report import Report, Severity
    from graph.store import Store

    reports = []
    with Store.open(path, read_only=True) as source, progress() as told:
        for number, document in enumerate(source.documents(), start=1):
            reports.append(judged(source, document.key, gate))
            told(number, document.id)
        held = source.quarantine.keys()
        reports += [gate.check(flat(quads)) for quads in source.derived()]
    if held:
        say(f"{len(held)} documents in quarantine: {source.quarantine.path}")
    merged = Graph()
    for report in reports:
        merged += report.graph
    found = {result for report in reports for result in report.results}
    ranks = {severity: rank for rank, severity in enumerate(Severity)}
    ordered = sorted(found, key=lambda result: (ranks[result.severity], repr(result)))
    return Report(tuple(ordered), merged.serialize(format="nt"))
