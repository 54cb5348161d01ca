"""The head of a query file: comment lines ``# field: text`` that say what the query is for.

A text may go on over further lines, each indented by three blanks after the ``#``. The head ends
with the first line that is no comment.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from ontology.error import QueryFileError

_FIELD: Final = re.compile(r"# (?P<key>[a-z-]+): (?P<text>.*)")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a field that may come several times: its number in the file, and its text."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a file says.

    Attributes:
        fields: Text of each field that comes once.
        lines: The lines of the fields that may come several times, by field.
    """

    fields: dict[str, str]
    lines: dict[str, list[Line]]


def read(
    file: str, source: str, once: Collection[str], several: Collection[str] = frozenset()
) -> Head:
    """Read the head of a query file.

    Args:
        file: Name of the file, for messages.
        source: Its text.
        once: Fields that must be there, each once.
        several: Fields that may be there, any number of times.

    Raises:
        QueryFileError: A field is missing, doubled or unknown.
    """
    head = Head({}, {key: [] for key in several})
    key = ""
    for number, line in enumerate(source.splitlines(), start=1):
        if not line.startswith("#"):
            break
        found = _FIELD.fullmatch(line)
        if found is None and line.startswith("#   ") and key in head.fields:
            head.fields[key] += " " + line[4:].strip()
        elif found and found["key"] in several:
            head.lines[found["key"]].append(Line(number, found["text"]))
        elif found and found["key"] in once and found["key"] not in head.fields:
            key = found["key"]
            head.fields[key] = found["text"].strip()
        else:
            raise QueryFileError(f"{file}, line {number}: not a field of its head: {line}")
    missing = [field for field in once if not head.fields.get(field)]
    if missing:
        raise QueryFileError(f"{file}: no {', '.join(missing)}")
    return head
