"""What a store holds, in numbers."""

from __future__ import annotations

from dataclasses import dataclass

import pyoxigraph as ox

from graph import database as databases
from graph import derive
from graph.database import Database
from graph.layout import Manifest
from graph.quarantine import Quarantine
from graph.vocabulary import GAZETTEER, LINKS, PROPOSITIONS, V


@dataclass(frozen=True, slots=True)
class Info:
    """What a store holds, in numbers; of derived facts, those of each policy applied."""

    path: str
    format: int
    software: str
    documents: int
    events: int
    claims: int
    propositions: int
    actors: int
    places: int
    links: int
    derived: dict[str, int]
    quarantined: int
    quads: int


def count(database: Database, path: str, manifest: Manifest, quarantine: Quarantine) -> Info:
    """Count what a store holds."""

    def typed(kind: ox.NamedNode | None, graph: ox.NamedNode | None = None) -> int:
        return databases.count(database, (None, V.type, kind, graph))

    return Info(
        path=path,
        format=manifest.format,
        software=manifest.software,
        documents=typed(V.Document),
        events=typed(V.Event),
        claims=typed(V.Claim),
        propositions=typed(None, PROPOSITIONS),
        actors=typed(V.Actor, GAZETTEER),
        places=typed(V.Place, GAZETTEER),
        links=typed(V.EventLink, LINKS),
        derived={name: derive.size(database, name) for name in derive.applied(database)},
        quarantined=len(quarantine.keys()),
        quads=len(database),
    )
