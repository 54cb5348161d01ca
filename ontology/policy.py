"""Policies: CONSTRUCT queries that conclude from claims who carried out an event.

A policy is a file ``policies/<name>.rq``. Its head is a comment::

    # title-en: Blamed by two publishers
    # title-ar: ...
    # rule-en: What must hold of the claims; further lines are indented
    #   like this.
    # rule-ar: ...

Below it stands the query. It makes one ``cev:DerivedFact`` for each event and party, with the
claims on which it rests, and the direct blame ``cev:perpetrator``. What it makes belongs into the
graph ``derived/<name>`` and nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from ontology import files, head
from ontology.error import UnknownPolicyError
from ontology.namespace import PREFIXES

_FIELDS: Final = ("title-en", "title-ar", "rule-en", "rule-ar")


@dataclass(frozen=True, slots=True)
class Policy:
    """A named rule, told in both languages, and the query that applies it."""

    name: str
    title_en: str
    title_ar: str
    rule_en: str
    rule_ar: str
    text: str

    @property
    def iri(self) -> str:
        """What data call the policy."""
        return PREFIXES["policy"] + self.name


@cache
def names() -> tuple[str, ...]:
    """Names of all policies, sorted."""
    return tuple(f.name.removesuffix(".rq") for f in files.listing("policies", ".rq"))


@cache
def load(name: str) -> Policy:
    """The policy of that name.

    Raises:
        UnknownPolicyError: There is none.
        QueryFileError: Its file breaks the rules for policies.
    """
    if name not in names():
        raise UnknownPolicyError(f"no policy is named {name!r}; there are: {', '.join(names())}")
    return read(name, files.ROOT.joinpath("policies", f"{name}.rq").read_text(encoding="utf-8"))


def read(name: str, source: str) -> Policy:
    """Parse the text of a policy's file.

    Raises:
        QueryFileError: A field is missing, doubled or unknown.
    """
    fields = head.read(f"{name}.rq", source, _FIELDS).fields
    return Policy(
        name=name,
        title_en=fields["title-en"],
        title_ar=fields["title-ar"],
        rule_en=fields["rule-en"],
        rule_ar=fields["rule-ar"],
        text=source,
    )
