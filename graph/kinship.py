"""Which types of event may be one act, told by two articles: the table ``link.yaml``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from importlib import resources

from pydantic import BaseModel, ConfigDict, model_validator
from yaml import safe_load

from ontology.code import code
from ontology.namespace import Scheme


class Kinship(BaseModel):
    """Families of event types.

    Raises:
        ValueError: A type stands in two places.
        ontology.error.UnknownCodeError: A value is no event type.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    families: Mapping[str, tuple[str, ...]]
    unspecific: tuple[str, ...]

    @model_validator(mode="after")
    def _is_consistent(self) -> Kinship:
        types = Counter([*self.unspecific, *(t for f in self.families.values() for t in f)])
        for notation, times in types.items():
            code(Scheme.EVENT_TYPE, notation)
            if times > 1:
                raise ValueError(f"link.yaml: {notation} stands in two places; leave it in one")
        return self

    def are_kin(self, one: str, other: str) -> bool:
        """Whether two event types, given as IRIs, may be one act."""
        if one == other or {one, other} & self._vague:
            return True
        return any({one, other} <= family for family in self._kin)

    @cached_property
    def _vague(self) -> frozenset[str]:
        return _iris(self.unspecific)

    @cached_property
    def _kin(self) -> tuple[frozenset[str], ...]:
        return tuple(_iris(family) for family in self.families.values())


def _iris(types: Iterable[str]) -> frozenset[str]:
    return frozenset(str(code(Scheme.EVENT_TYPE, notation)) for notation in types)


@cache
def kinship() -> Kinship:
    """Read the table that ships with the package, once."""
    text = (resources.files("graph") / "link.yaml").read_text(encoding="utf-8")
    return Kinship.model_validate(safe_load(text))
