"""The document: identity by content and origin."""

from __future__ import annotations

import hashlib
import re
from dataclasses import FrozenInstanceError, replace

import pytest

from extract.document import Document

BASE = Document(
    id="a1", text="قصف الجيش البلدة.", lang="ar", publisher="صحيفة", url="https://n.example/1"
)


def test_hash_of_the_text_is_that_of_its_utf8() -> None:
    assert BASE.text_sha256 == hashlib.sha256(BASE.text.encode()).hexdigest()


def test_key_has_sixteen_hex_digits() -> None:
    assert re.fullmatch(r"[0-9a-f]{16}", BASE.key)


@pytest.mark.parametrize(
    "change",
    [{"text": "قصف الجيش البلدة"}, {"url": "https://n.example/2"}],
)
def test_other_content_or_address_is_another_document(change: dict[str, str]) -> None:
    assert replace(BASE, **change).key != BASE.key


@pytest.mark.parametrize(
    "change",
    [{"title": "عنوان"}, {"source": "b.jsonl:3"}, {"lang": "en"}, {"id": "other"}],
)
def test_how_it_was_read_does_not_change_the_key(change: dict[str, str]) -> None:
    assert replace(BASE, **change).key == BASE.key


@pytest.mark.parametrize("change", [{"publisher": "أخرى"}, {"id": "a2"}])
def test_without_address_publisher_and_id_tell_documents_apart(change: dict[str, str]) -> None:
    base = replace(BASE, url=None)
    assert replace(base, **change).key != base.key


def test_publisher_and_id_do_not_run_together() -> None:
    first = replace(BASE, url=None, publisher="ab", id="c")
    assert replace(first, publisher="a", id="bc").key != first.key


def test_a_document_is_not_changed_in_place() -> None:
    with pytest.raises(FrozenInstanceError):
        BASE.text = ""  # type: ignore[misc]
