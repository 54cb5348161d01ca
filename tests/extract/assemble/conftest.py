"""A reader for short articles, made once."""

from collections.abc import Callable

import pytest

from extract.record import Record
from tests.extract.lang.ar.reading import record_of


@pytest.fixture(scope="session")
def read() -> Callable[..., Record]:
    return record_of
