"""The command line: ``conflictkg`` with one module a group of commands.

Exit codes: 0 all went well; 1 the run finished, but something was skipped, quarantined or invalid;
2 the run stopped (wrong use, unusable input or store); 141 the reader of the output went away.
Results go to standard output or to ``-o``; messages and progress go to standard error.
"""

from __future__ import annotations

import atexit
import gc
from typing import Final

_YOUNG: Final = 50_000
"""How many new objects bring the garbage collector in. Reading lexicons and names makes a million,
all of which stay; Python's 700 would have them looked through again and again."""


def main() -> None:
    """Run ``conflictkg`` with the arguments of the process."""
    gc.set_threshold(_YOUNG, *gc.get_threshold()[1:])
    atexit.register(gc.freeze)  # whatever is left at the end goes with the process, unsearched
    from graph.command.app import app

    app(prog_name="conflictkg")
