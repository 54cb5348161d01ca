"""``conflictkg check``: whether a store can be trusted."""

from __future__ import annotations

import json
from dataclasses import asdict
from enum import StrEnum
from typing import Annotated

import typer

from graph.command import options
from graph.command.commands import INCOMPLETE
from graph.command.output import opened, say
from graph.command.progress import progress


class FindingFormat(StrEnum):
    """How findings are written."""

    TEXT = "text"
    JSON = "json"


def check(
    store: options.StoreFolder,
    form: Annotated[
        FindingFormat, typer.Option("--format", help="text: one line a finding; or json.")
    ] = FindingFormat.TEXT,
    output: options.Output = None,
) -> None:
    """Check that a store is whole: nothing half, nothing lost, nothing left over.

    Example: conflictkg check --store kg

    Every document is there with all that it names and keeps to the shapes; nothing is shared that
    nobody needs; quarantine and verdicts fit; the checks of the ontology pass. Each finding is one
    line with its remedy. Exit code 1 when there is one.
    """
    from graph.audit import audit
    from graph.store import Store

    with Store.open(store, read_only=True) as source, progress() as told:
        found = list(audit(source, progress=told))
        documents = source.info().documents
    if form is FindingFormat.JSON:
        content = {
            "passed": not found,
            "documents": documents,
            "findings": [asdict(finding) for finding in found],
        }
        text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    else:
        text = "".join(f"{finding}\n" for finding in found)
    with opened(output) as out:
        out.write(text.encode())
    say(f"{documents} documents checked; findings: {len(found)}")
    if found:
        raise typer.Exit(INCOMPLETE)
