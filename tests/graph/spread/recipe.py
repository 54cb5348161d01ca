"""What the workers of the tests are made of: made-up records, and articles that do harm by name."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, replace
from pathlib import Path

from extract.document import Document
from extract.error import ConflictKGError, InputError
from extract.record import Record
from graph.gate import Gate
from graph.run import Run
from graph.spread.preparer import Preparer
from tests.graph.articles import MadeUp, document, full_record


@dataclass(frozen=True)
class Recipe:
    """Makes a preparer for whose extractor the id of an article says what happens.

    Attributes:
        folder: Where a worker leaves a mark when it has begun, and when an article killed it.
        seconds: How long an article takes.
    """

    folder: Path
    seconds: float = 0.0

    def __call__(self, run: Run) -> Preparer:
        (self.folder / f"worker-{os.getpid()}").touch()
        return Preparer(self.extract, run, MadeUp(), Gate())

    def extract(self, doc: Document) -> Record:
        time.sleep(self.seconds)
        harm = doc.id.partition("-")[0]
        if harm == "poison" or (harm == "once" and not (self.folder / doc.id).exists()):
            (self.folder / doc.id).touch()
            os._exit(7)
        if harm == "wrong":
            raise ConflictKGError("no sentence was found; is this an article?")
        if harm == "stop":
            raise InputError("lexicon.yaml:3: no such word; mend it")
        if harm == "fault":
            raise ZeroDivisionError(doc.id)
        found = full_record(replace(doc, text=document().text))
        if harm == "spoilt":
            found.events[0].damages[0].text = "تضرر"
        return found.model_copy(update={"key": doc.key, "text_sha256": doc.text_sha256})


@dataclass(frozen=True)
class Stillborn:
    """Makes nothing: the worker dies at its start."""

    def __call__(self, run: Run) -> Preparer:  # noqa: ARG002 - the signature of a recipe
        os._exit(3)


@dataclass(frozen=True)
class Unavailable:
    """Makes nothing: what the worker needs is not there."""

    def __call__(self, run: Run) -> Preparer:
        raise ConflictKGError(f"model: not there for {run.software}; install it")
