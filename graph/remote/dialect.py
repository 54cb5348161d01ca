"""What one kind of server wants otherwise than the standard says.

Virtuoso reads a geometry as numbers of 32 bits, so that its digits change: points are stored there
under another datatype, which it leaves alone, and get their own back when they are read. It gives
truth values as numbers in JSON, but not in XML; and it compiles an update, which limits its length.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

_WKT: Final = ox.NamedNode("http://www.opengis.net/ont/geosparql#wktLiteral")
_KEPT: Final = ox.NamedNode("http://www.opengis.net/ont/sf#wktLiteral")

JSON: Final = "application/sparql-results+json"
XML: Final = "application/sparql-results+xml"


@dataclass(frozen=True, slots=True)
class Dialect:
    """How to speak to one kind of server.

    Attributes:
        results: The form in which it gives results without loss.
        most: How many statements one update may have; none where there is no limit.
        swaps: Datatypes that it would change, with those to store instead.
    """

    results: str = JSON
    most: int | None = None
    swaps: tuple[tuple[ox.NamedNode, ox.NamedNode], ...] = ()

    def written(self, term: ox.NamedNode | ox.Literal) -> ox.NamedNode | ox.Literal:
        """The term as this server keeps it."""
        return _swapped(term, self.swaps) if self.swaps else term

    def read(self, term: ox.NamedNode | ox.Literal) -> ox.NamedNode | ox.Literal:
        """The term that was written, from the one that this server gives."""
        if not self.swaps:
            return term
        return _swapped(term, tuple((there, here) for here, there in self.swaps))


def _swapped(
    term: ox.NamedNode | ox.Literal, swaps: tuple[tuple[ox.NamedNode, ox.NamedNode], ...]
) -> ox.NamedNode | ox.Literal:
    if isinstance(term, ox.Literal) and term.language is None:
        for old, new in swaps:
            if term.datatype == old:
                return ox.Literal(term.value, datatype=new)
    return term


STANDARD: Final = Dialect()
VIRTUOSO: Final = Dialect(results=XML, most=4000, swaps=((_WKT, _KEPT),))


def of(headers: Mapping[str, str]) -> Dialect:
    """The dialect of the server that sent these headers."""
    return VIRTUOSO if headers.get("server", "").startswith("Virtuoso") else STANDARD
