"""Places and facilities that conflict news names, in Arabic and English, with their coordinates."""

from extract.gazetteer.entry import FACILITY_KINDS, PLACE_KINDS, Entry
from extract.gazetteer.gazetteer import Gazetteer

__all__ = ["FACILITY_KINDS", "PLACE_KINDS", "Entry", "Gazetteer"]
