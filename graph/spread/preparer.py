"""The preparer: extracts, maps and validates one article. It knows no store."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pydantic import ValidationError

from extract.choice import ReaderKind
from extract.document import Document
from extract.error import ConflictKGError, InputError, Skipped
from extract.record import Record
from graph import canonical, vocabulary
from graph.error import MappingError, SpreadError
from graph.mapping import Entities, document_quads
from graph.run import Run, version_of
from graph.spread.job import Faulty, Job, Outcome, Ready
from graph.validator import Validator, ValidatorKind, validator

Recipe = Callable[[Run], "Preparer"]
"""How a worker gets its preparer: it makes one at its start and keeps it. Can be pickled."""


class Preparer:
    """Lexicons, models and shapes, loaded once for any number of articles."""

    def __init__(
        self, extract: Callable[[Document], Record], run: Run, entities: Entities, gate: Validator
    ) -> None:
        self._extract = extract
        self._run = run
        self._entities = entities
        self._gate = gate

    def __call__(self, job: Job) -> Outcome:
        """Prepare one article.

        Raises:
            InputError: The run has to stop.
        """
        document = job.document
        try:
            record = self._extract(document)
        except InputError:
            raise
        except (ConflictKGError, ValidationError) as error:
            return Skipped(document.source, document.id, " ".join(str(error).split()))
        return judged(
            record, run=self._run, entities=self._entities, gate=self._gate, digest=job.digest
        )


def judged(
    record: Record, *, run: Run, entities: Entities, gate: Validator, digest: str
) -> Ready | Faulty:
    """Map and validate one record.

    Args:
        record: What was extracted.
        run: The execution that extracted it.
        entities: What is known of actors and places.
        gate: The shapes.
        digest: ``Run.digest`` of the article.
    """
    try:
        data = document_quads(record, run=run, entities=entities, digest=digest)
    except MappingError as error:
        return Faulty(record, str(error), {"report.txt": f"{error}\n".encode()})
    report = gate.check(data)
    quads = vocabulary.as_stored(data)
    if report.is_passed:
        return Ready(tuple(quads), report, gate.digest)
    files = {
        "report.txt": f"{report.text('ar')}\n{report.text('en')}".encode(),
        "report.ttl": report.turtle().encode(),
        "report.json": report.json().encode(),
        "data.trig": canonical.trig(quads),
    }
    return Faulty(record, report.results[0].message_en, files)


@dataclass(frozen=True, slots=True)
class OwnRecipe:
    """The package's own extractor, actor base, gazetteer and shapes.

    Attributes:
        reader: Who reads.
        validator: Who validates.
    """

    reader: ReaderKind
    validator: ValidatorKind = ValidatorKind.QUICK

    def __call__(self, run: Run) -> Preparer:
        """Load all of it.

        Raises:
            ReaderUnavailableError: The trained reader is asked for and cannot be loaded.
            SpreadError: The software here is not that of the run.
        """
        from extract.extractor import Extractor
        from graph.mapping.known import KnownEntities

        extract = Extractor(self.reader)
        found = version_of(extract)
        if found != run.version:
            raise SpreadError(
                f"a worker has conflictkg {found}, this is {run.version}: "
                "install the same version on all machines"
            )
        return Preparer(extract, run, KnownEntities(), validator(self.validator))
