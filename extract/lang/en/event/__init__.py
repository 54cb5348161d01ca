"""Event words and their arguments."""

from extract.lang.en.event.draft import Draft, VerbTriggers, match_parts
from extract.lang.en.event.finder import EventFinder, predications

__all__ = ["Draft", "EventFinder", "VerbTriggers", "match_parts", "predications"]
