"""Clusters: event words that speak of one act, brought together; acts kept apart that differ.

One event told several times is one; several events told in one sentence stay several. A cluster
takes an event word when type family, day, place, target and agent do not contradict it and enough
of them agree. A definite word («the attack») joins the latest event that it can mean.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Final

from extract.analysis import Mention, MentionKind, Predication, When, Words
from extract.assemble.sameness import any_same, contains
from extract.record import EventType, SourceKind, SpatialPrecision, TargetKind

FAMILIES: Final = {
    EventType.AIR_STRIKE: "bombardment",
    EventType.DRONE_STRIKE: "bombardment",
    EventType.MISSILE_ROCKET_ATTACK: "bombardment",
    EventType.ARTILLERY_SHELLING: "bombardment",
    EventType.NAVAL_ATTACK: "naval",
    EventType.INTERCEPTION: "interception",
    EventType.ARMED_CLASH: "ground",
    EventType.AMBUSH_OR_SHOOTING: "ground",
    EventType.ADVANCE_OR_CAPTURE: "ground",
    EventType.RAID_OR_ARREST: "raid",
    EventType.ABDUCTION: "raid",
    EventType.IED_OR_MINE: "explosive",
    EventType.SUICIDE_OR_CAR_BOMB: "explosive",
    EventType.SABOTAGE: "explosive",
    EventType.ASSASSINATION: "assassination",
    EventType.OTHER_VIOLENCE: "other",
}
_BOTH_SIDES: Final = frozenset({"ground", "interception"})
_JOIN: Final = 2.0
_JOIN_TITLE: Final = 0.4
_JOIN_WEAK_TITLE: Final = 0.4
_JOIN_DEFINITE: Final = 0.0
_ENEMIES: Final = {TargetKind.STATE_FORCES, TargetKind.ARMED_GROUP}
_FADES: Final = 0.05
_FADES_DEFINITE: Final = 0.6
_LONG_AGO: Final = 5
_STRONG: Final = 2.8
_NEAR: Final = 3.0
_TURN: Final = 2.0
_SCORED: Final = ("agents", "targets", "places")
_AROUND: Final = "around"  # the places that the sentences of its event words name
_NOT_PLACE: Final = tuple(one.name for one in fields(Mention) if one.name != "words")


@dataclass(eq=False)
class Cluster:
    """One event in the making: the indices of its event words and the words themselves.

    What is asked of it for every further event word is kept up to date as words come in.
    """

    members: list[int] = field(default_factory=list)
    predications: list[Predication] = field(default_factory=list)
    type: EventType | None = None
    _types: Counter[EventType] = field(default_factory=Counter)
    _fallbacks: Counter[EventType] = field(default_factory=Counter)
    _by_sentence: dict[int, list[Predication]] = field(default_factory=dict)
    _sentences: list[int] = field(default_factory=list)
    _answered: set[int | None] = field(default_factory=set)
    _sorts: dict[str, dict[Hashable, Mention]] = field(default_factory=lambda: defaultdict(dict))
    _times: dict[tuple[str, str], When] = field(default_factory=dict)
    _latest: Words | None = None

    def add(self, index: int, predication: Predication, scene: Scene) -> None:
        """Take an event word in."""
        self.members.append(index)
        self.predications.append(predication)
        self._count(predication)
        sentence = predication.anchor.sentence
        if sentence not in self._by_sentence:
            self._by_sentence[sentence] = []
            insort(self._sentences, sentence)
            for mention in scene.places.get(sentence, ()):
                self._sorts[_AROUND].setdefault(_sort(mention), mention)
        self._by_sentence[sentence].append(predication)
        self._answered.add(predication.answers)
        for role in _SCORED:
            for mention in getattr(predication, role):
                self._sorts[role].setdefault(_sort(mention), mention)
        if predication.when is not None:
            when = predication.when
            self._times.setdefault((when.earliest, when.latest), when)
        if self._latest is None or predication.anchor.start > self._latest.start:
            self._latest = predication.anchor

    def _count(self, predication: Predication) -> None:
        """The type that most event words give; the first given wins a tie."""
        if predication.type is not None:
            self._types[predication.type] += 1
        if predication.fallback is not None:
            self._fallbacks[predication.fallback] += 1
        counts = self._types or self._fallbacks
        self.type = max(counts, key=counts.__getitem__) if counts else None

    @property
    def family(self) -> str | None:
        """Family of its type."""
        return FAMILIES[self.type] if self.type is not None else None

    def all(self, role: str) -> list[Mention]:
        """All mentions in one role, in the order of the text."""
        return [mention for p in self.predications for mention in getattr(p, role)]

    def sorts(self, role: str) -> Collection[Mention]:
        """The mentions in a role of ``_SCORED`` or in ``_AROUND``, one of those that are alike."""
        return self._sorts[role].values()

    @property
    def times(self) -> Collection[When]:
        """The times of its event words, one for each range of days."""
        return self._times.values()

    @property
    def latest(self) -> Words:
        """Its event word that stands last in the text."""
        assert self._latest is not None
        return self._latest

    def in_sentence(self, sentence: int) -> Sequence[Predication]:
        """Its event words in one sentence."""
        return self._by_sentence.get(sentence, ())

    def around(self, sentence: int) -> list[int]:
        """Its last sentence up to one of the text, and its first after that, where there is one."""
        at = bisect_right(self._sentences, sentence)
        return self._sentences[max(0, at - 1) : at + 1]

    def answers(self, index: int, predication: Predication) -> bool:
        """Whether the event word answers one of its own or is answered by one: two acts."""
        asked = predication.answers
        return index in self._answered or (asked is not None and asked in self.members)

    @property
    def whens(self) -> list[When]:
        """The times that grammar or nearness gave its event words."""
        return [p.when for p in self.predications if p.when is not None]

    @property
    def last_sentence(self) -> int:
        """Sentence of its latest event word."""
        return self.predications[-1].anchor.sentence


def _sort(mention: Mention) -> Hashable:
    """All of a mention but the place where it stands."""
    return mention.words.text, *(getattr(mention, name) for name in _NOT_PLACE)


@dataclass(frozen=True, slots=True)
class Scene:
    """What the article says around the event words: places by sentence, turns, day, headline.

    ``reaching``: a definite word may point to an event however far above it.
    """

    places: Mapping[int, Sequence[Mention]]
    breaks: Sequence[int]
    main: When | None
    titled: bool = False
    reaching: bool = False

    def places_of(self, predication: Predication) -> list[Mention]:
        """The event word's own places, else those that its sentence names."""
        own = [m for m in predication.places if not m.anaphoric]
        named = self.places.get(predication.anchor.sentence, ())
        return own or [mention for mention in named if mention.entity is not None]

    def turned(self, earlier: int, later: int) -> bool:
        """Whether the article turned to another matter between two sentences."""
        return bisect_right(self.breaks, earlier) < bisect_right(self.breaks, later)


