"""Event words and their arguments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from spacy.tokens import Span, Token

from extract.analysis import Mention, Predication, Words
from extract.lang.en import phrase
from extract.lang.en.article import Article
from extract.lang.en.domain import is_figure
from extract.lang.en.lexicon import Frame, Lexicon, TriggerRow
from extract.lang.en.lexicon.schema import CarrierRow
from extract.lang.en.role import Cast, is_armed
from extract.lang.en.slot import Filler, is_passive, noun_fillers, verb_fillers
from extract.lang.en.status import Mood, noun_status, verb_status
from extract.record import EventStatus, EventType, TargetKind

_DEFINITE = frozenset(
    {"the", "this", "that", "these", "those", "its", "their", "his", "such", "both"}
)
_VERB_PARTS = frozenset(
    {"prt", "advmod", "acomp", "oprd", "dobj", "prep", "ccomp", "xcomp", "pobj", "amod"}
)
_ANCHOR_LIMIT = 14


@dataclass(slots=True)
class Draft:
    """A predication being made, with the token that heads it."""

    predication: Predication
    head: Token
    row: TriggerRow
    tokens: set[int] = field(default_factory=set)


class VerbTriggers:
    """Verbs of the lexicon by their first word, longest first."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._rows: dict[str, list[tuple[tuple[str, ...], TriggerRow]]] = {}
        for row in lexicon.triggers.triggers:
            if row.pos == "verb":
                for word in row.words:
                    parts = tuple(word.split())
                    self._rows.setdefault(parts[0], []).append((parts, row))
        for rows in self._rows.values():
            rows.sort(key=lambda item: -len(item[0]))

    def at(self, verb: Token) -> Iterator[tuple[set[int], TriggerRow]]:
        """The rows whose words the verb and its parts are, longest first."""
        for parts, row in self._rows.get(verb.norm_, ()):
            tokens = match_parts(verb, parts)
            if tokens is not None:
                yield tokens, row


def match_parts(verb: Token, parts: tuple[str, ...]) -> set[int] | None:
    """The tokens of a verb of several words: side by side, or the rest among the verb's dependants."""
    if len(parts) == 1:
        return {verb.i}
    doc = verb.doc
    if verb.i + len(parts) <= len(doc):
        following = doc[verb.i : verb.i + len(parts)]
        if all(t.norm_ == p or t.lower_ == p for t, p in zip(following, parts, strict=True)):
            return {t.i for t in following}
    found = {verb.i}
    for part in parts[1:]:
        match = next(
            (
                t
                for t in _near(verb)
                if (t.norm_ == part or t.lower_ == part) and t.i > verb.i and t.i not in found
            ),
            None,
        )
        if match is None:
            return None
        found.add(match.i)
    return found


