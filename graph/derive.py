"""Derived facts: who carried out an event, by a policy's conclusion, apart from what sources say.

A policy (``ontology.policy``) is applied only when somebody asks for it. What it concludes is in
its own graph ``derived/<policy>``, with the policy's rule and, for each fact, the claims on which
it rests.

Whatever the store takes in or gives up can unsettle a conclusion: a denial can come, a claim can
go. So every change of documents or links takes all derived facts out in the same transaction, and
the end of a run derives them anew, by the policies that had been asked for. A run that is cut off
leaves no stale blame, only graphs without facts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import pyoxigraph as ox

from graph.change import Change
from graph.database import Database, count
from graph.error import DerivationError
from graph.vocabulary import V, derived_graph
from ontology import graphs, policy
from ontology.error import OntologyError
from ontology.namespace import PREFIXES
from ontology.policy import Policy

_MADE: Final = frozenset(
    {V.type, V.derivedBy, V.derivedEvent, V.derivedPerpetrator, V.restsOn, V.restsOnLink}
)


def named(name: str) -> Policy:
    """The policy of that name.

    Raises:
        DerivationError: There is none, or its file is broken.
    """
    try:
        return policy.load(name)
    except OntologyError as error:
        raise DerivationError(str(error)) from error


def applied(database: Database) -> list[str]:
    """Names of the policies that a store was asked to apply, sorted."""
    described = database.quads_for_pattern(None, V.type, V.DerivationPolicy)
    found = {_policy(quad.graph_name) for quad in described}
    return sorted(name for name in found if name is not None)


def size(database: Database, name: str) -> int:
    """How many facts a policy has derived."""
    return count(database, (None, V.type, V.DerivedFact, derived_graph(name)))


def derivation(database: Database, applied_policy: Policy) -> Change:
    """What makes the graph of a policy hold its conclusions from all claims, and nothing else.

    Raises:
        DerivationError: The policy makes other triples than a derived fact has, or blames without a
            fact that names the claims.
    """
    graph = derived_graph(applied_policy.name)
    made = list(_constructed(database, applied_policy))
    _refuse_unexplained(made, applied_policy)
    wanted = {ox.Quad(t.subject, t.predicate, t.object, graph) for t in made}
    wanted |= set(_description(applied_policy, graph))
    present = set(database.quads_for_pattern(None, None, None, graph))
    return Change(delete=present - wanted, insert=wanted - present)


def withdrawal(database: Database) -> list[ox.Quad]:
    """All that policies have concluded; what the policies are stays, for the next derivation."""
    return [
        quad
        for name in applied(database)
        for quad in database.quads_for_pattern(None, None, None, derived_graph(name))
        if quad.subject != ox.NamedNode(PREFIXES["policy"] + name)
    ]


def removal(database: Database, name: str) -> Change:
    """What takes the graph of a policy out altogether."""
    return Change(delete=list(database.quads_for_pattern(None, None, None, derived_graph(name))))


def without_blame(quads: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
    """Data as the shapes of documents may see them: without the direct blame of derived graphs.

    The derived facts, which say the same with their grounds, stay.
    """
    for quad in quads:
        if quad.predicate != V.perpetrator or _policy(quad.graph_name) is None:
            yield quad


def _policy(graph: object) -> str | None:
    """Name of the policy whose graph this is; none for any other graph."""
    return graphs.policy_name(graph.value) if isinstance(graph, ox.NamedNode) else None


def _constructed(database: Database, applied_policy: Policy) -> Iterable[ox.Triple]:
    answer = database.query(applied_policy.text)
    if not isinstance(answer, ox.QueryTriples):
        raise DerivationError(f"the policy {applied_policy.name} is no CONSTRUCT query; mend it")
    return answer


def _refuse_unexplained(made: list[ox.Triple], applied_policy: Policy) -> None:
    grounded = {triple.subject for triple in made if triple.predicate == V.restsOn}
    events = {t.subject: t.object for t in made if t.predicate == V.derivedEvent}
    parties = {t.subject: t.object for t in made if t.predicate == V.derivedPerpetrator}
    explained = {(events.get(fact), parties.get(fact)) for fact in grounded}
    for triple in made:
        if triple.predicate == V.perpetrator:
            is_good = (triple.subject, triple.object) in explained
        else:
            is_good = triple.predicate in _MADE
        if not is_good:
            raise DerivationError(
                f"the policy {applied_policy.name} makes a triple that no derived fact explains: "
                f"{triple}; nothing was derived"
            )


def _description(applied_policy: Policy, graph: ox.NamedNode) -> Iterator[ox.Quad]:
    node = ox.NamedNode(applied_policy.iri)
    yield ox.Quad(node, V.type, V.DerivationPolicy, graph)
    for name, english, arabic in (
        (V.label, applied_policy.title_en, applied_policy.title_ar),
        (V.policyRule, applied_policy.rule_en, applied_policy.rule_ar),
    ):
        yield ox.Quad(node, name, ox.Literal(english, language="en"), graph)
        yield ox.Quad(node, name, ox.Literal(arabic, language="ar"), graph)
