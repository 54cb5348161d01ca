"""Changes to the store that leave nothing behind: what goes and what comes, for one transaction.

A document owns its graph. What several documents share (propositions, entities, runs) stays while
one of them uses it and goes with the last. Whatever the order in which documents come and go, the
store ends with the same content.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

import pyoxigraph as ox

from graph.database import Database, foresee
from graph.mapping.naming import Label, kind_of, named
from graph.vocabulary import GAZETTEER, LINKS, PROPOSITIONS, RUNS, V, document_graph


@dataclass(frozen=True, slots=True)
class Change:
    """Quads to delete and then to insert."""

    delete: Collection[ox.Quad] = ()
    insert: Collection[ox.Quad] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to do."""
        return not self.delete and not self.insert

    def sparql(self) -> str:
        """Write the change as one SPARQL update; Oxigraph makes it one transaction."""
        steps = []
        if self.delete:
            steps.append(f"DELETE DATA {{\n{data(self.delete)}}}")
        if self.insert:
            steps.append(f"INSERT DATA {{\n{data(self.insert)}}}")
        return " ;\n".join(steps)


def data(quads: Iterable[ox.Quad]) -> str:
    """Write quads as the inside of ``INSERT DATA`` or ``DELETE DATA``."""
    by_graph: dict[str, list[str]] = {}
    for quad in quads:
        line = f"{quad.subject} {quad.predicate} {quad.object} .\n"
        by_graph.setdefault(str(quad.graph_name), []).append(line)
    return "".join(f"GRAPH {name} {{\n{''.join(lines)}}}\n" for name, lines in by_graph.items())


def removal(database: Database, key: str) -> Change:
    """What takes a document out of the store, with all that only it had brought in."""
    return replacement(database, key, ())


def replacement(database: Database, key: str, quads: Collection[ox.Quad]) -> Change:
    """What puts a document into the store, in place of what the store had of it.

    Args:
        database: The store as it is.
        key: Identity of the document.
        quads: All data of the document, entities and run included; none to take it out.
    """
    step = _Step(database, document_graph(key), quads)
    delete = {*step.old, *step.old_propositions(), *step.old_links(), *step.old_runs()}
    entities = step.entities()
    delete |= set(entities.delete)
    shared = {q for q in quads if q.graph_name != GAZETTEER}
    insert = shared | set(entities.insert)
    return Change(delete=delete - insert, insert=insert)


