"""``conflictkg validate``: files and stores against the shapes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import SH

from tests.graph.command.conftest import Run

SAMPLE = Path(__file__).parents[1] / "sample-en.trig"


def test_the_samples_of_these_tests_conform(run: Run) -> None:
    samples = sorted(SAMPLE.parent.glob("sample-*.trig"))
    assert len(samples) == 2
    for sample in samples:
        result = run("validate", sample)
        assert result.exit_code == 0, result.stdout
        assert result.stdout.startswith("violation: 0")


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """The English sample with a quote that is not as long as its offsets say."""
    text = SAMPLE.read_text(encoding="utf-8")
    assert text.count("cev:end 81 ;") == 1
    file = tmp_path / "broken.trig"
    file.write_text(text.replace("cev:end 81 ;", "cev:end 80 ;"), encoding="utf-8")
    return file


def test_a_violation_is_exit_code_1_and_named(run: Run, broken: Path) -> None:
    result = run("validate", broken)
    assert result.exit_code == 1
    assert "violation: 0" not in result.stdout
    assert "#char=0,81" in result.stdout


def test_json(run: Run, broken: Path) -> None:
    result = run("validate", broken, "--format", "json")
    data = json.loads(result.stdout)
    assert (result.exit_code, data["passed"]) == (1, False)
    (violation,) = [r for r in data["results"] if r["severity"] == "violation"]
    assert violation["value"].endswith("#char=0,81")


def test_turtle_is_a_shacl_report(run: Run, broken: Path) -> None:
    result = run("validate", broken, "--format", "turtle")
    report = rdflib.Graph().parse(data=result.stdout, format="turtle")
    assert (None, SH.resultSeverity, SH.Violation) in report


def test_a_store_is_checked_document_by_document(run: Run, store: Path) -> None:
    result = run("validate", "--store", store)
    assert result.exit_code == 0, result.stdout
    assert result.stdout.startswith("violation: 0")


def test_the_shapes_speak_arabic_too(run: Run, broken: Path) -> None:
    assert run("validate", broken, "--lang", "ar").stdout.startswith("مخالفة")


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("x.csv", "a,b", "name it .trig, .nq, .ttl, .nt"),
        ("x.ttl", "<urn:a> <urn:b> .", "is not valid RDF"),
        ("missing.ttl", None, "cannot be read"),
    ],
)
def test_files_that_are_no_rdf_are_one_line(
    run: Run, tmp_path: Path, name: str, content: str | None, message: str
) -> None:
    file = tmp_path / name
    if content is not None:
        file.write_text(content, encoding="utf-8")
    result = run("validate", file)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_file_and_a_store_at_once_is_wrong_use(run: Run, store: Path) -> None:
    assert run("validate", SAMPLE, "--store", store).exit_code == 2
    assert run("validate").exit_code == 2
