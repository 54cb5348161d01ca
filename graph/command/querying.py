"""``conflictkg query``: questions in SPARQL, or by name, to a store."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.command import options
from graph.command.answer import AnswerFormat, refuse_update, write
from graph.command.output import opened, to_terminal, width
from graph.error import QueryError

if TYPE_CHECKING:
    from graph.binding import Value


def query(
    store: options.OptionalStorePath = None,
    text: Annotated[
        str | None,
        typer.Argument(metavar="[QUERY]", help="A SPARQL query; - reads it from standard input."),
    ] = None,
    file: Annotated[
        Path | None, typer.Option("--file", metavar="FILE", help="A file with a SPARQL query.")
    ] = None,
    name: Annotated[
        str | None, typer.Option("--name", metavar="NAME", help="A question of --list.")
    ] = None,
    param: Annotated[
        list[str] | None,
        typer.Option("--param", metavar="NAME=VALUE", help="A parameter of --name; may repeat."),
    ] = None,
    listing: Annotated[
        bool, typer.Option("--list", help="List the questions that can be asked by name.")
    ] = False,
    form: Annotated[
        AnswerFormat, typer.Option("--format", help="turtle is for CONSTRUCT and DESCRIBE.")
    ] = AnswerFormat.TABLE,
    lang: options.NameLanguage = options.Language.EN,
    output: options.Output = None,
) -> None:
    """Ask the store a question. Triples are in named graphs: write GRAPH ?g { ... }.

    Example: conflictkg query --store kg --name who-is-blamed --format csv -o answer.csv

    An empty answer is an answer: exit code 0. A text that would change the store is refused. The
    prefixes of the project (cev:, code:, skos:, ...) need not be declared.
    """
    asked = [way for way in (text, file, name, listing or None) if way is not None]
    if len(asked) != 1:
        raise typer.BadParameter("give one of QUERY, --file, --name and --list")
    if param and name is None:
        raise typer.BadParameter("--param goes with --name")
    if listing:
        _list(output)
        return
    if store is None:
        raise typer.BadParameter("name the store with --store PATH")
    from graph.store import Store

    sparql, where, bindings = _question(text, file, name, param or [], lang)
    refuse_update(sparql)
    with Store.open(store, read_only=True) as source, opened(output) as out:
        try:
            answer = source.query(sparql, bindings)
        except QueryError as error:
            raise QueryError(f"{where}: {error}") from error
        write(answer, out, form=form, store=source, lang=lang, path=output)


def _question(
    text: str | None, file: Path | None, name: str | None, params: list[str], lang: str
) -> tuple[str, str, dict[str, Value]]:
    """The query, what to call it in messages, and the values of its variables."""
    if name is not None:
        from graph.command.named import question

        return question(name, params, lang)
    if file is not None:
        return _file(file), str(file), {}
    if text == "-":
        return _decoded(sys.stdin.buffer.read(), "standard input"), "standard input", {}
    return text or "", "QUERY", {}


def _file(path: Path) -> str:
    try:
        return _decoded(path.read_bytes(), str(path))
    except OSError as error:
        raise QueryError(f"{path}: cannot be read ({error.strerror}); name another file") from error


def _decoded(data: bytes, where: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise QueryError(f"{where}: is not UTF-8 text; save it as UTF-8") from error


def _list(output: Path | None) -> None:
    from graph.command.named import listing

    with opened(output) as out:
        out.write(listing(width(output), isolate=to_terminal(output)).encode())
