"""Reading ahead: an input that may be slow is read in a thread, so that nothing else waits for it.

An endless feed may be silent for hours. What workers have done meanwhile is to be loaded, not to
wait for the next article.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from queue import Empty, Full, Queue
from typing import Final, Generic, Self, TypeVar

T = TypeVar("T")

_ROOM: Final = 2
_PATIENCE: Final = 0.05  # seconds


class Ahead(Generic[T]):
    """An iterator over ``items`` that gives None where the next item is not there yet.

    Use it in a ``with`` statement. The thread begins with the first item asked for; at most a few
    items are read before they are asked for. An error of ``items`` comes in its place.
    """

    def __init__(self, items: Iterator[T]) -> None:
        self._items = items
        self._read: Queue[T | BaseException] = Queue(_ROOM)
        self._is_over = threading.Event()
        # Nothing can wake a thread that waits for standard input: it must not hold up the end.
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._is_over.set()

    def __iter__(self) -> Iterator[T | None]:
        return self

    def __next__(self) -> T | None:
        if not self._thread.ident:
            self._thread.start()
        try:
            item = self._read.get(timeout=_PATIENCE)
        except Empty:
            return None
        if isinstance(item, BaseException):
            self._put(item)  # whoever asks again is told again
            raise item
        return item

    def _run(self) -> None:
        try:
            for item in self._items:
                self._put(item)
                if self._is_over.is_set():
                    return
        except BaseException as error:  # noqa: BLE001 - it is raised where the item is asked for
            self._put(error)
        else:
            self._put(StopIteration())

    def _put(self, item: T | BaseException) -> None:
        while not self._is_over.is_set():
            try:
                self._read.put(item, timeout=_PATIENCE)
            except Full:
                continue
            return
