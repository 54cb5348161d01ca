"""Event words and their arguments."""

from extract.lang.en.event.again import join_details, turns
from extract.lang.en.event.draft import Draft, VerbTriggers, by_sentence, match_parts
from extract.lang.en.event.finder import EventFinder, predications

__all__ = [
    "Draft",
    "EventFinder",
    "VerbTriggers",
    "by_sentence",
    "join_details",
    "match_parts",
    "predications",
    "turns",
]
