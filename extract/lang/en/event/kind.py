"""What kind of act an event word tells."""

from __future__ import annotations

from spacy.tokens import Span, Token

from extract.analysis import Mention, Predication
from extract.lang.en import phrase
from extract.lang.en.event.desk import Desk
from extract.lang.en.lexicon import TriggerRow
from extract.lang.en.role import Cast
from extract.record import EventType, TargetKind


class Kinds(Desk):
    """Settles the type of an act by what stands with its word."""

    def _modifier_type(self, noun: Token, span: Span) -> EventType | None:
        if self._article.nouns[noun.i][1].type is not None and span.end - span.start > 1:
            return None
        for i in range(phrase.left_edge(noun), noun.i):
            found = self._article.modifiers.get(i)
            token = self._article.doc[i]
            if found is not None and (token.head.i == noun.i or token.head.head.i == noun.i):
                if token.ent_type_ in {"DATE"}:
                    continue
                return found
        return None

    def _refined(self, row: TriggerRow, predication: Predication, cast: Cast) -> EventType | None:
        """The type after what stands with the event word; see ``refine`` in ``triggers.yaml``."""
        triggers = self._lexicon.triggers
        ships = any(t.target_kind is TargetKind.SHIP for t in predication.targets)
        for way in row.refine:
            if way in {"weapon", "agent"}:
                weapon = self._weapon_type(
                    predication,
                    cast,
                    platforms=way == "agent" or row.type is not None or not row.type,
                )
                if weapon is not None:
                    return (
                        EventType.NAVAL_ATTACK
                        if ships and weapon is not EventType.INTERCEPTION
                        else weapon
                    )
            elif way == "target":
                for target in predication.targets:
                    kind = target.target_kind
                    if kind is None or target.words.text.lower() in {"him", "her"}:
                        continue
                    if row.type is not None and kind is not TargetKind.SHIP:
                        deadly = row.toll is not None or "blow up" in row.words
                        officer = (
                            kind is TargetKind.STATE_FORCES
                            and row.frame == "harm"
                            and target.count == 1
                        )
                        if deadly and (kind is TargetKind.PERSON or officer):
                            return triggers.person_of_note
                        continue
                    if kind in triggers.by_target:
                        return triggers.by_target[kind]
            elif way == "group" and any(
                a.target_kind is TargetKind.ARMED_GROUP for a in predication.agents
            ):
                return (
                    EventType.ARMED_CLASH
                    if row.type is EventType.RAID_OR_ARREST
                    else EventType.IED_OR_MINE
                )
        return (
            EventType.NAVAL_ATTACK
            if ships
            and row.frame in {"strike", "fire", "impact"}
            and row.type not in {EventType.RAID_OR_ARREST, EventType.SABOTAGE}
            else row.type
        )

    def _is_guess(self, row: TriggerRow, predication: Predication) -> bool:
        """Whether only the word itself or the kind of target speaks for the type."""
        guesses = (row.type, *self._lexicon.triggers.by_target.values())
        return predication.type in guesses and not predication.weapons

    def _weapon_type(
        self, predication: Predication, cast: Cast, *, platforms: bool
    ) -> EventType | None:
        types = [self._type_of(m) for m in predication.weapons]
        plain = [t for t in types if t is not None]
        falls = cast.own.norm_ in {"fall", "drop", "rain", "rain down", "plunge"}
        flown = any("air force" in a.words.text.lower() for a in predication.agents)
        if flown and (not plain or plain[0] is EventType.IED_OR_MINE):
            return EventType.AIR_STRIKE
        if falls and plain and plain[0] is EventType.IED_OR_MINE:
            return EventType.AIR_STRIKE
        if EventType.IED_OR_MINE in plain and EventType.AIR_STRIKE in [*cast.platforms, *plain]:
            return EventType.AIR_STRIKE
        if plain:
            return plain[0]
        return cast.platforms[0] if platforms and cast.platforms else None

    def _type_of(self, mention: Mention) -> EventType | None:
        for row in self._lexicon.weapons.weapons:
            if row.canonical == mention.canonical_en:
                return row.type
        return None
