"""The quarantine: documents that the shapes refused, each kept with the reason and all its data."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from extract.record import Record
from graph.error import StoreError


class Quarantine:
    """A folder that holds one folder for each document refused.

    In it stand ``record.json``, ``report.txt`` and, when the record could be mapped, ``report.ttl``
    and ``data.trig``.
    """

    def __init__(self, path: Path) -> None:
        """Use the folder ``path``; it is made when the first document comes."""
        self.path = path

    def keys(self) -> list[str]:
        """Keys of the documents held, sorted."""
        if not self.path.is_dir():
            return []
        return sorted(
            folder.name
            for folder in self.path.iterdir()
            if (folder / "record.json").is_file() and not folder.name.startswith(".")
        )

    def put(self, record: Record, files: Mapping[str, bytes]) -> Path:
        """Keep a document, in place of what was kept of it before.

        Args:
            record: What was extracted.
            files: Further files by name: the report and the data.

        Returns:
            The folder of the document.

        Raises:
            StoreError: It cannot be written.
        """
        folder = self.path / record.key
        draft = self.path / f".{record.key}"
        with _writing(folder):
            shutil.rmtree(draft, ignore_errors=True)
            draft.mkdir(parents=True)
            for name, content in sorted(files.items()):
                (draft / name).write_bytes(content)
            text = record.model_dump_json(indent=1) + "\n"
            (draft / "record.json").write_text(text, encoding="utf-8")
            shutil.rmtree(folder, ignore_errors=True)
            draft.rename(folder)
        return folder

    def release(self, key: str) -> None:
        """Drop what is kept of a document, if anything.

        Raises:
            StoreError: It cannot be removed.
        """
        folder = self.path / key
        if folder.is_dir():
            with _writing(folder):
                shutil.rmtree(folder)

    def record(self, key: str) -> Record:
        """Read the record of a document held.

        Raises:
            StoreError: It is not held.
        """
        file = self.path / key / "record.json"
        if key not in self.keys():
            raise StoreError(f"{self.path}: no document «{key}» in quarantine")
        return Record.model_validate_json(file.read_text(encoding="utf-8"))


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreError(
            f"{folder}: the quarantine cannot be written ({error.strerror}); make room"
        ) from error
