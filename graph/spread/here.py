"""In this process, one article after another."""

from __future__ import annotations

from collections.abc import Generator, Iterator

from graph.run import Run
from graph.spread.job import Job, Outcome
from graph.spread.preparer import Preparer, Recipe


class Here:
    """Prepares an article when its outcome is asked for; only one is under way."""

    def __init__(self, recipe: Recipe) -> None:
        """Use ``recipe``, when the first article comes."""
        self._recipe = recipe

    def outcomes(
        self, run: Run, jobs: Iterator[Job | None]
    ) -> Generator[tuple[Job, Outcome], None, None]:
        """Prepare articles in their order."""
        preparer: Preparer | None = None
        for job in jobs:
            if job is not None:
                preparer = preparer or self._recipe(run)
                yield job, preparer(job)
