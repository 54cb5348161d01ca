"""Statements about victims: how many were killed, wounded or are missing."""

from extract.lang.en.toll.finder import TollFinder

__all__ = ["TollFinder"]
