"""Channels: the medium between a speaker and the outlet."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extract.record import Record

Read = Callable[..., Record]

THROUGH = [
    ("قال المتحدث باسم الجيش، عبر «تويتر»، إن طائرة قصفت موقعا قرب حمص.", "twitter"),
    ("قال مصدر أمني لوكالة رويترز إن مسلحين هاجموا حاجزا قرب كركوك.", "reuters"),
    ("كتب الوزير في حسابه على فيسبوك أن غارة استهدفت مستودعا في مصراتة.", "facebook"),
    ("أعلنت الجماعة عبر تلغرام أن مقاتليها هاجموا ثكنة في بوركينا فاسو.", "telegram"),
]


@pytest.mark.parametrize(("text", "medium"), THROUGH)
def test_a_medium_before_what_is_said_is_a_channel(read: Read, text: str, medium: str) -> None:
    said = [one for event in read(text).events for one in event.attributions]
    assert said
    assert {channel.entity for one in said for channel in one.relayed_by} == {medium}


DIRECT = [
    "قال المتحدث باسم الجيش إن طائرة قصفت مقر وكالة رويترز في غزة.",
    "قالت وكالة رويترز إن مسلحين هاجموا حاجزا قرب كركوك.",
]


@pytest.mark.parametrize("text", DIRECT)
def test_a_medium_elsewhere_is_none(read: Read, text: str) -> None:
    said = [one for event in read(text).events for one in event.attributions]
    assert said
    assert not any(one.relayed_by for one in said)


def test_what_is_told_to_the_outlet_itself_came_through_no_channel(read: Read) -> None:
    text = "قال مصدر أمني لوكالة رويترز إن مسلحين هاجموا حاجزا قرب كركوك."
    said = [one for event in read(text, publisher="Reuters").events for one in event.attributions]
    assert said
    assert not any(one.relayed_by for one in said)
