"""``conflictkg quarantine``: the documents that the shapes refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from graph.command import options
from graph.command.commands import INCOMPLETE
from graph.command.output import opened, say, to_terminal, width

if TYPE_CHECKING:
    from graph.quarantine import Quarantine
    from graph.store import Store

quarantine = typer.Typer(
    help="Documents that broke the rules: list them, show why, try them again.\n\n"
    "Example: conflictkg quarantine list --store kg",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@quarantine.command("list")
def listing(store: options.StorePath, output: options.Output = None) -> None:
    """List the documents in quarantine: key, id, where each was read, what is wrong first.

    Example: conflictkg quarantine list --store kg
    """
    from graph.store import Store
    from graph.table import render

    with Store.open(store, read_only=True) as source:
        rows = [_row(source.quarantine, key) for key in source.quarantine.keys()]  # noqa: SIM118
    header = ["key", "id", "source", "reason"]
    text = render(header, rows, width=width(output), isolate=to_terminal(output))
    with opened(output) as out:
        out.write(text.encode())


@quarantine.command()
def show(
    key: Annotated[
        str, typer.Argument(metavar="KEY", help="Key of the document.", show_default=False)
    ],
    store: options.StorePath,
    output: options.Output = None,
) -> None:
    """Show what is kept of one document: its origin, its files, the report in both languages.

    Example: conflictkg quarantine show 0ad8efa2ae19fb41 --store kg
    """
    from graph.store import Store

    with Store.open(store, read_only=True) as source:
        text = _account(source, key)
    with opened(output) as out:
        out.write(text.encode())


@quarantine.command()
def retry(
    store: options.StorePath,
    keys: Annotated[
        list[str] | None,
        typer.Argument(metavar="[KEY]...", help="Keys of documents; all that are held if none."),
    ] = None,
) -> None:
    """Map and validate kept records again with the software of today; load those that pass.

    Example: conflictkg quarantine retry --store kg

    What is loaded leaves the quarantine. The article is not extracted again: that takes a build.
    Exit code 1 when a document is refused again; it stays, with the report of today.
    """
    from graph.mapping.known import KnownEntities
    from graph.retry import retry as again
    from graph.store import Store
    from graph.validator import validator

    with Store.open(store) as target:
        wanted = keys or target.quarantine.keys()
        done = again(target, wanted, entities=KnownEntities(), gate=validator())
    say(done.text().rstrip("\n"))
    if not done.is_done:
        raise typer.Exit(INCOMPLETE)


def _row(held: Quarantine, key: str) -> tuple[str, str, str, str]:
    from graph.error import StoreError

    try:
        one = held.held(key)
    except StoreError as error:
        return key, "", "", str(error)
    return key, one.record.id, one.origin.source, one.origin.reason


def _account(store: Store, key: str) -> str:
    one = store.quarantine.held(key)
    files = store.quarantine.files(key)
    told = [
        ("key", key),
        ("id", one.record.id),
        ("title", one.record.title),
        ("address", one.record.url),
        ("source", one.origin.source),
        ("extracted by", f"{one.origin.software} {one.origin.version}"),
        ("files", f"{store.quarantine.folder(key)} ({', '.join(files)})"),
    ]
    lines = [f"{name}: {value}" for name, value in told if value]
    report = files.get("report.txt", one.origin.reason.encode()).decode("utf-8", "replace")
    return "\n".join([*lines, "", report.rstrip("\n")]) + "\n"
