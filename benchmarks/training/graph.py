"""The halves of the encoder as ONNX graphs, for onnxruntime.

The lower half runs once a window and is kept exact: weights in eight bits, arithmetic in floats.
The upper half runs once an event and is kept fast: arithmetic in eight bits too. A few channels
carry values far larger than the others; they would cost a fifth of the precision, so their size is
moved from the values into the weights first (SmoothQuant, Xiao et al. 2023), after what sample
articles show. That leaves an error of about a twentieth, at less than half the time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from benchmarks.training.model import ATTENTION_HEADS, Layer

Sizes = Mapping[tuple[int, str], np.ndarray]
"""Largest value of each channel that enters a matrix, by number of the layer and matrix."""

_OPSET: Final = 20
_BALANCE: Final = 0.6
"""How much of a channel's size is moved from the values into the weights, 0 to 1."""
_SMALLEST: Final = 1e-4


class _Graph:
    """Nodes and weights in the making."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []

    def weight(self, name: str, values: np.ndarray) -> str:
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def eighth(self, name: str, values: np.ndarray) -> str:
        """A matrix in eight bits, a scale for each column; made whole again when it is loaded."""
        scale = np.abs(values).max(0, keepdims=True) / 127
        self.weight(f"{name}.eighth", np.round(values / scale).astype(np.int8))
        self.weight(f"{name}.scale", scale.astype(np.float32))
        whole = self.node("Cast", [f"{name}.eighth"], f"{name}.cast", to=TensorProto.FLOAT)
        return self.node("Mul", [whole, f"{name}.scale"], name)

    def node(self, kind: str, inputs: Sequence[str], output: str, **how: object) -> str:
        self.nodes.append(helper.make_node(kind, list(inputs), [output], name=output, **how))
        return output


def write_exact(layers: Sequence[Layer], width: int, file: Path) -> None:
    """Write some layers as one graph with weights in eight bits and arithmetic in floats.

    Inputs ``x`` (batch, pieces, width) and ``mask`` (batch, 1, 1, pieces: 0 or far below), output
    ``y`` like ``x``.
    """
    onnx.save(_model(layers, width, None), str(file))


def write_fast(layers: Sequence[Layer], width: int, file: Path, sizes: Sizes) -> None:
    """Write some layers with arithmetic in eight bits; inputs and output as of ``write_exact``.

    Weights take seven bits, so that processors without instructions for this give the same.

    Args:
        layers: The layers.
        width: Width of the encoder.
        file: Where to write.
        sizes: By number in ``layers``: how large the values are that enter each matrix.
    """
    whole = file.with_suffix(".float.onnx")
    onnx.save(_model(layers, width, sizes), str(whole))
    quantize_dynamic(
        str(whole), str(file), per_channel=True, reduce_range=True, weight_type=QuantType.QInt8
    )
    whole.unlink()


def _model(layers: Sequence[Layer], width: int, sizes: Sizes | None) -> onnx.ModelProto:
    graph = _Graph()
    graph.weight("split", np.array([0, 0, ATTENTION_HEADS, width // ATTENTION_HEADS]))
    graph.weight("whole", np.array([0, 0, width]))
    graph.weight("scale", np.array((width // ATTENTION_HEADS) ** -0.5, np.float32))
    values = "x"
    for number, layer in enumerate(layers):
        values = _LayerWriter(graph, layer, number, sizes).write(values)
    graph.node("Identity", [values], "y")
    shape = ["batch", "pieces", width]
    made = helper.make_graph(
        graph.nodes,
        "encoder",
        [
            helper.make_tensor_value_info("x", TensorProto.FLOAT, shape),
            helper.make_tensor_value_info("mask", TensorProto.FLOAT, ["batch", 1, 1, "pieces"]),
        ],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, shape)],
        graph.weights,
    )
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", _OPSET)], ir_version=9)
    onnx.checker.check_model(model)
    return model


class _LayerWriter:
    """Writes one layer."""

    def __init__(self, graph: _Graph, layer: Layer, number: int, sizes: Sizes | None) -> None:
        self._graph = graph
        self._layer = layer
        self._number = number
        self._name = f"layer{number}"
        self._sizes = sizes

    def write(self, values: str) -> str:
        """Add the layer's nodes; returns the name of its output."""
        graph, name = self._graph, self._name
        entering, scale = self._smoothed(["query", "key", "value"], values)
        query = self._heads("query", entering, scale, [0, 2, 1, 3])
        key = self._heads("key", entering, scale, [0, 2, 3, 1])
        value = self._heads("value", entering, scale, [0, 2, 1, 3])
        product = graph.node("MatMul", [query, key], f"{name}.product")
        scaled = graph.node("Mul", [product, "scale"], f"{name}.scaled")
        masked = graph.node("Add", [scaled, "mask"], f"{name}.masked")
        shares = graph.node("Softmax", [masked], f"{name}.shares", axis=-1)
        seen = graph.node("MatMul", [shares, value], f"{name}.seen")
        turned = graph.node("Transpose", [seen], f"{name}.turned", perm=[0, 2, 1, 3])
        joined = graph.node("Reshape", [turned, "whole"], f"{name}.joined")
        first = self._normal("first", values, self._linear("out", *self._smoothed(["out"], joined)))
        wide = self._linear("wide", *self._smoothed(["wide"], first))
        bent = graph.node("Gelu", [wide], f"{name}.gelu")
        narrow = self._linear("narrow", *self._smoothed(["narrow"], bent))
        return self._normal("second", first, narrow)

    def _smoothed(self, parts: list[str], source: str) -> tuple[str, np.ndarray | None]:
        """The values with their largest channels made smaller, and by how much."""
        if self._sizes is None:
            return source, None
        large = self._sizes[self._number, parts[0]]
        weights = [np.abs(self._matrix(part)).max(1) for part in parts]
        heavy = np.maximum(np.max(weights, axis=0), _SMALLEST)
        scale = np.maximum(large, _SMALLEST) ** _BALANCE / heavy ** (1 - _BALANCE)
        scale = (scale / np.exp(np.log(scale).mean())).astype(np.float32)
        name = f"{self._name}.{parts[0]}"
        inverse = self._graph.weight(f"{name}.smoothing", (1 / scale).astype(np.float32))
        return self._graph.node("Mul", [source, inverse], f"{name}.smoothed"), scale

    def _matrix(self, part: str) -> np.ndarray:
        matrix: np.ndarray = getattr(self._layer, part).weight.detach().numpy().T
        return matrix

    def _linear(self, part: str, source: str, scale: np.ndarray | None) -> str:
        graph, name = self._graph, f"{self._name}.{part}"
        values = self._matrix(part)
        if scale is None:
            matrix = graph.eighth(f"{name}.w", values)
        else:
            matrix = graph.weight(f"{name}.w", (values * scale[:, None]).astype(np.float32))
        bias = getattr(self._layer, part).bias.detach().numpy()
        offset = graph.weight(f"{name}.b", bias)
        product = graph.node("MatMul", [source, matrix], f"{name}.product")
        return graph.node("Add", [product, offset], f"{name}.sum")

    def _heads(self, part: str, source: str, scale: np.ndarray | None, order: list[int]) -> str:
        name = f"{self._name}.{part}"
        linear = self._linear(part, source, scale)
        split = self._graph.node("Reshape", [linear, "split"], f"{name}.split")
        return self._graph.node("Transpose", [split], f"{name}.heads", perm=order)

    def _normal(self, part: str, one: str, other: str) -> str:
        graph, name = self._graph, f"{self._name}.{part}"
        weights = getattr(self._layer, part)
        scale = graph.weight(f"{name}.scale", weights.weight.detach().numpy())
        offset = graph.weight(f"{name}.offset", weights.bias.detach().numpy())
        both = graph.node("Add", [one, other], f"{name}.residual")
        return graph.node("LayerNormalization", [both, scale, offset], name, epsilon=1e-12, axis=-1)
