"""Names of things for readers: labels in Arabic and English, short names for the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from graph.database import foresee
from ontology.namespace import PREFIXES

if TYPE_CHECKING:
    from graph.store import Store

_PROPERTIES = tuple(
    ox.NamedNode(iri)
    for iri in (
        "http://www.w3.org/2004/02/skos/core#prefLabel",
        "http://www.w3.org/2000/01/rdf-schema#label",
        "http://purl.org/dc/terms/title",
    )
)
"""Properties that name a thing, the best first."""


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
    found = {}
    wanted = sorted(set(things))
    foresee(store.database, map(ox.NamedNode, wanted))
    for iri in wanted:
        if tongues := dict(_named(store, iri)):
            found[iri] = Label(ar=tongues.get("ar", ""), en=tongues.get("en", ""))
    return found


def _named(store: Store, iri: str) -> Iterator[tuple[str, str]]:
    """Languages with the names in them; of several in one language the best comes last."""
    thing = ox.NamedNode(iri)
    for property_ in reversed(_PROPERTIES):
        # Straight from the index: a query with many IRIs reads every name of the store.
        for name in sorted(
            (
                quad.object
                for quad in store.database.quads_for_pattern(thing, property_, None, None)
                if isinstance(quad.object, ox.Literal)
            ),
            key=lambda literal: literal.value,
            reverse=True,
        ):
            yield (name.language or "en").split("-")[0].lower(), name.value


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
