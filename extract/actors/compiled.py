"""The compiled data: what the YAML files say, checked and folded once, in one JSON file.

Reading YAML and folding twenty thousand names takes half a second, which every run would pay. The
file carries the digest of the YAML files it was made from; when they were edited since, it is left
aside and they are read instead. ``python -m extract.actors`` makes it anew.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from extract.actors.actor import Actor, Language, Name
from extract.actors.demonym import Demonym
from extract.actors.schema import ActorKind, GenericFile, KindsFile, Role
from extract.actors.source import HERE, Sources, sources
from extract.record import SourceKind, TargetKind

FILE = "compiled.json"
_AMBIGUOUS, _PARTISAN, _EXACT, _ENGLISH = 1, 2, 4, 8
_LANGUAGES: dict[bool, Language] = {False: "ar", True: "en"}


def load(folder: Path = HERE) -> Sources:
    """The data of ``folder``: compiled when that is up to date, else from the YAML files.

    Raises:
        ActorDataError: the YAML files were edited and have a mistake.
    """
    file = folder / FILE
    if file.exists():
        data = json.loads(file.read_bytes())
        if data["digest"] == digest(folder):
            return _decoded(data)
    return sources(folder)


def digest(folder: Path = HERE) -> str:
    """SHA-256 over the names and contents of the YAML files and of the code that expands them."""
    total = hashlib.sha256()
    for file in sorted((*folder.glob("*.yaml"), *HERE.glob("*.py"), HERE.parent / "fold.py")):
        content = file.read_bytes().replace(b"\r\n", b"\n")
        total.update(f"{file.name}\x1f{len(content)}\x1f".encode())
        total.update(content)
    return total.hexdigest()


def encoded(data: Sources, digest: str) -> str:
    """The compiled file's text; the same data give the same bytes."""
    content = {
        "digest": digest,
        "actors": [_actor_row(actor) for actor in data.actors],
        "demonyms": [_demonym_row(demonym) for demonym in data.demonyms],
        "generic": data.generic.model_dump(mode="json", exclude_defaults=True),
        "kinds": data.kinds.model_dump(mode="json"),
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"


def compile_data(folder: Path = HERE) -> Path:
    """Read and check the YAML files of ``folder`` and write the compiled file beside them."""
    file = folder / FILE
    file.write_text(encoded(sources(folder), digest(folder)), encoding="utf-8")
    return file


def _actor_row(actor: Actor) -> list[object]:
    return [
        actor.id,
        actor.kind,
        actor.label_ar,
        actor.label_en,
        [_name_row(name) for name in actor.names],
        actor.source_kind,
        actor.target_kind,
        actor.country,
        actor.parent,
        actor.backed_by,
        actor.spokesperson_of,
        actor.office,
        actor.role,
        actor.wikidata,
    ]


def _name_row(name: Name) -> list[object]:
    flags = (
        _AMBIGUOUS * name.ambiguous
        + _PARTISAN * name.partisan
        + _EXACT * name.exact
        + _ENGLISH * (name.lang == "en")
    )
    row: list[object] = [name.text, 0 if name.key == name.text else name.key, flags]
    return [*row, name.needs] if name.needs else row


def _demonym_row(demonym: Demonym) -> list[object]:
    return [getattr(demonym, field) for field in Demonym.__slots__]


def _decoded(data: dict[str, Any]) -> Sources:
    return Sources(
        actors=tuple(_actor(row) for row in data["actors"]),
        demonyms=tuple(_demonym(row) for row in data["demonyms"]),
        generic=GenericFile.model_validate(data["generic"]),
        kinds=KindsFile.model_validate(data["kinds"]),
    )


def _demonym(row: list[Any]) -> Demonym:
    fields = zip(Demonym.__slots__, row, strict=True)
    values: dict[str, Any] = {
        field: tuple(value) if isinstance(value, list) else value for field, value in fields
    }
    return Demonym(**values)


def _actor(row: list[Any]) -> Actor:
    return Actor(
        id=row[0],
        kind=ActorKind(row[1]),
        label_ar=row[2],
        label_en=row[3],
        names=tuple(_name(name, row[0]) for name in row[4]),
        source_kind=SourceKind(row[5]),
        target_kind=TargetKind(row[6]),
        country=row[7],
        parent=row[8],
        backed_by=tuple(row[9]),
        spokesperson_of=row[10],
        office=row[11],
        role=Role(row[12]) if row[12] else None,
        wikidata=row[13],
    )


def _name(row: list[Any], actor: str) -> Name:
    flags = row[2]
    return Name(
        row[0],
        row[1] or row[0],
        _LANGUAGES[bool(flags & _ENGLISH)],
        actor,
        bool(flags & _AMBIGUOUS),
        tuple(row[3]) if len(row) > 3 else (),
        bool(flags & _PARTISAN),
        bool(flags & _EXACT),
    )
