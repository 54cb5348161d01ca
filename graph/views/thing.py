"""The nodes of a view: what kind of thing each is, its names, its place on the map."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from graph.names import Label, labels, short
from graph.rows import rows

if TYPE_CHECKING:
    from graph.store import Store

_KINDS = """
SELECT DISTINCT ?thing ?kind WHERE {
  %s
  VALUES ?type { cev:Actor cev:Event cev:Facility cev:PhysicalObject cev:Place }
  GRAPH ?graph { ?thing a ?type }
  BIND(STRAFTER(STR(?type), "#") AS ?kind)
}
"""
_POINTS = """
SELECT ?thing ?wkt WHERE { %s GRAPH ?graph { ?thing geo:hasGeometry/geo:asWKT ?wkt } }
"""
_NUMBER = r"[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?"
_POINT = re.compile(rf"POINT\s*\(\s*({_NUMBER})\s+({_NUMBER})\s*\)", re.IGNORECASE)


KINDS: Mapping[str, str] = {
    "Actor": "actor",
    "Event": "event",
    "Facility": "facility",
    "PhysicalObject": "object",
    "Place": "place",
}
"""Kinds of nodes by the class of the ontology."""


class Things:
    """The actors, events, facilities, objects and places of a store."""

    def __init__(self, store: Store, only: Iterable[str] | None = None) -> None:
        """Read what they are.

        Args:
            store: An open store.
            only: IRIs to which reading is kept; of all things when None.
        """
        these = "" if only is None else f"VALUES ?thing {{ {' '.join(f'<{i}>' for i in only)} }}"
        self._store = store
        self._kinds: dict[str, str] = {}
        for row in rows(store, _KINDS % these):
            # A facility is typed as a place as well; the narrower kind wins.
            if self._kinds.get(row["thing"]) != "facility":
                self._kinds[row["thing"]] = KINDS[row["kind"]]
        self._points = {r["thing"]: point(r["wkt"]) for r in rows(store, _POINTS % these)}

    def nodes(self, things: Iterable[str]) -> dict[str, dict[str, Any]]:
        """Attributes of nodes: ``kind iri label label_ar label_en``, ``lat lon`` where known.

        ``lat`` and ``lon`` are degrees of WGS 84. ``label`` is the English name, else the Arabic
        one, else a short form of the IRI.
        """
        wanted = sorted(set(things))
        names = labels(self._store, wanted)
        return {thing: self._node(thing, names) for thing in wanted}

    def _node(self, thing: str, names: Mapping[str, Label]) -> dict[str, Any]:
        name = names.get(thing)
        node: dict[str, Any] = {"iri": thing, "kind": self._kinds.get(thing, "other")}
        node["label"] = (name.best("en") if name else "") or short(thing)
        node["label_ar"] = name.ar if name else ""
        node["label_en"] = name.en if name else ""
        if where := self._points.get(thing):
            node["lat"], node["lon"] = where
        return node


def point(wkt: str) -> tuple[float, float] | None:
    """Latitude and longitude of a GeoSPARQL point, which is written longitude first.

    None for other shapes: an area has no one point.

    >>> point("POINT(40.55 35.08)")
    (35.08, 40.55)
    """
    found = _POINT.search(wkt)
    return (float(found[2]), float(found[1])) if found else None
