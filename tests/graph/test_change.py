"""Documents come and go in any order: what stays depends on which are there, on nothing else."""

from __future__ import annotations

from functools import cache

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.record import (
    Basis,
    Certainty,
    ClaimKind,
    Perpetrator,
    Place,
    Source,
    SourceKind,
)
from graph import canonical, vocabulary
from graph.change import removal, replacement
from graph.mapping import document_dataset
from graph.run import Run
from tests.graph.articles import (
    RUN,
    SENTENCES,
    STARTED,
    MadeUp,
    Text,
    attribution,
    document,
    full_record,
    short_event,
    short_record,
)

TEXT = Text(*SENTENCES)
KINDS = (SourceKind.MEDIA, None, SourceKind.ARMED_GROUP)
LATER = Run(software="conflictkg", version="0.0.1", started=STARTED)


def named(words: str, english: str, kind: SourceKind | None) -> dict[str, object]:
    """A perpetrator that may also speak, and a place, known by words only; documents share them."""
    spot = {**TEXT.found("القوات"), "text": words, "end": 254 + len(words)}
    who = Perpetrator(**spot, canonical_en=english, basis=Basis.STATED_AS_FACT)
    speaker = Source(
        text=words, start=254, end=254 + len(words), canonical_en=english, kind=kind or "official"
    )
    says = attribution(
        TEXT, "قالت", source=speaker, claim=ClaimKind.OCCURRENCE, certainty=Certainty.CERTAIN
    )
    return {
        "perpetrators": [who],
        "place": Place(**TEXT.found("تل الغراب"), canonical_en="Crow Hill"),
        "attributions": [says] if kind else [],
    }


@cache
def versions() -> dict[str, list[list[ox.Quad]]]:
    """Documents by key, each in two versions."""
    found: dict[str, list[list[ox.Quad]]] = {}
    names = ["القوات", "القوّات", "القـوات"]
    for number, words in enumerate(names):
        for run in (RUN, LATER):
            doc = document(id=f"d{number}", publisher=None if number else "صحيفة الضفة")
            english = "Forces" if (number + (run is LATER)) % 2 else "FORCES"
            kind = KINDS[(number + (run is LATER)) % len(KINDS)]
            record = short_record(short_event(TEXT, **named(words, english, kind)), doc=doc)
            quads = vocabulary.quads(document_dataset(record, run=run, entities=MadeUp()))
            found.setdefault(doc.key, []).append(quads)
    for run in (RUN, LATER):
        whole = full_record(document(id="full"))
        quads = vocabulary.quads(document_dataset(whole, run=run, entities=MadeUp()))
        found.setdefault(whole.key, []).append(quads)
    return found


def loaded(steps: list[tuple[str, int | None]]) -> bytes:
    store = ox.Store()
    for key, version in steps:
        if version is None:
            change = removal(store, key)
        else:
            change = replacement(store, key, versions()[key][version])
        if not change.is_empty:
            store.update(change.sparql())
    return canonical.nquads(store)


STEPS = st.lists(
    st.tuples(st.integers(0, 3), st.sampled_from([0, 1, None])), min_size=1, max_size=8
)


@settings(deadline=None, max_examples=60)
@given(steps=STEPS)
def test_any_history_ends_like_a_fresh_load(steps: list[tuple[int, int | None]]) -> None:
    keys = sorted(versions())
    history = [(keys[number], version) for number, version in steps]
    final = {key: version for key, version in dict(history).items() if version is not None}
    assert loaded(history) == loaded(sorted(final.items()))


@pytest.mark.parametrize("order", [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1]])
def test_spellings_of_one_name_are_one_node_with_one_label(order: list[int]) -> None:
    keys = sorted(versions())
    store = ox.Store()
    for number in order:
        store.update(replacement(store, keys[number], versions()[keys[number]][0]).sparql())
    actor = vocabulary.V.Actor
    forces = [
        q.subject
        for q in store.quads_for_pattern(None, vocabulary.V.type, actor, vocabulary.GAZETTEER)
        if any(
            isinstance(label.object, ox.Literal) and label.object.value.casefold() == "forces"
            for label in store.quads_for_pattern(q.subject, vocabulary.V.prefLabel, None)
        )
    ]
    assert len(forces) == 1
    labels = list(store.quads_for_pattern(forces[0], vocabulary.V.prefLabel, None))
    assert sorted(str(q.object.language) for q in labels if isinstance(q.object, ox.Literal)) == [
        "ar",
        "en",
    ]
    others = list(store.quads_for_pattern(forces[0], vocabulary.V.altLabel, None))
    assert len(others) == 3


def test_taking_out_what_is_not_there_changes_nothing() -> None:
    assert removal(ox.Store(), "0" * 16).is_empty
