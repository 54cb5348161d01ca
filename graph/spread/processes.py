"""In several processes of this machine.

Each worker has one article at a time, so that it is known which article a worker died of. The next
one is handed to it before the outcome of the last is loaded. An article whose worker dies is tried
once more, by a fresh worker; when that dies too, the article is skipped.

Workers are started afresh, not forked: neither the database nor the neural network survives a fork.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
from collections import deque
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from typing import Final

from extract.error import Skipped
from graph.error import SpreadError
from graph.run import Run
from graph.spread.job import Job, Outcome
from graph.spread.preparer import Recipe
from graph.spread.worker import LOADED, packed, serve

_CONTEXT: Final = multiprocessing.get_context("spawn")
_TRIES: Final = 2
_STILLBORN: Final = 3
"""So many workers in a row that die before they have loaded are no accident."""


class Processes:
    """Prepares articles in worker processes, as many at a time as there are workers."""

    def __init__(self, number: int, recipe: Recipe) -> None:
        """Use up to ``number`` processes, each with what ``recipe`` makes for it."""
        self._number = number
        self._recipe = recipe

    def outcomes(
        self, run: Run, jobs: Iterator[Job | None]
    ) -> Generator[tuple[Job, Outcome], None, None]:
        """Prepare articles, in any order. Workers are started as they are needed.

        Raises:
            SpreadError: No worker could be started.
            InputError: A worker says that the run has to stop.
        """
        pool = _Pool(self._number, packed(self._recipe, run), jobs)
        try:
            yield from pool.outcomes()
        finally:
            pool.stop()


@dataclass(slots=True)
class _Task:
    """A job, and how many workers have died of it."""

    job: Job
    deaths: int = 0


class _Pool:
    """The workers of one run. No more articles are under way than there may be workers."""

    def __init__(self, number: int, setup: bytes, jobs: Iterator[Job | None]) -> None:
        self._number = number
        self._setup = setup
        self._jobs = jobs
        self._is_open = True
        self._workers: list[_Worker] = []
        self._waiting: deque[_Task] = deque()
        self._stillborn = 0

    def outcomes(self) -> Iterator[tuple[Job, Outcome]]:
        """Keep the workers busy until there is nothing left to do."""
        while True:
            is_starved = self._feed()
            for worker in self._heard(is_starved=is_starved):
                done = self._listen(worker) if worker in self._workers else None
                if done:
                    self._feed()  # before the outcome is loaded, so that nobody waits meanwhile
                    yield done
            if not (self._is_open or self._waiting or any(w.task for w in self._workers)):
                return

    def stop(self) -> None:
        """End all workers at once."""
        for worker in self._workers:
            worker.stop()

    def _feed(self) -> bool:
        """Give articles to whoever has none; return whether some stay idle as none is there yet."""
        while self._is_open or self._waiting:
            self._start_missing()
            idle = [worker for worker in self._workers if worker.is_idle]
            if self._waiting and idle:
                self._give(idle[0])
            elif self._is_full():
                return False
            elif not self._pull():
                return self._is_open
        return False

    def _is_full(self) -> bool:
        """Whether an article more would find no worker free, starting, or yet to be started."""
        return len(self._waiting) >= self._free() + self._number - len(self._workers)

    def _free(self) -> int:
        return sum(worker.task is None for worker in self._workers)

    def _start_missing(self) -> None:
        if self._free() < len(self._waiting) and len(self._workers) < self._number:
            self._workers.append(_Worker(self._setup))

    def _pull(self) -> bool:
        """Ask for an article; return whether there was one."""
        try:
            job = next(self._jobs)
        except StopIteration:
            self._is_open = False
            return False
        if job is None:
            return False
        self._waiting.append(_Task(job))
        return True

    def _give(self, worker: _Worker) -> None:
        task = self._waiting.popleft()
        if not worker.give(task):  # it died while it was idle: not of this article
            self._waiting.appendleft(task)
            self._bury(worker)

    def _heard(self, *, is_starved: bool) -> list[_Worker]:
        """Workers that say something or have died; wait for one unless there may be other work."""
        connections = {worker.connection: worker for worker in self._workers}
        if not connections:
            return []
        ready = wait(list(connections), timeout=0 if is_starved else None)
        return [connections[one] for one in ready if isinstance(one, Connection)]

    def _listen(self, worker: _Worker) -> tuple[Job, Outcome] | None:
        try:
            said = worker.connection.recv()
        except (EOFError, OSError):
            return self._died(worker)
        if isinstance(said, BaseException):
            raise said
        if said == LOADED:
            self._stillborn = 0
            worker.begin()
            return None
        task = worker.task
        assert task is not None
        worker.task = None
        return task.job, said

    def _died(self, worker: _Worker) -> tuple[Job, Outcome] | None:
        cause, task = worker.cause_of_death(), worker.task
        self._bury(worker)
        if not worker.is_loaded:
            self._stillborn += 1
            if self._stillborn == _STILLBORN:
                raise SpreadError(
                    f"worker processes die at their start ({cause}): "
                    "try fewer --workers, or build without"
                )
        elif task:
            task.deaths += 1
            if task.deaths == _TRIES:
                article = task.job.document
                reason = f"{_DEADLY} ({cause}): {_CURE}"
                return task.job, Skipped(article.source, article.id, reason)
        if task:
            self._workers.append(_Worker(self._setup, task))
        return None

    def _bury(self, worker: _Worker) -> None:
        worker.stop()
        self._workers.remove(worker)


_DEADLY: Final = "two worker processes died while they read it"
_CURE: Final = "split the article, or give each process more memory (fewer --workers)"


class _Worker:
    """A worker process as it is seen from here.

    Attributes:
        connection: What it says is to be read from there.
        task: What it is at, or is to begin with; none when it is free.
        is_loaded: Whether it has said that it is ready.
    """

    def __init__(self, setup: bytes, first: _Task | None = None) -> None:
        self.is_loaded = False
        self.task = first
        self.connection, there = _CONTEXT.Pipe()
        self._process = _CONTEXT.Process(target=serve, args=(there,), daemon=True)
        with _interrupts_held():
            self._process.start()
        there.close()
        with suppress(OSError):  # it is dead already, and will be found to be
            self.connection.send_bytes(setup)

    @property
    def is_idle(self) -> bool:
        return self.is_loaded and self.task is None

    def begin(self) -> None:
        """Note that it is ready, and give it the article that it was started for, if any."""
        self.is_loaded = True
        if self.task:
            self.give(self.task)

    def give(self, task: _Task) -> bool:
        """Hand an article to a worker that waits for one; return whether it was still there."""
        try:
            self.connection.send(task.job)
        except OSError:
            return False
        self.task = task
        return True

    def cause_of_death(self) -> str:
        """How it ended; it has closed its end of the connection."""
        self._process.join(_LAST_BREATH)  # before it is killed, which would be another cause
        self.stop()
        code = self._process.exitcode or 0
        if code >= 0:
            return f"exit code {code}"
        name = signal.Signals(-code).name
        return f"{name}: out of memory?" if name == "SIGKILL" else name

    def stop(self) -> None:
        self.connection.close()
        self._process.kill()
        self._process.join()


_LAST_BREATH: Final = 5.0  # seconds


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Have a new process start deaf to Ctrl-C: it would fill the screen before it knows better."""
    if sys.platform == "win32":
        yield
        return
    resource_tracker.ensure_running()  # which would let interrupts through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
