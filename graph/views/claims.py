"""The ``claims`` view: speaker -> claim -> proposition -> event, to trace how a story travels."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

from graph.explain.summary import fields_of, summary
from graph.names import labels, short
from graph.rows import rows
from graph.views.evidence import evidence
from graph.views.thing import Things

if TYPE_CHECKING:
    from graph.store import Store

_PROPOSITIONS = """
SELECT ?subject ?property ?value WHERE {
  GRAPH ?graph { ?subject cev:about ?event ; ?property ?value }
} ORDER BY ?subject ?property ?value
"""
_VERBS = {"affirmed": "affirms", "negated": "denies", "open": "leaves-open"}


def claims(store: Store) -> nx.MultiDiGraph[str]:
    """Who says what, claim by claim.

    Returns:
        Nodes of kind ``actor``, ``claim`` (with ``certainty``, ``polarity``, ``sources``),
        ``proposition`` (labelled with a summary) and ``event``. Edges of kind ``says`` lead from
        speaker to claim, ``affirms``, ``denies`` or ``leaves-open`` from claim to proposition,
        ``about`` from proposition to event. Propositions that are not about an event are left out.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(view="claims")
    about = _add_propositions(graph, store)
    voices = [(p, v) for p, said in evidence(store).items() if p in about for v in said.voices]
    things = Things(store)
    wanted = {s for _, v in voices for s in v.claimants} | set(about.values())
    for thing, node in things.nodes(wanted).items():
        graph.add_node(thing, **node)
    for proposition, event in sorted(about.items()):
        graph.add_edge(proposition, event, key="about", kind="about", weight=1.0)
    for proposition, voice in sorted(voices, key=lambda pair: pair[1].claim):
        graph.add_node(
            voice.claim,
            iri=voice.claim,
            kind="claim",
            label=short(voice.claim),
            certainty=voice.certainty,
            polarity=voice.polarity,
            sources=sorted(voice.sources),
        )
        for speaker in sorted(voice.claimants):
            graph.add_edge(speaker, voice.claim, key="says", kind="says", weight=1.0)
        verb = _VERBS[voice.polarity]
        graph.add_edge(voice.claim, proposition, key=verb, kind=verb, weight=1.0)
    return graph


def _add_propositions(graph: nx.MultiDiGraph[str], store: Store) -> dict[str, str]:
    """Add a node for each proposition about an event; return the events."""
    facts: dict[str, dict[str, list[str]]] = {}
    for row in rows(store, _PROPOSITIONS):
        name = row["property"].replace("#", "/").rpartition("/")[2]
        values = facts.setdefault(row["subject"], {}).setdefault(name, [])
        values.append(row["value"])
    names = labels(store, {v for p in facts.values() for vs in p.values() for v in vs if _iri(v)})

    def name_of(value: str) -> str:
        return names[value].best("en") if value in names else short(value) if _iri(value) else value

    for proposition, properties in sorted(facts.items()):
        kind = properties["type"][0].rpartition("#")[2]
        label = summary(kind, fields_of(properties, name_of))
        graph.add_node(
            proposition, iri=proposition, kind="proposition", label=label, proposition=kind
        )
    return {proposition: p["about"][0] for proposition, p in facts.items()}


def _iri(value: str) -> bool:
    return value.startswith(("http://", "https://"))
