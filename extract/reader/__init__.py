"""The trained reader: a small network that judges and completes what the rules find.

It reads Arabic and English with one set of weights, offline, without PyTorch. What it says counts
only as words of the text with a calibrated probability; ``docs/reader.md`` tells how it was
trained, how good it is and where it errs.
"""

from __future__ import annotations

from pathlib import Path

from extract.analysis import Analysis
from extract.document import Document
from extract.reader.hybrid import Hybrid
from extract.reader.judge import FittedJudge, Judge
from extract.reader.network import FOLDER, Network, ReaderUnavailableError


class TrainedReader:
    """The reader as loaded; serves a process, keeps no state between articles."""

    def __init__(self, network: Network, judge: Judge) -> None:
        self._network = network
        self._judge = judge

    @classmethod
    def load(cls, folder: Path = FOLDER) -> TrainedReader:
        """Load the shipped reader.

        Raises:
            ReaderUnavailableError: A file is missing, damaged or of another version.
        """
        network = Network.load(folder)
        return cls(network, FittedJudge(network.card["judge"]))

    @property
    def version(self) -> str:
        """Name of the weights."""
        return self._network.version

    def opinion(self, document: Document, analysis: Analysis) -> Hybrid:
        """What the reader thinks of one article."""
        return Hybrid(self._network, self._judge, document, analysis)


__all__ = ["ReaderUnavailableError", "TrainedReader"]
