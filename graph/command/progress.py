"""Progress on standard error: a bar on a terminal, nothing elsewhere."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress, Task
    from rich.text import Text

Told = Callable[[int, str], None]
"""To be called after each article with how many are done and the name of the last."""


@contextmanager
def progress(*, wanted: bool = True) -> Iterator[Told]:
    """A function to call after each article with how many are done and the name of the last.

    Args:
        wanted: False where results go to the same terminal, which a bar would garble.
    """
    if not (wanted and sys.stderr.isatty()):
        yield _nothing
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed} {task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, name: bar.update(task, completed=done, description=name)


@contextmanager
def counted(inputs: Sequence[str]) -> Iterator[Told]:
    """Progress with the rate and, once the articles of ``inputs`` are counted, the remaining time.

    They are counted while the first are read, without reading any file into memory; not on standard
    input, which is over when it is over.
    """
    if not sys.stderr.isatty():
        yield _nothing
        return
    with _bar() as bar:
        task = bar.add_task("", total=None)

        def count_all() -> None:
            from extract.reading.count import count

            bar.update(task, total=count(inputs))

        threading.Thread(target=count_all, daemon=True).start()
        yield lambda done, name: bar.update(task, completed=done, description=name)


def _bar() -> Progress:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        Progress,
        ProgressColumn,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )
    from rich.table import Column
    from rich.text import Text

    class Pace(ProgressColumn):
        """How many are done, of how many, and how fast."""

        def render(self, task: Task) -> Text:
            return Text(_pace(task.completed, task.total, task.finished_speed or task.speed))

    class Rest(TimeRemainingColumn):
        """The remaining time, where it can be reckoned."""

        def render(self, task: Task) -> Text:
            return super().render(task) if task.total else Text("")

    name = TextColumn("{task.description}", table_column=Column(ratio=1, no_wrap=True))
    columns = (BarColumn(), Pace(), TimeElapsedColumn(), Rest(), name)
    return Progress(*columns, console=Console(stderr=True), transient=True, expand=True)


def _pace(done: float, total: float | None, speed: float | None) -> str:
    of = f"/{total:.0f}" if total else ""
    rate = f", {speed:.1f} articles/s" if speed else ""
    return f"{done:.0f}{of}{rate}"


def _nothing(_done: int, _name: str) -> None:
    """Say nothing."""
