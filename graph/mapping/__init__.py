"""Records into RDF: a pure function from what one article says to a dataset of named graphs."""

from graph.mapping.document import document_dataset, document_quads
from graph.mapping.reference import ActorEntry, Entities, NoEntities, PlaceEntry

__all__ = [
    "ActorEntry",
    "Entities",
    "NoEntities",
    "PlaceEntry",
    "document_dataset",
    "document_quads",
]
