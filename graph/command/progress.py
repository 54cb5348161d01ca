"""Progress on standard error: a bar on a terminal, nothing elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def progress(*, wanted: bool = True) -> Iterator[Callable[[int, str], None]]:
    """A function to call after each article with how many are done and the name of the last.

    Args:
        wanted: False where results go to the same terminal, which a bar would garble.
    """
    if not (wanted and sys.stderr.isatty()):
        yield lambda _done, _name: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed} {task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, name: bar.update(task, completed=done, description=name)
