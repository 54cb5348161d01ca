"""Who speaks: behind what is said, by a pronoun, for somebody; whom they blame."""

import pytest

from extract.analysis import ReportKind
from extract.assemble import assemble
from extract.document import Document
from extract.lang.en import EnglishReader
from extract.record import ClaimKind, Record


def record(text: str) -> Record:
    document = Document(id="t", text=text, lang="en")
    return assemble(document, EnglishReader()(document))


TRAILING = [
    (
        "A car bomb blamed on the rebels killed two people near the court in Aden on Monday, "
        "police said, the worst such blast this year.",
        "police",
    ),
    (
        "The shelling by the army of a village beside the lake has left 12 people dead, "
        "a charity and officials of the rebel side said on Monday.",
        "a charity and officials",
    ),
]


@pytest.mark.parametrize(("text", "speaker"), TRAILING)
def test_a_speaker_stands_behind_what_is_said(read, text, speaker):
    (one,) = read(text).reports
    assert one.source.words.text == speaker
    assert one.content[0] == 0


def test_a_clause_between_commas_is_no_speaker(read):
    text = "The bombers, whom the police had watched, hit the market in Aden."
    assert not read(text).reports


def test_they_are_those_who_spoke_before(read):
    text = (
        "A bomb hit a bus in Aden. Witnesses said a second bus had burned. "
        "Two soldiers died too, they added."
    )
    assert [r.source.words.text for r in read(text).reports] == ["Witnesses", "Witnesses"]


def test_the_group_that_issued_a_statement_speaks(read):
    text = "Rockets hit the base. Hamas fired them. Its statement said two soldiers had died."
    (one,) = read(text).reports
    assert one.source.canonical_en == "Hamas"


def test_the_same_spokesman_speaks_for_his_side(read):
    text = (
        "A spokesman for Hamas said rockets had hit the base. "
        "The same spokesman said two soldiers had died."
    )
    assert [r.on_behalf_of.words.text for r in read(text).reports] == ["Hamas", "Hamas"]


BLAME = [
    ("Officials attributed the bombing to al-Shabaab.", "al-Shabaab"),
    ("The minister laid the blame on the Houthis.", "the Houthis"),
    ("Police linked the blast to Boko Haram.", "Boko Haram"),
    ("Police suspect al-Shabaab.", "al-Shabaab"),
]


@pytest.mark.parametrize(("text", "accused"), BLAME)
def test_blame(read, text, accused):
    (one,) = read("A bomb hit a bus in Aden. " + text).reports
    assert one.kind is ReportKind.ACCUSES
    assert [m.words.text for m in one.accused] == [accused]


NO_BLAME = [
    "The office accused no party.",
    "Police suspect that the blast was an accident.",
    "Gunmen suspected to be rebels fled.",
    "Police linked the two cases.",
]


@pytest.mark.parametrize("text", NO_BLAME)
def test_no_blame(read, text):
    reports = read("A bomb hit a bus in Aden. " + text).reports
    assert all(r.kind is not ReportKind.ACCUSES for r in reports)


def test_who_accuses_them_is_not_accused(read):
    text = "Residents fled the jihadists. Members of parliament accuse them of killing captives."
    accused = [m.words.text for r in read(text).reports for m in r.accused]
    assert "Members of parliament" not in accused


TOPICS = [
    ("All the victims were civilians, the mayor insisted.", ClaimKind.TARGET),
    ("The aim, the group said, was to drive foreign soldiers out of Aden.", ClaimKind.MOTIVE),
    ("The group says the bombing was revenge for the raid.", ClaimKind.MOTIVE),
]


@pytest.mark.parametrize(("text", "topic"), TOPICS)
def test_what_a_report_is_about(read, text, topic):
    (one,) = read("A bomb hit a bus in Aden. " + text).reports
    assert one.topic is topic


def test_a_murder_told_is_an_act_and_no_toll():
    (event,) = record("Two gunmen murdered a colonel in Kirkuk, the ministry said.").events
    assert [a.claim for a in event.attributions] == [ClaimKind.OCCURRENCE]


def test_another_number_of_the_same_speaker_is_another_claim():
    text = (
        "A bomb hit a bus in Aden on Monday. The governor said four people were killed. "
        "The governor said nine people were wounded."
    )
    (event,) = record(text).events
    assert [a.claim for a in event.attributions] == [ClaimKind.CASUALTIES] * 2


def test_the_short_name_of_the_group_is_no_verb(read):
    text = "A bomb hit a bus. IS said it had attacked the bus."
    (one,) = read(text).reports
    assert one.source.words.text == "IS"
    assert one.kind is ReportKind.CLAIMS


def test_is_in_a_line_of_capitals_stays_a_verb(read):
    found = read("THE PORT IS CLOSED AFTER THE BLAST")
    assert all(m.words.text != "IS" for m in found.mentions)
