"""The export: a trained model as the files that conflictkg reads."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import torch

from benchmarks.training.base import PackedModel
from benchmarks.training.graph import Sizes, write_exact, write_fast
from benchmarks.training.model import Model
from extract.reader.network import write_card


def export(
    model: Model, base: PackedModel, sizes: Sizes, card: Mapping[str, Any], folder: Path
) -> None:
    """Write the model's files.

    Args:
        model: What was trained.
        base: What it was trained from: its vectors of pieces are shipped as they are.
        sizes: How large the values before the matrices of its upper half are.
        card: What the model says of itself.
        folder: Where to write; made when it is not there.
    """
    folder.mkdir(parents=True, exist_ok=True)
    model.eval()
    (folder / "pieces.model").write_bytes(base.tokenizer())
    scales, nibbles = base.packed_words(base.kept)
    positions = model.positions.detach().numpy().astype(np.float32)
    np.savez(folder / "words.npz", scales=scales, nibbles=nibbles, positions=positions)
    heads: dict[str, Any] = _heads(model)
    np.savez(folder / "heads.npz", **heads)
    layers = list(model.layers)
    write_exact(layers[: model.lower], base.width, folder / "lower.onnx")
    write_fast(layers[model.lower :], base.width, folder / "upper.onnx", sizes)
    write_card(folder, card)


def _heads(model: Model) -> dict[str, np.ndarray]:
    with torch.no_grad():
        found = {"mark": model.mark.weight.numpy()}
        for name, norm in (("enter", model.enter), ("leave", model.leave)):
            found[f"{name}.scale"] = norm.weight.numpy()
            found[f"{name}.offset"] = norm.bias.numpy()
        for name, head in model.heads.items():
            assert isinstance(head, torch.nn.Linear)
            found[f"{name}.w"] = head.weight.numpy().T.copy()
            found[f"{name}.b"] = head.bias.numpy()
    return {name: values.astype(np.float32) for name, values in found.items()}
