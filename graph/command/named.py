"""Questions by name: their list, and their text with the values of their parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.error import QueryError
from graph.table import render
from ontology import question as questions
from ontology.error import OntologyError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.binding import Value


def question(name: str, params: Sequence[str], lang: str) -> tuple[str, str, dict[str, Value]]:
    """The query of a named question, what to call it, and the terms of its parameters.

    Args:
        name: One of `listing`.
        params: As the user gave them, ``name=value``.
        lang: Language of names, for questions that take one and were given none.

    Raises:
        QueryError: The question or a parameter is unknown, badly typed, not written
            ``name=value``, or given twice.
    """
    try:
        return _bound(name, params, lang)
    except OntologyError as error:
        raise QueryError(str(error)) from error


def _bound(name: str, params: Sequence[str], lang: str) -> tuple[str, str, dict[str, Value]]:
    asked = questions.load(name)
    values: dict[str, str] = {}
    for param in params:
        key, equals, value = param.partition("=")
        if not equals:
            raise QueryError(f"--param {param!r}: write it as NAME=VALUE")
        if key in values:
            raise QueryError(f"--param {key}: is given twice")
        values[key] = value
    if any(p.name == "lang" for p in asked.parameters):
        values.setdefault("lang", lang)
    return asked.text, f"question {name}", asked.bind(values)


def listing(width: int, *, isolate: bool) -> str:
    """A table of all questions: name, titles in both languages, parameters with their kinds.

    The language of names is left out: every question takes it, from ``--lang``.
    """
    rows = []
    for name in questions.names():
        asked = questions.load(name)
        params = ", ".join(f"{p.name} ({p.kind})" for p in asked.parameters if p.name != "lang")
        rows.append((name, asked.title_en, asked.title_ar, params))
    return render(["name", "title", "العنوان", "parameters"], rows, width=width, isolate=isolate)
