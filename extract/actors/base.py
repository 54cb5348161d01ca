"""The actor base: who is who, under which names, and whose forces they are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from extract.actors.actor import Actor, Language, Name
from extract.actors.compiled import load
from extract.actors.demonym import Demonym
from extract.actors.generic import Generics, generics
from extract.actors.schema import Role
from extract.actors.source import Sources


@dataclass(frozen=True, slots=True)
class ActorBase:
    """All actors, demonyms and common nouns, indexed by their folded forms.

    Forms are folded by :func:`extract.actors.actor.key`. Built by :meth:`load`. A name
    may belong to several actors; the caller chooses by context.
    """

    actors: tuple[Actor, ...]
    demonyms: tuple[Demonym, ...]
    generics: Generics
    _by_id: dict[str, Actor] = field(repr=False)
    _by_name: dict[str, tuple[Name, ...]] = field(repr=False)
    _by_role: dict[tuple[str, Role], Actor] = field(repr=False)
    _by_form: dict[str, tuple[Demonym, ...]] = field(repr=False)
    _by_capital: dict[str, Demonym] = field(repr=False)

    @classmethod
    def load(cls) -> ActorBase:
        """The actor base that comes with the package, read once.

        Raises:
            ActorDataError: an edited data file has a mistake.
        """
        return _loaded()

    @classmethod
    def of(cls, sources: Sources) -> ActorBase:
        """Index checked data."""
        return cls(
            actors=sources.actors,
            demonyms=sources.demonyms,
            generics=generics(sources.generic, sources.kinds),
            _by_id={actor.id: actor for actor in sources.actors},
            _by_name=_names_by_key(sources.actors),
            _by_role={
                (actor.country, actor.role): actor
                for actor in sources.actors
                if actor.country and actor.role
            },
            _by_form=_demonyms_by_form(sources.demonyms),
            _by_capital={
                capital: demonym for demonym in sources.demonyms for capital in demonym.capitals
            },
        )

    def get(self, id: str) -> Actor | None:  # noqa: A002 - the field's name
        """The actor with this id."""
        return self._by_id.get(id)

    def lookup(self, folded: str, surface: str | None = None) -> tuple[Actor, ...]:
        """The actors that bear this name.

        Args:
            folded: The name in folded form.
            surface: The words as they stand in the text. When given, abbreviations count only
                with their capitals ("US", never "us"), and a one-word English name only when it
                begins with its capital ("Trump", never "trump").
        """
        found = (self._by_id[name.actor] for name in self.readings(folded, surface))
        return tuple(dict.fromkeys(found))

    def readings(self, folded: str, surface: str | None = None) -> tuple[Name, ...]:
        """Like :meth:`lookup`, with what is known of the name: ambiguous, partisan, its needs."""
        names = self._by_name.get(folded, ())
        if surface is None:
            return names
        return tuple(name for name in names if _written_so(name, surface))

    def names(self, lang: Language) -> tuple[Name, ...]:
        """All names of one language, for a matcher."""
        return tuple(name for actor in self.actors for name in actor.names if name.lang == lang)

    def institution(self, country: str, role: Role) -> Actor | None:
        """An institution of the state with this ISO 3166-1 alpha-2 code."""
        return self._by_role.get((country, role))

    def forces_of(self, country: str) -> Actor | None:
        """The armed forces of the state with this ISO 3166-1 alpha-2 code."""
        return self.institution(country, Role.ARMED_FORCES)

    def demonym(self, folded_word: str, surface: str | None = None) -> Demonym | None:
        """The adjective of origin that this word is a form of, with or without its article.

        ``surface`` is the word as it stands in the text, for its capitals ("US", "Polish").
        A nation wins over a people, and a people over a faith, when two share a form.
        """
        for demonym in self._by_form.get(folded_word, ()):
            if surface is None or _spelt_so(demonym, folded_word, surface):
                return demonym
        return None

    def capital(self, folded: str) -> Demonym | None:
        """The nation whose capital this is: "Washington says" speaks of a government."""
        return self._by_capital.get(folded)

    def ancestors(self, actor: Actor) -> tuple[Actor, ...]:
        """What the actor is a part of, nearest first."""
        found: list[Actor] = []
        while actor.parent is not None:
            actor = self._by_id[actor.parent]
            found.append(actor)
        return tuple(found)


@cache
def _loaded() -> ActorBase:
    return ActorBase.of(load())


def _written_so(name: Name, surface: str) -> bool:
    if name.exact:
        return name.text == surface
    if name.lang == "ar" or " " in name.key or not name.text[:1].isupper():
        return True
    return surface[:1].isupper()


def _spelt_so(demonym: Demonym, folded: str, surface: str) -> bool:
    if folded in demonym.exact:
        return surface.isupper()
    return surface[:1].isupper() or not surface.isascii() or not demonym.gloss[:1].isupper()


def _names_by_key(actors: Iterable[Actor]) -> dict[str, tuple[Name, ...]]:
    index: dict[str, list[Name]] = {}
    for actor in actors:
        for name in actor.names:
            index.setdefault(name.key, []).append(name)
    return {folded: tuple(names) for folded, names in index.items()}


def _demonyms_by_form(demonyms: Iterable[Demonym]) -> dict[str, tuple[Demonym, ...]]:
    order = {kind: n for n, kind in enumerate(("nation", "movement", "people", "region", "faith"))}
    index: dict[str, list[Demonym]] = {}
    for demonym in sorted(demonyms, key=lambda d: order[d.kind]):
        for form in dict.fromkeys(demonym.forms):
            index.setdefault(form, []).append(demonym)
    return {form: tuple(found) for form, found in index.items()}
