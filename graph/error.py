"""What can go wrong between the records and the graph, each as one line for the user."""

from __future__ import annotations

from extract.error import ConflictKGError


class StoreError(ConflictKGError):
    """The store cannot be opened, read or written; the run stops. It names path and remedy."""


class DumpError(ConflictKGError):
    """A dump cannot be written or read. The line names the file and the remedy."""


class QueryError(ConflictKGError):
    """A SPARQL query, or a value bound to one of its variables, cannot be used."""


class DerivationError(ConflictKGError):
    """A policy is unknown, or what it would conclude is not fit to be stored."""


class MappingError(ConflictKGError):
    """A record contradicts itself (a path to no fact, a day that is none): it cannot become RDF."""


class SpreadError(ConflictKGError):
    """Worker processes or a cluster cannot be used; the run stops. It names the remedy."""
