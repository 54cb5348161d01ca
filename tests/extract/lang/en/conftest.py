"""A reader for single sentences."""

from collections.abc import Callable
from datetime import date

import pytest

from extract.analysis import Analysis
from extract.document import Document
from extract.lang.en import EnglishReader

FRIDAY = date(2024, 3, 15)
_READER = EnglishReader()


@pytest.fixture(scope="session")
def read() -> Callable[..., Analysis]:
    def run(text: str, published: date | None = FRIDAY) -> Analysis:
        return _READER(Document(id="t", text=text, lang="en", published=published))

    return run
