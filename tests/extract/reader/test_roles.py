"""Roles, losses and claims of one event, with opinions made by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from extract.analysis import CountMention, MentionKind, TollMention
from extract.assemble.claim import Facts
from extract.assemble.party import Blamed
from extract.assemble.target import Hit
from extract.reader.candidate import Mentions
from extract.reader.claims import ClaimReader
from extract.reader.judge import Matter
from extract.reader.label import Role
from extract.reader.losses import LossReader
from extract.reader.opinion import Opinion
from extract.reader.roles import RoleReader
from extract.record import (
    Attribution,
    Basis,
    CasualtyStatus,
    Certainty,
    ClaimKind,
    Event,
    EventStatus,
    EventType,
    Place,
    Source,
    SourceKind,
)
from tests.extract.reader.made import Even, analysis, event, mention, opinion, view, words

TEXT = "Jets of the army bombed a depot near Taiz with missiles said the governor"


def roles(made: Opinion, denied: Sequence[tuple[int, int]] = ()) -> RoleReader:
    known = (
        mention(TEXT, "the army", MentionKind.ACTOR),
        mention(TEXT, "Taiz", MentionKind.PLACE),
    )
    mentions = Mentions(TEXT, analysis(TEXT, *known))
    return RoleReader(mentions, Even(), denied, event(TEXT, "bombed"), view(made))


def test_what_both_see_stands_with_grammars_rule() -> None:
    army = mention(TEXT, "the army", MentionKind.ACTOR)
    place = (army.words.start, army.words.end)
    told = Blamed(army, (place,), Basis.STATED_AS_FACT)
    made = opinion(TEXT, {Role.PERPETRATOR: {"the army": 0.9}})
    (found,) = roles(made).perpetrators([told])
    assert (found.mention, found.rule, found.basis) == (army, told.rule, Basis.STATED_AS_FACT)
    assert found.confidence == pytest.approx(0.9, abs=0.01)


def test_what_the_reader_does_not_believe_falls() -> None:
    governor = mention(TEXT, "the governor", MentionKind.ACTOR)
    told = Blamed(governor, ((0, 4),), Basis.STATED_AS_FACT)
    made = opinion(TEXT, {Role.PERPETRATOR: {"the army": 0.9}})
    assert [one.mention.words.text for one in roles(made).perpetrators([told])] == ["the army"]


def test_the_reader_alone_names_itself_and_the_basis() -> None:
    made = opinion(TEXT, {Role.PERPETRATOR: {"the army": 0.9}}, basis=Basis.SUSPECTED)
    (found,) = roles(made).perpetrators([])
    assert (found.rule, found.basis) == ("reader", Basis.SUSPECTED)
    assert found.mention.kind is MentionKind.ACTOR


def test_nobody_is_blamed_inside_a_denial() -> None:
    made = opinion(TEXT, {Role.PERPETRATOR: {"the army": 0.9}})
    assert roles(made, [(0, len(TEXT))]).perpetrators([]) == []


def test_a_place_is_no_weapon() -> None:
    made = opinion(TEXT, {Role.WEAPON: {"Taiz": 0.9, "missiles": 0.9}})
    found = roles(made).hits(Matter.WEAPON, [])
    assert [one.mention.words.text for one in found] == ["missiles"]


def test_words_play_the_likelier_of_two_parts() -> None:
    made = opinion(TEXT, {Role.TARGET: {"the army": 0.6}, Role.PERPETRATOR: {"the army": 0.9}})
    assert roles(made).targets([]) == []
    assert len(roles(made).perpetrators([])) == 1


def test_a_piece_of_a_name_is_the_name() -> None:
    made = opinion(TEXT, {Role.PERPETRATOR: {"army": 0.9}})
    (found,) = roles(made).perpetrators([])
    assert found.mention.words.text == "the army"


def test_the_same_thing_is_hit_once() -> None:
    depot = mention(TEXT, "a depot", MentionKind.OBJECT)
    told = Hit(depot, ((depot.words.start, depot.words.end),))
    made = opinion(TEXT, {Role.TARGET: {"depot": 0.9}})
    assert [one.mention.words.text for one in roles(made).targets([told])] == ["a depot"]


def test_the_likeliest_place_is_the_place() -> None:
    made = opinion(TEXT, {Role.PLACE: {"Taiz": 0.9, "a depot": 0.6}})
    found = roles(made).place(None)
    assert found is not None
    assert (found[0].text, found[0].rule) == ("Taiz", "reader")
    assert roles(opinion(TEXT, {})).place(found) is None


def test_a_known_place_stands_against_silence_but_not_against_a_better_one() -> None:
    known = replace(mention(TEXT, "Taiz", MentionKind.PLACE), entity="place:taiz")
    place = Place(
        text="Taiz",
        start=known.words.start,
        end=known.words.end,
        sentence=0,
        rule="place",
        confidence=0.75,
    )
    assert roles(opinion(TEXT, {})).place((place, known)) == (place, known)
    better = opinion(TEXT, {Role.PLACE: {"a depot": 0.99}})
    found = roles(better).place((place, known))
    assert found is not None
    assert found[0].text == "a depot"


LOSS = "The raid killed four men and nobody else was hurt while two guards ran away"


def losses(made: Opinion) -> LossReader:
    one = event(LOSS, "raid")
    return LossReader(Even(), [one], {id(one): view(made)})


def toll(phrase: str, status: CasualtyStatus, number: int) -> TollMention:
    return TollMention(words(LOSS, phrase), status, number, number)


def test_an_unlikely_toll_is_not_stated() -> None:
    told = {0: [toll("four men", CasualtyStatus.KILLED, 4)]}
    assert losses(opinion(LOSS, {})).tolls([], told) == {}
    likely = opinion(LOSS, {Role.KILLED: {"four men": 0.9}})
    assert losses(likely).tolls([], told) == told


def test_people_that_are_counted_can_be_dead() -> None:
    counts = [CountMention(words(LOSS, phrase), 1, 1) for phrase in ("four men", "two guards")]
    found = losses(opinion(LOSS, {Role.KILLED: {"four men": 0.9}})).tolls(counts, {})
    assert [(one.words.text, one.rule) for one in found[0]] == [("four men", "reader")]


def test_nobody_hurt_is_neither_dead_nor_wounded() -> None:
    told = [
        toll("nobody else was hurt", status, 0)
        for status in (
            CasualtyStatus.KILLED,
            CasualtyStatus.WOUNDED,
        )
    ]
    found = losses(opinion(LOSS, {Role.WOUNDED: {"nobody else was hurt": 0.9}}))
    assert len(found.tolls([], {0: told})[0]) == 2


def claims(made: Opinion, *told: Attribution) -> list[tuple[str | None, ClaimKind]]:
    mentions = Mentions(TEXT, analysis(TEXT, mention(TEXT, "a depot", MentionKind.FACILITY)))
    anchor = words(TEXT, "bombed")
    act = Event(
        id="e1",
        type=EventType.AIR_STRIKE,
        status=EventStatus.HAPPENED,
        text=anchor.text,
        start=anchor.start,
        end=anchor.end,
        sentence=0,
        rule="test",
        confidence=0.5,
    )
    found = ClaimReader(mentions, view(made), Even()).claims(Facts(act), told)
    return [(one.source_text, one.claim) for one in found]


def test_a_speaker_makes_the_claims_that_are_likely() -> None:
    speaking = {Role.SOURCE: {"the governor": 0.95}, Role.CUE: {"said": 0.9}}
    chances = {ClaimKind.OCCURRENCE: 0.9, ClaimKind.CASUALTIES: 0.2}
    made = opinion(TEXT, speaking, claims=chances)
    assert claims(made) == [("the governor", ClaimKind.OCCURRENCE)]


def test_a_thing_does_not_speak() -> None:
    made = opinion(TEXT, {Role.SOURCE: {"a depot": 0.95}}, claims={ClaimKind.OCCURRENCE: 0.9})
    assert claims(made) == []


class Lax(Even):
    """Believes nearly everything."""

    def accepts(self, matter: Matter, chance: float) -> bool:  # noqa: ARG002
        return chance >= 0.2


@pytest.mark.parametrize(
    ("kind", "stated"),
    [
        (ClaimKind.RESPONSIBILITY_CLAIM, False),
        (ClaimKind.PERPETRATOR, False),
        (ClaimKind.DENIAL, False),
        (ClaimKind.OCCURRENCE, True),
        (ClaimKind.CASUALTIES, True),
    ],
)
def test_blame_needs_more_than_other_claims(
    kind: ClaimKind, stated: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Even, "accepts", Lax.accepts)
    made = opinion(TEXT, {Role.SOURCE: {"the governor": 0.6}}, claims={kind: 0.55})
    assert bool(claims(made)) is stated


def test_who_denies_an_act_is_not_made_to_own_it() -> None:
    chances = {ClaimKind.RESPONSIBILITY_CLAIM: 0.95, ClaimKind.DENIAL: 0.95}
    made = opinion(TEXT, {Role.SOURCE: {"the governor": 0.95}}, claims=chances)
    speaker = words(TEXT, "the governor")
    denial = Attribution(
        source=Source(
            text=speaker.text, start=speaker.start, end=speaker.end, kind=SourceKind.OFFICIAL
        ),
        claim=ClaimKind.DENIAL,
        certainty=Certainty.DENIED,
        sentence=0,
        rule="test",
        confidence=0.5,
    )
    assert claims(made, denial) == [("the governor", ClaimKind.DENIAL)]
    assert ("the governor", ClaimKind.RESPONSIBILITY_CLAIM) in claims(made)
