"""Spreading: where articles are extracted, mapped and validated before one writer loads them.

That work needs no store, so it can be done anywhere: in this process (``here``), in processes of
this machine (``processes``), or on an existing Dask cluster (``cluster``). ``job`` says what is
sent to a worker and what comes back, ``preparer`` does the work. Results come back in any order;
the order decides nothing, see ``graph.build``.

Whatever the way, only a bounded number of articles is under way at a time, however many there are.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from graph.run import Run
    from graph.spread.job import Job, Outcome


class Spread(Protocol):
    """A way to have articles prepared."""

    def outcomes(
        self, run: Run, jobs: Iterator[Job | None]
    ) -> Generator[tuple[Job, Outcome], None, None]:
        """Prepare articles; each job comes back once with its outcome, in any order.

        Args:
            run: The execution in whose name it is done.
            jobs: What is to be done, asked for only as there is room for it. None says that there
                is nothing at this moment but may be later.

        Raises:
            ConflictKGError: The work as a whole cannot go on.
        """
        ...
