"""Shared by the tests of reading."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

import pytest

from extract.document import Document
from extract.error import Skipped
from extract.reading import Metadata, read

Items = list[Document | Skipped]


@pytest.fixture
def file(tmp_path: Path) -> Callable[[str, bytes | str | object], str]:
    """Writes a file below tmp_path (bytes as they are, text as UTF-8, else as JSON): its path."""

    def write(name: str, content: object) -> str:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not isinstance(content, bytes | str):
            content = json.dumps(content, ensure_ascii=False)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return str(path)

    return write


@pytest.fixture
def items() -> Callable[..., Items]:
    def collect(*inputs: str, stdin: bytes | None = None, **defaults: object) -> Items:
        stream = None if stdin is None else BytesIO(stdin)
        return list(read(inputs, defaults=Metadata(**defaults), stdin=stream))  # type: ignore[arg-type]

    return collect


@pytest.fixture
def document(items: Callable[..., Items]) -> Callable[..., Document]:
    """The only document of an input."""

    def one(*inputs: str, **options: object) -> Document:
        found = items(*inputs, **options)
        assert [type(item) for item in found] == [Document], [str(item) for item in found]
        assert isinstance(found[0], Document)
        return found[0]

    return one


@pytest.fixture
def refusal(items: Callable[..., Items]) -> Callable[..., Skipped]:
    """The only thing that came of an input, a refusal on one line."""

    def one(*inputs: str, **options: object) -> Skipped:
        found = items(*inputs, **options)
        assert [type(item) for item in found] == [Skipped], [str(item) for item in found]
        assert isinstance(found[0], Skipped)
        assert len(str(found[0]).splitlines()) == 1
        assert ":" in found[0].reason  # what is wrong: what puts it right
        return found[0]

    return one


@pytest.fixture
def lines() -> Callable[[Sequence[object]], bytes]:
    """JSON lines of objects; bytes stand for themselves."""

    def join(articles: Sequence[object]) -> bytes:
        return b"".join(
            (article if isinstance(article, bytes) else json.dumps(article).encode()) + b"\n"
            for article in articles
        )

    return join
