"""Names of things for readers: labels in Arabic and English, short names for the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from ontology.namespace import PREFIXES

if TYPE_CHECKING:
    from graph.store import Store

_AT_ONCE = 500
_LABELS = """
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX dct: <http://purl.org/dc/terms/>
SELECT DISTINCT ?thing ?label ?rank WHERE {
  VALUES ?thing { %s }
  VALUES (?property ?rank) { (skos:prefLabel 0) (rdfs:label 1) (dct:title 2) }
  GRAPH ?graph { ?thing ?property ?label }
} ORDER BY ?thing ?rank ?label
"""


@dataclass(frozen=True, slots=True)
class Label:
    """What a thing is called; empty where no name is known in that language."""

    ar: str = ""
    en: str = ""

    def best(self, lang: str) -> str:
        """The name in one language, else in the other, else empty."""
        return (self.ar or self.en) if lang == "ar" else (self.en or self.ar)


def labels(store: Store, things: Iterable[str]) -> dict[str, Label]:
    """Labels of the things of a store.

    Args:
        store: Where to look; every named graph counts.
        things: IRIs.

    Returns:
        One label an IRI; things without any are left out.
    """
    found: dict[str, dict[str, str]] = {}
    for some in _chunks(sorted(set(things))):
        values = " ".join(f"<{iri}>" for iri in some)
        answer = store.query(_LABELS % values)
        assert isinstance(answer, ox.QuerySolutions)  # it is a SELECT
        for row in answer:
            label = row["label"]
            tongue = (getattr(label, "language", None) or "en").split("-")[0].lower()
            # The first wins: prefLabel before rdfs:label before a title, then the alphabet.
            found.setdefault(row["thing"].value, {}).setdefault(tongue, label.value)
    return {
        iri: Label(ar=tongues.get("ar", ""), en=tongues.get("en", ""))
        for iri, tongues in found.items()
    }


def _chunks(things: Sequence[str]) -> Iterator[Sequence[str]]:
    for at in range(0, len(things), _AT_ONCE):
        yield things[at : at + _AT_ONCE]


def short(iri: str) -> str:
    """The IRI with its namespace made a prefix, or as it is where the namespace is not known.

    >>> short("https://w3id.org/conflict-event/id/actor/us-dod")
    'actor:us-dod'
    >>> short("http://purl.org/dc/terms/title")
    'dct:title'
    """
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and len(iri) > len(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri


def code(iri: str) -> str:
    """The last part of a code's IRI."""
    return iri.rsplit("/", 1)[-1]
