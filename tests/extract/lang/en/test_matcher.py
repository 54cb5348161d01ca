"""Names are found where spaCy's own tokenizer and phrase matcher would find them."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.matcher import PhraseMatcher

from extract.actors import ActorBase
from extract.gazetteer import Gazetteer
from extract.lang.en.matcher import NameMatcher, words_of
from extract.lang.en.pipeline import load_pipeline

ARTICLES = sorted((Path(__file__).parents[4] / "data" / "articles").glob("*.txt"))
ODD = "the ISLAMIC  State in\nIraq; Islamic\nState, Deir ez-Zor, deir ez - zor's U.S. army. Cannot."

ENDS = ["in the Syrian", "Islamic State", "near Deir", "The United", "Homs", ""]


def names() -> list[str]:
    known = {name.text for name in ActorBase.load().names("en")}
    return sorted(known | {name for name, _ in Gazetteer.load().names("en")})


def test_names_are_cut_into_words_as_spacy_cuts_them() -> None:
    nlp = load_pipeline()
    known = [*names(), "Cannot", "al-Id", "", " ", "two  blanks", "Wed", "Qa'im", "non-existent 3"]
    assert len(known) > 30_000
    cut = [name for name in known if words_of(nlp, name) != [t.text for t in nlp.make_doc(name)]]
    assert cut == []


@pytest.mark.parametrize("cased", [False, True])
def test_the_same_names_are_found_as_by_the_phrase_matcher(cased: bool) -> None:
    nlp, known = load_pipeline(), names()
    model = PhraseMatcher(nlp.vocab, attr="ORTH" if cased else "LOWER")
    model.add("name", [nlp.make_doc(name) for name in known])
    matcher = NameMatcher(nlp, known, cased=cased)
    found = 0
    for text in [ODD, *ENDS, *(file.read_text(encoding="utf-8") for file in ARTICLES)]:
        doc = nlp.make_doc(text)
        spans = matcher(doc)
        found += len(spans)
        assert sorted((s.start, s.end) for s in spans) == sorted((a, b) for _, a, b in model(doc))
    assert found > 20
