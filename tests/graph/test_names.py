"""Short names of IRIs and the choice of a label."""

from __future__ import annotations

import pytest

from graph.names import Label, short

BASE = "https://w3id.org/conflict-event/"


@pytest.mark.parametrize(
    ("iri", "expected"),
    [
        (f"{BASE}id/actor/us-dod", "actor:us-dod"),
        (f"{BASE}id/doc/0a#char=1,2", "doc:0a#char=1,2"),
        (f"{BASE}ns#claimant", "cev:claimant"),
        ("http://purl.org/dc/terms/title", "dct:title"),
        (f"{BASE}ns#", f"{BASE}ns#"),
        ("https://example.org/x", "https://example.org/x"),
    ],
)
def test_short_names(iri: str, expected: str) -> None:
    assert short(iri) == expected


@pytest.mark.parametrize(
    ("label", "lang", "expected"),
    [
        (Label("ا", "a"), "ar", "ا"),
        (Label("ا", "a"), "en", "a"),
        (Label("", "a"), "ar", "a"),
        (Label("ا", ""), "en", "ا"),
        (Label(), "en", ""),
    ],
)
def test_the_other_language_steps_in(label: Label, lang: str, expected: str) -> None:
    assert label.best(lang) == expected
