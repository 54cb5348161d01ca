"""Look up a code by the value that records use for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ontology.error import UnknownCodeError
from ontology.namespace import NOTATIONS, Scheme

if TYPE_CHECKING:
    from rdflib import URIRef


def code(scheme: Scheme, notation: str) -> URIRef:
    """The concept of a code list that has this notation.

    >>> code(Scheme.EVENT_TYPE, "air_strike")
    rdflib.term.URIRef('https://w3id.org/conflict-event/code/air-strike')

    Raises:
        UnknownCodeError: The list has no such notation.
    """
    try:
        return NOTATIONS[scheme][notation]
    except KeyError:
        raise UnknownCodeError(f"the code list {scheme} has no code {notation!r}") from None
