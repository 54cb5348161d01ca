"""``conflictkg retract``, ``info`` and ``compact``: looking after a store."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from graph.command import options
from graph.command.output import opened, say, to_terminal, width


def retract(
    document: Annotated[
        str, typer.Argument(metavar="DOCUMENT", help="Key, id or URL of the document.")
    ],
    store: options.StorePath,
) -> None:
    """Take a document out of the store: its claims, and whatever only it brought in.

    Example: conflictkg retract https://example.org/article --store kg

    An id that several documents share takes them all out; each is named on standard error.
    """
    from graph.store import Store

    with Store.open(store) as target:
        for key in target.retract(document):
            say(f"retracted {key}")


def info(store: options.StorePath, output: options.Output = None) -> None:
    """Show what a store holds, in numbers.

    Example: conflictkg info --store kg
    """
    from graph.store import Store
    from graph.table import render

    with Store.open(store, read_only=True) as source:
        facts = asdict(source.info())
    derived = facts.pop("derived")
    rows = [(name, str(value)) for name, value in facts.items()]
    rows += [(f"derived by {name}", str(size)) for name, size in derived.items()]
    text = render(
        ["what", "value"],
        rows,
        width=width(output),
        isolate=to_terminal(output),
    )
    with opened(output) as out:
        out.write(text.encode())


def compact(store: options.StoreFolder) -> None:
    """Write the database anew without what was deleted, so that it takes less room.

    Example: conflictkg compact --store kg

    Needs as much free room as the database takes, while it runs. Nothing that the store holds
    changes; killed, it leaves the store as it was.
    """
    from rich.filesize import decimal

    from graph import layout
    from graph.store import Store

    with Store.open(store) as target:
        before = layout.size(store)
        target.compact()
    say(f"{store}: {decimal(before)} before, {decimal(layout.size(store))} now")
