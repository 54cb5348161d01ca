"""The account of an event: complete, in order, with speaker and extractor kept apart."""

from __future__ import annotations

import json

import pytest

from graph.explain import Account, UnknownEvent, as_json, as_text, explain, find
from graph.store import Store

ID = "https://w3id.org/conflict-event/id/"
ARABIC = f"{ID}event/aaaaaaaaaaaaaaa1-e1"
ENGLISH = f"{ID}event/bbbbbbbbbbbbbbb2-e1"
SHELLING = f"{ID}event/bbbbbbbbbbbbbbb2-e2"
SENTENCE = "ورجّح المتحدث سالم نور أن فصائل الجبل تقف وراء الهجوم."


@pytest.fixture(scope="module")
def account(store: Store) -> Account:
    return explain(store, ARABIC)


@pytest.mark.parametrize(
    "name",
    [
        SHELLING,
        "bbbbbbbbbbbbbbb2-e2",
        "event:bbbbbbbbbbbbbbb2-e2",
        "the hills",
        "THE HILLS",
        "التلال",
        "قصفٌ مدفعيّ",
        "مدفعى",
    ],
)
def test_an_event_is_found_by_iri_short_name_or_part_of_a_label(store: Store, name: str) -> None:
    assert find(store, name) == SHELLING


def test_an_unknown_event_is_one_clear_line(store: Store) -> None:
    with pytest.raises(UnknownEvent, match="no event is called 'moon landing'") as raised:
        find(store, "moon landing")
    assert "\n" not in str(raised.value)


def test_an_ambiguous_name_lists_the_events(store: Store) -> None:
    with pytest.raises(UnknownEvent) as raised:
        find(store, "rocket")
    lines = str(raised.value).splitlines()
    assert lines[0] == "2 events are called 'rocket'; name one of them:"
    assert [line.split()[0] for line in lines[1:]] == ["aaaaaaaaaaaaaaa1-e1", "bbbbbbbbbbbbbbb2-e1"]


def test_the_head_tells_type_status_date_place_and_article(account: Account) -> None:
    assert (account.label_en, account.label_ar) == (
        "rocket attack, River Base",
        "هجوم صاروخي، قاعدة النهر",
    )
    assert (account.type, account.status) == ("rocket attack", "happened")
    assert account.dates == ("2031-03-03 to 2031-03-04 (range)",)
    assert account.places == ("River Base (site)",)
    assert account.article is not None
    assert account.article.publisher == "Valley Daily"


def test_each_proposition_is_there_once_with_its_summary(account: Account) -> None:
    assert [p.summary for p in account.propositions] == [
        "it took place: rocket attack",
        "target: River Base (base)",
        "perpetrator: Mountain Factions",
        "weapon: rocket; number 8",
        "killed: 0",
        "date: 2031-03-03 to 2031-03-04 (range)",
        "place: River Base (site)",
    ]


def test_a_claim_has_speaker_body_channel_certainty_words_and_sentence(account: Account) -> None:
    (claim,) = next(p for p in account.propositions if p.iri.endswith("a-perp")).claims
    assert claim.claimants == ("Salem Nour",)
    assert claim.on_behalf_of == ("River Council",)
    assert claim.relayed_by == ("North Agency",)
    assert (claim.polarity, claim.certainty) == ("affirmed", "probable")
    assert (claim.cues, claim.verbs, claim.said_on) == (("رجّح",), ("رجّح",), "2031-03-04")
    (quote,) = claim.quotes
    assert quote.text == SENTENCE
    assert quote.end - quote.start == len(SENTENCE)
    assert quote.article.url == "https://example.org/ar/1"
    assert claim.rules == ("test.rule-2",)
    assert claim.extraction_confidence == 0.9


def test_the_text_keeps_speaker_and_extractor_apart(account: Account) -> None:
    text = as_text(account, width=200)
    assert "speaker's certainty: probable; cue: «رجّح»" in text
    assert "[found by: test.rule-2; our confidence: 0.90]" in text
    assert f"    «{SENTENCE}»\n" in text
    assert "Salem Nour, for River Council, relayed by North Agency: says so" in text


def test_linked_events_of_other_articles_are_named_as_our_judgement(account: Account) -> None:
    (link,) = account.links
    assert (link.event, link.score) == (ENGLISH, 0.8)
    assert link.reason == "same type, facility and day"
    assert "linked by this software, not by a source" in as_text(account, width=200)


def test_a_denied_and_an_open_accusation_cannot_be_taken_for_one(store: Store) -> None:
    denied = as_text(explain(store, ENGLISH), width=200)
    assert "perpetrator: Mountain Factions [DENIED; nobody says that it is so]" in denied
    assert "Mountain Factions: DENIES" in denied
    opened = as_text(explain(store, SHELLING), width=200)
    assert "perpetrator: the army [LEFT OPEN; nobody says that it is so]" in opened
    assert "date: nobody tells it" in opened


def test_an_answer_is_told_by_both_events(store: Store) -> None:
    summary = "response to: rocket attack, River Base"
    assert summary in [p.summary for p in explain(store, SHELLING).propositions]
    answered = f"artillery shelling, the hills: {summary}"
    assert answered in [p.summary for p in explain(store, ENGLISH).propositions]


def test_names_in_arabic(store: Store) -> None:
    account = explain(store, ARABIC, "ar")
    assert account.places[0].startswith("قاعدة النهر")
    assert "منفّذ: فصائل الجبل" in [p.summary for p in account.propositions]


def test_json_holds_everything_and_arabic_as_it_is(account: Account) -> None:
    text = as_json(account)
    data = json.loads(text)
    assert SENTENCE in text
    assert data["propositions"][2]["claims"][0]["certainty"] == "probable"
    assert len(data["propositions"]) == len(account.propositions)


@pytest.mark.parametrize("width", [40, 80, 200])
def test_no_word_is_lost_in_a_narrow_terminal(account: Account, width: int) -> None:
    narrow = as_text(account, width=width, isolate=True)
    for control in "\u2066\u2067\u2069":
        narrow = narrow.replace(control, "")
    assert narrow.split() == as_text(account, width=1000).split()
