"""Denials that a plain verb of saying reports."""

import pytest

from extract.analysis import ReportKind
from extract.record import Certainty

DENIALS = [
    "Jordan said it had nothing to do with the attack.",
    "The army said its forces did not shell the village.",
    "The rebels said they were not behind the blast.",
    "The ministry said it played no role in the bombing.",
    "The front insisted it had not attacked the convoy.",
    "The navy called the claim baseless.",
    "The envoy said the report was a lie.",
    "The general described the figure as false.",
]


@pytest.mark.parametrize("text", DENIALS)
def test_denial(read, text):
    (one,) = [
        r
        for r in read("A bomb hit a bus in Aden. " + text).reports
        if r.kind is not ReportKind.SILENT
    ]
    assert one.kind is ReportKind.DENIES
    assert one.certainty is Certainty.DENIED


NO_DENIALS = [
    "The army said its forces shelled the village.",
    "The ministry said the bombing had played a role in the talks.",
    "Police said the driver was not hurt.",
    "Residents fear that many people lie under the rubble.",
    "The mayor called the attack a crime.",
]


@pytest.mark.parametrize("text", NO_DENIALS)
def test_no_denial(read, text):
    reports = read("A bomb hit a bus in Aden. " + text).reports
    assert all(r.kind is not ReportKind.DENIES for r in reports)


def test_what_was_not_said_is_no_report(read):
    text = "A bomb hit a bus. Nowhere did they say that the passengers were soldiers."
    assert not read(text).reports
