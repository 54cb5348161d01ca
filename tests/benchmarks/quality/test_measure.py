"""The measure: hits, inventions and misses, each where it belongs."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks.quality.measure import measure
from benchmarks.quality.sheet import Sheet
from benchmarks.quality.tally import Count, Tally

EVENT: dict[str, Any] = {
    "id": "e1",
    "anchor": "rockets struck the base",
    "type": "missile_rocket_attack",
    "type_alt": ["artillery_shelling"],
    "status": "happened",
    "date": "2021-06-28",
    "place": {"name": "River Base", "canonical_en": "River Base", "country": "SY"},
    "perpetrators": [{"text": "Hill Brigade", "canonical_en": "Hill Brigade", "basis": "claimed"}],
    "targets": [{"text": "the base", "canonical_en": "River Base", "kind": "base"}],
    "weapons": [{"text": "eight rockets", "canonical_en": "rocket", "count": 8}],
    "launched_from": [{"name": "the desert"}],
    "killed": {"low": 0, "high": 0},
    "wounded": {"low": 2, "high": None},
    "attributions": [
        {
            "source_text": "Colonel Reed",
            "source_canonical_en": "Reed",
            "claim": "casualties",
            "certainty": "certain",
            "cue": "said",
        }
    ],
    "caused_by": None,
}
RELATION = {"kind": "backed_by", "subject": "Hill Brigade", "object": "Coastland", "text": "backed"}


def sheet(*events: dict[str, Any], relations: tuple[dict[str, Any], ...] = ()) -> Sheet:
    return Sheet.of({"id": "a", "lang": "en", "events": events, "relations": relations})


def compared(**changes: Any) -> Tally:
    return measure(sheet(EVENT), sheet(EVENT | changes))


def test_the_labels_themselves_are_perfect() -> None:
    tally = measure(sheet(EVENT, relations=(RELATION,)), sheet(EVENT, relations=(RELATION,)))
    assert tally.facts == Count(11, 11, 11)
    assert tally["status"] == tally["type"] == tally["certainty"] == Count(1, 1, 1)


def test_an_empty_record_misses_everything_and_invents_nothing() -> None:
    tally = measure(sheet(EVENT, relations=(RELATION,)), sheet())
    assert tally.facts == Count(0, 0, 11)


def test_an_invented_event_costs_precision_with_all_its_facts() -> None:
    tally = measure(sheet(), sheet(EVENT))
    assert tally.facts == Count(0, 10, 0)
    assert tally["quiet_on_negatives"] == Count(0, 1, 1)


def test_silence_where_nothing_happened_is_counted() -> None:
    assert measure(sheet(), sheet())["quiet_on_negatives"] == Count(1, 1, 1)


@pytest.mark.parametrize("status", ["background", "threatened", "planned"])
def test_optional_events_are_neither_owed_nor_punished(status: str) -> None:
    optional = EVENT | {"status": status}
    assert measure(sheet(optional), sheet()).facts == Count()
    assert measure(sheet(), sheet(optional)).facts == Count()
    assert measure(sheet(optional), sheet(EVENT)).facts == Count()


@pytest.mark.parametrize(
    ("changes", "field", "expected"),
    [
        ({"killed": {"low": 0, "high": 3}}, "killed", Count(0, 1, 1)),
        ({"killed": None}, "killed", Count(0, 0, 1)),
        ({"wounded": {"low": 2, "high": 2}}, "wounded", Count(1, 1, 1)),
        ({"wounded": {"low": None, "high": None}}, "wounded", Count(0, 0, 1)),
        ({"date": "2021-06-27/2021-06-28"}, "date", Count(0, 1, 1)),
        ({"place": {"name": "Hill Town"}}, "place", Count(0, 1, 1)),
        ({"type": "artillery_shelling"}, "type", Count(1, 1, 1)),
        ({"type": "air_strike"}, "type", Count(0, 1, 1)),
        ({"status": "denied"}, "status", Count(0, 1, 1)),
        ({"perpetrators": []}, "perpetrators", Count(0, 0, 1)),
        ({"weapons": EVENT["weapons"] * 2}, "weapons", Count(1, 2, 1)),
        ({"caused_by": "e0"}, "caused_by", Count(0, 1, 0)),
    ],
)
def test_one_wrong_fact_is_counted_in_its_field(
    changes: dict[str, Any], field: str, expected: Count
) -> None:
    assert compared(**changes)[field] == expected


def test_a_claim_needs_kind_and_speaker_and_certainty_counts_apart() -> None:
    claim = EVENT["attributions"][0]
    doubted = compared(attributions=[claim | {"certainty": "possible"}])
    assert doubted["attributions"] == Count(1, 1, 1)
    assert doubted["certainty"] == Count(0, 1, 1)
    other = claim | {"source_text": "Salem Nour", "source_canonical_en": None}
    assert compared(attributions=[other])["attributions"] == Count(0, 1, 1)
    assert compared(attributions=[claim | {"claim": "denial"}])["attributions"] == Count(0, 1, 1)


def test_events_of_another_family_are_never_paired() -> None:
    assert compared(type="abduction")["event"] == Count(0, 1, 1)


def test_the_best_evidence_decides_which_event_is_which() -> None:
    other = EVENT | {"id": "e2", "date": "2021-07-04", "anchor": "a second salvo"}
    other |= {"place": {"name": "Hill Town"}, "targets": [], "killed": {"low": 4, "high": 4}}
    tally = measure(sheet(EVENT, other), sheet(other | {"id": "x"}, EVENT | {"id": "y"}))
    assert tally["killed"] == Count(2, 2, 2)


def test_an_answer_is_right_when_it_answers_the_same_event() -> None:
    answer = EVENT | {"id": "e2", "type": "air_strike", "type_alt": None, "caused_by": "e1"}
    answer |= {"anchor": "jets bombed", "place": None, "targets": [], "date": "2021-06-29"}
    said = [EVENT | {"id": "x"}, answer | {"id": "y", "caused_by": "x"}]
    assert measure(sheet(EVENT, answer), sheet(*said))["caused_by"] == Count(1, 1, 1)
    said[1]["caused_by"] = "y"
    assert measure(sheet(EVENT, answer), sheet(*said))["caused_by"] == Count(0, 1, 1)


def test_a_relation_is_the_same_by_its_ends_or_by_its_words() -> None:
    def relations(**changes: str) -> Count:
        said = sheet(relations=(RELATION | changes,))
        return measure(sheet(relations=(RELATION,)), said)["relations"]

    assert relations(text="x") == Count(1, 1, 1)
    assert relations(object="Northland") == Count(1, 1, 1)
    assert relations(object="Northland", text="x") == Count(0, 1, 1)
    assert relations(kind="part_of") == Count(0, 1, 1)
