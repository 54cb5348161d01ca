"""Settings of the training, as data."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from extract.error import InputError

FILE: Final = Path(__file__).with_name("settings.yaml")

Count = Annotated[int, Field(ge=1)]
Share = Annotated[float, Field(ge=0, le=1)]
Weight = Annotated[float, Field(gt=0)]


class Settings(BaseModel):
    """How the reader is trained; see the comments in the file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    seed: int
    epochs: Count
    articles_a_step: Count
    events_a_window: Count
    lower_layers: Count
    frozen_layers: int
    rate: Weight
    rate_of_heads: Weight
    warm_up: Share
    decay: float
    dropout: Share
    dropout_of_layers: Share
    averaged: Share
    clip: Weight
    rare: Weight
    shares: dict[str, Weight]

    @classmethod
    def load(cls, file: Path = FILE) -> Settings:
        """Read the settings.

        Raises:
            InputError: A setting is missing, unknown or out of range.
        """
        try:
            return cls.model_validate(yaml.safe_load(file.read_text(encoding="utf-8")))
        except (ValidationError, yaml.YAMLError) as error:
            raise InputError(f"{file}: {str(error).splitlines()[0]}; mend it there") from error
