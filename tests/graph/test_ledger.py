from __future__ import annotations

from itertools import permutations

import pytest

from graph.ledger import Entry, Ledger, State

SETTLED = {"1": State.SKIPPED, "2": State.STANDS, "3": State.STANDS}


@pytest.mark.parametrize("order", list(permutations(SETTLED)))
def test_the_smallest_that_can_be_extracted_stands_whatever_is_settled_first(
    order: tuple[str, ...],
) -> None:
    with Ledger() as ledger:
        for digest in SETTLED:
            ledger.add(Entry("k", digest, f"{digest}.txt", "a", None, State.MET, ""))
        for digest in order:
            if ledger.is_wanted("k", digest):
                ledger.settle("k", digest, SETTLED[digest])
        ((stands, described),) = ledger.documents()
    assert (stands.digest, stands.source, len(described)) == ("2", "2.txt", 3)


def test_of_several_places_of_one_description_the_first_by_name_is_told() -> None:
    with Ledger() as ledger:
        ledger.add(Entry("k", "1", "m.txt", "a", "0", State.STANDS, ""))
        for source in ("z.txt", "b.txt", "c.txt"):
            (entry,) = ledger.entries("k")
            ledger.again(entry, source)
        ((stands, _),) = ledger.documents()
    assert (stands.source, stands.before) == ("b.txt", "0")
