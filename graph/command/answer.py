"""Answers of the store in the formats that the command line offers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from graph.command.output import to_terminal, width
from graph.error import QueryError
from graph.prologue import first_word

if TYPE_CHECKING:
    from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions, QueryTriples

    from graph.names import Label
    from graph.store import Store

    Answer = QuerySolutions | QueryBoolean | QueryTriples


class AnswerFormat(StrEnum):
    """How answers are written."""

    TABLE = "table"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    TURTLE = "turtle"


_EVENT = "https://w3id.org/conflict-event/id/event/"
_UPDATES = frozenset(
    {"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"}
)


def refuse_update(query: str) -> None:
    """Refuse a text that would change the store.

    Raises:
        QueryError: The first word after the prefixes is one of SPARQL Update's.
    """
    word = first_word(query)
    if word in _UPDATES:
        raise QueryError(f"{word} would change the store; query only reads. Use build and retract")


def write(
    answer: Answer,
    out: BinaryIO,
    *,
    form: AnswerFormat,
    store: Store,
    lang: str,
    path: Path | None,
) -> None:
    """Write an answer.

    Args:
        answer: What the store returned.
        out: Where to write it.
        form: The format asked for.
        store: For the names of things in a table.
        lang: Language of names, ``ar`` or ``en``.
        path: The file behind ``out``, for the width of a table; ``None`` for standard output.

    Raises:
        QueryError: The kind of query and the format do not go together.
    """
    import pyoxigraph as ox

    if isinstance(answer, ox.QueryTriples):
        _triples(answer, out, form, store, lang, path)
    elif form is AnswerFormat.TURTLE:
        raise QueryError(
            "turtle is for CONSTRUCT and DESCRIBE; use --format table, csv, tsv or json"
        )
    elif isinstance(answer, ox.QueryBoolean):
        if form is AnswerFormat.TABLE:
            out.write(b"true\n" if answer else b"false\n")
        else:
            answer.serialize(out, _results_format(form))
    elif form is AnswerFormat.TABLE:
        names = [v.value for v in answer.variables]
        rows = [[solution[name] for name in names] for solution in answer]
        _table(names, rows, out, store, lang, path)
    else:
        answer.serialize(out, _results_format(form))


def _results_format(form: AnswerFormat) -> QueryResultsFormat:
    import pyoxigraph as ox

    return {
        AnswerFormat.CSV: ox.QueryResultsFormat.CSV,
        AnswerFormat.TSV: ox.QueryResultsFormat.TSV,
        AnswerFormat.JSON: ox.QueryResultsFormat.JSON,
    }[form]


def _triples(
    answer: QueryTriples,
    out: BinaryIO,
    form: AnswerFormat,
    store: Store,
    lang: str,
    path: Path | None,
) -> None:
    import pyoxigraph as ox

    from ontology.namespace import PREFIXES

    if form is AnswerFormat.TURTLE:
        ox.serialize(answer, out, ox.RdfFormat.TURTLE, prefixes=dict(PREFIXES))
    elif form is AnswerFormat.TABLE:
        rows = [[t.subject, t.predicate, t.object] for t in answer]
        _table(["subject", "predicate", "object"], rows, out, store, lang, path)
    else:
        raise QueryError(f"{form} is for SELECT and ASK; use --format turtle or table")


def _table(
    names: Sequence[str],
    rows: Sequence[Sequence[object]],
    out: BinaryIO,
    store: Store,
    lang: str,
    path: Path | None,
) -> None:
    from pyoxigraph import NamedNode

    from graph.names import labels
    from graph.table import render

    # A column of names tells what the column of IRIs beside it stands for.
    is_told = [f"{name}Name" in names for name in names]
    wanted = (t for row in rows for t, told in zip(row, is_told, strict=True) if not told)
    known = labels(store, (term.value for term in wanted if isinstance(term, NamedNode)))
    body = [
        [_cell(t, None if told else known, lang) for t, told in zip(row, is_told, strict=True)]
        for row in rows
    ]
    text = render(names, body, width=width(path), isolate=to_terminal(path))
    out.write(text.encode())


def _cell(term: object, known: Mapping[str, Label] | None, lang: str) -> str:
    """A term for a reader: names instead of IRIs; an event keeps its short name for ``explain``."""
    from pyoxigraph import NamedNode

    from graph.names import short

    if not isinstance(term, NamedNode):
        return "" if term is None else str(getattr(term, "value", term))
    label = known.get(term.value) if known else None
    if label is None:
        return short(term.value)
    name = label.best(lang)
    return f"{name}\n{short(term.value)}" if term.value.startswith(_EVENT) else name