def cluster(predications: Sequence[Predication], scene: Scene) -> list[Cluster]:
    """Bring the event words of one article together into events, in the order of first mention.

    Words that name a kind of act come first; weak words ("was killed", "attacked") then join the
    nearest event that they do not contradict, and make an event of their own only when none is
    near.
    """
    clusters: list[Cluster] = []
    titles = {i for i, p in enumerate(predications) if scene.titled and p.anchor.sentence == 0}
    order = [*(i for i in range(len(predications)) if i not in titles), *sorted(titles)]
    for index in order:
        if not predications[index].weak:
            _place(clusters, index, predications[index], scene, title=index in titles)
    for index, predication in enumerate(predications):
        if predication.weak and index in titles:
            _attach_title(clusters, index, predication, scene)
        elif predication.weak:
            _attach(clusters, index, predication, scene)
    kept = [one for one in clusters if not _is_empty(one)]
    return sorted(kept, key=lambda one: min(p.anchor.start for p in one.predications))


def _place(
    clusters: list[Cluster], index: int, new: Predication, scene: Scene, *, title: bool = False
) -> None:
    best: Cluster | None = None
    best_score = 0.0
    for one in _meant(clusters, new):
        score = None if one.answers(index, new) else _score(one, new, scene)
        if score is not None and score >= best_score:
            best, best_score = one, score
    needed = _JOIN_DEFINITE if new.definite else _JOIN_TITLE if title else _JOIN
    if best is not None and best_score >= needed:
        best.add(index, new, scene)
    else:
        made = Cluster()
        made.add(index, new, scene)
        clusters.append(made)


