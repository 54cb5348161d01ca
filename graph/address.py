"""Addresses of articles as IRIs."""

from __future__ import annotations

from urllib.parse import quote

import pyoxigraph as ox
from rdflib import Literal, URIRef


def address(text: str) -> URIRef | Literal:
    """Return an address as an IRI, or as plain text when it is none.

    Characters that an IRI cannot have are percent-encoded.
    """
    iri = quote(text, safe="%:/?#[]@!$&'()*+,;=~")
    try:
        return URIRef(ox.NamedNode(iri).value)
    except ValueError:
        return Literal(text)
