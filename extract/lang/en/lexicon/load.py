"""Reading and checking the data files of the English lexicon."""

from __future__ import annotations

from collections.abc import Hashable
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml
from pydantic import ValidationError

from extract.error import ConflictKGError
from extract.lang.en.lexicon.schema import Lexicon

try:
    from yaml import CBaseLoader as BaseLoader
except ImportError:  # PyYAML built without libyaml
    from yaml import BaseLoader  # type: ignore[assignment]

_FOLDER: Final = Path(__file__).parent


class LexiconError(ConflictKGError):
    """A lexicon file says something impossible; the text names file, place and fault."""


class _Loader(BaseLoader):
    """YAML with plain strings only ("on" and "no" are words here) and no key twice in a mapping."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        keys = [key.value for key, _ in node.value]
        twice = {key for key in keys if keys.count(key) > 1}
        if twice:
            raise LexiconError(
                f"line {node.start_mark.line + 1}: «{sorted(twice)[0]}» stands twice; remove one"
            )
        return super().construct_mapping(node, deep=deep)


def _read(path: Path) -> object:
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
    except (yaml.YAMLError, LexiconError) as error:
        raise LexiconError(f"{path.name}: {' '.join(str(error).split())}") from error


def _check(lexicon: Lexicon) -> None:
    seen: set[tuple[str, str, str]] = set()
    for row in lexicon.triggers.triggers:
        if row.frame not in lexicon.frames.frames:
            raise LexiconError(f"triggers.yaml: «{row.words[0]}» has no known frame: {row.frame}")
        for word in row.words:
            # A verb may stand once a frame: "fire a missile" and "fire on a crowd" are two rows.
            key = (word, row.pos, f"{row.frame}/{row.needs}")
            if key in seen:
                raise LexiconError(f"triggers.yaml: «{word}» stands twice with the same frame")
            seen.add(key)
    for name, groups in (
        ("weapons.yaml", [row.words for row in lexicon.weapons.weapons]),
        ("sources.yaml", [row.words for row in lexicon.sources.heads]),
    ):
        words = [word for group in groups for word in group]
        twice = sorted({word for word in words if words.count(word) > 1})
        if twice:
            raise LexiconError(f"{name}: «{twice[0]}» stands twice; remove one")


def read_lexicon(folder: Path) -> Lexicon:
    """Read the lexicon in ``folder``.

    Raises:
        LexiconError: A file is no YAML, has unknown or repeated keys, or a wrong value.
    """
    parts = {name: _read(folder / f"{name}.yaml") for name in Lexicon.model_fields}
    try:
        lexicon = Lexicon.model_validate(parts)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(step) for step in first["loc"][1:])
        raise LexiconError(f"{first['loc'][0]}.yaml: {place}: {first['msg']}") from error
    _check(lexicon)
    return lexicon


@cache
def load_lexicon() -> Lexicon:
    """Return the lexicon that ships with the package, read once per process."""
    return read_lexicon(_FOLDER)
