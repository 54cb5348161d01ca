"""IRIs of things, made from their content: the same thing gets the same IRI on every machine."""

from __future__ import annotations

import hashlib
from typing import Final
from urllib.parse import quote

from rdflib import URIRef

from extract.fold import fold
from extract.span import Span

ID: Final = "https://w3id.org/conflict-event/id/"


def document(key: str) -> URIRef:
    """IRI of a document."""
    return URIRef(f"{ID}doc/{key}")


def mention(key: str, span: Span) -> URIRef:
    """IRI of a stretch of a document, by its offsets in code points."""
    return URIRef(f"{ID}doc/{key}#char={span.start},{span.end}")


def resolution(key: str, entity: URIRef) -> URIRef:
    """IRI of the statement that words of a document stand for an entity."""
    return URIRef(f"{ID}doc/{key}#entity={entity.removeprefix(ID)}")


def event(key: str, local: str) -> URIRef:
    """IRI of an event; it belongs to the document that tells of it."""
    return URIRef(f"{ID}event/{key}-{quote(local, safe='')}")


def claim(key: str, number: int) -> URIRef:
    """IRI of the n-th claim of a document."""
    return URIRef(f"{ID}claim/{key}-{number}")


def run(local: str) -> URIRef:
    """IRI of a run."""
    return URIRef(f"{ID}run/{local}")


def software(name: str, version: str) -> URIRef:
    """IRI of a version of the software."""
    return URIRef(f"{ID}software/{quote(name, safe='')}-{quote(version, safe='')}")


def known(kind: str, local: str) -> URIRef:
    """IRI of an entity of the actor base (``actor``) or of the gazetteer (``place``)."""
    return URIRef(f"{ID}{kind}/{quote(local, safe='')}")


def by_name(kind: str, name: str) -> URIRef:
    """IRI of an entity known by name only: one for all spellings that fold alike."""
    return URIRef(f"{ID}{kind}/x-{digest(fold(name))}")


def within(kind: str, key: str, name: str) -> URIRef:
    """IRI of an entity that has no name: its words mean it in one document only.

    Two articles that quote "local sources" or tell of "two buildings" do not mean the same ones.
    """
    scoped = digest(f"{key}\x1f{fold(name)}")
    return URIRef(f"{ID}{kind}/x-{scoped}")


def digest(text: str) -> str:
    """First 16 hex digits of the SHA-256 of ``text``."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]
