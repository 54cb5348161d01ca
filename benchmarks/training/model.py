"""The model in training: the encoder in two halves and its heads, in PyTorch."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from benchmarks.training.base import PackedModel
from extract.reader.label import BASES, CERTAINTIES, CLAIMS, KINDS, ROLES, STATUSES, TYPES

LAYERS = 12
ATTENTION_HEADS = 12
INNER = 1536
PAIR = 96

_MATRICES = {"query": "q", "key": "k", "value": "v", "out": "ao", "wide": "fi", "narrow": "fo"}
_NORMS = {"first": "aln", "second": "oln"}


class Layer(nn.Module):
    """One transformer layer, normalised after each half as BERT does it.

    ``dropout`` is the share of what each half adds that is left out in training.
    """

    def __init__(self, width: int, dropout: float) -> None:
        super().__init__()
        self.dropout = nn.Dropout(dropout)
        self.query, self.key, self.value, self.out = (nn.Linear(width, width) for _ in range(4))
        self.wide, self.narrow = nn.Linear(width, INNER), nn.Linear(INNER, width)
        self.first, self.second = (nn.LayerNorm(width, eps=1e-12) for _ in range(2))

    def forward(self, values: Tensor, mask: Tensor) -> Tensor:
        """Values of shape (batch, pieces, width); mask true where a piece is."""
        batch, length, width = values.shape

        def heads(linear: nn.Module) -> Tensor:
            split: Tensor = linear(values).view(batch, length, ATTENTION_HEADS, -1)
            return split.transpose(1, 2)

        seen = functional.scaled_dot_product_attention(
            heads(self.query),
            heads(self.key),
            heads(self.value),
            attn_mask=mask[:, None, None, :],
        )
        seen = self.out(seen.transpose(1, 2).reshape(batch, length, width))
        values = self.first(values + self.dropout(seen))
        inner = self.narrow(functional.gelu(self.wide(values)))
        result: Tensor = self.second(values + self.dropout(inner))
        return result


class Model(nn.Module):
    """The encoder and its heads.

    Args:
        base: The encoder to start from.
        lower: Number of layers that read a window once for all its events.
        dropout: Share of values that the heads do not see in training.
        dropout_of_layers: The same inside the encoder.
    """

    def __init__(
        self, base: PackedModel, lower: int, dropout: float, dropout_of_layers: float = 0.0
    ) -> None:
        super().__init__()
        width = base.width
        self.lower = lower
        words = torch.from_numpy(base.floats("emb.word")).view(-1, width)[base.kept]
        self.words = nn.Embedding.from_pretrained(words, freeze=True)
        positions = torch.from_numpy(base.floats("emb.pos")).view(-1, width)[: base.positions]
        segment = torch.from_numpy(base.floats("emb.type"))[:width]
        self.positions = nn.Parameter(positions + segment, requires_grad=False)
        self.enter = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(width, dropout_of_layers) for _ in range(LAYERS))
        self._fill(base)
        self.mark = nn.Embedding(3, width)
        nn.init.normal_(self.mark.weight, std=0.05)
        self.leave = nn.LayerNorm(width)
        self.dropout = nn.Dropout(dropout)
        self.heads = nn.ModuleDict(
            {
                "anchor": nn.Linear(width, 3),
                "role": nn.Linear(width, 3 * len(ROLES)),
                "basis": nn.Linear(width, len(BASES)),
                "kind": nn.Linear(width, len(KINDS)),
                "certainty": nn.Linear(width, len(CERTAINTIES)),
                "claim": nn.Linear(width, len(CLAIMS)),
                "event_type": nn.Linear(width, len(TYPES)),
                "status": nn.Linear(width, len(STATUSES)),
                "valid": nn.Linear(width, 1),
                "same_one": nn.Linear(width, PAIR),
                "same_other": nn.Linear(width, PAIR),
                "same": nn.Linear(3 * PAIR, 1),
            }
        )

    def _fill(self, base: PackedModel) -> None:
        def put(parameter: Tensor, name: str) -> None:
            parameter.copy_(torch.from_numpy(base.floats(name)).view_as(parameter))

        with torch.no_grad():
            put(self.enter.weight, "emb.ln.w")
            put(self.enter.bias, "emb.ln.b")
            for number, layer in enumerate(self.layers):
                for ours, theirs in {**_MATRICES, **_NORMS}.items():
                    part = getattr(layer, ours)
                    put(part.weight, f"l{number}.{theirs}.w")
                    put(part.bias, f"l{number}.{theirs}.b")

    def read(self, ids: Tensor, mask: Tensor) -> Tensor:
        """The lower half on windows of pieces."""
        values: Tensor = self.enter(self.words(ids) + self.positions[: ids.shape[1]])
        for layer in self.layers[: self.lower]:
            values = layer(values, mask)
        return values

    def think(self, values: Tensor, mask: Tensor, marks: Tensor) -> Tensor:
        """The upper half on windows with marks."""
        values = values + self.mark(marks)
        for layer in self.layers[self.lower :]:
            values = layer(values, mask)
        result: Tensor = self.leave(values)
        return result

    def same(self, one: Tensor, other: Tensor) -> Tensor:
        """Raw score that two events, by the mean of their words, are one."""
        a, b = self.heads["same_one"](one), self.heads["same_other"](other)
        result: Tensor = self.heads["same"](torch.cat([a, b, a * b], -1))
        return result.squeeze(-1)
