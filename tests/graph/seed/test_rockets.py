"""The rocket attack of the seed article, and who is blamed for it."""

from __future__ import annotations

import pytest

from tests.graph.seed.answers import (
    ASSUMPTION,
    HINT,
    KIRBY,
    MILITIAS,
    OUTLET,
    ROCKETS,
    Ask,
    Find,
    has,
    needs_seed,
)

pytestmark = needs_seed


class TestTheRockets:
    """1. The rocket attack on the bases at the oil field."""

    def test_the_day(self, ask: Ask, event: Find) -> None:
        rows = ask("where-and-when", event=event(ROCKETS))
        has(rows, earliest="2021-06-28", latest="2021-06-28", precisionName="day")

    def test_the_place(self, ask: Ask, event: Find) -> None:
        rows = ask("where-and-when", event=event(ROCKETS))
        has(rows, placeName="Al-Omar oil field", precisionName="site")

    def test_the_oil_field_lies_in_deir_ez_zor(self, ask: Ask) -> None:
        rows = ask("relations")
        has(rows, subjectName="Al-Omar oil field", kindName="located in", objectName="Deir ez-Zor")

    def test_the_bases_of_the_coalition_were_hit(self, ask: Ask, event: Find) -> None:
        rows = ask("targets", event=event(ROCKETS))
        has(rows, targetKindName="base", speakerName=OUTLET, sentence="القواعد العسكرية التابعة")

    def test_eight_rockets_by_the_word_of_local_sources(self, ask: Ask, event: Find) -> None:
        rows = ask("weapons-and-launch-places", event=event(ROCKETS))
        found = has(rows, weaponName="rocket", low="8", high="8", suretyName="certain", cue="ذكرت")
        assert all("source" in row["speakerName"] for row in found)

    @pytest.mark.parametrize("place", ["Shibli", "Al-Quriyah desert"])
    def test_the_launch_places(self, ask: Ask, event: Find, place: str) -> None:
        rows = ask("weapons-and-launch-places", event=event(ROCKETS))
        found = has(rows, placeName=place, suretyName="certain", cue="ذكرت", sentence="من منطقتين")
        assert all("source" in row["speakerName"] for row in found)

    def test_two_buildings_were_hit(self, ask: Ask, event: Find) -> None:
        rows = ask("targets", event=event(ROCKETS))
        has(rows, low="2", high="2", speakerName=KIRBY, cue="أضاف", sentence="استهدفت مبنيين فقط")

    @pytest.mark.parametrize("status", ["killed", "wounded"])
    def test_no_casualties_is_zero(self, ask: Ask, event: Find, status: str) -> None:
        rows = [r for r in ask("casualties", event=event(ROCKETS)) if r["statusName"] == status]
        found = has(rows, low="0", high="0", speakerName=KIRBY, suretyName="certain", cue="أضاف")
        assert found == rows, "nobody says otherwise"


class TestTheBlame:
    """2. Who says who fired them, how surely."""

    def test_kirby_hints_at_a_possibility(self, ask: Ask, event: Find) -> None:
        rows = ask("who-is-blamed", event=event(ROCKETS))
        has(
            rows,
            accusedName=MILITIAS,
            speakerName=KIRBY,
            bodyName="US Department of Defense",
            stanceName="affirmed",
            suretyName="possible",
            cue="ألمح",
            sentence=HINT,
        )

    def test_kirby_works_on_the_assumption(self, ask: Ask, event: Find) -> None:
        rows = ask("who-is-blamed", event=event(ROCKETS))
        has(
            rows,
            accusedName=MILITIAS,
            speakerName=KIRBY,
            stanceName="affirmed",
            suretyName="probable",
            cue="نعمل على افتراض",
            sentence=ASSUMPTION,
        )

    def test_he_speaks_for_the_pentagon_both_times(self, ask: Ask, event: Find) -> None:
        rows = has(ask("who-is-blamed", event=event(ROCKETS)), speakerName=KIRBY)
        assert {row.get("bodyName") for row in rows} == {"US Department of Defense"}

    def test_he_said_it_on_the_29th(self, ask: Ask, event: Find) -> None:
        rows = ask("who-is-blamed", event=event(ROCKETS))
        has(rows, speakerName=KIRBY, suretyName="probable", saidOn="2021-06-29")

    def test_both_are_about_one_proposition(self, ask: Ask) -> None:
        rows = has(ask("certainty-two-ways"), speakerName=KIRBY, accusedName=MILITIAS)
        assert {(r["suretyName"], r["secondName"]) for r in rows} <= {
            ("possible", "probable"),
            ("probable", "possible"),
        }

    def test_the_outlet_says_the_militias_in_al_mayadin(self, ask: Ask, event: Find) -> None:
        rows = ask("who-is-blamed", event=event(ROCKETS))
        words = "مصدره الميليشيات الإيرانية المتمركزة في مدينة الميادين"
        has(
            rows,
            accusedName=MILITIAS,
            speakerName=OUTLET,
            stanceName="affirmed",
            suretyName="certain",
            sentence=words,
        )

    def test_local_sources_say_the_militias(self, ask: Ask, event: Find) -> None:
        rows = ask("who-is-blamed", event=event(ROCKETS))
        found = has(rows, accusedName=MILITIAS, suretyName="certain", cue="ذكرت")
        assert all("source" in row["speakerName"] for row in found)

    def test_nobody_else_is_blamed_for_the_rockets(self, ask: Ask, event: Find) -> None:
        rows = ask("who-is-blamed", event=event(ROCKETS))
        assert {row["accusedName"] for row in rows} == {MILITIAS}
        assert len({row["speakerName"] for row in rows}) == 3