def _near(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ in _VERB_PARTS:
            yield child
            for grandchild in child.children:
                if grandchild.dep_ in _VERB_PARTS:
                    yield grandchild


class EventFinder:
    """Finds the event words of one article."""

    def __init__(self, article: Article, verbs: VerbTriggers, domain: str | None) -> None:
        self._article = article
        self._verbs = verbs
        self._domain = domain
        self._lexicon = article.lexicon
        self.drafts: list[Draft] = []
        self.by_token: dict[int, Draft] = {}

    @property
    def reads_events(self) -> bool:
        """Whether the article is of a kind that tells acts of war."""
        mixed = self._domain is None or self._domain in self._lexicon.domains.mixed
        return mixed and self._domain != "drill"

    def find(self) -> list[Draft]:
        """All event words, in the order of the text."""
        if not self.reads_events:
            return []
        for i in sorted(self._article.nouns):
            self._noun(i)
        for token in self._article.doc:
            if token.pos_ in {"VERB", "AUX"} and token.i not in self._article.nouns:
                self._verb(token)
        self._merge_clauses()
        self._merge_deaths()
        self.drafts.sort(key=lambda d: (d.predication.anchor.start, d.head.i))
        return self.drafts

    def _merge_clauses(self) -> None:
        """ "missiles fired by X struck Y" is one event: what hangs on the weapon goes to the main verb."""
        for draft in list(self.drafts):
            noun = draft.head.head
            if draft.head.dep_ not in {"acl", "relcl"} or noun.i not in self._article.weapons:
                continue
            start = noun.idx
            main = next(
                (
                    d
                    for d in self.drafts
                    if d is not draft
                    and d.head.i not in {t.i for t in noun.subtree}
                    and any(w.words.start <= start < w.words.end for w in d.predication.weapons)
                ),
                None,
            )
            if main is not None:
                _merge(main.predication, draft.predication)
                self.drafts.remove(draft)
                for i in draft.tokens:
                    self.by_token[i] = main

    def _merge_deaths(self) -> None:
        """ "struck a base, killing three" is one event: the dead of a participle go to the main verb."""
        for draft in list(self.drafts):
            verb = draft.head
            if draft.row.toll is None or verb.dep_ not in {"advcl", "xcomp", "conj"}:
                continue
            main = self.by_token.get(verb.head.i)
            own_subject = any(c.dep_ in {"nsubj", "nsubjpass"} for c in verb.children)
            if main is None or main is draft or own_subject or main not in self.drafts:
                continue
            _merge(main.predication, draft.predication)
            self.drafts.remove(draft)
            for i in draft.tokens:
                self.by_token[i] = main

    # -- nouns

    def _noun(self, i: int) -> None:
        article, doc = self._article, self._article.doc
        span, row = article.nouns[i]
        noun = doc[i]
        if noun.dep_ in {"compound", "amod"} and noun.head.i > noun.i and noun.head.dep_ != "conj":
            if noun.head.i in article.nouns or noun.head.pos_ in {"NOUN", "PROPN"}:
                return
        if is_figure(article, i, span.start) or self._is_drill(noun) or self._is_kind(noun, span):
            return
        mood, status = noun_status(article, noun)
        if mood is Mood.UNREAL:
            return
        predication = Predication(
            anchor=article.words(span.start, span.end), type=row.type, rule=f"en.noun.{row.frame}"
        )
        cast = Cast(article, predication, noun)
        frame = self._lexicon.frames.frames[row.frame]
        cast.fill(frame, noun_fillers(noun, span))
        self._carried(cast, noun, frame)
        self._origin_of(cast, noun)
        modifier = self._modifier_type(noun, span)
        predication.type = modifier or self._refined(row, predication, cast)
        if not self._is_event(row, predication, cast, noun, modifier):
            return
        predication.status = status
        first = doc[phrase.left_edge(noun)]
        empty = not (predication.agents or predication.targets or predication.places)
        predication.definite = first.lower_ in _DEFINITE and (
            empty
            or (
                row.generic
                and not predication.agents
                and not (predication.targets and predication.places)
            )
        )
        predication.several = self._is_several(noun)
        self._finish(
            Draft(predication, noun, row, set(range(span.start, span.end))),
            self._noun_anchor(noun, span),
        )

    def _is_kind(self, noun: Token, span: Span) -> bool:
        """Whether the noun is part of a name, or means a kind of act and not one: "such attacks"."""
        named = self._article.actors.get(noun.i)
        if named is not None and not named.demonym:
            return True
        if (
            noun.pos_ == "PROPN"
            and noun.ent_type_ in {"ORG", "PERSON", "WORK_OF_ART", "EVENT"}
            and noun.is_title
        ):
            return True
        lefts = {child.lower_ for child in noun.lefts}
        if "such" in lefts or "any" in lefts:
            return True
        plural = noun.tag_ == "NNS"
        superlative = any(child.tag_ in {"JJS", "RBS"} for child in noun.lefts)
        after = " ".join(t.lower_ for t in noun.doc[span.end : span.end + 3])
        return plural and (
            superlative
            or after.startswith(("of this kind", "like this", "of that kind", "like these"))
        )

    def _noun_anchor(self, noun: Token, span: Span) -> Words:
        start = min(phrase.left_edge(noun), span.start)
        end = span.end
        for child in noun.children:
            if (
                child.dep_ == "prep"
                and child.i >= span.end
                and child.lower_ in {"on", "of", "against", "at", "in", "by", "between", "with"}
            ):
                edge = child.right_edge.i + 1
                for inner in child.subtree:
                    if inner.dep_ in {"relcl", "appos", "acl"} and inner.i > child.i:
                        edge = min(edge, inner.left_edge.i)
                if edge - start > _ANCHOR_LIMIT:
                    nouns = [n for n in child.children if n.dep_ == "pobj"]
                    edge = phrase.span_of(self._article, nouns[0]).end if nouns else end
                if edge - start <= _ANCHOR_LIMIT and edge > end and child.i <= end + 2:
                    end = edge
        if noun.dep_ == "pobj" and noun.head.lower_ == "under" and noun.head.head.pos_ == "VERB":
            start = min(start, noun.head.head.i)
        while self._article.doc[end - 1].is_punct and end - 1 > noun.i:
            end -= 1
        return self._article.words(start, end)

    def _carried(self, cast: Cast, noun: Token, frame: Frame) -> None:
        """Take over the arguments of the verb that carries an event noun: "launched a raid on"."""
        verb, slot = _carrier_of(noun)
        if verb is None:
            self._of_action(cast, noun)
            return
        row = self._carrier(verb, slot)
        if row is not None:
            roles: Frame = {}
            for name in ("subject", "object", "by", "into", "through", "at"):
                role = getattr(row, name)
                if role is not None:
                    roles[name] = role
            for prep in ("in", "near", "outside", "across", "inside", "around", "off", "over"):
                roles[prep] = "place"
            if "at" not in roles:
                roles["at"] = "hit"
            for prep in ("on", "against"):
                roles[prep] = "target"
            roles["with"] = roles["using"] = "weapon"
            roles["from"] = "launch"
            roles.pop(slot, None)
            cast.fill(roles, (f for f in verb_fillers(verb) if f.token.i != noun.i))
        if row is None or row.noun == "object":
            self._of_action(cast, noun)

    def _of_action(self, cast: Cast, noun: Token) -> None:
        """ "the attack claimed by X", "carried out by X", "which killed 7 guards": clauses on the noun."""
        for child in noun.children:
            if child.dep_ not in {"acl", "relcl"}:
                continue
            slot = "object" if is_passive(child) else "subject"
            row = self._carrier(child, slot)
            if row is None:
                continue
            roles: Frame = {"in": "place", "at": "hit", "near": "place", "on": "target"}
            if row.by is not None or row.subject is not None:
                roles["by"] = "doer"
            if slot == "object" and not is_passive(child):
                roles["subject"] = "doer"
            if row.noun == "subject":
                roles["object"] = "target"
            cast.fill(roles, (f for f in verb_fillers(child) if f.token.i != noun.i))

    def _origin_of(self, cast: Cast, noun: Token) -> None:
        """ "attributed to Israel", "blamed on the group": the doer, suspected."""
        for child in noun.children:
            if child.dep_ in {"acl", "relcl"} and child.norm_ in {
                "attribute",
                "ascribe",
                "blame",
                "pin",
            }:
                for prep in child.children:
                    if prep.dep_ == "prep" and prep.lower_ in {"to", "on"}:
                        for party in prep.children:
                            if party.dep_ == "pobj":
                                cast.predication.agents.append(phrase.actor(self._article, party))
                                cast.predication.suspected = True

    def _carrier(self, verb: Token, slot: str) -> CarrierRow | None:
        for row in self._lexicon.triggers.carriers:
            if row.noun != slot:
                continue
            for words in row.words:
                parts = tuple(words.split())
                if verb.norm_ == parts[0] and match_parts(verb, parts) is not None:
                    return row
        return None

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

    def _is_several(self, noun: Token) -> bool:
        several = self._lexicon.triggers.several
        lefts = {child.norm_ for child in noun.lefts}
        plural = noun.tag_ in {"NNS", "NNPS"}
        if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.norm_ in several:
            return True
        if not plural:
            return False
        counted = any(child.dep_ == "nummod" for child in noun.lefts)
        return bool(lefts.intersection(several)) or (
            not counted
            and not any(child.lower_ in {"two", "twin"} for child in noun.lefts)
            and "the" not in lefts
            and noun.dep_ == "pobj"
        )

    # -- verbs

    def _verb(self, verb: Token) -> None:
        if self._is_drill(verb) or self._carries_event(verb):
            return
        for tokens, row in self._verbs.at(verb):
            draft = self._try_verb(verb, tokens, row)
            if draft is not None:
                self._finish(draft, self._verb_anchor(draft))
                return

    def _carries_event(self, verb: Token) -> bool:
        """Whether an event noun is the verb's subject or object, so that the noun tells the event."""
        for filler in verb_fillers(verb):
            if (
                filler.depth <= 1
                and filler.slot in {"subject", "object"}
                and filler.token.i in self.by_token
            ):
                if filler.slot == "object" and filler.depth == 1:
                    continue
                if self._carrier(verb, filler.slot) is not None:
                    return True
        return False

    def _try_verb(self, verb: Token, tokens: set[int], row: TriggerRow) -> Draft | None:
        article = self._article
        mood, status = verb_status(article, verb)
        if mood is Mood.UNREAL or _has_none(verb):
            return None
        predication = Predication(
            anchor=article.words(verb.i, verb.i + 1), type=row.type, rule=f"en.verb.{row.frame}"
        )
        cast = Cast(article, predication, verb)
        frame = self._lexicon.frames.frames[row.frame]
        fillers = [f for f in verb_fillers(verb) if f.token.i not in tokens]
        cast.fill(frame, fillers)
        self._instrument(cast, verb)
        predication.type = self._refined(row, predication, cast)
        if not self._is_event(row, predication, cast, verb, None):
            return None
        predication.status = status
        predication.several = self._is_habit(verb)
        predication.definite = (
            predication.type is None
            and not (predication.agents or predication.weapons)
            and (
                all(
                    phrase.is_definite(f.token) or f.token.pos_ == "PRON"
                    for f in fillers
                    if f.slot == "object" and f.depth == 0
                )
            )
        )
        return Draft(predication, verb, row, tokens)

    def _instrument(self, cast: Cast, verb: Token) -> None:
        """ "..., using rockets", "armed with knives"."""
        for child in verb.children:
            if child.dep_ == "advcl" and child.norm_ in {
                "use",
                "fire",
                "employ",
                "launch",
                "deploy",
            }:
                cast.fill(
                    {"object": "weapon"}, (f for f in verb_fillers(child) if f.slot == "object")
                )

    def _is_habit(self, verb: Token) -> bool:
        progressive = verb.tag_ == "VBG" and any(c.lower_ == "been" for c in verb.children)
        adverbs = {c.lower_ for c in verb.children if c.dep_ == "advmod"}
        return progressive or bool(
            adverbs & {"regularly", "repeatedly", "frequently", "often", "routinely", "daily"}
        )

    def _verb_anchor(self, draft: Draft) -> Words:
        """The verb with its subject and object when that is short, else the verb with its object."""
        verb = draft.head
        doc = verb.doc
        starts, ends = min(draft.tokens), max(draft.tokens) + 1
        low, high = starts, ends
        for child in verb.children:
            if child.dep_ in {"nsubj", "nsubjpass"} and child.i < verb.i:
                low = min(low, phrase.left_edge(child))
            elif child.dep_ in {"aux", "auxpass"}:
                low = min(low, child.i)
            elif child.dep_ == "dobj" or (child.dep_ in {"prep", "agent"} and child.i <= high + 8):
                noun = (
                    child
                    if child.dep_ == "dobj"
                    else next((n for n in child.children if n.dep_ == "pobj"), None)
                )
                if noun is not None and noun.ent_type_ not in {"DATE", "TIME"} and noun.i > verb.i:
                    edge = phrase.span_of(self._article, noun).end
                    if edge - starts <= _ANCHOR_LIMIT:
                        high = max(high, edge)
        if verb.dep_ in {"acl", "relcl"} and verb.i - verb.head.i <= 3:
            low = min(low, phrase.left_edge(verb.head))
        if high - low > _ANCHOR_LIMIT + 4:
            low = min((c.i for c in verb.children if c.dep_ in {"aux", "auxpass"}), default=starts)
            low = min(low, starts)
        while low < starts and (doc[low].is_punct or doc[low].is_space) and doc[low].text != '"':
            low += 1
        return self._article.words(low, high)

    # -- both

    def _finish(self, draft: Draft, anchor: Words) -> None:
        draft.predication.anchor = anchor
        self.drafts.append(draft)
        for i in draft.tokens:
            self.by_token[i] = draft

    def _is_drill(self, token: Token) -> bool:
        """Whether the sentence speaks of an exercise."""
        drills = self._lexicon.cues.drill
        return any(t.norm_ in drills for t in token.sent)

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
            elif way == "group":
                if any(a.target_kind is TargetKind.ARMED_GROUP for a in predication.agents):
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

    def _weapon_type(
        self, predication: Predication, cast: Cast, *, platforms: bool
    ) -> EventType | None:
        types = [self._type_of(m) for m in predication.weapons]
        plain = [t for t in types if t is not None]
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
                return not row.weak or bool(
                    p.agents
                    or p.targets
                    or p.places
                    or p.weapons
                    or modifier
                    or p.definite
                    or self._is_told(head)
                )
            case "violent":
                if p.weapons or cast.platforms or cast.linked and row.type is not None:
                    return True
                return bool(
                    (armed and (p.targets or p.places))
                    or (is_passive(head) and hit)
                    or (p.agents and hit)
                )
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
                return cast.munition and bool(p.weapons)
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


def _merge(main: Predication, other: Predication) -> None:
    for name in ("agents", "targets", "launches", "places"):
        mine: list[Mention] = getattr(main, name)
        starts = {m.words.start for m in mine}
        mine += [m for m in getattr(other, name) if m.words.start not in starts]
    main.suspected |= other.suspected


def _has_none(verb: Token) -> bool:
    """Whether the subject or object is "no ..." or "none", so that nothing happened."""
    for child in verb.children:
        if child.dep_ in {"nsubj", "nsubjpass", "dobj"}:
            if child.lower_ in {"none", "nobody", "nothing", "neither"}:
                return True
            if any(
                c.lower_ in {"no", "neither"} and c.dep_ in {"det", "preconj"}
                for c in child.children
            ):
                return True
            if child.lower_ == "one" and any(c.lower_ == "no" for c in child.children):
                return True
    return False


def _carrier_of(noun: Token) -> tuple[Token | None, str]:
    """The verb that an event noun is the subject or object of, and which of the two."""
    here = noun
    while here.dep_ == "conj" and here.head.pos_ in {"NOUN", "PROPN"}:
        here = here.head
    if here.dep_ == "pobj" and here.head.lower_ == "of" and here.head.head.pos_ == "NOUN":
        outer = here.head.head
        if outer.norm_ in {
            "series",
            "string",
            "wave",
            "spate",
            "number",
            "dozen",
            "score",
            "act",
            "responsibility",
            "pair",
            "campaign",
            "hundred",
        }:
            here = outer
    if here.dep_ == "nsubj" and here.head.pos_ in {"VERB", "AUX"}:
        return here.head, "subject"
    if here.dep_ in {"dobj", "nsubjpass"} and here.head.pos_ == "VERB":
        return here.head, "object"
    if (
        here.dep_ == "pobj"
        and here.head.lower_ in {"under", "into"}
        and here.head.head.pos_ == "VERB"
    ):
        return here.head.head, "object"
    return None, ""


def predications(drafts: Iterable[Draft]) -> list[Predication]:
    """The predications of the drafts, in their order."""
    return [draft.predication for draft in drafts]
