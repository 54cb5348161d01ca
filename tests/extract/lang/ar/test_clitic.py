"""Clitics: where a word is cut, given the words that are known."""

from __future__ import annotations

import pytest

from extract.lang.ar.clitic import Clitics

KNOWN = frozenset(["الجيش", "صواريخ", "قصف", "بيروت", "مدينه", "قتل", "فصل", "ايران", "وصل"])
KEEP = frozenset(["بعد", "ورشه", "فريق", "كبير"])
SPLIT = frozenset(["فقتل"])
CLITICS = Clitics(KNOWN, KEEP, SPLIT)


@pytest.mark.parametrize(
    ("word", "cuts"),
    [
        ("والجيش", (1,)),
        ("وبالصواريخ", (1, 2)),
        ("وبصواريخ", (1, 2)),
        ("بصواريخ", (1,)),
        ("ببيروت", (1,)),
        ("وأيران", (1,)),
        ("للجيش", (1,)),
        ("وللجيش", (1, 2)),
        ("فقتل", (1,)),
        ("وصل", ()),
        ("فصل", ()),
        ("بعد", ()),
        ("ورشة", ()),
        ("فريق", ()),
        ("كبير", ()),
        ("بيروت", ()),
        ("و", ()),
        ("وه", ()),
        ("", ()),
    ],
)
def test_cuts(word: str, cuts: tuple[int, ...]) -> None:
    assert CLITICS.cuts(word) == cuts


def test_keeping_a_word_stops_the_cut() -> None:
    assert Clitics({"رشه"}, frozenset()).cuts("ورشه") == (1,)
    assert Clitics({"رشه"}, {"ورشه"}).cuts("ورشه") == ()


def test_splitting_a_word_forces_the_cut() -> None:
    known = {"فقتل", "قتل"}
    assert Clitics(known, frozenset()).cuts("فقتل") == ()
    assert Clitics(known, frozenset(), {"فقتل"}).cuts("فقتل") == (1,)
