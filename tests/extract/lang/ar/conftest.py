"""Readers for single sentences, made once."""

from collections.abc import Callable

import pytest
from spacy.language import Language

from extract.analysis import Analysis
from extract.lang.ar.reader import arabic_pipeline
from extract.record import Record
from tests.extract.lang.ar.reading import analysis_of, record_of


@pytest.fixture(scope="session")
def read() -> Callable[..., Record]:
    return record_of


@pytest.fixture(scope="session")
def analyse() -> Callable[..., Analysis]:
    return analysis_of


@pytest.fixture(scope="session")
def nlp() -> Language:
    return arabic_pipeline()
