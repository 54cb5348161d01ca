"""Reading one file of the lexicon: YAML in, a checked model out, mistakes told in one line."""

from __future__ import annotations

from importlib import resources
from typing import Final, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from extract.lang.ar.lexicon import LexiconError

Sheet = TypeVar("Sheet", bound=BaseModel)
_MOST_SHOWN: Final = 80
_REMEDIES: Final = {
    "missing": "is missing; add it",
    "extra_forbidden": "is no field here; correct its spelling or remove it",
}


def read_sheet(name: str, model: type[Sheet]) -> Sheet:
    """Read the lexicon file ``name`` and check it against ``model``.

    Raises:
        LexiconError: It is no YAML or does not fit the model; one line names file, place and
            remedy.
    """
    text = (resources.files("extract.lang.ar") / "lexicon" / name).read_text(encoding="utf-8")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return model.model_validate(yaml.load(text, Loader=loader))
    except yaml.YAMLError as error:
        raise LexiconError(f"{name}: not YAML: {' '.join(str(error).split())}") from error
    except ValidationError as error:
        raise LexiconError(f"{name}: {_told(error)}") from error


def _told(error: ValidationError) -> str:
    first = error.errors()[0]
    place = ", ".join(f"entry {at + 1}" if isinstance(at, int) else at for at in first["loc"])
    remedy = _REMEDIES.get(first["type"]) or f"is wrong: {first['msg']}; correct it"
    shown = " ".join(repr(first["input"]).split())
    if len(shown) > _MOST_SHOWN:
        shown = shown[:_MOST_SHOWN] + "…"
    return f"{place or 'the file'} {remedy} ({shown})"
