"""The checks: silent on what is right, and each able to find its fault."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from ontology import check
from ontology.error import UnknownQuestionError

CHECKS = check.names()
FAULTS = Path(__file__).parent / "faults"


def answers(name: str, store: ox.Store) -> list[object]:
    answer = store.query(check.load(name).text)
    assert isinstance(answer, ox.QuerySolutions)
    return list(answer)


def test_every_check_has_its_fault() -> None:
    assert sorted(path.stem for path in FAULTS.glob("*.trig")) == list(CHECKS)


@pytest.mark.parametrize("name", CHECKS)
def test_ontology_codes_and_example_pass(name: str, store: ox.Store) -> None:
    assert answers(name, store) == []


@pytest.mark.parametrize("name", CHECKS)
def test_a_check_finds_its_fault(name: str, fresh_store: ox.Store) -> None:
    fresh_store.load((FAULTS / f"{name}.trig").read_bytes(), format=ox.RdfFormat.TRIG)
    assert answers(name, fresh_store) != []


def test_a_check_says_what_it_finds_in_both_languages() -> None:
    assert check.load("direct-blame").about_en == "Direct blame outside a derived graph."
    for name in CHECKS:
        told = check.load(name)
        assert any("\u0621" <= c <= "\u064a" for c in told.about_ar)
        assert not any("\u0621" <= c <= "\u064a" for c in told.about_en)
        assert told.about_en.endswith(".")
        assert told.about_ar.endswith(".")


def test_an_unknown_check_is_refused() -> None:
    with pytest.raises(UnknownQuestionError, match="no check is named 'luck'"):
        check.load("luck")
