"""Reading the gazetteer's tables, with the checks that are cheap enough for every start."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from extract.error import ConflictKGError
from extract.gazetteer.entry import FACILITY_KINDS, PLACE_KINDS, Entry

COLUMNS: Final = (
    "id",
    "kind",
    "label_ar",
    "label_en",
    "alt_ar",
    "alt_en",
    "country",
    "parent",
    "lat",
    "lon",
    "population",
    "geonames",
    "wikidata",
    "operator",
    "needs_context",
)


class GazetteerError(ConflictKGError):
    """A table of the gazetteer is malformed; the text names file, line and remedy."""


def read_entries(path: Path) -> Iterator[Entry]:
    """Yield the entries of one table of tab-separated values, in the order of the file.

    Args:
        path: A UTF-8 file whose first line names exactly ``COLUMNS``.

    Raises:
        GazetteerError: The header, a row's length, a kind, a number or a flag is wrong.
    """
    with path.open(encoding="utf-8") as lines:
        header = next(lines, "").rstrip("\n")
        if header != "\t".join(COLUMNS):
            raise GazetteerError(f"{path.name}:1: the columns must be {' '.join(COLUMNS)}")
        for number, line in enumerate(lines, start=2):
            try:
                yield _entry(line.rstrip("\n").split("\t"))
            except ValueError as problem:
                raise GazetteerError(f"{path.name}:{number}: {problem}") from None


def _entry(cells: list[str]) -> Entry:
    if len(cells) != len(COLUMNS):
        raise ValueError(
            f"{len(cells)} cells where {len(COLUMNS)} belong; separate cells by one tab"
        )
    (
        id_,
        kind,
        label_ar,
        label_en,
        alt_ar,
        alt_en,
        country,
        parent,
        lat,
        lon,
        population,
        geonames,
        wikidata,
        operator,
        context,
    ) = cells
    if kind not in PLACE_KINDS and kind not in FACILITY_KINDS:
        raise ValueError(f"unknown kind «{kind}»; use one that entry.py lists")
    if not id_ or not label_ar or not label_en:
        raise ValueError("id, label_ar and label_en must not be empty")
    if bool(lat) != bool(lon):
        raise ValueError(f"{id_}: give both lat and lon, or neither")
    if context not in ("", "1"):
        raise ValueError(f"{id_}: needs_context is 1 or empty, not «{context}»")
    return Entry(
        id=id_,
        kind=kind,
        label_ar=label_ar,
        label_en=label_en,
        alt_ar=tuple(alt_ar.split("|")) if alt_ar else (),
        alt_en=tuple(alt_en.split("|")) if alt_en else (),
        country=country or None,
        parent=parent or None,
        lat=_degrees(lat, 90),
        lon=_degrees(lon, 180),
        population=int(population) if population else None,
        geonames=int(geonames) if geonames else None,
        wikidata=wikidata or None,
        operator=operator or None,
        needs_context=context == "1",
    )


def _degrees(text: str, limit: int) -> float | None:
    if not text:
        return None
    value = float(text)
    if not -limit <= value <= limit:
        raise ValueError(f"{text} lies outside -{limit}..{limit} degrees")
    return value
