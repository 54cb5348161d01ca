"""Tolls: how many were killed, wounded or are missing, in the ways that Arabic news counts."""

from extract.lang.ar.toll.finder import TollFinder

__all__ = ["TollFinder"]
