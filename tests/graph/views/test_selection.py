"""Filters: which events and claims count, the same in every view."""

from __future__ import annotations

from datetime import date

import pytest

from graph.store import Store
from graph.views import VIEWS, Selection, SelectionError, accusations, actors, claims, events
from graph.views.scope import Scope

ID = "https://w3id.org/conflict-event/id/"
ARABIC = f"{ID}event/aaaaaaaaaaaaaaa1-e1"
ENGLISH = f"{ID}event/bbbbbbbbbbbbbbb2-e1"
SHELLING = f"{ID}event/bbbbbbbbbbbbbbb2-e2"


def shown(store: Store, selection: Selection) -> set[str]:
    graph = events(store, selection)
    return {node for node, fields in graph.nodes(data=True) if fields["kind"] == "event"}


@pytest.mark.parametrize("view", sorted(VIEWS))
def test_no_filter_leaves_everything(store: Store, view: str) -> None:
    whole, same = VIEWS[view](store), VIEWS[view](store, Selection())
    assert dict(whole.nodes(data=True)) == dict(same.nodes(data=True))
    assert list(whole.edges(keys=True)) == list(same.edges(keys=True))


@pytest.mark.parametrize(
    ("selection", "wanted"),
    [
        (Selection(since=date(2031, 3, 4)), {ARABIC}),
        (Selection(until=date(2031, 3, 3)), {ARABIC}),
        (Selection(since=date(2031, 3, 5)), set()),
        (Selection(until=date(2031, 3, 2)), set()),
        (Selection(actor="Mountain Factions"), {ARABIC, ENGLISH}),
        (Selection(actor="فصائل الجبل"), {ARABIC, ENGLISH}),
        (Selection(actor=f"{ID}actor/army"), {SHELLING}),
        (Selection(actor="actor:salem-nour"), {ARABIC}),
        (Selection(place="river base"), {ARABIC, ENGLISH}),
        (Selection(place="River"), {ARABIC, ENGLISH}),
        (Selection(place="River Base", actor=f"{ID}actor/army"), set()),
        (Selection(place="River Base", actor="army"), {ARABIC, ENGLISH}),
        (Selection(certainty="certain"), {ARABIC, ENGLISH}),
    ],
)
def test_events_that_stay(store: Store, selection: Selection, wanted: set[str]) -> None:
    assert shown(store, selection) == wanted


def test_less_sure_claims_do_not_count(store: Store) -> None:
    blame = (f"{ID}actor/mountain-factions", ARABIC)
    assert events(store).has_edge(*blame)
    assert events(store, Selection(certainty="probable")).has_edge(*blame)
    assert not events(store, Selection(certainty="certain")).has_edge(*blame)
    assert actors(store, Selection(certainty="certain")).number_of_edges() == 0


def test_accusations_touch_the_actor_asked_for(store: Store) -> None:
    graph = accusations(store, Selection(actor="Salem Nour"))
    assert {(s, t) for s, t in graph.edges()} == {
        (f"{ID}actor/salem-nour", f"{ID}actor/mountain-factions")
    }


def test_claims_are_those_of_the_events(store: Store) -> None:
    graph = claims(store, Selection(place="River Base"))
    about = {t for _, t, kind in graph.edges(data="kind") if kind == "about"}
    assert about == {ARABIC, ENGLISH}
    assert 0 < graph.number_of_nodes() < claims(store).number_of_nodes()


def test_events_without_a_day_are_counted(store: Store) -> None:
    assert Scope(store, Selection(since=date(2031, 1, 1))).undated == 2
    assert Scope(store).undated == 0


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Selection(date(2020, 1, 2), date(2020, 1, 1)), "before it starts"),
        (lambda: Selection(certainty="sure"), "certain, probable, possible, unstated"),
    ],
)
def test_what_cannot_be_meant_is_refused(make: object, message: str) -> None:
    assert callable(make)
    with pytest.raises(SelectionError, match=message):
        make()


@pytest.mark.parametrize(
    ("selection", "message"),
    [
        (Selection(actor="Nobody"), "no actor is called 'Nobody'"),
        (Selection(place="Atlantis"), "no place is called 'Atlantis'"),
        (Selection(actor=" "), "--actor needs a name"),
    ],
)
def test_an_unknown_name_is_an_error(store: Store, selection: Selection, message: str) -> None:
    with pytest.raises(SelectionError, match=message):
        events(store, selection)
