"""The actor: a named party, and the names by which texts speak of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from extract.actors.schema import ActorKind, Role
from extract.fold import fold
from extract.record import SourceKind, TargetKind

Language = Literal["ar", "en"]


@lru_cache(maxsize=1 << 16)
def key(text: str) -> str:
    """The form under which names are compared: folded, in lower case, single spaces.

    Typographic apostrophes become plain ones, so that ``Hay’at`` and ``Hay'at`` are one name.
    """
    return " ".join(fold(text).replace("\u2019", "'").replace("\u2018", "'").casefold().split())


@dataclass(frozen=True, slots=True)
class Name:
    """One name of an actor.

    Attributes:
        text: As an editor wrote it.
        key: Its folded form, see :func:`key`.
        lang: Language of the name.
        actor: Id of the actor.
        ambiguous: It is also a common word, or a name of another actor.
        needs: Folded words of which one must stand in the article before it may be read as this
            actor; empty when nothing more is known than that it is ambiguous.
        partisan: A hostile or propaganda name.
        exact: An abbreviation: it must stand in the text with the same capitals.
    """

    text: str
    key: str
    lang: Language
    actor: str
    ambiguous: bool = False
    needs: tuple[str, ...] = ()
    partisan: bool = False
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Actor:
    """A named party.

    Attributes:
        id: Stable id in kebab case.
        kind: What sort of actor.
        label_ar: Arabic name for display.
        label_en: English name for display (``canonical_en`` of a mention).
        names: All names, labels first.
        country: ISO 3166-1 alpha-2 of the state it belongs to or mainly acts in.
        parent: Id of the actor that it is a part of (of a person: a member of).
        backed_by: Ids of well-known backers.
        spokesperson_of: Of a person: whom they speak for.
        office: Of a person: the post they are known for, in English.
        role: Which institution of its state it is.
        source_kind: What sort of speaker it is.
        target_kind: What it is as the target of an act.
        wikidata: Wikidata item, when certain.
    """

    id: str
    kind: ActorKind
    label_ar: str
    label_en: str
    names: tuple[Name, ...]
    source_kind: SourceKind
    target_kind: TargetKind
    country: str | None = None
    parent: str | None = None
    backed_by: tuple[str, ...] = ()
    spokesperson_of: str | None = None
    office: str | None = None
    role: Role | None = None
    wikidata: str | None = None
