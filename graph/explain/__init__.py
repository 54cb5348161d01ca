"""Explaining an event: what is said about it, by whom, how surely, in which sentence.

The speaker's certainty and the extractor's confidence are kept apart throughout.
"""

from __future__ import annotations

from graph.explain.account import Account, Article, Claim, Link, Proposition, Quote
from graph.explain.find import UnknownEvent, find
from graph.explain.read import explain
from graph.explain.text import as_json, as_text

__all__ = [
    "Account",
    "Article",
    "Claim",
    "Link",
    "Proposition",
    "Quote",
    "UnknownEvent",
    "as_json",
    "as_text",
    "explain",
    "find",
]
