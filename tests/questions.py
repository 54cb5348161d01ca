"""The table of named questions in ``docs/questions.md``.

``python -m tests.questions`` writes the table into the document.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from ontology import question

DOCUMENT: Final = Path(__file__).parents[1] / "docs" / "questions.md"
HEAD: Final = "| name | what it answers | parameters |\n|---|---|---|\n"
_TABLE = re.compile(re.escape(HEAD) + r"(\|.*\n)*")


def table() -> str:
    """Every question with its title and parameters, ``lang`` left out where it is there."""
    return HEAD + "".join(_row(question.load(name)) for name in question.names())


def _row(asked: question.Question) -> str:
    parameters = [
        f"`{p.name}`" + (f" ({p.default})" if p.default else "")
        for p in asked.parameters
        if p.name != "lang"
    ]
    if all(p.name != "lang" for p in asked.parameters):
        parameters.append("no `lang`")
    return f"| `{asked.name}` | {asked.title_en} | {', '.join(parameters)} |\n"


def rewritten(text: str) -> str:
    """The document with the real table."""
    return _TABLE.sub(lambda _: table(), text)


if __name__ == "__main__":
    DOCUMENT.write_text(rewritten(DOCUMENT.read_text(encoding="utf-8")), encoding="utf-8")
