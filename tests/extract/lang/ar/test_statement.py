"""What is said of a target that a relative clause recalls, and how sure a speaker is of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extract.record import Certainty, ClaimKind, Record

Read = Callable[..., Record]

STRIKE = "شن الجيش غارة على مستودعات قرب حمص أمس. "


def test_what_is_said_of_a_target_is_no_word_on_the_act(read: Read) -> None:
    said = "قال المتحدث باسم الجيش إن المستودعات التي استهدفناها كانت تستخدم لتخزين الصواريخ."
    record = read(STRIKE + said)
    claims = [one for one in record.events[0].attributions if one.claim is ClaimKind.TARGET]
    assert [one.about for one in claims] == [[]]
    assert claims[0].claimed_value is not None
    assert claims[0].claimed_value.startswith("المستودعات التي استهدفناها كانت")


def test_what_was_done_to_us_is_not_what_we_did(read: Read) -> None:
    said = "قال الوزير إن المواقع التي استهدفناها كانت مرتبطة بالمسيرات التي شنت هجوما على قواتنا."
    record = read(STRIKE + said)
    assert len(record.events) == 2
    answered = next(event for event in record.events if event.type.value == "drone_strike")
    assert [target.text for target in answered.targets] == ["قواتنا"]
    assert "قواتنا" not in [target.text for target in record.events[0].targets]


SURENESS = [
    ("قال الوزير «نحن على يقين بأن التنظيم قصف البلدة».", "نحن على يقين", Certainty.CERTAIN),
    ("قال الوزير إن من المحتمل أن التنظيم قصف البلدة.", "من المحتمل", Certainty.POSSIBLE),
    ("قال الوزير إن التنظيم قصف البلدة.", "قال", Certainty.CERTAIN),
]


@pytest.mark.parametrize(("text", "cue", "certainty"), SURENESS)
def test_the_cue_is_what_shows_the_certainty(
    read: Read, text: str, cue: str, certainty: Certainty
) -> None:
    said = [one for event in read(text).events for one in event.attributions if one.source]
    assert {(one.cue, one.certainty) for one in said} == {(cue, certainty)}


def test_the_day_of_speech_holds_for_all_that_is_said_in_the_sentence(read: Read) -> None:
    text = (
        "قال المتحدث، اليوم الأربعاء، إن القاعدة تعرضت لقصف صاروخي، "
        "ومن المحتمل أن الميليشيات أطلقت الصواريخ."
    )
    said = [one for event in read(text).events for one in event.attributions if one.source]
    assert {one.certainty for one in said} == {Certainty.CERTAIN, Certainty.POSSIBLE}
    assert {one.said_on for one in said} == {"2024-05-15"}
