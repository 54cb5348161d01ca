"""The generated files: closed, and the same bytes when generated again."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest
from mypy import api

from ontology import code, generate, graphs
from ontology.namespace import CEV, CODE, PREFIXES


def test_an_unknown_term_is_an_error() -> None:
    with pytest.raises(AttributeError):
        CEV.Evnt  # type: ignore[attr-defined]  # noqa: B018
    with pytest.raises(AttributeError):
        CODE.air_strik  # type: ignore[attr-defined]  # noqa: B018


def test_an_unknown_term_is_a_type_error(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "from ontology.namespace import CEV, CODE\nCEV.Event\nCEV.Evnt\nCODE.air_strik\n"
    )
    out, _, status = api.run(
        ["--strict", "--no-incremental", "--config-file=", "--ignore-missing-imports", str(script)]
    )
    assert status == 1
    assert 'has no attribute "Evnt"' in out
    assert 'has no attribute "air_strik"' in out
    assert "Event" not in out.replace("Evnt", "")


def test_terms_are_iris_of_our_namespace() -> None:
    assert str(CEV.Event) == "https://w3id.org/conflict-event/ns#Event"
    assert str(CODE.air_strike) == "https://w3id.org/conflict-event/code/air-strike"


def test_the_generated_files_are_current() -> None:
    assert [path.name for path in generate.stale(generate.generated())] == []
    assert generate.main(["--check"]) == 0


def test_generating_twice_gives_the_same_bytes() -> None:
    assert generate.generated() == generate.generated()


def test_a_stale_file_is_found(tmp_path: Path) -> None:
    old = tmp_path / "namespace.py"
    old.write_text("old")
    assert generate.stale({old: "new", tmp_path / "gone.py": "new"}) == [old, tmp_path / "gone.py"]


def test_prefixes_are_namespaces() -> None:
    assert len(set(PREFIXES.values())) == len(PREFIXES)
    assert all(value.endswith(("#", "/")) for value in PREFIXES.values())


def test_graph_names() -> None:
    assert str(graphs.document("ab12")) == "https://w3id.org/conflict-event/graph/doc/ab12"
    assert graphs.document_key(graphs.document("ab12")) == "ab12"
    assert graphs.document_key(graphs.LINKS) is None
    assert graphs.is_derived(graphs.derived("own-word"))
    assert not graphs.is_derived(graphs.PROPOSITIONS)


@pytest.mark.parametrize("name", ["", "a b", "../x", "a>b", "\u0645"])
def test_a_graph_name_with_foreign_characters_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="not a name for a graph"):
        graphs.document(name)


def test_examples_in_docstrings_hold() -> None:
    assert doctest.testmod(code).attempted > 0
    assert doctest.testmod(code).failed == 0
