"""The least figures that are accepted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml
from pydantic import TypeAdapter, ValidationError

from benchmarks.quality.tally import FACTS, Tally
from extract.error import InputError

Floors = Mapping[str, Mapping[str, float]]
"""By labelled set, by field (``facts`` for all together): the least F1."""

FILE: Final = Path(__file__).with_name("floors.yaml")
_FIELDS: Final = frozenset({"facts", "type", "status", "certainty", "quiet_on_negatives", *FACTS})
_ADAPTER: Final = TypeAdapter(dict[str, dict[str, float]])


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A figure below its floor."""

    name: str
    field: str
    figure: float
    floor: float

    def __str__(self) -> str:
        return (
            f"{self.name}: {self.field} F1 is {self.figure:.3f}, below its floor {self.floor:.3f}"
        )


def load(file: Path = FILE) -> Floors:
    """Read the floors.

    Raises:
        InputError: The file names an unknown field, or a figure that is none.
    """
    try:
        floors = _ADAPTER.validate_python(yaml.safe_load(file.read_text(encoding="utf-8")))
    except ValidationError as error:
        fault = error.errors()[0]
        place = ".".join(map(str, fault["loc"]))
        raise InputError(f"{file}: {place}: {fault['msg']}; mend it there") from error
    for name, fields in floors.items():
        for field, floor in fields.items():
            if field not in _FIELDS:
                raise InputError(f"{file}: {name}: no field {field!r}; known: {sorted(_FIELDS)}")
            if not 0 < floor <= 1:
                raise InputError(f"{file}: {name}: {field}: {floor} is no F1 above 0 and up to 1")
    return floors


def shortfalls(name: str, tally: Tally, floors: Floors) -> Iterator[Shortfall]:
    """The figures of a set that lie below their floors."""
    for field, floor in floors.get(name, {}).items():
        figure = (tally.facts if field == "facts" else tally[field]).f1
        if figure < floor:
            yield Shortfall(name, field, figure, floor)
