"""The lexicon files and their checks."""

import shutil
from pathlib import Path

import pytest

import extract.lang.en.lexicon as package
from extract.lang.en.lexicon import LexiconError, load_lexicon
from extract.lang.en.lexicon.load import read_lexicon

FOLDER = Path(package.__file__).parent


@pytest.fixture
def copy(tmp_path):
    for path in FOLDER.glob("*.yaml"):
        shutil.copy(path, tmp_path)
    return tmp_path


def edit(folder, name, old, new):
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_what_ships_is_valid():
    lexicon = load_lexicon()
    assert len(lexicon.triggers.triggers) > 50
    assert len(lexicon.weapons.weapons) > 25
    assert {p.stem for p in FOLDER.glob("*.yaml")} == set(type(lexicon).model_fields)


def test_on_and_off_are_words_not_truth_values():
    frames = load_lexicon().frames.frames
    assert frames["strike"]["on"] == "target"
    assert frames["strike"]["off"] == "place"


FAULTS = [
    ("triggers.yaml", "pos: noun", "part: noun", "triggers.yaml"),
    ("triggers.yaml", "type: air_strike", "type: air_raid", "triggers.yaml"),
    ("triggers.yaml", "frame: strike", "frame: hitting", "frame"),
    ("weapons.yaml", "canonical: missiles,", "canonical: missiles, colour: red,", "weapons.yaml"),
    ("weapons.yaml", "[torpedo]", "[drone]", "twice"),
    ("frames.yaml", "    object: target\n", "    object: target\n    object: place\n", "twice"),
    ("cues.yaml", "unverified:", "unverified: [", "cues.yaml"),
    ("time.yaml", "monday, tuesday,", "monday,", "time.yaml"),
]


@pytest.mark.parametrize(("name", "old", "new", "told"), FAULTS)
def test_a_fault_is_told_in_one_line(copy, name, old, new, told):
    edit(copy, name, old, new)
    with pytest.raises(LexiconError) as fault:
        read_lexicon(copy)
    assert told in str(fault.value)
    assert "\n" not in str(fault.value)
