"""Vocabularies of others that the graph uses, and how numbers, days and words become literals."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Final

from rdflib import XSD, Literal, Namespace
from rdflib.term import Node

from graph.error import MappingError

DCT: Final = Namespace("http://purl.org/dc/terms/")
GEO: Final = Namespace("http://www.opengis.net/ont/geosparql#")
OA: Final = Namespace("http://www.w3.org/ns/oa#")
PROV: Final = Namespace("http://www.w3.org/ns/prov#")
SCHEMA: Final = Namespace("http://schema.org/")

Triple = tuple[Node, Node, Node]

_ARABIC: Final = re.compile("[\u0621-\u064a\u0671-\u06d3]")
_LATIN: Final = re.compile("[A-Za-z]")


def language_of(words: str, lang: str) -> str:
    """Return the language of a name: that of its script, for the text's when neither tells.

    An Arabic article names CNN in Latin letters; that is no Arabic label.
    """
    if _ARABIC.search(words):
        return "ar"
    return "en" if _LATIN.search(words) and lang == "ar" else lang


def clean(words: str) -> str:
    """Return words on one line with single spaces."""
    return " ".join(words.split())


def worded(words: str, lang: str) -> Literal:
    """Return the text's own words as a literal in its language."""
    return Literal(words, lang=lang)


def whole(number: int) -> Literal:
    """Return a count."""
    return Literal(number, datatype=XSD.integer)


def decimal(number: float) -> Literal:
    """Return a decimal number in its shortest form, without exponent."""
    text = format(Decimal(repr(number)).normalize(), "f")
    return Literal(text, datatype=XSD.decimal)


def day(text: str, what: str) -> Literal:
    """Return a day.

    Args:
        text: ``YYYY-MM-DD``.
        what: Whose day it is, for the message.

    Raises:
        MappingError: It is no such day.
    """
    try:
        return Literal(date.fromisoformat(text).isoformat(), datatype=XSD.date)
    except ValueError as error:
        raise MappingError(f"{what}: «{text}» is not a day (YYYY-MM-DD)") from error
