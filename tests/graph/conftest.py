"""A store with two small articles, an Arabic report and an English denial."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.store import Store

SAMPLES = Path(__file__).parent


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("store")
    with Store.open(folder / "kg", create=True) as opened:
        for key, name in (("aaaaaaaaaaaaaaa1", "ar"), ("bbbbbbbbbbbbbbb2", "en")):
            quads = list(ox.parse(path=str(SAMPLES / f"sample-{name}.trig")))
            opened.replace(key, quads)
        yield opened
