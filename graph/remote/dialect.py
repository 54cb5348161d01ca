"""What one kind of server wants otherwise than the standard says.

Virtuoso reads a geometry as numbers of 32 bits, so that its digits change: points are stored there
under another datatype, which it leaves alone, and get their own back when they are read. It gives
truth values as numbers in JSON, but not in XML; and it compiles an update, which limits its length.

It cannot follow a path of any length from inside of a condition, and says so or answers nothing.
The two such paths of the named questions are written out for it, up to four steps. Events that are
linked are never more than two links apart (``graph.link``); only a chain of answers may be longer,
and of that the question ``response-chain`` then follows the first four.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

_WKT: Final = ox.NamedNode("http://www.opengis.net/ont/geosparql#wktLiteral")
_KEPT: Final = ox.NamedNode("http://www.opengis.net/ont/sf#wktLiteral")

_FARTHEST: Final = 4
JSON: Final = "application/sparql-results+json"
XML: Final = "application/sparql-results+xml"


@dataclass(frozen=True, slots=True)
class Dialect:
    """How to speak to one kind of server.

    Attributes:
        results: The form in which it gives results without loss.
        most: How many statements one update may have; none where there is no limit.
        swaps: Datatypes that it would change, with those to store instead.
        steps: Steps of paths that it cannot repeat at will, as the named questions write them.
    """

    results: str = JSON
    most: int | None = None
    swaps: tuple[tuple[ox.NamedNode, ox.NamedNode], ...] = ()
    steps: tuple[str, ...] = ()

    def written(self, term: ox.NamedNode | ox.Literal) -> ox.NamedNode | ox.Literal:
        """The term as this server keeps it."""
        return _swapped(term, self.swaps) if self.swaps else term

    def read(self, term: ox.NamedNode | ox.Literal) -> ox.NamedNode | ox.Literal:
        """The term that was written, from the one that this server gives."""
        if not self.swaps:
            return term
        return _swapped(term, tuple((there, here) for here, there in self.swaps))

    def asked(self, query: str) -> str:
        """The query as this server can answer it."""
        for step in self.steps:
            query = query.replace(f"({step})+", _written_out(step))
        return query


def _written_out(step: str) -> str:
    return "|".join(f"({'/'.join([step] * times)})" for times in range(1, _FARTHEST + 1))


def _swapped(
    term: ox.NamedNode | ox.Literal, swaps: tuple[tuple[ox.NamedNode, ox.NamedNode], ...]
) -> ox.NamedNode | ox.Literal:
    if isinstance(term, ox.Literal) and term.language is None:
        for old, new in swaps:
            if term.datatype == old:
                return ox.Literal(term.value, datatype=new)
    return term


STANDARD: Final = Dialect()
VIRTUOSO: Final = Dialect(
    results=XML,
    most=4000,
    swaps=((_WKT, _KEPT),),
    steps=("^cev:linkedEvent/cev:linkedEvent", "^cev:about/cev:relatedEvent"),
)


def of(headers: Mapping[str, str]) -> Dialect:
    """The dialect of the server that sent these headers."""
    return VIRTUOSO if headers.get("server", "").startswith("Virtuoso") else STANDARD
