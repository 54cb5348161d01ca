"""The actor base: named actors, demonyms, and the common nouns of actor and source phrases."""

from extract.actors.actor import Actor, Language, Name, key
from extract.actors.base import ActorBase
from extract.actors.demonym import Demonym
from extract.actors.generic import Generics, Noun, Number, SourceNoun, Title
from extract.actors.schema import ActorKind, NounKind, Role
from extract.actors.sheet import ActorDataError

__all__ = [
    "Actor",
    "ActorBase",
    "ActorDataError",
    "ActorKind",
    "Demonym",
    "Generics",
    "Language",
    "Name",
    "Noun",
    "NounKind",
    "Number",
    "Role",
    "SourceNoun",
    "Title",
    "key",
]
