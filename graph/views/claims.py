"""The ``claims`` view: speaker -> claim -> proposition -> event, to trace how a story travels."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import networkx as nx

from graph.explain.summary import fields_of, summary
from graph.names import Label, labels, short
from graph.rows import rows
from graph.views.evidence import Voice
from graph.views.happening import Days, hull
from graph.views.scope import Scope
from graph.views.selection import EVERYTHING, Selection
from graph.views.thing import Things
from graph.views.words import phrase

if TYPE_CHECKING:
    from graph.store import Store

_PROPOSITIONS = """
SELECT ?subject ?property ?value WHERE {
  GRAPH ?graph { ?subject cev:about ?event ; ?property ?value }
} ORDER BY ?subject ?property ?value
"""
VERBS: Mapping[str, str] = {"affirmed": "affirms", "negated": "denies", "open": "leaves-open"}
"""Kind of the edge from a claim to its proposition, by the claim's polarity."""


def claims(store: Store, selection: Selection = EVERYTHING) -> nx.MultiDiGraph[str]:
    """Who says what, claim by claim.

    Args:
        store: An open store.
        selection: Which events and claims count.

    Returns:
        Nodes of kind ``actor``, ``claim`` (with ``certainty``, ``polarity``, ``sources``, and the
        days on which these were published), ``proposition`` (labelled with a summary) and
        ``event``. Edges of kind ``says`` lead from
        speaker to claim, ``affirms``, ``denies`` or ``leaves-open`` from claim to proposition,
        ``about`` from proposition to event. Propositions that are not about an event are left out.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(view="claims")
    scope = Scope(store, selection)
    about = _add_propositions(graph, scope)
    voices = [(p, v) for p, said in scope.evidence.items() if p in about for v in said.voices]
    things = Things(store)
    wanted = {s for _, v in voices for s in v.claimants} | set(about.values())
    for thing, node in things.nodes(wanted).items():
        graph.add_node(thing, **node)
    for proposition, event in sorted(about.items()):
        graph.add_edge(proposition, event, key="about", kind="about", weight=1.0)
    for proposition, voice in sorted(voices, key=lambda pair: pair[1].claim):
        verb = VERBS[voice.polarity]
        graph.add_node(voice.claim, **claim_fields(voice))
        for speaker in sorted(voice.claimants):
            graph.add_edge(speaker, voice.claim, key="says", kind="says", weight=1.0)
        graph.add_edge(voice.claim, proposition, key=verb, kind=verb, weight=1.0)
    return graph


def claim_fields(voice: Voice) -> dict[str, Any]:
    """Attributes of the node of a claim; its label says the stance and how sure the speaker is."""
    verb = VERBS[voice.polarity]
    days = hull(Days(day, day) for day in voice.told)
    english = f"{phrase(verb, 'en')}, {phrase(voice.certainty, 'en')}"
    return {
        "iri": voice.claim,
        "kind": "claim",
        "label": english,
        "label_ar": f"{phrase(verb, 'ar')}، {phrase(voice.certainty, 'ar')}",
        "label_en": english,
        "certainty": voice.certainty,
        "polarity": voice.polarity,
        "sources": sorted(voice.sources),
        **(days.fields() if days else {}),
    }


def _add_propositions(graph: nx.MultiDiGraph[str], scope: Scope) -> dict[str, str]:
    """Add a node for each proposition about an event; return the events."""
    facts = _facts(scope)
    graph.add_nodes_from(proposition_fields(scope.store, facts).items())
    return {proposition: p["about"][0] for proposition, p in facts.items()}


def proposition_fields(
    store: Store, facts: Mapping[str, Mapping[str, list[str]]]
) -> dict[str, dict[str, Any]]:
    """Attributes of the nodes of propositions, from their properties; labels are summaries."""
    wanted = {v for p in facts.values() for values in p.values() for v in values if _iri(v)}
    names = labels(store, wanted)
    found = {}
    for proposition, properties in sorted(facts.items()):
        kind = properties["type"][0].rpartition("#")[2]
        told = {lang: _summary(kind, properties, names, lang) for lang in ("en", "ar")}
        found[proposition] = {
            "iri": proposition,
            "kind": "proposition",
            "label": told["en"],
            "label_ar": told["ar"],
            "label_en": told["en"],
            "proposition": kind,
        }
    return found


def _facts(scope: Scope) -> dict[str, dict[str, list[str]]]:
    """Properties of each proposition of the scope."""
    facts: dict[str, dict[str, list[str]]] = {}
    for row in rows(scope.store, _PROPOSITIONS):
        values = facts.setdefault(row["subject"], {}).setdefault(local(row["property"]), [])
        values.append(row["value"])
    if scope.selection.is_everything:
        return facts
    kept = {p for p, f in facts.items() if p in scope.evidence and scope.includes(f["about"][0])}
    return {proposition: facts[proposition] for proposition in kept}


def local(iri: str) -> str:
    """The last part of the IRI of a property."""
    return iri.replace("#", "/").rpartition("/")[2]


def _summary(
    kind: str, properties: Mapping[str, list[str]], names: Mapping[str, Label], lang: str
) -> str:
    def name_of(value: str) -> str:
        return names[value].best(lang) if value in names else short(value) if _iri(value) else value

    return summary(kind, fields_of(properties, name_of), lang=lang)


def _iri(value: str) -> bool:
    return value.startswith(("http://", "https://"))
