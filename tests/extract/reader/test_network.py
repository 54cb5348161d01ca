"""The model's files: loaded as shipped, refused when damaged, the same whatever the threads."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from extract.reader.network import FOLDER, Network, ReaderUnavailableError
from extract.reader.pieces import Pieces

FILES = ("card.json", "heads.npz", "lower.onnx", "pieces.model", "upper.onnx", "words.npz")


@pytest.fixture(scope="module")
def network() -> Network:
    return Network.load()


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "model"))


def test_files_are_these_and_small_enough() -> None:
    shipped = [file for file in FOLDER.iterdir() if file.is_file()]
    assert sorted(file.name for file in shipped) == sorted(FILES)
    assert sum(file.stat().st_size for file in shipped) < 50_000_000


@pytest.mark.parametrize("name", FILES)
def test_missing_file_is_one_clear_line(copied: Path, name: str) -> None:
    (copied / name).unlink()
    with pytest.raises(ReaderUnavailableError, match="cannot be loaded") as caught:
        Network.load(copied)
    assert "\n" not in str(caught.value)
    assert "--reader rules" in str(caught.value)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("keep", [0, 100])
def test_truncated_file_is_one_clear_line(copied: Path, name: str, keep: int) -> None:
    file = copied / name
    file.write_bytes(file.read_bytes()[:keep])
    with pytest.raises(ReaderUnavailableError) as caught:
        Network.load(copied)
    assert "\n" not in str(caught.value)


def test_other_format_is_refused_by_name(copied: Path) -> None:
    card = json.loads((copied / "card.json").read_text(encoding="utf-8"))
    card["format"] = 99
    (copied / "card.json").write_text(json.dumps(card), encoding="utf-8")
    with pytest.raises(ReaderUnavailableError, match="has format 99"):
        Network.load(copied)


def test_threads_change_nothing(network: Network) -> None:
    cut = network.pieces.cut("قُتل ثلاثة جنود في قصف على قاعدة قرب المدينة، وفق مصدر أمني.")
    marks = np.zeros((1, len(cut.ids) + 2), np.int64)
    marks[0, 3] = 1
    many = Network.load(threads=2)
    results = [one.think(*one.read([cut.ids]), marks) for one in (network, many)]
    np.testing.assert_allclose(results[0], results[1], atol=1e-4)


def test_padding_changes_nothing(network: Network) -> None:
    short = network.pieces.cut("The army said two soldiers died.").ids
    long = network.pieces.cut("The army said two soldiers died. " * 20).ids
    alone, _ = network.read([short])
    beside, _ = network.read([short, long])
    np.testing.assert_allclose(alone[0], beside[0, : len(short) + 2], atol=1e-4)


def test_vocabulary_holds_both_languages() -> None:
    pieces = Pieces(FOLDER / "pieces.model")
    for text in ("قصفت الطائرات قاعدة عسكرية", "Jets bombed a military base"):
        assert 3 not in pieces.cut(text).ids  # the unknown piece
