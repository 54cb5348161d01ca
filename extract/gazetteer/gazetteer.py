"""Looking places and facilities up by name, in any spelling that folds alike."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Final

from extract.fold import fold
from extract.gazetteer.entry import Entry
from extract.gazetteer.table import GazetteerError, read_entries

_FOLDER: Final = Path(__file__).parent
_TABLES: Final = (_FOLDER / "places.tsv", _FOLDER / "facilities.tsv")
_NEARBY_KM: Final = 150.0


class Gazetteer:
    """All entries, by id and by folded name. Immutable; one instance serves a process."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Index ``entries``.

        Raises:
            GazetteerError: An id occurs twice, or a parent is no entry.
        """
        self._by_id: dict[str, Entry] = {}
        for entry in entries:
            if entry.id in self._by_id:
                raise GazetteerError(f"the gazetteer has the id «{entry.id}» twice; rename one")
            self._by_id[entry.id] = entry
        self._by_name = _index(self._by_id)

    @classmethod
    def load(cls) -> Gazetteer:
        """Return the gazetteer that ships with the package, read once per process."""
        return _shipped()

    def __len__(self) -> int:
        return len(self._by_id)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._by_id.values())

    def get(self, id_: str) -> Entry | None:
        """Return the entry with this id, or none."""
        return self._by_id.get(id_)

    def lookup(self, folded_name: str) -> tuple[Entry, ...]:
        """Return the entries of this name, already folded by ``extract.fold``, likeliest first."""
        return self._by_name.get(folded_name, ())

    def names(self, lang: str) -> Iterator[tuple[str, Entry]]:
        """Yield every name in ``ar`` or ``en``, as written, with its entry: food for matchers."""
        for entry in self._by_id.values():
            for name in entry.names(lang):
                yield name, entry

    def resolve(
        self,
        name: str,
        *,
        country: str | None = None,
        near: Entry | None = None,
        kinds: Collection[str] | None = None,
    ) -> Entry | None:
        """Choose the entry that a name most likely means.

        Each hint narrows the candidates only if some candidate satisfies it; among the rest the
        likeliest by population and kind is taken, so the answer never depends on row order.

        Args:
            name: The name as written, without head words or clitics.
            country: ISO code of the country that the text speaks of.
            near: A place already resolved in the same text: what lies inside it or around it, or it
                inside what, is preferred.
            kinds: Kinds that a head word allows («محافظة» a region, «قاعدة» a base).
        """
        candidates = self.lookup(fold(name))
        if kinds is not None:
            candidates = tuple(c for c in candidates if c.kind in kinds) or candidates
        if country is not None:
            candidates = tuple(c for c in candidates if c.country == country) or candidates
        if near is not None:
            candidates = self._around(candidates, near) or candidates
        return candidates[0] if candidates else None

    def within(self, entry: Entry) -> Iterator[Entry]:
        """Yield the places that ``entry`` lies in, the smallest first, ending with its country."""
        parent = self._by_id.get(entry.parent or "")
        while parent is not None:
            yield parent
            parent = self._by_id.get(parent.parent or "")
        country = self._by_id.get((entry.country or "").lower())
        if country is not None and country is not entry:
            yield country

    def _around(self, candidates: tuple[Entry, ...], near: Entry) -> tuple[Entry, ...]:
        above_near = set(self.within(near))
        related = tuple(
            c for c in candidates if c == near or c in above_near or near in set(self.within(c))
        )
        if related:
            return related
        return tuple(c for c in candidates if _is_nearby(c, near)) or tuple(
            c for c in candidates if c.country is not None and c.country == near.country
        )


def _is_nearby(entry: Entry, near: Entry) -> bool:
    distance = entry.distance_km(near)
    return distance is not None and distance <= _NEARBY_KM


def _index(by_id: dict[str, Entry]) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, list[Entry]] = {}
    for entry in by_id.values():
        if entry.parent is not None and entry.parent not in by_id:
            raise GazetteerError(f"the parent «{entry.parent}» of «{entry.id}» is no entry")
        for key in {fold(name) for lang in ("ar", "en") for name in entry.names(lang)}:
            found.setdefault(key, []).append(entry)
    return {
        key: tuple(sorted(entries, key=lambda entry: (-entry.weight, entry.id)))
        if len(entries) > 1
        else tuple(entries)
        for key, entries in found.items()
    }


@cache
def _shipped() -> Gazetteer:
    return Gazetteer(entry for path in _TABLES for entry in read_entries(path))
