"""Code lists, shapes, questions, policies and checks as a reader sees them, in one language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from rdflib import RDF, SH, SKOS, Graph, Node, URIRef
from rdflib.extras.shacl import parse_shacl_path
from rdflib.namespace import NamespaceManager

from ontology import check, files, policy, question
from ontology.namespace import CODE_BASE, PREFIXES
from ontology.reference.term import short, text

_MATCHES: Final = {
    SKOS.exactMatch: "=",
    SKOS.closeMatch: "≈",
    SKOS.broadMatch: "⊂",
    SKOS.relatedMatch: "~",
}
_EXTERNAL: Final = "https://w3id.org/conflict-event/external/"


@dataclass(frozen=True, slots=True)
class Match:
    """A concept of another code book: how near it is, of which book, what it is called there."""

    sign: str
    book: str
    notation: str


@dataclass(frozen=True, slots=True)
class Code:
    """One concept of a code list; ``depth`` is how many stand above it."""

    name: str
    notation: str
    depth: int
    label: str
    other_label: str
    definition: str
    matches: tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class CodeList:
    """A code list with its concepts, each after the one above it."""

    name: str
    label: str
    definition: str
    codes: tuple[Code, ...]


@dataclass(frozen=True, slots=True)
class Constraint:
    """What a shape demands of one path, and how grave it is to break it."""

    name: str
    path: str
    severity: str
    message: str


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape with its constraints, in the order of its file."""

    name: str
    constraints: tuple[Constraint, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A named query: what it is for, and what it takes."""

    name: str
    title: str
    about: str
    parameters: tuple[tuple[str, str, str], ...] = ()


def code_lists(lang: str) -> list[CodeList]:
    """All code lists of ours, by name."""
    graph = files.codes()
    schemes = sorted(
        str(s) for s in graph.subjects(RDF.type, SKOS.ConceptScheme) if str(s).startswith(CODE_BASE)
    )
    return [
        CodeList(
            name=short(URIRef(scheme)),
            label=text(graph, URIRef(scheme), SKOS.prefLabel, lang),
            definition=text(graph, URIRef(scheme), SKOS.definition, lang),
            codes=tuple(_codes(graph, URIRef(scheme), lang)),
        )
        for scheme in schemes
    ]


def _codes(graph: Graph, scheme: URIRef, lang: str) -> Iterator[Code]:
    members = set(graph.subjects(SKOS.inScheme, scheme))

    def walk(nodes: list[Node], depth: int) -> Iterator[Code]:
        for node in sorted(nodes, key=lambda n: text(graph, n, SKOS.prefLabel, "en")):
            yield _code(graph, node, depth, lang)
            narrower = [n for n in graph.subjects(SKOS.broader, node) if n in members]
            yield from walk(narrower, depth + 1)

    yield from walk(list(graph.subjects(SKOS.topConceptOf, scheme)), 0)


def _code(graph: Graph, node: Node, depth: int, lang: str) -> Code:
    return Code(
        name=short(node),
        notation=str(graph.value(node, SKOS.notation)),
        depth=depth,
        label=text(graph, node, SKOS.prefLabel, lang),
        other_label=text(graph, node, SKOS.prefLabel, "en" if lang == "ar" else "ar"),
        definition=text(graph, node, SKOS.definition, lang),
        matches=tuple(_matches(graph, node)),
    )


def _matches(graph: Graph, node: Node) -> Iterator[Match]:
    for kind, sign in _MATCHES.items():
        for target in sorted(graph.objects(node, kind), key=str):
            book = str(target).removeprefix(_EXTERNAL).partition("/")[0]
            label = text(graph, target, SKOS.prefLabel, "en")
            notation = str(graph.value(target, SKOS.notation))
            same = notation.casefold() == label.casefold()
            yield Match(sign, book, label if same else f"{notation} {label}")


def shapes(lang: str) -> list[Shape]:
    """All shapes that have targets, by name, with their constraints."""
    graph = files.shapes()
    targeted = {s for p in (SH.targetClass, SH.targetSubjectsOf) for s in graph.subjects(p)}
    return [
        Shape(
            name=str(node).removeprefix(PREFIXES["shape"]),
            constraints=tuple(_constraint(graph, part, lang) for part in _parts(graph, node)),
        )
        for node in sorted(targeted, key=str)
    ]


def _parts(graph: Graph, shape: Node) -> list[Node]:
    """What of a shape can be broken: its properties, or itself."""
    parts = sorted(graph.objects(shape, SH.property), key=str)
    return [shape, *parts] if (shape, SH.message, None) in graph else parts


def _constraint(graph: Graph, node: Node, lang: str) -> Constraint:
    path = graph.value(node, SH.path)
    return Constraint(
        name=str(node).removeprefix(PREFIXES["shape"]),
        path=parse_shacl_path(graph, path).n3(_prefixed()) if path else "",
        severity=str(graph.value(node, SH.severity)).removeprefix(PREFIXES["sh"]),
        message=text(graph, node, SH.message, lang),
    )


@cache
def _prefixed() -> NamespaceManager:
    manager = NamespaceManager(Graph(), bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        manager.bind(prefix, namespace)
    return manager


def questions(lang: str) -> list[Entry]:
    """All named questions, by name."""
    is_arabic = lang == "ar"
    return [
        Entry(
            name,
            one.title_ar if is_arabic else one.title_en,
            one.explanation_ar if is_arabic else one.explanation_en,
            tuple(
                (p.name, str(p.kind), p.about_ar if is_arabic else p.about_en)
                for p in one.parameters
            ),
        )
        for name in question.names()
        for one in (question.load(name),)
    ]


def policies(lang: str) -> list[Entry]:
    """All policies, by name."""
    loaded = [policy.load(name) for name in policy.names()]
    if lang == "ar":
        return [Entry(one.name, one.title_ar, one.rule_ar) for one in loaded]
    return [Entry(one.name, one.title_en, one.rule_en) for one in loaded]


def checks(lang: str) -> list[Entry]:
    """All checks, by name."""
    loaded = [check.load(name) for name in check.names()]
    return [Entry(one.name, "", one.about_ar if lang == "ar" else one.about_en) for one in loaded]
