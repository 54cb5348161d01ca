"""The labelled articles: every label is a word of its text, and of a known kind."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from extract.record import (
    Basis,
    Certainty,
    ClaimKind,
    EventStatus,
    EventType,
    RelationKind,
    TargetKind,
)

FOLDER = Path(__file__).parents[2] / "data" / "labelled"
FILES = sorted(FOLDER.glob("*/*.json"))
HELD = {
    line
    for line in (FOLDER / "held.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
}
_DAY = r"\d{4}(-\d\d(-\d\d)?)?"
DAY = re.compile(rf"(\.\.|{_DAY})(/(\.\.|{_DAY}))?")
NAMED = {"perpetrators": Basis, "targets": TargetKind, "weapons": None, "launched_from": None}


def label(file: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return loaded


def test_they_are_all_here() -> None:
    assert len(FILES) >= 1150
    assert {file.parent.name for file in FILES} == {"ar", "en"}
    assert len({label(file)["id"] for file in FILES}) == len(FILES)


def test_held_articles_exist_in_both_languages() -> None:
    ids = {label(file)["id"] for file in FILES}
    assert ids >= HELD
    assert {one[:2] for one in HELD} == {"ar", "en"}
    assert 80 <= len(HELD) <= len(FILES) / 4


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_labels_are_words_of_the_text(file: Path) -> None:
    found = label(file)
    text = file.with_suffix(".txt").read_text(encoding="utf-8")
    assert found["id"] == f"{file.parent.name}-{file.stem}"
    assert text.startswith(found["title"])
    for place, words in words_of(found):
        assert words in text, place


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_labels_are_of_known_kinds(file: Path) -> None:
    found = label(file)
    ids = [event["id"] for event in found["events"]]
    assert len(set(ids)) == len(ids)
    for event in found["events"]:
        for kind in (event["type"], *(event.get("type_alt") or [])):
            EventType(kind)
        EventStatus(event["status"])
        assert event["date"] is None or DAY.fullmatch(event["date"])
        for one in event["perpetrators"]:
            Basis(one["basis"])
        for one in event["targets"]:
            TargetKind(one["kind"])
        for one in event["attributions"]:
            ClaimKind(one["claim"])
            Certainty(one["certainty"])
        assert event["caused_by"] is None or event["caused_by"] in ids
    for relation in found["relations"]:
        RelationKind(relation["kind"])


def words_of(found: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Every label that must stand in the text, with its path."""
    for event in found["events"]:
        yield f"{event['id']}.anchor", event["anchor"]
        yield from ((f"{event['id']}.again", words) for words in event.get("again") or [])
        if event["place"]:
            yield f"{event['id']}.place", event["place"]["name"]
        for role in NAMED:
            for one in event[role]:
                words = one.get("text") or one.get("name")
                if words:
                    yield f"{event['id']}.{role}", words
        for toll in ("killed", "wounded"):
            if event[toll] and event[toll].get("text"):
                yield f"{event['id']}.{toll}", event[toll]["text"]
        for one in event["attributions"]:
            for part in ("source_text", "cue"):
                if one.get(part):
                    yield f"{event['id']}.attributions.{part}", one[part]
