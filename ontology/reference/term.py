"""Classes and properties as a reader sees them, in one language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, Node, URIRef

from ontology import files
from ontology.namespace import CEV, CEV_BASE, CODE_BASE, PREFIXES

DCT_SOURCE: Final = URIRef(PREFIXES["dct"] + "source")
_PROPERTIES: Final = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)


@dataclass(frozen=True, slots=True)
class Reference:
    """A thing that another entry names: its short name, and its label where it is one of ours."""

    name: str
    label: str
    is_ours: bool


@dataclass(frozen=True, slots=True)
class Class:
    """One class, with what stands above and below it and the properties that start from it.

    ``instance`` is an example in words, ``turtle`` one in RDF.
    """

    name: str
    label: str
    definition: str
    source: str | None
    above: tuple[Reference, ...]
    below: tuple[Reference, ...]
    properties: tuple[Reference, ...]
    instance: str
    turtle: str


@dataclass(frozen=True, slots=True)
class Property:
    """One property, from what to what it leads, and the code list of its values if it has one."""

    name: str
    label: str
    definition: str
    source: str | None
    domain: Reference | None
    range: Reference | None
    codes: Reference | None
    is_single: bool
    example: str


def text(graph: Graph, subject: Node, predicate: URIRef, lang: str) -> str:
    """The text of a property in one language; empty where there is none."""
    found = (o for o in graph.objects(subject, predicate) if isinstance(o, Literal))
    return next((str(o) for o in found if o.language == lang), "")


def short(node: Node) -> str:
    """A name with its namespace as a prefix."""
    for prefix, namespace in PREFIXES.items():
        if str(node).startswith(namespace):
            return f"{prefix}:{str(node).removeprefix(namespace)}"
    return str(node)


def reference(node: Node, lang: str) -> Reference:
    """A mention of a term or code list."""
    is_code = str(node).startswith(CODE_BASE)
    graph = files.codes() if is_code else files.terms()
    label = text(graph, node, SKOS.prefLabel if is_code else RDFS.label, lang)
    return Reference(short(node), label, is_ours=bool(label))


def classes(lang: str) -> list[Class]:
    """All classes of ours, each after the class above it, otherwise in the order of the file."""
    graph = files.terms()
    return [_class(graph, node, lang) for node in _below(graph, None)]


def properties(lang: str) -> list[Property]:
    """All properties of ours, by name."""
    graph = files.terms()
    nodes = {node for kind in _PROPERTIES for node in graph.subjects(RDF.type, kind)}
    ours = sorted(str(node) for node in nodes if str(node).startswith(CEV_BASE))
    return [_property(graph, URIRef(node), lang) for node in ours]


def starting_from(cls: URIRef) -> list[URIRef]:
    """Properties whose domain is this very class, by name."""
    return sorted(p for p in files.terms().subjects(RDFS.domain, cls) if isinstance(p, URIRef))


def _below(graph: Graph, above: Node | None) -> Iterator[URIRef]:
    order = [f"cev:{name}" for name in re.findall(r"^cev:(\w+) a owl:Class", _ontology(), re.M)]
    ours = {short(c): c for c in graph.subjects(RDF.type, OWL.Class) if isinstance(c, URIRef)}
    for name in order:
        parents = {p for p in graph.objects(ours[name], RDFS.subClassOf) if short(p) in ours}
        own = {p for p in parents if str(p).startswith(CEV_BASE)}
        if (above in own) if above is not None else not own:
            yield ours[name]
            yield from _below(graph, ours[name])


def _class(graph: Graph, node: URIRef, lang: str) -> Class:
    below = [c for c in _below(graph, node) if (c, RDFS.subClassOf, node) in graph]
    return Class(
        name=short(node),
        label=text(graph, node, RDFS.label, lang),
        definition=text(graph, node, SKOS.definition, lang),
        source=_source(graph, node),
        above=tuple(
            reference(c, lang) for c in sorted(graph.objects(node, RDFS.subClassOf), key=str)
        ),
        below=tuple(reference(c, lang) for c in below),
        properties=tuple(reference(p, lang) for p in starting_from(node)),
        instance=text(graph, node, SKOS.example, lang),
        turtle=next(e for c in (node, *_below(graph, node)) if (e := instance(short(c)))),
    )


def _property(graph: Graph, node: URIRef, lang: str) -> Property:
    domain, codes = graph.value(node, RDFS.domain), graph.value(node, CEV.codeList)
    value = graph.value(node, CEV.literalType) or graph.value(node, RDFS.range)
    return Property(
        name=short(node),
        label=text(graph, node, RDFS.label, lang),
        definition=text(graph, node, SKOS.definition, lang),
        source=_source(graph, node),
        domain=reference(domain, lang) if domain else None,
        range=reference(value, lang) if value else None,
        codes=reference(codes, lang) if codes else None,
        is_single=(node, RDF.type, OWL.FunctionalProperty) in graph,
        example=str(graph.value(node, SKOS.example)),
    )


def _source(graph: Graph, node: URIRef) -> str | None:
    source = graph.value(node, DCT_SOURCE)
    return str(source) if source else None


@cache
def _ontology() -> str:
    return files.ROOT.joinpath("conflict.ttl").read_text(encoding="utf-8")


@cache
def _blocks() -> tuple[str, ...]:
    """What the valid examples say, one subject after another, as it is written there."""
    sources = files.listing("examples/valid", ".ttl")
    texts = [source.read_text(encoding="utf-8") for source in sources]
    return tuple(block.strip("\n") for part in texts for block in part.split("\n\n"))


def instance(name: str) -> str:
    """How an example describes one thing of this class, in Turtle; empty where none does."""
    pattern = re.compile(rf"\S+ a (?:[\w:]+, )*{name}\b(?!-)[^\n]*[;.]\n?")
    return next((block for block in _blocks() if pattern.match(block)), "")
