"""Verdicts: the validation report of each loaded document, kept so that it need not be made again.

A verdict holds for the very data and the very shapes that it was made from; it carries a digest of
both. When either has changed, there is no verdict, and the document is to be validated again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

import pyoxigraph as ox

from graph.error import StoreError
from graph.fault import readable
from graph.report import Report, Result, Severity


def digest(quads: Iterable[ox.Quad], shapes: str) -> str:
    """Identify data together with the shapes that judge it.

    Args:
        quads: All that is validated of one document.
        shapes: ``Gate.digest``.
    """
    lines = sorted(f"{q.subject} {q.predicate} {q.object}\n" for q in quads)
    return hashlib.sha256("".join([shapes, *lines]).encode()).hexdigest()


class Verdicts:
    """A folder with one file for each document."""

    def __init__(self, path: Path) -> None:
        """Use the folder ``path``; it is made when the first verdict comes."""
        self.path = path

    def put(self, key: str, digest: str, report: Report) -> None:
        """Keep the report of a document, in place of an older one.

        Raises:
            StoreError: It cannot be written.
        """
        results = [asdict(result) for result in report.results]
        content = {"digest": digest, "results": results, "report": report.shacl}
        file = self._file(key)
        draft = file.with_suffix(".new")
        with _writing(file):
            self.path.mkdir(exist_ok=True)
            draft.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
            draft.replace(file)

    def get(self, key: str, digest: str) -> Report | None:
        """Return the report of a document, or none that was made from just these data.

        A file that cannot be read, or was cut off, is no verdict: the document is validated again.
        """
        try:
            content = json.loads(self._file(key).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        if not isinstance(content, dict) or content.get("digest") != digest:
            return None
        results = [
            Result(**{**found, "severity": Severity(found["severity"])})
            for found in content["results"]
        ]
        return Report(tuple(results), content["report"])

    def keys(self) -> list[str]:
        """Keys of the documents of which there is a verdict, sorted.

        Raises:
            StoreError: The folder cannot be read.
        """
        if not self.path.is_dir():
            return []
        with readable(self.path):
            return sorted(file.name.removesuffix(".json") for file in self.path.glob("*.json"))

    def is_sound(self, key: str) -> bool:
        """Whether the verdict on a document can be read, be it of its present data or older."""
        try:
            content = json.loads(self._file(key).read_text(encoding="utf-8"))
            return self.get(key, content["digest"]) is not None
        except (OSError, ValueError, KeyError, TypeError):
            return False

    def drop(self, key: str) -> None:
        """Forget the report of a document, if there is one.

        Raises:
            StoreError: It cannot be removed.
        """
        with _writing(self._file(key)):
            self._file(key).unlink(missing_ok=True)

    def _file(self, key: str) -> Path:
        return self.path / f"{key}.json"


@contextmanager
def _writing(file: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreError(f"{file}: cannot be written ({error.strerror}); make room") from error
