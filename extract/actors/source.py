"""From data files to checked actors and demonyms."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from extract.actors.actor import Actor, Language, Name, key
from extract.actors.check import check
from extract.actors.demonym import Demonym, arabic_forms, english_forms
from extract.actors.pattern import state_actors
from extract.actors.schema import (
    ActorRow,
    ActorsFile,
    DemonymRow,
    DemonymsFile,
    GenericFile,
    KindsFile,
    NameRow,
    PatternsFile,
    Role,
    StatesFile,
)
from extract.actors.sheet import read
from extract.record import SourceKind

HERE = Path(__file__).parent
ACTOR_FILES = ("forces", "groups", "politics", "international", "monitors", "media", "persons")


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything that the data files say, checked."""

    actors: tuple[Actor, ...]
    demonyms: tuple[Demonym, ...]
    generic: GenericFile
    kinds: KindsFile


def sources(folder: Path = HERE) -> Sources:
    """Read and check all data files of ``folder``.

    Raises:
        ActorDataError: a file is missing, or breaks its schema or a rule across files.
    """
    kinds = read(folder / "kinds.yaml", KindsFile)
    demonym_rows = read(folder / "demonyms.yaml", DemonymsFile).demonyms
    others = [
        row for name in ACTOR_FILES for row in read(folder / f"{name}.yaml", ActorsFile).actors
    ]
    rows: list[tuple[ActorRow, Role | None]] = list(
        state_actors(
            read(folder / "states.yaml", StatesFile).states,
            read(folder / "patterns.yaml", PatternsFile).patterns,
            demonym_rows,
            others,
        )
    )
    rows.extend((row, None) for row in others)
    by_id = {row.id: row for row, _ in rows}
    actors = tuple(_actor(row, role, kinds, _source_kind(row, by_id, kinds)) for row, role in rows)
    states = {row.country: row.id for row, role in rows if role is Role.STATE and row.country}
    demonyms = tuple(_demonym(row, states, by_id.keys()) for row in demonym_rows)
    check(actors, demonym_rows)
    return Sources(actors, demonyms, read(folder / "generic.yaml", GenericFile), kinds)


def _actor(row: ActorRow, role: Role | None, kinds: KindsFile, source_kind: SourceKind) -> Actor:
    return Actor(
        id=row.id,
        kind=row.kind,
        label_ar=row.label_ar,
        label_en=row.label_en,
        names=tuple(_names(row)),
        source_kind=source_kind,
        target_kind=kinds.actors[row.kind].target_kind,
        country=row.country,
        parent=row.parent,
        backed_by=row.backed_by,
        spokesperson_of=row.spokesperson_of,
        office=row.office,
        role=role,
        wikidata=row.wikidata,
    )


def _source_kind(row: ActorRow, by_id: dict[str, ActorRow], kinds: KindsFile) -> SourceKind:
    """What the actor speaks as: its own kind, or whatever it speaks for or belongs to."""
    seen: set[str] = set()
    here: ActorRow | None = row
    while here is not None and here.id not in seen:
        seen.add(here.id)
        found = here.source_kind or kinds.actors[here.kind].source_kind
        if found is not None:
            return found
        here = by_id.get(here.spokesperson_of or here.parent or "")
    return SourceKind.OFFICIAL


def _names(row: ActorRow) -> Iterator[Name]:
    arabic, english = _label(row, row.label_ar), _label(row, row.label_en)
    yield from _distinct(row.id, "ar", (arabic, *row.variants_ar), ())
    yield from _distinct(row.id, "en", (english, *row.variants_en), row.abbreviations)


def _label(row: ActorRow, label: str) -> str | NameRow:
    if not row.label_ambiguous:
        return label
    return NameRow(name=label, ambiguous=True, needs=row.label_needs)


def _distinct(
    actor: str,
    lang: Language,
    names: tuple[str | NameRow, ...],
    abbreviations: tuple[str | NameRow, ...],
) -> Iterator[Name]:
    seen: set[str] = set()
    for row in (*names, *abbreviations):
        text = row if isinstance(row, str) else row.name
        folded = key(text)
        if folded in seen:
            continue
        seen.add(folded)
        exact = row in abbreviations
        if isinstance(row, str):
            yield Name(text, folded, lang, actor, exact=exact)
            continue
        needs = tuple(key(need) for need in row.needs)
        yield Name(text, folded, lang, actor, row.ambiguous, needs, row.partisan, exact)


def _demonym(row: DemonymRow, states: Mapping[str, str], ids: Container[str]) -> Demonym:
    state = states.get(row.country or "") if row.kind == "nation" else None
    english = tuple(english_forms(row))
    return Demonym(
        id=row.id,
        kind=row.kind,
        gloss=row.gloss,
        country=row.country,
        state=state,
        forces=row.actor or _known(state, "armed-forces", ids),
        air_force=_known(state, "air-force", ids),
        partisan=row.partisan,
        ambiguous=row.ambiguous,
        forms=tuple(dict.fromkeys(key(form) for form in (*arabic_forms(row), *english))),
        exact=tuple(key(form) for form in english if form.isupper()),
        capitals=tuple(key(name) for name in (*row.capital_ar, *row.capital_en)),
    )


def _known(state: str | None, institution: str, ids: Container[str]) -> str | None:
    id_ = f"{state}-{institution}"
    return id_ if id_ in ids else None
