"""Checks: SPARQL queries for one fault each, over ontology, codes and data in named graphs.

An empty answer passes. Unlike shapes, which see one document, checks see the whole dataset. The
head of a file says what its rows would mean, as ``about-en`` and ``about-ar``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ontology import files, head
from ontology.error import UnknownQuestionError


@dataclass(frozen=True, slots=True)
class Check:
    """One check: what its rows would mean, and the query."""

    name: str
    about_en: str
    about_ar: str
    text: str


@cache
def names() -> tuple[str, ...]:
    """Names of all checks, sorted."""
    return tuple(f.name.removesuffix(".rq") for f in files.listing("checks", ".rq"))


@cache
def load(name: str) -> Check:
    """The check of that name.

    Raises:
        UnknownQuestionError: There is none.
        QueryFileError: Its file does not say what it finds.
    """
    if name not in names():
        raise UnknownQuestionError(f"no check is named {name!r}; there are: {', '.join(names())}")
    text = files.ROOT.joinpath("checks", f"{name}.rq").read_text(encoding="utf-8")
    told = head.read(f"{name}.rq", text, ("about-en", "about-ar")).fields
    return Check(name=name, about_en=told["about-en"], about_ar=told["about-ar"], text=text)
