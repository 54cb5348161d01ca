"""Event words and their arguments."""

from extract.lang.en.event.draft import Draft, VerbTriggers, by_sentence, match_parts
from extract.lang.en.event.finder import EventFinder, predications

__all__ = ["Draft", "EventFinder", "VerbTriggers", "by_sentence", "match_parts", "predications"]