def _meant(clusters: Sequence[Cluster], new: Predication) -> Sequence[Cluster]:
    """What an event word may mean: «العدوان» is the attack and not the shooting down of it."""
    if not new.definite or new.type is not None:
        return clusters
    return [one for one in clusters if one.type is not EventType.INTERCEPTION] or clusters


def _attach(clusters: list[Cluster], index: int, new: Predication, scene: Scene) -> None:
    nearest: Cluster | None = None
    nearest_distance = float("inf")
    for one in _meant(clusters, new):
        score = None if one.answers(index, new) else _score(one, new, scene)
        if score is None:
            continue
        if score >= _STRONG:
            one.add(index, new, scene)
            return
        distance = _distance(one, new, scene)
        if distance <= nearest_distance:
            nearest, nearest_distance = one, distance
    if nearest is not None and nearest_distance <= _NEAR:
        nearest.add(index, new, scene)
        return
    made = Cluster()
    made.add(index, new, scene)
    clusters.append(made)


def _attach_title(clusters: list[Cluster], index: int, new: Predication, scene: Scene) -> None:
    """A weak word of the headline tells of what follows: the event that it fits best."""
    best: Cluster | None = None
    best_score = _JOIN_WEAK_TITLE
    for one in clusters:
        score = None if one.answers(index, new) else _score(one, new, scene, title=True)
        if score is not None and score > best_score:
            best, best_score = one, score
    if best is not None:
        best.add(index, new, scene)
    else:
        _attach(clusters, index, new, scene)


def _distance(one: Cluster, new: Predication, scene: Scene) -> float:
    """Sentences between a weak word and the event; later events count half as much again."""
    best = float("inf")
    for sentence in one.around(new.anchor.sentence):
        gap = new.anchor.sentence - sentence
        distance = float(gap) if gap >= 0 else -1.5 * gap
        first, last = sorted((sentence, new.anchor.sentence))
        if scene.turned(first, last):
            distance += _TURN
        if gap == 0:
            near = min(abs(new.anchor.start - p.anchor.start) for p in one.in_sentence(sentence))
            distance += near / 10_000
        best = min(best, distance)
    return best


def _is_empty(one: Cluster) -> bool:
    """A definite or untyped word that points to nothing and says nothing."""
    return all(
        (p.definite or p.type is None) and not (p.targets or p.agents or p.places or p.weapons)
        for p in one.predications
    )


def _score(one: Cluster, new: Predication, scene: Scene, *, title: bool = False) -> float | None:
    """How well the event word fits the cluster; ``None`` when something contradicts.

    A ``title`` names places more loosely than the article that it stands over.
    """
    if new.other and one.predications[-1].anchor.sentence > 0:
        return None
    score = _type_score(one, new)
    if score is None:
        return None
    beside = one.in_sentence(new.anchor.sentence)
    if any(_struck_back(p, new) or _struck_back(new, p) for p in beside):
        return None
    if _at_home(new.agents, one.sorts("targets")) or _at_home(one.sorts("agents"), new.targets):
        return None
    time = _time_score(one, new, scene)
    agent = _agent_score(one, new) if time is not None else None
    place = _place_score(one, new, scene, title=title) if agent is not None else None
    if time is None or agent is None or place is None:
        return None
    for part in (time, place, agent, _target_score(one, new)):
        score += part
    latest = one.latest
    if latest.sentence == new.anchor.sentence and not (new.definite or new.continues):
        score -= 1.0
    if one.predications[0].anchor.sentence == 0 and not new.definite:
        score += 0.5
    if scene.turned(latest.sentence, new.anchor.sentence):
        score -= 1.0
    distance = min(_LONG_AGO, abs(new.anchor.sentence - latest.sentence))
    fades = 0.0 if scene.reaching else _FADES_DEFINITE
    return score - distance * (fades if new.definite else _FADES)


