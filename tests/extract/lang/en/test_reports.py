"""Reports: speaker, kind, certainty, what is said."""

import pytest

from extract.analysis import ReportKind
from extract.record import Certainty, ClaimKind, SourceKind

SAYS, CLAIMS = ReportKind.SAYS, ReportKind.CLAIMS
ACCUSES, DENIES, SILENT = ReportKind.ACCUSES, ReportKind.DENIES, ReportKind.SILENT

CASES = [
    ("A drone hit the port, the army said.", "the army", SAYS, Certainty.CERTAIN),
    ("The army said a drone had hit the port.", "The army", SAYS, Certainty.CERTAIN),
    ("A drone hit the port, according to police.", "police", SAYS, Certainty.CERTAIN),
    ("By the ministry's account, a drone hit the port.", "the ministry", SAYS, Certainty.CERTAIN),
    ("Police believe a drone hit the port.", "Police", SAYS, Certainty.PROBABLE),
    ("The army said a drone had probably hit the port.", "The army", SAYS, Certainty.PROBABLE),
    ("The army said a drone may have hit the port.", "The army", SAYS, Certainty.POSSIBLE),
    ("Islamic State claimed the attack on the port.", "Islamic State", CLAIMS, Certainty.CERTAIN),
    (
        "Responsibility for the bombing was claimed by the Taliban.",
        "the Taliban",
        CLAIMS,
        Certainty.CERTAIN,
    ),
    ("The rebels said they had attacked the port.", "The rebels", CLAIMS, Certainty.CERTAIN),
    ("The governor blamed the rebels for the attack.", "The governor", ACCUSES, Certainty.CERTAIN),
    ("The governor accused the rebels of shelling a school.", "The governor", ACCUSES, None),
    ("Iran denied any role in the attack.", "Iran", DENIES, Certainty.DENIED),
    ("The army has not commented on the air strike.", "The army", SILENT, Certainty.UNSTATED),
    ("The army declined to comment on the air strike.", "The army", SILENT, Certainty.UNSTATED),
]


@pytest.mark.parametrize(("text", "speaker", "kind", "certainty"), CASES)
def test_report(read, text, speaker, kind, certainty):
    reports = read(text).reports
    (one,) = [r for r in reports if r.source and r.source.words.text == speaker]
    assert one.kind is kind
    assert certainty is None or one.certainty is certainty


def test_nobody_has_claimed_it(read):
    (one,) = read("No group has claimed responsibility for the bombing.").reports
    assert one.source is None
    assert one.kind is SILENT
    assert one.topic is ClaimKind.RESPONSIBILITY_CLAIM


def test_relayed_speech_names_speaker_and_channel(read):
    text = "The agency quoted a security source as saying that rockets had hit the airport."
    (one,) = read(text).reports
    assert one.source is not None
    assert one.source.words.text == "a security source"
    assert one.source.source_kind is SourceKind.OFFICIAL
    assert [c.words.text for c in one.relayed_by] == ["The agency"]


def test_a_spokesman_speaks_for_somebody(read):
    (one,) = read("A spokesman for the ministry said rockets had hit the airport.").reports
    assert one.on_behalf_of is not None
    assert one.on_behalf_of.words.text == "the ministry"


def test_content_is_the_clause(read):
    text = "Rockets hit the airport, the police chief said on Monday."
    (one,) = read(text).reports
    assert one.content is not None
    assert text[slice(*one.content)] == "Rockets hit the airport"
    assert one.said_on is not None
    assert one.said_on.words.text == "Monday"


def test_an_accusation_names_the_accused(read):
    (one,) = read("The governor blamed the rebels for the attack.").reports
    assert [m.words.text for m in one.accused] == ["the rebels"]


def test_somebody_else_behind_it_is_an_accusation(read):
    (one,) = read("Militants were behind the bombing, the governor said.").reports
    assert one.kind is ACCUSES
    assert [m.words.text for m in one.accused] == ["Militants"]


def test_himself_behind_it_is_a_claim(read):
    (one,) = read("The group said it was behind the bombing.").reports
    assert one.kind is CLAIMS


def test_a_hedge_without_speaker_is_the_outlets(read):
    (one,) = read("A drone reportedly hit the port.").reports
    assert one.source is None
    assert one.certainty is Certainty.PROBABLE


def test_what_could_not_be_verified(read):
    reports = read("Jets bombed the village. The report could not be verified.").reports
    assert [r.certainty for r in reports] == [Certainty.UNSTATED]


@pytest.mark.parametrize(
    "text",
    ["The army carried the wounded to a hospital after the attack.", "A drone hit the port."],
)
def test_what_is_no_report(read, text):
    assert read(text).reports == []


def test_a_noun_may_report(read):
    (one,) = read("There was no sign of the group's claim that it had attacked a ship.").reports
    assert one.source is not None
    assert "group" in one.source.words.text
    assert one.cue.text == "claim"
