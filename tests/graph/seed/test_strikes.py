"""The two answers of the seed article: artillery fire and an air strike."""

from __future__ import annotations

import pytest

from tests.graph.seed.answers import (
    KIRBY,
    MAROTTO,
    MILITIAS,
    OUTLET,
    ROCKETS,
    Ask,
    Find,
    has,
    needs_seed,
)

pytestmark = needs_seed


class TestTheAnswer:
    """3. The counter-battery fire."""

    NAME = "artillery shelling"

    def test_it_answers_the_rockets(self, ask: Ask, event: Find) -> None:
        rows = ask("responses")
        has(rows, response=event(self.NAME), about=event(ROCKETS), sentence="ورداً على ذلك")

    def test_marotto_says_that_us_forces_fired(self, ask: Ask, event: Find) -> None:
        rows = ask("who-is-blamed", event=event(self.NAME))
        has(rows, accusedName="US forces", speakerName=MAROTTO, suretyName="certain", cue="قال")

    def test_it_was_artillery(self, ask: Ask, event: Find) -> None:
        rows = ask("weapons-and-launch-places", event=event(self.NAME))
        has(rows, weaponName="artillery", speakerName=MAROTTO, cue="قال", sentence="نيرانا مدفعية")

    def test_it_was_self_defence(self, ask: Ask, event: Find) -> None:
        rows = ask("motives", event=event(self.NAME))
        has(rows, motive="دفاعا عن النفس", speakerName=MAROTTO, suretyName="certain", cue="قال")

    def test_he_said_it_on_twitter(self, ask: Ask) -> None:
        rows = ask("relayed-statements")
        found = has(rows, speakerName=MAROTTO, suretyName="certain", sentence="عبر “تويتر”")
        assert {row["channelName"] for row in found} <= {"Twitter", "تويتر"}


class TestTheAirStrike:
    """4. The US strike on the border."""

    NAME = "air strike, Syria-Iraq border, 2021-06-28"

    def test_us_forces_by_the_outlets_word(self, ask: Ask, event: Find) -> None:
        rows = ask("who-is-blamed", event=event(self.NAME))
        has(rows, accusedName="US forces", speakerName=OUTLET, sentence="قصف جوي أمريكي")

    @pytest.mark.parametrize(
        "target",
        [
            "Popular Mobilization Forces (PMF)",
            MILITIAS,
        ],
    )
    def test_whose_positions_were_hit(self, ask: Ask, event: Find, target: str) -> None:
        rows = ask("targets", event=event(self.NAME))
        has(rows, targetName=target, speakerName=OUTLET, sentence="مواقع لـ”الحشد الشعبي”")

    def test_four_were_killed(self, ask: Ask, event: Find) -> None:
        rows = ask("casualties", event=event(self.NAME))
        has(rows, statusName="killed", low="4", high="4", speakerName=OUTLET, sentence="مقتل 4")

    def test_they_were_of_the_brigades(self, ask: Ask, event: Find) -> None:
        rows = ask("about-entity", entity="actor:kataib-sayyid-al-shuhada")
        has(rows, about=event(self.NAME), kindName="casualty estimate", speakerName=OUTLET)

    def test_biden_ordered_it(self, ask: Ask, event: Find) -> None:
        rows = ask("participants", event=event(self.NAME), role="code:ordered-by")
        has(rows, entityName="Joe Biden", suretyName="certain", cue="أكد", sentence="أنه أمر")

    def test_bidens_motive(self, ask: Ask, event: Find) -> None:
        rows = ask("motives", event=event(self.NAME))
        has(
            rows,
            motive="لإضعاف الهجمات ضد قواتنا",
            speakerName="Joe Biden",
            suretyName="certain",
            cue="أكد",
            sentence="لردع إيران",
        )

    def test_it_answers_attacks_by_drones(self, ask: Ask, event: Find) -> None:
        has(ask("responses"), response=event(self.NAME), about=event("drone strike"))

    def test_the_drones_were_turned_on_us_interests(self, ask: Ask, event: Find) -> None:
        rows = ask("weapons-and-launch-places", event=event("drone strike"))
        has(rows, weaponName="drone", speakerName=KIRBY, sentence="شنت هجوما على مصالحنا")

    def test_kirby_is_certain_of_the_tie_to_the_drones(self, ask: Ask, event: Find) -> None:
        rows = ask("claims-of-event", event=event(self.NAME))
        has(
            rows,
            speakerName=KIRBY,
            stanceName="affirmed",
            suretyName="certain",
            cue="نحن على يقين",
            sentence="كانت على ارتباط بالطائرات المسيرة",
        )
