"""``conflictkg explain``: an event, every claim about it, who says it, and the quoted sentence."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from graph.command import options
from graph.command.output import opened, to_terminal, width


class ExplainFormat(StrEnum):
    """How the account is written."""

    TEXT = "text"
    JSON = "json"


def explain(
    event: Annotated[
        str,
        typer.Argument(
            metavar="EVENT", help="IRI, short name (DOCUMENT-EVENT) or part of the label."
        ),
    ],
    store: options.StorePath,
    form: Annotated[
        ExplainFormat, typer.Option("--format", help="text for reading, json for programs.")
    ] = ExplainFormat.TEXT,
    lang: options.NameLanguage = options.Language.EN,
    output: options.Output = None,
) -> None:
    """Show an event with every claim about it: who says it, how surely, in which sentence.

    Example: conflictkg explain --store kg "al-Omar"

    When several events have that name they are listed, and the exit code is 2.
    """
    from graph.explain import as_json, as_text, find
    from graph.explain import explain as account_of
    from graph.store import Store

    with Store.open(store, read_only=True) as source:
        account = account_of(source, find(source, event), lang)
    if form is ExplainFormat.JSON:
        text = as_json(account)
    else:
        text = as_text(account, width=width(output), isolate=to_terminal(output))
    with opened(output) as out:
        out.write(text.encode())
