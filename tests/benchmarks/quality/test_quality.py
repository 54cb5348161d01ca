"""``make quality``: what it measures, what it refuses, and what it says of sets that are absent."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.quality import floors
from benchmarks.quality.__main__ import main
from benchmarks.quality.labelled import find
from benchmarks.quality.tally import Tally
from extract.error import InputError

TEXT = (
    "Strike on Hill Town\n\nA drone hit Hill Town on Monday, killing two people, the army said.\n"
)
LABELS = {
    "id": "en-1",
    "lang": "en",
    "published": "2021-06-30",
    "events": [
        {"id": "e1", "anchor": "A drone hit", "type": "drone_strike", "status": "happened"},
    ],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A labelled set with one article."""
    english = tmp_path / "set" / "en"
    english.mkdir(parents=True)
    (english / "1.json").write_text(json.dumps(LABELS), encoding="utf-8")
    (english / "1.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path / "set"


@pytest.fixture
def nothing(tmp_path: Path) -> Path:
    return tmp_path / "nothing"


def floor(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "floors.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_sets_are_named_after_their_place(folder: Path) -> None:
    (labelled,) = find(folder, "own")
    assert labelled.name == "own/en"
    (article,) = labelled.articles()
    assert article.document.text == TEXT
    assert str(article.document.published) == "2021-06-30"


def test_texts_may_stand_in_a_file_of_lines(folder: Path) -> None:
    (folder / "en" / "1.txt").unlink()
    line = json.dumps({"id": "en-1", "text": TEXT})
    (folder / "texts.jsonl").write_text(line + "\n", encoding="utf-8")
    (labelled,) = find(folder, "own")
    assert [article.document.text for article in labelled.articles()] == [TEXT]


def test_figures_of_every_set_are_reported(
    folder: Path, nothing: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(
        ["--own", str(folder), "--more", str(nothing), "--floors", str(floor(tmp_path, "{}"))]
    )
    out, err = capsys.readouterr()
    assert code == 0
    assert out.startswith("own/en rules: 1 articles")
    assert "own/en hybrid: 1 articles" in out
    assert "all facts" in out
    assert f"not measured: {nothing}" in err


def test_json_gives_the_counts_behind_the_figures(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["--own", str(folder), "--json", "--floors", str(floor(tmp_path, "{}"))])
    event = json.loads(capsys.readouterr().out)["own/en rules"]["event"]
    assert event["owed"] == 1
    assert 0 <= event["right"] <= event["said"]


def test_nothing_measured_is_said_aloud(
    nothing: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "own/ar rules: {facts: 0.5}"
    assert main(["--own", str(nothing), "--floors", str(floor(tmp_path, text))]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert "NOTHING WAS MEASURED" in err
    assert "own/ar rules, which has a floor, is not here" in err


def test_a_figure_below_its_floor_fails(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "own/en rules: {relations: 0.5}"
    assert main(["--own", str(folder), "--floors", str(floor(tmp_path, text))]) == 1
    said = capsys.readouterr().err
    assert "below the floor: own/en rules: relations F1 is 0.000, below its floor 0.500" in said


def test_a_figure_at_its_floor_passes() -> None:
    tally = Tally()
    tally.add("event", 1, 2, 2)
    assert list(floors.shortfalls("own/ar", tally, {"own/ar": {"event": 0.5}})) == []
    assert len(list(floors.shortfalls("own/ar", tally, {"own/ar": {"facts": 0.51}}))) == 1


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("own/ar: {factz: 0.5}", "no field 'factz'"),
        ("own/ar: {facts: 45}", "no F1"),
        ("own/ar: {facts: 0}", "no F1"),
        ("own/ar: 0.5", "own/ar"),
    ],
)
def test_wrong_floors_are_refused(tmp_path: Path, text: str, fault: str) -> None:
    with pytest.raises(InputError, match=fault):
        floors.load(floor(tmp_path, text))


def test_the_floors_of_the_project_can_be_read() -> None:
    floors.load()


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("{", "no JSON"),
        ('{"lang": "en"}', "id"),
        ('{"id": "x", "lang": "en", "events": [{"id": 1}]}', "events.0"),
    ],
)
def test_wrong_labels_end_the_run_with_one_line(
    folder: Path, content: str, fault: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "en" / "1.json").write_text(content, encoding="utf-8")
    assert main(["--own", str(folder)]) == 2
    error = capsys.readouterr().err
    assert fault in error
    assert "1.json" in error
    assert error.count("\n") == 1
