"""What only a reasoner and the OWL API can say of the ontology: profile, consistency, examples.

HermiT comes with owlready2, and brings the OWL API along; both need Java.
"""

from __future__ import annotations

import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import pytest
from rdflib import OWL, RDF, RDFS, XSD, Graph, Literal, URIRef

from ontology import files, graphs
from ontology.namespace import CEV

PROFILES: Final = Path(__file__).with_name("Profiles.java")
OUTSIDE: Final = {XSD.date, XSD.dateTime, RDF.langString}
"""Datatypes that the data use and that the reasoner's datatype map lacks."""

needs_java = pytest.mark.skipif(
    shutil.which("java") is None,
    reason="no java on this machine: the ontology was NOT checked by a reasoner",
)
needs_compiler = pytest.mark.skipif(
    shutil.which("javac") is None,
    reason="no java compiler on this machine: the OWL 2 profile was NOT checked by the OWL API",
)


def reason(graph: Graph, folder: Path) -> list[str]:
    """Names of unsatisfiable classes; raises when the ontology is inconsistent."""
    import owlready2

    file = folder / "ontology.owl"
    graph.serialize(file, format="xml")
    world = owlready2.World(filename=str(folder / "world.sqlite3"))
    world.get_ontology(file.as_uri()).load()
    owlready2.sync_reasoner_hermit(world, debug=0)
    unsatisfiable = [str(c) for c in world.inconsistent_classes()]
    world.close()
    return unsatisfiable


def outside_of_profiles(graph: Graph, folder: Path) -> dict[str, list[str]]:
    """What is outside of OWL 2 DL and of OWL 2 RL, by the OWL API."""
    spec = find_spec("owlready2")
    assert spec
    assert spec.origin
    library = Path(spec.origin).parent / "hermit" / "HermiT.jar"
    file = folder / "ontology.owl"
    graph.serialize(file, format="xml")
    command = ["java", "-cp", str(library), str(PROFILES), str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, list[str]] = {"axioms": [], "OWL 2 DL": [], "OWL 2 RL": []}
    for line in done.stdout.splitlines():
        kind, _, text = line.partition("\t")
        found[kind].append(text)
    return found


def with_examples() -> Graph:
    """The ontology and what the example says in its terms, but for literals of other datatypes."""
    graph = Graph() + files.terms()
    for subject, predicate, value, _ in files.example().quads():
        assert not isinstance(predicate, Literal)
        is_ours = predicate == RDF.type or (predicate, RDF.type, None) in files.terms()
        if is_ours and not (isinstance(value, Literal) and value.datatype in OUTSIDE):
            graph.add((subject, predicate, value))
            if isinstance(subject, URIRef):
                graph.add((subject, RDF.type, OWL.NamedIndividual))
    return graph


@needs_java
def test_a_reasoner_finds_the_ontology_consistent(tmp_path: Path) -> None:
    assert reason(files.terms(), tmp_path) == []


@needs_java
def test_the_reasoner_can_find_fault(tmp_path: Path) -> None:
    import owlready2

    thing = URIRef("https://example.org/thing")
    graph = files.terms() + Graph()
    graph.add((thing, RDF.type, OWL.NamedIndividual))
    graph.add((thing, RDF.type, CEV.Actor))
    graph.add((thing, RDF.type, CEV.Facility))
    with pytest.raises(owlready2.OwlReadyInconsistentOntologyError):
        reason(graph, tmp_path)


@needs_java
def test_the_reasoner_can_find_an_empty_class(tmp_path: Path) -> None:
    graph = files.terms() + Graph()
    graph.add((CEV.Relay, RDFS.subClassOf, CEV.Claim))
    assert [name for name in reason(graph, tmp_path) if "Relay" in name]


@needs_java
def test_a_reasoner_finds_the_example_consistent(tmp_path: Path) -> None:
    data = with_examples()
    assert len(list(data.subjects(RDF.type, CEV.Claim))) > 30
    assert len(list(data.subjects(RDF.type, CEV.DerivedFact))) == 6
    assert reason(data, tmp_path) == []


@needs_java
def test_the_reasoner_finds_a_misused_property_in_the_example(tmp_path: Path) -> None:
    """A claim as claimant: the range says that it is an actor, and no claim is one."""
    import owlready2

    data = with_examples()
    claim = min(data.subjects(RDF.type, CEV.Claim))  # type: ignore[type-var]
    data.add((claim, CEV.claimant, claim))
    with pytest.raises(owlready2.OwlReadyInconsistentOntologyError):
        reason(data, tmp_path)


@needs_compiler
def test_the_ontology_is_owl_2_dl_and_rl(tmp_path: Path) -> None:
    found = outside_of_profiles(files.terms(), tmp_path)
    assert int(found["axioms"][0]) > 300
    assert found["OWL 2 DL"] == []
    assert found["OWL 2 RL"] == []


@needs_compiler
def test_the_profile_check_can_find_fault(tmp_path: Path) -> None:
    graph = files.terms() + Graph()
    graph.add((CEV.saidOn, RDFS.range, XSD.date))  # no datatype of OWL 2
    graph.add((CEV.words, RDF.type, OWL.ObjectProperty))  # a datatype property already
    found = outside_of_profiles(graph, tmp_path)
    assert any("xsd:date" in text for text in found["OWL 2 RL"])
    assert any("words" in text for text in found["OWL 2 DL"])


def test_the_examples_use_named_graphs_for_derived_facts_only() -> None:
    blame = {g for _, p, _, g in files.example().quads() if p == CEV.perpetrator}
    assert blame
    assert all(graphs.is_derived(str(g)) for g in blame)
