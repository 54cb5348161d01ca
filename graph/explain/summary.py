"""One line that says what a proposition is, without saying that it is so."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ontology.namespace import CODE

Fields = Mapping[str, tuple[str, ...]]

# What a reader wants first; properties not named here follow in the order of the alphabet.
_ORDER = (
    "participant",
    "weaponType",
    "place",
    "claimedEventType",
    "victimClass",
    "victimAffiliation",
    "damagedThing",
    "objectType",
    "damageExtent",
    "relatedEvent",
    "words",
)
_KINDS = (
    "Occurrence",
    "Participation",
    "WeaponUse",
    "Launch",
    "CasualtyEstimate",
    "Damage",
    "Dating",
    "Placement",
    "Motive",
    "EventRelation",
)
_HEADS: Mapping[str, str] = {
    "Participation": "role",
    "CasualtyEstimate": "casualtyStatus",
    "EventRelation": "eventRelation",
}
_SPOKEN: Mapping[str, str] = {
    "Occurrence": "it took place",
    "WeaponUse": "weapon",
    "Launch": "fired from",
    "Damage": "damage",
    "Placement": "place",
    "Dating": "date",
    "Motive": "motive",
}
_SPOKEN_AR: Mapping[str, str] = {
    "Occurrence": "وقع",
    "WeaponUse": "السلاح",
    "Launch": "أُطلق من",
    "Damage": "الأضرار",
    "Placement": "المكان",
    "Dating": "التاريخ",
    "Motive": "الدافع",
}
_ELSEWHERE = frozenset(
    {
        "type",
        "about",
        "label",
        "prefLabel",
        "countLow",
        "countHigh",
        "countBest",
        "earliest",
        "latest",
    }
)
_ANYBODY = str(CODE.victim_any)
"""Victims of whom nothing is told; it would tell a reader nothing either."""
_NOTES = frozenset({"spatialPrecision", "temporalPrecision", "targetKind"})


def rank(kind: str) -> int:
    """Where propositions of this class come in an account."""
    return _KINDS.index(kind) if kind in _KINDS else len(_KINDS)


def fields_of(facts: Mapping[str, list[str]], name: Callable[[str], str]) -> Fields:
    """The properties of a proposition with names for things."""
    return {
        property_: tuple(name(v) for v in values)
        for property_, values in sorted(facts.items())
        if property_ not in {"type", "about"} and values != [_ANYBODY]
    }


def summary(kind: str, fields: Fields, *, lang: str = "en") -> str:
    """A line such as ``perpetrator: Iran-backed militias`` or ``killed: 4 to 7; civilians``.

    ``lang`` is the language of the title, ``en`` or ``ar``; names come as ``fields`` has them.
    """
    head = _HEADS.get(kind)
    spoken = _SPOKEN_AR if lang == "ar" else _SPOKEN
    title = ", ".join(fields[head]) if head and head in fields else spoken.get(kind, kind)
    rest = sorted(set(fields) - _ELSEWHERE - _NOTES - {head}, key=_rank)
    parts = [_days(fields), *(", ".join(fields[property_]) for property_ in rest)]
    if kind == "CasualtyEstimate":
        parts.insert(0, _count(fields))
    elif number := _count(fields):
        parts.append(f"number {number}")
    notes = [", ".join(fields[note]) for note in sorted(_NOTES & set(fields))]
    told = "; ".join(p for p in parts if p) or _nothing(kind)
    return f"{title}: {told}" + (f" ({'; '.join(notes)})" if notes else "")


def _nothing(kind: str) -> str:
    return "nobody is named" if kind == "Participation" else "not told"


def _rank(property_: str) -> tuple[int, str]:
    return (_ORDER.index(property_) if property_ in _ORDER else len(_ORDER), property_)


def _count(fields: Fields) -> str:
    low, high = (", ".join(fields.get(side, ())) for side in ("countLow", "countHigh"))
    if low and high:
        return low if low == high else f"{low} to {high}"
    if low:
        return f"at least {low}"
    return f"up to {high}" if high else ""


def _days(fields: Fields) -> str:
    first, last = (", ".join(fields.get(side, ())) for side in ("earliest", "latest"))
    return first if first == last else f"{first} to {last}"
