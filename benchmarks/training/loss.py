"""The loss: how far the model's answers are from the right ones, over all heads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import torch
from torch import Tensor
from torch.nn import functional

from benchmarks.training.model import Model
from benchmarks.training.sequence import Batch, Marked, Unmarked
from extract.reader.label import CLAIMS, ROLES
from extract.reader.pieces import BEGIN, END, PAD

_SIDES: Final = ("basis", "kind", "certainty")


class Tallies:
    """Sums of losses by head, each with the number of answers behind it."""

    def __init__(self) -> None:
        self._sums: dict[str, Tensor] = {}
        self._counts: dict[str, int] = {}

    def add(self, head: str, value: Tensor, count: int = 1) -> None:
        """Add the loss of some answers."""
        self._sums[head] = self._sums[head] + value if head in self._sums else value
        self._counts[head] = self._counts.get(head, 0) + count

    def means(self) -> dict[str, Tensor]:
        """Mean loss of each head."""
        return {head: total / max(1, self._counts[head]) for head, total in self._sums.items()}


def losses(model: Model, batch: Batch, rare: float) -> dict[str, Tensor]:
    """Mean loss of each head on a batch.

    Args:
        model: The model.
        batch: What it reads.
        rare: Weight of pieces with a label against those without.
    """
    with torch.autocast("cpu", dtype=torch.bfloat16):
        thought = _think(model, batch)
    thought = model.dropout(thought.float())
    weights = torch.tensor([1.0, rare, rare])
    told = Tallies()
    for row, sequence in zip(thought, batch.sequences, strict=True):
        values = row[1 : len(sequence.marks) + 1]
        if isinstance(sequence, Unmarked):
            scores = model.heads["anchor"](values)
            each = functional.cross_entropy(scores, sequence.labels, weights, reduction="none")
            told.add("anchor", (each * sequence.weight).sum(), len(values))
        else:
            _event(model, sequence, values, told)
            _words(model, sequence, values, weights, told)
    return told.means()


def total(means: Mapping[str, Tensor], shares: Mapping[str, float]) -> Tensor:
    """The weighted sum."""
    return torch.stack([shares[head] * value for head, value in means.items()]).sum()


def _event(model: Model, sequence: Marked, values: Tensor, told: Tallies) -> None:
    mine = values[sequence.anchor].mean(0)
    right = torch.tensor([float(sequence.valid)])
    told.add(
        "valid", functional.binary_cross_entropy_with_logits(model.heads["valid"](mine), right)
    )
    for pieces, same in sequence.same:
        score = model.same(mine, values[pieces].mean(0))
        told.add(
            "same", functional.binary_cross_entropy_with_logits(score, torch.tensor(float(same)))
        )
    if sequence.types is not None:
        odds = functional.log_softmax(model.heads["event_type"](mine), -1)
        told.add("event_type", -(sequence.types * odds).sum())
        status = torch.tensor([sequence.status])
        told.add("status", functional.cross_entropy(model.heads["status"](mine)[None], status))


def _words(model: Model, sequence: Marked, values: Tensor, weights: Tensor, told: Tallies) -> None:
    if sequence.labels is None or sequence.weight is None:
        return
    scores = model.heads["role"](values).view(-1, 3)
    each = functional.cross_entropy(scores, sequence.labels.view(-1), weights, reduction="none")
    told.add("role", (each.view(-1, len(ROLES)) * sequence.weight).sum(), len(values))
    for head in _SIDES:
        for pieces, label in sequence.sides[head]:
            if pieces:
                score = model.heads[head](values[pieces]).mean(0)[None]
                told.add(head, functional.cross_entropy(score, torch.tensor([label])))
    for pieces, kinds in sequence.claims:
        if pieces:
            right = torch.zeros(len(CLAIMS))
            right[list(kinds)] = 1
            score = model.heads["claim"](values[pieces]).mean(0)
            told.add("claim", functional.binary_cross_entropy_with_logits(score, right))


def _think(model: Model, batch: Batch) -> Tensor:
    """What the model makes of every sequence: shape (sequences, pieces + 2, width)."""
    ids = _padded([(BEGIN, *window, END) for window in batch.windows], PAD)
    mask = ids != PAD
    lower = model.read(ids, mask)
    rows = torch.tensor([sequence.window for sequence in batch.sequences])
    marks = torch.zeros(len(rows), ids.shape[1], dtype=torch.long)
    for row, sequence in zip(marks, batch.sequences, strict=True):
        row[1 : len(sequence.marks) + 1] = sequence.marks
    return model.think(lower[rows], mask[rows], marks)


def _padded(rows: Sequence[Sequence[int]], filler: int) -> Tensor:
    longest = max(map(len, rows))
    return torch.tensor([[*row, *[filler] * (longest - len(row))] for row in rows])