def _at_home(agents: Collection[Mention], targets: Collection[Mention]) -> bool:
    """«هجمات إسرائيلية» are not the rockets fired «نحو إسرائيل»: no state attacks itself."""
    states = {
        mention.country
        for mention in targets
        if mention.precision is SpatialPrecision.COUNTRY and mention.country is not None
    }
    return bool(states) and any(
        agent.country in states and agent.target_kind is TargetKind.STATE_FORCES for agent in agents
    )


def _struck_back(ours: Predication, theirs: Predication) -> bool:
    """«المواقع التي استهدفناها … شنت هجوما على قواتنا»: what we did is not what was done to us."""
    return (
        ours.anchor.sentence == theirs.anchor.sentence
        and any(agent.voice for agent in ours.agents)
        and any(target.ours for target in theirs.targets)
    )


def _type_score(one: Cluster, new: Predication) -> float | None:
    if new.type is None or one.type is None:
        return 0.0 if EventType.INTERCEPTION in (new.type, one.type) else 1.0
    if new.type is one.type:
        return 2.0
    mine, other = one.family, FAMILIES[new.type]
    if mine == other:
        return 0.5
    return 0.0 if new.weak else None


def _time_score(one: Cluster, new: Predication, scene: Scene) -> float | None:
    whens = one.times or ([scene.main] if scene.main is not None else [])
    when = new.when or (None if new.definite or new.weak else scene.main)
    if when is None or not whens:
        return 0.0
    if any(w.earliest <= when.latest and when.earliest <= w.latest for w in whens):
        return 0.5 if new.when is not None else 0.2
    return None


def _place_score(
    one: Cluster, new: Predication, scene: Scene, *, title: bool = False
) -> float | None:
    own = [m for m in one.sorts("places") if not m.anaphoric]
    new_own = [m for m in new.places if not m.anaphoric]
    others = new_own or scene.places_of(new)
    mine = [m for m in own or one.sorts(_AROUND) if m.precision is not SpatialPrecision.COUNTRY]
    others = [m for m in others if m.precision is not SpatialPrecision.COUNTRY]
    if not mine or not others:
        return 0.3
    if any_same(mine, others):
        return 1.5 if own and new_own else 0.7
    if any(contains(a, b) or contains(b, a) for a in mine for b in others):
        return 0.7 if own and new_own else 0.4
    if any_same(one.sorts("targets"), new.targets):
        return 0.0
    if own and new_own:
        return -0.5 if new.definite or title else None
    same_sentence = one.last_sentence == new.anchor.sentence
    return -0.3 if new.definite or new.weak or same_sentence or title else -0.8


def _agent_score(one: Cluster, new: Predication) -> float | None:
    mine = [m for m in one.sorts("agents") if not m.anaphoric]
    others = [m for m in new.agents if not m.anaphoric]
    if not mine or not others:
        return 0.2
    if any_same(mine, others):
        return 1.0
    if any(_one_state(a, b) for a in mine for b in others):
        return 0.0
    kinds = {m.target_kind for m in (*mine, *others)}
    if kinds == _ENEMIES and one.family not in _BOTH_SIDES:
        return None
    known = all(m.entity is not None or m.country is not None for m in (*mine, *others))
    if known and one.family not in _BOTH_SIDES:
        return None
    return -0.7


def _one_state(first: Mention, second: Mention) -> bool:
    """«إسرائيل» and «الطيران الإسرائيلي»: a state acts through its forces."""
    return (
        first.country is not None
        and first.country == second.country
        and all(
            m.target_kind is TargetKind.STATE_FORCES
            or (m.kind is MentionKind.PLACE and m.precision is SpatialPrecision.COUNTRY)
            or m.source_kind is SourceKind.OFFICIAL
            for m in (first, second)
        )
    )


def _target_score(one: Cluster, new: Predication) -> float:
    mine, others = one.sorts("targets"), new.targets
    if not mine or not others:
        return 0.0
    return 1.5 if any_same(mine, others) else -0.7
