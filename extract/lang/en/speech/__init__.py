"""Reports: who says, claims, denies or keeps silent, how surely, in which words."""

from extract.lang.en.speech.finder import ReportFinder
from extract.lang.en.speech.verbs import ReportVerbs

__all__ = ["ReportFinder", "ReportVerbs"]
