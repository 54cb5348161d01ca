"""On an existing Dask cluster.

Dask gives the article of a worker that was lost to another by itself. When it has given one up, as
workers went on dying of it, the article is sent once more when nothing else is under way, so that
no other article can be the cause; if it is given up again, it is skipped. That Dask may do a thing
twice does no harm: an outcome is only data, and is loaded once.
"""

from __future__ import annotations

import threading
from collections.abc import Generator, Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from functools import lru_cache
from queue import Empty, SimpleQueue
from types import ModuleType
from typing import TYPE_CHECKING, Final

from extract.error import Skipped
from graph.error import SpreadError
from graph.run import Run
from graph.spread.job import Job, Outcome
from graph.spread.preparer import Recipe
from graph.spread.worker import packed, preparer

if TYPE_CHECKING:
    from distributed import Client, Future

_ANSWER: Final = "10s"
"""How long the scheduler may take to answer."""
_A_WORKER: Final = 2
"""Articles under way for each worker: one that it reads, and one that it has at hand."""
_SILENCE: Final = 30.0
"""Seconds without an outcome after which we look whether there is any worker."""


class Cluster:
    """Prepares articles on the workers of a cluster, two at a time for each worker."""

    def __init__(self, scheduler: str, recipe: Recipe) -> None:
        """Use the cluster whose scheduler has this address; workers get what ``recipe`` makes.

        Raises:
            SpreadError: The package ``distributed`` is not installed.
        """
        self._scheduler = scheduler
        self._recipe = recipe
        self._dask = _library()

    def outcomes(
        self, run: Run, jobs: Iterator[Job | None]
    ) -> Generator[tuple[Job, Outcome], None, None]:
        """Prepare articles, in any order.

        Raises:
            SpreadError: The cluster cannot be reached, was lost, or has no workers.
            InputError: A worker says that the run has to stop.
        """
        with self._connected() as client:
            window = _Window(self._dask, client, packed(self._recipe, run), self._scheduler)
            yield from window.outcomes(jobs)

    @contextmanager
    def _connected(self) -> Iterator[Client]:
        try:
            client = self._dask.Client(self._scheduler, timeout=_ANSWER, set_as_default=False)
        except (OSError, TimeoutError, ValueError) as error:
            raise SpreadError(
                f"{self._scheduler}: no Dask scheduler answers there; "
                "start one with dask scheduler, and give its address as tcp://HOST:PORT"
            ) from error
        try:
            yield client
        finally:
            client.close()


class _Window:
    """The articles under way on a cluster."""

    def __init__(self, dask: ModuleType, client: Client, setup: bytes, scheduler: str) -> None:
        self._dask = dask
        self._client = client
        self._setup = setup
        self._scheduler = scheduler
        self._size = _A_WORKER
        self._sent: dict[Future[Outcome], Job] = {}
        self._done: SimpleQueue[Future[Outcome]] = SimpleQueue()
        self._given_up: list[Job] = []
        self._is_open = True

    def outcomes(self, jobs: Iterator[Job | None]) -> Iterator[tuple[Job, Outcome]]:
        """Keep the cluster busy; what it gives up is tried again apart from all else."""
        with self._reached():
            self._size = _A_WORKER * max(1, len(self._client.nthreads()))
        while self._is_open:
            yield from self._together(jobs)
            for job in self._given_up:
                yield from self._alone(job)
            self._given_up.clear()

    def _together(self, jobs: Iterator[Job | None]) -> Iterator[tuple[Job, Outcome]]:
        """Prepare articles until there are no more, or too many were given up."""
        while True:
            is_starved = self._fill(jobs)
            if not self._sent and (not self._is_open or self._has_to_pause()):
                return
            future = self._next_done(is_starved=is_starved)
            if future:
                job = self._sent.pop(future)
                outcome = self._outcome(future)
                if outcome:
                    self._fill(jobs)  # before the outcome is loaded, so that no worker waits
                    yield job, outcome
                else:
                    self._given_up.append(job)

    def _alone(self, job: Job) -> Iterator[tuple[Job, Outcome]]:
        self._send(job)
        future = None
        while not future:
            future = self._next_done(is_starved=False)
        del self._sent[future]
        article = job.document
        yield job, self._outcome(future) or Skipped(article.source, article.id, _DEADLY)

    def _has_to_pause(self) -> bool:
        return len(self._given_up) >= self._size

    def _fill(self, jobs: Iterator[Job | None]) -> bool:
        """Send articles while there is room; return whether there was none to be had just now."""
        while self._is_open and len(self._sent) < self._size and not self._has_to_pause():
            try:
                job = next(jobs)
            except StopIteration:
                self._is_open = False
            else:
                if job is None:
                    return True
                self._send(job)
        return False

    def _send(self, job: Job) -> None:
        with self._reached():
            future = self._client.submit(prepare_there, self._setup, job, pure=False)
        self._sent[future] = job
        future.add_done_callback(self._done.put)

    def _next_done(self, *, is_starved: bool) -> Future[Outcome] | None:
        """An article that is done; wait for one unless there may be other work."""
        try:
            return self._done.get(timeout=0 if is_starved else _SILENCE)
        except Empty:
            if not is_starved:
                self._refuse_empty_cluster()
            return None

    def _refuse_empty_cluster(self) -> None:
        with self._reached():
            workers = self._client.nthreads()
        if not workers:
            raise SpreadError(
                f"{self._scheduler}: the cluster has no workers; "
                f"start some with dask worker {self._scheduler} --nthreads 1"
            )

    def _outcome(self, future: Future[Outcome]) -> Outcome | None:
        """What became of an article; none when the cluster gave it up."""
        try:
            with self._reached():
                return future.result()
        except self._dask.scheduler.KilledWorker:
            return None
        finally:
            future.release()

    @contextmanager
    def _reached(self) -> Iterator[None]:
        """Turn what happens to whoever talks to a cluster that is gone into one line."""
        try:
            yield
        except (CancelledError, TimeoutError, self._dask.comm.CommClosedError) as error:
            raise SpreadError(
                f"{self._scheduler}: the connection to the Dask scheduler was lost; "
                "build again when it is back, what was loaded stays"
            ) from error
        except ModuleNotFoundError as error:
            raise SpreadError(
                f"{self._scheduler}: the cluster lacks {error.name}; "
                "install conflictkg with the extra dask on its scheduler and its workers"
            ) from error


_DEADLY: Final = (
    "the workers of the cluster died while they read it: "
    "split the article, or give each worker more memory"
)


def prepare_there(setup: bytes, job: Job) -> Outcome:
    """Prepare one article on a worker, which loads what it needs once and keeps it.

    A worker with several threads still does one article at a time: the validator cannot do more.
    """
    with _ONE:
        return _preparer(setup)(job)


_ONE: Final = threading.Lock()


_preparer = lru_cache(maxsize=1)(preparer)


def _library() -> ModuleType:
    try:
        import distributed
    except ImportError as error:
        raise SpreadError("--dask needs the extra dask: pip install 'conflictkg[dask]'") from error
    return distributed
