"""Claims of a dataset as plain values, for assertions that read like sentences."""

from __future__ import annotations

from dataclasses import dataclass

from rdflib import RDF, SKOS, Dataset, Graph, Literal, URIRef
from rdflib.term import Node

from ontology.namespace import CEV


@dataclass(frozen=True, order=True)
class Said:
    who: str
    polarity: str
    certainty: str
    kind: str
    what: str
    content: str


def flat(dataset: Dataset) -> Graph:
    graph = Graph()
    for quad in dataset.quads():
        graph.add(quad[:3])
    return graph


def local(node: Node | None) -> str:
    return (
        str(node).rpartition("/")[2].rpartition("#")[2] if isinstance(node, URIRef) else str(node)
    )


def name(graph: Graph, node: Node | None) -> str:
    labels = [o for o in graph.objects(node, SKOS.prefLabel) if isinstance(o, Literal)]
    english = [str(o) for o in labels if o.language == "en"]
    return (english or [str(o) for o in labels] or [local(node)])[0]


def said(dataset: Dataset) -> list[Said]:
    """Every claim of a dataset, sorted."""
    graph = flat(dataset)
    return sorted(
        Said(
            who=name(graph, graph.value(claim, CEV.claimant)),
            polarity=local(graph.value(claim, CEV.polarity)),
            certainty=local(graph.value(claim, CEV.certainty)),
            kind=local(graph.value(claim, CEV.claimType)),
            what=local(graph.value(graph.value(claim, CEV.proposition), RDF.type)),
            content=content(graph, graph.value(claim, CEV.proposition)),
        )
        for claim in graph.subjects(RDF.type, CEV.Claim)
    )


def content(graph: Graph, proposition: Node | None) -> str:
    skipped = {RDF.type, CEV.about}
    pairs = [
        f"{local(p)}={name(graph, o) if isinstance(o, URIRef) else o}"
        for p, o in graph.predicate_objects(proposition)
        if p not in skipped
    ]
    return "; ".join(sorted(pairs))
