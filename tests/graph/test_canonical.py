from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import canonical

NAMES = st.sampled_from([ox.NamedNode(f"http://example.org/{n}") for n in "abc"])
LITERALS = st.builds(ox.Literal, st.text(alphabet=st.characters(codec="utf-8"), max_size=8))
QUADS = st.lists(st.builds(ox.Quad, NAMES, NAMES, NAMES | LITERALS, NAMES), max_size=12)


@given(quads=QUADS, data=st.data())
@pytest.mark.parametrize("write", [canonical.nquads, canonical.trig, canonical.turtle])
def test_order_and_repetition_do_not_count(
    write: object, quads: list[ox.Quad], data: st.DataObject
) -> None:
    assert callable(write)
    other = data.draw(st.permutations(quads + quads[:2]))
    assert write(quads) == write(other)


@given(quads=QUADS)
def test_nquads_read_back(quads: list[ox.Quad]) -> None:
    text = canonical.nquads(quads)
    assert set(ox.parse(text, format=ox.RdfFormat.N_QUADS)) == set(quads)
    lines = text.decode().split("\n")[:-1]
    assert lines == sorted(set(lines))
