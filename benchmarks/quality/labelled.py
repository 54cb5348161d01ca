"""Labelled sets: folders of ``NAME.json`` files, each the facts of one article.

The text of an article is ``NAME.txt`` beside its labels, or the line with the same ``id`` in a
``.jsonl`` file one folder above.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from pydantic import ValidationError

from benchmarks.quality.sheet import Sheet
from extract.document import Document
from extract.error import InputError

HELD: Final = "held.txt"
"""Lists the articles of a folder that nothing was made from."""


@dataclass(frozen=True, slots=True)
class Article:
    """One labelled article."""

    document: Document
    sheet: Sheet


@dataclass(frozen=True, slots=True)
class LabelledSet:
    """A folder of labelled articles under a short name."""

    name: str
    folder: Path

    def articles(self) -> Iterator[Article]:
        """The articles, in the order of their file names.

        Raises:
            InputError: A file is not as it must be.
        """
        for path in sorted(self.folder.glob("*.json")):
            sheet = _sheet(path)
            text = _text(path, sheet.id)
            published = sheet.published
            document = Document(id=sheet.id, text=text, lang=sheet.lang, published=published)
            yield Article(document, sheet)


def find(root: Path, name: str) -> list[LabelledSet]:
    """All labelled sets in a folder and below it, named after ``name`` and their place in it.

    A folder without any is no error: the list is empty.
    """
    folders = {path.parent for path in root.rglob("*.json") if _has_text(path)}
    return [LabelledSet(_name(root, name, folder), folder) for folder in sorted(folders)]


def taught_ids(root: Path) -> frozenset[str]:
    """The articles of a folder that the trained reader was made from.

    Those are all but the ones that ``held.txt`` lists; none where there is no such list.
    """
    listed = root / HELD
    if not listed.is_file():
        return frozenset()
    every = (_sheet(path).id for path in root.glob("*/*.json"))
    return frozenset(every) - held_ids(root)


def held_ids(root: Path) -> frozenset[str]:
    """The articles that neither a rule nor the reader was made from."""
    lines = (root / HELD).read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def _name(root: Path, name: str, folder: Path) -> str:
    return "/".join((name, *folder.relative_to(root).parts))


def _has_text(path: Path) -> bool:
    return path.with_suffix(".txt").is_file() or any(path.parent.parent.glob("*.jsonl"))


def _sheet(path: Path) -> Sheet:
    try:
        return Sheet.of(json.loads(path.read_text(encoding="utf-8")))
    except ValidationError as error:
        fault = error.errors()[0]
        place = ".".join(map(str, fault["loc"]))
        raise InputError(f"{path}: {place}: {fault['msg']}; mend the labels there") from error
    except ValueError as error:
        raise InputError(f"{path}: is no JSON ({error}); mend it there") from error


def _text(path: Path, name: str) -> str:
    beside = path.with_suffix(".txt")
    if beside.is_file():
        return beside.read_text(encoding="utf-8")
    texts = _texts(path.parent.parent)
    if name not in texts:
        raise InputError(f"{path}: no text of {name!r}; put it into {beside.name} beside it")
    return texts[name]


@cache
def _texts(folder: Path) -> dict[str, str]:
    """The texts of the ``.jsonl`` files of a folder, by id."""
    found: dict[str, str] = {}
    for file in sorted(folder.glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            article: dict[str, Any] = json.loads(line)
            found[article["id"]] = article["text"]
    return found
