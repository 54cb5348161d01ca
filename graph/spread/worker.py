"""A worker: a process of this machine that prepares one article after another.

It says a word when it has loaded everything, and then answers each job with its outcome, or with
the error that stops the run. It ends when the process that started it closes the connection.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import traceback
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Final

from extract.error import ConflictKGError

if TYPE_CHECKING:
    from graph.run import Run
    from graph.spread.job import Job
    from graph.spread.preparer import Preparer, Recipe

LOADED: Final = "loaded"
"""What a worker says first."""
THREADS: Final = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
"""What libraries of numbers ask how many threads they may start."""


def packed(recipe: Recipe, run: Run) -> bytes:
    """What a worker is sent first: how it gets its preparer, and in whose name it works."""
    return pickle.dumps((recipe, run))


def preparer(setup: bytes) -> Preparer:
    """Load what a worker needs, as ``packed`` says it."""
    recipe, run = pickle.loads(setup)
    made: Preparer = recipe(run)
    return made


def serve(connection: Connection) -> None:
    """Work until the connection is closed. The first message is what ``packed`` made."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all; who started us decides
    # Before any of these libraries is loaded: as many workers as cores is one thread for each.
    os.environ.update(dict.fromkeys(THREADS, "1"))
    try:
        _serve(connection)
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return  # nobody is there any more
    except Exception as error:
        if not isinstance(error, ConflictKGError):  # a fault of ours: say where it is
            error.add_note(traceback.format_exc())
        connection.send(error)
        raise SystemExit(1) from error


def _serve(connection: Connection) -> None:
    gc.disable()  # what is loaded now stays; there is no point in looking through it
    prepare = preparer(connection.recv_bytes())
    gc.freeze()
    gc.enable()
    connection.send(LOADED)
    while True:
        job: Job = connection.recv()
        connection.send(prepare(job))
