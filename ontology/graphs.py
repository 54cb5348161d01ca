"""Names of the named graphs. Each triple stands in one of them only.

``ontology``, ``codes``, ``gazetteer``: terms, code lists, entities. ``propositions``: what claims
are about. ``doc/<key>``: a document's events, claims and mentions, the unit of retraction.
``links``: which nodes stand for one thing. ``runs``: software and settings. ``derived/<policy>``:
direct facts made by a policy. ``catalog``: description of the dataset.
"""

from __future__ import annotations

import re
from typing import Final

from rdflib import URIRef

BASE: Final = "https://w3id.org/conflict-event/graph/"

ONTOLOGY: Final = URIRef(BASE + "ontology")
CODES: Final = URIRef(BASE + "codes")
GAZETTEER: Final = URIRef(BASE + "gazetteer")
PROPOSITIONS: Final = URIRef(BASE + "propositions")
LINKS: Final = URIRef(BASE + "links")
RUNS: Final = URIRef(BASE + "runs")
CATALOG: Final = URIRef(BASE + "catalog")

_DOCUMENT: Final = BASE + "doc/"
_DERIVED: Final = BASE + "derived/"
_LOCAL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def document(key: str) -> URIRef:
    """Graph of the document with this key.

    Raises:
        ValueError: The key has characters that an IRI of ours may not have.
    """
    return _named(_DOCUMENT, key)


def derived(policy: str) -> URIRef:
    """Graph of the facts that a policy derives.

    Raises:
        ValueError: The name has characters that an IRI of ours may not have.
    """
    return _named(_DERIVED, policy)


def document_key(graph: str) -> str | None:
    """Key of the document whose graph this is; ``None`` for any other graph."""
    return graph.removeprefix(_DOCUMENT) if graph.startswith(_DOCUMENT) else None


def policy_name(graph: str) -> str | None:
    """Name of the policy whose facts this graph holds; ``None`` for any other graph."""
    return graph.removeprefix(_DERIVED) if graph.startswith(_DERIVED) else None


def is_derived(graph: str) -> bool:
    """Whether a graph holds facts made by a policy, the only place for direct blame."""
    return graph.startswith(_DERIVED)


def _named(prefix: str, local: str) -> URIRef:
    if not _LOCAL.fullmatch(local):
        raise ValueError(f"not a name for a graph: {local!r} (letters, digits, '.', '_' and '-')")
    return URIRef(prefix + local)
