"""Institutions of states: made from patterns, changed by what a state says of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from string import Formatter

from pydantic import ValidationError

from extract.actors.actor import key
from extract.actors.demonym import feminine, masculine
from extract.actors.schema import (
    ActorKind,
    ActorRow,
    ArabicName,
    DemonymRow,
    LatinName,
    NameRow,
    OwnRow,
    PatternRow,
    Role,
    StateRow,
)
from extract.actors.sheet import ActorDataError

Rows = tuple[tuple[ActorRow, Role], ...]


def state_actors(
    states: tuple[StateRow, ...],
    patterns: tuple[PatternRow, ...],
    demonyms: tuple[DemonymRow, ...],
    others: Iterable[ActorRow],
) -> Rows:
    """Every state and its institutions, each with its role.

    A variant made from a pattern yields to the same name written down for another actor (of
    ``others`` or of a state's own rows); where that one is ambiguous, so is the made one.

    Raises:
        ActorDataError: a state has no demonym of its id, or names a role that has no pattern.
    """
    by_id = {row.id: row for row in demonyms}
    written = _written(states, others)
    roles = {pattern.role for pattern in patterns}
    fields = {pattern.role: _templates(pattern) for pattern in patterns}
    rows: list[tuple[ActorRow, Role]] = []
    for state in states:
        if state.id not in by_id:
            raise ActorDataError(f"states.yaml: {state.id}: no demonym of this id in demonyms.yaml")
        for role in state.own:
            if role not in roles:
                raise ActorDataError(f"states.yaml: {state.id}: no pattern for role {role}")
        rows.append((_state(state), Role.STATE))
        made = [p for p in patterns if _has(state, p)]
        have = {p.role for p in made} | {Role.STATE}
        words = _words(state, by_id[state.id])
        for pattern in made:
            arabic, english = (
                [name for template in templates for name in template.filled(words)]
                for templates in fields[pattern.role]
            )
            parent = _parent(state, pattern.parent, have)
            names = (arabic, english)
            try:
                row = _institution(state, pattern, names, parent, written)
            except ValidationError as error:
                message = f"{pattern.role} of {state.id}: {error.errors()[0]['msg']}"
                raise ActorDataError(f"patterns.yaml: {message}") from None
            rows.append((row, pattern.role))
    return tuple(rows)


def _has(state: StateRow, pattern: PatternRow) -> bool:
    if pattern.role in state.without:
        return False
    return pattern.basic or state.institutions == "all" or pattern.role in state.own


def _state(state: StateRow) -> ActorRow:
    return ActorRow(
        id=state.id,
        kind=ActorKind.STATE,
        label_ar=state.label_ar,
        label_en=state.label_en,
        variants_ar=state.variants_ar,
        variants_en=state.variants_en,
        abbreviations=state.abbreviations,
        country=state.iso,
        wikidata=state.wikidata,
    )


def _institution(
    state: StateRow,
    pattern: PatternRow,
    names: tuple[list[str], list[str]],
    parent: str | None,
    written: dict[str, bool],
) -> ActorRow:
    own = state.own.get(pattern.role, OwnRow())
    arabic, english = names
    label_ar, label_en = own.label_ar or arabic[0], own.label_en or english[0]
    return ActorRow(
        id=own.id or _id(state, pattern.role),
        kind=pattern.kind,
        label_ar=label_ar,
        label_en=label_en,
        variants_ar=_merged(label_ar, own.variants_ar, _yielding(arabic, written, ArabicName)),
        variants_en=_merged(label_en, own.variants_en, _yielding(english, written, LatinName)),
        abbreviations=own.abbreviations,
        country=state.iso,
        parent=own.parent or parent,
        wikidata=own.wikidata,
    )


def _parent(state: StateRow, role: Role | None, have: set[Role]) -> str | None:
    if role is None or role not in have:
        return None
    own = state.own.get(role, OwnRow())
    if own.id:
        return own.id
    return state.id if role is Role.STATE else _id(state, role)


def _id(state: StateRow, role: Role) -> str:
    return f"{state.id}-{role.replace('_', '-')}"


def _merged(
    label: str, own: tuple[str | NameRow, ...], made: Iterable[str | NameRow]
) -> tuple[str | NameRow, ...]:
    """The written names, then the made ones, none twice and none like the label."""
    seen = {key(label)}
    kept: list[str | NameRow] = []
    for name in (*own, *made):
        folded = key(_text(name))
        if folded not in seen:
            seen.add(folded)
            kept.append(name)
    return tuple(kept)


def _yielding(
    made: Iterable[str], written: dict[str, bool], row: type[ArabicName | LatinName]
) -> Iterator[str | NameRow]:
    for name in made:
        ambiguous = written.get(key(name))
        if ambiguous is None:
            yield name
        elif ambiguous:
            yield row(name=name, ambiguous=True)


def _written(states: tuple[StateRow, ...], others: Iterable[ActorRow]) -> dict[str, bool]:
    """Folded names that an editor wrote down, with whether every bearer marks them ambiguous."""
    written: dict[str, bool] = {}
    for name in (*_own_names(states), *_row_names(others)):
        ambiguous = isinstance(name, NameRow) and name.ambiguous
        folded = key(_text(name))
        written[folded] = ambiguous and written.get(folded, True)
    return written


def _own_names(states: tuple[StateRow, ...]) -> Iterator[str | NameRow]:
    for state in states:
        yield from (state.label_ar, state.label_en, *state.variants_ar, *state.variants_en)
        for own in state.own.values():
            yield from (name for name in (own.label_ar, own.label_en) if name is not None)
            yield from (*own.variants_ar, *own.variants_en)


def _row_names(rows: Iterable[ActorRow]) -> Iterator[str | NameRow]:
    for row in rows:
        for label in (row.label_ar, row.label_en):
            yield NameRow(name=label, ambiguous=row.label_ambiguous)
        yield from (*row.variants_ar, *row.variants_en)


def _text(name: str | NameRow) -> str:
    return name.name if isinstance(name, NameRow) else name


@dataclass(frozen=True, slots=True)
class _Template:
    text: str
    fields: tuple[str, ...]

    def filled(self, words: dict[str, tuple[str, ...]]) -> Iterator[str]:
        """The text once for each combination of spellings of its fields."""
        for values in product(*(words[name] for name in self.fields)):
            yield self.text.format(**dict(zip(self.fields, values, strict=True)))


_FIELDS = ("the_masc", "the_fem", "adj", "ar", "en")


def _templates(pattern: PatternRow) -> tuple[list[_Template], list[_Template]]:
    """The Arabic and the English templates, labels first."""
    return (
        [_template(text) for text in (pattern.label_ar, *pattern.variants_ar)],
        [_template(text) for text in (pattern.label_en, *pattern.variants_en)],
    )


def _template(text: str) -> _Template:
    try:
        fields = tuple(name for _, name, _, _ in Formatter().parse(text) if name)
    except ValueError as error:
        raise ActorDataError(f"patterns.yaml: {text!r}: {error}") from None
    for name in fields:
        if name not in _FIELDS:
            raise ActorDataError(f"patterns.yaml: {text!r}: unknown field {name!r}")
    return _Template(text, fields)


def _words(state: StateRow, demonym: DemonymRow) -> dict[str, tuple[str, ...]]:
    """What the fields of a template become; a label "State of X" is "X" in other names."""
    return {
        "the_masc": tuple(masculine(nisba, definite=True) for nisba in demonym.nisba),
        "the_fem": tuple(feminine(nisba, definite=True) for nisba in demonym.nisba),
        "adj": demonym.english,
        "ar": (state.label_ar,),
        "en": (state.label_en.removeprefix("State of "),),
    }