@dataclass(slots=True)
class _Step:
    """One document before and after."""

    database: Database
    graph: ox.NamedNode
    new: Collection[ox.Quad]
    old: list[ox.Quad] = field(init=False)
    fresh: dict[object, list[ox.Quad]] = field(init=False)

    def __post_init__(self) -> None:
        self.old = list(self.database.quads_for_pattern(None, None, None, self.graph))
        self.fresh = {}
        for quad in self.new:
            if quad.graph_name == GAZETTEER:
                self.fresh.setdefault(quad.subject, []).append(quad)
        bodies = (q.object for q in (*self.old, *self.new) if q.predicate == V.body)
        foresee(self.database, [*self.fresh, *bodies])

    def old_propositions(self) -> Iterator[ox.Quad]:
        """Propositions that no other document claims and this one no longer does."""
        for proposition in self._gone(V.proposition):
            if not self._elsewhere(V.proposition, proposition):
                yield from self._subject(proposition, PROPOSITIONS)

    def old_links(self) -> Iterator[ox.Quad]:
        """Links of events that are no more."""
        events = {q.subject for q in self.old if q.predicate == V.reportedIn}
        events -= {q.subject for q in self.new if q.predicate == V.reportedIn}
        for event in events:
            for link in self.database.quads_for_pattern(None, V.linkedEvent, event, LINKS):
                yield from self._subject(link.subject, LINKS)

    def old_runs(self) -> Iterator[ox.Quad]:
        """Runs of which nothing is left, and software that did no other run."""
        for run in self._gone(V.generated):
            if self._elsewhere(V.generated, run):
                continue
            for quad in self._subject(run, RUNS):
                yield quad
                if quad.predicate == V.associated:
                    yield from self._old_software(quad)

    def _old_software(self, by: ox.Quad) -> Iterator[ox.Quad]:
        uses = self.database.quads_for_pattern(None, V.associated, by.object, RUNS)
        if all(use == by for use in uses) and isinstance(by.object, ox.NamedNode):
            yield from self._subject(by.object, RUNS)

    def entities(self) -> Change:
        """Descriptions that go, come or change."""
        delete: set[ox.Quad] = set()
        insert: set[ox.Quad] = set()
        for node, quads in self.fresh.items():
            delete |= set(self._subject(node, GAZETTEER))
            insert |= set(quads)
        gone = {node for node in self._gone(V.body) if node not in self.fresh}
        named_before = self._reach(_nodes(self.fresh)) - set(self.fresh)
        for node in self._dead(gone | named_before):
            delete |= set(self._subject(node, GAZETTEER))
        touched = gone | _nodes(q.object for q in self.new if q.predicate == V.body)
        for node in touched:
            if _is_known_by_name(node) and not (node in gone and self._is_dead(node)):
                description = set(self._description(node))
                delete |= set(self._subject(node, GAZETTEER))
                insert = {q for q in insert if q.subject != node} | description
        return Change(delete - insert, insert)

    def _description(self, node: ox.NamedNode) -> Iterator[ox.Quad]:
        """Describe an entity known by name only from the names that all documents use."""
        stored = list(self._subject(node, GAZETTEER))
        known = self.fresh.get(node, stored)
        yield from (q for q in known if q.predicate not in _NAMING)
        labels, kinds = self._names(node, stored)
        preferred, others = named(labels)
        pairs = [(V.prefLabel, t, lang) for lang, t in preferred.items()]
        pairs += [(V.altLabel, t, lang) for t, lang in others]
        for predicate, text, lang in pairs:
            yield ox.Quad(node, predicate, ox.Literal(text, language=lang), GAZETTEER)
        if any(quad.object == V.Actor for quad in known):
            kind = ox.NamedNode(kind_of(kind.value for kind in kinds))
            yield ox.Quad(node, V.actorType, kind, GAZETTEER)

    def _names(self, node: ox.NamedNode, stored: list[ox.Quad]) -> Names:
        """All names and kinds that documents give an entity, this one as it will be.

        What is stored holds them already, unless this document drops some that no other has.
        """
        labels, kinds = _contribution(self.new, node)
        old_labels, old_kinds = _contribution(self.old, node)
        dropped: set[object] = (old_labels - labels) | (old_kinds - kinds)
        for use in self.database.quads_for_pattern(None, V.body, node) if dropped else ():
            if use.graph_name != self.graph:
                more_labels, more_kinds = _annotated(self._subject(use.subject, use.graph_name))
                labels |= more_labels
                kinds |= more_kinds
                dropped -= labels | kinds
                if not dropped:
                    break
        if not dropped:
            labels |= {_label(q) for q in stored if q.predicate in _LABELS}
            kinds |= _nodes(q.object for q in stored if q.predicate == V.actorType)
        return labels, kinds

    def _gone(self, predicate: ox.NamedNode) -> set[ox.NamedNode]:
        before = _nodes(q.object for q in self.old if q.predicate == predicate)
        return before - _nodes(q.object for q in self.new if q.predicate == predicate)

    def _elsewhere(self, predicate: ox.NamedNode, value: ox.NamedNode) -> bool:
        uses = self.database.quads_for_pattern(None, predicate, value)
        return any(use.graph_name not in {self.graph, LINKS} for use in uses)

    def _subject(self, node: object, graph: object) -> Iterator[ox.Quad]:
        assert isinstance(node, ox.NamedNode)
        assert isinstance(graph, ox.NamedNode)
        yield from self.database.quads_for_pattern(node, None, None, graph)

    def _is_dead(self, node: ox.NamedNode) -> bool:
        return node in self._dead({node})

    def _dead(self, nodes: set[ox.NamedNode]) -> set[ox.NamedNode]:
        """Of ``nodes`` and what their descriptions name, all that nothing else uses."""
        reach = self._reach(nodes)
        alive = {node for node in reach if self._is_used(node, reach)}
        return reach - self._reach(alive, after=True)

    def _reach(self, nodes: set[ox.NamedNode], *, after: bool = False) -> set[ox.NamedNode]:
        """``nodes`` and what their descriptions name, as stored or as they will be."""
        found: set[ox.NamedNode] = set()
        queue = list(nodes)
        while queue:
            node = queue.pop()
            if node in found:
                continue
            quads = list(self._subject(node, GAZETTEER))
            if quads:
                found.add(node)
            if after and node in self.fresh:
                quads = self.fresh[node]
            queue += [q.object for q in quads if isinstance(q.object, ox.NamedNode)]
        return found

    def _is_used(self, node: ox.NamedNode, inside: set[ox.NamedNode]) -> bool:
        if node in self.fresh or self._elsewhere(V.body, node):
            return True
        references = self.database.quads_for_pattern(None, None, node, GAZETTEER)
        return any(reference.subject not in inside for reference in references)


Names = tuple[set[Label], set[ox.NamedNode]]
_LABELS = frozenset({V.prefLabel, V.altLabel})
_NAMING = frozenset({V.prefLabel, V.altLabel, V.actorType})


def _nodes(terms: Iterable[object]) -> set[ox.NamedNode]:
    return {term for term in terms if isinstance(term, ox.NamedNode)}


def _is_known_by_name(node: object) -> bool:
    return isinstance(node, ox.NamedNode) and "/x-" in node.value


def _contribution(quads: Collection[ox.Quad], node: ox.NamedNode) -> Names:
    notes = {q.subject for q in quads if q.predicate == V.body and q.object == node}
    return _annotated(q for q in quads if q.subject in notes)


def _annotated(quads: Iterable[ox.Quad]) -> Names:
    labels: set[Label] = set()
    kinds: set[ox.NamedNode] = set()
    for quad in quads:
        if quad.predicate == V.label:
            labels.add(_label(quad))
        elif quad.predicate == V.kind and isinstance(quad.object, ox.NamedNode):
            kinds.add(quad.object)
    return labels, kinds


def _label(quad: ox.Quad) -> Label:
    assert isinstance(quad.object, ox.Literal)
    return quad.object.value, quad.object.language or ""
