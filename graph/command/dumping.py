"""``conflictkg dump`` and ``conflictkg restore``: a store as one file, and back."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from graph.command import options
from graph.command.output import opened, say

COMPRESSED = ".zst"
PLAIN = ".nq"


def dump(store: options.StoreFolder, output: options.Output = None) -> None:
    """Write all that a store holds into one file: the same bytes for the same content.

    Example: conflictkg dump --store kg -o kg.nq.zst

    Canonical N-Quads with the quarantine and the manifest in comments. A name that ends in .zst is
    compressed, one in .nq is not, nor is standard output.
    """
    from graph.dump import compress
    from graph.dump import dump as plain
    from graph.error import DumpError
    from graph.store import Store

    is_plain = output is None or str(output) == "-" or output.suffix == PLAIN
    if output is not None and not is_plain and output.suffix != COMPRESSED:
        raise DumpError(f"{output}: name it {PLAIN}{COMPRESSED} (compressed) or {PLAIN} (plain)")
    with Store.open(store, read_only=True) as source, opened(output) as out:
        done = plain(source, out) if is_plain else compress(source, out)
    say(f"{done.quads} quads, {done.quarantined} documents in quarantine")


def restore(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="A dump, compressed or plain; - reads it from standard input.",
            show_default=False,
        ),
    ],
    store: Annotated[
        Path,
        typer.Option(
            "--store",
            metavar="PATH",
            parser=options.folder,
            help="New or empty folder of the store.",
            show_default=False,
        ),
    ],
) -> None:
    """Make a new store from a dump, all or nothing.

    Example: conflictkg restore kg.nq.zst --store new

    A dump that is damaged, cut off or something else is refused, and nothing is left of it.
    """
    from graph.error import DumpError
    from graph.restore import restore as filled

    if str(file) == "-":
        done = filled(sys.stdin.buffer, "standard input", store)
    else:
        try:
            source = file.open("rb")
        except OSError as error:
            raise DumpError(
                f"{file}: cannot be read ({error.strerror}); name a dump of conflictkg dump"
            ) from error
        with source:
            done = filled(source, str(file), store)
    say(f"{done.quads} quads, {done.quarantined} documents in quarantine")
