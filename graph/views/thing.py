"""The nodes of a view: what kind of thing each is, its names, its place on the map."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from graph.database import foresee
from graph.names import Label, labels, short
from ontology.namespace import CEV

if TYPE_CHECKING:
    from graph.store import Store

_NUMBER = r"[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?"
_POINT = re.compile(rf"POINT\s*\(\s*({_NUMBER})\s+({_NUMBER})\s*\)", re.IGNORECASE)


KINDS: Mapping[str, str] = {
    CEV.Facility: "facility",
    CEV.Actor: "actor",
    CEV.Event: "event",
    CEV.PhysicalObject: "object",
    CEV.Place: "place",
}
"""Kinds of nodes by the class of the ontology; of several the first, as a facility is a place."""
_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_GEOMETRY = ox.NamedNode("http://www.opengis.net/ont/geosparql#hasGeometry")
_WKT = ox.NamedNode("http://www.opengis.net/ont/geosparql#asWKT")


class Things:
    """The actors, events, facilities, objects and places of a store."""

    def __init__(self, store: Store) -> None:
        """Read from a store."""
        self._store = store

    def nodes(self, things: Iterable[str]) -> dict[str, dict[str, Any]]:
        """Attributes of nodes: ``kind iri label label_ar label_en``, ``lat lon`` where known.

        ``lat`` and ``lon`` are degrees of WGS 84. ``label`` is the English name, else the Arabic
        one, else a short form of the IRI.
        """
        wanted = sorted(set(things))
        names = labels(self._store, wanted)
        foresee(
            self._store.database,
            (ox.NamedNode(shape) for thing in wanted for shape in self._values(thing, _GEOMETRY)),
        )
        return {thing: self._node(thing, names) for thing in wanted}

    def _node(self, thing: str, names: Mapping[str, Label]) -> dict[str, Any]:
        name = names.get(thing)
        node: dict[str, Any] = {"iri": thing, "kind": self._kind(thing)}
        node["label"] = (name.best("en") if name else "") or short(thing)
        node["label_ar"] = name.ar if name else ""
        node["label_en"] = name.en if name else ""
        if where := self._point(thing):
            node["lat"], node["lon"] = where
        return node

    def _kind(self, thing: str) -> str:
        types = set(self._values(thing, _TYPE))
        return next((kind for of, kind in KINDS.items() if str(of) in types), "other")

    def _point(self, thing: str) -> tuple[float, float] | None:
        shapes = (wkt for g in self._values(thing, _GEOMETRY) for wkt in self._values(g, _WKT))
        return next((where for wkt in sorted(shapes) if (where := point(wkt))), None)

    def _values(self, thing: str, property_: ox.NamedNode) -> Iterator[str]:
        found = self._store.database.quads_for_pattern(ox.NamedNode(thing), property_, None, None)
        for quad in found:
            yield quad.object.value  # type: ignore[union-attr]  # neither holds a triple


def point(wkt: str) -> tuple[float, float] | None:
    """Latitude and longitude of a GeoSPARQL point, which is written longitude first.

    None for other shapes: an area has no one point.

    >>> point("POINT(40.55 35.08)")
    (35.08, 40.55)
    """
    found = _POINT.search(wkt)
    return (float(found[2]), float(found[1])) if found else None
