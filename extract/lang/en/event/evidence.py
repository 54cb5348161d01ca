"""Whether an event word tells an event where it stands."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from extract.analysis import Predication
from extract.lang.en.event.kind import Kinds
from extract.lang.en.lexicon import TriggerRow
from extract.lang.en.role import Cast, is_armed
from extract.lang.en.slot import is_passive, verb_fillers
from extract.record import EventType, TargetKind

_SOME_WAR: Final = 2


class Evidence(Kinds):
    """Weighs what stands with an event word."""

    def _is_event(
        self, row: TriggerRow, p: Predication, cast: Cast, head: Token, modifier: EventType | None
    ) -> bool:
        """Whether the word tells an event here; see ``needs`` in ``triggers.yaml``."""
        armed = any(is_armed(m) for m in p.agents)
        hit = [t for t in p.targets if t.target_kind is not TargetKind.OTHER or t.entity]
        people = {
            TargetKind.PERSON,
            TargetKind.CIVILIANS,
            TargetKind.STATE_FORCES,
            TargetKind.ARMED_GROUP,
        }
        match row.needs:
            case None:
                shown = bool(p.agents or p.targets or p.places or p.weapons or modifier)
                return not row.weak or shown or (row.generic and self._is_told(head))
            case "violent":
                if p.weapons or cast.platforms or (cast.linked and row.type is not None):
                    return True
                return bool(
                    (armed and (p.targets or p.places))
                    or (is_passive(head) and hit)
                    or (p.agents and hit)
                )
            case "strike" if self._war < _SOME_WAR:
                return bool(armed or hit or p.weapons or modifier)
            case "strike":
                return bool(
                    p.agents
                    or p.targets
                    or p.weapons
                    or modifier
                    or p.places
                    or self._is_told(head)
                )
            case "weapon":
                return bool(p.weapons or cast.platforms or modifier)
            case "munition":
                # Who only sends missiles gives them: it must be said what they are sent at.
                return (
                    cast.munition
                    and bool(p.weapons)
                    and (head.norm_ != "send" or bool(p.targets or p.places))
                )
            case "target":
                return bool(hit)
            case "person":
                return any(t.target_kind in people for t in p.targets)
            case "armed":
                return armed or any(is_armed(t) for t in p.targets) or len(p.agents) > 1
            case "armed_doer":
                return bool(p.agents or p.weapons) and any(
                    t.target_kind in people for t in p.targets
                )
            case "flying":
                return cast.flying_target or any(
                    t.target_kind is TargetKind.AIRCRAFT for t in p.targets
                )
            case "victims":
                alone = self._article.sentence_of(head.idx) not in self.sentences
                alone &= self._domain is None and bool(self.drafts)
                return alone and any(t.target_kind in people for t in p.targets)
            case "damage":
                things = [t for t in hit if t.target_kind not in people]
                return self._domain is None and bool(self.drafts and things)
            case "armed_target":
                kinds = {t.target_kind for t in p.targets}
                return TargetKind.ARMED_GROUP in kinds and bool(p.agents)
            case "ship":
                by_force = armed or bool(p.weapons) or (is_passive(head) and not p.agents)
                return by_force and any(t.target_kind is TargetKind.SHIP for t in p.targets)
            case "incoming":
                return cast.incoming
            case "front_from":
                return cast.named_place and bool(p.targets) and (armed or is_passive(head))
            case "shooting":
                return (
                    any(f.slot in {"at", "on", "upon", "into"} for f in verb_fillers(head))
                    and bool(p.targets)
                    and not p.weapons
                )
            case "place":
                return bool(p.places or hit) and bool(p.agents or is_passive(head))
            case "named_place":
                kinds = {TargetKind.BASE, TargetKind.MILITARY_POSITION}
                place = cast.named_place or any(t.target_kind in kinds for t in p.targets)
                return place and (armed or is_passive(head) or head.pos_ != "VERB")
            case "front":
                return (
                    cast.named_place
                    and armed
                    and any(
                        f.slot in {"into", "on", "toward", "towards"} for f in verb_fillers(head)
                    )
                )
            case "fall_to":
                slots = {f.slot for f in verb_fillers(head) if f.depth == 0}
                return "to" in slots and armed and cast.named_place
        return False

    def _is_told(self, noun: Token) -> bool:
        """Whether the noun is what its clause is about."""
        return noun.dep_ in {"nsubj", "nsubjpass", "dobj", "ROOT", "pobj"}
