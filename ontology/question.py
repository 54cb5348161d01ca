"""Named questions: SPARQL queries with titles in both languages and typed parameters.

A question is a file ``queries/<name>.rq``. Its head is a comment::

    # title-en: Who is blamed
    # title-ar: من المتهم
    # explanation-en: One or more lines; further ones are indented
    #   like this.
    # explanation-ar: ...
    # parameter: event iri | The event | الحدث
    # parameter: lang language default=ar | Language of names | لغة الأسماء

Below it stands the query. A parameter is a variable of it; one that is not given stays free, and
the query then answers for all values. Values are never put into the text here: ``Question.bind``
gives RDF terms of the right kind, which the store puts in the place of the variables.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import cache
from typing import Final

import pyoxigraph as ox

from ontology import files, head
from ontology.error import ParameterError, QueryFileError, UnknownQuestionError
from ontology.namespace import PREFIXES

Value = ox.NamedNode | ox.Literal

_XSD: Final = PREFIXES["xsd"]
_FIELDS: Final = ("title-en", "title-ar", "explanation-en", "explanation-ar")
_PARAMETER = re.compile(
    r"(?P<name>[a-z][A-Za-z]*) (?P<kind>[a-z]+)(?: default=(?P<default>\S+))?"
    r" \| (?P<en>[^|]+) \| (?P<ar>[^|]+)"
)
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")


class Kind(StrEnum):
    """What sort of value a parameter takes."""

    IRI = "iri"
    STRING = "string"
    DATE = "date"
    INTEGER = "integer"
    DECIMAL = "decimal"
    LANGUAGE = "language"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a question: a variable of its query, without the question mark.

    ``default`` is the value taken when none is given; ``None`` leaves the variable free.
    """

    name: str
    kind: Kind
    default: str | None
    about_en: str
    about_ar: str

    def parse(self, text: str) -> Value:
        """The RDF term that a user's text stands for.

        Raises:
            ParameterError: The text is no value of this kind.
        """
        try:
            return _PARSERS[self.kind](text)
        except (ValueError, InvalidOperation):
            raise ParameterError(
                f"parameter {self.name}: {text!r} is no {self.kind}; {_EXAMPLES[self.kind]}"
            ) from None


@dataclass(frozen=True, slots=True)
class Question:
    """A named query with what a reader needs to know to ask it."""

    name: str
    title_en: str
    title_ar: str
    explanation_en: str
    explanation_ar: str
    parameters: tuple[Parameter, ...]
    text: str

    def bind(self, values: Mapping[str, str]) -> dict[str, Value]:
        """Terms for the variables of the query, from what a user gave, with defaults filled in.

        Args:
            values: Texts by name of parameter. An IRI may be shortened by a known prefix
                (``code:killed``).

        Raises:
            ParameterError: A name is none of the question's, or a text no value of its kind.
        """
        known = {parameter.name: parameter for parameter in self.parameters}
        for name in values:
            if name not in known:
                listed = ", ".join(known) or "none"
                raise ParameterError(f"{self.name} has no parameter {name!r}; it takes: {listed}")
        texts = {name: values.get(name, known[name].default) for name in known}
        return {name: known[name].parse(text) for name, text in texts.items() if text is not None}


@cache
def names() -> tuple[str, ...]:
    """Names of all questions, sorted."""
    return tuple(f.name.removesuffix(".rq") for f in files.listing("queries", ".rq"))


@cache
def load(name: str) -> Question:
    """The question of that name.

    Raises:
        UnknownQuestionError: There is none.
        QueryFileError: Its file breaks the rules for questions.
    """
    if name not in names():
        raise UnknownQuestionError(
            f"no question is named {name!r}; there are: {', '.join(names())}"
        )
    return read(name, files.ROOT.joinpath("queries", f"{name}.rq").read_text(encoding="utf-8"))


def read(name: str, source: str) -> Question:
    """Parse the text of a question's file.

    Raises:
        QueryFileError: A field is missing, doubled or unknown, or a parameter is malformed or
            no variable of the query.
    """
    told = head.read(f"{name}.rq", source, _FIELDS, {"parameter"})
    fields = told.fields
    parameters = [_parameter(name, line) for line in told.lines["parameter"]]
    for parameter in parameters:
        if not re.search(rf"\?{parameter.name}\b", source):
            raise QueryFileError(f"{name}.rq: the query has no variable ?{parameter.name}")
    return Question(
        name=name,
        title_en=fields["title-en"],
        title_ar=fields["title-ar"],
        explanation_en=fields["explanation-en"],
        explanation_ar=fields["explanation-ar"],
        parameters=tuple(parameters),
        text=source,
    )


def _parameter(name: str, line: head.Line) -> Parameter:
    found = _PARAMETER.fullmatch(line.text)
    if found is None or found["kind"] not in set(Kind):
        raise QueryFileError(
            f"{name}.rq, line {line.number}: a parameter is written "
            "'name kind [default=x] | en | ar'"
        )
    parameter = Parameter(
        name=found["name"],
        kind=Kind(found["kind"]),
        default=found["default"],
        about_en=found["en"].strip(),
        about_ar=found["ar"].strip(),
    )
    if parameter.default is not None:
        parameter.parse(parameter.default)
    return parameter


def _iri(text: str) -> Value:
    prefix, colon, local = text.partition(":")
    if colon and prefix in PREFIXES and not local.startswith("//"):
        text = PREFIXES[prefix] + local
    if not _IRI.fullmatch(text):
        raise ValueError(text)
    return ox.NamedNode(text)


def _string(text: str) -> Value:
    return ox.Literal(text)


def _date(text: str) -> Value:
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
        raise ValueError(text)
    return _typed(date.fromisoformat(text).isoformat(), "date")


def _integer(text: str) -> Value:
    return _typed(str(int(text)), "integer")


def _decimal(text: str) -> Value:
    number = Decimal(text)
    if not number.is_finite():
        raise ValueError(text)
    return _typed(f"{number:f}", "decimal")


def _language(text: str) -> Value:
    if text not in {"ar", "en"}:
        raise ValueError(text)
    return ox.Literal(text)


def _typed(text: str, datatype: str) -> Value:
    return ox.Literal(text, datatype=ox.NamedNode(_XSD + datatype))


_PARSERS: Final[Mapping[Kind, Callable[[str], Value]]] = {
    Kind.IRI: _iri,
    Kind.STRING: _string,
    Kind.DATE: _date,
    Kind.INTEGER: _integer,
    Kind.DECIMAL: _decimal,
    Kind.LANGUAGE: _language,
}

_EXAMPLES: Final[Mapping[Kind, str]] = {
    Kind.IRI: "write it in full or with a prefix, as code:killed",
    Kind.STRING: "write any text",
    Kind.DATE: "write it as 2021-06-30",
    Kind.INTEGER: "write a whole number, as 12",
    Kind.DECIMAL: "write a number, as 0.5",
    Kind.LANGUAGE: "write ar or en",
}
