"""Options and arguments that several commands share."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extract.choice import ReaderKind
from graph.validator import ValidatorKind

if TYPE_CHECKING:
    from extract.reading import Metadata


def day(text: str) -> date:
    """A day of the command line.

    Raises:
        typer.BadParameter: It is not written as YYYY-MM-DD.
    """
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is no day; write it as 2021-06-30") from error


class Language(StrEnum):
    """Language of names."""

    AR = "ar"
    EN = "en"


Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT...",
        help="Files (.jsonl, .txt, .html), folders of them, or - for JSON lines on standard input.",
        show_default=False,
    ),
]
STORE = "Folder of the store, or http(s):// address of a SPARQL server."
StorePath = Annotated[str, typer.Option("--store", metavar="PATH", help=STORE, show_default=False)]


def folder(text: str) -> Path:
    """The folder of a store.

    Raises:
        typer.BadParameter: It is the address of a server.
    """
    if "://" in text:
        raise typer.BadParameter(
            f"{text} is a server; this command works on a folder, a server has tools of its own"
        )
    return Path(text)


StoreFolder = Annotated[
    Path,
    typer.Option(
        "--store", metavar="PATH", parser=folder, help="Folder of the store.", show_default=False
    ),
]
OptionalStorePath = Annotated[
    str | None, typer.Option("--store", metavar="PATH", help=STORE, show_default=False)
]
Output = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        metavar="FILE",
        help="Write to this file, all or nothing, instead of standard output.",
        show_default=False,
    ),
]
Published = Annotated[
    date | None,
    typer.Option(
        "--published",
        metavar="DATE",
        parser=day,
        help="Day of publication of articles that do not say it; relative dates count from it.",
        show_default=False,
    ),
]
Publisher = Annotated[
    str | None,
    typer.Option(
        "--publisher",
        metavar="NAME",
        help="Outlet of articles that do not name one.",
        show_default=False,
    ),
]
Lang = Annotated[
    str | None,
    typer.Option(
        "--lang",
        metavar="LANG",
        help="Language of articles that do not say it: ar or en.",
        show_default=False,
    ),
]
Validator = Annotated[
    ValidatorKind,
    typer.Option(
        "--validator",
        help="Who judges data by the shapes: quick (a compiled validator, and pySHACL for what it "
        "refuses) or pyshacl (alone: the same verdicts, slower).",
    ),
]
Reader = Annotated[
    ReaderKind | None,
    typer.Option(
        "--reader",
        help="Who reads: hybrid (rules judged and completed by the trained reader; the default) or "
        "rules (alone: faster, finds less).",
        show_default=False,
    ),
]
NameLanguage = Annotated[
    Language, typer.Option("--lang", help="Language of names: ar or en, the other where one lacks.")
]
Url = Annotated[
    str | None,
    typer.Option(
        "--url", metavar="URL", help="Address of the one article read.", show_default=False
    ),
]


def metadata(
    published: date | None, publisher: str | None, lang: str | None, url: str | None
) -> Metadata:
    """The origin of articles that do not tell it themselves."""
    from extract.reading import Metadata

    return Metadata(published=published, publisher=publisher, url=url, lang=lang)
