"""Which validator judges data: the quick one, which is the default, or pySHACL alone."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from graph.gate import Data
    from graph.report import Report


class ValidatorKind(StrEnum):
    """Who validates.

    ``quick``: a compiled validator, and pySHACL for all that it refuses; ``pyshacl``: pySHACL for
    everything, eight to twenty times as slow. They pass and refuse the same.
    """

    QUICK = "quick"
    PYSHACL = "pyshacl"


class Validator(Protocol):
    """The shapes at work."""

    @property
    def digest(self) -> str:
        """Identity of the shapes."""
        ...

    def check(self, data: Data) -> Report:
        """Validate the data of one document, all its graphs taken together as one."""
        ...


def validator(kind: ValidatorKind = ValidatorKind.QUICK) -> Validator:
    """The shapes of the ``ontology`` package, compiled by the validator of this kind."""
    if kind is ValidatorKind.PYSHACL:
        from graph.gate import Gate

        return Gate()
    from graph.quick import QuickGate

    return QuickGate()
