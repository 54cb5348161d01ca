"""Standing relations between actors and places, stated in passing."""

from extract.lang.ar.relation.finder import RelationFinder

__all__ = ["RelationFinder"]
