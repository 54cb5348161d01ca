"""What stands before a SPARQL query, and the word with which it begins."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

_PROLOGUE: Final = re.compile(
    r"(?:\s+|#[^\r\n]*|prefix\s+[^\s:]*:\s*<[^>]*>|base\s*<[^>]*>)*", re.IGNORECASE
)
_WORD: Final = re.compile(r"[A-Za-z]*")


def first_word(query: str) -> str:
    r"""The first word after prefixes and comments, in capitals; empty where there is none.

    >>> first_word("PREFIX x: <http://x/> # mine\nselect * {}")
    'SELECT'
    """
    begin = _PROLOGUE.match(query)
    word = _WORD.match(query, begin.end() if begin else 0)
    return word[0].upper() if word else ""


def declared(query: str, prefixes: Mapping[str, str]) -> str:
    """The query with a declaration of those prefixes that it uses and does not declare.

    They stand on its first line, so that a server's message still names the right line.
    """
    missing = [
        f"PREFIX {name}: <{namespace}> "
        for name, namespace in prefixes.items()
        if re.search(rf"(?<![\w.:-]){re.escape(name)}:", query)
        and not re.search(rf"\bprefix\s+{re.escape(name)}:", query, re.IGNORECASE)
    ]
    return "".join(missing) + query
