"""``conflictkg derive``: conclusions of a named policy, in a graph of their own."""

from __future__ import annotations

from typing import Annotated

import typer

from graph.command import options
from graph.command.output import opened, say, to_terminal, width


def derive(
    policy: Annotated[
        str | None, typer.Option("--policy", metavar="NAME", help="A policy of --list.")
    ] = None,
    store: options.OptionalStorePath = None,
    drop: Annotated[
        bool, typer.Option("--drop", help="Take out what the policy derived, and derive no more.")
    ] = False,
    listing: Annotated[bool, typer.Option("--list", help="List the policies and rules.")] = False,
    lang: options.NameLanguage = options.Language.EN,
) -> None:
    """Conclude from the claims who carried out which event, by a policy that you name.

    Example: conflictkg derive --policy own-word --store kg

    Writes into the graph derived/NAME and nowhere else. Safe to repeat: the graph is made anew.
    From then on it follows the documents: build and retract derive it again. See what it rests on
    with: conflictkg query --store kg --name derived-blame
    """
    if listing:
        _list(lang)
        return
    if policy is None:
        raise typer.BadParameter("name a policy with --policy NAME; --list shows them")
    if store is None:
        raise typer.BadParameter("name the store with --store PATH")
    from graph.derive import named
    from graph.error import DerivationError
    from graph.store import Store

    rule = named(policy)
    with Store.open(store) as target:
        if not drop:
            say(f"derived by {policy}: {target.derive(rule)}")
        elif target.withdraw(policy):
            say(f"dropped: derived/{policy}")
        else:
            raise DerivationError(f"{store}: the policy {policy} was not applied; nothing to drop")


def _list(lang: str) -> None:
    from graph.table import render
    from ontology import policy as policies

    rows = []
    for name in policies.names():
        one = policies.load(name)
        title, rule = (one.title_ar, one.rule_ar) if lang == "ar" else (one.title_en, one.rule_en)
        rows.append((name, title, rule))
    header = ["name", "العنوان", "القاعدة"] if lang == "ar" else ["name", "title", "rule"]
    text = render(header, rows, width=width(None), isolate=to_terminal(None))
    with opened(None) as out:
        out.write(text.encode())
