"""Fitting: the loop that makes a model of examples."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence

import torch

from benchmarks.training.base import PackedModel
from benchmarks.training.example import Example
from benchmarks.training.loss import losses, total
from benchmarks.training.model import Model
from benchmarks.training.sequence import batch
from benchmarks.training.settings import Settings
from graph.command.output import say

_JITTER = 80  # pieces by which articles of like length change places from epoch to epoch


def fit(base: PackedModel, examples: Sequence[Example], settings: Settings) -> Model:
    """Train a model. The same examples and settings on the same machine give the same model."""
    torch.manual_seed(settings.seed)
    chance = random.Random(settings.seed)
    model = Model(base, settings.lower_layers, settings.dropout, settings.dropout_of_layers)
    for frozen in (model.words, model.enter, *model.layers[: settings.frozen_layers]):
        frozen.requires_grad_(False)
    encoder = [p for p in model.layers.parameters() if p.requires_grad]
    others = [
        p for name, p in model.named_parameters() if p.requires_grad and "layers." not in name
    ]
    optimizer = torch.optim.AdamW(
        [
            {"params": encoder, "lr": settings.rate},
            {"params": others, "lr": settings.rate_of_heads},
        ],
        weight_decay=settings.decay,
    )
    steps = -(-len(examples) // settings.articles_a_step) * settings.epochs
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer,
        [settings.rate, settings.rate_of_heads],
        total_steps=steps + 1,
        pct_start=settings.warm_up,
    )
    mean_of_steps = Mean(model)
    steps_to_come = round(steps * (1 - settings.averaged))
    model.train()
    for epoch in range(1, settings.epochs + 1):
        started, sums = time.monotonic(), 0.0
        for group in _groups(examples, chance, settings.articles_a_step):
            means = losses(model, batch(group, chance, settings.events_a_window), settings.rare)
            loss = total(means, settings.shares)
            loss.backward()
            torch.nn.utils.clip_grad_norm_([*encoder, *others], settings.clip)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad(set_to_none=True)
            sums += float(loss.detach())
            steps_to_come -= 1
            if steps_to_come < 0:
                mean_of_steps.take()
        mean = sums * settings.articles_a_step / len(examples)
        took = time.monotonic() - started
        say(f"epoch {epoch} of {settings.epochs}: loss {mean:.3f}, {took:.0f} s")
    mean_of_steps.put()
    model.eval()
    return model


class Mean:
    """The mean of a model's weights over the last steps, which generalises better than the last.

    After Izmailov et al., "Averaging Weights Leads to Wider Optima and Better Generalization",
    UAI 2018.
    """

    def __init__(self, model: Model) -> None:
        self._weights = [p for p in model.parameters() if p.requires_grad]
        self._sums: list[torch.Tensor] = []
        self._count = 0

    def take(self) -> None:
        """Add the weights as they are."""
        self._sums = self._sums or [torch.zeros_like(weight) for weight in self._weights]
        self._count += 1
        for added, weight in zip(self._sums, self._weights, strict=True):
            added += weight.detach()

    def put(self) -> None:
        """Give the model the mean; leaves it alone when nothing was taken."""
        with torch.no_grad():
            for weight, added in zip(self._weights, self._sums, strict=False):
                weight.copy_(added / self._count)


def _groups(
    examples: Sequence[Example], chance: random.Random, size: int
) -> Iterator[list[Example]]:
    """Articles of like length together, the groups in a new order each time."""
    ordered = sorted(examples, key=lambda one: len(one.cut.ids) + chance.random() * _JITTER)
    groups = [ordered[i : i + size] for i in range(0, len(ordered), size)]
    chance.shuffle(groups)
    yield from groups
