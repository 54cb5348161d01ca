"""Examples: where labelled words stand, and what is left open."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.quality.labelled import LabelledSet
from benchmarks.training.example import Example, example, occurrences
from extract.extractor import Extractor
from extract.reader.label import Role
from extract.reader.network import FOLDER
from extract.reader.pieces import Pieces

OWN = Path(__file__).parents[3] / "data" / "labelled"


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        pytest.param("قصف الجيش بصاروخ ثم صاروخ", "صاروخ", ["بصاروخ", "صاروخ"], id="proclitic"),
        pytest.param("the army and armymen", "army", ["army"], id="whole-words"),
        pytest.param("armymen", "army", ["army"], id="better-than-nothing"),
        pytest.param("nothing here", "army", [], id="absent"),
        pytest.param("nothing here", None, [], id="no-words"),
    ],
)
def test_occurrences(text: str, words: str | None, found: list[str]) -> None:
    places = occurrences(text, words)
    assert len(places) == len(found)
    assert all(text[start:end] == words for start, end in places)


@pytest.fixture(scope="module")
def examples() -> list[tuple[str, Example]]:
    extract, pieces = Extractor(), Pieces(FOLDER / "pieces.model")
    articles = list(LabelledSet("own", OWN / "ar").articles())[:12]
    articles += list(LabelledSet("own", OWN / "en").articles())[:6]
    return [(a.document.text, example(a, extract(a.document), pieces)) for a in articles]


def test_labelled_words_are_found_in_the_text(examples: list[tuple[str, Example]]) -> None:
    seen = 0
    for text, one in examples:
        for told in one.told:
            assert text[slice(*told.anchor)] == told.event.anchor
            for thing in told.event.perpetrators:
                if thing.written:
                    seen += 1
                    places = told.places[Role.PERPETRATOR]
                    assert any(text[slice(*place)] == thing.written for place in places)
    assert seen > 10


def test_other_occurrences_teach_nothing(examples: list[tuple[str, Example]]) -> None:
    for _, one in examples:
        for told in one.told:
            for role in Role:
                assert not set(told.open[role]) & set(told.places[role])


def test_rules_events_are_tied_to_labelled_ones(examples: list[tuple[str, Example]]) -> None:
    owed = [guess.owed for _, one in examples for guess in one.guessed if guess.owed]
    assert len(owed) > 10
    assert len({id(one) for one in owed}) == len(owed)
