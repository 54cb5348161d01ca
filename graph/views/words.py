"""The words of a view for readers: what kinds are called, and labels in the language asked for."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any

import networkx as nx
from pydantic import BaseModel, ConfigDict
from yaml import safe_load

JOINT = " \u2013 "
"""Between the Arabic and the English name where a label has both."""


class Labels(StrEnum):
    """Language of labels: one, with the other where a name lacks it, or both."""

    AR = "ar"
    EN = "en"
    BOTH = "both"


class _Words(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    nodes: dict[str, tuple[str, str]]
    edges: dict[str, tuple[str, str]]
    stances: dict[str, tuple[str, str]]
    meanings: dict[str, tuple[str, str]]
    certainties: dict[str, tuple[str, str]]
    statuses: dict[str, tuple[str, str]]
    titles: dict[str, tuple[str, str]]
    notes: dict[str, tuple[str, str]]


@cache
def words() -> _Words:
    """The table ``words.yaml``, read once."""
    text = (resources.files("graph") / "views" / "words.yaml").read_text(encoding="utf-8")
    return _Words.model_validate(safe_load(text))


def phrase(kind: str, lang: str) -> str:
    """What a kind of node or edge, or a certainty, is called; a kind without words as it is.

    >>> phrase("denied-perpetrator", "en")
    'denied: perpetrator'
    >>> phrase("place", "both")
    'مكان – place'
    """
    if lang == Labels.BOTH:
        return JOINT.join((phrase(kind, "ar"), phrase(kind, "en")))
    at = 0 if lang == Labels.AR else 1
    table = words()
    for known in (table.nodes, table.edges, table.certainties):
        if kind in known:
            return known[kind][at]
    stance, _, rest = kind.partition("-")
    if rest and stance in table.stances:
        return table.stances[stance][at] % phrase(rest, lang)
    return kind.replace("-", " ")


def told(table: Mapping[str, tuple[str, str]], key: str, lang: str, *values: object) -> str:
    """An entry of a table of words in a language, English for ``both``, with values set in.

    >>> told(words().notes, "counts", "en", 3, 2)
    '3 nodes, 2 edges'
    """
    entry = table[key][0 if lang == Labels.AR else 1]
    return entry % tuple(str(value) for value in values)


def labelled(graph: nx.MultiDiGraph[str], lang: str = "en") -> nx.MultiDiGraph[str]:
    """A copy whose ``label`` is in this language, on nodes and edges.

    A node is called by ``label_ar`` and ``label_en``; where it has neither, its label stays.
    """
    copy = graph.copy()
    for _, fields in copy.nodes(data=True):
        fields["label"] = label(fields, lang)
    for *_, fields in copy.edges(data=True):
        fields["label"] = phrase(fields["kind"], lang)
    return copy


def label(fields: Mapping[str, Any], lang: str) -> str:
    """What a node is called: ``label_ar``, ``label_en`` or both, else its ``label``."""
    arabic, english = str(fields.get("label_ar", "")), str(fields.get("label_en", ""))
    if lang == Labels.BOTH and arabic and english and arabic != english:
        return JOINT.join((arabic, english))
    chosen = (arabic or english) if lang == Labels.AR else (english or arabic)
    return chosen or str(fields.get("label", ""))
