"""Reading one data file: YAML in, checked rows out, mistakes told in one line."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from extract.error import InputError

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # PyYAML built without libyaml
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

Sheet = TypeVar("Sheet", bound=BaseModel)

_SHAPES = ("text", "row")  # how pydantic names the two ways to write a name


class ActorDataError(InputError):
    """A mistake in the data files of the actor base; one line with file, place and remedy."""


def parse(text: str, model: type[Sheet], name: str) -> Sheet:
    """Check the YAML ``text`` of the file ``name`` against ``model``.

    Raises:
        ActorDataError: the text is no YAML, or a row breaks the schema.
    """
    try:
        data = yaml.load(text, Loader=Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise ActorDataError(f"{name}:{line}: not valid YAML: {error.problem}") from None
    except yaml.YAMLError as error:
        raise ActorDataError(f"{name}: not valid YAML: {error}") from None
    try:
        return model.model_validate(data)
    except ValidationError as error:
        raise ActorDataError(_one_line(name, data, error)) from None


def read(path: Path, model: type[Sheet]) -> Sheet:
    """Read and check one data file.

    Raises:
        ActorDataError: the file cannot be read or a row breaks the schema.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise ActorDataError(f"{path.name}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise ActorDataError(f"{path.name}: is not in UTF-8; save it so") from None
    return parse(text, model, path.name)


def _one_line(name: str, data: object, error: ValidationError) -> str:
    first = error.errors()[0]
    place, row = "", data
    for step in first["loc"]:
        if step in _SHAPES and not (isinstance(row, dict) and step in row):
            continue
        place += f"[{step}]" if isinstance(step, int) else f".{step}"
        row = _inside(row, step)
        if isinstance(row, dict) and isinstance(row.get("id"), str):
            place += f" (id {row['id']})"
    message = first["msg"].removeprefix("Value error, ")
    return f"{name}: {place.lstrip('.') or 'file'}: {message}"


def _inside(row: object, step: int | str) -> object:
    if isinstance(row, dict):
        return row.get(step)
    if isinstance(row, list) and isinstance(step, int) and step < len(row):
        return row[step]
    return None
