"""Where the boxes and lines of the diagram stand: ``diagram.yaml``, checked on load."""

from __future__ import annotations

from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field

from ontology import files

Side = Literal["left", "right", "top", "bottom"]
Bend = tuple[float | Literal["same", "target"], float | Literal["same", "target"]]


class Strict(BaseModel):
    """Refuses keys that it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Box(Strict):
    """A class, with classes shown inside it; its height follows from what it holds."""

    term: str
    x: float
    y: float
    width: float
    members: tuple[str, ...] = ()


class Edge(Strict):
    """A line from one box to another, with the properties that it stands for.

    Attributes:
        source: The box it leaves.
        out: Side of that box, and at which part of it.
        target: The box it reaches.
        into: Side of that box, and at which part of it.
        by: Bends; ``same`` is the height where it leaves, ``target`` that where it arrives.
        terms: The properties.
        label: Where their names stand, if not in the middle of the line.
    """

    source: str = Field(alias="from")
    out: tuple[Side, float]
    target: str = Field(alias="to")
    into: tuple[Side, float]
    by: tuple[Bend, ...] = ()
    terms: tuple[str, ...]
    label: Bend | None = None


class Layout(Strict):
    """The whole drawing."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    edges: tuple[Edge, ...]


def load() -> Layout:
    """The layout of the package.

    Raises:
        pydantic.ValidationError: The file has an unknown key or a value of the wrong kind.
    """
    source = files.ROOT.joinpath("reference", "diagram.yaml").read_text(encoding="utf-8")
    return Layout.model_validate(yaml.safe_load(source))
