"""Who reads: the extractor that the command line asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.choice import ReaderKind
from graph.command.output import say

if TYPE_CHECKING:
    from extract.extractor import Extractor


def extractor(choice: ReaderKind | None) -> Extractor:
    """The extractor that was asked for; else the hybrid, or the rules where it cannot be loaded.

    Raises:
        ReaderUnavailableError: The hybrid was asked for and cannot be loaded.
    """
    from extract.extractor import Extractor

    if choice is ReaderKind.RULES:
        return Extractor(ReaderKind.RULES)
    from extract.reader import ReaderUnavailableError

    try:
        return Extractor(ReaderKind.HYBRID)
    except ReaderUnavailableError as error:
        if choice is ReaderKind.HYBRID:
            raise
        say(f"warning: {error}")
        say("warning: going on with the rules alone")
        return Extractor(ReaderKind.RULES)
