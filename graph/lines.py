"""More lines than fit into memory, in the order of their bytes.

Parts are sorted in memory, written to temporary files, and merged. Memory is bounded by the size of
one part and the number of files that are merged at once, whatever the number of lines.
"""

from __future__ import annotations

import heapq
import io
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import count, islice
from pathlib import Path
from typing import IO, Final

import zstandard

from graph.error import DumpError

PART: Final = 400_000
"""Lines that are sorted in memory: some 150 MB of quads."""
_MOST_FILES: Final = 64
_LEVEL: Final = 1


@contextmanager
def in_order(
    lines: Iterable[bytes], part: int = PART, most: int = _MOST_FILES
) -> Iterator[Iterator[bytes]]:
    """Sort lines by their bytes, which for UTF-8 is the order of code points.

    Args:
        lines: Each ends in a line feed.
        part: How many to sort in memory.
        most: How many files to merge at once.

    Raises:
        DumpError: The folder for temporary files is full or cannot be written.
    """
    left = iter(lines)
    lot = sorted(islice(left, part))
    if len(lot) < part:
        yield iter(lot)
        return
    with ExitStack() as stack:
        with _temporary():
            made = tempfile.TemporaryDirectory(prefix="conflictkg-")
        folder = Path(stack.enter_context(made))
        names = (folder / str(number) for number in count())
        files = []
        while lot:
            files.append(_written(lot, next(names)))
            lot = sorted(islice(left, part))
        while len(files) > most:
            with _merged(files[:most]) as merged:
                files = [*files[most:], _written(merged, next(names))]
        yield stack.enter_context(_merged(files))


def _written(lines: Iterable[bytes], file: Path) -> Path:
    packer = zstandard.ZstdCompressor(_LEVEL)
    with _temporary(), file.open("xb") as raw, packer.stream_writer(raw) as out:
        for line in lines:
            out.write(line)
    return file


@contextmanager
def _merged(files: list[Path]) -> Iterator[Iterator[bytes]]:
    with ExitStack() as stack:
        with _temporary():
            opened = [stack.enter_context(file.open("rb")) for file in files]
        yield heapq.merge(*map(_read, opened))


def _read(raw: IO[bytes]) -> Iterator[bytes]:
    with _temporary():
        reader = zstandard.ZstdDecompressor().stream_reader(raw)
        yield from io.BufferedReader(reader, 1 << 16)


@contextmanager
def _temporary() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise DumpError(
            f"{tempfile.gettempdir()}: temporary files cannot be written here "
            f"({error.strerror or error}); name another folder with TMPDIR"
        ) from error
