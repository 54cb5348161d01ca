"""Sizes: how large the values are that enter each matrix, on sample articles."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import torch

from benchmarks.training.graph import Sizes
from benchmarks.training.model import Model
from extract.reader.pieces import BEGIN, END
from extract.reader.window import SIZE

MATRICES = ("query", "key", "value", "out", "wide", "narrow")


def sizes(model: Model, windows: Sequence[Sequence[int]]) -> Sizes:
    """The largest value of each channel before each matrix of the upper half.

    Args:
        model: The model.
        windows: Pieces of sample articles.
    """
    found: dict[tuple[int, str], np.ndarray] = {}

    def listener(key: tuple[int, str]) -> Callable[[Any, Any], None]:
        def listen(_: Any, inputs: Any) -> None:
            values = inputs[0].detach().abs().flatten(0, -2).amax(0).numpy()
            found[key] = np.maximum(found[key], values) if key in found else values

        return listen

    upper = list(model.layers)[model.lower :]
    hooks = [
        getattr(layer, name).register_forward_pre_hook(listener((number, name)))
        for number, layer in enumerate(upper)
        for name in MATRICES
    ]
    with torch.no_grad():
        for window in windows:
            ids = torch.tensor([[BEGIN, *window[:SIZE], END]])
            mask = torch.ones_like(ids, dtype=torch.bool)
            model.think(model.read(ids, mask), mask, torch.zeros_like(ids))
    for hook in hooks:
        hook.remove()
    return found
