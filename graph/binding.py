"""Values for the variables of a SPARQL query, put in as terms of the grammar.

A bound variable becomes the term itself wherever the grammar allows one, so that the engine uses
its indexes and aggregates and sub-queries see the value too. (The engine's own substitution takes
only variables of the outermost projection.) The query is read token by token: text inside strings,
IRIs and comments is never touched, and a value is always written by the RDF library, so no value
can change the meaning of a query.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

import pyoxigraph as ox

from graph.error import QueryError

Value = ox.NamedNode | ox.Literal

# Terminals of the SPARQL 1.1 grammar, longest first; the rest is punctuation, one by one.
_TOKEN: Final = re.compile(
    r"""
    (?P<space>\s+|\#[^\r\n]*)
  | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
  | (?P<string>\"{3}(?:"{0,2}(?:[^"\\]|\\.))*\"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
              | "(?:[^"\\\r\n]|\\.)*" | '(?:[^'\\\r\n]|\\.)*')
  | (?P<variable>[?$](?P<name>\w+))
  | (?P<prefixed>(?:[^\W\d_][\w.\-]*)?:(?:[\w:.\-]|%[0-9A-Fa-f]{2}|\\.)*)
  | (?P<word>@?\w+)
  | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_NAME: Final = re.compile(r"\w+")
_CLAUSES: Final = frozenset(
    {"SELECT", "FROM", "WHERE", "GROUP", "HAVING", "ORDER", "LIMIT", "OFFSET", "VALUES"}
)


@dataclass(slots=True)
class _Clause:
    """Where in its group the reading stands: the last clause word and the open brackets."""

    word: str = ""
    brackets: int = 0


@dataclass(slots=True)
class _Place:
    """Where in the query the reading stands: the clause of each open group, and the word before."""

    groups: list[_Clause] = field(default_factory=lambda: [_Clause()])
    before: str = ""
    in_header: bool = False

    @property
    def here(self) -> _Clause:
        return self.groups[-1]

    def advance(self, token: re.Match[str]) -> None:
        text = token[0].upper() if token["word"] else token[0]
        if token["word"] and self.here.brackets == 0 and text in _CLAUSES:
            self.here.word = text
        self.in_header = (self.in_header and text != "{") or (
            text == "VALUES" and token["word"] is not None
        )
        if text == "{":
            self.groups.append(_Clause())
        elif text == "}" and len(self.groups) > 1:
            self.groups.pop()
        elif text in "()":
            self.here.brackets += 1 if text == "(" else -1
        self.before = text


def bind(query: str, values: Mapping[str, Value]) -> str:
    """Return ``query`` with each variable of ``values`` replaced by its term.

    A bound variable that the query selects stays a column, with the value in every row; under
    ``SELECT *`` it is no column any more.

    Args:
        query: A SPARQL 1.1 query.
        values: Terms by variable name, without ``?``.

    Raises:
        QueryError: A name is no variable of the query, or the query itself gives the variable its
            value (``AS ?x``, ``VALUES ?x``).
    """
    for name in values:
        if not _NAME.fullmatch(name):
            raise QueryError(f"«{name}» cannot be the name of a SPARQL variable; use letters")
    tokens = list(_TOKEN.finditer(query))
    present = {token["name"] for token in tokens if token["variable"]}
    for name in sorted(set(values) - present):
        known = ", ".join(f"?{other}" for other in sorted(present)) or "no variable"
        raise QueryError(f"the query has no variable ?{name} to bind; it has {known}")
    return "".join(_rewritten(tokens, values))


def _rewritten(tokens: list[re.Match[str]], values: Mapping[str, Value]) -> Iterator[str]:
    place = _Place()
    tests = _bound_tests(tokens, values)
    for token in tokens:
        if token["space"]:
            yield token[0]
        elif token.start() in tests:
            yield tests[token.start()]
        elif token["variable"] and token["name"] in values:
            yield _term(token["name"], values[token["name"]], place)
            place.before = token[0]
        else:
            place.advance(token)
            yield token[0]


def _term(name: str, value: Value, place: _Place) -> str:
    if place.before == "AS" or place.in_header:
        raise QueryError(
            f"the query itself sets ?{name}, so it cannot be bound; rename one of them"
        )
    if place.here.brackets == 0 and place.here.word == "SELECT":
        return f"({value} AS ?{name})"
    if place.here.brackets == 0 and place.here.word in {"GROUP", "ORDER"}:
        return f"({value})"
    return str(value)


def _bound_tests(tokens: list[re.Match[str]], values: Mapping[str, Value]) -> dict[int, str]:
    """Text by offset for the tokens of ``BOUND(?x)``, which takes a variable only: it is true."""
    solid = [token for token in tokens if not token["space"]]
    found: dict[int, str] = {}
    for word, opening, variable, closing in zip(
        solid, solid[1:], solid[2:], solid[3:], strict=False
    ):
        if word[0].upper() == "BOUND" and opening[0] == "(" and variable["name"] in values:
            found |= {word.start(): "true", opening.start(): "", variable.start(): ""}
            found[closing.start()] = ""
    return found
