"""Compiled shapes: the shapes of the ontology, arranged so that pySHACL gets through them sooner.

Meaning and reports stay those of the shapes as they are written; three things change:

* A node shape hands its focus nodes on to its property shapes one by one, and pySHACL sets every
  constraint up anew for each. So a property shape that one node shape alone names takes over its
  targets, and is set up once for all of them. ``sh:property`` has no results of its own to lose.
* ``sh:or`` over shapes of one class each tries every class on every value. One look at the value's
  classes, and at what they are subclasses of, says the same.
* Lists are read once: pySHACL walks through them each time that it meets a value.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import Final

from rdflib import RDF, RDFS, SH, BNode, Graph, Literal
from rdflib.collection import Collection
from rdflib.term import IdentifiedNode, Node

_TARGETS: Final = (SH.targetClass, SH.targetNode, SH.targetObjectsOf, SH.targetSubjectsOf)


class CompiledShapes(Graph):
    """A graph of shapes that is made from another and is then only read."""

    def __init__(self, shapes: Graph) -> None:
        """Arrange ``shapes``, which are left as they are."""
        super().__init__(store="SimpleMemory")
        self._lists: dict[Node, tuple[Node, ...]] = {}
        self += shapes
        self.remove((None, RDFS.isDefinedBy, None))  # pySHACL looks at it for every node
        _hand_targets_over(self)
        _join_classes(self)

    def items(self, list: Node) -> Generator[Node, None, None]:  # noqa: A002 - rdflib's name
        """The members of an RDF list, which is taken not to change once it was asked for."""
        if list not in self._lists:
            self._lists[list] = tuple(super().items(list))
        yield from self._lists[list]


def _hand_targets_over(shapes: Graph) -> None:
    """Give property shapes the targets of the node shape that names them, and cut them loose.

    Left alone: parts of several shapes or with targets already, parts of property shapes, which
    are about their values, and node shapes that need their parts because another shape refers to
    them or they are closed or switched off.
    """
    for shape, part in [*shapes.subject_objects(SH.property)]:
        targets = list(_targets(shapes, shape))
        if targets and _only_gathers(shapes, shape) and _belongs_to_one(shapes, part):
            for kind, target in targets:
                shapes.add((part, kind, target))
            shapes.remove((shape, SH.property, part))


def _targets(shapes: Graph, shape: Node) -> Iterator[tuple[Node, Node]]:
    for kind in _TARGETS:
        for target in shapes.objects(shape, kind):
            yield kind, target


def _only_gathers(shapes: Graph, shape: Node) -> bool:
    needs = (SH.path, SH.closed, SH.deactivated)
    needs_parts = any((shape, name, None) in shapes for name in needs)
    is_more = set(shapes.objects(shape, RDF.type)) - {SH.NodeShape}  # a class targets its instances
    return not needs_parts and not is_more and (None, None, shape) not in shapes


def _belongs_to_one(shapes: Graph, part: Node) -> bool:
    if isinstance(part, BNode):
        return False  # reports show all that is said of a nameless shape
    named = len(list(shapes.triples((None, None, part))))
    return named == 1 and next(_targets(shapes, part), None) is None


def _join_classes(shapes: Graph) -> None:
    """Write a choice between classes as a choice of one shape, which knows all the classes."""
    for shape, choice in [*shapes.subject_objects(SH["or"])]:
        members = list(shapes.items(choice))
        classes = [_class(shapes, member) for member in members]
        known = [one for one in classes if one is not None]
        if len(members) > 1 and len(known) == len(members):
            shapes.remove((shape, SH["or"], choice))
            shapes.add((shape, SH["or"], _list(shapes, [_instance_of(shapes, known)])))


def _class(shapes: Graph, shape: Node) -> Node | None:
    """The class that a node shape asks for, when it asks for nothing else."""
    told = [(name, value) for name, value in shapes.predicate_objects(shape) if name != RDF.type]
    return told[0][1] if len(told) == 1 and told[0][0] == SH["class"] else None


def _instance_of(shapes: Graph, classes: list[Node]) -> Node:
    """Make a shape: one of the value's classes, or of those above them, is one of ``classes``."""
    shape, above, among = BNode(), BNode(), BNode()
    shapes.add((above, SH.zeroOrMorePath, RDFS.subClassOf))
    shapes.add((among, RDF.type, SH.NodeShape))
    shapes.add((among, SH["in"], _list(shapes, classes)))
    shapes.add((shape, RDF.type, SH.PropertyShape))
    shapes.add((shape, SH.path, _list(shapes, [RDF.type, above])))
    shapes.add((shape, SH.qualifiedValueShape, among))
    shapes.add((shape, SH.qualifiedMinCount, Literal(1)))
    return shape


def _list(shapes: Graph, members: list[Node]) -> IdentifiedNode:
    head = BNode()
    Collection(shapes, head, members)
    return head
